"""The ZIP, unpacked: read from a disk without a server, and from a folder of any server."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import NARROW, Watched, watched
from tests.browser.serving import serve
from tests.browser.test_search import search, titles
from tests.projects import Built, run_module

pytestmark = pytest.mark.browser

LINKS = "(links) => links.map((link) => link.href)"


@pytest.fixture(scope="module")
def unpacked(sample_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the sample where a reader has unpacked it."""
    stick = tmp_path_factory.mktemp("stick with spaces & ü")
    done = run_module("generator", "release", "--output", str(stick / "x.zip"), root=sample_site.root)
    assert 0 == done.returncode, done.stdout
    with zipfile.ZipFile(stick / "x.zip") as archive:
        archive.extractall(stick)
    return stick / "conflict-briefings"


@pytest.fixture
def offline(chromium: Browser, unpacked: Path) -> Iterator[Watched]:
    with watched(chromium, f"{unpacked.as_uri()}/") as page:
        yield page


def file_of(url: str) -> Path:
    return Path(unquote(urlsplit(url).path))


def test_every_page_is_reached_by_links_that_lead_to_files(offline: Watched, unpacked: Path) -> None:
    """A folder's address would show a list of files."""
    waiting, seen = [f"{unpacked.as_uri()}/index.html"], set()
    while waiting:
        url = waiting.pop()
        if url in seen or not url.endswith(".html"):
            continue
        seen.add(url)
        offline.page.goto(url)
        links = {
            link.partition("#")[0].partition("?")[0] for link in offline.page.locator("a[href]").evaluate_all(LINKS)
        }
        inside = {link for link in links if link.startswith("file:")}
        assert [] == [link for link in inside if not file_of(link).is_file()], url
        waiting += inside
        if "/edition/" not in url:
            assert "flex" == offline.page.locator(".masthead").evaluate("(it) => getComputedStyle(it).display"), url
            assert [] == offline.violations()

    pages = {path.as_uri() for path in unpacked.rglob("*.html")}
    assert pages == seen
    assert [] == offline.faults


def test_a_reader_clicks_through(offline: Watched) -> None:
    page = offline.open("index.html")
    page.locator("main a").first.click()
    page.locator(".masthead nav.section a").nth(2).click()
    page.locator("main a[href*='events/']").first.click()
    heading = page.get_by_role("heading", level=1).inner_text()
    page.locator(".neighbours a").first.click()
    assert heading != page.get_by_role("heading", level=1).inner_text()
    page.locator(".crumbs a").first.click()

    assert page.url == f"{offline.root}index.html"
    assert [] == offline.faults


def test_the_menu_and_the_dark_colours_work(chromium: Browser, unpacked: Path) -> None:
    backgrounds = set()
    for scheme in ("light", "dark"):
        with watched(chromium, f"{unpacked.as_uri()}/", NARROW, color_scheme=scheme) as seen:
            page = seen.open("arvenia-belmark-2031/index.html")
            backgrounds.add(page.locator("body").evaluate("(it) => getComputedStyle(it).backgroundColor"))
            page.locator("details.menu summary").click()
            page.locator("details.menu a", has_text="Timeline").click()
            assert page.url.endswith("/timeline/index.html")
            assert [] == seen.faults
    assert 2 == len(backgrounds)


def test_search_says_what_it_needs(offline: Watched) -> None:
    page = offline.open("arvenia-belmark-2031/index.html")
    page.get_by_role("searchbox").fill("bridge")
    page.keyboard.press("Enter")
    page.locator("#search [role=status]", has_text="Search needs a web server").wait_for()

    assert page.url.endswith("/search/index.html?q=bridge")
    page.locator("main ul.plain a").first.click()
    assert page.url.endswith("/figures/index.html")
    assert [] == offline.faults
    assert [] == offline.violations()


def test_from_a_folder_of_a_server_all_of_it_works(chromium: Browser, unpacked: Path) -> None:
    with serve(unpacked.parent) as root, watched(chromium, f"{root}conflict-briefings/") as seen:
        page = search(seen, "drones")
        assert "Drones over Lower Sorn" in " ".join(titles(page))
        page.locator("#search .results li a").first.click()
        page.locator(".masthead .name").click()
        assert page.url == f"{seen.root}index.html"
        assert [] == seen.faults
        assert [] == seen.violations()


def test_without_scripts_it_reads_the_same(chromium: Browser, unpacked: Path) -> None:
    with watched(chromium, f"{unpacked.as_uri()}/", java_script_enabled=False) as seen:
        page = seen.open("search/index.html")
        assert "needs scripts" in page.locator("noscript p").inner_text()
        page.locator("main ul.plain a").first.click()
        assert page.url.endswith("/figures/index.html")
