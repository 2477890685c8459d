"""The finder offers everything that has a name or a number, and nothing that was taken back."""

from __future__ import annotations

from generator.arranging.arranged import arrange
from generator.arranging.finder import Finder, arrange_finder
from generator.model.briefing import Place
from generator.model.records import FileRecord
from tests.builders import CLASH, claim, dossier, event, figure, place

WITHDRAWN = {"date": "2031-03-30", "why": "said about another place"}


def finder(*records: FileRecord | Place) -> Finder:
    return arrange_finder(arrange(dossier(*records)))


def values(found: Finder) -> list[str]:
    return [str(answer.figure.value) for said in found.said for answer in said.answers]


def test_every_place_actor_and_event_is_offered() -> None:
    found = finder(place("ford", also=["Furt"]), event("2031-03-12-truce", "2031-03-12"))

    assert ["ford"] == [place.id for place in found.places]
    assert "red-army" in [actor.id for actor in found.actors]
    assert [CLASH, "2031-03-12-truce"] == [event.id for event in found.events]


def test_a_figure_comes_with_its_owner_and_what_it_is_about() -> None:
    (said,) = finder(claim("blue-army", figure("at least 12"), figure("30", outcome="wounded"))).said

    assert "blue-army" == said.claimant.id
    assert CLASH == said.window.id
    assert ["at least 12", "30"] == [str(answer.figure.value) for answer in said.answers]


def test_a_replaced_figure_stays_and_is_known_as_replaced() -> None:
    found = finder(claim("blue-army", figure("12")), claim("blue-army", figure("14"), said="2031-03-08"))

    assert {"12": "superseded", "14": "current"} == {
        str(answer.figure.value): answer.standing for said in found.said for answer in said.answers
    }


def test_what_was_taken_back_is_not_offered() -> None:
    gone = {"state": "withdrawn", "date": "2031-03-09", "why": "a mistake"}
    found = finder(
        claim("blue-army", figure("12", status=gone)),
        claim("red-army", figure("14"), withdrawn=WITHDRAWN),
        event("2031-03-12-truce", "2031-03-12", withdrawn=WITHDRAWN),
    )

    assert [] == values(found)
    assert [CLASH] == [event.id for event in found.events]
