"""No number without an owner, on the built pages: beside each figure stands who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.model.corpus import Dossier
from generator.pipeline import check_content
from tests.projects import Built
from tests.site.html_pages import Element, main_of, read_html

pytestmark = pytest.mark.site

BLOCKS = frozenset(
    {"p", "li", "tr", "dd", "dt", "h1", "h2", "h3", "h4", "summary", "caption", "th", "td", "blockquote"}
)
OTHERS_WORDS = frozenset({"said", "gloss", "note"})
"""Quotes with their source below them, and notes on them: they stand in the row of their claimant."""


@pytest.fixture(params=["sample_site", "real_site"])
def built(request: pytest.FixtureRequest) -> Built:
    site = request.getfixturevalue(request.param)
    assert isinstance(site, Built)
    return site


class Voices:
    """Who makes claims in a project, and how what they count is called."""

    def __init__(self, built: Built) -> None:
        dossiers = check_content(built.root / "content").corpus.dossiers
        self.names = tuple({name for dossier in dossiers for name in _claimants(dossier)})
        labels = {group.label for dossier in dossiers for group in dossier.briefing.groups}
        counted = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
        self.figure = re.compile(rf"(?:\d|\b(?:dozens|hundreds|thousands|several|scores)(?: of)?) (?:{counted})\b")

    def named_in(self, text: str) -> bool:
        return any(name in text for name in self.names)


def _claimants(dossier: Dossier) -> Iterator[str]:
    return (dossier.actors[claim.claimant].name for claim in dossier.claims.values())


def _figure_elements(page: Element) -> list[Element]:
    return [element for element in page.all() if "value" in element.classes]


def _unowned(value: Element, voices: Voices) -> bool:
    """Whether a row lacks a claimant in its head, or a line has none between this figure and the next."""
    holder = next((one for one in value.above() if one.tag in {"tr", "p", "li"}), None)
    if holder is None:
        return True
    if holder.tag == "tr":
        heads = [one for one in holder.all() if one.tag == "th" and one.attributes.get("scope") == "row"]
        return not any(voices.named_in(head.text) for head in heads)
    marked = list(holder.all())
    after = marked[marked.index(value) + 1 :]
    following = next((place for place, one in enumerate(after) if "value" in one.classes), len(after))
    return not any(voices.named_in(one.text) for one in after[:following] if "who" in one.classes)


def test_beside_each_figure_stands_its_claimant(built: Built) -> None:
    voices = Voices(built)
    found = 0
    for address, html in built.pages().items():
        for value in _figure_elements(main_of(read_html(html))):
            found += 1
            assert not _unowned(value, voices), f"{address}: nobody is named beside '{value.text}'"

    assert found > 100


def _leaf_blocks(page: Element) -> Iterator[Element]:
    """The innermost blocks of text that are ours."""
    for element in page.all():
        inner = any(one.tag in BLOCKS for one in element.all() if one is not element)
        quoted = any(one.classes & OTHERS_WORDS for one in element.above())
        if element.tag in BLOCKS and not inner and not quoted:
            yield element


def _context(block: Element, page: Element) -> str:
    """The block, what stands around it up to its row or item, and the page's title, which names a claim's owner."""
    around = [one.text for one in block.above() if one.tag in {"tr", "li"}]
    title = next(one.text for one in page.all() if one.tag == "h1")
    return " ".join([block.text, *around, title])


def test_sentences_with_figures_name_a_claimant(built: Built) -> None:
    """'58 Belmark soldiers' never stands alone, in lists and sentences that are no tables either."""
    voices = Voices(built)
    found = 0
    for address, html in built.pages().items():
        page = main_of(read_html(html))
        for block in _leaf_blocks(page):
            if voices.figure.search(block.text):
                found += 1
                assert voices.named_in(_context(block, page)), f"{address}: nobody is named in '{block.text}'"

    assert found > 30


def test_earlier_and_retired_answers_name_their_claimant(built: Built) -> None:
    voices = Voices(built)
    items = [
        (address, item.text)
        for address, html in built.pages().items()
        for listing in main_of(read_html(html)).all()
        if listing.classes & {"earlier", "steps"}
        for item in listing.all()
        if item.tag == "li"
    ]

    assert [] == [(address, text) for address, text in items if not voices.named_in(text)]
    assert len(items) > 5
