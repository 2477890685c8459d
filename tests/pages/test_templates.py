"""What templates may do: loop, branch and print; nothing that would let a value act."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import TEMPLATES

OURS = sorted([*TEMPLATES.glob("pages/*.j2"), *TEMPLATES.glob("parts/*.j2")])
FRAME = sorted(TEMPLATES.glob("theme/**/*.html"))
EVERY = [pytest.param(path, id=path.relative_to(TEMPLATES).as_posix()) for path in (*OURS, *FRAME)]
MINE = [pytest.param(path, id=path.relative_to(TEMPLATES).as_posix()) for path in OURS]

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_CODE = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)


def code(path: Path) -> list[str]:
    """The expressions and statements of a template."""
    return _CODE.findall(_COMMENT.sub("", path.read_text("utf-8")))


def markup(path: Path) -> str:
    """What stands around them, with a mark for each value."""
    return _CODE.sub("§", _COMMENT.sub("", path.read_text("utf-8")))


@pytest.mark.parametrize("path", EVERY)
def test_no_template_calls_a_value_safe(path: Path) -> None:
    risky = re.compile(r"\|\s*safe\b|\bMarkup\b|autoescape|\|\s*(?:forceescape|urlize|xmlattr|tojson)\b")

    assert [] == [piece for piece in code(path) if risky.search(piece)]


@pytest.mark.parametrize("path", EVERY)
def test_no_template_has_inline_style_or_script(path: Path) -> None:
    inline = re.compile(r"\sstyle\s*=|\son[a-z]+\s*=|<style\b|<script\b(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)

    assert [] == inline.findall(markup(path))


@pytest.mark.parametrize("path", MINE)
def test_pages_load_nothing_of_their_own(path: Path) -> None:
    assert [] == re.findall(r"<(?:script|iframe|object|embed|img|link|base)\b", markup(path))


@pytest.mark.parametrize("path", EVERY)
def test_attributes_are_double_quoted(path: Path) -> None:
    """A value that is printed may hold an apostrophe, never a quotation mark."""
    assert [] == re.findall(r"<[^>]*\s[\w-]+=(?:'[^']*§|§)[^>]*>", markup(path))


@pytest.mark.parametrize("path", MINE)
def test_parts_are_small(path: Path) -> None:
    macros = re.findall(r"\{%-? macro .*?endmacro -?%\}", path.read_text("utf-8"), re.DOTALL)

    assert [] == [macro.splitlines()[0] for macro in macros if len(macro.splitlines()) > 40]
