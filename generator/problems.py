"""What is wrong, where, and how to put it right: one line that editors and CI can click.

Knows nothing of YAML, of records or of the terminal.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Field = tuple[str | int, ...]
"""A path into a file's data: keys and list positions, ('figures', 0, 'value')."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """A file and a field in it; line and column are looked up only when they are needed."""

    file: str
    """Path as shown to people, relative to the project, with '/'."""
    field: Field = ()
    on_key: bool = False
    """True when the key itself is at fault (an unknown field), not its value."""

    def __truediv__(self, step: str | int) -> Place:
        return Place(self.file, (*self.field, step), self.on_key)

    def inside(self, *steps: str | int) -> Place:
        """Several steps down at once."""
        return Place(self.file, self.field + steps, self.on_key)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `message` is lower-case, present tense, with the offending value in quotes."""

    code: str
    at: Place
    message: str
    hint: str = ""
    """What is expected; printed in brackets after the message."""
    severity: Severity = "error"
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        where = f"{self.at.file}:{self.line or 1}:{self.column or 1}"
        return visible(f"{where}: {self.severity}: {self.message}{hint} [{self.code}]")


_STEERS = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]|(?<=#)#(?=\\[)"
)
"""Controls of terminals, line ends, characters that turn a text round, what cannot be encoded,
and the '##[' by which GitHub's runner takes any line that a step prints for a command."""


def visible(text: str) -> str:
    """The text with whatever could steer what shows it spelt out: an escape character is \\x1b."""
    return _STEERS.sub(lambda found: _spelt(ord(found[0])), text)


def _spelt(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file, line, column and code, each problem once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.at.file, p.line, p.column, p.code, p.message))


def summed(problems: Iterable[Problem]) -> str:
    """Say how many there are: '3 errors, 1 warning in 2 files'."""
    listed = list(problems)
    if not listed:
        return "no problems"
    kinds = ("error", "warning")
    counts = [(sum(p.severity == kind for p in listed), kind) for kind in kinds]
    said = ", ".join(f"{n} {kind}{'s' * (n != 1)}" for n, kind in counts if n)
    files = len({p.at.file for p in listed})
    return f"{said} in {files} file{'s' * (files != 1)}"


def nearest(word: str, choices: Iterable[str]) -> str:
    """Phrase the hint for an unknown word: the nearest choice, or the choices when they are few."""
    known = sorted(set(choices))
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    if not known:
        return "none is declared yet"
    shown = ", ".join(known[:12])
    return f"expected one of: {shown}{', …' if len(known) > 12 else ''}"


class BrokenTemplateError(Exception):
    """A template cannot become pages; the message is one line that editors make clickable. Raised by the pipeline."""


@dataclass
class ContentError(Exception):
    """The content cannot become a site; holds every problem found. Raised by the pipeline only."""

    problems: list[Problem] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), summed(self.problems)])
