"""The list of pages for search engines, where it is known where the site is published."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.dates import When
from generator.pages.site import Page

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_URL = Markup("<url><loc>{}</loc></url>\n")
_DATED = Markup("<url><loc>{}</loc><lastmod>{}</lastmod></url>\n")


def print_sitemap(pages: Iterable[Page], site_url: str) -> dict[str, str]:
    """The file by its place on the site; none where the address of the site is not known.

    Only the content says when a page last changed, and it does so for the lists of a briefing: its as-of day. The day
    of the build, which MkDocs would print, says nothing about a page and differs from build to build.
    """
    if not site_url:
        return {}
    urls = (_print(site_url + page.address, _changed(page)) for page in pages)
    return {"sitemap.xml": _HEAD + "".join(urls) + "</urlset>\n"}


def _print(address: str, day: str) -> str:
    return _DATED.format(address, day) if day else _URL.format(address)


def _changed(page: Page) -> str:
    """The as-of day of the briefing, for a page that shows the whole of it; empty where it is no day."""
    when: When | None = page.briefing.dossier.briefing.as_of if page.briefing and not page.filters else None
    if not when or when != page.as_of or when.start != when.end:
        return ""
    return when.end.isoformat()
