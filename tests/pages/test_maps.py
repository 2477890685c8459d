"""The map shows what records say, where they say it, no finer, and the same every time."""

from __future__ import annotations

import json
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from generator.arranging.arranged import arrange
from generator.model.corpus import Dossier
from generator.pages.geometry import Box, Point, Projection, around, clipped
from generator.pages.map_labels import DIGIT, LINE, MARK, STEPS
from generator.pages.maps import Map, Outline, Region, draw_map, regions_of
from generator.pages.phrases import Phrases
from generator.pages.render import Printer, read_regions
from generator.pages.site import Page
from generator.pipeline import check_content
from generator.reading.words import read_words
from tests.conftest import WriteContent
from tests.projects import TEMPLATES

RIVER = Outline(frozenset({"ARV", "BLM"}), ((5.0, 50.0), (10.0, 52.0), (15.0, 50.0)))
COAST = Outline(frozenset({"BLM"}), ((5.0, 49.0), (15.0, 48.5)))
REGION = Region(Box(6, 48, 14, 54), (RIVER, COAST), {"ARV": ((9.0, 53.0), (11.5, 52.6)), "BLM": ((11.0, 50.5),)})

NATIONS = """
  - id: sorn-district
    name: Sorn
    kind: district
    precision: district
  - id: arvenia
    name: Arvenia
    kind: country
    outline: [ARV]
  - id: sorn-line
    name: River Sorn
    kind: line
    outline: [ARV, BLM]
    not_recognised_by: [ARV]
    note: Arvenia has never recognised it as a border.
""".replace("[ARV]", "\n      - ARV").replace("[ARV, BLM]", "\n      - ARV\n      - BLM")
SOURCE = "\n    coordinates_source: sorn-times-2031-03-06"


def place(id: str, latitude: float, longitude: float, kind: str = "town", precision: str = "exact") -> str:
    return (
        f"  - id: {id}\n    name: {id.title()}\n    kind: {kind}\n"
        f"    coordinates: {latitude}, {longitude}\n    precision: {precision}{SOURCE}\n"
    )


def crossing(*states: str) -> str:
    changes = "".join(f"      - {state}\n        source: sorn-times-2031-03-06\n" for state in states)
    return place("sorn-bridge", 51.0, 10.0, "crossing") + (f"    states:\n{changes}" if changes else "")


class Mapped:
    """Draws the base briefing with other places."""

    def __init__(self, write: WriteContent) -> None:
        self.write = write

    def dossier(self, *places: str) -> Dossier:
        text = "".join(places)
        bridge = "" if "id: sorn-bridge\n" in text else "  - id: sorn-bridge\n    name: Bridge\n    kind: crossing\n"
        checked = check_content(self.write({"places.yml": f"places:\n{bridge}{text}{NATIONS}"}))
        (dossier,) = checked.corpus.dossiers
        return dossier

    def map(self, *places: str) -> Map:
        drawn = draw_map(self.dossier(*places), (REGION,))
        assert drawn
        return drawn


@pytest.fixture
def mapped(write_content: WriteContent) -> Mapped:
    return Mapped(write_content)


# What is pinned


def test_only_exact_and_near_places_are_pinned(mapped: Mapped) -> None:
    drawn = mapped.map(
        place("arven", 52, 9), place("bel", 51, 11, precision="near"), place("low", 51, 12, precision="area")
    )

    assert ["arven", "bel"] == [pin.place.id for pin in drawn.pins]


def test_pins_are_numbered_from_north_to_south(mapped: Mapped) -> None:
    drawn = mapped.map(place("a", 50, 9), place("b", 52, 9), place("c", 51, 9))

    assert [(1, "b"), (2, "c"), (3, "a")] == [(pin.number, pin.place.id) for pin in drawn.pins]


def test_a_lone_pin_is_shown_no_closer_than_it_is_known(mapped: Mapped) -> None:
    drawn = mapped.map(place("a", 51, 10))
    (pin,) = drawn.pins

    assert drawn.scale.km >= 20
    assert (drawn.width / 2, drawn.height / 2) == pytest.approx(pin.at, abs=0.5)


def test_pins_stand_where_their_coordinates_are(mapped: Mapped) -> None:
    drawn = mapped.map(place("a", 52, 9), place("b", 50, 9), place("c", 50, 11))
    a, b, c = (pin.at for pin in drawn.pins)
    kilometres = drawn.scale.km / drawn.scale.length

    assert 0 == pytest.approx(a[0] - b[0], abs=0.2)
    assert 222.6 == pytest.approx((b[1] - a[1]) * kilometres, rel=0.01)
    assert 143 == pytest.approx((c[0] - b[0]) * kilometres, rel=0.05)


def test_places_outside_the_region_are_listed_not_drawn(mapped: Mapped) -> None:
    drawn = mapped.map(place("a", 52, 9), place("far", 25, 51))

    assert [["a"], ["far"]] == [[pin.place.id for pin in drawn.pins], [p.id for p in drawn.beyond]]


def test_no_map_without_a_pin_or_without_outlines(mapped: Mapped) -> None:
    assert draw_map(mapped.dossier(), (REGION,)) is None
    assert draw_map(mapped.dossier(place("far", 25, 51)), (REGION,)) is None
    assert draw_map(mapped.dossier(place("a", 52, 9)), ()) is None


# Crossings


@pytest.mark.parametrize(
    ("states", "shape"),
    [
        ((), "unknown"),
        (("from: 2031-03-06\n        state: closed",), "closed"),
        (("from: 2031-03-06\n        state: closed", "from: 2031-03-10\n        state: partly-open"), "partly-open"),
        (("from: 2031-03-10\n        state: open", "from: 2031-03-06\n        state: closed"), "open"),
        (("from: 2031-03-06\n        state: closed", "from: 2032-01-01\n        state: open"), "closed"),
    ],
)
def test_a_crossing_shows_its_state_at_the_date_of_the_data(
    mapped: Mapped, states: tuple[str, ...], shape: str
) -> None:
    (pin,) = mapped.map(crossing(*states)).pins

    assert shape == pin.shape


def test_crossings_without_a_position_are_listed_with_their_state(mapped: Mapped) -> None:
    drawn = mapped.map(place("a", 52, 9))

    assert [("sorn-bridge", None)] == [(p.id, change) for p, change in drawn.unplaced]


# Lines


def test_a_border_is_named_and_disputed_only_by_its_record(mapped: Mapped) -> None:
    drawn = mapped.map(place("a", 52.5, 9), place("b", 49, 11))
    named = {stretch.stroke: stretch for stretch in drawn.stretches}

    assert {"coast", "disputed"} == set(named)
    assert ("River Sorn", ("Arvenia",)) == (
        named["disputed"].place and named["disputed"].place.name,
        named["disputed"].rejected_by,
    )
    assert {"Arvenia", "River Sorn"} == {name.words for name in drawn.names}


def test_lines_are_cut_exactly_at_the_edge() -> None:
    box = Box(0, 0, 10, 10)
    out_and_in: list[Point] = [(-5, 5), (5, 5), (5, 15), (8, 15), (8, 5)]

    assert [[(0, 5), (5, 5), (5, 10)], [(8, 10), (8, 5)]] == clipped(out_and_in, box)
    assert [] == clipped([(-5, 20), (20, 20)], box)
    assert [] == clipped([(-1, 5), (-1, 20)], box)


def test_nothing_beyond_the_region_is_drawn(mapped: Mapped) -> None:
    """The region's box keeps out disputed lines that no record explains."""
    drawn = mapped.map(place("a", 51, 13.9), place("b", 50, 6.1))
    sheet = Projection(Box(6, 49, 14, 52), drawn.width)

    assert drawn.width / sheet.degree == pytest.approx(8 * sheet.squeeze)
    assert 8 * 111.32 * sheet.squeeze == pytest.approx(drawn.width * drawn.scale.km / drawn.scale.length, rel=0.03)


# Labels


def crowd(count: int) -> list[str]:
    """Places so close together that their numbers do not fit beside them; the third of each four stands on another."""
    return [
        place(f"p{n:02}", round(50 + n % 4 * 0.01 * (n % 4 != 2) + n // 4 * 0.4, 2), 10 + n % 3 / 100)
        for n in range(count)
    ]


def test_numbers_collide_neither_with_each_other_nor_with_pins(mapped: Mapped) -> None:
    drawn = mapped.map(*crowd(24))
    rooms = [around(pin.label, len(str(pin.number)) * DIGIT - 0.2, LINE - 0.2) for pin in drawn.pins]
    marks = [around(pin.at, MARK - 0.2, MARK - 0.2) for pin in drawn.pins]
    sheet = Box(0, 0, drawn.width, drawn.height)

    assert not [pair for pair in combinations(rooms, 2) if pair[0].meets(pair[1])]
    assert not [(room, mark) for room in rooms for mark in marks if room.meets(mark)]
    assert all(sheet.encloses(room) for room in rooms)


def test_a_number_that_stands_away_from_its_pin_is_led_to_it(mapped: Mapped) -> None:
    drawn = mapped.map(*crowd(24))

    assert [dist(pin.at, pin.label) > STEPS[1] + 0.2 for pin in drawn.pins] == [pin.leader for pin in drawn.pins]
    assert any(pin.leader for pin in drawn.pins)


def test_the_same_records_give_the_same_map(mapped: Mapped) -> None:
    dossier = mapped.dossier(*crowd(9))

    assert draw_map(dossier, (REGION,)) == draw_map(dossier, (REGION,))


# The page


def page_of(dossier: Dossier, templates: Path) -> str:
    """The page of places alone."""
    phrases = Phrases(read_words(templates / "words" / "en.yml"))
    page = Page("arvenia-belmark-2031/places/index.md", "places", "Places", "", briefing=arrange(dossier))
    return Printer(templates, phrases).render(page)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """The repository's templates, with small made-up outlines."""
    folder = tmp_path / "templates"
    folder.mkdir()
    for part in TEMPLATES.iterdir():
        if part.name != "map":
            (folder / part.name).symlink_to(part)
    lines = [
        {"between": sorted(o.between), "points": [round(100 * n) for p in o.points for n in p]} for o in REGION.outlines
    ]
    region = {"box": [6, 48, 14, 54], "lines": lines, "inside": {"ARV": [900, 5300]}}
    (folder / "map").mkdir()
    (folder / "map" / "outlines.json").write_text(json.dumps({"regions": {"sorn": region}}))
    return folder


def test_the_list_says_what_the_map_shows(mapped: Mapped, templates: Path) -> None:
    dossier = mapped.dossier(
        crossing("from: 2031-03-06\n        state: closed"), place("arven", 52, 9, precision="near")
    )
    page = page_of(dossier, templates)
    listed = page[page.index("<figcaption>") : page.index("</figcaption>")]

    assert page.count('class="gate closed"') == 2
    assert all(words in listed for words in ("Sorn-Bridge", "closed", "6 March 2031", "Arven", "approximate"))
    assert "River Sorn</a>: not recognised as a border by Arvenia" in listed
    assert "Arvenia has never recognised it as a border" in listed
    assert " style=" not in page


def test_a_briefing_elsewhere_gets_its_list_and_is_told(mapped: Mapped, templates: Path) -> None:
    page = page_of(mapped.dossier(place("far", 25, 51)), templates)

    assert "<svg" not in page
    assert "no outlines for this part of the world" in page


def test_the_outlines_in_the_repository_keep_to_their_boxes() -> None:
    """Kashmir begins at 72.5° E: nothing of the file reaches it once it is cut at the box."""
    regions = read_regions(TEMPLATES / "map" / "outlines.json")

    assert regions == regions_of(json.loads((TEMPLATES / "map" / "outlines.json").read_text("utf-8")))
    assert all(region.box.east <= 72.2 for region in regions)
    assert (TEMPLATES / "map" / "outlines.json").stat().st_size < 20_000
