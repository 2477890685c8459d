"""The one-file edition is closed: its style is inside and allowed by its hash, and nothing else is allowed."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from generator.pipeline import Project, write_pages
from generator.publishing.edition import close_edition, css_text, paper
from generator.publishing.policy import hash_source
from tests.projects import SAMPLE, TEMPLATES

PAGE = "<!doctype html><html><head><title>x</title></head><body><p class=lead>x</p></body></html>"
EDITION = "arvenia-belmark-2031/edition/arvenia-belmark-2031.html"


def style_of(page: str) -> str:
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    return str(style)


def policy_of(page: str) -> str:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    return unescape(policy)


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = tmp_path_factory.mktemp("docs")
    write_pages(Project(SAMPLE, TEMPLATES, docs))
    return docs


@pytest.fixture(scope="module")
def edition(docs: Path) -> str:
    return (docs / EDITION).read_text("utf-8")


def test_the_policy_allows_the_style_by_its_hash_and_nothing_else(edition: str) -> None:
    allowed = hash_source(style_of(edition))

    assert f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {allowed}" == policy_of(edition)


def test_the_policy_comes_before_what_it_allows(edition: str) -> None:
    assert edition.index("Content-Security-Policy") < edition.index("<style>") < edition.index("</head>")


def test_the_style_asks_for_no_file(edition: str) -> None:
    style = style_of(edition)

    assert "url(" not in style
    assert "@import" not in style
    assert "http" not in style.replace("[href^=http]", "")


def test_only_rules_that_the_edition_uses_are_in_it() -> None:
    page = close_edition(PAGE, "p{color:red}.lead{color:blue}.absent{color:green}", ("a", "b"))

    assert style_of(page).startswith("p{color:red}.lead{color:blue}@page{")


def test_the_edition_says_nothing_of_the_clock_and_is_the_same_each_time(docs: Path, tmp_path: Path) -> None:
    write_pages(Project(SAMPLE, TEMPLATES, tmp_path))

    assert (docs / EDITION).read_bytes() == (tmp_path / EDITION).read_bytes()


def test_the_overview_links_it_with_its_size_and_date(docs: Path) -> None:
    overview = (docs / "arvenia-belmark-2031/index.md").read_text("utf-8")
    size = -(-(docs / EDITION).stat().st_size // 10_000) * 10

    assert f'href="../{EDITION}"' in overview
    assert f"one file, {size} KB, data as of " in unescape(overview)


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ("Crimea 2031", '"Crimea 2031"'),
        ("طورخم", '"طورخم"'),
        ('"}</style><script>', r'"\22 \7d \3c \2f style\3e \3c script\3e "'),
        ("back\\slash\nline", r'"back\5c slash\a line"'),
        ("\0", r'"\0 "'),
    ],
)
def test_no_title_can_act_in_the_style(text: str, css: str) -> None:
    assert css == css_text(text)


def test_the_first_page_has_no_running_head() -> None:
    assert "@page:first{@top-left{content:none}@top-right{content:none}}" in paper("a", "b")
