"""The end of a conversation: what will be written is shown, tried with the whole briefing, and written."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator.commands.asking.interview import AskAgain, prompt
from generator.commands.asking.session import Ask, Drafts, Session
from generator.commands.asking.trying import verify
from generator.editing.answers import UnfitAnswerError, read_answer
from generator.editing.drafts import Draft
from generator.editing.trial import find_new_problems
from generator.model.briefing import Actor
from generator.publishing.new_files import OverwriteError, write_new

PAGES = {
    "briefing": "{briefing}/",
    "event": "{briefing}/events/{id}/",
    "claim": "{briefing}/claims/{id}/",
    "source": "{briefing}/sources/#{id}",
    "actor": "{briefing}/actors/#{id}",
    "place": "{briefing}/places/#{id}",
}
"""Where the site shows a record."""


def complete(session: Session, ask: Ask, what: str = "nothing was") -> Draft:
    """Ask until everything fits, write it, say what was written. Returns the record that was asked for.

    `what` was written when the person stops.
    """
    while True:
        try:
            drafts = ask(session)
            before = session.before(drafts)
            files = verify(session, drafts)
            if session.interview.asks:
                confirm(session, drafts, files)
        except AskAgain:
            continue
        except click.Abort:
            click.echo(f"\nstopped; {what} written", err=True)
            sys.exit(1)
        write(session, files, before)
        warn(session, files)
        return list(drafts.values())[-1]


def confirm(session: Session, drafts: Drafts, files: Mapping[str, str]) -> None:
    """Show the files; Enter writes them. Any other answer changes something first."""
    key, draft = list(drafts.items())[-1]
    click.echo()
    for name, made in drafts.items():
        if name != key:
            click.secho(f"With it: {session.folder.name}/{made.file} ({made.id})", dim=True)
    click.secho(f"{session.folder.name}/{draft.file}", bold=True)
    shown = files[draft.file] if not draft.is_entry else draft.print_entry()
    click.echo("".join(f"  {line}\n" for line in shown.splitlines() if "#" not in line.lstrip()[:1]), nl=False)
    click.secho("Enter writes it; c changes answers; another name renames it; Ctrl-C drops it.", bold=True)
    typed = prompt("write")
    if typed.lower() in ("", "y", "yes", "write"):
        return
    if typed.lower() in ("n", "no"):
        raise click.Abort
    if typed.lower() in ("c", "change"):
        session.interview.forget([key, *(name for name in drafts if name not in session.added)])
    else:
        rename(session, key, typed)
    raise AskAgain


def rename(session: Session, key: str, typed: str) -> None:
    """Take another id, when it can be one."""
    try:
        session.interview.given[f"{key}.id"] = read_answer(Actor, "id", typed)
        session.interview.forget([f"{key}.id"])
    except UnfitAnswerError as unfit:
        click.secho(f"  {unfit}", fg="red")


def write(session: Session, files: Mapping[str, str], before: Mapping[str, bytes]) -> None:
    """Put the files on the disk and name them."""
    try:
        written = write_new(session.folder, files, before)
    except OverwriteError as error:
        raise click.ClickException(f"{error}; nothing was written") from None
    for path in written:
        verb = "added to" if path.relative_to(session.folder).as_posix() in before else "written:"
        click.echo(f"{verb} {shown(path, session)}")


def warn(session: Session, files: Mapping[str, str]) -> None:
    """What the check would say beside errors."""
    for problem in find_new_problems(session.dossier, session.briefing, files):
        click.secho(str(problem), fg="yellow", err=True)


def shown(path: Path, session: Session) -> str:
    return path.relative_to(session.content.parent).as_posix()


def tell_next(session: Session, draft: Draft) -> None:
    """What to do now."""
    page = PAGES[draft.kind].format(briefing=session.briefing, id=draft.id)
    if draft.kind == "briefing":
        click.echo("next: add what happened with `briefings new event`")
    click.echo(f"next: look at it with `make serve` at http://localhost:8000/{page}")
    click.echo("      then propose it as a pull request whose subject begins with 'content:'")
