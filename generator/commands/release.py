"""`briefings release`: the site as one ZIP, to mirror, to carry on a stick, to read without a server."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from generator.commands.showing import disk_errors_shown
from generator.pipeline import hash_of_content
from generator.publishing.disk import DiskError
from generator.publishing.engine import find_setting
from generator.publishing.listing import ListingError
from generator.publishing.manifest import ManifestError
from generator.publishing.release import Packed, pack


@click.command()
@click.option("-s", "--site", type=click.Path(path_type=Path), help="The built site.  [default: site/]")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The ZIP.  [default: build/release/<name>.zip]")
@click.pass_obj
def release(root: Path, site: Path | None, output: Path | None) -> None:
    """Pack the built site into a ZIP that is read anywhere: from a web server, a disk, a stick.

    The same site gives the same ZIP. In it, links name the page's file (index.html), because only servers show that
    file for its folder; addresses to cite stay as they are. It holds its own list of sums: `briefings verify` takes it.
    """
    name = name_of(root)
    target = output or root / "build" / "release" / f"{name}.zip"
    with disk_errors_shown():
        packed = pack_or_stop(site or root / "site", target, name, hash_of_content(root / "content"))
    click.echo(f"{packed.files} files, {packed.size / 1_000_000:.1f} MB, in {target}")
    click.echo(f"sha256:{packed.sha256}")


def pack_or_stop(site: Path, target: Path, name: str, content: str) -> Packed:
    """Pack a site; when it is not as it was built from this content, say so and stop."""
    try:
        return pack(site, target, name, content)
    except (DiskError, ListingError, ManifestError) as error:
        click.echo(f"{error}\nnothing was packed; first build the site: briefings build", err=True)
        sys.exit(1)


def name_of(root: Path) -> str:
    """The site's name as mkdocs.yml gives it, in the letters of an id."""
    said = find_setting(root, "site_name") or ""
    return re.sub(r"[^a-z0-9]+", "-", said.lower()).strip("-") or "site"
