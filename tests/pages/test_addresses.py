"""Addresses are stable, and links work from any folder."""

from __future__ import annotations

import posixpath

import pytest

from generator.arranging.questions import Question, arrange_questions
from generator.model.records import Record
from generator.pages.addresses import address, page_address, record_copy, relative, root_of
from tests.builders import CLASH, STORY, background, claim, dossier, event, figure, place, placed

CLAIM = claim("red-army", figure("23", scope="east-bank"))
KNOWN = dossier(CLAIM, claim("monitor", figure("200"), period="2031-03"), background(), place("ford"))


def questions() -> tuple[Question, ...]:
    return arrange_questions(KNOWN)


@pytest.mark.parametrize(
    ("target", "where"),
    [
        (KNOWN.briefing, ""),
        (KNOWN.background, "background/"),
        (KNOWN.events[CLASH], f"events/{CLASH}/"),
        (CLAIM, "claims/2031-03-06-red-army/"),
        (KNOWN.actors["red-army"], "actors/#red-army"),
        (KNOWN.places["ford"], "places/#ford"),
        (KNOWN.sources["times"], "sources/#times"),
        (questions()[0].window, "figures/2031-03/"),
        (questions()[1].window, f"figures/{CLASH}/"),
        (questions()[1], f"figures/{CLASH}/#red-soldiers-killed-east-bank"),
    ],
)
def test_everything_has_its_address_for_good(target: object, where: str) -> None:
    """Others cite these addresses; changing one of them here breaks their links."""
    assert f"{STORY}/{where}" == address(target)


def test_an_address_does_not_depend_on_what_a_record_says() -> None:
    other = event(title="Another name", when="2031-03")

    assert address(event()) == address(other)


def test_what_has_no_page_has_no_address() -> None:
    with pytest.raises(TypeError, match="Record has no address"):
        address(placed(Record(), "other.yml"))


@pytest.mark.parametrize(
    ("uri", "where", "root"),
    [
        ("index.md", "", "./"),
        ("method/index.md", "method/", "../"),
        (f"{STORY}/index.md", f"{STORY}/", "../"),
        (f"{STORY}/claims/x/index.md", f"{STORY}/claims/x/", "../../../"),
        (f"{STORY}/about.md", f"{STORY}/about/", "../../"),
    ],
)
def test_a_page_knows_its_address_and_the_way_to_the_root(uri: str, where: str, root: str) -> None:
    assert where == page_address(uri)
    assert root == root_of(uri)


@pytest.mark.parametrize("uri", ["index.md", "method/index.md", f"{STORY}/claims/x/index.md"])
@pytest.mark.parametrize(
    "target", ["", "search/", f"{STORY}/", f"{STORY}/events/{CLASH}/", f"{STORY}/actors/#red-army"]
)
def test_links_lead_from_any_page_to_the_address(uri: str, target: str) -> None:
    link = relative(f'<a href="@/{target}">x</a>', uri).split('"')[1]
    path, _, part = link.partition("#")

    arrived = posixpath.normpath(posixpath.join("/site", page_address(uri), path))

    assert posixpath.normpath(f"/site/{target.partition('#')[0]}") == arrived
    assert target.partition("#")[2] == part


def test_links_never_begin_at_the_root() -> None:
    """So that the site works in any folder of any host, and from a disk."""
    assert 'href="/' not in relative('<a href="@/search/">x</a><a href="@/">x</a>', "method/index.md")


def test_a_link_within_the_page_is_an_anchor() -> None:
    here = f"{STORY}/actors/index.md"

    assert '<a href="#red-army">' == relative(f'<a href="@/{STORY}/actors/#red-army">', here)


def test_ids_are_those_of_the_page_that_is_addressed() -> None:
    """What stands at an address says so once, on its own page; where it is shown elsewhere it has no id."""
    marked = f'<li id="@/{STORY}/actors/#red-army">'

    assert '<li id="red-army">' == relative(marked, f"{STORY}/actors/index.md")
    assert "<li>" == relative(marked, f"{STORY}/sources/index.md")


def test_a_records_file_has_a_readable_copy() -> None:
    assert f"{STORY}/records/claims/2031-03-06-red-army.txt" == record_copy(CLAIM.at.file)
    assert f"{STORY}/records/briefing.txt" == record_copy(KNOWN.briefing.at.file)
