"""A feed as Atom (RFC 4287), which every feed reader knows. The library writes it; what is ours is which elements."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from generator.pages.feeds import Feed


def print_atom(feed: Feed) -> str:
    """The feed as XML, an entry a line. Nothing in it comes from the clock: every date is given."""
    atom = _Atom(
        title=feed.title,
        link=feed.page_url,
        description=None,
        subtitle=feed.description,
        language=feed.language,
        author_name=feed.author,
        feed_url=feed.url("atom"),
        feed_copyright=feed.licence,
        feed_guid=feed.id,
        licence_url=feed.licence_url,
        updated=feed.updated,
    )
    for entry in feed.entries:
        atom.add_item(
            title=entry.title,
            link=entry.url,
            description=None,
            content=entry.html,
            unique_id=entry.id,
            pubdate=entry.instant,
            updateddate=entry.instant,
            categories=(entry.kind, entry.whose),
        )
    return f"{atom.writeString('utf-8')}\n"


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library has no types
    def latest_post_date(self) -> datetime:
        """The library would take the clock's for a feed without entries."""
        updated: datetime = self.feed["updated"]
        return updated

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("link", "", {"rel": "license", "href": self.feed["licence_url"]})  # RFC 4946
        handler.characters("\n")

    def write_items(self, handler: Any) -> None:
        for item in self.items:
            handler.startElement("entry", {})
            self.add_item_elements(handler, item)
            handler.endElement("entry")
            handler.characters("\n")
