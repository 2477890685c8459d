"""Where a dossier's texts stand: our own words by kind, and everybody's words. The rules read from here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.model.briefing import Briefing
from generator.model.claims import Claim, Figure, Quotation, Response, Statement
from generator.model.corpus import Dossier
from generator.problems import Place

Kind = Literal["prose", "title", "says", "label", "note"]
"""prose: may cite records; title and says: plain, shown large; label: names and descriptors; note: asides."""


class Passage(NamedTuple):
    """A text and where it stands."""

    at: Place
    text: str
    kind: Kind


@lru_cache(maxsize=1)
def own_passages(dossier: Dossier) -> tuple[Passage, ...]:
    """Every text that is ours, not a quotation. Kept for the dossier that is being checked."""
    return tuple(_own_passages(dossier))


def _own_passages(dossier: Dossier) -> Iterator[Passage]:
    yield from _of_briefing(dossier.briefing)
    for index, section in enumerate(dossier.background.sections if dossier.background else ()):
        at = dossier.background.at / "sections" / index  # type: ignore[union-attr]
        yield Passage(at / "title", section.title, "title")
        yield Passage(at / "text", section.text, "prose")
    for actor in dossier.actors.values():
        yield Passage(actor.at / "descriptor", actor.descriptor, "label")
    for place in dossier.places.values():
        yield from _optional(place.at, "note", place.note)
    for event in dossier.events.values():
        yield Passage(event.at / "title", event.title, "title")
        yield Passage(event.at / "summary", event.summary, "prose")
        yield from _optional(event.at, "note", event.note)
    for claim in dossier.claims.values():
        yield from _of_claim(claim)
    for source in dossier.sources.values():
        yield from _optional(source.at, "note", source.note)


def cited_prose(dossier: Dossier) -> list[Passage]:
    """The fields in which references to records are looked for."""
    return [passage for passage in own_passages(dossier) if passage.kind in ("prose", "title", "says")]


Said = Figure | Statement | Response


class Reported(NamedTuple):
    """One report of something that a claim says, and where it stands."""

    at: Place
    claim: Claim
    part: Said
    report: Quotation


@lru_cache(maxsize=1)
def reported(dossier: Dossier) -> tuple[Reported, ...]:
    """Every report of every claim. Kept for the dossier that is being checked."""
    return tuple(found for claim in dossier.claims.values() for found in _reported(claim))


def _reported(claim: Claim) -> Iterator[Reported]:
    for name in ("figures", "statements", "responses"):
        parts: tuple[Said, ...] = getattr(claim, name)
        for index, part in enumerate(parts):
            for number, report in enumerate(part.reports):
                yield Reported(claim.at.inside(name, index, "reports", number), claim, part, report)


@lru_cache(maxsize=1)
def quotations(dossier: Dossier) -> tuple[Passage, ...]:
    """Everything that stands between quotation marks on the pages."""
    return tuple(
        Passage(found.at / name, text, "note")
        for found in reported(dossier)
        for name, text in (("quote", found.report.quote), ("gloss", found.report.gloss))
        if text
    )


def _optional(at: Place, name: str, text: str | None) -> Iterator[Passage]:
    if text:
        yield Passage(at / name, text, "note")


def _of_briefing(briefing: Briefing) -> Iterator[Passage]:
    at = briefing.at
    yield Passage(at / "title", briefing.title, "title")
    yield Passage(at / "short_title", briefing.short_title, "title")
    yield Passage(at / "summary", briefing.summary, "prose")
    yield Passage(at / "status" / "rationale", briefing.status.rationale, "prose")
    for index, side in enumerate(briefing.sides):
        yield Passage(at / "sides" / index / "descriptor", side.descriptor, "label")
    for index, group in enumerate(briefing.groups):
        yield Passage(at / "groups" / index / "label", group.label, "label")
        yield from _optional(at / "groups" / index, "note", group.note)
    for index, scope in enumerate(briefing.scopes):
        yield Passage(at / "scopes" / index / "label", scope.label, "label")
    for index, point in enumerate(briefing.points):
        yield Passage(at / "points" / index / "question", point.question, "label")
    for name in ("scope_in", "scope_out"):
        for index, text in enumerate(getattr(briefing, name)):
            yield Passage(at / name / index, text, "note")


def _of_claim(claim: Claim) -> Iterator[Passage]:
    yield from _optional(claim.at, "note", claim.note)
    for index, figure in enumerate(claim.figures):
        at = claim.at / "figures" / index
        yield from _optional(at, "note", figure.note)
        yield from _optional(at, "reason", figure.reason)
        yield from _notes(at, figure.reports)
    for index, statement in enumerate(claim.statements):
        at = claim.at / "statements" / index
        yield Passage(at / "says", statement.says, "says")
        yield from _optional(at, "note", statement.note)
        yield from _notes(at, statement.reports)
    for index, response in enumerate(claim.responses):
        at = claim.at / "responses" / index
        if response.says:
            yield Passage(at / "says", response.says, "says")
        yield from _optional(at, "note", response.note)
        yield from _notes(at, response.reports)


def _notes(at: Place, reports: Sequence[Quotation]) -> Iterator[Passage]:
    for index, report in enumerate(reports):
        if report.note:
            yield Passage(at.inside("reports", index, "note"), report.note, "note")
