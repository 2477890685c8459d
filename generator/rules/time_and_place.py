"""Rule 7: never a finer date or place than was coded; and nothing is said before it happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import get_args

from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.dates import When
from generator.model.events import Event
from generator.model.vocabulary import Precision
from generator.problems import Problem
from generator.rules.passages import reported

_FINEST_FIRST = get_args(Precision)
_FINEST_OF: dict[str, Precision] = {
    "district": "district",
    "province": "province",
    "region": "area",
    "area": "area",
    "line": "area",
    "country": "country",
}
"""The finest that an event can be placed by a place of a kind; any other kind is a spot on the map."""
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?=-)")


def check_times(dossier: Dossier) -> Iterator[Problem]:
    """A clock time belongs to a day or a night."""
    for event in dossier.events.values():
        if event.time and (event.when.precision != "day" or event.when.by):
            message = f"the time '{event.time.written}' has no day"
            hint = f"'when' is {event.when.written}; leave the time out, or give the day"
            yield Problem("time-without-day", event.at / "time", message, hint)


def check_place_precision(dossier: Dossier) -> Iterator[Problem]:
    """An event is no more exactly placed than the finest of its places: a province is not a village."""
    for event in dossier.events.values():
        kinds = [dossier.places[id].kind for id in event.places if id in dossier.places]
        if len(kinds) == len(event.places) and kinds:
            finest = finest_of(kinds)
            if _FINEST_FIRST.index(event.place_precision) < _FINEST_FIRST.index(finest):
                message = f"'{event.place_precision}' is finer than its places, which are known to '{finest}'"
                yield Problem("place-finer-than-coded", event.at / "place_precision", message, f"write {finest}")


def finest_of(kinds: Iterable[str]) -> Precision:
    """The finest that an event can be placed by places of these kinds; there is at least one."""
    return min((_FINEST_OF.get(kind, "exact") for kind in kinds), key=_FINEST_FIRST.index)


def check_coordinates(dossier: Dossier) -> Iterator[Problem]:
    """A pin on the map has a source, and stands for a place that is known well enough."""
    for place in dossier.places.values():
        if place.coordinates is None:
            continue
        if place.coordinates_source is None:
            hint = "add 'coordinates_source', or remove the coordinates"
            yield Problem(
                "coordinates-without-source",
                place.at / "coordinates",
                "nobody is named for the coordinates",
                hint,
            )
        if place.precision not in ("exact", "near"):
            message = f"coordinates for a place known only to '{place.precision or 'no precision'}'"
            hint = "remove them: only exact and near places are pinned"
            yield Problem("coordinates-imprecise", place.at / "coordinates", message, hint)


def check_id_dates(dossier: Dossier) -> Iterator[Problem]:
    """An id begins with the coded date; a coarser one that holds it may stay when the date becomes known."""
    records: list[tuple[Event | Claim, When, str]] = [
        *((event, event.when, "when") for event in dossier.events.values()),
        *((claim, claim.said, "said") for claim in dossier.claims.values()),
    ]
    for record, when, name in records:
        if any(correction.field == name for correction in record.corrections):
            continue
        found = _DATE.match(record.id)
        if not found or not (when.by or _fits([int(part) for part in found.groups() if part], when)):
            message = f"the id '{record.id}' does not begin with the date in '{name}'"
            yield Problem(
                "id-date-mismatch",
                record.at / name,
                message,
                f"name the file {_prefix(when)}-….yml, or correct '{name}'",
            )


def _fits(parts: list[int], when: When) -> bool:
    start = when.start or when.end
    if len(parts) == 3:
        return when.precision in ("day", "days", "week") and parts == [start.year, start.month, start.day]
    if when.precision == "year" and len(parts) == 2:
        return False
    return parts == [start.year, start.month][: len(parts)]


def _prefix(when: When) -> str:
    return str(when.start or when.end)[: {"month": 7, "months": 7, "year": 4}.get(when.precision, 10)]


def check_order_of_time(dossier: Dossier) -> Iterator[Problem]:
    """First it happens, then it is said, then it is published."""
    for claim in dossier.claims.values():
        event = dossier.events.get(claim.event or "")
        if event and claim.figures and _before(claim.said, event.when.start):
            message = f"said {claim.said.written}, before the event began ({event.when.written})"
            yield Problem("said-before-event", claim.at / "said", message, "check both dates")
        for index, response in enumerate(claim.responses):
            if response.to and response.to.claim == claim.id:
                hint = "name the other claim that it answers"
                at = claim.at / "responses" / index / "to"
                yield Problem("response-to-itself", at, "the response answers its own claim", hint)
    for at, claim, _, report in reported(dossier):
        source = dossier.sources.get(report.source)
        if source and source.date and _long_before(source.date, claim.said.start):
            dates = f"{source.date.written}, before this was said ({claim.said.written})"
            message = f"'{source.id}' was published {dates}"
            yield Problem("published-before-said", at / "source", message, "check both dates")


def _before(when: When, begin: date | None) -> bool:
    """Whether all that a date may mean lies before a day."""
    return begin is not None and when.end < begin


def _long_before(when: When, begin: date | None) -> bool:
    """The same with a day to spare: a page dated in America may report what was said in Asia 'tomorrow'."""
    return begin is not None and when.end < begin - timedelta(days=1)


def check_as_of(dossier: Dossier) -> Iterator[Problem]:
    """The briefing's own date has kept up with its records."""
    as_of = dossier.briefing.as_of
    records: list[tuple[Event | Claim, When, str]] = [
        *((event, event.when, "when") for event in dossier.events.values()),
        *((claim, claim.said, "said") for claim in dossier.claims.values()),
    ]
    for record, when, name in records:
        if when.start and when.start > as_of.end:
            message = f"{when.written} is later than the briefing's as_of, {as_of.written}"
            hint = "move 'as_of' in briefing.yml, and look at the status again"
            yield Problem("after-as-of", record.at / name, message, hint, severity="warning")
