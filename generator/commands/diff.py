"""`briefings diff`: what a change of the content does to the figures, by meaning."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import click

from generator.commands.showing import show
from generator.history.against import missing_briefings
from generator.history.compare import compare
from generator.history.data import print_json
from generator.history.printing import print_markdown, print_text
from generator.history.report import Heading, chapters, read_phrases
from generator.history.repository import StateError
from generator.history.states import State, open_state
from generator.pipeline import Checked, check_content
from generator.problems import in_order, summed

Format = Literal["text", "markdown", "json"]


@click.command()
@click.argument("base", required=False)
@click.argument("now", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True,
    help="For the terminal, for a pull request, or for programs.",
)  # fmt: skip
@click.pass_obj
def diff(root: Path, base: str | None, now: str | None, form: Format) -> None:
    """Say what changes for readers: figures, states of questions, records and pages, not lines of files.

    \b
    BASE is a branch, a commit, or a folder with the earlier content. Without it, origin/main (or main) is taken,
    where this branch left it; what lies in content/ now is compared with that.
      briefings diff                    what this branch and the files as they are change
      briefings diff v1 v2              one commit compared with another
      briefings diff ../before          a folder compared with content/
    Layout, comments, the order of fields and renamed files are no change.
    """
    templates = root / "site_templates"
    if not templates.is_dir():
        raise click.UsageError(f"there is no 'site_templates' in {root.resolve()}; figures are said in its words")
    with ExitStack() as opened:
        try:
            before = opened.enter_context(open_state(base, root / "content", exactly=now is not None))
            after = (
                opened.enter_context(open_state(now, root / "content", exactly=True))
                if now
                else State(root / "content", "the files in content/")
            )
        except StateError as error:
            raise click.UsageError(str(error)) from None
        click.echo(render_diff(before, after, templates, form), nl=False)


def render_diff(before: State, after: State, templates: Path, form: Format) -> str:
    """The comparison in one of the forms; stops the command where a whole briefing cannot be read."""
    old, new = (check_or_stop(state) for state in (before, after))
    mistakes = tuple((s.name, checked.errors) for s, checked in ((before, old), (after, new)) if checked.errors)
    heading = Heading(before.name, after.name, (*before.notes, *after.notes), mistakes)
    comparison, phrases = compare(old.corpus, new.corpus), read_phrases(templates)
    if form == "json":
        return print_json(heading, comparison, phrases)
    found = chapters(comparison, old.corpus, new.corpus, phrases)
    return print_markdown(heading, found) if form == "markdown" else print_text(heading, found)


def check_or_stop(state: State) -> Checked:
    """What a state holds, mistakes and all."""
    checked = check_content(state.content)
    missing = missing_briefings(state.content, checked.corpus)
    if missing:
        problems = in_order(checked.errors)
        show(problems)
        names = ", ".join(missing)
        click.echo(f"{summed(problems)} in {state.name}; {names} cannot be read, so nothing was compared", err=True)
        sys.exit(1)
    return checked
