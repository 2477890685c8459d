"""Which feeds there are, and how pages name them: to readers in a line, to feed readers in the head."""

from __future__ import annotations

from dataclasses import dataclass

from generator.arranging.arranged import Arranged
from generator.pages.addresses import feed_uri
from generator.pages.phrases import Phrases

MEDIA_TYPES = {"atom": "application/atom+xml", "json": "application/feed+json"}
"""The kinds of feed that each briefing has, the one first that every feed reader knows."""


@dataclass(frozen=True)
class FeedLink:
    """A feed of a briefing's changes."""

    title: str
    format: str
    media_type: str
    address: str


def feed_links(briefing: Arranged, phrases: Phrases) -> tuple[FeedLink, ...]:
    """A briefing's feeds."""
    title = phrases.plain("feeds.title", briefing=briefing.dossier.briefing.short_title)
    return tuple(
        FeedLink(title, phrases.raw(f"feeds.{kind}"), media_type, feed_uri(briefing.dossier.id, kind))
        for kind, media_type in MEDIA_TYPES.items()
    )
