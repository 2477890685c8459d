"""A file's data together with its comments, each at the field that it stands at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comment:
    """The comments at a field or an entry, each line as typed, '#' first."""

    before: tuple[str, ...] = ()
    """Lines of their own, above it; those at the path () are the head of the file."""
    beside: tuple[str, ...] = ()
    """Behind it on its line, and lines set below that in the same column."""
    after: tuple[str, ...] = ()
    """At the end of a group or a list, indented like what it holds."""
