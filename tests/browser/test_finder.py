"""The finder: places, actors, events and figures at once, in any spelling; each number with its owner."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route

from generator.arranging.arranged import arrange
from generator.pages.finder import print_finder
from generator.pipeline import check_content
from tests.browser.conftest import NARROW, Watched, watched
from tests.browser.test_search import choose, search
from tests.pages.test_phrases import ENGLISH
from tests.projects import REPOSITORY

pytestmark = pytest.mark.browser

QUERIES: dict[str, str] = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
BRIEFING = "afghanistan-pakistan-2025/"


def links(page: Page) -> list[str]:
    """Where the results lead, the finder's before those of the full text."""
    found: list[str] = page.locator(":is(#finder, #search) .results a").evaluate_all("(all) => all.map((a) => a.href)")
    return found


def rows(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("#finder .results li").all_inner_texts()]


def status(page: Page) -> str:
    return page.locator("#finder [role=status]").inner_text()


def test_there_are_forty_queries() -> None:
    assert 40 == len(QUERIES)


@pytest.mark.parametrize("asked", QUERIES)
def test_the_right_page_is_among_the_first_three(real: Watched, asked: str) -> None:
    wanted = f"{real.root}{BRIEFING}{QUERIES[asked]}"
    found = links(search(real, asked))[:3]

    assert any(link == wanted or ("#" not in wanted and link.startswith(f"{wanted}#")) for link in found), found
    assert [] == real.faults
    assert [] == real.violations()


def test_a_number_stands_with_its_owner_and_what_it_is_about(real: Watched) -> None:
    page = search(real, "58")

    assert (
        "58 Pakistani soldiers killed (Zabihullah Mujahid, 12 October 2025)"
        " Figure · Fighting along the border on the night of 11 October"
    ) in rows(page)
    assert all(re.match(r"58 [^(]+\(.+, .*\d{4}\)", row) for row in rows(page))


def test_a_qualifier_is_never_lost(real: Watched) -> None:
    assert any(row.startswith("more than 200 Afghan forces killed (ISPR") for row in rows(search(real, "200 ISPR")))


def test_a_replaced_figure_is_called_replaced(real: Watched) -> None:
    assert any("replaced by a later answer" in row for row in rows(search(real, "3,387")))


def test_every_result_leads_to_what_it_names(real: Watched) -> None:
    for asked in ("Torkham", "58", "Mujahid"):
        for link in links(search(real, asked))[:4]:
            real.page.goto(link)
            anchor = link.partition("#")[2]
            assert not anchor or real.page.locator(f'[id="{anchor}"]').count() == 1, link


def test_split_files_lead_to_the_same_pages(real: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with many briefings: a search loads the keys and one small file of many."""
    monkeypatch.setattr("generator.pages.finder.LARGEST", 4_000)
    stories = check_content(REPOSITORY / "content").corpus.dossiers
    files = print_finder([arrange(story) for story in stories], ENGLISH)
    loaded: list[str] = []

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(real.root)
        loaded.append(name)
        route.fulfill(body=files[name], content_type="application/json")

    real.page.route("**/search/finder/*.json", answer)
    for asked in (
        "Torkhm",
        "Spin Buldak",
        "چمن",
        "Mujahid",
        "58 Mujahid",
        "۵۸",
        "2,611",
        "19 October 2025",
        "ceasfire",
    ):
        loaded.clear()
        found = links(search(real, asked))[:3]

        assert 2 == len(set(loaded)), loaded
        assert any(link.startswith(f"{real.root}{BRIEFING}{QUERIES[asked]}") for link in found), (asked, found)


def test_filters_are_of_the_full_text(real: Watched) -> None:
    page = search(real, "Torkham", kind="Event")

    assert not page.locator("#finder").is_visible()
    choose(page, "kind", "")
    assert page.locator("#finder").is_visible()


def test_what_was_found_is_said_in_a_live_region(real: Watched) -> None:
    assert re.fullmatch(r"Places, actors, events and figures for “Torkham”: \d+\.", status(search(real, "Torkham")))
    assert re.fullmatch(r"No place, .* is called “Torkhm”\. Close to it: \d+\.", status(search(real, "Torkhm")))
    assert status(search(real, "xylophone")) == "No place, actor, event or figure is called “xylophone”."
    assert [] == rows(real.page)


def test_results_are_reached_by_keyboard_in_the_order_of_the_page(chromium: Browser, real_root: str) -> None:
    with watched(chromium, real_root, NARROW) as seen:
        page = search(seen, "Torkham")
        page.get_by_role("main").get_by_role("button", name="Search").focus()
        page.keyboard.press("Tab")

        assert page.evaluate("document.activeElement.href").endswith("places/#torkham")
        headings = page.locator("main h2:visible").all_inner_texts()
        assert headings[:2] == ["Places, actors, events and figures", "Pages that hold these words"]
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_what_the_reader_types_stays_text(real: Watched) -> None:
    page = search(real, "<img src=x onerror=alert(1)> $& \\ ( [")

    assert page.locator("#finder img").count() == 0
    assert "<img src=x" in status(page)
    assert [] == real.faults


def test_the_finder_comes_before_the_full_text_and_without_it(real: Watched) -> None:
    real.page.route("**/pagefind/**", lambda route: route.abort())
    page = real.open("search/?q=Torkham")
    page.locator("#search [role=status]", has_text="could not be loaded").wait_for()

    assert rows(page)[0].startswith("Torkham Place · Turkham")


def test_full_text_comes_without_the_finder(real: Watched) -> None:
    real.page.route("**/search/finder/*.json", lambda route: route.abort())
    page = search(real, "Torkham")

    assert page.locator("#search .results li").count() > 0
    assert status(page) == ""


def test_briefings_are_named_where_there_are_several(sample: Watched) -> None:
    assert any("Arvenia" in row for row in rows(search(sample, "Sorn")))


def test_nothing_of_the_finder_loads_before_the_reader_searches(sample: Watched) -> None:
    asked: list[str] = []
    sample.page.on("request", lambda request: asked.append(request.url))
    for address in ("", "arvenia-belmark-2031/", "search/"):
        sample.open(address)

    assert [] == [url for url in asked if "finder" in url or "vendor" in url]
