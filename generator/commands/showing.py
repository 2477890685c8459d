"""How commands speak: problems and steps go to the error stream, results to the other."""

from __future__ import annotations

from collections.abc import Iterable

import click

from generator.problems import Problem


def step(text: str) -> None:
    """Say what is being done."""
    click.echo(f"briefings: {text}", err=True)


def show(problems: Iterable[Problem]) -> None:
    """Print each problem as the line that editors make clickable."""
    for problem in problems:
        click.echo(str(problem), err=True)
