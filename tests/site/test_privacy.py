"""No page asks another site for anything, and no link tells one where its reader came from: read from the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import Built
from tests.site.html_pages import Element, read_html

pytestmark = pytest.mark.site

LOADING = ("src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "xlink:href")
"""Attributes by which a page asks for something, beside the `href` of what is no link for readers."""
FOREIGN = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//|^\s*(?!data:|mailto:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
RELATIONS = {"canonical", "alternate", "icon", "stylesheet"}
"""What a page says of other files. Nothing is fetched, connected to or looked up ahead."""
STORING = re.compile(r"localStorage|sessionStorage|indexedDB|\.cookie\b|serviceWorker|\bcaches\b|sendBeacon")


@pytest.fixture(scope="module", params=["sample_site", "real_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Both sites; the real one has an outgoing link on almost every page."""
    built: Built = request.getfixturevalue(request.param)
    return built.site


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, list[Element]]:
    """The elements of every page, the one-file editions and the page for missing addresses among them."""
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    return {name: list(read_html(text).all()) for name, text in found.items()}


def asked_for(element: Element) -> Iterator[str]:
    """The addresses that an element makes a browser ask for by itself."""
    yield from (element.attributes[name] for name in LOADING if name in element.attributes)
    if element.tag != "a" and element.attributes.get("rel") not in {"canonical", "alternate"}:
        yield from (element.attributes[name] for name in ("href",) if name in element.attributes)


def test_no_page_asks_another_site_for_anything(pages: dict[str, list[Element]]) -> None:
    foreign = [
        f"{name}: {address}"
        for name, elements in pages.items()
        for element in elements
        for address in asked_for(element)
        if FOREIGN.match(address)
    ]

    assert [] == foreign


def test_no_style_asks_for_a_file(site: Path, pages: dict[str, list[Element]]) -> None:
    styles = [path.read_text("utf-8") for path in site.rglob("*.css")]
    styles += ["".join(e.pieces()) for elements in pages.values() for e in elements if e.tag == "style"]
    addresses = [address for style in styles for address in re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]*)", style)]

    assert styles
    assert [] == [address for address in addresses if not address.startswith("data:")]


def test_every_link_that_leaves_tells_nothing_of_its_reader(pages: dict[str, list[Element]]) -> None:
    leaving = [
        (name, element)
        for name, elements in pages.items()
        for element in elements
        if element.tag in {"a", "area"} and FOREIGN.match(element.attributes.get("href", ""))
    ]
    telling = [
        f"{name}: {element.attributes['href']}"
        for name, element in leaving
        if not {"noopener", "noreferrer"} <= set(element.attributes.get("rel", "").split())
    ]

    assert len(leaving) > 10
    assert [] == telling


def test_every_page_turns_referrers_and_looking_up_off(pages: dict[str, list[Element]]) -> None:
    for name, elements in pages.items():
        said = {
            e.attributes.get("name", e.attributes.get("http-equiv")): e.attributes["content"]
            for e in elements
            if e.tag == "meta" and "content" in e.attributes
        }

        assert ("no-referrer", "off") == (said["referrer"], said["x-dns-prefetch-control"]), name


def test_nothing_is_fetched_ahead(pages: dict[str, list[Element]]) -> None:
    relations = {e.attributes.get("rel", "") for elements in pages.values() for e in elements if e.tag == "link"}
    kinds = {e.attributes.get("type", "") for elements in pages.values() for e in elements if e.tag == "script"}

    assert set() == relations - RELATIONS
    assert {""} == kinds


def test_no_script_knows_how_to_store_or_to_report(site: Path) -> None:
    scripts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.js")}

    assert "assets/site.js" in scripts
    assert [] == [name for name, text in scripts.items() if STORING.search(text)]


def test_every_page_leads_to_what_the_site_knows_of_its_reader(pages: dict[str, list[Element]]) -> None:
    for name, elements in pages.items():
        links = {e.attributes.get("href", "") for e in elements if e.tag == "a"}
        way = "/privacy/" if name == "404.html" else "../" * name.count("/") + "privacy/"

        assert "/edition/" in name or {way, "./"} & links, name
