"""Figures as people write them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.values import WORDS, Value, parse_value

_NUMBERS = st.integers(0, 10**15)
_SIGNS = st.sampled_from("0123456789٣५² .,-–/:$\n\u00a0abdeghilmnortuyéЖ百")
_RIGHT_FORMS = "write it like 58, at least 58, more than 200, about 20, up to 18, 60 to 70 or dozens"
_QUALIFIED = st.sampled_from(["", "about ", "at least ", "more than ", "up to ", "fewer than "])


@st.composite
def values(draw: st.DrawFn) -> Value:
    """Any value that can be said."""
    if draw(st.booleans()):
        return Value("word", word=draw(st.sampled_from(WORDS)))
    low, high = sorted(draw(st.sets(_NUMBERS, min_size=2, max_size=2)))
    single = parse_value(draw(_QUALIFIED) + str(low))
    span = Value(draw(st.sampled_from(["range", "about-range", "at-least-range", "up-to-range"])), low, high)
    return draw(st.sampled_from([single, span]))


@settings(max_examples=40, deadline=None)
@given(values())
def test_reading_what_is_printed_gives_the_same_value(value: Value) -> None:
    assert value == parse_value(value.printed)


@settings(max_examples=40, deadline=None)
@given(values(), values())
def test_a_value_cannot_fall_below_another_that_falls_below_it(one: Value, other: Value) -> None:
    assert not (one.falls_below(other) and other.falls_below(one))
    assert not (one.falls_below(other) and one.same_number_as(other))


@settings(max_examples=40, deadline=None)
@given(st.text(_SIGNS, max_size=120))
def test_any_other_text_is_refused_with_a_reason(text: str) -> None:
    try:
        parse_value(text)
    except ValueError as error:
        reason = str(error)
    else:
        return

    assert "as a figure; " in reason


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("58", "58"),
        ("1,203", "1,203"),
        ("1 203", "1,203"),
        ("14,70,000", "1.47 million"),
        ("4.5 billion", "4.5 billion"),
        ("4500000000", "4.5 billion"),
        ("1,234,567", "1,234,567"),
        ("50 lakh", "5 million"),
        ("over 200", "more than 200"),
        ("Around 20", "about 20"),
        ("nearly twenty-five", "about 25"),
        ("an estimated 2 million", "about 2 million"),
        ("as many as 18", "up to 18"),
        ("a maximum of 18", "up to 18"),
        ("no fewer than 9", "at least 9"),
        ("58 or more", "at least 58"),
        ("58-plus", "at least 58"),
        ("less than 10", "fewer than 10"),
        ("60-70", "60 to 70"),
        ("60–70", "60 to 70"),
        ("between 60 and 70", "60 to 70"),
        ("around 6,000 to 6,500", "about 6,000 to 6,500"),
        ("4 million to 5 million", "4 million to 5 million"),
        ("500,000 to 1 million", "500,000 to 1 million"),
        ("900 to 1,000,000", "900 to 1,000,000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("one hundred and twelve", "112"),
        ("۵۸", "58"),
        ("٢٣", "23"),
        ("२३", "23"),
        ("৫৮", "58"),
        ("Dozens", "dozens"),
        ("large numbers", "a large number"),
        ("no figure given", "no figure given"),
    ],
)
def test_what_people_write_is_printed_in_one_way(text: str, printed: str) -> None:
    assert printed == parse_value(text).printed
    assert printed == str(parse_value(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lots", f"cannot read 'lots' as a figure; {_RIGHT_FORMS}"),
        ("Dozens of soldiers", "cannot read 'Dozens of soldiers' as a figure; write 'dozens' alone"),
        ("more than hundreds", "write 'hundreds' alone, without what is counted or a qualifier"),
        ("1.203", "write thousands with a comma, 1,203"),
        ("4 to 5 million", "write out both ends of a range, 4 million to 5 million"),
        ("$50 million", "leave out the currency"),
        ("70 to 60", "the lower number first"),
        ("60 to 60", "the lower number first"),
        ("more than 60 to 70", "write a range as 60 to 70 or about 60 to 70"),
        ("58 soldiers", "write 58 alone; what is counted stands in 'of' and 'outcome'"),
        ("at least 4.5 billion dollars", "write at least 4.5 billion alone"),
        ("60 to 70 killed", "write 60 to 70 alone"),
        ("~58", "write about 58"),
        (">= 58", "write at least 58"),
        ("<58", "write fewer than 58"),
        ("≈ 1,200", "write about 1,200"),
        ("1.5", "write it like 58"),
        ("-5", "write it like 58"),
        ("12 mil", "write it like 58"),
        ("", "write it like 58"),
        ("9" * 5000, "write it like 58"),
    ],
)
def test_other_forms_are_refused_with_the_right_one(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="cannot read") as raised:
        parse_value(text)

    assert message in str(raised.value)


@pytest.mark.parametrize("word", ["dozens", "hundreds", "several", "many", "a large number"])
def test_a_word_has_no_number(word: str) -> None:
    assert Value("word", None, None, word) == parse_value(word)
    assert () == parse_value(word).numbers


def test_bounds_are_left_open_where_nothing_was_said() -> None:
    assert Value("more-than", 58, None) == parse_value("more than 58")
    assert Value("up-to", None, 18) == parse_value("up to 18")
    assert Value("about", 20, 20) == parse_value("about 20")
    assert (60, 70) == parse_value("60 to 70").numbers


def test_the_same_number_may_carry_different_qualifiers() -> None:
    assert parse_value("at least 58").same_number_as(parse_value("more than 58"))
    assert parse_value("58").same_number_as(parse_value("up to 58"))
    assert parse_value("dozens").same_number_as(parse_value("dozens"))
    assert not parse_value("dozens").same_number_as(parse_value("hundreds"))
    assert not parse_value("60").same_number_as(parse_value("60 to 70"))


@pytest.mark.parametrize(
    ("new", "old", "falls"),
    [
        ("57", "58", True),
        ("58", "58", False),
        ("59", "58", False),
        ("at least 50", "more than 58", True),
        ("at least 58", "58", False),
        ("50 to 60", "60 to 70", True),
        ("60 to 65", "60 to 70", True),
        ("50 to 80", "60 to 70", False),
        ("60", "60 to 70", True),
        ("at least 60", "60 to 70", False),
        ("at least 59", "60 to 70", True),
        ("dozens", "hundreds", False),
        ("dozens", "200", False),
    ],
)
def test_only_a_lower_number_falls(new: str, old: str, falls: bool) -> None:
    assert falls is parse_value(new).falls_below(parse_value(old))
