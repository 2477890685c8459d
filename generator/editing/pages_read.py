"""What the corpus knows of a page's address: which source it is, who publishes there, and when it came out."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.model.corpus import Dossier
from generator.model.dates import parse_when
from generator.model.events import Source
from generator.rules.links import page_of

_DATE = re.compile(r"(?<!\d)(20\d\d)([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class House(NamedTuple):
    """Who publishes on a site, as earlier sources say."""

    publisher: str
    language: str
    kind: str


def is_address(text: str) -> bool:
    """Whether somebody gave a page's address, and not the name of a source."""
    return bool(re.match(r"(https?://|www\.)", text.strip(), re.IGNORECASE))


def find_source(dossier: Dossier, url: str) -> Source | None:
    """The source that this page is already."""
    page = page_of(url)
    return next((source for source in dossier.sources.values() if page_of(source.url) == page), None)


def find_house(dossier: Dossier, url: str) -> House | None:
    """Publisher, language and kind, when all earlier pages of the site agree on them."""
    host = _host(url)
    houses = {House(s.publisher, s.language, s.kind) for s in dossier.sources.values() if _host(s.url) == host}
    return houses.pop() if len(houses) == 1 else None


def date_in(url: str) -> str:
    """The day that an address names ('/2031/03/06/'), empty where it names none."""
    found = _DATE.search(urlsplit(url).path)
    try:
        return parse_when("-".join(found.group(1, 3, 4))).written if found else ""
    except ValueError:
        return ""


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
