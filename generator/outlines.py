"""Makes site_templates/map/outlines.json, once and by hand, from the npm package world-atlas (Natural Earth 1:10m).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m generator.outlines package/countries-10m.json > site_templates/map/outlines.json

Another part of the world is one more line in REGIONS. Its box is cut so that disputed areas which are not the story's
lie outside: the package carries the lines of control as if they were borders, and cannot tell them apart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from math import dist, hypot
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""

SOURCE = "Natural Earth 1:10m, public domain, through the npm package world-atlas 2.0.2"
REGIONS: dict[str, Box] = {
    # West of 72.2° E, so that the lines through Kashmir are not drawn.
    "afghanistan-pakistan": (60.4, 24.5, 72.2, 37.0),
}
CODES = {"004": "AFG", "356": "IND", "364": "IRN", "586": "PAK", "762": "TJK", "795": "TKM", "860": "UZB"}
"""ISO 3166 numbers, which the package has, to the letters that places.yml has."""
TOLERANCE = 0.012
"""How far, in degrees, a simplified line may leave the one it stands for: about a kilometre, as coarse as the pins."""
CLEAR = 0.3
"""How far, in degrees, a place for a country's name keeps from every line."""


class Atlas:
    """A TopoJSON file of countries: lines that neighbours share, and who they are."""

    def __init__(self, topology: dict[str, Any]) -> None:
        self.arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
        self.rings: dict[str, list[list[int]]] = {}
        self.owners: dict[int, list[str]] = {}
        for country in topology["objects"]["countries"]["geometries"]:
            shapes = country.get("arcs", []) if country["type"] == "MultiPolygon" else [country.get("arcs", [])]
            code = country.get("id") or country["properties"]["name"]
            for ring in (ring for shape in shapes for ring in shape):
                self.rings.setdefault(code, []).append(ring)
                for arc in ring:
                    self.owners.setdefault(arc if arc >= 0 else ~arc, []).append(code)

    def region(self, box: Box) -> dict[str, Any]:
        """The simplified lines that touch a box, and where its countries have room for a name."""
        drawn = {n: arc for n, arc in enumerate(self.arcs) if any(_holds(box, point) for point in arc)}
        owners = sorted({code for n in drawn for code in self.owners[n]})
        lines = [(sorted(CODES[code] for code in self.owners[n]), arc) for n, arc in drawn.items()]
        return {
            "box": list(box),
            "lines": [
                {"between": between, "points": _hundredths(_near(_simplified(arc), box))}
                for between, arc in sorted(lines)
            ],
            "inside": {CODES[code]: _hundredths(self.inside(code, box, drawn)) for code in owners},
        }

    def inside(self, code: str, box: Box, drawn: dict[int, list[Point]]) -> list[Point]:
        """Points of a grid of half degrees that lie in a country, clear of all lines."""
        ring = [self.arcs[a] if a >= 0 else self.arcs[~a][::-1] for ring in self.rings[code] for a in ring]
        edges = [edge for arc in ring for edge in pairwise(arc)]
        lined = [point for arc in drawn.values() for point in arc]
        return [p for p in _grid(box) if _encloses(edges, p) and min(dist(p, other) for other in lined) > CLEAR]


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for across, up in arc:
        x, y = x + across, y + up
        points.append((x * wide + left, y * high + low))
    return points


def _holds(box: Box, point: Point, room: float = 0) -> bool:
    return box[0] - room <= point[0] <= box[2] + room and box[1] - room <= point[1] <= box[3] + room


def _near(line: list[Point], box: Box) -> list[Point]:
    """The stretch of a line from its first to its last point near a box."""
    kept = [n for n, point in enumerate(line) if _holds(box, point, room=0.2)]
    return line[max(kept[0] - 1, 0) : kept[-1] + 2] if kept else []


def _simplified(line: list[Point]) -> list[Point]:
    """The line with the fewest of its own points that stays within TOLERANCE (Douglas and Peucker)."""
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = hypot(x2 - x1, y2 - y1)

    def away(point: Point) -> float:
        area = abs((x2 - x1) * (y1 - point[1]) - (x1 - point[0]) * (y2 - y1))
        return area / length if length else dist(point, line[0])

    furthest = max(range(1, len(line) - 1), key=lambda n: away(line[n]), default=0)
    if not furthest or away(line[furthest]) <= TOLERANCE:
        return [line[0], line[-1]]
    return _simplified(line[: furthest + 1])[:-1] + _simplified(line[furthest:])


def _grid(box: Box) -> Iterator[Point]:
    for half_lat in range(int(box[1] * 2) + 1, int(box[3] * 2) + 1):
        for half_lon in range(int(box[0] * 2) + 1, int(box[2] * 2) + 1):
            yield half_lon / 2, half_lat / 2


def _encloses(edges: list[tuple[Point, Point]], point: Point) -> bool:
    """Whether a line from the point to the east crosses the outline an odd number of times."""
    x, y = point
    crossings = sum((y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in edges)
    return crossings % 2 == 1


def _hundredths(points: list[Point]) -> list[int]:
    """Longitude, latitude, longitude, … in hundredths of a degree."""
    return [round(100 * number) for point in points for number in point]


def main(path: Path) -> None:
    """Print the outlines of all regions, one line of text for each line on the map."""
    atlas = Atlas(json.loads(path.read_text("utf-8")))
    regions = {id: atlas.region(box) for id, box in REGIONS.items()}
    text = json.dumps({"source": SOURCE, "regions": regions}, separators=(",", ":"))
    sys.stdout.write(text.replace('{"between"', '\n{"between"').replace('"inside":{', '\n"inside":{') + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
