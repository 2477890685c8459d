"""The page for addresses that are not there, on a static host that publishes the site below a folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import NARROW, watched
from tests.browser.serving import serve
from tests.projects import Built, build_project, make_project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample as it is published below a folder: mkdocs.yml says where."""
    root = make_project(tmp_path_factory.mktemp("below"))
    settings = root / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\nsite_url: https://example.org/war/\n", "utf-8")
    return build_project(root)


@pytest.fixture(scope="module")
def host(below: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("host")
    (folder / "war").symlink_to(below.site, target_is_directory=True)
    with serve(folder, missing=below.site / "404.html") as root:
        yield f"{root}war/"


@pytest.mark.parametrize("address", ["gone", "gone/", "arvenia-belmark-2031/events/2031-03-99-gone/", "a/b/c/d/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_it_searches_wherever_it_is_shown(chromium: Browser, host: str, address: str, scripts: bool) -> None:
    with watched(chromium, host, NARROW, java_script_enabled=scripts) as seen:
        page = seen.open(address)
        styled = page.locator("body").evaluate("(body) => getComputedStyle(body).fontFamily")
        page.get_by_role("searchbox").fill("Sorn")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{host}search/?q=Sorn")

        assert "system-ui" in styled
        if scripts:
            page.locator("#finder .results li a").first.wait_for()
        else:
            assert page.locator("noscript p").is_visible()
        assert [] == [fault for fault in seen.faults if address not in fault and "404" not in fault]


def test_it_leads_home(chromium: Browser, host: str) -> None:
    with watched(chromium, host, NARROW) as seen:
        page = seen.open("a/b/c/")
        page.locator("main a").last.click()

        assert host == page.url
        assert page.locator("h1").is_visible()
