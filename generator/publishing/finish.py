"""Finishing: MkDocs makes pages; this makes them a site, or says why they are none."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.publishing.files import write_file
from generator.publishing.headers import NAME, header_rules
from generator.publishing.hosts import print_headers_file
from generator.publishing.links import broken_links
from generator.publishing.listing import list_folder
from generator.publishing.manifest import ManifestError, check_files, read_manifest, write_manifest
from generator.publishing.pagefind import SearchError
from generator.publishing.search import index_site
from generator.publishing.stylesheet import StylesheetError, write_stylesheet

_SHOWN = 20
_UNUSED = ("images", "javascripts", "stylesheets")
"""The theme's assets: its stylesheet is trimmed into ours, and its scripts and pictures are not used."""


class UnfinishedSiteError(Exception):
    """A built folder that must not be published; the message says why. Raised by `finish`."""


def finish(site: Path, *, pages: int, content: str, base: str = "/", draft: bool = False) -> None:
    """Turn a folder that MkDocs built into the site: checked, with its search and, last of all, the list of its files.

    `pages` is how many pages were planned; `content` is the hash of what they show; `base` is the path under which the
    site is published; `draft` is true in a preview, where nothing is trimmed or listed.
    """
    found = sorted(site.rglob("index.html"))
    if len(found) != pages:
        raise UnfinishedSiteError(f"{pages} pages were planned and {len(found)} were built")
    broken = broken_links(site, base)
    if broken:
        shown = "\n".join(broken[:_SHOWN])
        raise UnfinishedSiteError(f"{len(broken)} links lead nowhere:\n{shown}")
    if not draft:
        trim(site)
    try:
        index_site(site, found)
    except SearchError as error:
        raise UnfinishedSiteError(str(error)) from None
    if not draft:
        write_file(site / NAME, print_headers_file(header_rules(site, base)))
        seal(site, content)


def seal(site: Path, content: str) -> None:
    """List the files of a finished site with their sums, and read them again: the disk must have what was written."""
    try:
        write_manifest(site, content)
        listing = list_folder(site)
        wrong = list(check_files(listing, read_manifest(listing)))
    except ManifestError as error:
        raise UnfinishedSiteError(str(error)) from None
    if wrong:
        raise UnfinishedSiteError("\n".join(["the disk has lost a part of what was written:", *wrong[:_SHOWN]]))


def trim(site: Path) -> None:
    """Replace the theme's stylesheet and ours by one that holds what the pages use; drop what no page loads."""
    themes = sorted((site / "assets" / "stylesheets").glob("main.*.min.css"))
    if len(themes) != 1:
        raise UnfinishedSiteError(f"expected one stylesheet of the theme, found {len(themes)}")
    try:
        write_stylesheet(site, themes[0])
    except StylesheetError as error:
        raise UnfinishedSiteError(str(error)) from None
    for unused in _UNUSED:
        shutil.rmtree(site / "assets" / unused)
