"""The range chart: one small bar for each answer, on an axis that all answers to one question share.

Zero baseline, linear, in per cent of the width. Values without a number get no mark; nothing is stacked or sorted.
The chart of steps is the same with time running down: a line joins each number to the one that replaced it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.arranging.questions import Answer
from generator.arranging.steps import Steps
from generator.model.values import Value, print_number

Shape = Literal["dot", "band", "open-up", "open-down", "none"]


@dataclass(frozen=True)
class Bar:
    """What to draw for one value, in per cent of the axis."""

    shape: Shape
    low: float = 0.0
    high: float = 0.0
    rough: bool = False
    """True for 'about': drawn hollow."""
    runs_on: bool = False
    """True for 'at least' before a range: an open end follows the band."""


@dataclass(frozen=True)
class Axis:
    """A zero-based axis that ends at a round number above every value on it."""

    end: int

    @property
    def printed(self) -> str:
        """Where it ends, as people read it."""
        return print_number(self.end)

    def at(self, number: int) -> float:
        return round(100 * number / self.end, 2)

    def bar(self, value: Value) -> Bar:
        """Place one value."""
        low, high = value.low, value.high
        match value.kind:
            case "word":
                return Bar("none")
            case "range" | "about-range" | "at-least-range" | "up-to-range":
                assert low is not None
                assert high is not None
                rough, runs_on = value.kind == "about-range", value.kind == "at-least-range"
                return Bar("band", self.at(low), self.at(high), rough=rough, runs_on=runs_on)
            case "at-least" | "more-than":
                assert low is not None
                return Bar("open-up", self.at(low), 100.0)
            case "up-to" | "fewer-than":
                assert high is not None
                return Bar("open-down", 0.0, self.at(high))
            case _:
                number = value.numbers[0]
                return Bar("dot", self.at(number), self.at(number), rough=value.kind == "about")


def axis_for(values: Iterable[Value]) -> Axis | None:
    """The shared axis of one question's values; none where no value has a number."""
    largest = max((number for value in values for number in value.numbers), default=0)
    return Axis(_round_above(largest)) if largest else None


def _round_above(number: int) -> int:
    """The next of 1, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten, leaving room for an open end."""
    room = number * 1.1
    power = 1
    while power * 10 < room:
        power *= 10
    steps = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
    return next(math.ceil(power * step / 10) for step in steps if power * step / 10 >= room)


@dataclass(frozen=True)
class Step:
    """One statement, with the lines that join its mark to its neighbours', in per cent of the axis."""

    answer: Answer
    comes_from: float | None
    """Where the number stands that it replaced; none where a word, a range or somebody else's answer stood."""
    goes_on: float | None
    """Where its own number stands, if the next statement is joined to it."""


def draw_steps(steps: Steps, axis: Axis | None) -> tuple[Step, ...]:
    """Every statement in order. Only single numbers are joined: a range has no middle of ours, a word no place."""
    places = [_single_place(answer.figure.value, axis) for answer in steps.answers]
    comes_from = [
        before if here is not None and steps.follows(n) else None
        for n, (before, here) in enumerate(zip([None, *places], places, strict=False))
    ]
    joined_next = [before is not None for before in (*comes_from[1:], None)]
    goes_on = [here if joined else None for here, joined in zip(places, joined_next, strict=True)]
    return tuple(map(Step, steps.answers, comes_from, goes_on))


def _single_place(value: Value, axis: Axis | None) -> float | None:
    return axis.at(value.numbers[0]) if axis and len(value.numbers) == 1 else None
