"""The repository's own content as readers find it: every fact of the first article, by links from the home page."""

from __future__ import annotations

import posixpath
import re
from collections import deque
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.reading.strict_yaml import read_document
from tests.projects import Built
from tests.site.html_pages import main_of, read_html

pytestmark = pytest.mark.site

BRIEFING = "afghanistan-pakistan-2025/"
_FILE = Path(__file__).parent / "article_facts.yml"
FACTS: list[Any] = read_document(_FILE.name, _FILE.read_bytes()).tree["facts"]  # type: ignore[index,call-overload,assignment]


@pytest.fixture(scope="module")
def texts(real_site: Built) -> dict[str, str]:
    """The visible text of every page, in small letters, by address."""
    return {address: main_of(read_html(html)).text.casefold() for address, html in real_site.pages().items()}


@pytest.fixture(scope="module")
def reachable(real_site: Built) -> dict[str, int]:
    """How many links each page is away from the home page; search and scripts play no part."""
    pages = real_site.pages()
    distance = {"/": 0}
    waiting = deque(["/"])
    while waiting:
        here = waiting.popleft()
        for there in _links(here, pages[here]):
            if there in pages and there not in distance:
                distance[there] = distance[here] + 1
                waiting.append(there)
    return distance


@cache
def _links(address: str, html: str) -> frozenset[str]:
    hrefs = (
        e.attributes["href"].partition("#")[0] for e in read_html(html).all() if e.tag == "a" and "href" in e.attributes
    )
    inside = (
        posixpath.normpath(posixpath.join("/" + address, href)) for href in hrefs if not re.match(r"[a-z]+:", href)
    )
    return frozenset(path.strip("/") + "/" for path in inside)


def test_facts_are_all_48() -> None:
    assert [str(n) for n in range(1, 49)] == [fact["n"] for fact in FACTS]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"fact-{fact['n']}")
def test_a_reader_finds_the_fact_on_one_page(
    fact: dict[str, Any], texts: dict[str, str], reachable: dict[str, int]
) -> None:
    address = posixpath.normpath(BRIEFING + fact["on"]) + "/"

    assert [] == [words for words in fact["words"] if not _stands_in(words, texts[address])]
    assert reachable[address] <= 4


def _stands_in(words: str, text: str) -> bool:
    """Whole numbers only: 25 is not found in 2025."""
    return re.search(rf"(?<!\d){re.escape(words.casefold())}(?!\d)", text) is not None


def test_every_page_is_reached_by_links(real_site: Built, reachable: dict[str, int]) -> None:
    assert set(reachable) == set(real_site.pages())
