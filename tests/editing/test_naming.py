"""Ids are proposed from a date and a name."""

from __future__ import annotations

import pytest

from generator.editing.naming import claim_names, date_prefix, event_names, slug, source_names, unique_id
from generator.model.dates import parse_when


@pytest.mark.parametrize(
    ("written", "prefix"),
    [
        ("2031-03-05", "2031-03-05"),
        ("night of 2031-03-05", "2031-03-05"),
        ("week of 2031-03-03", "2031-03-03"),
        ("2031-03", "2031-03"),
        ("2031-03 to 2031-05", "2031-03"),
        ("2031", "2031"),
        ("by 2031-03-05", "2031-03-05"),
    ],
)
def test_an_id_begins_with_the_date_as_fine_as_it_is_coded(written: str, prefix: str) -> None:
    assert prefix == date_prefix(parse_when(written))


@pytest.mark.parametrize(
    ("text", "id"), [("Türkiye's Army", "turkiyes-army"), ("  A–B, 2031 ", "a-b-2031"), ("طورخم", "")]
)
def test_a_slug_has_only_small_latin_letters_digits_and_hyphens(text: str, id: str) -> None:
    assert id == slug(text)


def test_the_first_proposal_that_is_free_is_taken_and_else_numbered() -> None:
    assert "a" == unique_id((), ["a", "b"])
    assert "b" == unique_id(("a",), ["a", "b"])
    assert "b-3" == unique_id(("a", "b", "b-2"), ["a", "b"])


def test_proposals_name_the_day_and_what_matters() -> None:
    day = parse_when("2031-03-06")

    assert ["2031-03-06-clash-river-sorn"] == event_names(day, "Clash at the river Sorn")
    assert ["2031-03-06-army", "2031-03-06-army-river-clash"] == claim_names(day, "army", "2031-03-05-river-clash")
    assert "sorn-times-2031-03-06" == source_names("Sorn Times", day, "")[0]
    assert "sorn-times" == source_names("Sorn Times", None, "")[0]
