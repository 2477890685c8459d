"""What is new at the end of the data: events, statements and changes of the last days, by the dates in the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from generator.arranging.changes import Changes, OurCorrection, Retraction, Revision
from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.events import Event

Dated = TypeVar("Dated")
Change = Revision | Retraction | OurCorrection
SPANS = (7, 30)
"""Days that a reader may have been away."""


@dataclass(frozen=True)
class Recent:
    """What certainly lies in the last days before the data end."""

    days: int
    last: date
    """The day that the data reach; of a month, its last."""
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    changes: Changes
    unclear: tuple[Change, ...]
    """Changes that may lie there too, and are dated too coarsely to tell."""

    @property
    def nothing(self) -> bool:
        return not (self.events or self.claims or self.changes.newest)


def arrange_recent(dossier: Dossier, changes: Changes) -> tuple[Recent, ...]:
    """The last days, for each span; the date of the data counts as today, because nothing reads the clock."""
    return tuple(changes_within(days, dossier, changes) for days in SPANS)


def changes_within(days: int, dossier: Dossier, changes: Changes) -> Recent:
    """What is new in so many days up to and with the day that the data reach."""
    last = dossier.briefing.as_of.end
    first = last - timedelta(days=days - 1)
    return Recent(
        days=days,
        last=last,
        events=_since(first, (e for e in dossier.events.values() if not e.withdrawn), lambda event: event.when),
        claims=_since(first, (c for c in dossier.claims.values() if not c.withdrawn), lambda claim: claim.said),
        changes=Changes(
            _since(first, changes.revisions, lambda change: change.date),
            _since(first, changes.retractions, lambda change: change.date),
            _since(first, changes.corrections, lambda change: change.date),
        ),
        unclear=tuple(c for c in changes.newest if c.date.end >= first and not lies_since(first, c.date)),
    )


def _since(first: date, items: Iterable[Dated], dated: Callable[[Dated], When]) -> tuple[Dated, ...]:
    return tuple(item for item in items if lies_since(first, dated(item)))


def lies_since(first: date, when: When) -> bool:
    """Whether all days that a date may mean come on or after a day."""
    return when.start is not None and when.start >= first
