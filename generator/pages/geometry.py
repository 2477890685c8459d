"""The flat geometry of a small map: boxes of the globe, lines cut at their edge, and the way to the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, radians

Point = tuple[float, float]
"""Longitude and latitude in degrees; on the drawing, to the right and down."""
KM = 111.32
"""Kilometres in a degree of latitude."""


@dataclass(frozen=True)
class Box:
    """A rectangle: of the globe in degrees, or of the drawing with `south` as its top."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def height(self) -> float:
        return self.north - self.south

    @property
    def centre(self) -> Point:
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def holds(self, point: Point) -> bool:
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def encloses(self, other: Box) -> bool:
        return self.holds((other.west, other.south)) and self.holds((other.east, other.north))

    def meets(self, other: Box) -> bool:
        apart = self.east <= other.west or other.east <= self.west
        return not (apart or self.north <= other.south or other.north <= self.south)

    def grown(self, across: float, up: float) -> Box:
        return Box(self.west - across, self.south - up, self.east + across, self.north + up)

    def within(self, limit: Box) -> Box:
        """What of it lies inside another box."""
        west, south = max(self.west, limit.west), max(self.south, limit.south)
        return Box(west, south, min(self.east, limit.east), min(self.north, limit.north))


def around(point: Point, across: float, up: float) -> Box:
    """A box of this size with the point in its middle."""
    return Box(*point, *point).grown(across / 2, up / 2)


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box that holds all points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True)
class Projection:
    """From degrees to the drawing: equirectangular, true to scale at the middle of the box."""

    box: Box
    width: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return cos(radians(self.box.centre[1]))

    @property
    def degree(self) -> float:
        """A degree of latitude on the drawing."""
        return self.width / (self.box.width * self.squeeze)

    @property
    def height(self) -> float:
        return round(self.box.height * self.degree, 1)

    def at(self, point: Point) -> Point:
        x = (point[0] - self.box.west) * self.degree * self.squeeze
        return round(x, 1), round((self.box.north - point[1]) * self.degree, 1)


def shaped(box: Box, least: float, flattest: float, tallest: float) -> Box:
    """The box grown to a least height in degrees, and to a width per height between two bounds."""
    squeeze = cos(radians(box.centre[1]))
    high = replace(box).grown(0, max(0, least - box.height) / 2)
    ratio = high.width * squeeze / high.height
    if ratio < tallest:
        return high.grown((tallest * high.height / squeeze - high.width) / 2, 0)
    return high.grown(0, max(0, high.width * squeeze / flattest - high.height) / 2)


def clipped(line: Iterable[Point], box: Box) -> list[list[Point]]:
    """The stretches of a line that lie inside a box, cut exactly at its edge."""
    stretches: list[list[Point]] = []
    for start, end in _cut(line, box):
        if stretches and stretches[-1][-1] == start:
            stretches[-1].append(end)
        else:
            stretches.append([start, end])
    return stretches


def _cut(line: Iterable[Point], box: Box) -> Iterator[tuple[Point, Point]]:
    """The part of each step of a line that lies inside (Liang and Barsky)."""
    for (x1, y1), (x2, y2) in pairwise(line):
        first, last = 0.0, 1.0
        for move, room in (
            (x1 - x2, x1 - box.west), (x2 - x1, box.east - x1), (y1 - y2, y1 - box.south), (y2 - y1, box.north - y1)
        ):  # fmt: skip
            if move == 0:
                last = last if room >= 0 else -1.0
            elif move < 0:
                first = max(first, room / move)
            else:
                last = min(last, room / move)
        if first < last:
            start = (x1, y1) if first == 0 else (x1 + first * (x2 - x1), y1 + first * (y2 - y1))
            end = (x2, y2) if last == 1 else (x1 + last * (x2 - x1), y1 + last * (y2 - y1))
            yield start, end


def sampled(line: Iterable[Point], step: float) -> Iterator[Point]:
    """Points along a line, none further than `step` from the next."""
    for (x1, y1), (x2, y2) in pairwise(line):
        parts = int(max(abs(x2 - x1), abs(y2 - y1)) / step) + 1
        for n in range(parts):
            yield x1 + (x2 - x1) * n / parts, y1 + (y2 - y1) * n / parts
