"""Who and what is mentioned where: sources with what they are cited for, actors, places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.events import Event
from generator.model.records import Record


@dataclass
class Mentions:
    """The records that mention each id, in the order of the dossier, each once."""

    by_source: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_actor: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_place: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))


def arrange_mentions(dossier: Dossier) -> Mentions:
    """Turn the links of a briefing around."""
    mentions = Mentions()
    for record in dossier.records():
        for table, ids in (
            (mentions.by_source, cited_sources(record)),
            (mentions.by_actor, _actors(record)),
            (mentions.by_place, _places(record)),
        ):
            for id in dict.fromkeys(ids):
                table[id].append(record)
    return mentions


def cited_sources(record: Record) -> Iterator[str]:
    """Ids of the sources that a record cites, repeats included."""
    match record:
        case Event():
            yield from record.sources
        case Claim():
            for part in (*record.figures, *record.statements, *record.responses):
                yield from (report.source for report in part.reports)
        case _:
            yield from getattr(record, "sources", ())
            yield from (id for s in getattr(record, "sections", ()) for id in s.sources)
            yield from (s.source for s in getattr(record, "states", ()))
            status = getattr(record, "status", None)
            yield from getattr(status, "sources", ())
            coordinates = getattr(record, "coordinates_source", None)
            yield from [coordinates] if coordinates else []


def _actors(record: Record) -> Iterator[str]:
    match record:
        case Event():
            yield from (involved.actor for involved in record.actors)
        case Claim():
            yield record.claimant


def _places(record: Record) -> Iterator[str]:
    if isinstance(record, Event):
        yield from record.places
