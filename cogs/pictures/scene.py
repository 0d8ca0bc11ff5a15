"""What a picture is made of: marks, lines, areas and texts at their places, in pixels, for typst to draw. Pure."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from cogs.pictures.themes import Theme
from cogs.wording.english import clip
from db.record.standings import STANDINGS, Standing
from db.record.values import value

Point: TypeAlias = tuple[float, float]

# Discord's limit for the description of a picture.
LONGEST_ALT = 1024

# The fonts that ship with typst have Latin, Greek and Cyrillic letters and Hebrew ones. Nothing else may be drawn: it
# would be an empty box.
_DRAWABLE = re.compile(r"[ -~\u00a0-\u024f\u0370-\u03ff\u0400-\u052f\u05d0-\u05ea–—‘’“”„…·№•−×←→]")
# How wide letters are at most, as parts of the size, in Libertinus Serif; the bold ones are wider by the factor.
BOLD = 1.12
_WIDTHS: Mapping[str, float] = {
    letter: width
    for width, letters in {
        0.2: "'",
        0.25: ".,:;· ",
        0.3: "ijl’!()ії",
        0.35: 'ftIJ-/"ІЇ',
        0.4: "rs“”[]*",
        0.45: "cez?гезсєґё",
        0.5: "abgvFS0123456789_#ГабвтьэҐ",
        0.55: "dknopquxyLP–+=<>Рдклорухя",
        0.6: "hBETYБВЕЗТУЬийнпцчъЁ",
        0.65: "CRZ%КЛСЭЯЄ",
        0.7: "AGKNUVXАДПФХЦЧмф",
        0.75: "wDHOQ—&…ИЙНОжю",
        0.85: "mMМшщЪы",
        0.95: "@Ы№ЖЮ",
        1.1: "WШЩ",
    }.items()
    for letter in letters
}
_OTHER_WIDTH = 1.1


@value
class Inks:
    """The colours of a theme: the ground, the land, the lines between states, writing, and lesser writing."""

    ground: str
    land: str
    border: str
    ink: str
    faint: str


INKS: Mapping[Theme, Inks] = {
    Theme.DARK: Inks("#1b1d22", "#343943", "#6d7482", "#f4f5f7", "#bcc2cc"),
    Theme.LIGHT: Inks("#ffffff", "#e6e9ee", "#9aa2ae", "#16181c", "#4b525d"),
}


@value
class Box:
    """An upright rectangle, by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Align(StrEnum):
    """Which part of a text stands at its place."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@value
class Mark:
    """A standing by its shape and colour. ``ties`` are the ids of those that it stands for; none, in a legend."""

    standing: Standing
    at: Point
    radius: float
    ties: tuple[str, ...] = ()

    @property
    def box(self) -> Box:
        """The room that it takes."""
        x, y = self.at
        return Box(x - self.radius, y - self.radius, x + self.radius, y + self.radius)


@value
class Label:
    """A text whose line stands on ``at``; shrunk if it is wider than ``most``, and ``halo`` sets it off from lines."""

    text: str
    at: Point
    size: float
    colour: str
    align: Align = Align.START
    bold: bool = False
    halo: str = ""
    most: float = 0.0

    @property
    def width(self) -> float:
        """How wide it is at most, if it is not shrunk."""
        return text_width(self.text, self.size, bold=self.bold)

    @property
    def box(self) -> Box:
        """The room that it takes at most."""
        x, y = self.at
        width = min(self.width, self.most or float("inf"))
        left = {Align.START: x, Align.CENTRE: x - width / 2, Align.END: x - width}[self.align]
        return Box(left, y - 0.74 * self.size, left + width, y + 0.26 * self.size)


@value
class Area:
    """Land or another surface."""

    points: Sequence[Point]
    fill: str
    stroke: str = ""


@value
class Stroke:
    """A line through some points; ``dashed`` where it only points at something."""

    points: Sequence[Point]
    colour: str
    width: float = 1.5
    dashed: bool = False


@dataclass(slots=True)
class Scene:
    """All that is drawn, each kind above the one before it: areas, strokes, marks, labels."""

    width: int
    height: int
    theme: Theme
    areas: list[Area] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    @property
    def inks(self) -> Inks:
        """The colours of its theme."""
        return INKS[self.theme]

    def say(self, text: str, at: Point, size: float, **how: Any) -> Label:
        """Put a text down, in the theme's ink unless another ``colour`` is given."""
        label = Label(drawable(text), at, size, how.pop("colour", self.inks.ink), **how)
        self.labels.append(label)
        return label

    def _land(self) -> str:
        """Areas and strokes as an SVG: typst draws it with a fraction of the memory that it takes for as many points of
        its own.
        """
        drawn = [*map(_area, self.areas), *map(_stroke, self.strokes)]
        size = f'width="{self.width}" height="{self.height}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'

    def as_json(self) -> str:
        """The scene as ``picture.typ`` reads it."""
        return json.dumps(
            {
                "width": self.width,
                "height": self.height,
                "ground": self.inks.ground,
                "ink": self.inks.ink,
                "land": self._land(),
                "marks": [_mark(mark) for mark in self.marks],
                "labels": [_label(label) for label in self.labels],
            },
            separators=(",", ":"),
        )


@value
class Picture:
    """A scene with its file's name and what is told of it to those who do not see it."""

    scene: Scene
    name: str
    alt: str


def file_name(what: str, asof: date | None) -> str:
    """The name of a picture's file: what it shows, and of which day."""
    return f"tiewatch-{what}-{asof.isoformat()}.png" if asof else f"tiewatch-{what}.png"


def alt_text(sentences: Iterable[str]) -> str:
    """What is told of a picture, within Discord's limit."""
    return clip(" ".join(sentence for sentence in sentences if sentence), LONGEST_ALT)


def drawable(text: str) -> str:
    """A text in letters that the fonts have; another letter is a dot, and marks that are not seen are left out."""
    composed = unicodedata.normalize("NFC", text)
    seen = (char for char in composed if unicodedata.category(char) not in {"Cc", "Cf", "Mn", "Me"})
    return "".join(char if _DRAWABLE.match(char) else "·" for char in seen)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most when it is drawn in this size."""
    wide = size * sum(map(_letter_width, drawable(text)))
    return wide * BOLD if bold else wide


def fitting(text: str, size: float, most: float) -> str:
    """A text that is no wider than ``most``, cut at a word or a letter with an ellipsis."""
    shown = drawable(text)
    while text_width(shown, size) > most and len(shown) > 1:
        shown = clip(shown, len(shown) - 1)
    return shown


def _letter_width(char: str) -> float:
    """The width of a letter, of one with an accent that of the letter below it."""
    return _WIDTHS.get(char) or _WIDTHS.get(unicodedata.normalize("NFD", char)[0], _OTHER_WIDTH)


def _path(points: Iterable[Point]) -> str:
    """Points as the path of an SVG."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _area(area: Area) -> str:
    edge = f'stroke="{area.stroke}" stroke-width="1.1" stroke-linejoin="round"' if area.stroke else ""
    return f'<path d="{_path(area.points)}Z" fill="{area.fill}" {edge}/>'


def _stroke(stroke: Stroke) -> str:
    dots = f'stroke-dasharray="{1.5 * stroke.width:.1f} {2.4 * stroke.width:.1f}"' if stroke.dashed else ""
    look = f'stroke="{stroke.colour}" stroke-width="{stroke.width}" stroke-linecap="round"'
    return f'<path d="{_path(stroke.points)}" fill="none" {look} {dots}/>'


def _mark(mark: Mark) -> list[Any]:
    x, y = mark.at
    colour = f"#{STANDINGS[mark.standing].colour:06x}"
    return [str(mark.standing), round(x, 1), round(y, 1), round(mark.radius, 1), colour]


def _label(label: Label) -> dict[str, Any]:
    x, y = label.at
    return {
        "text": label.text,
        "x": round(x, 1),
        "y": round(y, 1),
        "size": label.size,
        "colour": label.colour,
        "align": str(label.align),
        "weight": "bold" if label.bold else "regular",
        "halo": label.halo,
        "most": round(label.most or label.width, 1),
    }
