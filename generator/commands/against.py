"""What `briefings check --against BASE` adds: changes of published figures that no entry tells."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.commands.showing import show, step
from generator.history.against import find_silent_edits
from generator.history.repository import StateError
from generator.pipeline import Checked
from generator.problems import in_order


def hold_against(base: str | None, root: Path, checked: Checked) -> Checked:
    """The same with one more problem for each silent edit since BASE; without a base, as it is."""
    if base is None:
        return checked
    try:
        verdict = find_silent_edits(base, root / "content", checked.corpus)
    except StateError as error:
        raise click.UsageError(str(error)) from None
    step(f"compared with {verdict.base}")
    for note in verdict.notes:
        click.echo(f"note: {note}", err=True)
    if verdict.unreadable:
        show(verdict.unreadable)
        click.echo(f"a whole briefing at {verdict.base} cannot be read, so nothing was compared", err=True)
        sys.exit(1)
    return replace(checked, problems=tuple(in_order([*checked.problems, *verdict.problems])))
