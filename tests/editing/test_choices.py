"""What is offered stands in the order in which it is most likely wanted."""

from __future__ import annotations

from typing import get_args

from generator.editing.choices import MEANINGS, events_of, groups_of, points_of, targets_of, words_of
from generator.model.vocabulary import Basis, Precision, ReadAs, ResponseKind, Role
from tests.builders import CLASH, claim, dossier, event, figure, says


def test_groups_that_figures_about_the_event_count_come_first() -> None:
    books = dossier(claim("monitor", figure("9", of="civilians")))

    assert "civilians" == groups_of(books, CLASH)[0].id
    assert "red-soldiers" == groups_of(books)[0].id


def test_events_come_with_the_latest_first() -> None:
    assert ["2031-03-09-b", CLASH] == [choice.id for choice in events_of(dossier(event("2031-03-09-b", "2031-03-09")))]


def test_points_about_the_event_come_first() -> None:
    assert "who-fired-first" == points_of(dossier(), CLASH)[0].id


def test_claims_of_others_about_the_event_come_first_and_show_what_they_say() -> None:
    elsewhere = claim("monitor", figure("9"), period="2031-03")
    own = claim("blue-army", figure("58"))
    words = claim("red-army", statements=[says("Blue fired first")])
    found = targets_of(dossier(elsewhere, own, words), CLASH, "blue-army")

    assert ["2031-03-06-red-army", "2031-03-06-monitor#red-soldiers-killed"] == [choice.id for choice in found]
    assert ["Red Army: Blue fired first", "Monitor: 9 red-soldiers killed"] == [choice.label for choice in found]


def test_words_that_do_not_speak_for_themselves_are_explained() -> None:
    explained = {word for words in (Basis, Precision, ReadAs, ResponseKind, Role) for word in get_args(words)}

    assert explained <= set(MEANINGS)
    assert "the whole page was read" == words_of(ReadAs)[0].label
