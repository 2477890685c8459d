"""What a typed word may mean among known records: the one it names exactly, or those that come near."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_SHOWN = 9
"""So many near matches are offered."""


@dataclass(frozen=True)
class Choice:
    """Something that an answer can name."""

    id: str
    label: str = ""
    """As people know it; the id speaks for itself where empty."""
    also: tuple[str, ...] = ()
    """Other names that find it."""

    @property
    def shown(self) -> str:
        return f"{self.id}: {self.label}" if self.label else self.id

    @property
    def names(self) -> tuple[str, ...]:
        return (self.id, self.label, *self.also)


@dataclass(frozen=True)
class Matches:
    """What was found for a typed word."""

    exact: Choice | None = None
    near: tuple[Choice, ...] = ()
    """Best first; none where `exact` is."""
    misspelt: bool = False
    """Whether the near ones only look alike."""


def find_matches(typed: str, choices: Sequence[Choice]) -> Matches:
    """Compare by id, name and other names, whatever the case, accents and punctuation."""
    wanted = folded(typed)
    same = [choice for choice in choices if wanted in map(folded, filter(None, choice.names))]
    by_id = [choice for choice in same if choice.id == typed.strip()]
    if len(same) == 1 or by_id:
        return Matches(exact=(by_id or same)[0])
    near = same or _by_words(wanted, choices)
    if near:
        return Matches(near=tuple(near[:MOST_SHOWN]))
    return Matches(near=tuple(_alike(wanted, choices)), misspelt=True)


def folded(text: str) -> str:
    """For comparing: no accents, no case, words separated by one space."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def _by_words(wanted: str, choices: Iterable[Choice]) -> list[Choice]:
    """Those that have a word for each typed word that begins with it; failing that, that holds it."""
    words = wanted.split()
    texts = [(choice, folded(" ".join(choice.names)).split()) for choice in choices]
    if not words:
        return []
    begun = [c for c, own in texts if all(any(word.startswith(typed) for word in own) for typed in words)]
    return begun or [c for c, own in texts if all(any(typed in word for word in own) for typed in words)]


def _alike(wanted: str, choices: Iterable[Choice]) -> list[Choice]:
    """Those with a name, or a word of one, that is spelt almost so."""
    spelt: dict[str, list[Choice]] = {}
    for choice in choices:
        names = {folded(name) for name in choice.names}
        for spelling in names | {word for name in names for word in name.split() if len(word) > 3}:
            spelt.setdefault(spelling, []).append(choice)
    close = difflib.get_close_matches(wanted, list(spelt), n=MOST_SHOWN, cutoff=0.72)
    return list(dict.fromkeys(choice for spelling in close for choice in spelt[spelling]))[:MOST_SHOWN]
