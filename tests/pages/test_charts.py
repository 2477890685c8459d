"""The range chart: honest by its form, whatever the numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.values import Value, parse_value
from generator.pages.charts import Axis, Bar, axis_for
from tests.model.test_values import values

HUNDRED = Axis(100)


@pytest.mark.parametrize(
    ("value", "bar"),
    [
        ("58", Bar("dot", 58, 58)),
        ("0", Bar("dot", 0, 0)),
        ("about 20", Bar("dot", 20, 20, rough=True)),
        ("at least 58", Bar("open-up", 58, 100)),
        ("more than 58", Bar("open-up", 58, 100)),
        ("up to 18", Bar("open-down", 0, 18)),
        ("fewer than 18", Bar("open-down", 0, 18)),
        ("60 to 70", Bar("band", 60, 70)),
        ("about 60 to 70", Bar("band", 60, 70, rough=True)),
        ("dozens", Bar("none")),
        ("no figure given", Bar("none")),
    ],
)
def test_each_kind_of_value_has_its_shape(value: str, bar: Bar) -> None:
    assert bar == HUNDRED.bar(parse_value(value))


@pytest.mark.parametrize(
    ("largest", "end"),
    [(1, 2), (2, 3), (5, 6), (9, 10), (10, 12), (11, 15), (58, 80), (99, 120), (1_203, 1_500), (10**15, 12 * 10**14)],
)
def test_the_axis_ends_at_a_round_number_with_room_for_an_open_end(largest: int, end: int) -> None:
    assert Axis(end) == axis_for([parse_value(str(largest))])


def test_all_answers_share_one_axis() -> None:
    """Bars of one question can be compared by eye because 58 is as long in each row."""
    axis = axis_for([parse_value(text) for text in ("23", "at least 58", "30 to 40", "dozens")])

    assert Axis(80) == axis


@pytest.mark.parametrize("said", [[], ["dozens"], ["0"], ["dozens", "no figure given"]])
def test_there_is_no_axis_without_a_number_to_show(said: list[str]) -> None:
    assert axis_for([parse_value(text) for text in said]) is None


@settings(max_examples=100, deadline=None)
@given(st.lists(values(), min_size=1, max_size=5))
def test_marks_stay_on_the_axis_and_keep_their_proportions(said: list[Value]) -> None:
    axis = axis_for(said)
    for bar, value in ((axis.bar(value), value) for value in said if axis):
        assert 0 <= bar.low <= bar.high <= 100
        if axis and bar.shape in ("dot", "band"):
            drawn = [bar.low, bar.high][: len(value.numbers)]
            assert drawn == pytest.approx([100 * number / axis.end for number in value.numbers], abs=0.01)


@settings(max_examples=100, deadline=None)
@given(values(), values())
def test_zero_is_the_left_edge_so_that_double_is_twice_as_far(one: Value, other: Value) -> None:
    axis = axis_for([one, other])
    if axis:
        assert 0 == axis.at(0)
        assert axis.at(axis.end) == 100
