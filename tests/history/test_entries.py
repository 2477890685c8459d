"""Which entry tells of a change, and which does not."""

from __future__ import annotations

import pytest

from generator.history.entries import Told, lost_entries, new_entries
from generator.model.records import Correction
from generator.reading.strict_yaml import read_document
from tests.builders import claim, figure

VALUE = Told(("value of red-soldiers-killed",), "58", "at least 85")


def entry(field: str, was: str, now: str, why: str = "Misread.") -> Correction:
    return Correction.model_validate(fields(field, was, now, why))


def fields(field: str, was: str, now: str, why: str = "Misread.") -> dict[str, str]:
    return {"date": "2031-03-20", "field": field, "was": was, "now": now, "why": why}


@pytest.mark.parametrize(
    "told",
    [
        [entry("value of red-soldiers-killed", "58", "at least 85")],
        [entry("Value of  red-soldiers-killed", "58", "no fewer than 85")],
        [entry("value of red-soldiers-killed", "60", "at least 85"), entry("value of red-soldiers-killed", "58", "60")],
        [entry("note", "a", "b"), entry("value of red-soldiers-killed", "58", "at least 85")],
    ],
    ids=["as written", "same meaning", "in two steps", "beside another"],
)
def test_an_entry_that_leads_from_the_old_to_the_new_tells_of_it(told: list[Correction]) -> None:
    assert VALUE.is_in(told)


@pytest.mark.parametrize(
    "told",
    [
        [],
        [entry("value of red-soldiers-killed", "58", "85")],
        [entry("value of red-soldiers-killed", "at least 85", "58")],
        [entry("value of red-soldiers-killed", "58 killed", "at least 85 killed")],
        [entry("value of blue-soldiers-killed", "58", "at least 85")],
        [entry("value of red-soldiers-killed and more", "58", "at least 85")],
        [entry("value", "58", "at least 85")],
        [entry("value of red-soldiers-killed", "58", "60"), entry("value of red-soldiers-killed", "61", "at least 85")],
        [entry("value of red-soldiers-killed", "58", "at least 85", why="…")],
    ],
    ids=["none", "qualifier", "turned", "more words", "figure", "field", "no figure", "gap", "no reason"],
)
def test_nothing_else_does(told: list[Correction]) -> None:
    assert not VALUE.is_in(told)


def test_dates_are_compared_as_dates_and_names_as_words() -> None:
    assert Told(("said",), "2031-03-06", "2031-03").is_in([entry("said", "2031-03-06", "2031-03")])
    assert Told(("name",), "Arvenian Army", "none").is_in([entry("name", "arvenian army", "None")])


@pytest.mark.parametrize(
    ("old", "new"), [("58", "1,203"), ("a#b", "a: b"), ('say "no"', "C:\\x"), ("- a", "[x]"), ("60 to 70", "dozens")]
)
def test_the_line_to_add_is_yaml_that_tells_of_it(old: str, new: str) -> None:
    told = Told(("value of x",), old, new)
    line = told.entry_of("2031-03-20", "Misread: twice.")
    document = read_document("x.yml", f"corrections:\n  {line}\n".encode())
    assert isinstance(document.tree, dict)
    assert isinstance(document.tree["corrections"], list)
    made = Correction.model_validate(document.tree["corrections"][0])

    assert (made.date.written, made.why) == ("2031-03-20", "Misread: twice.")
    assert told.is_in([made])


def test_entries_are_new_or_lost_by_what_they_say_not_by_the_reason() -> None:
    first, reworded, second = fields("said", "a", "b"), fields("said", "a", "b", "Mistyped."), fields("said", "b", "c")
    old = claim("red-army", figure("58"), corrections=[first])
    new = claim("red-army", figure("58"), corrections=[reworded, second])

    assert [entry.was for entry in new_entries(old, new)] == ["b"]
    assert lost_entries(old, new) == []
    assert [entry.was for entry in lost_entries(new, old)] == ["b"]
