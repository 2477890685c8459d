"""A briefing's changes as a feed: what both formats say. `atom` and `json_feed` print it.

- Every change is an entry, however old: a record may be added long after the change that it tells of.
- Ids do not depend on where the site stands; addresses are whole where that is known, and else relative to the feed.
- A feed wants an instant where records have days, months or years: noon UTC, the same day for nearly every reader, of
  the first day that the date may mean, by which the site's lists are in order too; the last day of a month or year may
  not have come yet. The date as it was coded stands in each entry's text.
- The feed is as new as its newest entry; without one, as the data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from generator.arranging.arranged import Arranged
from generator.arranging.changes import Change, is_ours
from generator.model.dates import When
from generator.pages.addresses import address
from generator.pages.changes import change_address, change_ids, change_title, urn
from generator.pages.feed_links import FeedLink, feed_links
from generator.pages.render import Printer

FROM_FEED = "../"
"""The way from a feed to the site's root, where it is not known where the site stands."""
_SPACE = re.compile(r"\s+")
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of text: a title must not turn what a reader's program prints beside it."""
_UNSEEN = re.compile(f"[{_TURNING}\ufffe\uffff]")
_UNSEEN_ENTITY = re.compile(r"&#(?:1564|820[67]|823[4-8]|829[4-7]|6553[45]);")


@dataclass(frozen=True)
class Entry:
    """One change."""

    id: str
    url: str
    title: str
    html: str
    instant: datetime
    dated: str
    """The date in the form of the records, no finer than it is known."""
    kind: str
    whose: str
    """'theirs' or 'ours'."""


@dataclass(frozen=True)
class Feed:
    """A briefing's changes, newest first."""

    id: str
    title: str
    description: str
    language: str
    author: str
    licence: str
    licence_url: str
    page_url: str
    """Of the page that shows the same changes."""
    links: tuple[FeedLink, ...]
    root: str
    updated: datetime
    entries: tuple[Entry, ...]

    def url(self, kind: str) -> str:
        """Where the feed itself stands."""
        return self.root + next(link.address for link in self.links if link.address.endswith(f".{kind}"))


def plan_feed(briefing: Arranged, printer: Printer, language: str) -> Feed:
    """What a briefing's feeds tell."""
    phrases, about = printer.phrases, briefing.dossier.briefing
    root = printer.site_url or FROM_FEED
    page = f"{address(about)}changes/"
    entries = tuple(plan_entries(briefing, printer, root))
    return Feed(
        id=urn(page),
        title=plain(phrases.plain("feeds.title", briefing=about.title)),
        description=plain(phrases.plain("pages.changes.description", title=about.title)),
        language=language,
        author=plain(phrases.plain("feeds.author", briefing=about.short_title)),
        licence=phrases.raw("feeds.licence"),
        licence_url=phrases.raw("feeds.licence_url"),
        page_url=root + page,
        links=feed_links(briefing, phrases),
        root=root,
        updated=max((entry.instant for entry in entries), default=instant(about.as_of)),
        entries=entries,
    )


def plan_entries(briefing: Arranged, printer: Printer, root: str) -> Iterator[Entry]:
    changes = briefing.changes.newest
    for change, id in zip(changes, change_ids(changes), strict=True):
        yield plan_entry(change, id, briefing, printer, root)


def plan_entry(change: Change, id: str, briefing: Arranged, printer: Printer, root: str) -> Entry:
    html = printer.render_part("changes", "entry", change, briefing, root=root)
    return Entry(
        id=id,
        url=root + change_address(change),
        title=plain(change_title(change, briefing.dossier, printer.phrases)),
        html=_UNSEEN_ENTITY.sub("", _SPACE.sub(" ", html)),
        instant=instant(change.date),
        dated=change.date.written,
        kind=change.kind,
        whose="ours" if is_ours(change) else "theirs",
    )


def instant(when: When) -> datetime:
    """Noon UTC of the first day that a date may mean; of "by", of the day that it names."""
    return datetime.combine(when.start_or_end, time(12), UTC)


def plain(text: str) -> str:
    """A line that is the same in XML, JSON and on a reader's list: no controls, no turning of direction."""
    folded = _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()
    return "".join(c for c in folded if unicodedata.category(c) not in ("Cc", "Cs"))
