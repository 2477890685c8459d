"""Words of the Arabic script find each other however they are typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.script import one_script
from tests.projects import TEMPLATES

SCRIPT = (TEMPLATES / "theme" / "assets" / "site.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("۵۸", "58"),
        ("٥٨", "58"),
        ("پاکستاني", "پاکستانی"),
        ("افغانستان كې", "افغانستان کی"),
        ("أفغانستان", "افغانستان"),
        ("کابلـــ", "کابل"),
        ("مُجاهِد", "مجاهد"),
        ("می\u200cگوید", "میگوید"),
        ("\u202bکابل\u202c", "کابل"),
    ],
)
def test_two_ways_of_writing_are_one(written: str, typed: str) -> None:
    assert one_script(typed) == one_script(written)


@given(st.text())
def test_writing_in_one_way_twice_changes_nothing_more(text: str) -> None:
    assert one_script(text) == one_script(one_script(text))


@given(st.text(st.characters(max_codepoint=0x5FF)))
def test_other_scripts_and_markup_stay_as_they_are(text: str) -> None:
    assert text == one_script(text)


def folded_by_the_script(text: str) -> str:
    """Do what the script's `folded` does, by its own patterns."""
    chain = SCRIPT.partition("const folded =")[2].partition(";\n")[0]
    steps = re.findall(r'\.replace\(/(\[[^]]+\]|.)/g, (?:"(.?)"|(\(digit\)))', chain)
    assert 0 < len(steps) == chain.count(".replace(")
    for pattern, letter, digit in steps:
        text = re.sub(pattern, lambda found: str(ord(found[0]) & 15), text) if digit else re.sub(pattern, letter, text)
    return text


def test_the_script_of_the_search_page_folds_as_we_do() -> None:
    """What pages say is folded here, what a reader types there: both must fold alike."""
    for code in (*range(0x0600, 0x0700), *range(0x2000, 0x2070)):
        assert folded_by_the_script(chr(code)) == one_script(chr(code)), f"U+{code:04X}"
