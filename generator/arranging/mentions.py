"""Who and what is mentioned where: sources with what they are cited for, actors, places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model.citations import cited_sources
from generator.model.claims import Claim
from generator.model.corpus import Dossier
from generator.model.events import Event
from generator.model.records import Record

Table = dict[str, tuple[Record, ...]]


@dataclass(frozen=True)
class Mentions:
    """For every source, actor and place the records that mention it, in the order of the dossier, each once."""

    by_source: Table
    by_actor: Table
    by_place: Table


def arrange_mentions(dossier: Dossier) -> Mentions:
    """Turn the links of a briefing around."""
    return Mentions(
        by_source=_turned(dossier.sources, cited_sources, dossier),
        by_actor=_turned(dossier.actors, _actors, dossier),
        by_place=_turned(dossier.places, _places, dossier),
    )


def _turned(ids: Iterable[str], find: Callable[[Record], Iterable[str]], dossier: Dossier) -> Table:
    table: dict[str, list[Record]] = {id: [] for id in ids}
    for record in dossier.records():
        for id in dict.fromkeys(find(record)):
            table[id].append(record)
    return {id: tuple(records) for id, records in table.items()}


def _actors(record: Record) -> list[str]:
    match record:
        case Event():
            return [involved.actor for involved in record.actors]
        case Claim():
            return [record.claimant]
    return []


def _places(record: Record) -> tuple[str, ...]:
    return record.places if isinstance(record, Event) else ()
