"""What claimants revised stands apart from what we corrected, newest first."""

from __future__ import annotations

import pytest

from generator.arranging.changes import Changes, arrange_changes, is_ours, kinds_of
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
    assert ["corrected", "corrected"] == [ours.kind for ours in found.corrections]


def test_what_we_entered_wrongly_is_ours_and_nothing_that_a_source_took_back() -> None:
    found = changes(
        claim("blue-army", figure("58", status={**STATUS, "state": "error"})),
        claim("monitor", figure("9"), withdrawn={**WITHDRAWN, "state": "error"}),
        claim("hospital", figure("12"), withdrawn={**WITHDRAWN, "state": "removed"}),
    )

    assert ["removed"] == [gone.kind for gone in found.retractions]
    assert ["error", "error"] == [ours.kind for ours in found.corrections]
    assert all(is_ours(change) for change in found.corrections)
    assert not any(is_ours(change) for change in found.retractions)


def test_the_figures_of_a_record_stand_as_the_record_does() -> None:
    story = dossier(claim("monitor", figure("9"), withdrawn={**WITHDRAWN, "state": "error"}))

    assert ["error"] == [answer.standing for question in arrange_questions(story) for answer in question.everything]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("value of red-soldiers-killed", "red-soldiers-killed"),
        ("value of red-soldiers-killed-east-bank", "red-soldiers-killed-east-bank"),
        ("red-soldiers-killed: basis", "red-soldiers-killed"),
        ("note", None),
        ("value of blue-soldiers-killed", None),
    ],
)
def test_a_correction_that_names_a_figure_knows_it(field: str, names: str | None) -> None:
    numbers = (figure("58"), figure("20", scope="east-bank"))
    (ours,) = changes(claim("blue-army", *numbers, corrections=[{**CORRECTION, "field": field}])).corrections

    assert names == (ours.figure.key if ours.figure else None)


def test_the_classes_are_listed_in_one_order() -> None:
    found = changes(
        claim("red-army", figure("23", status=STATUS), corrections=[CORRECTION]),
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("70"), figure("20", scope="east-bank"), said="2031-03-09"),
        claim("monitor", figure("9", scope="east-bank")),
        claim("monitor", figure("19", revises="2031-03-06-monitor#red-soldiers-killed-east-bank"), said="2031-03-09"),
    )

    assert ("revised", "recounted", "removed", "corrected") == kinds_of(found.newest)


def test_the_newest_change_of_any_kind_comes_first() -> None:
    found = changes(
        claim("red-army", figure("23", status=STATUS), corrections=[CORRECTION]),
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("70"), said="2031-03-09"),
        claim("hospital", figure("12", of="civilians"), withdrawn=WITHDRAWN),
    )

    assert ["2031-03-13", "2031-03-12", "2031-03-11", "2031-03-09"] == [str(change.date) for change in found.newest]
