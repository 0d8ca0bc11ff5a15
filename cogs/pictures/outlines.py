"""The outlines of the states, and where a place lies among them: Albers USA, Alaska and Hawaii in insets.

The outlines stand in ``data/us-states.json``, whose ``source`` and ``projection`` say what they are. They are read for
each picture and not kept: the bot's memory has better uses. Everything else here is pure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import cos, radians, sin, sqrt

from cogs.pictures.scene import Box, Point
from db.record.models import Place
from db.record.paths import DATA
from db.record.values import value

OUTLINES = DATA / "us-states.json"
WIDTH, HEIGHT = 975, 610

_SCALE = 1300.0
_CENTRE = (487.5, 305.0)


@value
class Outline:
    """A state's land, as rings of points on the map of 975 × 610."""

    name: str
    rings: tuple[Sequence[Point], ...]

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return box_of([point for ring in self.rings for point in ring])

    @property
    def middle(self) -> Point:
        """The centre of mass of its largest piece."""
        return max(map(_mass, self.rings), key=lambda mass: mass[0])[1]

    def holds(self, point: Point) -> bool:
        """Whether a point lies on its land."""
        return sum(_crossings(ring, point) for ring in self.rings) % 2 == 1


@value
class _Part:
    """One of the three conic equal-area projections: parallels, turn and centre in degrees, scale, offset."""

    parallels: tuple[float, float]
    turn: float
    centre: Point
    scale: float
    offset: Point

    def place(self, lon: float, lat: float) -> Point:
        """Where a longitude and latitude are."""
        x, y = self._plane(lon + self.turn, lat)
        x0, y0 = self._plane(*self.centre)
        right, down = self.offset
        return (
            _CENTRE[0] + _SCALE * right + self.scale * (x - x0),
            _CENTRE[1] + _SCALE * down - self.scale * (y - y0),
        )

    def _plane(self, lon: float, lat: float) -> Point:
        a, b = (sin(radians(parallel)) for parallel in self.parallels)
        n = (a + b) / 2
        c = 1 + a * (2 * n - a)
        rho = sqrt(c - 2 * n * sin(radians(lat))) / n
        turned = n * radians((lon + 180) % 360 - 180)
        return rho * sin(turned), sqrt(c) / n - rho * cos(turned)


# d3's geoAlbersUsa, by which the outlines were projected.
_MAINLAND = _Part((29.5, 45.5), 96, (-0.6, 38.7), _SCALE, (0, 0))
_INSETS: Mapping[str, _Part] = {
    "AK": _Part((55, 65), 154, (-2, 58.5), 0.35 * _SCALE, (-0.307, 0.201)),
    "HI": _Part((8, 18), 157, (-3, 19.9), _SCALE, (-0.205, 0.212)),
}


def read_outlines() -> dict[str, Outline]:
    """The outlines by the states' postal codes. Raises OSError and ValueError for a file that is not sound."""
    states = json.loads(OUTLINES.read_text(encoding="utf-8"))["states"]
    return {
        code: Outline(state["name"], tuple([(x, y) for x, y in ring] for ring in state["rings"]))
        for code, state in states.items()
    }


def position(place: Place, outlines: Mapping[str, Outline]) -> Point | None:
    """Where a U.S. place is on the map: by its coordinates, else in the middle of its state; None if not known."""
    outline = outlines.get(place.state or "")
    if outline is None:
        return None
    if place.lat is None or place.lon is None:
        return outline.middle
    return _INSETS.get(place.state or "", _MAINLAND).place(place.lon, place.lat)


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _mass(ring: Sequence[Point]) -> tuple[float, Point]:
    """How large a ring is, and where its centre of mass lies."""
    doubled = sum_x = sum_y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        doubled += cross
        sum_x += (x1 + x2) * cross
        sum_y += (y1 + y2) * cross
    if not doubled:
        return 0.0, ring[0]
    return abs(doubled) / 2, (sum_x / (3 * doubled), sum_y / (3 * doubled))


def _crossings(ring: Sequence[Point], point: Point) -> int:
    """How often a ray to the right of a point crosses a ring."""
    x, y = point
    crossed = 0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed += 1
    return crossed
