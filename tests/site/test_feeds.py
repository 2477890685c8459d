"""Feeds on a real site: every entry leads to what is there, and every page leads to its feed."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

from generator.pipeline import Project, write_pages
from tests.projects import SAMPLE, TEMPLATES, Built, hashes
from tests.site.html_pages import Element, read_html

pytestmark = pytest.mark.site

ATOM = "application/atom+xml"
JSON = "application/feed+json"
FRAME = 150
"""Bytes that a page may spend on naming its feeds; the pages about changes name two."""


@pytest.fixture(params=["sample_site", "real_site"])
def built(request: pytest.FixtureRequest) -> Built:
    site = request.getfixturevalue(request.param)
    assert isinstance(site, Built)
    return site


def feeds(built: Built, kind: str) -> list[Path]:
    found = sorted(built.site.glob(f"*/changes.{kind}"))
    assert found
    return found


def links_of(html: str) -> list[str]:
    return [e.attributes["href"] for e in read_html(html).all() if "href" in e.attributes]


def target(built: Built, link: str, feed: Path) -> bool:
    """Whether a link relative to a feed leads to a page, and to an id on it where it names one."""
    path, _, anchor = link.partition("#")
    page = built.site / posixpath.normpath(posixpath.join(feed.parent.name, path)) / "index.html"
    ids = {e.attributes.get("id") for e in read_html(page.read_text("utf-8")).all()} if page.is_file() else set()
    return page.is_file() and (not anchor or anchor in ids)


def test_every_entry_of_atom_leads_to_what_it_tells_of(built: Built) -> None:
    for path in feeds(built, "atom"):
        parsed: Any = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
        links = [link.href for link in parsed.feed.links if link.rel == "alternate"]
        for entry in parsed.entries:
            links += [entry.link, *links_of(entry.content[0].value)]

        assert not parsed.bozo
        assert [] == [link for link in links if not target(built, link, path)]


def test_every_item_of_json_leads_to_what_it_tells_of(built: Built) -> None:
    for path in feeds(built, "json"):
        whole = json.loads(path.read_text("utf-8"))
        links = [whole["home_page_url"], *(item["url"] for item in whole["items"])]

        assert [] == [link for link in links if not target(built, link, path)]


def test_links_are_checked(sample_site: Built) -> None:
    """The checks above would be worth nothing if they found nothing."""
    feed = sample_site.site / "arvenia-belmark-2031" / "changes.atom"

    assert target(sample_site, "../arvenia-belmark-2031/sources/#river-atlas", feed)
    assert not target(sample_site, "../arvenia-belmark-2031/sources/#nowhere", feed)
    assert not target(sample_site, "../arvenia-belmark-2031/nowhere/", feed)


def alternates(html: str) -> list[Element]:
    return [e for e in read_html(html).all() if e.tag == "link" and e.attributes.get("rel") == "alternate"]


def test_each_page_of_a_briefing_leads_feed_readers_to_its_feed(built: Built) -> None:
    for address, html in built.pages().items():
        briefing, _, page = address.partition("/")
        named = {e.attributes["type"]: e.attributes["href"] for e in alternates(html)}
        wanted = {ATOM, JSON} if page in ("", "changes/") else {ATOM}
        if (built.site / briefing / "changes.atom").is_file() and briefing:
            assert wanted == set(named), address
            for link in named.values():
                feed = posixpath.normpath(posixpath.join(address, link))
                assert feed in (f"{briefing}/changes.atom", f"{briefing}/changes.json")


def test_the_home_page_leads_to_the_feeds_of_all_briefings(built: Built) -> None:
    found = [posixpath.normpath(e.attributes["href"]) for e in alternates(built.pages()["/"])]

    assert [path.relative_to(built.site).as_posix() for path in feeds(built, "atom")] == found


def test_naming_the_feed_costs_a_page_little(real_site: Built) -> None:
    for address, html in real_site.pages().items():
        lines = [line for line in html.splitlines() if '<link rel="alternate"' in line]

        assert all(len(line.encode()) < FRAME for line in lines), address
        assert len(lines) <= (2 if address.count("/") <= 1 or address.endswith("/changes/") else 1), address


def test_pages_about_changes_link_both_feeds_where_readers_see_them(sample_site: Built) -> None:
    for address in ("arvenia-belmark-2031/", "arvenia-belmark-2031/changes/"):
        links = {e.text for e in read_html(sample_site.pages()[address]).all() if e.tag == "a"}

        assert {"Atom", "JSON Feed"} <= links


def test_the_same_content_gives_the_same_feeds(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_pages(Project(SAMPLE, TEMPLATES, tmp_path / name, site_url="https://example.org/"))
    one, two = (hashes(tmp_path / name) for name in ("one", "two"))
    written = [uri for uri in one if "/changes." in uri]

    assert 4 == len(written)
    assert [one[uri] for uri in written] == [two[uri] for uri in written]
