"""What a browser keeps of a reader's visit, and whom it asks: nothing, and nobody else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Request, Route

from tests.browser.conftest import Watched, watched
from tests.browser.serving import serve
from tests.browser.test_pages import PAGES
from tests.browser.test_search import search
from tests.projects import Built

pytestmark = pytest.mark.browser

KEPT = """async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
OVERVIEW = "arvenia-belmark-2031/"


def test_a_reader_of_every_page_leaves_nothing_behind_and_asks_nobody_else(
    chromium: Browser, sample_site: Built
) -> None:
    """One visit to every file of HTML, the one-file editions and the page for missing addresses among them."""
    addresses = [path.relative_to(sample_site.site).as_posix() for path in sorted(sample_site.site.rglob("*.html"))]
    with serve(sample_site.site) as root, watched(chromium, root, color_scheme="dark") as seen:
        for address in addresses:
            page = seen.open(address.removesuffix("index.html"))
            assert NOTHING == page.evaluate(KEPT), address
            assert [] == seen.violations(), address

        assert [] == seen.faults
        assert [] == seen.page.context.cookies()


@pytest.mark.parametrize("kind", PAGES)
def test_no_kind_of_page_of_the_real_site_keeps_anything(kind: str, real: Watched) -> None:
    page = real.open(PAGES[kind])

    assert NOTHING == page.evaluate(KEPT)
    assert [] == real.faults


def test_searching_and_copying_keep_nothing(chromium: Browser, sample_root: str) -> None:
    with watched(chromium, sample_root, permissions=["clipboard-read", "clipboard-write"]) as seen:
        page = seen.open(f"{OVERVIEW}figures/2031-03-05-river-clash/")
        page.get_by_role("button", name="Copy").first.click()
        page.get_by_role("button", name="Copied").first.wait_for()
        page = search(seen, "Sorn")

        assert NOTHING == page.evaluate(KEPT)
        assert [] == seen.faults


def test_what_is_typed_on_the_search_page_is_not_sent(chromium: Browser, sample_root: str) -> None:
    asked: list[str] = []
    with watched(chromium, sample_root) as seen:
        seen.page.on("request", lambda request: asked.append(request.url))
        search(seen, "Zorn Bridge")

        assert asked
        assert [] == [url for url in asked if "zorn" in url.lower()]


def test_a_source_is_not_told_where_its_reader_came_from(chromium: Browser, real_root: str) -> None:
    """The link is followed for real; another site's answer is given here."""
    followed: list[Request] = []

    def answer(route: Route) -> None:
        followed.append(route.request)
        route.fulfill(content_type="text/html", body="<title>there</title>")

    with watched(chromium, real_root) as seen:
        context: BrowserContext = seen.page.context
        context.route(lambda url: not url.startswith(real_root), answer)
        page = seen.open(PAGES["sources"])
        link = page.locator("main a[href^=http]").first
        assert [] == followed
        link.hover()
        assert [] == followed
        link.click()
        page.wait_for_function("document.title === 'there'")

        assert "referer" not in followed[0].all_headers()
        assert "" == page.evaluate("document.referrer")
        assert page.evaluate("window.opener") is None
