"""What differs between two records, field by field: by meaning, so never by layout or the order of fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.history.pairing import label_of, pair
from generator.model.briefing import Section, Side
from generator.model.claims import Figure, Quotation, Response, Statement
from generator.model.fields import Coordinates
from generator.model.records import FigureRef, Part, Record
from generator.problems import Field

Steps = tuple[str, ...]

OWN = frozenset({"id", "corrections", "withdrawn"})
"""Fields of a record that are compared elsewhere: they say what happened to it."""
_IN_ORDER = (Side, Section)
"""Lists whose order readers see as an order."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference. A whole entry that is new, or gone, is one edit."""

    steps: Steps
    """Where, in the names of fields and entries: ('figures', 'belmark-soldiers-killed', 'value')."""
    old: Any
    """None for what is new."""
    new: Any
    """None for what is gone."""
    at: Field
    """Where it stands in the new file, or would."""

    @property
    def field(self) -> str:
        return " ".join(self.steps)


def find_edits(old: Record, new: Record) -> Iterator[Edit]:
    """Everything that differs in two versions of one record, but for its corrections and its withdrawal."""
    for name, info in type(new).model_fields.items():
        if name not in OWN:
            yield from _field(getattr(old, name), getattr(new, name), (name,), (info.alias or name,))


def _part(old: Part, new: Part, steps: Steps, at: Field) -> Iterator[Edit]:
    for name, info in type(new).model_fields.items():
        yield from _field(getattr(old, name), getattr(new, name), (*steps, name), (*at, info.alias or name))


def _field(was: Any, now: Any, steps: Steps, at: Field) -> Iterator[Edit]:
    if was == now:
        return
    if isinstance(was, Part) and isinstance(now, Part):
        yield from _part(was, now, steps, at)
    elif _is_list(was) and _is_list(now):
        is_parts = all(isinstance(item, Part) for item in (*was, *now))
        yield from (_parts if is_parts else _words)(was, now, steps, at)
    else:
        yield Edit(steps, was, now, at)


def _is_list(value: Any) -> bool:
    return type(value) is tuple


def _parts(was: Sequence[Part], now: Sequence[Part], steps: Steps, at: Field) -> Iterator[Edit]:
    pairs = pair(was, now)
    for before, after, place in pairs.kept:
        yield from _part(before, after, (*steps, label_of(after)), (*at, place))
    yield from (Edit((*steps, label_of(part)), part, None, at) for part in pairs.gone)
    yield from (Edit((*steps, label_of(part)), None, part, (*at, place)) for part, place in pairs.new)
    if isinstance(now[:1] and now[0], _IN_ORDER) and not pairs.gone and not pairs.new:
        first, last = (", ".join(map(label_of, order)) for order in (was, now))
        yield from [] if first == last else [Edit((*steps, "order"), first, last, at)]


def _words(was: Sequence[Any], now: Sequence[Any], steps: Steps, at: Field) -> Iterator[Edit]:
    """Plain words and ids, whose order says nothing."""
    gone, new = ([item for item in one if item not in other] for one, other in ((was, now), (now, was)))
    if len(gone) == len(new) == 1:
        yield Edit(steps, gone[0], new[0], at)
    else:
        yield from (Edit(steps, item, None, at) for item in gone)
        yield from (Edit(steps, None, item, at) for item in new)


def written(value: Any) -> str:
    """A field's value as an author writes it; an entry by what it says; 'none' for nothing."""
    match value:
        case None:
            return "none"
        case Figure():
            return f"{value.value.printed} ({value.key})"
        case Quotation():
            return f"{value.source}: “{value.quote}”"
        case Statement():
            return value.says
        case Response():
            return f"{value.kind}: {value.says}" if value.says else value.kind
        case Coordinates():
            return f"{value[0]}, {value[1]}"
        case Part() if not isinstance(value, FigureRef):
            return ", ".join(written(inner) for _, inner in value if inner not in (None, ()))
        case tuple() if not isinstance(value, FigureRef):
            return ", ".join(map(written, value))
    return str(value)
