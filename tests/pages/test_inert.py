"""A plain value can do nothing: not in Markdown, not in HTML, not in an attribute."""

from __future__ import annotations

import html
import re
import unicodedata
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.inert import inert

EXTENSIONS = ["toc", "tables", "fenced_code"]
"""Those of mkdocs.yml, and those that MkDocs adds by itself."""
_NO_CHARACTERS = [chr(plane * 0x10000 + code) for plane in range(17) for code in (0xFFFE, 0xFFFF)]
_NO_CHARACTERS += [chr(code) for code in range(0xFDD0, 0xFDF0)]
_CHARACTERS = st.characters(exclude_characters=_NO_CHARACTERS)
_ACTIVE = st.sampled_from(list("<>&\"'`*_[](){}#+-.!|\\~^=:$@/; \t\n\x00\x02\x03\x1bax1é٣\u202e\u200c"))
texts = st.text(_CHARACTERS | _ACTIVE, max_size=60) | st.text(_ACTIVE, max_size=60)


def kept(text: str) -> str:
    """What a reader should see of a value: white space folded, control characters gone."""
    return "".join(c for c in re.sub(r"\s+", " ", text) if unicodedata.category(c) not in ("Cc", "Cs"))


class Seen(HTMLParser):
    """The tags of a page in order, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(text: str) -> Seen:
    return Seen(markdown.markdown(text, extensions=EXTENSIONS))


@settings(max_examples=100, deadline=None)
@given(texts)
def test_unescaping_gives_the_text_back(text: str) -> None:
    assert kept(text) == html.unescape(inert(text))


@settings(max_examples=100, deadline=None)
@given(texts)
def test_markdown_makes_one_plain_paragraph_of_any_text(text: str) -> None:
    seen = rendered(f"{inert(text)}\n")

    assert kept(text).strip() == seen.text.strip()
    assert seen.tags == ["p"] * bool(kept(text).strip())
    assert [] == seen.attributes


@settings(max_examples=100, deadline=None)
@given(texts)
def test_markdown_makes_one_plain_heading_of_any_text(text: str) -> None:
    seen = rendered(f"# x{inert(text)}\n")

    assert f"x{kept(text)}".strip() == seen.text.strip()
    assert ["h1"] == seen.tags
    assert ["id"] == [name for name, _ in seen.attributes]


@settings(max_examples=100, deadline=None)
@given(texts)
def test_a_text_cannot_leave_an_attribute_or_its_html_block(text: str) -> None:
    seen = rendered(f'<section>\n<p title="{inert(text)}">{inert(text)}</p>\n</section>\n')

    assert ["section", "p"] == seen.tags
    assert [("title", kept(text))] == seen.attributes
    assert kept(text) == seen.text.strip("\n")


def test_markup_that_is_safe_already_passes_as_it_is() -> None:
    assert "<b>58</b>" == inert(Markup("<b>58</b>"))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (58, "58"),
        (3.5, "3.5"),
        (None, "None"),
        ("at least 1,203", "at least 1,203"),
        ("Durand Line (east)", "Durand Line (east)"),
        ("“martyred”", "“martyred”"),
        ("پاکستان", "پاکستان"),
        ("a\ud800b", "ab"),
    ],
)
def test_ordinary_words_stay_readable_in_the_markdown(value: object, shown: str) -> None:
    assert shown == str(inert(value))
