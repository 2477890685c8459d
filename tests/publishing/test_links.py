"""No page of the site links to what is not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.publishing.links import broken_links

Broken = Callable[[Mapping[str, str]], list[str]]

SITE = {
    "index.html": '<a href="story/">x</a>',
    "404.html": '<a href="/story/">x</a>',
    "story/index.html": '<h2 id="figures">x</h2><h2 id="a&amp;b">x</h2>',
    "story/claims/a/index.html": "",
    "assets/site.css": "",
    "story/a b.txt": "",
}


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    def find(files: Mapping[str, str]) -> list[str]:
        for name, text in {**SITE, **files}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        return broken_links(tmp_path)

    return find


@pytest.mark.parametrize(
    "link",
    [
        "",
        "./",
        "../../",
        "../../index.html",
        "../..",
        "../../../",
        "../../../story/",
        "../../#figures",
        "../../#a&amp;b",
        "../../#a%26b",
        "../../../assets/site.css?v=1",
        "../../../story/a%20b.txt",
        "../../../story/a%20b.txt#any",
        "#here",
        "https://example.org/nowhere",
        "mailto:us@example.org",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(broken: Broken, link: str) -> None:
    page = f'<p id="here"><a class="x" href="{link}">x</a></p>'

    assert [] == broken({"story/claims/a/index.html": page})


@pytest.mark.parametrize(
    "link",
    [
        "../b/",
        "../../story/",
        "#there",
        "../../#figure",
        "/story/",
        "../../../../x/",
        "//example.org/",
        "../../none.txt",
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page(broken: Broken, link: str) -> None:
    page = f'<p id="here"><a href="{link}">x</a></p>'

    assert [f"story/claims/a/index.html: {link}"] == broken({"story/claims/a/index.html": page})


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="stylesheet" href="gone">',
        '<script defer src="gone"></script>',
        '<img alt="" src="gone">',
        '<form role="search" action="gone">',
    ],
)
def test_whatever_a_page_loads_must_be_there(broken: Broken, tag: str) -> None:
    assert ["index.html: gone"] == broken({"index.html": tag})


def test_each_broken_link_is_named_once_a_page_and_pages_in_order(broken: Broken) -> None:
    twice = '<a href="gone/">x</a><a href="gone/">x</a><a href="away/">x</a>'

    assert ["index.html: gone/", "index.html: away/", "story/index.html: gone/"] == broken(
        {"index.html": twice, "story/index.html": '<a href="gone/">x</a>'}
    )


@pytest.mark.parametrize(("base", "found"), [("/war/", []), ("/", ["404.html: /war/story/"])])
def test_the_error_page_begins_its_links_with_the_folder_of_the_site(
    tmp_path: Path, base: str, found: list[str]
) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "index.html").write_text("")
    (tmp_path / "404.html").write_text('<a href="/war/story/">x</a><a href="https://example.org/">x</a>')

    assert found == broken_links(tmp_path, base)
