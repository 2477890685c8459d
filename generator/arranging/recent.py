"""What is new at the end of the data: events, statements and changes of the last days, by the dates in the records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.arranging.changes import Changes
from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.events import Event

SPANS = (7, 30)
"""Days that a reader may have been away."""


@dataclass(frozen=True)
class News:
    """Events and statements that were not withdrawn, and what changed."""

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    changes: Changes

    def __bool__(self) -> bool:
        return bool(self.events or self.claims or self.changes.newest)


@dataclass(frozen=True)
class Recent:
    """What is new in the last days before the data end."""

    days: int
    last: date
    """The day that the data reach; of a month, its last."""
    sure: News
    """What certainly lies in these days."""
    unclear: News
    """What may lie there too, and is dated too coarsely to tell."""


def arrange_recent(dossier: Dossier, changes: Changes) -> tuple[Recent, ...]:
    """The last days, for each span; the date of the data counts as today, because nothing reads the clock."""
    return tuple(changes_within(days, dossier, changes) for days in SPANS)


def changes_within(days: int, dossier: Dossier, changes: Changes) -> Recent:
    """What is new in so many days up to and with the day that the data reach."""
    last = dossier.briefing.as_of.end
    first = last - timedelta(days=days - 1)

    def surely(when: When) -> bool:
        return when.start is not None and when.start >= first

    def perhaps(when: When) -> bool:
        return when.end >= first and not surely(when)

    return Recent(days, last, _news(dossier, changes, surely), _news(dossier, changes, perhaps))


def _news(dossier: Dossier, changes: Changes, lies_in: Callable[[When], bool]) -> News:
    return News(
        events=tuple(e for e in dossier.events.values() if not e.withdrawn and lies_in(e.when)),
        claims=tuple(c for c in dossier.claims.values() if not c.withdrawn and lies_in(c.said)),
        changes=Changes(
            tuple(change for change in changes.revisions if lies_in(change.date)),
            tuple(change for change in changes.retractions if lies_in(change.date)),
            tuple(change for change in changes.corrections if lies_in(change.date)),
        ),
    )
