"""One Chromium for all browser tests, and a watched page for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.serving import serve
from tests.chromium import ARGUMENTS, find_chromium
from tests.projects import Built

NARROW, WIDE = 360, 1280
HEIGHT = 740

_NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective}: ${event.blockedURI || event.sample}`);
});
"""


@dataclass
class Watched:
    """A browser page, and everything that went wrong on it."""

    page: Page
    root: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self._note("console", said.text, said.type in {"error", "warning"}))
        self.page.on("pageerror", lambda error: self._note("script", str(error)))
        self.page.on("requestfailed", lambda asked: self._note("failed", asked.url))
        self.page.on("response", lambda answer: self._note("status", answer.url, answer.status >= 400))
        self.page.on("request", lambda asked: self._note("foreign", asked.url, not self._is_ours(asked.url)))

    def _note(self, kind: str, text: str, is_fault: bool = True) -> None:
        if is_fault:
            self.faults.append(f"{kind}: {text}")

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self.root, "data:"))

    def open(self, address: str) -> Page:
        self.page.goto(f"{self.root}{address.lstrip('/')}")
        return self.page

    def violations(self) -> list[str]:
        """What the page's own policy has blocked."""
        found: list[str] = self.page.evaluate("window.violations")
        return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = find_chromium()
    assert program, "no Chromium; run: make chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def real_root(real_site: Built) -> Iterator[str]:
    with serve(real_site.site) as root:
        yield root


@pytest.fixture(scope="session")
def sample_root(sample_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample below a folder, because many hosts publish a project so."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "briefings").symlink_to(sample_site.site, target_is_directory=True)
    with serve(folder) as root:
        yield f"{root}briefings/"


@contextmanager
def watched(browser: Browser, root: str, width: int = WIDE, **options: Any) -> Iterator[Watched]:
    """A page in a browser window of its own."""
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": HEIGHT}, **options)
    if options.get("java_script_enabled", True):
        context.add_init_script(_NOTE_VIOLATIONS)
    try:
        yield Watched(context.new_page(), root)
    finally:
        context.close()


@pytest.fixture
def real(chromium: Browser, real_root: str) -> Iterator[Watched]:
    """A page on the real site, wide, with scripts."""
    with watched(chromium, real_root) as page:
        yield page


@pytest.fixture
def sample(chromium: Browser, sample_root: str) -> Iterator[Watched]:
    """A page on the sample, wide, with scripts."""
    with watched(chromium, sample_root) as page:
        yield page
