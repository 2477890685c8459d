"""What a record says about its own history: entries that were added, and whether one tells of a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.dates import parse_when
from generator.model.records import Correction, Record
from generator.model.values import parse_value

NOTHING = "none"
"""What an entry writes where nothing was, or is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an entry under `corrections` must say to tell of one change."""

    fields: tuple[str, ...]
    """What its `field` may be; the first is the one to write."""
    old: str
    new: str

    @classmethod
    def by(cls, entry: Correction) -> Told:
        """What an entry says."""
        return cls((entry.field,), entry.was, entry.now)

    def is_in(self, entries: Iterable[Correction]) -> bool:
        """Whether an entry, or several in a row, lead from what was to what is. Nothing else counts.

        `field` must be one of the names and nothing more; `was` and `now` must mean the same value or date, or be
        the same words, capitals aside; `why` must say something. So a correction of another figure, or from or to
        another number, excuses nothing.
        """
        names = {_folded(field) for field in self.fields}
        told = [entry for entry in entries if _folded(entry.field) in names and any(map(str.isalnum, entry.why))]
        steps = [(_meaning(entry.was), _meaning(entry.now)) for entry in told]
        reached, size = {_meaning(self.old)}, 0
        while len(reached) > size:
            size = len(reached)
            reached |= {now for was, now in steps if was in reached}
        return _meaning(self.new) in reached

    @property
    def entry(self) -> str:
        """The line of YAML to add, where only the date and the reason are still to be written."""
        return self.entry_of("YYYY-MM-DD", "…")

    def entry_of(self, date: str, why: str) -> str:
        said = f"field: {_quoted(self.fields[0])}, was: {_quoted(self.old)}, now: {_quoted(self.new)}"
        return f"- {{date: {_quoted(date)}, {said}, why: {why if why == '…' else _quoted(why)}}}"


def new_entries(old: Record, new: Record) -> list[Correction]:
    """Corrections that the older version does not have."""
    return list(_beyond(old.corrections, new.corrections))


def lost_entries(old: Record, new: Record) -> list[Correction]:
    """Corrections that are gone, or say something else now. The reason may be worded anew."""
    return list(_beyond(new.corrections, old.corrections))


def _beyond(some: Iterable[Correction], more: Iterable[Correction]) -> Iterator[Correction]:
    left = Counter(map(_said, some))
    for entry in more:
        if left[_said(entry)]:
            left[_said(entry)] -= 1
        else:
            yield entry


def _said(entry: Correction) -> tuple[object, ...]:
    return (entry.date, entry.field, entry.was, entry.now)


def _meaning(text: str) -> object:
    """The value or the date that a text says, or the text."""
    for parse in (parse_value, parse_when):
        try:
            return parse(text)
        except ValueError:
            continue
    return _folded(text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _quoted(text: str) -> str:
    """As a value inside braces: in quotes where YAML would take a sign in it for its own."""
    plain = text[:1].isalnum() and not set(text) & set(",[]{}#&*!|>%@`\"'\\") and ": " not in text
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return text if plain else f'"{inner}"'
