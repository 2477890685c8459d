"""Pages that run from the right: the sample under pseudo-Arabic words, and where everything stands on them.

Bars and the timeline's strip are mirrored, because they begin where reading begins; the map is not: west is west.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import NARROW, WIDE, watched
from tests.browser.serving import serve
from tests.browser.test_pages import picture, sideways
from tests.projects import Built, build_project, make_project
from tests.pseudo import PSEUDO, write_pseudo_words

pytestmark = pytest.mark.browser

BRIEFING = "arvenia-belmark-2031/"
WINDOW = f"{BRIEFING}figures/2031-03-05-river-clash/"
PAGES = {
    "home": "",
    "overview": BRIEFING,
    "figures": f"{BRIEFING}figures/",
    "window": WINDOW,
    "timeline": f"{BRIEFING}timeline/",
    "event": f"{BRIEFING}events/2031-03-05-river-clash/",
    "claim": f"{BRIEFING}claims/2031-03-06-belmark-officials-posts/",
    "places": f"{BRIEFING}places/",
    "sources": f"{BRIEFING}sources/",
    "changes": f"{BRIEFING}changes/",
    "method": "method/",
    "search": "search/",
    "edition": f"{BRIEFING}edition/arvenia-belmark-2031.html",
    "missing": "404.html",
}
RIVER = {"between": ["ARV", "BLM"], "points": [600, 4700, 800, 5000]}
OUTLINES = {"regions": {"sorn": {"box": [6, 47, 9, 50], "lines": [RIVER], "inside": {}}}}

_INK = """async ([data, size]) => {
  const picture = await createImageBitmap(await (await fetch(data)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const {width, height, data: dots} = canvas.getImageData(0, 0, picture.width, picture.height);
  return [...Array(width).keys()].filter((x) =>
    [...Array(height).keys()].filter((y) => dots[4 * (y * width + x)] < 128).length >= size);
}"""
_RECTS = """(element, words) => words.map((word) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const at = node.data.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    const {left, right} = range.getBoundingClientRect();
    return [left, right];
  }
})"""


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample in the pseudo language: one more file of words, one setting; and outlines, so that there is a map."""
    root = make_project(tmp_path_factory.mktemp("turned"))
    write_pseudo_words(root / "site_templates" / "words")
    (root / "site_templates" / "map" / "outlines.json").write_text(json.dumps(OUTLINES), "utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", f"language: {PSEUDO}"), "utf-8")
    return build_project(root)


@pytest.fixture(scope="module")
def root(turned: Built) -> Iterator[str]:
    with serve(turned.site) as address:
        yield address


@pytest.fixture(params=[NARROW, WIDE])
def page(request: pytest.FixtureRequest, chromium: Browser, root: str) -> Iterator[Page]:
    with watched(chromium, root, request.param) as seen:
        seen.page.goto(root)
        yield seen.page


def show(page: Page, kind: str) -> Page:
    page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/')[2]}/{PAGES[kind]}")
    return page


def box(one: Locator) -> tuple[float, float]:
    """The left and the right edge."""
    found = one.bounding_box()
    assert found
    return found["x"], found["x"] + found["width"]


def spans(one: Locator, *words: str) -> list[tuple[float, float]]:
    """The left and right edges of some words of an element, as they are painted."""
    found = one.evaluate(_RECTS, list(words))
    assert None not in found, one.inner_text()
    return [(left, right) for left, right in found]


def reads_on(one: Locator, *words: str) -> bool:
    """Whether these words of one line stand from right to left in this order."""
    edges = spans(one, *words)
    return all(after[1] <= before[0] + 0.5 for before, after in pairwise(edges))


def inked(page: Page, one: Locator, least: int) -> list[int]:
    """The columns of an element's picture in which at least so many dots are dark."""
    data = base64.b64encode(one.screenshot()).decode()
    blank = page.context.new_page()
    found: list[int] = blank.evaluate(_INK, [f"data:image/png;base64,{data}", least])
    blank.close()
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_runs_from_the_right_and_fits(page: Page, kind: str) -> None:
    show(page, kind)
    width = page.viewport_size["width"]  # type: ignore[index]
    picture(page, f"right-to-left-{kind}-{width}.png")
    left = page.evaluate(
        "() => Math.min(...[...document.querySelectorAll('main *:not(.scroll *, .unseen)')]"
        ".filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().left))"
    )

    assert [PSEUDO, "rtl"] == page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    assert sideways(page) <= 0
    assert left >= 0
    assert abs(box(page.locator("h1"))[1] - box(page.locator("article"))[1]) < 20


def test_head_crumbs_and_tables_are_mirrored(page: Page) -> None:
    show(page, "window")
    crumbs = page.locator(".crumbs li a")
    name, search = box(page.locator(".masthead .name")), box(page.locator(".masthead .search button"))
    claimant, figure = (box(page.locator("table.answers tbody tr").first.locator(cell)) for cell in ("th", "td"))

    assert box(crumbs.nth(0))[0] > box(crumbs.nth(1))[1]
    assert name[1] > search[1]
    if page.viewport_size["width"] == WIDE:  # type: ignore[index]
        assert claimant[0] >= figure[1]


def test_bars_begin_at_the_right_and_grow_leftwards(page: Page) -> None:
    """Zero is the right edge of every bar; a mark at so many per cent of the axis stands so far to its left."""
    show(page, "window")
    seen = set()
    for bar in page.locator("svg.bar").all():
        start, end = box(bar)
        for mark in bar.locator("circle, .band, .open").all():
            kind = mark.get_attribute("class") or ""
            low, high = (float((mark.get_attribute(name) or "0").strip("%")) for name in _ends(kind))
            left, right = box(mark)
            half = (right - left) / 2 if kind == "dot" else 0
            assert abs(right - half - (end - (end - start) * low / 100)) < 2.6, kind
            assert abs(left + half - (end - (end - start) * high / 100)) < 2.6, kind
            seen.add(kind)
        for line in bar.locator(".axis").all():
            assert all(abs(a - b) < 1 for a, b in zip((start, end), box(line), strict=True))

    assert {"dot", "open"} <= seen


def _ends(kind: str) -> tuple[str, str]:
    return ("cx", "cx") if kind == "dot" else ("x1", "x2")


def test_a_small_number_is_painted_near_the_right_edge(page: Page) -> None:
    """What the picture holds, not what the page says of itself: 2 of 50 is the first answer of the first question."""
    show(page, "window")
    bar = page.locator("#arvenian-soldiers-killed svg.bar").first
    dot = inked(page, bar, 6)
    width = box(bar)[1] - box(bar)[0]

    assert dot
    assert min(dot) > 0.9 * width
    assert len(dot) <= 12


def test_steps_are_joined_at_their_marks(page: Page) -> None:
    show(page, "changes")
    for course in page.locator(".steps").all():
        for way in course.locator(".way:has(circle)").all():
            dot = box(way.locator("circle"))
            for line in way.locator(".joins line[y2='100%'], .joins line[y1='0']").all():
                ends = line.get_attribute("x1"), line.get_attribute("x2")
                if line.get_attribute("y2") == "100%":
                    assert ends[0] == ends[1]
                    assert abs(sum(box(line)) / 2 - sum(dot) / 2) < 2


def test_the_strip_runs_from_the_right_and_its_words_are_not_mirrored(page: Page) -> None:
    show(page, "timeline")
    days = page.locator(".panel text")
    first, later = days.filter(has_text=re.compile("^1$")), days.filter(has_text=re.compile("^30$"))
    panel = box(page.locator("svg.panel:has(text)"))

    assert box(first)[0] > box(later)[1]
    assert all(panel[0] - 1 <= edge <= panel[1] + 1 for one in (first, later) for edge in box(one))
    assert all(one.evaluate("(text) => text.getScreenCTM().a > 0") for one in days.all())


def test_the_map_is_not_mirrored(page: Page) -> None:
    show(page, "places")
    numbers = {
        name: page.locator(".map li", has=page.locator(f'a[href="#{id}"]')).locator("b.no").inner_text()
        for name, id in (("Sorn Bridge", "sorn-bridge"), ("Arven", "arven"))
    }
    west, east = (box(page.locator(f"#map-{numbers[name]}")) for name in ("Sorn Bridge", "Arven"))

    assert west[1] < east[0]
    assert all(one.evaluate("(text) => text.getScreenCTM().a > 0") for one in page.locator(".map .chart text").all())
    sheet = box(page.locator(".map .chart"))
    assert all(sheet[0] <= edge <= sheet[1] for one in page.locator(".map .chart text").all() for edge in box(one))


def test_dates_and_values_stand_in_reading_order(page: Page) -> None:
    show(page, "window")
    date = page.locator("#arvenian-soldiers-killed table.answers .when").first
    value = page.locator("#arvenian-civilians-killed table.answers .value", has_text="لیاست").first

    assert reads_on(date, "6", "مارچه", "2031")
    assert reads_on(value, "ات لیاست", "3")


def test_a_name_keeps_its_own_order_within_a_sentence(page: Page) -> None:
    """Without isolation its last bracket would jump to the other side, and the date would be torn apart."""
    show(page, "claim")
    heading = page.locator("h1")
    (name, _), (opened, _), (_, closed) = spans(heading, "Belmark", "(", ")")

    assert name < opened < closed


def test_english_prose_and_quotes_run_from_the_left(page: Page) -> None:
    show(page, "overview")
    lead = page.locator(".lead [lang=en]")
    assert "ltr" == lead.evaluate("(one) => getComputedStyle(one).direction")
    show(page, "window")
    page.locator("details.more summary").first.click()
    quote = page.locator("blockquote.said[lang=en]").first

    assert "ltr" == quote.evaluate("(one) => getComputedStyle(one).direction")
    assert reads_on(quote, "soldiers", "Arvenian", "Two")
