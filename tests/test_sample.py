"""The sample exercises what the model can say; a new word of a fixed list is added to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

import pytest

from generator.arranging.arranged import Arranged, arrange
from generator.arranging.changes import Kind, Retraction, kinds_of
from generator.arranging.questions import Perspective, Standing, State
from generator.model.dates import Precision as DatePrecision
from generator.model.prose import KINDS, references
from generator.model.qualifiers import Qualifier
from generator.model.vocabulary import (
    Basis,
    CrossingState,
    EventType,
    FigureState,
    Precision,
    ReadAs,
    ResponseKind,
    Role,
)
from generator.pipeline import check_content
from tests.projects import SAMPLE


@pytest.fixture(scope="module")
def sample() -> Arranged:
    """The larger of the two briefings."""
    return arrange(check_content(SAMPLE).corpus.dossiers[0])


def missing(words: Any, used: Iterable[object]) -> set[object]:
    """The words of a fixed list that nothing uses."""
    return set(get_args(words)) - set(used)


def test_every_kind_of_value_is_said(sample: Arranged) -> None:
    values = [
        report.printed or answer.figure.value
        for _, answer in sample.answers.values()
        for report in answer.figure.reports
    ]
    kinds = {value.kind for value in values}

    assert set() == missing(Qualifier, kinds)
    assert kinds >= {"exact", "range", "about-range", "word"}


def test_every_state_perspective_and_standing_is_there(sample: Arranged) -> None:
    assert set() == missing(State, (question.state for question in sample.questions))
    assert set() == missing(Perspective, (answer.perspective for _, answer in sample.answers.values()))
    assert set() == missing(Standing, (answer.standing for _, answer in sample.answers.values()))


def test_every_word_of_events_is_used(sample: Arranged) -> None:
    events = sample.dossier.events.values()

    assert set() == missing(EventType, (event.type for event in events))
    assert set() == missing(Precision, (event.place_precision for event in events))
    assert set() == missing(Role, (part.role for event in events for part in event.actors))
    assert {"at", "about", "before", "after", "word"} == {event.time.kind for event in events if event.time}


def test_every_precision_of_dates_is_used(sample: Arranged) -> None:
    whens = [event.when for event in sample.dossier.events.values()]
    whens += [claim.period for claim in sample.dossier.claims.values() if claim.period]

    assert set() == missing(DatePrecision, (when.precision for when in whens))
    assert any(when.night for when in whens)
    assert any(when.by for when in whens)


def test_every_word_of_claims_is_used(sample: Arranged) -> None:
    claims = sample.dossier.claims.values()
    figures = [figure for claim in claims for figure in claim.figures]

    assert set() == missing(Basis, (figure.basis for figure in figures))
    assert set() == missing(FigureState, (figure.status.state for figure in figures if figure.status))
    assert set() == missing(ResponseKind, (response.kind for claim in claims for response in claim.responses))
    assert any(figure.subset_of for figure in figures)
    assert any(figure.scope for figure in figures)
    assert any(figure.includes for figure in figures)
    assert any(figure.revises for figure in figures)
    assert any(report.quote_lacks_number for figure in figures for report in figure.reports)


def test_quotes_of_other_scripts_are_there(sample: Arranged) -> None:
    languages = {source.language for source in sample.dossier.sources.values()}

    assert languages >= {"en", "ur", "ps", "fa", "ar"}


def test_every_kind_of_reference_is_cited(sample: Arranged) -> None:
    background = sample.dossier.background
    assert background is not None

    assert set(KINDS) == {found.kind for section in background.sections for found in references(section.text)}


def test_records_are_withdrawn_and_corrected(sample: Arranged) -> None:
    dossier = sample.dossier

    for records in (dossier.events, dossier.claims, dossier.sources):
        assert any(record.withdrawn for record in records.values())
        assert any(record.corrections for record in records.values())


def test_every_class_of_change_is_there(sample: Arranged) -> None:
    assert set() == missing(Kind, kinds_of(sample.changes.newest))
    assert {"error"} == {change.kind for change in sample.changes.corrections if isinstance(change, Retraction)}


def test_places_and_points_of_each_sort_are_there(sample: Arranged) -> None:
    places = sample.dossier.places.values()

    assert set() == missing(CrossingState, (change.state for place in places for change in place.states))
    assert set() == missing(ReadAs, (source.read for source in sample.dossier.sources.values()))
    assert any(place.coordinates for place in places)
    assert any(place.also for place in places)
    assert any(not view.positions for view in sample.points)
    assert any(view.positions for view in sample.points)
