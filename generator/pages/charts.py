"""The range chart: one small bar for each answer, on an axis that all answers to one question share.

Zero baseline, linear, in per cent of the width. Values without a number get no mark; nothing is stacked or sorted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.model.values import Value

Shape = Literal["dot", "band", "open-up", "open-down", "none"]


@dataclass(frozen=True)
class Bar:
    """What to draw for one value, in per cent of the axis."""

    shape: Shape
    low: float = 0.0
    high: float = 0.0
    rough: bool = False
    """True for 'about': drawn hollow."""


@dataclass(frozen=True)
class Axis:
    """A zero-based axis that ends at a round number above every value on it."""

    end: int

    def at(self, number: int) -> float:
        return round(100 * number / self.end, 2)

    def bar(self, value: Value) -> Bar:
        """Place one value."""
        low, high = value.low, value.high
        match value.kind:
            case "word":
                return Bar("none")
            case "range" | "about-range":
                assert low is not None and high is not None
                return Bar("band", self.at(low), self.at(high), rough=value.kind == "about-range")
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
    numbers = [number for value in values for number in value.numbers]
    return Axis(_round_above(max(numbers))) if numbers and max(numbers) else None


def _round_above(number: int) -> int:
    """The next of 1, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten, leaving room for an open end."""
    room = number * 1.1
    power = 1
    while power * 10 < room:
        power *= 10
    steps = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
    return next(math.ceil(power * step / 10) for step in steps if power * step / 10 >= room)
