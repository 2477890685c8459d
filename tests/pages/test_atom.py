"""The Atom feed as a feed reader reads it: by a parser that is not ours."""

from __future__ import annotations

from typing import Any

import feedparser  # type: ignore[import-untyped]

from generator.model.corpus import Dossier
from generator.pages.atom import print_atom
from tests.builders import STORY, claim, dossier, event, figure
from tests.pages.test_feeds import CORRECTION, REVISED, feed
from tests.pages.test_render import HOSTILE
from tests.pages.test_render import story as hostile_story

SITE = "https://example.org/war/"


def read(story: Dossier, site_url: str = SITE) -> Any:
    parsed = feedparser.parse(print_atom(feed(story, site_url)).encode())

    assert not parsed.bozo, parsed.get("bozo_exception")
    assert "atom10" == parsed.version
    return parsed


def test_a_feed_names_itself_its_page_its_author_its_licence_and_its_language() -> None:
    head = read(dossier(*REVISED)).feed
    links = {link.rel: link.href for link in head.links}

    assert "Changes: Red and Blue, 2031" == head.title
    assert "The editors of Red–Blue" == head.author
    assert "CC BY 4.0" == head.rights
    assert "en" == head.language
    assert f"{SITE}{STORY}/changes/" == links["alternate"]
    assert f"{SITE}{STORY}/changes.atom" == links["self"]
    assert "https://creativecommons.org/licenses/by/4.0/" == links["license"]
    assert head.id.startswith("urn:uuid:")
    assert "2031-03-09T12:00:00+00:00" == head.updated


def test_an_entry_is_read_whole() -> None:
    (entry,) = read(dossier(*REVISED)).entries

    assert "Blue Army: 58 → at least 58 Red soldiers killed, 5 March 2031" == entry.title
    assert f"{SITE}{STORY}/claims/2031-03-09-blue-army/#red-soldiers-killed" == entry.link
    assert (2031, 3, 9, 12, 0) == entry.updated_parsed[:5] == entry.published_parsed[:5]
    assert ["revised", "theirs"] == [tag.term for tag in entry.tags]
    assert "text/html" == entry.content[0].type
    assert "<b>Revised by the claimant</b>" in entry.content[0].value


def test_ids_are_different_and_in_order_of_time() -> None:
    entries = read(dossier(*REVISED, event(corrections=[CORRECTION, {**CORRECTION, "was": "4 March"}]))).entries

    assert 3 == len({entry.id for entry in entries})
    assert sorted((entry.updated for entry in entries), reverse=True) == [entry.updated for entry in entries]


def test_a_feed_without_entries_is_whole_and_asks_no_clock() -> None:
    parsed = read(dossier())

    assert [] == parsed.entries
    assert "2031-04-01T12:00:00+00:00" == parsed.feed.updated
    assert print_atom(feed(dossier())) == print_atom(feed(dossier()))


def test_hostile_text_is_read_as_text() -> None:
    for text in HOSTILE:
        entries = read(hostile_story(text)).entries

        assert len(entries) > 3
        assert [] == [entry for entry in entries if "<script" in entry.content[0].value or "onerror=" in entry.link]


def test_a_title_with_markup_arrives_as_it_was_written() -> None:
    wrong = {**CORRECTION, "was": "<b>5</b> & 6", "now": "]]>"}
    (entry,) = read(dossier(claim("monitor", figure("9"), corrections=[wrong]))).entries

    assert "text/plain" == entry.title_detail.type
    assert entry.title.endswith("date: “<b>5</b> & 6” → “]]>”")
