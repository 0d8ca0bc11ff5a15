"""Finding room on a map: for each sign the free spot nearest to where it belongs, for each name one beside. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from math import cos, hypot, pi, sin

from cogs.pictures.scene import Box, Point

_CELL = 60.0
# So many rings around its place a sign looks for a spot at home; beyond them any free one is taken.
_FURTHEST = 12
_GAP = 1.08


class Room:
    """What is taken of a surface, by boxes and discs."""

    def __init__(self, bounds: Box) -> None:
        self.bounds = bounds
        self._boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)
        self._discs: dict[tuple[int, int], list[tuple[Point, float]]] = defaultdict(list)

    def is_free(self, box: Box) -> bool:
        """Whether a box lies on the surface and meets nothing that is taken."""
        if not self.bounds.holds(box):
            return False
        for cell in _cells(box):
            if any(box.meets(other) for other in self._boxes.get(cell, ())):
                return False
            if any(box.meets(_around(at, radius)) for at, radius in self._discs.get(cell, ())):
                return False
        return True

    def is_free_disc(self, at: Point, radius: float) -> bool:
        """Whether a disc lies on the surface and meets nothing that is taken."""
        around = _around(at, radius)
        if not self.bounds.holds(around):
            return False
        for cell in _cells(around):
            if any(around.meets(other) for other in self._boxes.get(cell, ())):
                return False
            for (x, y), other in self._discs.get(cell, ()):
                if hypot(x - at[0], y - at[1]) < (radius + other) * _GAP:
                    return False
        return True

    def take(self, box: Box) -> None:
        """Take a box."""
        for cell in _cells(box):
            self._boxes[cell].append(box)

    def take_disc(self, at: Point, radius: float) -> None:
        """Take a disc."""
        for cell in _cells(_around(at, radius)):
            self._discs[cell].append((at, radius))

    def place_disc(self, wanted: Point, radius: float, is_at_home: Callable[[Point], bool]) -> Point:
        """Take the free spot for a disc that is nearest to where it is wanted, at home if one is near; its centre.

        Where the whole surface is full, the disc goes where it is wanted.
        """
        abroad: Point | None = None
        for ring, at in _spots(wanted, radius, self.bounds):
            if not self.is_free_disc(at, radius):
                continue
            if ring == 0 or is_at_home(at):
                return self._taken(at, radius)
            abroad = abroad or at
            if ring > _FURTHEST:
                break
        return self._taken(abroad or wanted, radius)

    def _taken(self, at: Point, radius: float) -> Point:
        self.take_disc(at, radius)
        return at


def _spots(wanted: Point, radius: float, bounds: Box) -> Iterator[tuple[int, Point]]:
    """Spots around a point, ring by ring, from the point itself."""
    yield 0, wanted
    x, y = wanted
    step = radius * 1.1
    furthest = int(max(bounds.right - bounds.left, bounds.bottom - bounds.top) / step) + 1
    for ring in range(1, furthest):
        many = 6 * ring
        for turn in range(many):
            angle = 2 * pi * turn / many
            yield ring, (x + ring * step * cos(angle), y + ring * step * sin(angle))


def _around(at: Point, radius: float) -> Box:
    return Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row
