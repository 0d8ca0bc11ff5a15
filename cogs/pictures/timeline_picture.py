"""The timeline: every decision about a tie since February 2022 in its quarter, with days that people remember. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cogs.pictures import sentences
from cogs.pictures.map_picture import PHONE_WIDTH, draw_title
from cogs.pictures.scene import Align, Mark, Picture, Scene, Stroke, alt_text, file_name
from cogs.pictures.themes import Shape, Theme
from cogs.wording.english import paragraph
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import INVASION, acts_in_force, newest_entry
from db.record.models import Act, Precision, Tie
from db.record.register import Register
from db.record.standings import Standing

_SIZES = {Shape.FULL: (1200, 860), Shape.PHONE: (780, 760), Shape.SHARE: (1200, 630)}
# The margins beside the axis.
_LEFT, _RIGHT = 44, 40
# Above these, of the picture's height, is what is written; the signs begin below.
_TOP = 292.0
_RADII = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_STEP = 2.1
_MONTHS = 3
# What decisions lead to, in the order of the key.
_KINDS = (Standing.ENDED, Standing.SUSPENDED, Standing.ACTIVE)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A day that people date things by, and what they call it."""

    day: date
    name: str


# Those that the record has a source for: the invasion, and Zelenskyy's address to the U.S. Conference of Mayors
# (Interfax-Ukraine, 4 June 2022).
REMEMBERED = (
    Remembered(INVASION, "Invasion"),
    Remembered(date(2022, 6, 3), "Zelenskyy to U.S. mayors"),
)


@dataclass(frozen=True, slots=True)
class Decision:
    """An act that decided about a tie, and the standing that it led to."""

    tie: str
    act: Act
    standing: Standing

    @property
    def quarter(self) -> int | None:
        """The quarter, counted from that of the invasion; None where only the year is known."""
        return None if self.act.date.precision is Precision.YEAR else quarters_since(max(self.act.date.first, INVASION))


def quarters_since(day: date) -> int:
    """How many quarters a day is after that of the invasion, the first of 2022."""
    return 4 * (day.year - INVASION.year) + (day.month - 1) // _MONTHS


def decisions(ties: Iterable[Tie]) -> tuple[Decision, ...]:
    """Every decision in force of the invasion or later, by date: what was ended, suspended, kept or resumed."""
    found = [
        Decision(tie.id, act, led)
        for tie in ties
        for act in acts_in_force(tie.acts)
        if ACT_KINDS[act.kind].decides and (led := ACT_KINDS[act.kind].leads_to) and act.date.last >= INVASION
    ]
    return tuple(sorted(found, key=lambda made: (made.act.date.first, made.tie)))


def timeline_picture(register: Register, theme: Theme, shape: Shape) -> Picture:
    """The decisions of all ties on record."""
    ties = tuple(register.record.ties.values())
    made, asof = decisions(ties), newest_entry(ties)
    scene = Scene(*_SIZES[shape], theme)
    counts = Counter(decision.standing for decision in made)
    last = max([7, quarters_since(asof) if asof else 0, *(decision.quarter or 0 for decision in made)])
    axis = Axis(last, scene.height - 180, scene.width - _RIGHT)
    _draw_axis(scene, axis)
    unit = _draw_decisions(scene, axis, made)
    told = (sentences.decisions_asof(made[-1].act.date if made else None, asof), sentences.up_to_decisions(unit))
    title = sentences.decisions_counted(len(made), len(ties))
    draw_title(scene, (36, 58), 44, (title, paragraph(told)), 2 if shape is Shape.PHONE else 1)
    _draw_key(scene, counts)
    alt = [sentences.timeline_shown(len(made), asof), *sentences.decisions_told(counts), _busiest(made)]
    return Picture(scene, file_name("timeline", asof), alt_text(alt))


@dataclass(frozen=True, slots=True)
class Axis:
    """The quarters from that of the invasion to ``last``, and the line on which they stand, to its ``right`` end."""

    last: int
    base: float
    right: float

    @property
    def width(self) -> float:
        """How wide a quarter is."""
        return (self.right - _LEFT) / (self.last + 1)

    def left(self, quarter: float) -> float:
        """Where a quarter begins."""
        return _LEFT + quarter * self.width

    def of(self, day: date) -> float:
        """Where a day is."""
        months = (day.month - 1) % _MONTHS + (day.day - 1) / 31
        return self.left(quarters_since(day) + months / _MONTHS)

    def fits(self, radius: float) -> tuple[int, int]:
        """How many signs of this size stand beside each other in a quarter, and how many one above the other."""
        step = _STEP * radius
        return max(1, int(self.width / step)), max(1, int((self.base - 4 - _TOP) / step))


def _draw_axis(scene: Scene, axis: Axis) -> None:
    inks = scene.inks
    scene.strokes.append(Stroke([(_LEFT, axis.base), (axis.right, axis.base)], inks.ink, 2))
    for quarter in range(axis.last + 2):
        x = axis.left(quarter)
        scene.strokes.append(Stroke([(x, axis.base), (x, axis.base + (7 if quarter % 4 else 18))], inks.faint, 1.5))
    for start in range(0, axis.last + 1, 4):
        middle = axis.left((start + min(start + 4, axis.last + 1)) / 2)
        scene.say(f"{INVASION.year + start // 4}", (middle, axis.base + 38), 29, align=Align.CENTRE, bold=True)
    _draw_remembered(scene, axis)


def _draw_remembered(scene: Scene, axis: Axis) -> None:
    """The remembered days as lines, their names to the right of them, each lower than the one after it."""
    first = 156.0 if scene.width > PHONE_WIDTH else 216.0
    shown = [remembered for remembered in REMEMBERED if quarters_since(remembered.day) <= axis.last]
    for number, remembered in enumerate(reversed(shown)):
        x, y = axis.of(remembered.day), first + 38 * number
        scene.strokes.append(Stroke([(x, y - 18), (x, axis.base)], scene.inks.faint, 1.6, dashed=True))
        told = sentences.remembered(remembered.day, remembered.name)
        scene.say(told, (x + 9, y), 27, halo=scene.inks.ground, most=axis.right - x - 9)


def _draw_decisions(scene: Scene, axis: Axis, made: Sequence[Decision]) -> int:
    """The signs of each quarter, row on row, as large as the highest column lets them be; how many decisions one is."""
    columns: dict[int, list[Decision]] = {}
    for decision in made:
        if decision.quarter is not None:
            columns.setdefault(decision.quarter, []).append(decision)
    radius, unit = _size(axis, max([1, *map(len, columns.values())]))
    beside, _ = axis.fits(radius)
    for quarter, column in columns.items():
        signs = _stacked(column, unit)
        start = axis.left(quarter + 0.5) - (min(beside, len(signs)) - 1) / 2 * _STEP * radius
        for number, (standing, ties) in enumerate(signs):
            up, right = divmod(number, beside)
            at = start + right * _STEP * radius, axis.base - 4 - radius - up * _STEP * radius
            scene.marks.append(Mark(standing, at, radius, ties))
    _draw_year_only(scene, axis, [decision for decision in made if decision.quarter is None], unit)
    return unit


def _size(axis: Axis, highest: int) -> tuple[float, int]:
    """The size of the signs, and how many decisions one stands for at most, so that the highest column fits."""
    for radius in _RADII:
        beside, above = axis.fits(radius)
        if beside * above >= highest:
            return radius, 1
    # Each of the three kinds may leave a sign that is not full.
    return _RADII[-1], -(-highest // max(1, beside * above - len(_KINDS)))


def _stacked(column: Sequence[Decision], unit: int) -> list[tuple[Standing, tuple[str, ...]]]:
    """The signs of a column from below: each kind together, and up to ``unit`` decisions a sign."""
    return [
        (standing, found[start : start + unit])
        for standing in reversed(_KINDS)
        if (found := tuple(decision.tie for decision in column if decision.standing is standing))
        for start in range(0, len(found), unit)
    ]


def _draw_year_only(scene: Scene, axis: Axis, made: Sequence[Decision], unit: int) -> None:
    """Decisions of which only the year is known, under the year, with words to say so."""
    years: dict[int, list[Decision]] = {}
    for decision in made:
        years.setdefault(decision.act.date.first.year, []).append(decision)
    radius, y = 10.0, axis.base + 68
    for year, column in years.items():
        signs = _stacked(column, max(unit, -(-len(column) // 3)))
        x = axis.left(4 * (year - INVASION.year)) + radius
        for number, (standing, ties) in enumerate(signs):
            scene.marks.append(Mark(standing, (x + number * _STEP * radius, y), radius, ties))
        right = x + (len(signs) - 0.3) * _STEP * radius
        most = axis.width * 4 - (right - x) - 2 * radius
        scene.say(sentences.MONTH_UNKNOWN, (right, y + 8), 24, colour=scene.inks.faint, most=most)


def _draw_key(scene: Scene, counts: Mapping[Standing, int]) -> None:
    """What each sign says was decided, and how often."""
    size, between = (29, 46) if scene.width > PHONE_WIDTH else (25, 18)
    x, y, radius = float(_LEFT), scene.height - 64.0, 0.48 * size
    for standing in _KINDS:
        scene.marks.append(Mark(standing, (x + radius, y), radius))
        told, at = sentences.decided(standing, counts[standing]), (x + 2.7 * radius, y + 0.31 * size)
        label = scene.say(told, at, size, bold=True)
        x = label.box.right + between


def _busiest(made: Sequence[Decision]) -> str:
    """The month in which most was decided."""
    dates = [decision.act.date for decision in made if decision.quarter is not None]
    months = Counter((day.first.year, day.first.month) for day in dates)
    if not months:
        return ""
    (year, month), many = months.most_common(1)[0]
    return sentences.busiest_month(year, month, many)
