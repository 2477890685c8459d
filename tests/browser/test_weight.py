"""What a page weighs on the wire, kind by kind, as a browser loads it and a host compresses it.

The *frame* of a page is everything that its first load brings, each file gzipped, less the gzipped content of its
<article>: less the page's own text, tables, charts and map. What the *next* page costs beside its own text is its frame
without what the overview has brought already.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import NARROW, watched
from tests.browser.test_pages import PAGES

pytestmark = pytest.mark.browser

FRAME, REQUESTS, NEXT = 20_000, 5, 4_000
"""The budget, in bytes and requests."""
KINDS = {kind: address for kind, address in PAGES.items() if kind not in ("results", "edition")}
_ARTICLE = re.compile(rb"<article\b[^>]*>(.*)</article>", re.DOTALL)


def gzipped(body: bytes) -> int:
    return len(gzip.compress(body, 6, mtime=0))


@dataclass(frozen=True)
class Load:
    """The first load of a page: the gzipped size of each file, by its path, the page first."""

    kind: str
    files: Mapping[str, int]
    text: int
    """Of the page's own text and charts, gzipped."""

    @property
    def frame(self) -> int:
        return sum(self.files.values()) - self.text

    def after(self, first: Load) -> int:
        """What it brings beside its own text when another page has been read."""
        page, *rest = self.files
        return self.files[page] - self.text + sum(self.files[path] for path in rest if path not in first.files)


@pytest.fixture(scope="module")
def loads(chromium: Browser, real_root: str) -> dict[str, Load]:
    return {kind: load(kind, chromium, real_root) for kind in KINDS}


def load(kind: str, browser: Browser, root: str) -> Load:
    """Open a page in a browser that has seen nothing of the site."""
    answers: list[Response] = []
    with watched(browser, root, NARROW) as seen:
        seen.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks what it calls
        seen.open(KINDS[kind])
        seen.page.wait_for_load_state("networkidle")
        bodies = {urlsplit(answer.url).path: answer.body() for answer in answers if answer.url.startswith(root)}
        assert [] == seen.faults
    article = _ARTICLE.search(next(iter(bodies.values())))
    assert article
    return Load(kind, {path: gzipped(body) for path, body in bodies.items()}, gzipped(article[1]))


def table(loads: Mapping[str, Load]) -> str:
    """The weights as people compare them."""
    first = loads["overview"]
    lines = [f"{'kind':12}{'text':>9}{'frame':>9}{'requests':>10}{'next':>9}"]
    lines += [
        f"{one.kind:12}{one.text:>9,}{one.frame:>9,}{len(one.files):>10}{one.after(first):>9,}"
        for one in loads.values()
    ]
    return "\n".join(["gzipped bytes", *lines])


def test_frames_keep_to_the_budget(loads: dict[str, Load]) -> None:
    heavy = [one.kind for one in loads.values() if one.frame > FRAME or len(one.files) > REQUESTS]

    assert [] == heavy, table(loads)


def test_the_next_page_costs_its_text_and_little_else(loads: dict[str, Load]) -> None:
    first = loads["overview"]

    assert [] == [one.kind for one in loads.values() if one.after(first) > NEXT], table(loads)


def test_nothing_of_search_is_loaded_before_a_search(loads: dict[str, Load]) -> None:
    parts = ("pagefind", "finder", "vendor")

    assert [] == [(one.kind, path) for one in loads.values() for path in one.files if any(p in path for p in parts)]


def test_the_table_shows_every_kind(loads: dict[str, Load]) -> None:
    print(table(loads))

    assert list(KINDS) == [line.split()[0] for line in table(loads).splitlines()[2:]]
