"""What readers do on a page: move by keyboard, open the menu, copy a sentence that can be quoted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NARROW, Watched, watched

pytestmark = pytest.mark.browser

WINDOW = "arvenia-belmark-2031/figures/2031-03-05-river-clash/"
TAB_STOPS = 25


def focused(page: Page, what: str) -> object:
    return page.evaluate(f"(() => {{ const one = document.activeElement; return {what}; }})()")


def test_copied_sentence_has_qualifier_owner_date_and_address(chromium: Browser, sample_root: str) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with watched(chromium, sample_root, permissions=allowed) as seen:
        page = seen.open(WINDOW)
        button = page.locator("#arvenian-civilians-killed").get_by_role("button", name="Copy")
        button.click()
        page.get_by_role("button", name="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")

        assert copied == (
            "How many Arvenian civilians were killed, 5 March 2031? 3 according to Arven City Hospital (6 March 2031);"
            " at least 3 according to United Nations mission (20 March 2031)."
            f" {sample_root}{WINDOW}#arvenian-civilians-killed"
        )
        assert [] == seen.faults
        assert [] == seen.violations()


def test_copied_address_leads_to_the_figures(sample: Watched) -> None:
    page = sample.open(f"{WINDOW}#arvenian-civilians-killed")

    assert page.locator(":target h2").inner_text().startswith("How many Arvenian civilians were killed")


def test_first_tab_is_the_skip_link(real: Watched) -> None:
    page = real.open("")
    page.keyboard.press("Tab")

    assert focused(page, "one.getAttribute('href')") == "#main"
    assert page.locator("a.skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert focused(page, "one.id") == "main"


def test_menu_opens_by_keyboard(chromium: Browser, real_root: str) -> None:
    with watched(chromium, real_root, NARROW) as seen:
        page = seen.open("afghanistan-pakistan-2025/")
        for _ in range(5):
            page.keyboard.press("Tab")
            if focused(page, "one.tagName") == "SUMMARY":
                break
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")

        assert page.locator("header details").get_attribute("open") is not None
        assert focused(page, "one.closest('header details nav') !== null")


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_focus_is_always_seen(chromium: Browser, sample_root: str, width: int) -> None:
    with watched(chromium, sample_root, width) as seen:
        page = seen.open(WINDOW)
        for _ in range(TAB_STOPS):
            page.keyboard.press("Tab")
            place = focused(
                page,
                "({html: one.outerHTML.slice(0, 90), style: getComputedStyle(one).outlineStyle,"
                " width: one.getBoundingClientRect().width, left: one.getBoundingClientRect().right})",
            )
            assert isinstance(place, dict)
            assert place["style"] != "none", place["html"]
            assert place["width"] > 0, place["html"]
            assert place["left"] > 0, place["html"]
