"""`briefings build`, `serve` and `zensical`: pages from the content, and a site from the pages."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from generator.commands.showing import disk_errors_shown, show, step
from generator.pipeline import Project, Written, write_pages
from generator.problems import BrokenTemplateError, ContentError, summed
from generator.publishing.draft import may_be_replaced
from generator.publishing.engine import EngineError, build_site, find_setting, language_at, published_at, serve_site
from generator.publishing.turns import turn
from generator.publishing.zensical import build_with_zensical


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where the site goes.  [default: site/]")
@click.pass_obj
def build(root: Path, output: Path | None) -> None:
    """Build the site, and replace the old one only when the new one is whole.

    Checks the content, writes the pages as Markdown to build/docs/, lets MkDocs make HTML of them, trims the
    stylesheet, indexes the search, checks every link and lists every file with its sum. The old site stays up until all
    of that is done, and then they change places in one step.
    """
    site = output or root / "site"
    started = time.monotonic()
    with disk_errors_shown(), turn(project_at(root).docs, step) as ours:
        if not may_be_replaced(site):
            raise click.UsageError(f"{site} holds something other than a site built here; choose a new folder")
        step("reading and checking content/")
        written = write_or_stop(root)
        step(f"building {written.pages} pages")
        try:
            printed = build_site(root, site, ours)
        except EngineError as error:
            click.echo(f"{error}\nthe site was not replaced: {site}", err=True)
            sys.exit(1)
    if printed:
        click.echo(printed, err=True)
    took = time.monotonic() - started
    click.echo(f"{written.pages} pages in {site}/ after {took:.0f} s; open it with any static server:")
    click.echo(f"  {Path(sys.executable).name} -m http.server -d {site}")


@click.command()
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Show the site in a browser and rebuild it when a file is saved.

    A save with a mistake prints the mistake and leaves the last good site up. Stop with Ctrl-C.
    """
    with disk_errors_shown(), turn(project_at(root).docs, step):
        write_or_stop(root)
    sys.exit(serve_site(root, address))


@click.command()
@click.pass_obj
def zensical(root: Path) -> None:
    """Build the same pages with Zensical, into build/zensical/.

    Material for MkDocs receives no new features, so the pages must not depend on it alone. Zensical uses its own theme.
    """
    with disk_errors_shown(), turn(project_at(root).docs, step):
        written = write_or_stop(root)
        try:
            built = build_with_zensical(root, written.nav)
        except EngineError as error:
            click.echo(str(error), err=True)
            sys.exit(2)
    click.echo(f"{built} pages in {root / 'build' / 'zensical'}/")


def write_or_stop(root: Path) -> Written:
    """Write the pages; when the content or a template has mistakes, show them and stop."""
    try:
        return write_pages(project_at(root))
    except ContentError as error:
        show(error.problems)
        click.echo(f"{summed(error.problems)}; the site was not built", err=True)
    except BrokenTemplateError as error:
        click.echo(f"{error}\na template is broken; the site was not built", err=True)
    sys.exit(1)


def project_at(root: Path) -> Project:
    """The project in a folder, with what its mkdocs.yml says of the outside."""
    missing = [name for name in ("site_templates", "mkdocs.yml") if not (root / name).exists()]
    if missing:
        raise click.UsageError(f"there is no '{missing[0]}' in {root.resolve()}; a site needs it")
    project = Project.at(root)
    return replace(
        project,
        site_url=published_at(root),
        language=language_at(root) or project.language,
        repo_url=find_setting(root, "repo_url") or "",
        edit_uri=find_setting(root, "edit_uri"),
    )
