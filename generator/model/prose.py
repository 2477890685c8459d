"""References inside prose: [figure:CLAIM#KEY], [event:ID|words to show], [not-a-figure:48].

Prose is our own text. It holds no casualty number: it points at a claim,
and the page prints the figure with its owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = ("figure", "claim", "event", "actor", "place", "source", "not-a-figure")

_REFERENCE = re.compile(r"\[([a-z-]+):([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]")


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference as written; `start` and `end` bound it in the text."""

    kind: str
    target: str
    words: str
    """What to show instead of the record's own name; empty where absent."""
    start: int
    end: int


def references(prose: str) -> Iterator[Reference]:
    """All references of a text in order, those of unknown kinds too."""
    for found in _REFERENCE.finditer(prose):
        yield Reference(found[1], found[2].strip(), (found[3] or "").strip(), found.start(), found.end())


def without_references(prose: str) -> str:
    """The text with each reference replaced by the words it shows, padded to keep every position."""
    kept = list(prose)
    for reference in references(prose):
        shown = "" if reference.kind == "not-a-figure" else reference.words
        width = reference.end - reference.start
        kept[reference.start : reference.end] = shown[:width].ljust(width)
    return "".join(kept)
