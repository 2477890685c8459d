"""What readers were told about figures, and what of it is different now: each with the entry that must tell it.

A published figure is its value with the qualifier, the counted group, outcome, scope, claimant, window, the dates
on which it was said and which it reaches, its status, and how each report prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.history.edits import written
from generator.history.entries import NOTHING, Told, new_entries
from generator.history.pairing import pair
from generator.model.briefing import Group, Scope, Side
from generator.model.claims import Claim, Figure
from generator.model.comparability import basis_class
from generator.model.corpus import Dossier
from generator.model.records import FigureRef, Record
from generator.model.values import Value
from generator.problems import Place

How = Literal["change", "gone", "taken back"]


@dataclass(frozen=True, slots=True)
class Published:
    """One thing about published figures that differs."""

    how: How
    about: str
    """Whose figures: 'CLAIM#KEY', 'CLAIM', or a kind and an id: 'groups belmark-soldiers'."""
    told: Told
    before: Record
    record: Record
    """Where the entry belongs."""
    at: Place

    @property
    def is_entered(self) -> bool:
        return self.told.is_in(new_entries(self.before, self.record))


def find_published(old: Dossier, new: Dossier) -> Iterator[Published]:
    """All that differs in figures that the old state shows and in what they are printed with."""
    for id, claim in old.claims.items():
        if claim.figures and id in new.claims:
            yield from _claim(claim, new.claims[id])
            yield from _figures(claim, new.claims[id])
    yield from _events(old, new)
    yield from _actors(old, new)
    yield from _declared(old, new)


def _claim(old: Claim, new: Claim) -> Iterator[Published]:
    for name in ("claimant", "said", "as_of"):
        yield from _field(old, new, name, old.id)
    windows = ("event" if old.event else "period", "event" if new.event else "period")
    was, now = (getattr(claim, name) for claim, name in zip((old, new), windows, strict=True))
    if was != now:
        told = Told(tuple(dict.fromkeys(reversed(windows))), written(was), written(now))
        yield Published("change", old.id, told, old, new, new.at / windows[1])


def _field(old: Record, new: Record, name: str, about: str) -> Iterator[Published]:
    was, now = getattr(old, name), getattr(new, name)
    if was != now:
        yield Published("change", about, Told((name,), written(was), written(now)), old, new, new.at / name)


def _figures(old: Claim, new: Claim) -> Iterator[Published]:
    pairs = pair(old.figures, new.figures)
    for figure in pairs.gone:
        told = Told((f"value of {figure.key}",), figure.value.printed, NOTHING)
        yield Published("gone", f"{old.id}#{figure.key}", told, old, new, new.at / "figures")
    for before, after, place in pairs.kept:
        found = _FigureChanges(old, new, before, after, new.at / "figures" / place)
        yield from (replace(change, about=str(FigureRef(new.id, after.key))) for change in found.all())


@dataclass(frozen=True, slots=True)
class _FigureChanges:
    """What differs in one figure."""

    old: Claim
    new: Claim
    before: Figure
    after: Figure
    at: Place

    def all(self) -> Iterator[Published]:
        was, now = self.before, self.after
        yield from self.named("value", was.value, now.value, "value")
        yield from self.named("group", was.of, now.of, "of")
        yield from self.named("outcome", was.outcome, now.outcome, "outcome")
        yield from self.named("scope", was.scope, now.scope, "scope")
        if basis_class(was) != basis_class(now):
            yield from self.named("basis", was.basis, now.basis, "basis")
        if was.status:
            how: How = "change" if now.status else "taken back"
            yield from self.named("status", was.status.state, now.status and now.status.state, "status", how)
        if was.revises:
            yield from self.named("revises", was.revises, now.revises, "revises", "taken back")
        yield from self.printings()

    def named(self, name: str, was: object, now: object, field: str, how: How = "change") -> Iterator[Published]:
        if was != now:
            names = tuple(dict.fromkeys(f"{name} of {figure.key}" for figure in (self.after, self.before)))
            told = Told(names, written(was), written(now))
            yield Published(how, "", told, self.old, self.new, self.at / field)

    def printings(self) -> Iterator[Published]:
        """Other numbers that reports print: each that vanished, with what the same source prints now."""
        for source in dict.fromkeys(report.source for report in self.before.reports):
            was, now = _printed(self.before, source), _printed(self.after, source)
            lost, come = _without(was, now), _without(now, was)
            for value in lost:
                new = next((other for other in come if self.follows(value, other)), come[0] if come else None)
                if new is not None:
                    come.remove(new)
                if not self.follows(value, new):
                    yield from self.named(f"printing in {source}", value, new, "reports")

    def follows(self, was: Value, now: Value | None) -> bool:
        """Whether a printing did what the value did: the same number, with its own qualifier, or one report fewer."""
        before, after = self.before.value, self.after.value
        if now is None:
            return was == before
        return (was, now) == (before, after) or (
            was.kind == now.kind and was.same_number_as(before) and now.same_number_as(after)
        )


def _printed(figure: Figure, source: str) -> list[Value]:
    return [report.printed or figure.value for report in figure.reports if report.source == source]


def _without(some: Iterable[Value], others: Iterable[Value]) -> list[Value]:
    """The values that the others lack, repeats counted."""
    left, found = list(others), []
    for value in some:
        if value in left:
            left.remove(value)
        else:
            found.append(value)
    return found


def _events(old: Dossier, new: Dossier) -> Iterator[Published]:
    """The date of an event is the window of the figures about it."""
    counted = {claim.event for claim in old.claims.values() if claim.figures}
    for id, event in old.events.items():
        if id in counted and id in new.events:
            yield from _field(event, new.events[id], "when", f"events {id}")


def _actors(old: Dossier, new: Dossier) -> Iterator[Published]:
    """Who speaks, for those to whom figures belong."""
    owners = {claim.claimant for claim in old.claims.values() if claim.figures}
    for id in sorted(owners & old.actors.keys() & new.actors.keys()):
        for name in ("name", "kind", "side"):
            yield from _field(old.actors[id], new.actors[id], name, f"actors {id}")


_PRINTED_WITH = {"groups": ("group", "label", "unit", "side"), "scopes": ("scope", "label"), "sides": ("side", "name")}
"""What of briefing.yml figures are printed with: the kind's name in an entry, then its fields."""


def _declared(old: Dossier, new: Dossier) -> Iterator[Published]:
    """Groups, scopes and sides as briefing.yml declares them, where a figure is printed with them."""
    used = _used(old)
    for kind, (name, *fields) in _PRINTED_WITH.items():
        before: dict[str, Group | Scope | Side] = {part.id: part for part in getattr(old.briefing, kind)}
        for place, part in enumerate(getattr(new.briefing, kind)):
            if part.id in before and (kind, part.id) in used:
                for field in fields:
                    was, now = getattr(before[part.id], field), getattr(part, field)
                    if was != now:
                        told = Told((f"{field} of {name} {part.id}",), written(was), written(now))
                        at = new.briefing.at / kind / place / field
                        yield Published("change", f"{kind} {part.id}", told, old.briefing, new.briefing, at)


def _used(dossier: Dossier) -> set[tuple[str, str | None]]:
    figures = [(claim, figure) for claim in dossier.claims.values() for figure in claim.figures]
    groups = {figure.of for _, figure in figures}
    sides = {group.side for group in dossier.briefing.groups if group.id in groups}
    sides |= {dossier.actors[claim.claimant].side for claim, _ in figures if claim.claimant in dossier.actors}
    found: set[tuple[str, str | None]] = {("groups", id) for id in groups}
    return found | {("scopes", figure.scope) for _, figure in figures} | {("sides", side) for side in sides}
