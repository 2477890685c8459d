"""New records are tried with the whole briefing; what does not fit is asked again."""

from __future__ import annotations

from collections.abc import Iterable

import click

from generator.commands.asking.interview import AskAgain
from generator.commands.asking.session import Drafts, Session
from generator.editing.trial import find_new_problems
from generator.problems import Problem

_BESIDE: dict[str, tuple[str, ...]] = {
    "quote-lacks-number": ("value", "reports.0.quote"),
    "qualifier-added": ("value", "reports.0.quote"),
    "qualifier-dropped": ("value", "reports.0.quote"),
}
"""By problem: the questions of the figure that may put it right, the field itself being only one of them."""
_ELSEWHERE: dict[str, tuple[str, ...]] = {
    "published-before-said": ("claim.source", "claim.said", "source.published"),
    "said-before-event": ("claim.said", "claim.about"),
    "time-without-day": ("event.when", "event.time"),
}


def verify(session: Session, drafts: Drafts) -> dict[str, str]:
    """Try the drafts with the whole briefing and return their files; ask again for what is wrong."""
    files = session.files(drafts)
    text = repr(files)
    if text in session.tried:
        return files
    problems = find_new_problems(session.dossier, session.briefing, files)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        put_right(session, errors, drafts)
    session.tried.add(text)
    return files


def put_right(session: Session, errors: list[Problem], drafts: Drafts) -> None:
    """Show what is wrong and forget the answers that caused it; stop where nobody can be asked."""
    paths = [path for problem in errors for path in paths_of(session, problem, drafts)]
    if not session.interview.asks or not session.interview.forget(paths):
        for problem in errors:
            click.echo(str(problem), err=True)
        raise click.ClickException("nothing was written")
    click.echo()
    for problem in errors:
        hint = f" ({problem.hint})" if problem.hint else ""
        click.secho(f"  {problem.message}{hint} [{problem.code}]", fg="red")
    click.echo("  Please look at these answers again; Enter keeps what you typed.")
    raise AskAgain


def paths_of(session: Session, problem: Problem, drafts: Drafts) -> Iterable[str]:
    """The questions whose answers can put a problem right; all of its record where none is known."""
    if problem.code in _ELSEWHERE:
        return _ELSEWHERE[problem.code]
    prefix, fields = draft_of(session, problem, drafts)
    if problem.code == "id-date-mismatch" and session.interview.typed.pop(f"{prefix}.id", ""):
        return [f"{prefix}.id"]
    path = ".".join([prefix, *map(str, fields)])
    if problem.code in _BESIDE:
        figure = path.partition(".reports.")[0]
        return [f"{figure}.{name}" for name in _BESIDE[problem.code]]
    known = session.interview.knows(path)
    return [path if known else prefix]


def draft_of(session: Session, problem: Problem, drafts: Drafts) -> tuple[str, tuple[str | int, ...]]:
    """The questions' path of the draft that a problem lies in, and the field in the draft."""
    at = problem.at
    here = {key: draft for key, draft in drafts.items() if at.file.endswith(f"/{draft.file}")}
    if not here:
        return next(reversed(drafts)), ()
    if not next(iter(here.values())).is_entry:
        return next(iter(here)), at.field
    first = 0
    if session.dossier:
        first = len(session.dossier.actors) if at.file.endswith("actors.yml") else len(session.dossier.places)
    number = at.field[1] - first if len(at.field) > 1 and isinstance(at.field[1], int) else 0
    return list(here)[max(0, min(number, len(here) - 1))], at.field[2:]
