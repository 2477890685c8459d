"""The map of a briefing's places: what is drawn, and where. The template turns it into SVG.

Only exact and near places are pinned, at the coordinates that were coded (rule 7). Country and side of a place are
what its record says; the outlines are drawn around it, and nothing is read from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from markupsafe import Markup

from generator.model.briefing import CrossingChange, Place
from generator.model.corpus import Dossier
from generator.pages.geometry import KM, Box, Point, Projection, around, box_of, clipped, sampled, shaped
from generator.pages.map_labels import DIGIT, LETTER, MARK, WIDE_MARK, Room

WIDTH = 340.0
"""Of the drawing, in units that are about a pixel on a phone."""
LEAST = 1.5
"""Degrees of latitude that a map shows at least: pins that are right to a kilometre bear no closer look."""
Stroke = Literal["coast", "border", "line", "disputed"]


@dataclass(frozen=True)
class Outline:
    """A line of the map data, and the countries that it divides; a coast has one."""

    between: frozenset[str]
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Region:
    """A part of the world that outlines are at hand for."""

    box: Box
    outlines: tuple[Outline, ...]
    inside: Mapping[str, tuple[Point, ...]]
    """For each country, points that have room for its name."""


@dataclass(frozen=True)
class Stretch:
    """Lines of one kind on the drawing."""

    stroke: Stroke
    path: Markup
    place: Place | None = None
    """The record that names the line."""
    rejected_by: tuple[str, ...] = ()
    """The names of the countries that do not recognise it."""


@dataclass(frozen=True)
class Pin:
    """A place on the drawing. Its number is its place in the list, from north to south."""

    number: int
    place: Place
    at: Point
    label: Point
    leader: bool
    change: CrossingChange | None
    """How a crossing stood at the briefing's date."""

    @property
    def shape(self) -> str:
        """What the mark looks like: a spot, or a crossing with its state."""
        if self.place.kind != "crossing":
            return "spot"
        return self.change.state if self.change else "unknown"

    @property
    def pair(self) -> tuple[str, int]:
        return self.place.id, self.number


@dataclass(frozen=True)
class Text:
    """Words on the drawing, centred at a point."""

    words: str
    at: Point


@dataclass(frozen=True)
class Scale:
    """How long so many kilometres are on the drawing."""

    km: int
    length: float
    at: Point
    """The left end."""

    @property
    def path(self) -> Markup:
        return Markup(f"M{self.at[0]:g} {self.at[1] - 4:g}v4h{self.length:g}v-4")


@dataclass(frozen=True)
class Map:
    """Everything that the template draws and lists."""

    width: float
    height: float
    stretches: tuple[Stretch, ...]
    pins: tuple[Pin, ...]
    scale: Scale
    names: tuple[Text, ...]
    beyond: tuple[Place, ...]
    """Places with a position outside the drawing."""
    unplaced: tuple[tuple[Place, CrossingChange | None], ...]
    """Crossings without a position, with their state."""


def regions_of(data: Mapping[str, Any]) -> tuple[Region, ...]:
    """Take the map data apart; numbers are hundredths of a degree."""
    return tuple(
        Region(
            Box(*region["box"]),
            tuple(Outline(frozenset(line["between"]), _points(line["points"])) for line in region["lines"]),
            {code: _points(points) for code, points in region["inside"].items()},
        )
        for region in data["regions"].values()
    )


def _points(numbers: list[int]) -> tuple[Point, ...]:
    return tuple((lon / 100, lat / 100) for lon, lat in zip(numbers[::2], numbers[1::2], strict=True))


def pinned(dossier: Dossier) -> list[Place]:
    """The places that may be pinned, from north to south."""
    found = [p for p in dossier.places.values() if p.coordinates and p.precision in ("exact", "near")]
    return sorted(found, key=lambda place: (-_position(place)[1], _position(place)[0], place.id))


def _position(place: Place) -> Point:
    assert place.coordinates is not None
    return place.coordinates[1], place.coordinates[0]


def draw_map(dossier: Dossier, regions: Iterable[Region]) -> Map | None:
    """Draw a briefing's places; None where there is nothing to pin, or no outlines for that part of the world."""
    places = pinned(dossier)
    seen = [(region, [p for p in places if region.box.holds(_position(p))]) for region in regions]
    region, shown = max(seen, key=lambda found: len(found[1]), default=(None, []))
    if not region or not shown:
        return None
    extent = box_of(map(_position, shown))
    roomy = extent.grown(extent.width * 0.14, extent.height * 0.14)
    sheet = Projection(shaped(roomy, LEAST, 1.5, 0.8).grown(0.1, 0.1).within(region.box), WIDTH)
    return _Drawing(dossier, region, sheet).map(shown, [place for place in places if place not in shown])


class _Drawing:
    """A sheet with its lines; pins, scale and names then find room one after the other."""

    def __init__(self, dossier: Dossier, region: Region, sheet: Projection) -> None:
        self.dossier = dossier
        self.region = region
        self.sheet = sheet
        self.named = {frozenset(p.outline): p for p in dossier.places.values() if p.outline}
        self.lines = [
            (outline.between, [sheet.at(point) for point in stretch])
            for outline in region.outlines
            for stretch in clipped(outline.points, sheet.box)
        ]
        frame = Box(0, 0, sheet.width, sheet.height).grown(-3, -3)
        self.room = Room(frame, [point for _, line in self.lines for point in sampled(line, 4)])

    def map(self, shown: list[Place], beyond: list[Place]) -> Map:
        crossings = [p for p in self.dossier.places.values() if p.kind == "crossing" and p.coordinates is None]
        return Map(
            self.sheet.width,
            self.sheet.height,
            tuple(self.stretches()),
            tuple(self.pins(shown)),
            self.scale(),
            tuple(self.names()),
            tuple(beyond),
            tuple((place, self.state(place)) for place in crossings),
        )

    def state(self, place: Place) -> CrossingChange | None:
        return place.state_at(self.dossier.briefing.as_of)

    def stretches(self) -> Iterator[Stretch]:
        """Coasts, then borders, then the lines that the briefing names."""
        coasts = [line for between, line in self.lines if len(between) == 1]
        borders = [line for between, line in self.lines if len(between) > 1 and between not in self.named]
        plain: tuple[tuple[Stroke, list[list[Point]]], ...] = (("coast", coasts), ("border", borders))
        yield from (Stretch(stroke, path_of(lines)) for stroke, lines in plain if lines)
        for codes, place in self.named.items():
            lines = [line for between, line in self.lines if between == codes]
            if lines and len(codes) > 1:
                rejected = tuple(self.country(code) for code in place.not_recognised_by)
                yield Stretch("disputed" if rejected else "line", path_of(lines), place, rejected)

    def country(self, code: str) -> str:
        """The name that the briefing has for a country."""
        place = self.named.get(frozenset({code}))
        return place.name if place else code

    def pins(self, shown: list[Place]) -> Iterator[Pin]:
        """Numbers beside their pins, or led to them by a line."""
        spots = [self.sheet.at(_position(place)) for place in shown]
        sizes = [WIDE_MARK if place.precision == "near" else MARK for place in shown]
        self.room.taken += [around(spot, size, size) for spot, size in zip(spots, sizes, strict=True)]
        for number, (place, spot) in enumerate(zip(shown, spots, strict=True), start=1):
            label, leader = self.room.beside(spot, len(str(number)) * DIGIT)
            yield Pin(number, place, spot, label, leader, self.state(place))

    def scale(self) -> Scale:
        """A round number of kilometres, in the first free corner."""
        unit = self.sheet.degree / KM
        km = max(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if n * unit <= WIDTH * 0.3)
        return Scale(km, round(km * unit, 1), self.room.corner(km * unit))

    def names(self) -> Iterator[Text]:
        """The countries and lines that the briefing names, where there is room."""
        for codes, place in self.named.items():
            wide = len(place.name) * LETTER
            if len(codes) == 1:
                at = self.room.inside([self.sheet.at(p) for p in self.region.inside.get(place.outline[0], ())], wide)
            else:
                at = self.room.along([line for between, line in self.lines if between == codes], wide)
            if at:
                yield Text(place.name, at)


def path_of(lines: Iterable[list[Point]]) -> Markup:
    """SVG path data, in steps from point to point, to a tenth of a unit."""
    return Markup("".join(map(_path, lines)))


def _path(line: list[Point]) -> str:
    steps = [(round(x2 - x1, 1), round(y2 - y1, 1)) for (x1, y1), (x2, y2) in pairwise(line)]
    return f"M{line[0][0]:g} {line[0][1]:g}l" + " ".join(f"{x:g} {y:g}" for x, y in steps)
