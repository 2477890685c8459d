"""Nobody is kept out: what axe-core finds, what stands out from its background, what a finger and a keyboard reach."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import HEIGHT, NARROW, WIDE, watched

pytestmark = pytest.mark.browser

BRIEFING = "arvenia-belmark-2031/"
EVERY_KIND = {
    "home": "",
    "overview": BRIEFING,
    "figures": f"{BRIEFING}figures/",
    "window": f"{BRIEFING}figures/2031-03-05-river-clash/",
    "timeline": f"{BRIEFING}timeline/",
    "event": f"{BRIEFING}events/2031-03-05-river-clash/",
    "claim": f"{BRIEFING}claims/2031-03-06-arvenian-army/",
    "background": f"{BRIEFING}background/",
    "actors": f"{BRIEFING}actors/",
    "places": f"{BRIEFING}places/",
    "sources": f"{BRIEFING}sources/",
    "changes": f"{BRIEFING}changes/",
    "method": "method/",
    "contribute": "contribute/",
    "search": "search/",
    "results": "search/?q=Sorn",
    "missing": "404.html",
    "edition": f"{BRIEFING}edition/arvenia-belmark-2031.html",
}
DRAWN = {
    "overview": "afghanistan-pakistan-2025/",
    "window": "afghanistan-pakistan-2025/figures/2025-10-11-border-fighting/",
    "timeline": "afghanistan-pakistan-2025/timeline/",
    "places": "afghanistan-pakistan-2025/places/",
    "changes": "afghanistan-pakistan-2025/changes/",
    "edition": "afghanistan-pakistan-2025/edition/afghanistan-pakistan-2025.html",
}
"""Pages of the real briefing with charts: it has a map, and every mark there is."""

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
_VIOLATIONS = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 120)}`))"""

_FAINT = r"""() => {
  const parts = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const color = parts(getComputedStyle(one).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color.slice(0, 3);
    }
  };
  const found = new Map();
  for (const mark of document.querySelectorAll("article svg :is(path, rect, circle, line, text, polygon)")) {
    const style = getComputedStyle(mark), ground = behind(mark.ownerSVGElement);
    const least = mark.tagName === "text" ? 4.5 : 3;
    for (const kind of ["fill", "stroke"]) {
      const color = parts(style[kind]);
      if (!color.length || style[kind] === "none" || (kind === "fill" && mark.tagName === "line")) continue;
      const [dark, bright] = [light(color.slice(0, 3)), light(ground)].sort();
      const contrast = (bright + .05) / (dark + .05);
      const name = `${mark.tagName}.${mark.getAttribute("class")} ${kind}`;
      if (color[3] !== 0 && contrast < least) found.set(name, contrast.toFixed(1));
    }
  }
  return [...found].map(([name, contrast]) => `${name} ${contrast}`);
}"""
_SMALL = """() => {
  const pressed = [...document.querySelectorAll('a[href], button, summary, select, input, [tabindex="0"]')];
  const closed = [...document.querySelectorAll("details:not([open])")];
  closed.forEach((one) => { one.open = true; });
  pressed.forEach((one) => one.getClientRects());  // chapters of the edition are laid out when somebody asks
  const small = pressed.filter((one) => one.checkVisibility() && !one.matches(".skip"))
    .filter((one) => one.getBoundingClientRect().width < 24 || [...one.getClientRects()].some((r) => r.height < 24))
    .map((one) => one.outerHTML.slice(0, 120));
  closed.forEach((one) => { one.open = false; });
  return small;
}"""
_FOCUSED = """() => {
  const one = document.activeElement, {left, right, top, bottom, width} = one.getBoundingClientRect();
  const {outlineStyle, outlineWidth} = getComputedStyle(one);
  return {
    html: one.outerHTML.slice(0, 120),
    on: one !== document.body,
    seen: width > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight,
    ring: outlineStyle === "none" ? "0px" : outlineWidth,
  };
}"""


@pytest.fixture(scope="module", params=EVERY_KIND)
def shown(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page of each kind, on a phone in daylight; a test that changes that puts it back.

    The page for missing addresses knows its way from the root, where the real site stands.
    """
    root: str = request.getfixturevalue("real_root" if request.param == "missing" else "sample_root")
    with watched(chromium, root, NARROW) as seen:
        page = seen.open(EVERY_KIND[request.param])
        if request.param == "results":
            page.locator("#search .results li").first.wait_for()
            page.locator("#finder .results li").first.wait_for()
        yield page


@pytest.fixture
def scenes(shown: Page) -> Iterator[Iterator[str]]:
    """The page on a phone and on a desk, light and dark, one after the other."""

    def each() -> Iterator[str]:
        for width in (NARROW, WIDE):
            shown.set_viewport_size({"width": width, "height": HEIGHT})
            for scheme in ("light", "dark"):
                shown.emulate_media(color_scheme=scheme)
                yield f"{width} {scheme}"

    yield each()
    shown.set_viewport_size({"width": NARROW, "height": HEIGHT})
    shown.emulate_media(color_scheme="light")


def test_axe_finds_nothing(shown: Page, scenes: Iterator[str]) -> None:
    """All rules of WCAG 2.2 A and AA, and its best practices."""
    shown.evaluate(AXE)
    found: dict[str, Any] = {scene: shown.evaluate(_VIOLATIONS) for scene in scenes}

    assert {} == {scene: violations for scene, violations in found.items() if violations}


def test_everything_that_is_pressed_is_large_enough(shown: Page, scenes: Iterator[str]) -> None:
    for scene in scenes:
        assert [] == shown.evaluate(_SMALL), scene


def test_nothing_moves_for_those_who_asked_for_calm(shown: Page) -> None:
    shown.emulate_media(reduced_motion="reduce")
    moving = shown.evaluate(
        "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one))"
        ".filter((style) => parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none').length"
    )
    shown.emulate_media(reduced_motion="no-preference")

    assert 0 == moving


def test_the_keyboard_reaches_everything_in_sight_and_shows_where_it_is(shown: Page) -> None:
    shown.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    wanted = shown.evaluate(
        "[...document.querySelectorAll('a[href], button, summary, select, input, [tabindex=\"0\"]')]"
        ".filter((one) => one.checkVisibility({visibilityProperty: true})).length"
    )
    stops = 0
    for _ in range(min(wanted, 60)):
        shown.keyboard.press("Tab")
        focused = shown.evaluate(_FOCUSED)
        assert focused["on"], f"{stops} of {wanted}"
        assert focused["seen"], focused["html"]
        assert focused["ring"] == "3px", focused["html"]
        stops += 1

    assert stops == min(wanted, 60)


@pytest.mark.parametrize("kind", DRAWN)
def test_every_mark_stands_out_from_its_background(kind: str, chromium: Browser, real_root: str) -> None:
    """Three to one for what is drawn, four and a half to one for words in it."""
    with watched(chromium, real_root, NARROW) as seen:
        page = seen.open(DRAWN[kind])
        light = page.evaluate(_FAINT)
        page.emulate_media(color_scheme="dark")

        assert page.locator("article svg").count()
        assert ([], []) == (light, page.evaluate(_FAINT))


def test_short_names_on_the_real_pages_are_large_enough(chromium: Browser, real_root: str) -> None:
    with watched(chromium, real_root, NARROW) as seen:
        for kind in ("sources", "actors", "events/2025-10-11-border-fighting"):
            assert [] == seen.open(f"{DRAWN['overview']}{kind}/").evaluate(_SMALL), kind


@pytest.mark.parametrize(("kind", "width", "scheme"), [("overview", WIDE, "dark"), ("places", NARROW, "light")])
def test_axe_finds_nothing_on_the_real_pages(
    kind: str, width: int, scheme: str, chromium: Browser, real_root: str
) -> None:
    with watched(chromium, real_root, width, color_scheme=scheme) as seen:
        page = seen.open(DRAWN[kind])
        page.evaluate(AXE)

        assert [] == page.evaluate(_VIOLATIONS)


def test_the_tools_here_would_find_something(chromium: Browser, real_root: str) -> None:
    """Axe, the contrast and the size of targets, on a page that is spoilt."""
    with watched(chromium, real_root, NARROW, bypass_csp=True) as seen:
        page = seen.open(DRAWN["places"])
        page.evaluate("() => { document.documentElement.removeAttribute('lang'); }")
        page.add_style_tag(content=".marks .spot { fill: #eee } .crumbs a { display: inline; font-size: 6px }")
        page.evaluate(AXE)

        assert any(found.startswith("html-has-lang") for found in page.evaluate(_VIOLATIONS))
        assert any("spot fill" in found for found in page.evaluate(_FAINT))
        assert page.evaluate(_SMALL)
