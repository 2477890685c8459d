"""How commands speak: problems and steps go to the error stream, results to the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from generator.problems import Problem
from generator.publishing.disk import DiskError, explained


def step(text: str) -> None:
    """Say what is being done."""
    click.echo(f"briefings: {text}", err=True)


def show(problems: Iterable[Problem]) -> None:
    """Print each problem as the line that editors make clickable."""
    for problem in problems:
        click.echo(str(problem), err=True)


@contextmanager
def disk_errors_shown() -> Iterator[None]:
    """Say what the disk refuses and what to do about it, and stop; a full disk is no bug, and no traceback."""
    try:
        yield
    except DiskError as error:
        click.echo(str(error), err=True)
    except OSError as error:
        click.echo(explained(error), err=True)
    else:
        return
    sys.exit(2)
