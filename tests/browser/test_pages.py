"""Every kind of page loads whole and silent, on a phone and on a desk, light and dark, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NARROW, WIDE, watched
from tests.pdf import read_pdf
from tests.projects import REPOSITORY

pytestmark = pytest.mark.browser

SHOTS = REPOSITORY / "build" / "screenshots"
"""Pictures and prints of every kind of page are kept here, for people to look at."""
TALLEST = 2400
"""Pixels of a page that its picture shows."""
BRIEFING = "afghanistan-pakistan-2025/"
PAGES = {
    "home": "",
    "overview": BRIEFING,
    "figures": f"{BRIEFING}figures/",
    "window": f"{BRIEFING}figures/2025-10-11-border-fighting/",
    "timeline": f"{BRIEFING}timeline/",
    "event": f"{BRIEFING}events/2025-10-11-border-fighting/",
    "claim": f"{BRIEFING}claims/2025-10-12-afghan-mod-operation/",
    "background": f"{BRIEFING}background/",
    "actors": f"{BRIEFING}actors/",
    "places": f"{BRIEFING}places/",
    "sources": f"{BRIEFING}sources/",
    "changes": f"{BRIEFING}changes/",
    "method": "method/",
    "contribute": "contribute/",
    "errors": "errors/",
    "privacy": "privacy/",
    "search": "search/",
    "results": "search/?q=Torkham",
    "missing": "404.html",
    "edition": f"{BRIEFING}edition/afghanistan-pakistan-2025.html",
}
SAMPLE_PAGES = {
    "sample-home": "",
    "sample-overview": "arvenia-belmark-2031/",
    "sample-window": "arvenia-belmark-2031/figures/2031-03-05-river-clash/",
    "sample-event": "arvenia-belmark-2031/events/2031-03-12-truce/",
    "sample-claim": "arvenia-belmark-2031/claims/2031-03-06-arvenian-army/",
    "sample-places": "arvenia-belmark-2031/places/",
    "sample-changes": "arvenia-belmark-2031/changes/",
}
ROOTS = {**dict.fromkeys(PAGES, "real_root"), **dict.fromkeys(SAMPLE_PAGES, "sample_root")}
ADDRESSES = PAGES | SAMPLE_PAGES

_SIDEWAYS = """() => {
  const free = [...document.querySelectorAll("body *:not(.scroll *)")].filter((one) => one.checkVisibility());
  const right = Math.max(document.documentElement.scrollWidth, ...free.map((one) => one.getBoundingClientRect().right));
  return Math.floor(right) - document.documentElement.clientWidth;
}"""


def sideways(page: Page) -> int:
    """By how many pixels the page, or anything outside a region that scrolls, is wider than the window."""
    wider: int = page.evaluate(_SIDEWAYS)
    return wider


def picture(page: Page, name: str) -> None:
    """Keep what the page looks like, from its top."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    page.screenshot(path=SHOTS / name, full_page=True, clip=clip)  # type: ignore[arg-type]


def settle(page: Page, kind: str) -> None:
    """Wait for what a search finds."""
    if kind == "results":
        page.locator("#finder .results li").first.wait_for()
        page.locator("#search .results li").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("kind", ADDRESSES)
def test_page_loads_whole_and_silent(
    kind: str, width: int, scheme: str, chromium: Browser, request: pytest.FixtureRequest
) -> None:
    """Nothing scrolls sideways, on the narrowest phones either, but tables in their regions."""
    with watched(chromium, request.getfixturevalue(ROOTS[kind]), width, color_scheme=scheme) as seen:
        page = seen.open(ADDRESSES[kind])
        settle(page, kind)
        picture(page, f"{kind}-{width}-{scheme}.png")

        assert page.locator("h1").count() == 1
        assert sideways(page) <= 0
        if width == NARROW:
            page.set_viewport_size({"width": 320, "height": 640})
            assert sideways(page) <= 0
        assert [] == seen.faults
        assert [] == seen.violations()


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in ("search", "results", "missing")])
def test_page_prints_on_numbered_a4_without_what_only_screens_need(
    kind: str, chromium: Browser, real_root: str
) -> None:
    with watched(chromium, real_root, NARROW, color_scheme="dark") as seen:
        page = seen.open(PAGES[kind])
        title = " ".join(page.locator("h1").inner_text().split())
        pdf = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
        SHOTS.mkdir(parents=True, exist_ok=True)
        (SHOTS / f"{kind}.pdf").write_bytes(pdf)
    sheets = read_pdf(pdf)

    assert {(210, 297)} == {(sheet.width, sheet.height) for sheet in sheets}
    assert all(f"{number} / {len(sheets)}" in sheet.text for number, sheet in enumerate(sheets, 1))
    assert title.replace(" ", "") in sheets[0].text.replace(" ", "")
    assert "Back to the top" not in sheets[-1].text


def test_dark_is_dark(chromium: Browser, real_root: str) -> None:
    light, dark = (_background(chromium, real_root, scheme) for scheme in ("light", "dark"))

    assert light > 200
    assert dark < 60


def _background(chromium: Browser, root: str, scheme: str) -> float:
    """How bright the page is, from 0 to 255, without a script's help."""
    with watched(chromium, root, color_scheme=scheme, java_script_enabled=False) as seen:
        page = seen.open("")
        color = page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
        if color == "rgba(0, 0, 0, 0)":
            color = page.locator("html").evaluate("(html) => getComputedStyle(html).backgroundColor")
        red, green, blue = (float(part) for part in color.split("(")[1].rstrip(")").split(",")[:3])
        return (red + green + blue) / 3


def _words_and_links(page: Page) -> tuple[str, list[str]]:
    links: list[str] = page.locator("header a, footer a, main a").evaluate_all("(all) => all.map((a) => a.href)")
    return " ".join(page.locator("body").inner_text().split()), links


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in ("search", "results")])
def test_text_and_navigation_are_the_same_without_scripts(kind: str, chromium: Browser, real_root: str) -> None:
    with watched(chromium, real_root, NARROW) as seen:
        with_scripts = _words_and_links(seen.open(PAGES[kind]))
    with watched(chromium, real_root, NARROW, java_script_enabled=False) as seen:
        without = _words_and_links(seen.open(PAGES[kind]))

    assert with_scripts == without


def test_menu_opens_without_scripts(chromium: Browser, real_root: str) -> None:
    with watched(chromium, real_root, NARROW, java_script_enabled=False) as seen:
        page = seen.open(BRIEFING)
        link = page.locator("header details nav a", has_text="Timeline")
        assert not link.is_visible()
        page.locator("header details summary").click()
        link.click()

        assert page.url == f"{real_root}{BRIEFING}timeline/"


def test_search_page_without_scripts_says_so_and_offers_lists(chromium: Browser, real_root: str) -> None:
    with watched(chromium, real_root, NARROW, java_script_enabled=False) as seen:
        page = seen.open("search/?q=Torkham")

        assert page.locator("noscript p").is_visible()  # text selectors do not look into <noscript>
        assert "needs scripts" in page.locator("noscript p").inner_text()
        assert not page.locator("#search").is_visible()
        page.locator("main a", has_text="Places").first.click()
        assert page.url == f"{real_root}{BRIEFING}places/"
        assert page.get_by_role("heading", name="Torkham").first.is_visible()


def test_a_page_that_is_not_there_offers_search(chromium: Browser, real_root: str) -> None:
    """Static hosts show 404.html under the address that was asked for; here it is asked for by name."""
    with watched(chromium, real_root, NARROW) as seen:
        page = seen.open("404.html")
        page.get_by_role("searchbox").fill("Torkham")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=Torkham*")

        assert [] == seen.faults
