"""What claimants revised stands apart from what we corrected, newest first."""

from __future__ import annotations

from generator.arranging.changes import Changes, arrange_changes
from generator.arranging.questions import arrange_questions
from generator.model.records import FileRecord
from tests.builders import claim, dossier, event, figure, source

STATUS = {"state": "removed", "date": "2031-03-11", "why": "the page is gone"}
WITHDRAWN = {"date": "2031-03-12", "why": "said about another place"}
CORRECTION = {"date": "2031-03-13", "field": "date", "was": "5 March", "now": "6 March", "why": "misread"}


def changes(*records: FileRecord) -> Changes:
    story = dossier(*records)
    return arrange_changes(story, arrange_questions(story))


def test_a_new_value_of_the_same_claimant_is_a_revision() -> None:
    (revision,) = changes(
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("more than 70"), said="2031-03-09"),
    ).revisions

    assert ("58", "more than 70") == (revision.old.figure.value.printed, revision.new.figure.value.printed)
    assert "2031-03-09" == str(revision.date)
    assert not revision.falls
    assert not revision.recounts


def test_a_lower_value_falls() -> None:
    (revision,) = changes(
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("50"), said="2031-03-09"),
    ).revisions

    assert revision.falls


def test_saying_the_same_again_changes_nothing() -> None:
    told_twice = changes(claim("blue-army", figure("58")), claim("blue-army", figure("58"), said="2031-03-09"))

    assert () == told_twice.newest


def test_another_qualifier_is_a_revision() -> None:
    found = changes(claim("blue-army", figure("58")), claim("blue-army", figure("at least 58"), said="2031-03-09"))

    assert 1 == len(found.revisions)


def test_a_narrower_count_is_no_fall() -> None:
    """The two numbers answer different questions, so they cannot be compared (rule 1)."""
    narrower = figure("40", scope="east-bank", revises="2031-03-06-blue-army#red-soldiers-killed")

    (revision,) = changes(claim("blue-army", figure("58")), claim("blue-army", narrower, said="2031-03-09")).revisions

    assert revision.recounts
    assert not revision.falls


def test_a_figure_that_was_taken_back_is_a_retraction_and_no_revision() -> None:
    found = changes(
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("20", status=STATUS), said="2031-03-07"),
        claim("blue-army", figure("58"), said="2031-03-08"),
    )

    assert () == found.revisions
    assert [("removed", "20")] == [(gone.state, gone.figure.value.printed) for gone in found.retractions if gone.figure]


def test_withdrawn_records_of_every_kind_are_retractions() -> None:
    found = changes(
        claim("blue-army", figure("58"), withdrawn=WITHDRAWN),
        event("2031-03-06-fire", "2031-03-06", withdrawn=WITHDRAWN),
        source("daily", withdrawn=WITHDRAWN),
    )

    assert ["2031-03-06-fire", "2031-03-06-blue-army", "daily"] == [gone.record.id for gone in found.retractions]
    assert {"withdrawn"} == {gone.state for gone in found.retractions}


def test_our_corrections_are_no_revisions() -> None:
    found = changes(claim("blue-army", figure("58"), corrections=[CORRECTION]), event(corrections=[CORRECTION]))

    assert () == found.revisions
    assert ["5 March", "5 March"] == [ours.correction.was for ours in found.corrections]


def test_the_newest_change_of_any_kind_comes_first() -> None:
    found = changes(
        claim("red-army", figure("23", status=STATUS), corrections=[CORRECTION]),
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("70"), said="2031-03-09"),
        claim("hospital", figure("12", of="civilians"), withdrawn=WITHDRAWN),
    )

    assert ["2031-03-13", "2031-03-12", "2031-03-11", "2031-03-09"] == [str(change.date) for change in found.newest]
