"""Search: a right page among the first three, in any spelling and with any digits; filters; honest answers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NARROW, Watched, watched

pytestmark = pytest.mark.browser

ANSWERED = re.compile(r"^(Pages found|No page holds|Nothing was found)")


def search(seen: Watched, asked: str, **filters: str) -> Page:
    """Ask on the search page and wait for the answer."""
    page = seen.open("search/")
    page.get_by_role("searchbox").fill(asked)
    page.keyboard.press("Enter")
    settle(page)
    for name, value in filters.items():
        choose(page, name, value)
    return page


def settle(page: Page) -> None:
    page.locator("#search [role=status]", has_text=ANSWERED).wait_for()


def choose(page: Page, name: str, value: str) -> None:
    """Pick a filter by its value, and wait until the results have changed."""
    before = page.locator("#search [role=status]").inner_text()
    page.locator(f"select[name={name}]").select_option(value)
    page.wait_for_function(
        "(before) => { const now = document.querySelector('#search [role=status]').textContent;"
        " return now !== before && !now.startsWith('Searching'); }",
        arg=before,
    )


def titles(page: Page) -> list[str]:
    return page.locator("#search .results li a").all_inner_texts()


def found(page: Page) -> int:
    """How many pages the search says it has found."""
    said = re.search(r": (\d+)\.$", page.locator("#search [role=status]").inner_text())
    return int(said[1]) if said else 0


def first_three(seen: Watched, page: Page) -> list[str]:
    """The visible text of the first three pages that were found."""
    links = page.locator("#search .results li a").evaluate_all("(all) => all.slice(0, 3).map((a) => a.href)")
    texts = []
    for link in links:
        seen.page.goto(link)
        texts.append(seen.page.locator("main").inner_text())
    return texts


def test_58_leads_to_the_pakistani_soldiers(real: Watched) -> None:
    texts = first_three(real, search(real, "58"))

    assert any("Pakistani soldiers" in text and re.search(r"\b58\b", text) for text in texts)
    assert [] == real.faults


@pytest.mark.parametrize("spelling", ["Torkham", "Turkham", "Spin Boldak"])
def test_a_place_is_found_in_each_spelling(real: Watched, spelling: str) -> None:
    place = "Torkham" if spelling == "Turkham" else spelling
    texts = first_three(real, search(real, spelling))

    assert any(place in text for text in texts)
    assert any(spelling in text for text in texts)
    assert [] == real.faults
    assert [] == real.violations()


def test_filters_narrow_the_results(real: Watched) -> None:
    page = search(real, "Torkham")
    everything = found(page)
    choose(page, "kind", "Event")
    events = found(page)
    choose(page, "month", "2025-10")

    assert everything > events > found(page) > 0
    assert "kind=Event" in page.url
    assert "month=2025-10" in page.url


def test_a_filtered_search_has_an_address_of_its_own(real: Watched) -> None:
    page = search(real, "Torkham", kind="Event")
    expected = titles(page)
    real.open(page.url.removeprefix(real.root))
    settle(page)

    assert expected == titles(page)
    assert page.locator("select[name=kind]").input_value() == "Event"


def test_every_result_of_a_kind_is_of_that_kind(real: Watched) -> None:
    page = search(real, "Torkham", kind="Event")
    links = page.locator("#search .results li a").evaluate_all("(all) => all.map((a) => a.href)")

    assert links
    assert all("/events/" in link for link in links)


def test_the_form_in_the_header_leads_to_the_answer(chromium: Browser, sample_root: str) -> None:
    with watched(chromium, sample_root, NARROW) as seen:
        page = seen.open("arvenia-belmark-2031/events/2031-03-12-truce/")
        page.get_by_role("searchbox").fill("drones")
        page.keyboard.press("Enter")
        settle(page)
        page.locator("#search .results li a", has_text="Drones over Lower Sorn").first.click()

        assert page.get_by_role("heading", level=1).inner_text().endswith("Drones over Lower Sorn")
        assert page.url.startswith(seen.root)
        assert [] == seen.faults


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("۵۸", "Clash at the river Sorn"),
        ("٥٨", "Clash at the river Sorn"),
        ("فوجي", "Clash at the river Sorn"),  # with the Arabic letter for the Urdu one
        ("آرونیا", "Who speaks and acts"),
        ("جسر سورن", "Places"),
        ("کشته شدند", "Clash at the river Sorn"),
    ],
)
def test_other_scripts_are_found(sample: Watched, asked: str, title: str) -> None:
    assert any(title in found for found in titles(search(sample, asked))[:3])


def test_briefings_are_told_apart(sample: Watched) -> None:
    page = search(sample, "boat")
    briefings = page.locator("select[name=briefing] option").all_inner_texts()

    assert any(option.startswith("Corvo–Delmar") for option in briefings)


_SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const {value} of list.getEntries()) sum += value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""


def test_nothing_jumps_when_results_come(chromium: Browser, real_root: str) -> None:
    """The lists below would be pushed away under the reader's finger; a tenth is what browsers call stable."""
    with watched(chromium, real_root, NARROW) as seen:
        page = seen.open("search/?q=Torkham")
        settle(page)

        assert page.evaluate(_SHIFTS) < 0.1
        assert not page.get_by_role("heading", name="All lists").evaluate(
            "(one) => one.getBoundingClientRect().top < innerHeight"
        )


def test_an_unknown_word_is_called_unknown(sample: Watched) -> None:
    page = search(sample, "xylophone")

    assert re.match(r"Nothing was found|No page holds", page.locator("#search [role=status]").inner_text())


def test_nothing_of_search_loads_before_the_reader_searches(sample: Watched) -> None:
    asked: list[str] = []
    sample.page.on("request", lambda request: asked.append(request.url))
    for address in ("", "arvenia-belmark-2031/", "search/"):
        sample.open(address)

    assert [] == [url for url in asked if "pagefind" in url]
