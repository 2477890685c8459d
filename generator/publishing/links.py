"""Every link inside the site leads somewhere: to a file that exists and an id that is in it."""

from __future__ import annotations

import html
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

_HREF = re.compile(r'<(?:a|link|script|img|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


def broken_links(site: Path, base: str = "/") -> list[str]:
    """Say which page links to what is not there, in order.

    `base` is the path under which the site is published: the error page, which hosts show at any address, begins its
    links with it.
    """
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    ids = {name: {html.unescape(id) for id in _ID.findall(text)} for name, text in pages.items()}
    return [
        f"{name}: {link}"
        for name, text in sorted(pages.items())
        for link in dict.fromkeys(_HREF.findall(text))
        if not _leads_somewhere(_from_root(html.unescape(link), name, base), name, ids, site)
    ]


def _from_root(link: str, page: str, base: str) -> str:
    """A link of the error page as if it stood at the site's root."""
    return "./" + link.removeprefix(base) if page == "404.html" and link.startswith(base) else link


def _leads_somewhere(link: str, page: str, ids: dict[str, set[str]], site: Path) -> bool:
    if re.match(r"[a-z]+:", link):
        return True
    path, _, anchor = link.partition("#")
    target = _target(unquote(path.partition("?")[0]), page)
    if target is None or (target not in ids and not (site / target).is_file()):
        return False
    return not anchor or target not in ids or unquote(anchor) in ids[target]


def _target(path: str, page: str) -> str | None:
    """The file that a link's path means; None when it leaves the site."""
    if not path:
        return page
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if joined.startswith(".."):
        return None
    is_folder = path in (".", "..") or path.endswith(("/", "/.", "/.."))
    return posixpath.normpath(posixpath.join(joined, "index.html")) if is_folder else joined
