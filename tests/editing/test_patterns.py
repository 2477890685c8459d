"""Every text that a field takes passes the form which stands for it in the schema, as an editor reads it."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from generator.editing.patterns import TEXTS, TRUTH
from generator.model import fields
from generator.model.claims import FigureRefField
from generator.model.number_words import number_words
from generator.model.qualifiers import QUALIFIERS_AFTER, QUALIFIERS_BEFORE
from generator.reading.strict_yaml import read_document
from tests.editing.editors import as_editors_read, as_typed

TYPES: dict[str, Any] = {
    "id": fields.Id,
    "reference": FigureRefField,
    "line": fields.Label,
    "sentences": fields.Text,
    "words": fields.Quote,
    "prose": fields.Prose,
    "address": fields.Url,
    "language": fields.Language,
    "country": fields.Country,
    "value": fields.ValueField,
    "date": fields.WhenField,
    "time": fields.ClockField,
    "coordinates": fields.CoordinatesField,
}
ADAPTERS: dict[str, TypeAdapter[Any]] = {form: TypeAdapter(kind) for form, kind in TYPES.items()}
VALIDATORS = {
    form: Draft7Validator({**schema, "definitions": {"TrueOrFalse": TRUTH}}) for form, schema in TEXTS.items()
}


def record_takes(form: str, text: str) -> bool:
    """Whether our reader and the field take a text that is typed as the value of a field."""
    document = read_document("x.yml", as_typed({"field": text}).encode())
    if document.problems or not isinstance(document.tree, dict):
        return False
    try:
        ADAPTERS[form].validate_python(document.tree["field"])
    except ValidationError:
        return False
    return True


def editor_takes(form: str, text: str) -> bool:
    return VALIDATORS[form].is_valid(as_editors_read(as_typed({"field": text}))["field"])


def row(*choices: list[str]) -> st.SearchStrategy[str]:
    """One of each, with the same between them: a space, several, a line end, or nothing."""
    chosen = st.tuples(*(st.sampled_from(found) for found in choices))
    between = st.sampled_from([" ", " ", " ", "", "  ", "\n"])
    return st.builds(lambda gap, found: gap.join(filter(None, found)), between, chosen)


def heap(pieces: list[str]) -> st.SearchStrategy[str]:
    """A few of them in any order."""
    return st.builds(" ".join, st.lists(st.sampled_from(pieces), min_size=1, max_size=6))


SPOKEN = sorted(number_words("en")[0])[::97]
DIGITS = ["58", "1,203", "1 203", "14,70,000", "058", "58.0", "1.5", "60–70", "٥٨", "१२", "0", "1’203"]
SCALED = ["", "", "", "million", "MILLION", "k", "lakh", "dozen", "bn", "thousand and nine", "milliard"]
BEFORE = ["", "", "between", *QUALIFIERS_BEFORE, "At Least", "OVER"]
AFTER = ["", "", "", *QUALIFIERS_AFTER]
RANGE = ["to", "-", "–", "and", ""]
DAYS = [
    "2025-10-11",
    "2024-02-29",
    "2025-02-29",
    "1800-01-01",
    "2200-12-31",
    "2201-01-01",
    "2025-10",
    "2025-13",
    "2025",
]
TIMES = ["21:50", "00:00", "23:59", "24:00", "9:50", "dawn", "early morning", "Night", "midnight", "noon"]
DEGREES = ["34.11", "-90", "90.00", "90.01", "0", "07.5", "180", "-179.99", "180.1", "٣٤", "۳۴.۱۱", "1234"]
HOSTS = [
    "example.org",
    "example",
    "a.b.c",
    "example.org.",
    "例え.jp",
    "1.1.1.1",
    "10.0.0.1",
    "[2606:4700::1111]",
    "a_b.co",
]
NAMES = ["a", "sorn-bridge", "-", "#", "2031", "0x1f", "1e3", "true", "null", "A", "é", "x" * 99]

PROBABLE = {
    "id": row(["", "a-", "2031-"], NAMES, ["", "", "-b"]),
    "reference": row(NAMES, ["#", "#", ""], NAMES),
    "address": row(
        ["https://", "http://", "HTTP://", "ftp://"], HOSTS, ["", ":80", ":"], ["", "/a?b=c#d", "?x", "/a b"]
    ),
    "language": st.text("aenopsuyr", max_size=4),
    "country": st.text("AFGNULPK", max_size=4),
    "value": row(BEFORE, DIGITS + SPOKEN, SCALED, AFTER)
    | row(BEFORE, DIGITS + SPOKEN, SCALED, RANGE, DIGITS + SPOKEN, SCALED)
    | heap([*BEFORE, *DIGITS, *SPOKEN, *SCALED, *AFTER, *RANGE, "fífty", "Dozens", "few", "a", "half", "y", "e"]),
    "date": row(["", "night of", "week of", "by", "By"], DAYS) | row(DAYS, ["to"], DAYS),
    "time": row(["", "about", "before", "after", "around"], TIMES),
    "coordinates": row(DEGREES, [",", ",", ";"], DEGREES),
}
ANY_TEXT = (
    st.text(max_size=40)
    | heap([*NAMES, *DIGITS, *SPOKEN, *DAYS])
    | st.integers(190, 510).map(lambda n: "né e\u0301" * n)
)


@pytest.mark.parametrize("form", TEXTS)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_a_field_takes_passes_its_form(form: str, data: st.DataObject) -> None:
    text = data.draw(PROBABLE.get(form, ANY_TEXT) | ANY_TEXT)
    if record_takes(form, text):
        assert editor_takes(form, text)


@pytest.mark.parametrize("spoken", sorted(number_words("en")[0])[::13])
def test_every_number_in_words_passes(spoken: str) -> None:
    assert record_takes("value", spoken)
    assert editor_takes("value", spoken.upper())


KNOWN = {r"\s", r"\S", r"\.", r"\[", r"\]", r"\\", r"\n", r"\t"}
RIGHT = {
    "id": ["sorn-bridge", "2031", "true", "1e3"],
    "reference": ["2031-03-06-army#soldiers-killed", "2031-03-06-army", "2031"],
    "line": ["Clash at the river", "2031", "True", "x" * 200, "é" * 200, "a  b" * 66],
    "value": ["58", "at least 58", "At Least 58", "58 or more", "60 to 70", "between 60 and 70", "about 6,000 to 6,500",
              "fifty-eight", "two thousand and nine", "4.5 billion", "14,70,000", "5k", "a dozen", "DOZENS", "few",
              "no figure given", "٥٨", "58.0", "up to\n 18"],
    "date": ["2025-10-11", "night of 2025-10-11", "2025-10 to 2025-12", "2025", "by  2025-11-30"],
    "time": ["21:50", "about 21:50", "early morning"],
    "coordinates": ["34.11, 71.08", "-90,180", "31.01 , 66.4", "٣٤, ٧١"],
    "address": ["https://example.org/a?b=c", "HTTP://example.org", "https://example.org:8080", "https://1.1.1.1/"],
    "language": ["en", "no", "pus"],
    "country": ["AFG"],
}  # fmt: skip
WRONG = {
    "id": ["Sorn Bridge", "a--b", "-a", "x" * 101, "null", "é"],
    "reference": ["Arvenian army", "a#b#c", "#a"],
    "line": ["x" * 201, "a b " * 51, "~"],
    "sentences": ["x" * 2001],
    "words": ["x" * 501],
    "value": ["58 soldiers", "many soldiers", "at least", "-5", "4.5", "at", "$58", "20+ish", "over dozens"],
    "date": ["11/10/2025", "2025-13", "2025-10-32", "2025-04-31", "1799", "2201", "yesterday", "night of"],
    "time": ["9:50 pm", "24:00", "noon", "1250"],
    "coordinates": ["91.5, 12", "34.1234, 71.0812", "34.11", "0, 181"],
    "address": ["example.org", "javascript:alert(1)", "http://localhost/", "https://a@x.org", "https://x.org/a b"],
    "language": ["English", "e"],
    "country": ["Arvenia", "af"],
}  # fmt: skip


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, texts in RIGHT.items() for text in texts])
def test_right_texts_pass_both(form: str, text: str) -> None:
    assert record_takes(form, text)
    assert editor_takes(form, text)


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, texts in WRONG.items() for text in texts])
def test_wrong_texts_are_refused_by_both(form: str, text: str) -> None:
    assert not editor_takes(form, text)
    assert not record_takes(form, text)


def test_every_form_has_its_kind_of_text() -> None:
    used = {
        data.json_schema["text"] for kind in TYPES.values() for data in get_args(kind) if hasattr(data, "json_schema")
    }

    assert set(TEXTS) == set(TYPES) == used


@pytest.mark.parametrize("form", TEXTS)
def test_patterns_keep_to_what_javascript_reads_in_unicode_mode(form: str) -> None:
    """Its Unicode mode refuses escapes that Python lets pass, and an editor then drops the whole pattern."""
    schema: dict[str, Any] = TEXTS[form]
    [pattern] = [branch["pattern"] for branch in (schema, *schema.get("anyOf", ())) if "pattern" in branch]
    escapes = set(re.findall(r"\\(?:u[0-9a-f]{4}|.)", pattern))

    assert pattern.isascii()
    assert [] == [escape for escape in escapes - KNOWN if not escape.startswith(r"\u")]
