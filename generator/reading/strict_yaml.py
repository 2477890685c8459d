"""A strict subset of YAML as plain text values: what the author typed is what the records get.

Works on parser events, so that nothing is built from a hostile file before it is refused:
no anchors, aliases, tags, merge keys, second documents, duplicate keys or empty values, and limits on
size, depth and number of values (TRUST: YAML bombs, deep nesting).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, NoReturn

import yaml

from generator.problems import Field, Place, Problem
from generator.reading.yaml_hints import advise

try:
    from yaml import CSafeLoader as Loader

    LIBYAML = True
except ImportError:  # pragma: no cover - depends on how PyYAML was built
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

    LIBYAML = False

Tree = str | list["Tree"] | dict[str, "Tree"]

MAX_BYTES = 500_000
MAX_DEPTH = 12
MAX_VALUES = 20_000

MAX_HIDDEN = 20
"""So many hidden characters of one file are reported, no more."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Controls that YAML lets through, and characters that show nothing or reorder what is shown.
# U+200C and U+200D join letters in Persian, Pashto and Urdu and stay allowed there.
# A no-break space is fine inside a text, but not where YAML needs a space.
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe"
_HIDDEN = re.compile(
    "[\ud800-\udfff\u0080-\u009f\u00ad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
    "|(?m:(?<=^)[ ]*\u00a0)|(?<=[:-])\u00a0"
    f"|(?<![{_ARABIC}])[\u200c\u200d]|[\u200c\u200d](?![{_ARABIC}])"
)
SMART_QUOTED = re.compile("[“”„«‘][^“”„«»‘]*[“”»’]")
"""A whole text in curly quotation marks: without straight ones around them it is refused."""
_NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""What YAML takes for no value."""


@dataclass(frozen=True, slots=True)
class Mark:
    """1-based line and column, in characters, of a key and of its value."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass
class Document:
    """One file's data, and what is wrong with its YAML."""

    tree: Tree | None
    problems: list[Problem] = field(default_factory=list)
    spoilt: set[Field] = field(default_factory=set)
    """Fields whose value is reported already; whatever else is wrong with them follows from that."""
    marks: dict[Field, Mark] = field(default_factory=dict)
    """Filled only when asked for."""


class _RefusedError(Exception):
    """Reading cannot go on in this file."""


def read_document(file: str, data: bytes, *, with_marks: bool = False) -> Document:
    """Read one file strictly; every mistake that can be told apart is reported."""
    reader = _Reader(file, with_marks)
    text = reader.decode(data)
    if text is not None:
        reader.read(text)
    return reader.document


def parse_events(text: str) -> Iterator[yaml.Event]:
    """The parser's events; raises yaml.YAMLError on the way, where the text is no YAML."""
    return yaml.parse(text, Loader=Loader)


class _Reader:
    def __init__(self, file: str, with_marks: bool) -> None:
        self.document = Document(tree=None)
        self.file = file
        self.with_marks = with_marks
        self.values = 0
        self.hidden_seen = False
        """Whether characters that nobody sees stand in the file itself."""

    def report(self, code: str, message: str, hint: str, mark: object = None) -> None:
        line, column = _position(mark)
        problem = Problem(code, Place(self.file), message, hint, line=line, column=column)
        self.document.problems.append(problem)

    def decode(self, data: bytes) -> str | None:
        if len(data) > MAX_BYTES:
            hint = "split it, or remove what is no record"
            self.report("too-large", f"file of more than {MAX_BYTES // 1000} KB", hint)
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8-sig", "replace")
            self.report(
                "not-utf8",
                "file is not UTF-8",
                "save it with the encoding UTF-8",
                _mark_at(before, len(before)),
            )
            return None
        if "\0" in text[:2]:
            self.report("not-utf8", "file is UTF-16, not UTF-8", "save it with the encoding UTF-8")
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return None if self.has_controls(text) else text

    def has_controls(self, text: str) -> bool:
        """Report characters that nobody sees. True when the text cannot be YAML at all."""
        if not text.isascii():
            for found in islice(_HIDDEN.finditer(text), MAX_HIDDEN):
                self.hidden(text, found.end() - 1)
        control = _CONTROLS.search(text)
        if control:
            self.hidden(text, control.start())
        return control is not None

    def hidden(self, text: str, at: int) -> None:
        self.hidden_seen = True
        name = unicodedata.name(text[at], f"U+{ord(text[at]):04X}").lower()
        hint = "write an ordinary space" if text[at] == "\u00a0" else "delete it"
        self.report("hidden-character", f"invisible character '{name}'", hint, _mark_at(text, at))

    def read(self, text: str) -> None:
        self.text = text
        try:
            self.next: Callable[[], Any] = Loader(text).get_event
            self.document.tree = self.stream()
        except _RefusedError:
            self.document.tree = None
        except yaml.YAMLError as error:
            self.document.tree = None
            self.syntax(error)

    def syntax(self, error: yaml.YAMLError) -> None:
        """Report what stopped the parser, once: neither what it made of that line, nor what a hidden character did."""
        advice = advise(error, self.lines)
        found = self.document.problems
        if any(p.code == "hidden-character" and p.line in (advice.line - 1, advice.line) for p in found):
            return
        self.document.problems = [p for p in found if p.code != "empty-value" or p.line != advice.line]
        place = (advice.line, advice.column)
        self.report("yaml-syntax", "the YAML cannot be read here", advice.hint, place)

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines, for whoever has something to report."""
        return self.text.split("\n")

    def stream(self) -> Tree | None:
        self.next()  # stream start
        if isinstance(self.next(), yaml.StreamEndEvent):
            self.report("empty-file", "file is empty", "write the record or remove the file")
            return None
        tree = self.node(self.next(), (), 1)
        self.next()  # document end
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            hint = "one record a file; remove the line '---'"
            self.refuse("several-documents", "a second document begins here", hint, event)
        return tree

    def refuse(self, code: str, message: str, hint: str, event: yaml.Event) -> NoReturn:
        self.report(code, message, hint, event.start_mark)
        raise _RefusedError

    def node(self, event: yaml.Event, path: Field, depth: int) -> Tree:
        self.values += 1
        if self.values > MAX_VALUES:
            self.refuse("too-many-values", f"more than {MAX_VALUES} values in one file", "split it", event)
        if depth > MAX_DEPTH:
            self.refuse("too-deep", f"nested deeper than {MAX_DEPTH} levels", "check the indentation", event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        self.refuse_magic(event)
        return (
            self.sequence(path, depth)
            if isinstance(event, yaml.SequenceStartEvent)
            else self.mapping(event, path, depth)
        )

    def refuse_magic(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            hint = f"write the value out; quote a text that begins with {sign}"
            self.refuse("yaml-anchor", "anchors and aliases are not used here", hint, event)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            shown = str(tag).replace("tag:yaml.org,2002:", "!!")
            hint = "remove it; quote a text that begins with !"
            self.refuse("yaml-tag", f"tag '{shown}' is not used here", hint, event)

    def scalar(self, event: yaml.ScalarEvent, path: Field) -> str:
        text = self.typed(event, path)
        plain = not event.style  # the two loaders disagree on None and ''
        if not text or text.isspace() or (plain and text in _NOTHING):
            self.spoil("empty-value", "no value here", self.what_to_write(event), event, path)
        if text.isascii():
            return text
        if plain and SMART_QUOTED.fullmatch(text):
            hint = 'use straight quotation marks " " or none; pages set their own'
            self.spoil("smart-quote", "curly quotation marks around the value", hint, event, path)
        return unicodedata.normalize("NFC", text)

    def spoil(self, code: str, message: str, hint: str, event: yaml.Event, path: Field) -> None:
        self.document.spoilt.add(path)
        self.report(code, message, hint, event.start_mark)

    def what_to_write(self, event: yaml.Event) -> str:
        """A value that begins with '#' is a comment to YAML, and none to its author."""
        line, column = _position(event.start_mark)
        rest = self.lines[line - 1][column - 1 :].lstrip() if line <= len(self.lines) else ""
        if rest.startswith("#") and rest[1:2].strip():
            return "put the text in double quotes when it begins with #, or write a value before the comment"
        return "write a value or remove the line"

    def typed(self, event: yaml.ScalarEvent, path: Field) -> str:
        """A key's or a value's own text, when nothing but text was written."""
        if event.anchor or event.tag:
            self.refuse_magic(event)
        if event.style == '"':
            self.check_escapes(event, path)
        text: str = event.value
        return text

    def check_escapes(self, event: yaml.ScalarEvent, path: Field) -> None:
        """What may not stand in a file may not be written as \\u202e or \\0 in double quotes either."""
        found = _CONTROLS.search(event.value) or _HIDDEN.search(event.value)
        if found and not self.hidden_seen:
            message = f"an escape writes the invisible character U+{ord(found[0][-1]):04X}"
            self.spoil("hidden-character", message, "delete it", event, path)

    def sequence(self, path: Field, depth: int) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.mark(here, event, event)
            items.append(self.node(event, here, depth + 1))
        return items

    def mapping(self, start: yaml.Event, path: Field, depth: int) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        if not path:
            self.mark((), start, start)
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            name = self.key(key, path)
            event = self.next()
            here = (*path, name)
            if name in found:
                hint = "each field once; join the two or remove one"
                self.report("duplicate-key", f"'{name[:100]}' appears twice", hint, key.start_mark)
            self.mark(here, key, event)
            found[name] = self.node(event, here, depth + 1)
        return found

    def key(self, event: yaml.Event, path: Field) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse_magic(event)
            self.refuse("yaml-syntax", "a field name must be a word", "write 'name: value'", event)
        name = self.typed(event, (*path, str(event.value)))
        if name == "<<":
            hint = "write the fields out"
            self.refuse("yaml-merge-key", "merge keys are not used here", hint, event)
        return name

    def mark(self, path: Field, key: yaml.Event, value: yaml.Event) -> None:
        if self.with_marks:
            self.document.marks[path] = Mark(_position(key.start_mark), _position(value.start_mark))


def _position(mark: object) -> tuple[int, int]:
    if isinstance(mark, tuple):
        return mark
    if mark is None:
        return (1, 1)
    return (mark.line + 1, mark.column + 1)  # type: ignore[attr-defined]


def _mark_at(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    return (text.count("\n", 0, start) + 1, offset - start + 1)
