"""Where a template is broken: the line to look at, instead of a traceback through the engine."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2

from generator.pages.phrases import WordsError
from generator.problems import BrokenTemplateError, visible


@contextmanager
def located_in(templates: Path) -> Iterator[None]:
    """Turn a mistake in a template, or in the words that it asks for, into one located line: BrokenTemplateError.

    A bug of ours passes as it is.
    """
    try:
        yield
    except Exception as error:
        fault = find_fault(error, templates)
        if fault is None:
            raise
        raise BrokenTemplateError(fault) from error


def check_theme(theme: Path) -> None:
    """Parse the pages around the pages, which MkDocs would only come to at the end."""
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in sorted(theme.rglob("*.html")):
        environment.parse(path.read_text("utf-8"), path.name, str(path))


def find_fault(error: Exception, templates: Path) -> str | None:
    """The line of a template in which an error arose, and what is wrong there; None where it arose elsewhere."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename).is_relative_to(templates)]
    where, line = (Path(inside[-1].filename), inside[-1].lineno) if inside else (None, 1)
    match error:
        case jinja2.TemplateSyntaxError():
            where, line = Path(error.filename or templates / (error.name or "")), error.lineno
        case jinja2.TemplateNotFound():
            where = where or templates / (error.name or "")
        case WordsError():
            where = where or templates / "words"
        case jinja2.TemplateError():
            pass
        case _ if not inside or frames[-1] is not inside[-1]:
            return None
    shown = where.relative_to(templates.parent).as_posix() if where else templates.name
    return visible(f"{shown}:{line or 1}: error: {_what(error)}")


def _what(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template '{error.name}'"
    if isinstance(error, jinja2.TemplateSyntaxError):
        return str(error.message)
    return str(error)
