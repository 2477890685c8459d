"""Which entry of a list was which before: by what names it, then by what it says; never by where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from generator.model.briefing import CrossingChange, Headline
from generator.model.claims import Figure, Quotation, Report, Response, Statement
from generator.model.events import Involved
from generator.model.records import Part

Item = TypeVar("Item", bound=Part)
Key = Callable[[Any], Hashable | None]
"""What two entries must share to be taken for one; None pairs with nothing."""


@dataclass(frozen=True, slots=True)
class Pairs(Generic[Item]):
    """Two lists side by side; numbers are places in the new list."""

    kept: tuple[tuple[Item, Item, int], ...]
    gone: tuple[Item, ...]
    new: tuple[tuple[Item, int], ...]


def pair(old: Sequence[Item], new: Sequence[Item]) -> Pairs[Item]:
    """Pair what is the same thing, the surest signs first."""
    kept: list[tuple[Item, Item, int]] = []
    before, after = list(old), list(zip(new, range(len(new)), strict=True))
    for key in _keys_of((*old, *new)):
        waiting: dict[Hashable, list[Item]] = defaultdict(list)
        for item in before:
            waiting[key(item)].append(item)
        for item, place in tuple(after):
            named = key(item)
            if named is not None and waiting.get(named):
                earlier = waiting[named].pop(0)
                kept.append((earlier, item, place))
                after.remove((item, place))
                before = [other for other in before if other is not earlier]
    return Pairs(tuple(sorted(kept, key=lambda found: found[2])), tuple(before), tuple(after))


def _keys_of(items: Sequence[Part]) -> tuple[Key, ...]:
    for kind, keys in _KEYS.items():
        if items and isinstance(items[0], kind):
            return keys
    return (lambda part: getattr(part, "id", None), lambda part: tuple(_scalars(part)))


def label_of(part: Part) -> str:
    """What an entry is called within its list, for people."""
    match part:
        case Figure():
            return part.key
        case Quotation():
            return part.source
        case Statement():
            return part.point or part.says
        case Response():
            return str(part.to or part.point)
        case Involved():
            return part.actor
        case CrossingChange():
            return part.from_.written
        case Headline():
            return " ".join(filter(None, (part.window, part.of, part.outcome, part.scope)))
    return str(getattr(part, "id", ""))


def _quoted(part: Figure | Statement | Response) -> Hashable:
    return tuple((report.source, report.quote) for report in part.reports)


def _sources(part: Figure | Statement | Response) -> Hashable:
    return tuple(report.source for report in part.reports)


def _scalars(part: Part) -> list[Hashable]:
    return [str(value) for _, value in part]


_KEYS: dict[type[Part], tuple[Key, ...]] = {
    Figure: (
        lambda f: f.key,
        lambda f: (f.value, _quoted(f)),
        lambda f: (f.outcome, f.scope, f.value),
        lambda f: (f.of, f.scope, f.value),
        lambda f: (f.of, f.outcome),
        _quoted,
    ),
    Report: (
        lambda r: (r.source, r.printed, r.quote),
        lambda r: (r.source, r.quote),
        lambda r: (r.source, r.printed),
        lambda r: r.source,
        lambda r: (r.printed, r.quote),
    ),
    Quotation: (lambda q: (q.source, q.quote), lambda q: q.source, lambda q: q.quote),
    Statement: (
        lambda s: (s.point, s.says),
        lambda s: s.says,
        lambda s: (s.point, _quoted(s)),
        lambda s: s.point,
        _sources,
    ),
    Response: (
        lambda r: (r.to, r.point, r.kind, r.says),
        lambda r: (r.to, r.point, r.kind),
        lambda r: (r.to, r.point),
        _quoted,
    ),
    Involved: (lambda i: (i.actor, i.role), lambda i: i.actor),
    CrossingChange: (lambda c: (c.from_, c.state), lambda c: c.from_),
    Headline: (lambda h: (h.window, h.of, h.outcome, h.scope),),
}
"""The keys to try for each kind of entry, one after the other. Subclasses stand before their parents."""
