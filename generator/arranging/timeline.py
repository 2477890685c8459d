"""Events in order, with the questions that belong to each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.arranging.questions import Question
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.events import Event

SPLIT_AT = 60
"""A timeline longer than this is split by month."""


@dataclass(frozen=True)
class Entry:
    """One event on the timeline, with its questions and its neighbours in the story."""

    event: Event
    questions: tuple[Question, ...]
    answers_to: tuple[Event, ...]
    answered_by: tuple[Event, ...]


@dataclass(frozen=True)
class Month:
    """The events that begin in one month, '2025-10', or whose year alone is known, '2025'."""

    id: str
    entries: tuple[Entry, ...]


def in_order(events: dict[str, Event]) -> list[Event]:
    """By date, then clock time where known, then id."""
    return sorted(events.values(), key=_order)


def _order(event: Event) -> tuple[object, ...]:
    minutes = event.time.sort_minutes if event.time else (24 * 60 if event.when.night else -1)
    return (event.when.sort_key, minutes, event.id)


def arrange_timeline(dossier: Dossier, questions: tuple[Question, ...]) -> tuple[Month, ...]:
    """All events by month, each with its questions; withdrawn events stay, marked."""
    asked: dict[str, list[Question]] = {}
    for question in questions:
        asked.setdefault(question.window.id, []).append(question)
    entries = [_entry(event, tuple(asked.get(event.id, ())), dossier) for event in in_order(dossier.events)]
    months: dict[str, list[Entry]] = {}
    for entry in entries:
        months.setdefault(month_of(entry.event.when), []).append(entry)
    return tuple(Month(id, tuple(found)) for id, found in months.items())


def month_of(when: When) -> str:
    """The month to file a date under; a year where no month is known."""
    return str(when.start_or_end)[: 4 if when.precision == "year" else 7]


def _entry(event: Event, questions: tuple[Question, ...], dossier: Dossier) -> Entry:
    before = [dossier.events[id] for id in event.responds_to if id in dossier.events]
    after = [other for other in in_order(dossier.events) if event.id in other.responds_to]
    return Entry(event, questions, tuple(before), tuple(after))
