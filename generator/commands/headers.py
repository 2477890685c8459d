"""`briefings headers`: what a host should send with the built site, in that host's language."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.publishing.engine import published_at
from generator.publishing.headers import header_rules
from generator.publishing.hosts import HOSTS


@click.command()
@click.argument("host", type=click.Choice(list(HOSTS)))
@click.option("-s", "--site", type=click.Path(path_type=Path), help="The built site.  [default: site/]")
@click.pass_obj
def headers(root: Path, host: str, site: Path | None) -> None:
    """Print settings for a host: the policies of the pages as headers, types of files, how long to keep them.

    Every build writes them into the site for Netlify and Cloudflare Pages, as site/_headers. For nginx and Apache,
    print them into a file beside the site, and again when a briefing is added.
    """
    folder = site or root / "site"
    if not (folder / "index.html").is_file():
        raise click.UsageError(f"there is no built site in {folder}; run 'briefings build' first")
    base = urlsplit(published_at(root)).path or "/"
    click.echo(HOSTS[host](header_rules(folder, base)), nl=False)
