"""A file's data together with its comments, each at the field or entry that it stands at."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from dataclasses import field as default
from typing import Any

import yaml

from generator.problems import Field, Problem
from generator.reading.strict_yaml import Tree, parse_events, read_document

_MODELINE = re.compile(r"#\s*yaml-language-server:")

_Position = tuple[int, int]
"""0-based line and column."""
_Events = Iterator[yaml.Event]


@dataclass(frozen=True, slots=True)
class Comment:
    """The comments at a field or an entry, each line as typed, '#' first."""

    before: tuple[str, ...] = ()
    """Lines of their own, above it; those at the path () are the head of the file."""
    beside: tuple[str, ...] = ()
    """Behind it on its line, and lines set below that in the same column."""
    after: tuple[str, ...] = ()
    """At the end of a group or a list, indented like what it holds; those at the path () end the file."""


@dataclass
class Commented:
    """One file's data with its comments; no comments where there are problems."""

    tree: Tree | None
    problems: list[Problem]
    comments: dict[Field, Comment] = default(default_factory=dict)
    modeline: str = ""
    """The comment that tells editors the file's schema, if it stands above the data."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A field or an entry, and what is around it."""

    path: Field
    above: Field
    """Where a comment above it belongs: above the first field of an entry that is the entry."""
    column: int
    """Of the field's name, or of the entry's hyphen."""
    levels: tuple[tuple[Field, int], ...] = ()
    """The groups and lists around it, outermost first, each with the column of what it holds."""
    is_entry: bool = False
    in_brackets: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """A field's name, a text, or a bracket, from where to where."""

    spot: _Spot
    start: _Position
    end: _Position
    closes: bool = False


def read_commented(file: str, data: bytes) -> Commented:
    """Read one file strictly, and find its comments."""
    document = read_document(file, data)
    read = Commented(document.tree, document.problems)
    if read.problems or b"#" not in data:
        return read
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    finder = _Finder(text.split("\n"))
    finder.find(_tokens(text))
    read.comments, read.modeline = finder.found, finder.modeline
    return read


class _Finder:
    """Goes from token to token; whatever begins with '#' between two of them is a comment."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.found: dict[Field, Comment] = {}
        self.modeline = ""
        self.beside: tuple[int, int, Field] | None = None
        """Line and column of the last comment that stood behind something, and what that was."""

    def find(self, tokens: Iterator[_Token]) -> None:
        last: _Token | None = None
        for token in tokens:
            self.between(last, token)
            last = token
        self.between(last, None)

    def between(self, last: _Token | None, following: _Token | None) -> None:
        """Put every comment between two tokens to its field."""
        line, column = last.end if last else (0, 0)
        end = following.start if following else (len(self.lines), 0)
        head = self.end_of_head(end[0]) if last is None else 0
        while (line, column) < end and line < len(self.lines):
            at = self.lines[line].find("#", column, end[1] if line == end[0] else None)
            if at >= 0:
                self.comment(line, at, last, following, is_head=line < head)
            line, column = line + 1, 0

    def end_of_head(self, end: int) -> int:
        """The last empty line above the data: what stands above that is the head of the file."""
        return next((line for line in range(end - 1, -1, -1) if not self.lines[line].strip()), 0)

    def comment(self, line: int, at: int, last: _Token | None, following: _Token | None, *, is_head: bool) -> None:
        text = self.lines[line][at:].rstrip()
        alone = not self.lines[line][:at].strip()
        if not last and not self.modeline and _MODELINE.match(text):
            self.modeline = text
        elif is_head:
            self.add((), before=(text,))
        elif last and not alone and last.end[0] == line:
            self.stand_beside(last.spot.path, line, at, text)
        elif alone and self.beside and self.beside[:2] == (line - 1, at):
            self.stand_beside(self.beside[2], line, at, text)
        else:
            self.stand_alone(text, at if alone else -1, last, following)

    def stand_beside(self, path: Field, line: int, at: int, text: str) -> None:
        self.beside = (line, at, path)
        self.add(path, **{"beside" if path else "after": (text,)})

    def stand_alone(self, text: str, at: int, last: _Token | None, following: _Token | None) -> None:
        """A comment on a line of its own belongs to what follows; set in deeper than that, to what ends above it."""
        levels = last.spot.levels if last else ()
        column = following.spot.column if following else -1
        ending = [path for path, level in levels if column < level <= at]
        if following and following.closes:
            self.add(following.spot.path, after=(text,))
        elif ending and not (following and following.spot.in_brackets):
            self.add(ending[-1], after=(text,))
        elif following:
            self.add(following.spot.above, before=(text,))
        else:
            self.add((), after=(text,))

    def add(self, path: Field, **lines: tuple[str, ...]) -> None:
        known = self.found.get(path, Comment())
        self.found[path] = replace(known, **{where: getattr(known, where) + more for where, more in lines.items()})


def _tokens(text: str) -> Iterator[_Token]:
    """What stands in a file that the strict reader has read without complaint."""
    events = parse_events(text)
    node = next(event for event in events if isinstance(event, yaml.NodeEvent))
    yield from _node(node, events, _Spot((), (), 0))


def _node(event: yaml.Event, events: _Events, spot: _Spot) -> Iterator[_Token]:
    if isinstance(event, yaml.ScalarEvent):
        yield from _text(event, spot)
    elif event.flow_style:  # type: ignore[attr-defined]
        inside = replace(spot, in_brackets=True)
        yield _token(event, spot)
        end = yield from _inside(event, events, inside)
        yield replace(_token(end, inside), closes=True)
    else:
        yield from _inside(event, events, spot)


def _text(event: yaml.ScalarEvent, spot: _Spot) -> Iterator[_Token]:
    token = _token(event, spot)
    if event.style in ("|", ">"):  # a comment may stand between the sign and the text
        line, column = token.start
        yield replace(token, end=(line, column + 1))
        below = (line + 1, 0)
        token = replace(token, start=below, end=max(below, token.end))
    yield token


def _token(event: yaml.Event, spot: _Spot) -> _Token:
    return _Token(spot, _position(event.start_mark), _position(event.end_mark))


def _inside(start: yaml.Event, events: _Events, spot: _Spot) -> Generator[_Token, None, yaml.Event]:
    """The tokens in a group or a list; returns the event that ends it."""
    column = _position(start.start_mark)[1]
    levels = spot.levels if spot.in_brackets else (*spot.levels, (spot.path, column))
    inner = replace(spot, column=column, levels=levels, is_entry=isinstance(start, yaml.SequenceStartEvent))
    for number, event in enumerate(events):
        if isinstance(event, yaml.CollectionEndEvent):
            return event
        path = (*spot.path, number if inner.is_entry else event.value)  # type: ignore[attr-defined]
        child = replace(inner, path=path, above=path)
        first = replace(child, above=spot.above, column=spot.column) if spot.is_entry and not number else child
        if inner.is_entry:
            yield from _node(event, events, first)
        else:
            yield _token(event, first)
            yield from _node(next(events), events, child)
    raise AssertionError("the strict reader lets no file through that ends inside a group")


def _position(mark: Any) -> _Position:
    return (mark.line, mark.column)
