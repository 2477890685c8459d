"""`briefings check`: every mistake in the content, in one run."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from generator.commands.against import hold_against
from generator.commands.selecting import lies_in, named_files
from generator.pipeline import Project, catalogue_address, check_content, rule_words
from generator.problems import ContentError, Problem, summed
from generator.publishing.engine import published_at
from generator.reporting.documents import print_json, print_sarif
from generator.reporting.lines import print_github, print_text
from generator.reporting.report import Report

FORMATS = ("text", "github", "json", "sarif")


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--against", "base", metavar="BASE", help="Refuse silent changes of figures since BASE.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Lines for people; commands that annotate a pull request on GitHub; documents for programs.",
)
@click.pass_obj
def check(root: Path, paths: tuple[Path, ...], strict: bool, base: str | None, form: str) -> None:
    """Check every file of content/ and say what is wrong.

    With PATHs, files or folders of content/, everything is read all the same, since records point at each other;
    only what is wrong in these is shown, and decides the exit code.

    \b
    Each mistake is one line that editors make clickable:
      content/<briefing>/claims/x.yml:14:11: error: unknown outcome 'kiled' (did you mean 'killed'?) [unknown-outcome]
    The code in brackets leads to a paragraph with examples on the site's page of errors: errors/#unknown-outcome

    BASE is a branch, a commit or a folder with the content as it was published, as for `briefings diff`.

    The lines go to the error stream; the other formats go to standard output.
    """
    named = named_files(root, paths)
    checked = hold_against(base, root, check_content(root / "content"))
    gc.freeze()  # the program ends here: nothing need be searched for circles before it does
    shown = tuple(problem for problem in checked.problems if lies_in(problem.at.file, named))
    others = [problem for problem in checked.problems if not lies_in(problem.at.file, named)]
    tell(shown, root, form)
    corpus = checked.corpus
    records = sum(len(list(dossier.records())) for dossier in (*corpus.dossiers, *corpus.partial))
    elsewhere = f"; elsewhere: {summed(others)}" if others else ""
    click.echo(f"{summed(shown)}; {records} records read{elsewhere}", err=bool(shown) or form != "text")
    if any(problem.severity == "error" or strict for problem in shown):
        sys.exit(1)


def tell(problems: tuple[Problem, ...], root: Path, form: str) -> None:
    """Print the problems in one of the FORMATS."""
    published = published_at(root) if (root / "mkdocs.yml").is_file() else ""
    report = Report(problems, folder_in_repository(root), catalogue_address(published))
    if form == "text":
        click.echo(print_text(report), nl=False, err=True)
    elif form == "github":
        click.echo(print_github(report), nl=False)
    elif form == "json":
        click.echo(print_json(report), nl=False)
    else:
        click.echo(print_sarif(report, explained(root)), nl=False)


def explained(root: Path) -> dict[str, dict[str, str]]:
    """What the project's words say about each code; nothing where it has no words."""
    try:
        return rule_words(Project.at(root))
    except ContentError as error:
        raise click.UsageError(str(error)) from None


def folder_in_repository(root: Path) -> str:
    """The way from the top of the repository to the project, with a final '/'; empty at the top or without one."""
    here = root.resolve()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return "" if top == here else f"{here.relative_to(top).as_posix()}/"
