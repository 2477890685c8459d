"""Records that are the same under another id: found by what they say, and told once, as a change of address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from generator.model.corpus import Dossier
from generator.model.records import FigureRef, Part, Record, figure_ref
from generator.problems import Place

Item = TypeVar("Item", bound=Part)
AnyRecord = TypeVar("AnyRecord", bound=Record)
Ids = dict[str, dict[str, str]]
"""By kind, the new id of each old one."""

DECLARED = ("sides", "groups", "scopes", "points")
"""What briefing.yml declares."""
KINDS = (*DECLARED, "actors", "places", "sources", "events", "claims")
"""Everything with an id."""
REFERENCES = {
    "side": "sides", "of": "groups", "scope": "scopes", "point": "points",
    "actor": "actors", "claimant": "actors", "part_of": "actors",
    "places": "places", "within": "places",
    "source": "sources", "sources": "sources", "coordinates_source": "sources",
    "event": "events", "window": "events", "responds_to": "events",
}  # fmt: skip
"""Fields that hold ids, and of what."""
_PROSE = ("summary", "rationale", "text")
_REFERENCE = re.compile(r"(?<=\[)(?P<kind>figure|claim|event|actor|place|source):(?P<target>[^\[\]|\n]*)")


@dataclass(frozen=True)
class Renames:
    """What is called otherwise now."""

    ids: Ids
    keys: Mapping[str, str]
    """Keys of figures, which are made of ids."""

    def __bool__(self) -> bool:
        return any(self.ids.values())

    @classmethod
    def of(cls, ids: Ids, dossier: Dossier) -> Renames:
        """Derive the keys of figures from the new ids of groups and scopes."""
        groups, scopes = ids.get("groups", {}), ids.get("scopes", {})
        keys = {}
        for figure in (figure for claim in dossier.claims.values() for figure in claim.figures):
            scope = scopes.get(figure.scope or "", figure.scope)
            keys[figure.key] = "-".join(filter(None, (groups.get(figure.of, figure.of), figure.outcome, scope)))
        return cls(ids, {old: new for old, new in keys.items() if old != new})

    def id(self, kind: str, id: str) -> str:
        return self.ids.get(kind, {}).get(id, id)

    def ref(self, ref: FigureRef) -> FigureRef:
        return FigureRef(self.id("claims", ref.claim), self.keys.get(ref.key, ref.key))

    def prose(self, text: str) -> str:
        def renamed(found: re.Match[str]) -> str:
            kind, target = found["kind"], found["target"].strip()
            now = str(self.ref(figure_ref(target))) if kind in ("figure", "claim") else self.id(f"{kind}s", target)
            return found[0] if now == target else f"{kind}:{now}"

        return _REFERENCE.sub(renamed, text)


def rewrite(part: Item, names: Renames) -> Item:
    """The same part, pointing at what it points at by its new name."""
    fields = {name: _value(name, getattr(part, name), names) for name in type(part).model_fields}
    return part.model_copy(update=fields)


def _value(name: str, value: Any, names: Renames) -> Any:
    match value:
        case FigureRef():
            return names.ref(value)
        case Part():
            return rewrite(value, names)
        case str() if name in REFERENCES:
            return names.id(REFERENCES[name], value)
        case str() if name == "subset_of":
            return names.keys.get(value, value)
        case str() if name in _PROSE:
            return names.prose(value)
        case tuple() if type(value) is tuple:
            return tuple(_value(name, item, names) for item in value)
    return value


def members(dossier: Dossier, kind: str) -> dict[str, Any]:
    """Everything of a kind, by id."""
    if kind in DECLARED:
        return {part.id: part for part in getattr(dossier.briefing, kind)}
    found: dict[str, Any] = getattr(dossier, kind)
    return found


def find_renames(old: Dossier, new: Dossier) -> Renames:
    """Pair what vanished with what appeared, where both say the same and all references followed."""
    unread = old.unread | new.unread
    gone = {kind: _only_in(old, new, kind) - unread for kind in KINDS}
    come = {kind: _only_in(new, old, kind) - unread for kind in KINDS}
    while True:
        ids = _same_but_for_ids(old, new, gone, come)
        names = Renames.of(ids, old)
        wrong = [
            (kind, was)
            for kind, renamed in ids.items()
            for was, now in renamed.items()
            if _content(rewrite(members(old, kind)[was], names)) != _content(members(new, kind)[now])
        ]
        if not wrong:
            return names
        for kind, was in wrong:
            gone[kind] -= {was}


def _only_in(one: Dossier, other: Dossier, kind: str) -> set[str]:
    return set(members(one, kind)) - set(members(other, kind))


def _same_but_for_ids(old: Dossier, new: Dossier, gone: dict[str, set[str]], come: dict[str, set[str]]) -> Ids:
    """Pairs that agree when every id that vanished or appeared is left blank; only where one fits one."""
    hidden_old, hidden_new = (Renames.of(_blank(ids), one) for ids, one in ((gone, old), (come, new)))
    found: Ids = {}
    for kind in KINDS:
        before = {id: _content(rewrite(members(old, kind)[id], hidden_old)) for id in sorted(gone[kind])}
        after = {id: _content(rewrite(members(new, kind)[id], hidden_new)) for id in sorted(come[kind])}
        for was, content in before.items():
            fits = [now for now, other in after.items() if other == content]
            rivals = [other for other, its in before.items() if its == content]
            if len(fits) == len(rivals) == 1:
                found.setdefault(kind, {})[was] = fits[0]
    return found


def _blank(ids: Mapping[str, Iterable[str]]) -> Ids:
    return {kind: dict.fromkeys(found, "?") for kind, found in ids.items()}


def _content(part: Part) -> list[Any]:
    """What a part says, whatever it is called and wherever it stands."""
    return [getattr(part, name) for name in type(part).model_fields if name != "id"]


def under_new_names(dossier: Dossier, names: Renames, id: str) -> Dossier:
    """The old briefing with the ids that it has now, so that nothing else differs for it."""
    if not names and id == dossier.id:
        return dossier
    briefing = rewrite(dossier.briefing, names)
    declared = {
        kind: tuple(_named(part, names.id(kind, part.id)) for part in getattr(briefing, kind)) for kind in DECLARED
    }
    records: dict[str, Any]
    records = {kind: _placed(members(dossier, kind), kind, names, id) for kind in KINDS if kind not in DECLARED}
    return replace(
        dossier,
        id=id,
        briefing=_moved(briefing.model_copy(update=declared), briefing.at, id),
        background=dossier.background and _moved(rewrite(dossier.background, names), dossier.background.at, id),
        **records,
    )


def _named(part: Any, id: str) -> Any:
    return part.model_copy(update={"id": id})


def _placed(records: Mapping[str, Record], kind: str, names: Renames, briefing: str) -> dict[str, Any]:
    """Records by their new ids, each told where it stands now."""
    found = {}
    for old_id, record in records.items():
        id = names.id(kind, old_id)
        copy = rewrite(record, names)
        at = record.at
        if kind in ("actors", "places"):
            copy = _named(copy, id)
        else:
            at = replace(at, file=f"{at.file.rpartition('/')[0]}/{id}.yml")
        found[id] = _moved(copy, at, briefing)
    return dict(sorted(found.items()))


def _moved(record: AnyRecord, at: Place, briefing: str) -> AnyRecord:
    root, _, *rest = at.file.split("/")
    record.placed(replace(at, file="/".join([root, briefing, *rest])))
    return record
