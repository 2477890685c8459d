"""Dates and times as people write them, and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import Clock, When, parse_clock, parse_when

_DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
_SIGNS = st.sampled_from("0123456789٣५² .,-–/:$\n\u00a0abdeghilmnortuyéЖ百")
_WORDS = [
    "dawn",
    "early morning",
    "morning",
    "midday",
    "afternoon",
    "evening",
    "late evening",
    "night",
    "midnight",
]


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any date in the grammar."""
    first, last = sorted(draw(st.sets(_DAYS, min_size=2, max_size=2)))
    forms = [f"{first}", f"night of {first}", f"week of {first}", f"by {first}", f"{first} to {last}"]
    forms += [f"{first:%Y-%m}", f"{first:%Y}"]
    forms += [f"{first:%Y-%m} to {last:%Y-%m}"] * (f"{first:%Y-%m}" < f"{last:%Y-%m}")
    return parse_when(draw(st.sampled_from(forms)))


@settings(max_examples=40, deadline=None)
@given(whens())
def test_reading_what_is_written_gives_the_same_date(when: When) -> None:
    assert when == parse_when(when.written)
    assert when.written == str(when)


@settings(max_examples=40, deadline=None)
@given(whens())
def test_addresses_are_kebab_case(when: When) -> None:
    assert when.written.replace(" ", "-") == when.slug


@settings(max_examples=40, deadline=None)
@given(whens(), whens())
def test_two_dates_cover_each_other_only_when_their_days_are_the_same(one: When, other: When) -> None:
    assert one.covers(one)
    if one.covers(other) and other.covers(one):
        assert (one.start, one.end) == (other.start, other.end)


@settings(max_examples=40, deadline=None)
@given(st.text(_SIGNS, max_size=120) | st.from_regex(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}", fullmatch=True))
def test_any_other_text_is_refused_with_a_reason(text: str) -> None:
    reasons = []
    for parse in (parse_when, parse_clock):
        try:
            parse(text)
        except ValueError as error:
            reasons.append(str(error))

    assert all(reason.startswith("cannot read '") and "; " in reason for reason in reasons)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "date_prec"),
    [
        ("2025-10-11", "2025-10-11", "2025-10-11", "day", 1),
        ("night of 2025-10-11", "2025-10-11", "2025-10-12", "day", 2),
        ("2025-10-10 to 2025-10-12", "2025-10-10", "2025-10-12", "days", 2),
        ("2025-10-10 to 2025-10-17", "2025-10-10", "2025-10-17", "days", 4),
        ("2025-08-01 to 2025-10-17", "2025-08-01", "2025-10-17", "days", 5),
        ("week of 2025-10-06", "2025-10-06", "2025-10-12", "week", 3),
        ("2025-10", "2025-10-01", "2025-10-31", "month", 4),
        ("2024-02", "2024-02-01", "2024-02-29", "month", 4),
        ("2025-10 to 2025-12", "2025-10-01", "2025-12-31", "months", 5),
        ("2025", "2025-01-01", "2025-12-31", "year", 5),
    ],
)
def test_a_date_knows_its_days_and_its_precision(
    text: str, start: str, end: str, precision: str, date_prec: int
) -> None:
    when = parse_when(text)

    assert (start, end, precision) == (str(when.start), str(when.end), when.precision)
    assert date_prec == when.date_prec


def test_by_names_no_first_day() -> None:
    when = parse_when("by 2025-11-30")

    assert when == When(None, date(2025, 11, 30), "day", by=True)
    assert date(2025, 11, 30) == when.start_or_end


_TWO_WAYS = "11/10/2025 can be read two ways: write 2025-10-11 for 11 October or 2025-11-10 for 10 November"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("11 October 2025", "cannot read '11 October 2025' as a date; write 11 October 2025 as 2025-10-11"),
        ("11/10/2025", _TWO_WAYS),
        ("week of 11/10/2025", _TWO_WAYS),
        ("11.10.2025", "can be read two ways"),
        ("13/10/2025", "as 2025-10-13"),
        ("10/13/2025", "as 2025-10-13"),
        ("10/10/2025", "as 2025-10-10"),
        ("October 11, 2025", "as 2025-10-11"),
        ("11th of Oct. 2025", "as 2025-10-11"),
        ("11-12 October 2025", "as 2025-10-11 to 2025-10-12"),
        ("2025/10/11", "as 2025-10-11"),
        ("20251011", "as 2025-10-11"),
        ("2025-1-3", "as 2025-01-03"),
        ("October 2025", "as 2025-10"),
        ("۲۰۲۵-۱۰-۱۱", "as 2025-10-11"),
        ("2025-10-10 – 2025-10-17", "as 2025-10-10 to 2025-10-17"),
        ("from 2025-10-10 until 2025-10-17", "as 2025-10-10 to 2025-10-17"),
        ("2025-10-11 night", "as night of 2025-10-11"),
        ("Night of 11 October 2025", "as night of 2025-10-11"),
        ("2025-10-11 21:50", "write the date alone, 2025-10-11; the time has its own key"),
        ("2025-13-40", "months run from 01 to 12, not 13"),
        ("2025-02-30", "the days of 2025-02 run from 01 to 28, not 30"),
        ("32 October 2025", "the days of 2025-10 run from 01 to 31, not 32"),
        ("0225-10-11", "expected a year from 1800 to 2200, not 0225"),
        ("2025-10-17 to 2025-10-10", "write the earlier end first"),
        ("2025-10-10 to 2025-11", "write both ends as days or both as months"),
        ("2024 to 2025", "as 2024-01 to 2025-12"),
        ("by 2025-11", "name a day, as in by 2025-11-30"),
        ("yesterday", "write it like 2025-10-11, night of 2025-10-11"),
        ("", "write it like 2025-10-11"),
        ("2025-" * 50, "write it like 2025-10-11"),
    ],
)
def test_other_forms_are_refused_with_the_right_one(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="as a date; ") as raised:
        parse_when(text)

    assert message in str(raised.value)


def test_dates_sort_by_first_day_and_the_shorter_first() -> None:
    ordered = ["2025", "2025-10-11", "by 2025-10-11", "night of 2025-10-11", "2025-10-11 to 2025-10-17"]
    ordered += ["2025-10-12", "2025-11"]
    backwards = ordered[::-1]

    assert ordered == sorted(backwards, key=lambda text: parse_when(text).sort_key)


@pytest.mark.parametrize(
    ("outer", "inner", "covered"),
    [
        ("2025-10", "2025-10-11", True),
        ("2025-10", "night of 2025-10-30", True),
        ("2025-10", "night of 2025-10-31", False),
        ("2025-10-11", "2025-10", False),
        ("2025-10-11", "night of 2025-10-11", False),
        ("night of 2025-10-11", "2025-10-11", False),
        ("2025-10", "by 2025-10-11", False),
        ("by 2025-10-31", "2025-10", True),
        ("by 2025-10-31", "by 2025-10-11", True),
        ("2025", "2025-10-10 to 2025-10-17", True),
    ],
)
def test_a_date_covers_what_lies_wholly_in_it(outer: str, inner: str, covered: bool) -> None:
    assert covered is parse_when(outer).covers(parse_when(inner))


@settings(max_examples=40, deadline=None)
@given(st.times())
def test_reading_a_written_clock_time_gives_the_same(time: object) -> None:
    for text in (f"{time:%H:%M}", f"about {time:%H:%M}", f"before {time:%H:%M}", f"after {time:%H:%M}"):
        assert text == parse_clock(text).written


@pytest.mark.parametrize("word", _WORDS)
def test_the_words_for_times_of_day_are_kept(word: str) -> None:
    assert Clock("word", word=word) == parse_clock(word)
    assert word == str(parse_clock(word))


def test_a_day_runs_from_dawn_to_midnight() -> None:
    times = ["dawn", "early morning", "06:00", "morning", "midday", "afternoon", "evening", "before 20:00"]
    times += ["about 20:00", "after 20:00", "late evening", "night", "23:59", "midnight"]
    backwards = times[::-1]

    assert times == sorted(backwards, key=lambda text: parse_clock(text).sort_minutes)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9:50 pm", "cannot read '9:50 pm' as a time; write 9:50 pm as 21:50"),
        ("21.50", "as 21:50"),
        ("2150", "as 21:50"),
        ("9:50", "as 09:50"),
        ("12 am", "as 00:00"),
        ("12:30 p.m.", "as 12:30"),
        ("around 21:50", "as about 21:50"),
        ("٢١:٥٠", "as 21:50"),
        ("noon", "as midday"),
        ("24:00", "write midnight, or 00:00 of the next day"),
        ("25:00", "write it like 21:50, about 21:50, before 22:00"),
        ("teatime", "write it like 21:50"),
    ],
)
def test_other_times_are_refused_with_the_right_form(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="as a time; ") as raised:
        parse_clock(text)

    assert message in str(raised.value)
