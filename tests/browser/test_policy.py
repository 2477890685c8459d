"""What the policies of the pages keep from happening, were anybody ever to get markup or a script into one.

Each attack stands on a page of each kind, once under the policy in the page and once under that in the host's headers.
Without a policy the same attacks succeed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.publishing.headers import header_rules
from generator.publishing.hosts import print_headers_file
from tests.browser.conftest import Watched, watched
from tests.browser.hosted import Host, Stranger, serve_with_headers, stranger, without_policies
from tests.browser.test_search import search, titles
from tests.projects import Built

pytestmark = pytest.mark.browser

BRIEFING = "arvenia-belmark-2031"
WINDOW = f"{BRIEFING}/figures/2031-03-05-river-clash/"
PAGES = {
    "read": "method/",
    "copy": WINDOW,
    "search": "search/",
    "edition": f"{BRIEFING}/edition/{BRIEFING}.html",
    "missing": "404.html",
}
MARKUP = {  # what each does, with the stranger's address for @ and a note that it ran for !
    "inline-script": "<script>!</script>",
    "handler": '<svg onload="!"></svg>',
    "handler-of-an-image": '<img src="data:," onerror="!">',
    "frame-of-text": "<iframe srcdoc=\"<script>parent.ran.push('frame-of-text')</script>\"></iframe>",
    "script": '<script src="@"></script>',
    "image": '<img src="@">',
    "style": '<link rel="stylesheet" href="@">',
    "inline-style": '<style>h1 { background: url("@") }</style>',
    "style-attribute": '<p style="background: url(@)">x</p>',
    "frame": '<iframe src="@"></iframe>',
    "object": '<object data="@"></object>',
    "embed": '<embed src="@">',
    "video": '<video src="@" preload="auto"></video>',
    "prefetch": '<link rel="prefetch" href="@">',
}
CALLS = {  # the same, for a script that somehow runs
    "fetch": "fetch('@')",
    "beacon": "navigator.sendBeacon('@', 'x')",
    "worker": "new Promise((done) => { new Worker(URL.createObjectURL(new Blob([\"fetch('@')\"]))).onerror = done })",
    "stream": "new Promise((done) => { new EventSource('@').onerror = done })",
    "eval": "new Promise((done) => setTimeout(() => { setTimeout(done); (0, eval)(`!`) }))",
}
CLICKED = {  # the same, when a reader clicks
    "javascript-link": '<a class="attack" href="javascript:void !">x</a>',
    "form": '<form action="@"><button class="attack">x</button></form>',
    "form-of-a-button": '<form action="./"><button class="attack" formaction="@">x</button></form>',
}
BLOCKED = {  # what the browser says of them: the directive, and the address as far as it tells
    *("script-src-elem: inline", "script-src-attr: inline", "style-src-elem: inline", "style-src-attr: inline"),
    *("script-src-elem: @/script", "style-src-elem: @/style", "img-src: @/image", "media-src: @/video"),
    *("default-src: @/prefetch", "connect-src: @/fetch", "connect-src: @/beacon", "connect-src: @/stream"),
    *("frame-src: @", "object-src: @"),
}
FRAME = """(url) => new Promise((done) => {
  const frame = Object.assign(document.createElement("iframe"), { onload: done, src: url });
  document.body.append(frame);
})"""


@pytest.fixture(scope="module")
def other() -> Iterator[Stranger]:
    with stranger() as found:
        yield found


@pytest.fixture(scope="module")
def bare(sample_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample without the policies in its pages."""
    return without_policies(sample_site.site, tmp_path_factory.mktemp("bare") / "site")


@pytest.fixture(scope="module")
def hosts(sample_site: Built, bare: Path) -> Iterator[dict[str, Host]]:
    """The sample with policies in its pages, in the host's headers, in both, and in neither."""
    with (
        serve_with_headers(sample_site.site, headers=False) as in_pages,
        serve_with_headers(bare) as in_headers,
        serve_with_headers(sample_site.site) as in_both,
        serve_with_headers(bare, headers=False) as nowhere,
    ):
        yield {"pages": in_pages, "headers": in_headers, "both": in_both, "nowhere": nowhere}


def written(attack: str, name: str, other: Stranger) -> str:
    return attack.replace("@", f"{other.root}{name}").replace("!", f"ran.push('{name}')")


@contextmanager
def attacked(chromium: Browser, host: Host, address: str, other: Stranger, markup: dict[str, str]) -> Iterator[Watched]:
    """A page with markup that somebody has got into it."""
    other.asked.clear()
    host.injected = "\n".join(written(text, name, other) for name, text in markup.items())
    with watched(chromium, host.root) as seen:
        seen.page.add_init_script("window.ran = []")
        seen.open(address)
        yield seen
    host.injected = ""


def try_calls(page: Page, other: Stranger) -> None:
    for name, call in CALLS.items():
        one = f"Promise.resolve().then(() => {written(call, name, other)})"
        page.evaluate(f"() => Promise.race([{one}, new Promise((done) => setTimeout(done, 400))]).catch(() => {{}})")


def tried(code: str) -> str:
    """What a script meets that tries this: the name of an error, or nothing."""
    return f"() => {{ try {{ {code} }} catch (error) {{ return error.name }} }}"


def succeeded(page: Page, other: Stranger) -> set[str]:
    """Which attacks ran, or reached the other site."""
    page.wait_for_timeout(300)
    ran: list[str] = page.evaluate("window.ran")
    return {*ran, *other.asked}


@pytest.mark.parametrize("where", ["pages", "headers"])
@pytest.mark.parametrize("kind", PAGES)
def test_no_attack_on_a_page_succeeds(
    kind: str, where: str, chromium: Browser, hosts: dict[str, Host], other: Stranger
) -> None:
    with attacked(chromium, hosts[where], PAGES[kind], other, MARKUP) as seen:
        try_calls(seen.page, other)

        assert set() == succeeded(seen.page, other)
        assert set() == BLOCKED - {one.replace(other.root.rstrip("/"), "@") for one in seen.violations()}


@pytest.mark.parametrize("where", ["pages", "headers"])
@pytest.mark.parametrize("kind", PAGES)
def test_no_click_on_a_page_leads_to_harm(
    kind: str, where: str, chromium: Browser, hosts: dict[str, Host], other: Stranger
) -> None:
    host = hosts[where]
    for name, markup in CLICKED.items():
        with attacked(chromium, host, PAGES[kind], other, {name: markup}) as seen:
            seen.page.locator(".attack").click(no_wait_after=True)

            assert set() == succeeded(seen.page, other), name
            assert f"{host.root}{PAGES[kind]}" == seen.page.url, name


def test_without_a_policy_all_of_them_succeed(chromium: Browser, hosts: dict[str, Host], other: Stranger) -> None:
    """The tests above would be worth nothing if the attacks were none."""
    with attacked(chromium, hosts["nowhere"], PAGES["read"], other, MARKUP) as seen:
        try_calls(seen.page, other)

        assert {*MARKUP, *CALLS} == succeeded(seen.page, other)


@pytest.mark.parametrize("name", CLICKED)
def test_without_a_policy_clicks_lead_to_harm(
    name: str, chromium: Browser, hosts: dict[str, Host], other: Stranger
) -> None:
    with attacked(chromium, hosts["nowhere"], PAGES["read"], other, {name: CLICKED[name]}) as seen:
        seen.page.locator(".attack").click(no_wait_after=True)
        seen.page.wait_for_timeout(300)

        assert name == [*other.asked, *seen.page.evaluate("window.ran || []")][0]


@pytest.mark.parametrize("kind", ["read", "copy", "search"])
def test_no_script_makes_markup_of_text(kind: str, chromium: Browser, hosts: dict[str, Host]) -> None:
    """Trusted types: not even a script of ours could."""
    with watched(chromium, hosts["pages"].root) as seen:
        page = seen.open(PAGES[kind])

        assert "TypeError" == page.evaluate(tried("document.body.innerHTML = '<b>x</b>'"))


def test_the_search_page_lets_only_its_own_worker_start(chromium: Browser, hosts: dict[str, Host]) -> None:
    root = hosts["pages"].root
    with watched(chromium, root) as seen:
        page = search(seen, "Sorn")

        assert [f"{root}pagefind/pagefind-worker.js"] == [worker.url for worker in page.workers]
        assert [] == seen.faults
        assert "TypeError" == page.evaluate(tried("new Worker('../assets/site.js')"))


@pytest.mark.parametrize("where", ["headers", "both"])
def test_the_site_works_fully_under_headers(where: str, chromium: Browser, hosts: dict[str, Host]) -> None:
    root = hosts[where].root
    with watched(chromium, root, permissions=["clipboard-read", "clipboard-write"]) as seen:
        for address in PAGES.values():
            page = seen.open(address)
            assert page.evaluate("getComputedStyle(document.querySelector('main')).flexGrow") == "1", address
            assert [] == seen.violations(), address
        page = seen.open(PAGES["copy"])
        page.get_by_role("button", name="Copy").first.click()
        page.get_by_role("button", name="Copied").first.wait_for()
        page = search(seen, "Sorn")

        assert titles(page)
        assert page.locator("#finder .results li").count()
        assert [f"{root}pagefind/pagefind-worker.js"] == [worker.url for worker in page.workers]
        assert [] == seen.violations()
        assert [] == seen.faults


def test_only_embedded_pages_can_be_framed(chromium: Browser, bare: Path, tmp_path: Path, other: Stranger) -> None:
    """`embed/` is where pages for other sites will stand; here stands a copy of one of ours."""
    site = tmp_path / "site"
    shutil.copytree(bare, site)
    shutil.copytree(bare / "method", site / "embed")
    (site / "_headers").write_text(print_headers_file(header_rules(site)), "utf-8")
    with serve_with_headers(site) as host, watched(chromium, host.root) as seen:
        for address in ("method/", PAGES["edition"], "embed/"):
            seen.page.goto(other.root)
            seen.page.evaluate(FRAME, host.root + address)
            (frame,) = seen.page.main_frame.child_frames

            assert (address == "embed/") == (frame.url == host.root + address), address
