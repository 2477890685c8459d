"""The one form of a content file: the same record gives the same text, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel

from generator.editing.scalars import print_line, print_text
from generator.editing.shapes import Shape, shapes_of
from generator.model.fields import folded
from generator.problems import Field
from generator.reading.commented import Comment
from generator.reading.strict_yaml import Tree

_NO_COMMENT = Comment()
_MAX_KEY = 1_000
"""YAML looks for the colon in the first 1,024 characters only."""


def print_canonical(
    model: type[BaseModel],
    tree: Mapping[str, Tree],
    comments: Mapping[Field, Comment] | None = None,
    modeline: str = "",
) -> str:
    """Print a record's file: its fields in the model's order, unknown ones last, every comment at its field.

    `comments` are keyed by the path of the field or entry that they stand at; () is the file itself.
    """
    printer = _Printer(comments or {})
    head = printer.at(()).before
    lines = [modeline] if modeline else []
    lines += [*head, ""] if head else []
    lines += [] if tree else ["{}"]
    lines += printer.fields(tree, Shape(model), (), 0)
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Printer:
    """Yields lines. `indent` is that of fields or entries, in spaces; `lead` is what stands there before the first."""

    comments: Mapping[Field, Comment]

    def at(self, path: Field) -> Comment:
        return self.comments.get(path, _NO_COMMENT)

    def fields(self, tree: Mapping[str, Tree], shape: Shape, path: Field, indent: int, lead: str = "") -> Iterator[str]:
        """The fields of a group, those that no model knows last; the first field of an entry follows its hyphen."""
        shapes = shapes_of(shape.model) if shape.model else {}
        pad = " " * indent
        names = [*(name for name in shapes if name in tree), *(name for name in tree if name not in shapes)]
        for number, name in enumerate(names):
            start = (pad if number else lead or pad) + _key(print_line(name), pad)
            yield from self.node(start, tree[name], shapes.get(name, Shape()), (*path, name), indent)
        yield from (pad + line for line in self.at(path).after)

    def entries(self, items: list[Tree], shape: Shape, path: Field, indent: int, lead: str = "") -> Iterator[str]:
        """The entries of a list."""
        pad = " " * indent
        for number, item in enumerate(items):
            here = (*path, number)
            start = f"{pad if number else lead or pad}-"
            if isinstance(item, str) or not item:
                yield from self.node(start, item, shape, here, indent)
                continue
            comment = self.at(here)
            yield from _above(start, (*comment.before, *comment.beside))
            if isinstance(item, dict):
                yield from self.fields(item, shape, here, indent + 2, f"{start} ")
            else:
                yield from self.entries(item, shape, here, indent + 2, f"{start} ")
        yield from (pad + line for line in self.at(path).after)

    def node(self, start: str, node: Tree, shape: Shape, path: Field, indent: int) -> Iterator[str]:
        """What stands behind a key or a hyphen, with the comments above and beside it."""
        comment = self.at(path)
        if isinstance(node, str):
            value, *rest = print_text(folded(node) if shape.one_line else node, len(start) + 1, indent + 2)
            yield from (*_first_line(f"{start} {value}", comment, is_block=bool(rest)), *rest)
        elif not node:
            empty = "{}" if isinstance(node, dict) else "[]"
            yield from _first_line(f"{start} {empty}", replace(comment, before=comment.before + comment.after))
        else:
            yield from _first_line(start, comment)
            if isinstance(node, dict):
                yield from self.fields(node, shape, path, indent + 2)
            else:
                yield from self.entries(node, shape, path, indent + 2)


def _first_line(start: str, comment: Comment, *, is_block: bool = False) -> Iterator[str]:
    """The line of a key or an entry, its comments above and behind it.

    A second line behind it cannot stand above the lines of a text, where it would be read as text.
    """
    above, beside = comment.before, comment.beside
    if is_block and len(beside) > 1:
        above, beside = (*above, *beside), ()
    yield from _above(start, above)
    yield f"{start}  {beside[0]}" if beside else start
    yield from (" " * (len(start) + 2) + line for line in beside[1:])


def _key(name: str, pad: str) -> str:
    return f"{name}:" if len(name) <= _MAX_KEY else f"? {name}\n{pad}:"


def _above(start: str, comment: tuple[str, ...]) -> Iterator[str]:
    pad = " " * (len(start) - len(start.lstrip()))
    yield from (pad + line for line in comment)
