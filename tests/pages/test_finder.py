"""The finder's file: small, whole, and no number in it without qualifier and owner."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from typing import Any

import pytest

from generator.arranging.arranged import arrange
from generator.model.corpus import Dossier
from generator.pages.finder import KEYS, print_finder
from generator.pipeline import check_content
from tests.builders import CLASH, STORY, claim, dossier, event, figure, place
from tests.pages.test_phrases import ENGLISH
from tests.projects import REPOSITORY, SAMPLE

LARGEST = 10 * 1024
OFFERED = ("current", "superseded")
NAMED = ("places", "actors", "events")


@cache
def real() -> dict[str, str]:
    return print_finder([arrange(one) for one in check_content(REPOSITORY / "content").corpus.dossiers], ENGLISH)


def printed(story: Dossier) -> dict[str, Any]:
    files = print_finder([arrange(story)], ENGLISH)
    assert {"search/finder/0.json", "search/finder/keys.json"} == {*files}
    (briefing,) = json.loads(files["search/finder/0.json"])
    assert isinstance(briefing, dict)
    return briefing


def test_a_figure_is_printed_with_qualifier_owner_date_and_event() -> None:
    found = printed(dossier(claim("blue-army", figure("at least 12"))))
    ((id, owner, said, about, *figures),) = found["said"]

    assert (STORY, "2031-03-06-blue-army", "6 March 2031") == (found["id"], id, said)
    assert ["blue-army", "Blue Army"] == found["actors"][owner][:2]
    assert CLASH == found["events"][about][0]
    assert [["red-soldiers-killed", "at least 12 Red soldiers killed"]] == figures


def test_a_figure_of_a_period_names_the_period() -> None:
    ((*_, about, _),) = printed(dossier(claim("blue-army", figure("12"), period="2031-03")))["said"]

    assert "March 2031" == about


def test_a_replaced_figure_says_so() -> None:
    first, second = claim("blue-army", figure("12")), claim("blue-army", figure("14"), said="2031-03-08")
    figures = [row[4] for row in printed(dossier(first, second))["said"]]

    assert ["red-soldiers-killed", "12 Red soldiers killed", "replaced by a later answer"] in figures
    assert ["red-soldiers-killed", "14 Red soldiers killed"] in figures


def test_places_keep_their_other_names_and_events_their_places() -> None:
    found = printed(dossier(place("ford", also=["Furt", "گدار"]), event(places=["ford"])))

    assert [["ford", "Ford", "Furt", "گدار"]] == found["places"]
    assert [[CLASH, "Clash at the river", "5 March 2031", [0]]] == found["events"]


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def test_what_a_search_loads_of_the_real_briefing_is_small() -> None:
    assert LARGEST >= compressed(real()[KEYS]) + max(map(compressed, real().values()))


def test_the_real_files_hold_every_figure_that_stands() -> None:
    stories = check_content(REPOSITORY / "content").corpus.dossiers
    standing = {a.ref for story in stories for _, a in arrange(story).answers.values() if a.standing in OFFERED}

    found = [row for name, text in real().items() if name != KEYS for one in json.loads(text) for row in one["said"]]

    assert standing == {(row[0], figure[0]) for row in found for figure in row[4:]}


# -- more than one file ----------------------------------------------------------------------


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, Any]]]:
    """What is printed where a file may hold no more than one row, by its key."""
    monkeypatch.setattr("generator.pages.finder.LARGEST", 1)
    story = dossier(
        claim("blue-army", figure("at least 1,250"), figure("12", outcome="wounded")),
        place("ford", also=["Furt", "گدار"]),
        event("2031-03-09-truce", "2031-03-09", title="Truce at the Ford", places=["ford"]),
    )
    files = print_finder([arrange(story)], ENGLISH)
    keys = [key for key, _ in json.loads(files[KEYS])]
    return {key: json.loads(files[f"search/finder/{number}.json"]) for number, key in enumerate(keys)}


def test_a_word_leads_to_the_file_of_its_longest_key(split: dict[str, Any]) -> None:
    assert [["ford", "Ford", "Furt", "گدار"]] == split["furt"][0]["places"]
    assert [["ford", "Ford", "Furt", "گدار"]] == split["گدار"][0]["places"]
    assert ["2031-03-09-truce"] == [row[0] for row in split["truce"][0]["events"]]


def test_a_number_leads_to_its_figure_with_owner_and_event(split: dict[str, Any]) -> None:
    (briefing,) = split["1250"]
    ((id, owner, _, about, *figures),) = briefing["said"]

    assert "2031-03-06-blue-army" == id
    assert "Blue Army" == briefing["actors"][owner][1]
    assert CLASH == briefing["events"][about][0]
    assert ["red-soldiers-killed", "at least 1,250 Red soldiers killed"] in figures


def test_an_event_is_found_by_its_day_and_keeps_its_place(split: dict[str, Any]) -> None:
    (briefing,) = split["9"]

    assert [["2031-03-09-truce", "Truce at the Ford", "9 March 2031", [0]]] == briefing["events"]
    assert ["ford"] == [row[0] for row in briefing["places"]]


def test_every_word_of_a_name_leads_to_a_file_that_holds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The longest key that a word begins with is the only file that the script asks for."""
    monkeypatch.setattr("generator.pages.finder.LARGEST", 1_000)
    files = print_finder([arrange(one) for one in check_content(SAMPLE).corpus.dossiers], ENGLISH)
    keys = [key for key, _ in json.loads(files[KEYS])]
    held = {
        key: {
            (kind, *row[:2])
            for one in json.loads(files[f"search/finder/{n}.json"])
            for kind in NAMED
            for row in one[kind]
        }
        for n, key in enumerate(keys)
    }

    assert len(keys) > 20
    for row in set().union(*held.values()):
        for word in re.findall(r"[a-z]+", row[2].lower()):
            assert row in held[max((key for key in keys if word.startswith(key)), key=len)]


def test_a_file_that_cannot_be_split_keeps_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pages.finder.LARGEST", 1)
    monkeypatch.setattr("generator.pages.finder.MOST", 2_000)
    days = [f"2031-03-{day:02}" for day in range(6, 26)]
    files = print_finder([arrange(dossier(*(claim("monitor", figure("12"), said=day) for day in days)))], ENGLISH)
    number = next(number for number, (key, _) in enumerate(json.loads(files[KEYS])) if key == "12")
    (briefing,) = json.loads(files[f"search/finder/{number}.json"])

    assert len(files[f"search/finder/{number}.json"]) <= 2_000
    assert [f"{day}-monitor" for day in days[-len(briefing["said"]) :]] == [row[0] for row in briefing["said"]]
    assert 5 < len(briefing["said"]) < 20


def test_sizes_are_those_of_the_files() -> None:
    sizes = [size for _, size in json.loads(real()[KEYS])]

    assert sizes == [len(real()[f"search/finder/{number}.json"]) for number in range(len(sizes))]
