"""Everything that was read: one dossier a briefing, its records by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.briefing import Actor, Background, Briefing, Group, Place, Point, Scope, Side
from generator.model.claims import Claim, Figure
from generator.model.events import Event, Source
from generator.model.records import FigureRef, Record


@dataclass(frozen=True, eq=False)
class Dossier:
    """A briefing's folder, linked by ids. Dictionaries are in the order of the ids. Equal to itself only."""

    id: str
    briefing: Briefing
    background: Background | None = None
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Ids of records with mistakes of their own: they exist, so pointing at them is no mistake.
    The names of the single files (actors.yml) too when those could not be read; without its briefing.yml
    a dossier has a blank one."""

    def find_group(self, id: str) -> Group | None:
        return next((g for g in self.briefing.groups if g.id == id), None)

    def find_scope(self, id: str) -> Scope | None:
        return next((s for s in self.briefing.scopes if s.id == id), None)

    def find_side(self, id: str | None) -> Side | None:
        return next((s for s in self.briefing.sides if s.id == id), None)

    def find_point(self, id: str) -> Point | None:
        return next((p for p in self.briefing.points if p.id == id), None)

    def find_figure(self, ref: FigureRef) -> Figure | None:
        claim = self.claims.get(ref.claim)
        return claim.figure(ref.key) if claim else None

    def records(self) -> Iterator[Record]:
        """Every record, the briefing first, then by kind and id."""
        if "briefing.yml" not in self.unread:
            yield self.briefing
        if self.background:
            yield self.background
        for kind in (self.actors, self.places, self.events, self.claims, self.sources):
            yield from kind.values()


@dataclass(frozen=True)
class Corpus:
    """All briefings, by the id of their folder."""

    dossiers: tuple[Dossier, ...] = ()
    partial: tuple[Dossier, ...] = ()
    """Those whose briefing.yml cannot be read: the rules run over their other files, and nothing else does."""
