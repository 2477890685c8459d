"""`briefings check`: every mistake in the content, in one run."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from generator.commands.against import hold_against
from generator.commands.showing import show
from generator.pipeline import check_content
from generator.problems import summed


@click.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--against", "base", metavar="BASE", help="Refuse silent changes of figures since BASE.")
@click.pass_obj
def check(root: Path, strict: bool, base: str | None) -> None:
    """Check every file of content/ and say what is wrong.

    \b
    Each mistake is one line that editors make clickable:
      content/<briefing>/claims/x.yml:14:11: error: unknown outcome 'kiled' (did you mean 'killed'?) [unknown-outcome]
    The code in brackets has a paragraph on the site's method page.

    BASE is a branch, a commit or a folder with the content as it was published, as for `briefings diff`.
    """
    checked = hold_against(base, root, check_content(root / "content"))
    gc.freeze()  # the program ends here: nothing need be searched for circles before it does
    show(checked.problems)
    records = sum(len(list(dossier.records())) for dossier in checked.corpus.dossiers)
    click.echo(f"{summed(checked.problems)}; {records} records read", err=bool(checked.problems))
    if checked.errors or (strict and checked.problems):
        sys.exit(1)
