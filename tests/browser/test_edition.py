"""The one-file edition in a real browser: opened from a stick, without a network, and printed."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.pipeline import Project, write_pages
from tests.pdf import PrintedPage, read_pdf
from tests.projects import REPOSITORY, SAMPLE, TEMPLATES

pytestmark = pytest.mark.browser

BUDGET = 150_000
"""Bytes of the real briefing's edition as a messenger or a host compresses it."""


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Browser:
    """The one Chromium of all browser tests: Playwright runs once in a process."""
    return chromium


@pytest.fixture(scope="module", params=[SAMPLE, REPOSITORY / "content"], ids=["sample", "real"])
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The largest edition, alone in a folder, as somebody receives it."""
    docs = tmp_path_factory.mktemp("docs")
    write_pages(Project(request.param, TEMPLATES, docs))
    largest = max(docs.glob("*/edition/*.html"), key=lambda path: path.stat().st_size)
    return largest.rename(tmp_path_factory.mktemp("stick") / largest.name)


def open_page(
    browser: Browser, edition: Path, *, width: int = 360, dark: bool = False
) -> tuple[Page, list[str], list[str]]:
    """The edition on a machine without a network, what it asked for, and what the browser complained of."""
    context = browser.new_context(
        offline=True, viewport={"width": width, "height": 740}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(edition.as_uri())
    return page, asked, complaints


@pytest.fixture(scope="module")
def printed(browser: Browser, edition: Path) -> list[PrintedPage]:
    page, _, _ = open_page(browser, edition, dark=True)
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    page.context.close()
    return read_pdf(pdf)


def test_it_asks_for_nothing_and_breaks_no_policy(browser: Browser, edition: Path) -> None:
    page, asked, complaints = open_page(browser, edition)
    page.mouse.wheel(0, 100_000)
    page.context.close()

    assert [edition.as_uri()] == asked
    assert [] == complaints


@pytest.mark.parametrize("dark", [False, True])
def test_its_style_is_applied(browser: Browser, edition: Path, dark: bool) -> None:
    page, _, _ = open_page(browser, edition, dark=dark)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.context.close()

    assert ("rgb(255, 255, 255)" == paper) != dark


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(browser: Browser, edition: Path, width: int) -> None:
    page, _, _ = open_page(browser, edition, width=width)
    needed = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()

    assert width >= needed


def test_contents_lead_to_their_chapters(browser: Browser, edition: Path) -> None:
    page, _, _ = open_page(browser, edition)
    for link in page.locator(".contents > ol > li > a").all():
        link.click()
        assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 740
    page.context.close()


def test_it_is_light_enough_to_send(edition: Path) -> None:
    assert len(gzip.compress(edition.read_bytes())) <= BUDGET


def test_it_prints_to_numbered_a4_pages(printed: list[PrintedPage]) -> None:
    assert {(210, 297)} == {(page.width, page.height) for page in printed}
    for number, page in enumerate(printed, 1):
        assert f"{number} / {len(printed)}" in page.text


def test_printed_pages_but_the_first_carry_the_title_and_the_date(
    browser: Browser, edition: Path, printed: list[PrintedPage]
) -> None:
    page, _, _ = open_page(browser, edition)
    title, date = page.title().split(" – ")[0], page.locator(".status").first.inner_text().split("Data")[1]
    page.context.close()

    assert all(title in sheet.text and f"Data{date}" in sheet.text for sheet in printed[1:])


def test_addresses_of_sources_are_printed(browser: Browser, edition: Path, printed: list[PrintedPage]) -> None:
    """All but those with Arabic letters, which a PDF holds in the order of the eye."""
    page, _, _ = open_page(browser, edition)
    urls = page.locator(".sources a[href^=http]").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    page.context.close()
    text = "".join(sheet.text for sheet in printed).replace(" ", "")

    assert [] == [url for url in urls if url.isascii() and url not in text]
