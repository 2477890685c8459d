"""`briefings verify`: whether a published site, a mirror or a ZIP is as it was built."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.showing import disk_errors_shown
from generator.publishing.listing import ListingError, listed
from generator.publishing.manifest import MANIFEST, ManifestError, check_files, read_manifest


@click.command()
@click.argument("site", type=click.Path(path_type=Path))
def verify(site: Path) -> None:
    """Check every file of SITE, a folder or a ZIP, against the sums that were listed when it was built.

    \b
    Each file that is not as listed is named on a line of its own:
      changed: arvenia-belmark-2031/index.html
      missing: search/index.html
      surplus: search/more.js
    Links, odd names and whatever is no plain file are refused. A list that was changed along with the files shows
    nothing: compare the sum of the list, printed last, with that of the publisher.
    """
    with disk_errors_shown():
        try:
            with listed(site) as listing:
                manifest = read_manifest(listing)
                wrong = list(check_files(listing, manifest))
        except (ListingError, ManifestError) as error:
            click.echo(str(error), err=True)
            sys.exit(1 if isinstance(error, ManifestError) else 2)
    for line in wrong:
        click.echo(line)
    if wrong:
        click.echo(f"{len(wrong)} of {len(manifest.sums)} files are not as listed", err=True)
        sys.exit(1)
    click.echo(f"{len(manifest.sums)} files are as listed; made by {manifest.maker}")
    click.echo(f"content  sha256:{manifest.content}")
    click.echo(f"{MANIFEST}  sha256:{manifest.sha256}")
