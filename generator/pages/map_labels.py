"""Where the words of a map may stand: clear of its pins, of one another and, where possible, of its lines.

What stands already is in the way of what comes; the same map always gets the same labels.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from math import cos, dist, pi, sin

from generator.pages.geometry import Box, Point, around, sampled

DIGIT, LETTER, LINE = 8.5, 7.6, 16.0
"""Room for a digit, a letter of a name, and a line of text; generous, because the font is the reader's."""
MARK, WIDE_MARK = 15.0, 20.0
"""Room for a pin, and for one with a ring around it."""
STEPS = (14.5, 18.5, 26.0, 34.0, 44.0, 56.0, 70.0, 90.0, 120.0, 160.0)
"""How far from its pin a number may stand, tried in this order."""
TURNS = [pi * n / 8 for n in (0, 8, 14, 2, 10, 6, 12, 4, 15, 1, 7, 9, 13, 11, 5, 3)]
"""In which direction, to the right of it first."""


class Room:
    """The free room of a drawing."""

    def __init__(self, frame: Box, inked: list[Point]) -> None:
        self.frame = frame
        self.inked = inked
        """Points along everything that is drawn as a line."""
        self.taken: list[Box] = []

    def beside(self, spot: Point, wide: float) -> tuple[Point, bool]:
        """The nearest room for a pin's number, with a clear way to the pin, and whether it needs a line to it."""
        others = [box for box in self.taken if not box.holds(spot)]
        tries = [(step, around(_off(spot, step, turn), wide, LINE)) for step, turn in product(STEPS, TURNS)]
        free = [(s, box) for s, box in tries if self.is_free(box) and not _crossed(spot, box.centre, others)]
        clear = [(step, box) for step, box in free if step <= STEPS[1] and not self.on_line(box)]
        step, box = next(iter(clear or free), tries[0])
        return self.take(box), step > STEPS[1]

    def corner(self, length: float) -> Point:
        """The first free corner for a scale of this length: where it begins."""
        frame, wide = self.frame.grown(-5, -5), max(length, 8 * LETTER)
        tops, lefts = (frame.north - LINE, frame.south), (frame.west, frame.east - wide)
        boxes = [Box(left, top, left + wide, top + LINE) for top, left in product(tops, lefts)]
        box = self.first_clear(boxes) or boxes[0]
        self.taken.append(box)
        return _rounded((box.west, box.north))

    def inside(self, spots: Iterable[Point], wide: float) -> Point | None:
        """Where a country's name may stand: the emptiest of the spots that lie in it."""
        full = [*self.inked, *(box.centre for box in self.taken)]
        emptiest = sorted(spots, key=lambda spot: -min((dist(spot, other) for other in full), default=0))
        box = self.first_clear(around(spot, wide, LINE) for spot in emptiest)
        return self.take(box) if box else None

    def along(self, lines: Iterable[list[Point]], wide: float) -> Point | None:
        """Where a line's name may stand: beside it, as near to the middle of the drawing as may be."""
        aside = ((wide / 2 + 5, 0), (-wide / 2 - 5, 0), (0, LINE / 2 + 3), (0, -LINE / 2 - 3))
        points = [point for line in lines for point in sampled(line, 6)]
        spots = [(x + right, y + down) for (x, y), (right, down) in product(points, aside)]
        spots.sort(key=lambda spot: dist(spot, self.frame.centre))
        box = self.first_clear(around(spot, wide, LINE) for spot in spots)
        return self.take(box) if box else None

    def first_clear(self, boxes: Iterable[Box]) -> Box | None:
        return next((box for box in boxes if self.is_free(box) and not self.on_line(box)), None)

    def is_free(self, box: Box) -> bool:
        return self.frame.encloses(box) and not any(box.meets(other) for other in self.taken)

    def on_line(self, box: Box) -> bool:
        return any(box.holds(point) for point in self.inked)

    def take(self, box: Box) -> Point:
        self.taken.append(box)
        return _rounded(box.centre)


def _crossed(start: Point, end: Point, boxes: list[Box]) -> bool:
    """Whether the way from a pin to its number leads over something else."""
    return any(box.holds(point) for point in sampled((start, end), 3) for box in boxes)


def _off(spot: Point, step: float, turn: float) -> Point:
    return spot[0] + step * cos(turn), spot[1] - step * sin(turn)


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
