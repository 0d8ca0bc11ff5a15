"""Standings are told apart with each kind of colour blindness: by their colours as they are seen then, and by shape.

``python -m tests.pure.test_colour_blindness FOLDER [TIES]`` draws the map as it is seen with each, to be looked at.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path

import pytest

from cogs.pictures import drawing
from cogs.pictures.map_picture import map_picture
from cogs.pictures.scene import Picture, Scene
from cogs.pictures.themes import Shape, Theme
from db.record.dataset import load_dataset
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from tests.bench.synthetic import grown

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
Rgb = tuple[float, float, float]

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009,
# severity 1.0; for linear RGB.
DEFICIENCIES: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# A difference of 2.3 is just noticed (CIE 1976); signs are small, and stand apart.
LEAST_DIFFERENCE = 12
_COLOUR = re.compile(r"#([0-9a-fA-F]{6})\b")


def linear(colour: int) -> Rgb:
    """A colour of the screen as light."""
    red, green, blue = (_decoded((colour >> shift & 255) / 255) for shift in (16, 8, 0))
    return red, green, blue


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def seen(light: Rgb, matrix: Matrix) -> Rgb:
    """Light as it is seen with a deficiency."""
    red, green, blue = (
        min(1.0, max(0.0, sum(part * weight for part, weight in zip(light, row, strict=True)))) for row in matrix
    )
    return red, green, blue


def lab(light: Rgb) -> Rgb:
    """Light in CIELAB, under daylight (D65)."""
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Standing, other: Standing, matrix: Matrix) -> float:
    """How far apart the colours of two standings are seen."""
    first, second = (lab(seen(linear(STANDINGS[standing].colour), matrix)) for standing in (one, other))
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize(("one", "other"), list(combinations(Standing, 2)))
def test_two_standings_are_told_apart_by_colour_and_by_shape(one: Standing, other: Standing, deficiency: str) -> None:
    assert difference(one, other, DEFICIENCIES[deficiency]) >= LEAST_DIFFERENCE
    assert STANDINGS[one].shape != STANDINGS[other].shape


def test_grey_is_seen_as_grey() -> None:
    for matrix in DEFICIENCIES.values():
        assert seen((0.5, 0.5, 0.5), matrix) == pytest.approx((0.5, 0.5, 0.5), abs=1e-5)


@dataclass
class _Seen(Scene):
    """A scene of which every colour is as it is seen with a deficiency."""

    matrix: Matrix = DEFICIENCIES["protanopia"]

    def as_json(self) -> str:
        return _COLOUR.sub(self._as_seen, super().as_json())

    def _as_seen(self, found: re.Match[str]) -> str:
        light = seen(linear(int(found[1], 16)), self.matrix)
        return "#" + "".join(f"{round(255 * _encoded(part)):02x}" for part in light)


def draw(folder: Path, ties: int) -> None:
    """Draw the map of the record, or of one that has grown to so many ties, as it is seen with each deficiency."""
    record = load_dataset()
    register = Register(grown(record, ties) if ties else record)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in Theme:
        picture = map_picture(register, theme, Shape.PHONE)
        for name, matrix in DEFICIENCIES.items():
            held = {field.name: getattr(picture.scene, field.name) for field in fields(Scene)}
            scene = _Seen(**held, matrix=matrix)
            made = drawing.png(Picture(scene, picture.name, picture.alt))
            (folder / f"{name}-{theme}.png").write_bytes(made)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
