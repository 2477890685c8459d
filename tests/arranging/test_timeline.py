"""Events in the order of time, each with its questions and its neighbours in the story."""

from __future__ import annotations

from generator.arranging.questions import arrange_questions
from generator.arranging.timeline import Entry, arrange_timeline
from generator.model.corpus import Dossier
from tests.builders import CLASH, claim, dossier, event, figure


def entries(story: Dossier) -> dict[str, Entry]:
    months = arrange_timeline(story, arrange_questions(story))
    return {entry.event.id: entry for month in months for entry in month.entries}


def test_events_follow_date_then_clock_and_a_night_closes_its_day() -> None:
    story = dossier(
        event("2031-03-06-night", "night of 2031-03-06"),
        event("2031-03-06-evening", "2031-03-06", time="evening"),
        event("2031-03-06-noon", "2031-03-06", time="12:30"),
        event("2031-03-06-some-time", "2031-03-06"),
        event("2031-03-04-by", "by 2031-03-04"),
        event("2031-03-week", "week of 2031-03-03"),
    )

    assert [
        "2031-03-week",
        "2031-03-04-by",
        CLASH,
        "2031-03-06-some-time",
        "2031-03-06-noon",
        "2031-03-06-evening",
        "2031-03-06-night",
    ] == [*entries(story)]


def test_months_hold_the_events_that_begin_in_them() -> None:
    story = dossier(
        event("2031-02-truce", "2031-02-27 to 2031-03-02"),
        event("2031-04-talks", "2031-04"),
        event("2032-01-01-end", "2032-01-01"),
    )

    months = arrange_timeline(story, ())

    assert ["2031-02", "2031-03", "2031-04", "2032-01"] == [month.id for month in months]
    assert {1} == {len(month.entries) for month in months}


def test_an_event_known_to_the_year_only_stands_in_no_month() -> None:
    """Filing it under January would be finer than it was coded (rule 7)."""
    months = arrange_timeline(dossier(event("2030-quarrel", "2030")), ())

    assert ["2030", "2031-03"] == [month.id for month in months]


def test_an_event_has_the_questions_asked_about_it_and_no_others() -> None:
    story = dossier(
        event("2031-03-09-raid", "2031-03-09"),
        claim("red-army", figure("23"), figure("30", outcome="wounded")),
        claim("monitor", figure("200"), period="2031-03"),
    )

    found = {id: [question.id for question in entry.questions] for id, entry in entries(story).items()}

    assert {CLASH: ["red-soldiers-killed", "red-soldiers-wounded"], "2031-03-09-raid": []} == found


def test_an_event_knows_what_it_answered_and_what_answered_it() -> None:
    story = dossier(
        event("2031-03-09-raid", "2031-03-09", responds_to=[CLASH]),
        event("2031-03-08-shelling", "2031-03-08", responds_to=[CLASH]),
    )

    found = entries(story)

    assert [CLASH] == [other.id for other in found["2031-03-09-raid"].answers_to]
    assert ["2031-03-08-shelling", "2031-03-09-raid"] == [other.id for other in found[CLASH].answered_by]


def test_a_withdrawn_event_stays_in_its_place() -> None:
    gone = {"date": "2031-03-20", "why": "it was the clash of the day before"}

    assert [CLASH, "2031-03-06-fire"] == [*entries(dossier(event("2031-03-06-fire", "2031-03-06", withdrawn=gone)))]
