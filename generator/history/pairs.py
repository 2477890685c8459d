"""Two states of the briefings side by side, under the ids of today, without what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.history.entries import NOTHING, Told, new_entries
from generator.history.renames import DECLARED, Renames, find_renames, members, under_new_names
from generator.model.briefing import Actor, Background, Briefing
from generator.model.briefing import Place as PlaceRecord
from generator.model.claims import Claim
from generator.model.corpus import Corpus, Dossier
from generator.model.events import Event, Source
from generator.model.records import Record
from generator.problems import Place

RECORDS = ("actors", "places", "events", "claims", "sources")
_NAMES: dict[type[Record], str] = {
    Briefing: "briefing", Background: "background", Actor: "actor", PlaceRecord: "place",
    Event: "event", Claim: "claim", Source: "source",
}  # fmt: skip


def kind_of(record: Record) -> str:
    """'claim', 'event', …, as people call it."""
    return _NAMES[type(record)]


@dataclass(frozen=True)
class Briefings:
    """One briefing before and after; None where it did not, or no longer does, exist."""

    id: str
    was: str
    """Its id before."""
    old: Dossier | None
    """Under the ids of today."""
    new: Dossier | None
    names: Renames
    skipped: tuple[str, ...] = ()
    """Ids of records, or names of files, that have mistakes of their own in one of the states."""

    def records(self) -> Iterator[tuple[Record, Record]]:
        """Records that are in both states, the briefing first."""
        if not self.old or not self.new:
            return
        yield self.old.briefing, self.new.briefing
        if self.old.background and self.new.background:
            yield self.old.background, self.new.background
        for kind in RECORDS:
            after = members(self.new, kind)
            yield from ((record, after[id]) for id, record in members(self.old, kind).items() if id in after)

    def gone(self) -> Iterator[tuple[str, Record]]:
        """Records of the old state that the new one lacks, with the name of their kind."""
        yield from _only_in(self.old, self.new)

    def come(self) -> Iterator[tuple[str, Record]]:
        """Records of the new state that the old one lacks."""
        yield from _only_in(self.new, self.old)

    def renamed(self) -> Iterator[tuple[str, str, str, Place]]:
        """What is the same under another id: its kind, the old id, the new one, and where that stands."""
        if not self.new:
            return
        if self.was != self.id:
            yield "briefing", self.was, self.id, self.new.briefing.at
        for kind, ids in self.names.ids.items():
            for was, now in ids.items():
                yield kind.removesuffix("s"), was, now, _place_of(self.new, kind, now)

    def tells(self, told: Told) -> bool:
        """Whether briefing.yml has a new entry for a record that has nowhere of its own to say it."""
        if not self.old or not self.new:
            return False
        return told.is_in(new_entries(self.old.briefing, self.new.briefing))

    def lost_silently(self) -> Iterator[tuple[str, str]]:
        """Kind and id of the records that are gone without an entry."""
        found = ((kind, lost(kind, record)) for kind, record in self.gone())
        yield from ((kind, told.old) for kind, told in found if not self.tells(told))


def lost(kind: str, record: Record) -> Told:
    """The entry in briefing.yml that tells of a record which is gone."""
    return Told((kind,), id_of(record), NOTHING)


def id_of(record: Record) -> str:
    """The record's id; of a file that there is one of, its kind."""
    return str(getattr(record, "id", kind_of(record)))


def _place_of(dossier: Dossier, kind: str, id: str) -> Place:
    if kind in DECLARED:
        place = list(members(dossier, kind)).index(id)
        return dossier.briefing.at / kind / place / "id"
    at: Place = members(dossier, kind)[id].at
    return at / "id" if at.field else at


def _only_in(one: Dossier | None, other: Dossier | None) -> Iterator[tuple[str, Record]]:
    if one is None:
        return
    if one.background and not (other and other.background):
        yield "background", one.background
    for kind in RECORDS:
        known = members(other, kind) if other else {}
        yield from ((kind_of(record), record) for id, record in members(one, kind).items() if id not in known)


def pair_briefings(old: Corpus, new: Corpus) -> Iterator[Briefings]:
    """Every briefing of either state once, in the order of the ids; one that got another id under the new one."""
    before, after = ({dossier.id: dossier for dossier in corpus.dossiers} for corpus in (old, new))
    was = {id: id for id in before.keys() & after.keys()}
    for id in sorted(after.keys() - before.keys()):
        likely = [other for other in sorted(before.keys() - after.keys()) if _is_likely(before[other], after[id])]
        if likely and likely[0] not in was.values():
            was[id] = likely[0]
    lost = sorted(before.keys() - set(was.values()))
    pairs = [_pair(id, was.get(id, id), before.get(was.get(id, id)), after[id]) for id in after]
    pairs += [Briefings(id, id, before[id], None, Renames({}, {})) for id in lost]
    yield from sorted(pairs, key=lambda pair: pair.id)


def _is_likely(old: Dossier, new: Dossier) -> bool:
    """Whether most records of the one are called like records of the other."""
    before, after = ({*dossier.events, *dossier.claims, *dossier.sources} for dossier in (old, new))
    return len(before & after) * 2 > max(len(before), len(after))


def _pair(id: str, was: str, old: Dossier | None, new: Dossier) -> Briefings:
    if old is None:
        empty = Renames({}, {})
        return Briefings(id, was, None, _without(new, _unsound(new)), empty, tuple(sorted(new.unread)))
    skipped = old.unread | new.unread
    old, new = _without(old, skipped), _without(new, skipped)
    unsound = _unsound(old) | _unsound(new)
    old, new = _without(old, unsound), _without(new, unsound)
    names = find_renames(old, new)
    return Briefings(id, was, under_new_names(old, names, id), new, names, tuple(sorted(skipped | unsound)))


def _without(dossier: Dossier, ids: frozenset[str]) -> Dossier:
    """The briefing without some records and single files, as if nobody had ever written them."""
    if not ids:
        return dossier
    return replace(
        dossier,
        background=None if "background.yml" in ids else dossier.background,
        actors={} if "actors.yml" in ids else dossier.actors,
        places={} if "places.yml" in ids else dossier.places,
        events={id: event for id, event in dossier.events.items() if id not in ids},
        claims={id: claim for id, claim in dossier.claims.items() if id not in ids},
        sources={id: source for id, source in dossier.sources.items() if id not in ids},
    )


def _unsound(dossier: Dossier) -> frozenset[str]:
    """Claims that point at nothing: they answer no question, and have no owner to print."""
    groups, scopes = ({part.id for part in parts} for parts in (dossier.briefing.groups, dossier.briefing.scopes))

    def is_sound(claim: Claim) -> bool:
        return (
            claim.claimant in dossier.actors
            and (claim.event is None or claim.event in dossier.events)
            and all(f.of in groups and (f.scope is None or f.scope in scopes) for f in claim.figures)
        )

    return frozenset(id for id, claim in dossier.claims.items() if not is_sound(claim))
