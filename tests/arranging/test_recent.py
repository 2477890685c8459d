"""What is new is counted back from the date of the data, and only what certainly lies in the days counts."""

from __future__ import annotations

from typing import Any

import pytest

from generator.arranging.changes import arrange_changes
from generator.arranging.questions import arrange_questions
from generator.arranging.recent import Recent, arrange_recent, changes_within
from generator.model.records import FileRecord
from tests.builders import claim, dossier, event, figure

CORRECTION = {"field": "date", "was": "5 March", "now": "6 March", "why": "misread"}
WITHDRAWN = {"date": "2031-03-30", "why": "said about another place"}


def recent(days: int, *records: FileRecord, as_of: str = "2031-04-01") -> Recent:
    status = {"state": "active", "rationale": "Both report fire.", "as_of": as_of, "sources": ["times"]}
    story = dossier(*records, status=status)
    return changes_within(days, story, arrange_changes(story, arrange_questions(story)))


def corrected(date: str) -> FileRecord:
    return event(corrections=[{**CORRECTION, "date": date}])


@pytest.mark.parametrize(("date", "counts"), [("2031-03-25", 0), ("2031-03-26", 1), ("2031-04-01", 1)])
def test_seven_days_end_with_the_date_of_the_data(date: str, counts: int) -> None:
    assert counts == len(recent(7, corrected(date)).sure.changes.corrections)


def test_a_month_is_counted_back_from_its_last_day() -> None:
    found = recent(7, corrected("2031-02-22"), as_of="2031-02")

    assert "2031-02-28" == str(found.last)
    assert 1 == len(found.sure.changes.corrections)


@pytest.mark.parametrize("date", ["2031", "2031-03", "by 2031-04-01", "week of 2031-03-24"])
def test_a_date_too_coarse_to_tell_is_counted_apart(date: str) -> None:
    found = recent(7, corrected(date))

    assert not found.sure
    assert 1 == len(found.unclear.changes.corrections)


def test_a_statement_of_an_unknown_day_is_not_called_nothing() -> None:
    found = recent(7, claim("blue-army", figure("58"), said="2031"))

    assert not found.sure
    assert ["2031-blue-army"] == [said.id for said in found.unclear.claims]


def test_every_kind_of_news_is_told_apart() -> None:
    found = recent(
        30,
        event("2031-03-20-fire", "2031-03-20"),
        claim("blue-army", figure("58"), said="2031-03-06"),
        claim("blue-army", figure("70"), said="2031-03-09"),
        claim("hospital", figure("12", of="civilians"), withdrawn=WITHDRAWN),
        corrected("2031-03-28"),
    )
    changes = found.sure.changes

    assert ["2031-03-05-clash", "2031-03-20-fire"] == [e.id for e in found.sure.events]
    assert ["2031-03-06-blue-army", "2031-03-09-blue-army"] == [c.id for c in found.sure.claims]
    assert [1, 1, 1] == [len(changes.revisions), len(changes.retractions), len(changes.corrections)]


def test_nothing_new_is_said_to_be_nothing() -> None:
    found = recent(7, claim("blue-army", figure("58"), said="2031-03-06"))

    assert not found.sure
    assert not found.unclear


def test_a_week_and_a_month_are_shown() -> None:
    story: Any = dossier()

    assert [7, 30] == [found.days for found in arrange_recent(story, arrange_changes(story, ()))]
