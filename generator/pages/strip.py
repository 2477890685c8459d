"""The timeline as a strip: one panel a month, one mark an event, its shape by kind, never finer than its date is coded.

Across, days stand in per cent of the longest month, so that panels line up; down, marks stand in pixels.
Months in which no event begins are left out, and the strip says how many.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import get_args

from generator.arranging.timeline import Month
from generator.model.dates import When
from generator.model.events import Event
from generator.model.vocabulary import EventType

MOST = 300
"""Marks in a strip; with more it would be heavy and show nothing."""
LANE = 11
"""Pixels between two rows of marks."""
FOOT = 7
"""Pixels between the lowest row and the panel's line."""
LONGEST_MONTH = 31
NAMED_DAYS = (1, 10, 20, 30)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """One event in one panel."""

    kind: EventType
    low: float
    high: float
    """Both in per cent, and the same for a day or a night; else the event lies somewhere between."""
    begins: bool
    ends: bool
    """Whether the first and the last day of a span lie in this panel and are known."""
    shaped: bool
    """False where a span goes on in a later panel: its shape stands in the first."""
    down: int = 0

    @property
    def point(self) -> bool:
        return self.low == self.high

    @property
    def middle(self) -> float:
        return round((self.low + self.high) / 2, 2)


@dataclass(frozen=True)
class Tick:
    """A day that is named below the panels."""

    day: int
    at: float


@dataclass(frozen=True)
class Panel:
    """A month, or a year for events of which no month is known."""

    month: Month
    length: float
    """Where its last day ends, in per cent."""
    height: int
    marks: tuple[Mark, ...]
    left_out: int
    """Months without events since the panel before."""

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """At noon, as the marks of these days; a year has none."""
        ticks = (Tick(day, round(100 * (day - 0.5) / LONGEST_MONTH, 2)) for day in NAMED_DAYS)
        return tuple(tick for tick in ticks if "-" in self.month.id and tick.at < self.length)


def draw_strip(months: tuple[Month, ...]) -> tuple[Panel, ...]:
    """The panels of these months, in order; none where they hold too much. Withdrawn events have no mark."""
    if sum(len(month.entries) for month in months) > MOST:
        return ()
    events = [entry.event for month in months for entry in month.entries if not entry.event.withdrawn]
    panels: list[Panel] = []
    reached: date | None = None
    for month in months:
        first, end = bounds(month.id)
        panels.append(_panel(month, events, _months_between(reached, first) if reached else 0))
        reached = max(end, reached or end)
    return tuple(panels)


def kinds_in(panels: Iterable[Panel]) -> tuple[EventType, ...]:
    """The kinds that have marks, each once, in ACLED's order."""
    found = {mark.kind for panel in panels for mark in panel.marks}
    return tuple(kind for kind in get_args(EventType) if kind in found)


def bounds(id: str) -> tuple[date, date]:
    """The first day of '2025-10' or '2025', and the day after its last."""
    if "-" not in id:
        return date(int(id), 1, 1), date(int(id) + 1, 1, 1)
    first = date.fromisoformat(f"{id}-01")
    return first, first + monthrange(first.year, first.month)[1] * DAY


def _months_between(end: date, first: date) -> int:
    return max(0, 12 * (first.year - end.year) + first.month - end.month)


def _panel(month: Month, events: list[Event], left_out: int) -> Panel:
    first, end = bounds(month.id)
    own = {entry.event.id for entry in month.entries}
    shown = [event for event in events if event.id in own or _runs_into(event.when, first)]
    days = (end - first).days
    whole = max(days, LONGEST_MONTH)
    marks = [_mark(event, first, days, whole) for event in shown]
    lanes = _lanes(marks, 100 / whole)
    height = LANE * (max(lanes, default=0) + 1) + FOOT
    placed = (replace(m, down=height - FOOT - LANE // 2 - LANE * lane) for m, lane in zip(marks, lanes, strict=True))
    return Panel(month, round(100 * days / whole, 2), height, tuple(placed), left_out)


def _runs_into(when: When, first: date) -> bool:
    """Whether a span that began before this month reaches into it; a whole year has a panel of its own."""
    return bool(when.start and when.start < first <= when.end) and when.precision != "year" and not when.night


def _mark(event: Event, first: date, days: int, whole: int) -> Mark:
    """A day stands at its noon, a night at its midnight, anything longer or less known as a span."""
    when = event.when
    low: float = (when.start - first).days if when.start else 0
    high: float = (when.end - first).days + 1
    if when.precision == "day" and not when.by:
        low = high = low + (1 if when.night else 0.5)
    return Mark(
        kind=event.type,
        low=round(100 * max(low, 0) / whole, 2),
        high=round(100 * min(high, days) / whole, 2),
        begins=when.start is not None and low >= 0,
        ends=high <= days,
        shaped=low >= 0,
    )


def _lanes(marks: list[Mark], day: float) -> list[int]:
    """A row for each mark, the lowest in which it touches no other; spans are set before points."""
    taken: list[list[tuple[float, float]]] = []
    lanes = [0] * len(marks)
    for place in sorted(range(len(marks)), key=lambda n: marks[n].low - marks[n].high):
        mark = marks[place]
        left, right = min(mark.low, mark.middle - day / 2), max(mark.high, mark.middle + day / 2)
        row = next((n for n, row in enumerate(taken) if all(right <= a or b <= left for a, b in row)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append((left, right))
        lanes[place] = row
    return lanes
