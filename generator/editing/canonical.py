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
    lines += printer.fields(tree, Shape(model), (), 0)
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Printer:
    """Yields lines; `indent` is that of the fields or entries, in spaces."""

    comments: Mapping[Field, Comment]

    def at(self, path: Field) -> Comment:
        return self.comments.get(path, _NO_COMMENT)

    def fields(
        self, tree: Mapping[str, Tree], shape: Shape, path: Field, indent: int, *, entry: bool = False
    ) -> Iterator[str]:
        """The fields of a group; the first one of a list's entry stands behind the hyphen."""
        shapes = shapes_of(shape.model) if shape.model else {}
        names = [*(name for name in shapes if name in tree), *(name for name in tree if name not in shapes)]
        for number, name in enumerate(names):
            first = entry and not number
            pad = " " * (indent - 2 if first else indent)
            key = f"{pad}{'- ' if first else ''}{print_line(name)}:"
            yield from self.node(key, tree[name], shapes.get(name, Shape()), (*path, name), indent)
        yield from (" " * indent + line for line in self.at(path).after)

    def entries(self, items: list[Tree], shape: Shape, path: Field, indent: int) -> Iterator[str]:
        """The entries of a list."""
        pad = " " * indent
        for number, item in enumerate(items):
            here = (*path, number)
            if isinstance(item, dict) and item:
                comment = self.at(here)
                yield from (pad + line for line in (*comment.before, *comment.beside))
                yield from self.fields(item, shape, here, indent + 2, entry=True)
            else:
                yield from self.node(f"{pad}-", item, shape, here, indent)
        yield from (pad + line for line in self.at(path).after)

    def inside(self, node: list[Tree] | dict[str, Tree], shape: Shape, path: Field, indent: int) -> Iterator[str]:
        if isinstance(node, dict):
            return self.fields(node, shape, path, indent)
        return self.entries(node, shape, path, indent)

    def node(self, start: str, node: Tree, shape: Shape, path: Field, indent: int) -> Iterator[str]:
        """What stands behind a key or a hyphen, with the comments above and beside it."""
        comment = self.at(path)
        rest: list[str] = []
        if isinstance(node, str):
            text = folded(node) if shape.one_line else node
            value, *rest = print_text(text, len(start) + 1, indent + 2)
            yield from _first_line(f"{start} {value}", comment, is_block=bool(rest))
        elif not node:
            empty = "{}" if isinstance(node, dict) else "[]"
            yield from _first_line(f"{start} {empty}", replace(comment, before=comment.before + comment.after))
        else:
            yield from _first_line(start, comment)
            yield from self.inside(node, shape, path, indent + 2)
        yield from rest


def _first_line(start: str, comment: Comment, *, is_block: bool = False) -> Iterator[str]:
    """The line of a key or an entry, its comments above and behind it.

    A second line behind it cannot stand above the lines of a text, where it would be read as text.
    """
    pad = " " * (len(start) - len(start.lstrip()))
    above, beside = comment.before, comment.beside
    if is_block and len(beside) > 1:
        above, beside = (*above, *beside), ()
    yield from (pad + line for line in above)
    yield f"{start}  {beside[0]}" if beside else start
    yield from (" " * (len(start) + 2) + line for line in beside[1:])
