"""A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1): `json` over a typed structure.

The one package that was found for it, jsonfeed-util, leaves out the language and writes one address in place of
another; the format is so small that these types say it whole.
"""

from __future__ import annotations

import json
from typing import TypedDict

from generator.pages.feeds import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


class Author(TypedDict):
    name: str


class ChangeClass(TypedDict):
    """Ours, as the format lets a publisher add objects whose names begin with '_'."""

    kind: str
    whose: str
    dated: str
    """As precise as it is known: '2031-03-09', '2031-04', 'by 2031-04-12'."""


class Licence(TypedDict):
    name: str
    url: str


class Item(TypedDict):
    id: str
    url: str
    title: str
    content_html: str
    date_published: str
    tags: list[str]
    _change: ChangeClass


class JsonFeed(TypedDict):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str
    language: str
    authors: list[Author]
    _licence: Licence
    items: list[Item]


def print_json_feed(feed: Feed) -> str:
    """The feed as text, in the order of the specification."""
    whole: JsonFeed = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.url("json"),
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "_licence": {"name": feed.licence, "url": feed.licence_url},
        "items": [item(entry) for entry in feed.entries],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def item(entry: Entry) -> Item:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": entry.instant.isoformat().replace("+00:00", "Z"),
        "tags": [entry.kind, entry.whose],
        "_change": {"kind": entry.kind, "whose": entry.whose, "dated": entry.dated},
    }
