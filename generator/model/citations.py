"""Which sources a record rests on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.briefing import Actor, Background, Briefing, Place
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.prose import references
from generator.model.records import Record


def cited_sources(record: Record) -> Iterator[str]:
    """Ids of the sources that a record cites in its fields or its prose, repeats included."""
    match record:
        case Briefing():
            yield from record.status.sources
            yield from _cited_in(record.summary, record.status.rationale)
        case Background():
            for section in record.sections:
                yield from section.sources
                yield from _cited_in(section.text)
        case Actor():
            yield from record.sources
        case Place():
            yield from (change.source for change in record.states)
            yield from filter(None, [record.coordinates_source])
        case Event():
            yield from record.sources
            yield from _cited_in(record.summary)
        case Claim():
            yield from (report.source for report in record.quotations())


def _cited_in(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from (reference.target for reference in references(text) if reference.kind == "source")
