"""The options that several kinds of records share, and how they become answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def options(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, in the order in which the help lists them."""

    def decorate(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


COMMON = options(
    click.option("--briefing", metavar="ID", help="The briefing's folder.  [default: the only one]"),
    click.option("--id", "id_", metavar="ID", help="The record's id.  [default: proposed]"),
    click.option(
        "--input/--no-input",
        "asks",
        default=None,
        help="Ask for what no option answers, or take that as an error.  [default: ask at a terminal]",
    ),
)
SOURCE = options(
    click.option("--publisher", metavar="NAME", help="Who publishes a page that is new here."),
    click.option("--source-title", metavar="TEXT", help="Its title, as printed."),
    click.option("--published", metavar="DATE", help="Its date, or 'unknown'."),
    click.option("--language", metavar="CODE", help="Its language: en, fa, ps, ur."),
    click.option("--source-kind", metavar="KIND", help="newspaper, broadcaster, news-agency …"),
    click.option("--read", metavar="HOW", help="full-text or excerpt: how much of it was read."),
    click.option("--republishes", metavar="NAME", help="The agency whose text it is."),
    click.option("--archive", metavar="URL", help="An archived copy."),
    click.option("--source-id", metavar="ID", help="The source's id.  [default: proposed]"),
)
_SOURCE_FIELDS = {"title": "source_title", "kind": "source_kind", "id": "source_id"}
"""Options that are called otherwise than their field, because the main record has a field of that name."""


def answers_of(key: str, values: Mapping[str, Any], **renamed: str) -> dict[str, str]:
    """The options that were used, as answers below a path; `renamed` gives the field of an option."""
    found: dict[str, str] = {}
    for option, value in values.items():
        if value not in (None, ()):
            field = renamed.get(option, option)
            found[f"{key}.{field}"] = ", ".join(value) if isinstance(value, tuple) else str(value)
    return found


def source_answers(values: Mapping[str, Any], key: str = "source") -> dict[str, str]:
    """The options about a new source, as answers."""
    fields = ("publisher", "title", "published", "language", "kind", "read", "republishes", "archive", "id")
    given = {field: values[_SOURCE_FIELDS.get(field, field)] for field in fields}
    return answers_of(key, given)
