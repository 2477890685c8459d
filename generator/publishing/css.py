"""Stylesheets as rules and groups of rules: read with tinycss2, printed in few bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

Piece = Any
"""A component value of tinycss2; its stubs give no common type that has the attributes."""

_GROUPS = frozenset({"media", "supports", "layer", "container"})


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors with their declarations, (name, value)."""

    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rules under a condition: '@media print'."""

    head: str
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Any other at-rule, as it stands; fonts and animations have a name by which rules use them."""

    text: str
    name: str = ""


Part = Rule | Group | Other


def parsed_css(css: str) -> tuple[Part, ...]:
    """Read a stylesheet; a rule that cannot be parsed is an error."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return tuple(_part(node) for node in nodes if getattr(node, "lower_at_keyword", "") != "charset")


def _part(node: Piece) -> Part:
    if node.type == "qualified-rule":
        return Rule(tuple(_compact(one, "+>~") for one in split_list(node.prelude)), _declarations(node.content))
    if node.type == "error":
        raise ValueError(f"line {node.source_line}: {node.message}")
    head = f"@{node.lower_at_keyword} {_compact(node.prelude)}".strip()
    if node.content is None:
        return Other(f"{head};")
    if node.lower_at_keyword in _GROUPS:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        return Group(head, tuple(_part(child) for child in inner))
    text = f"{head}{{{_compact(node.content, ':;{}')}}}"
    return Other(text, _name_of(node))


def _name_of(node: Piece) -> str:
    if node.lower_at_keyword == "font-face":
        family = dict(_declarations(node.content)).get("font-family", "")
        return family.strip("\"'")
    return _compact(node.prelude) if node.lower_at_keyword.endswith("keyframes") else ""


def _declarations(content: list[Piece]) -> tuple[tuple[str, str], ...]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return tuple(
        (
            node.name if node.name.startswith("--") else node.lower_name,
            _compact(node.value) + ("!important" if node.important else ""),
        )
        for node in nodes
        if node.type == "declaration"
    )


def split_list(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Divide at the commas of the top level."""
    one: list[Piece] = []
    for piece in pieces:
        if piece == ",":
            yield one
            one = []
        else:
            one.append(piece)
    yield one


def _compact(pieces: list[Piece], joints: str = "") -> str:
    """Serialize without comments and needless spaces: none around commas and the given characters."""
    text = tinycss2.serialize([piece for piece in pieces if piece.type != "comment"])
    strings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        strings.append(found[0])
        return f"\0{len(strings) - 1}\0"

    text = re.sub(r'"(?:[^"\\]|\\.)*"|url\([^)]*\)', keep, text)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(rf" ?([,{re.escape(joints)}]) ?", r"\1", text)
    return re.sub(r"\0(\d+)\0", lambda found: strings[int(found[1])], text)


def printed_css(parts: Iterable[Part]) -> str:
    """Print rules in the same order, without needless bytes."""
    return "".join(map(_print_part, parts))


def _print_part(part: Part) -> str:
    if isinstance(part, Other):
        return part.text
    if isinstance(part, Group):
        return f"{part.head}{{{printed_css(part.body)}}}"
    body = ";".join(f"{name}:{value}" for name, value in part.declarations)
    return f"{','.join(part.selectors)}{{{body}}}"
