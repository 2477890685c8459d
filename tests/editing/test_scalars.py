"""One text in YAML: as plain as it can be, and read as the same by everyone."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.scalars import MAX_FOLDED, MAX_LINE, is_plain, print_line, print_text
from generator.reading.strict_yaml import read_document

PLAIN = "58 0 -4 4.5 2025 2025-10-11 2025-10 1,203 night it's a:b a#b https://sorn.example/#top 4.5.10 12-30 -5°"
QUOTED = """no Yes ON off true FALSE null ~ y N = << 18:00 9:50 1:30:00 012 1_000 1e3 0x1F 0b1 0o17 +5 .5 5. 4.50 .inf
.NaN - -x ? : , [a {a #a &a *a !a |a >a 'a "a %a @a `a a: “so” “”"""


@pytest.mark.parametrize("text", [*PLAIN.split(), "48.12, 7.45", "“They” fired", "at 18:00"])
def test_a_text_is_plain_where_that_can_be(text: str) -> None:
    assert text == print_line(text)


@pytest.mark.parametrize("text", [*QUOTED.split(), "a: b", "a #b", " a", "a ", "a\tb", "", "- a"])
def test_what_would_be_read_otherwise_is_quoted(text: str) -> None:
    assert not is_plain(text)
    assert text == yaml.safe_load(print_line(text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a: b", '"a: b"'),
        ("it's: b", '"it\'s: b"'),
        ('"so": b', "'\"so\": b'"),
        ('"it\'s": b', "'\"it''s\": b'"),
        ("a: \\", "'a: \\'"),
        ("a: 'b\\", '"a: \'b\\\\"'),
        ("a\tb", '"a\\tb"'),
        ("a\x85b", '"a\\u0085b"'),
    ],
)
def test_the_quotation_marks_are_those_that_need_fewer_signs(text: str, written: str) -> None:
    """Double ones where both do: that is what people are told to write."""
    assert written == print_line(text)
    assert text == yaml.safe_load(written)


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789-+._:eExobnfa ", min_size=1, max_size=8))
def test_a_plain_number_is_the_same_to_other_readers(text: str) -> None:
    if is_plain(text) and not re.match(r"\d{4}-\d", text):  # no date: those may be impossible
        assert text == str(yaml.safe_load(text))


def test_a_text_folds_when_its_line_is_full() -> None:
    fits = "word " * 20 + "x" * (MAX_LINE - 6 - 100)

    assert [fits] == print_text(fits, 6, 2)
    assert [">-", f"  {fits}"] == print_text(fits, 7, 2)
    assert [">-", f"   {fits[:99]}", f"   {fits[100:]}"] == print_text(fits, 7, 3)


def test_folded_lines_end_a_little_earlier() -> None:
    lines = print_text("word " * 60, 6, 4)

    assert 1 == len(lines)  # white space at its end cannot be folded
    assert {len(line) for line in print_text("word " * 60 + "word", 6, 4)[1:-1]} == {113}
    assert MAX_FOLDED - 113 < len(" word")


def test_a_word_longer_than_a_line_is_never_broken() -> None:
    address = "https://sorn.example/" + "x" * 200

    assert [address] == print_text(address, 5, 2)
    assert [">-", "  see", f"  {address}"] == print_text(f"see {address}", 5, 2)


@pytest.mark.parametrize(
    "text", ["a\nb", "a\n\nb", "a\n\n\nb\n", "- a\n  b\n- c", "a\n\n", "\na", " a\nb", "a \nb", "a\rb\nc"]
)
@pytest.mark.parametrize("long", ["", " word" * 40])
def test_lines_are_kept(text: str, long: str) -> None:
    given = text.replace("b", "b" + long)
    written = "\n".join(print_text(given, 6, 2))

    assert {"text": given, "more": "x"} == read_document("x.yml", f"text: {written}\nmore: x\n".encode()).tree


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a\nb", "|-"),
        ("a\nb\n", "|"),
        ("a\n\n" + "word " * 40 + "b", ">-"),
        ("- a\n- " + "word " * 40 + "b", "|-"),
        ("1. a\n2. " + "word " * 40 + "b", "|-"),
    ],
)
def test_lines_that_fit_or_belong_to_a_list_stay_as_they_are(text: str, first: str) -> None:
    assert first == print_text(text, 6, 2)[0]
