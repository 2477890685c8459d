"""Finishing: MkDocs makes pages; this makes them a site, or says why they are none."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.publishing.links import broken_links
from generator.publishing.pagefind import SearchError
from generator.publishing.search import index_site
from generator.publishing.stylesheet import StylesheetError, write_stylesheet

_SHOWN = 20
_UNUSED = ("images", "javascripts", "stylesheets")
"""The theme's assets: its stylesheet is trimmed into ours, and its scripts and pictures are not used."""


class UnfinishedSiteError(Exception):
    """A built folder that must not be published; the message says why. Raised by `finish`."""


def finish(site: Path, *, pages: int, base: str = "/", draft: bool = False) -> None:
    """Turn a folder that MkDocs built into the site: checked, with its search.

    `pages` is how many pages were planned; `base` is the path under which the site is published; `draft` is true in a
    preview, where nothing is trimmed.
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
