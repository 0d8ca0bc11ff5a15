"""The timeline: every decision about a tie since February 2022 in its quarter, with days that people remember. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from cogs.pictures import sentences
from cogs.pictures.map_picture import PHONE_WIDTH, draw_title
from cogs.pictures.scene import Align, Mark, Picture, Scene, Stroke, alt_text, file_name, text_width
from cogs.pictures.themes import Shape, Theme
from cogs.wording.english import paragraph
from db.record.act_kinds import ACT_KINDS
from db.record.derivation import INVASION, acts_in_force, newest_entry
from db.record.models import Act, Precision, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value

_SIZES = {Shape.FULL: (1200, 860), Shape.PHONE: (780, 760), Shape.SHARE: (1200, 630), Shape.SLIDE: (1600, 900)}
# The margins beside the axis.
_LEFT, _RIGHT = 44, 40
# Above these, of the picture's height, is what is written; the signs begin below.
_TOP = 292.0
_RADII = (18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_STEP = 2.1
_MONTHS = 3
# What decisions lead to, in the order of the key.
_KINDS = (Standing.ENDED, Standing.SUSPENDED, Standing.ACTIVE)


@value
class RememberedDay:
    """A day that people date things by, and what they call it."""

    day: date
    name: str


# Those that the record has a source for: the invasion, and Zelenskyy's address to the U.S. Conference of Mayors
# (Interfax-Ukraine, 4 June 2022).
REMEMBERED = (
    RememberedDay(INVASION, "Invasion"),
    RememberedDay(date(2022, 6, 3), "Zelenskyy to U.S. mayors"),
)


@value
class Decision:
    """An act that decided about a tie, and the standing that it led to."""

    tie: str
    act: Act
    standing: Standing

    @property
    def day(self) -> date | None:
        """The day, or the middle of the month if only that is known; None where only the year is."""
        dated = self.act.date
        if dated.precision is Precision.YEAR:
            return None
        return max(dated.first + (dated.last - dated.first) / 2, INVASION)

    @property
    def quarter(self) -> int | None:
        """The quarter, counted from that of the invasion; None where only the year is known."""
        return None if self.day is None else quarters_since(self.day)


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
    title = sentences.decisions_counted(len(made), len({decision.tie for decision in made}), len(ties))
    draw_title(scene, (36, 58), 44, (title, paragraph(told)), 2 if shape is Shape.PHONE else 1)
    _draw_key(scene, counts)
    alt = [sentences.timeline_shown(len(made), asof), *sentences.decisions_told(counts), _busiest(made)]
    return Picture(scene, file_name("timeline", asof), alt_text(alt))


@value
class Span:
    """The days of a column, from the first up to the one after the last, and where they begin and end on the axis."""

    start: date
    end: date
    left: float
    right: float

    def fits(self, step: float) -> int:
        """How many signs stand beside each other in it."""
        return max(1, int((self.right - self.left) / step))


@value
class Axis:
    """The quarters from that of the invasion to ``last``, and the line on which they stand, to its ``right`` end.

    It begins with the invasion. A quarter in which a remembered day lies is cut there into columns of one width, so
    that what was decided before the day has room to the left of its line, and the rest to the right.
    """

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

    def spans(self) -> list[Span]:
        """Every column, from the first day on."""
        found: list[Span] = []
        for quarter in range(self.last + 1):
            start, end = max(_quarter_start(quarter), INVASION), _quarter_start(quarter + 1)
            cuts = [remembered.day for remembered in REMEMBERED if start < remembered.day < end]
            days = [start, *cuts, end]
            wide = self.width / (len(days) - 1)
            found += [
                Span(first, after, self.left(quarter) + number * wide, self.left(quarter) + (number + 1) * wide)
                for number, (first, after) in enumerate(pairwise(days))
            ]
        return found

    def span(self, day: date) -> Span:
        """The column of a day."""
        return next(span for span in self.spans() if span.start <= day < span.end)

    def above(self, radius: float) -> int:
        """How many signs of this size stand one above the other."""
        return max(1, int((self.base - 4 - _TOP) / (_STEP * radius)))


def _quarter_start(quarter: int) -> date:
    """The first day of a quarter, counted from that of the invasion."""
    return date(INVASION.year + quarter // 4, 1 + _MONTHS * (quarter % 4), 1)


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
        x, y = axis.span(remembered.day).left, first + 38 * number
        scene.strokes.append(Stroke([(x, y - 18), (x, axis.base)], scene.inks.faint, 1.6, dashed=True))
        told = sentences.remembered(remembered.day, remembered.name)
        scene.say(told, (x + 9, y), 27, halo=scene.inks.ground, most=axis.right - x - 9)


def _draw_decisions(scene: Scene, axis: Axis, made: Sequence[Decision]) -> int:
    """The signs of each column, row on row, as large as the fullest column lets them be; how many decisions one is."""
    columns: dict[Span, list[Decision]] = {}
    for decision in made:
        if decision.day is not None:
            columns.setdefault(axis.span(decision.day), []).append(decision)
    radius, unit = _size(axis, {span: len(column) for span, column in columns.items()})
    step = _STEP * radius
    for span, column in columns.items():
        signs, beside = _stacked(column, unit), span.fits(step)
        start = (span.left + span.right) / 2 - (min(beside, len(signs)) - 1) / 2 * step
        for number, (standing, ties) in enumerate(signs):
            up, right = divmod(number, beside)
            at = start + right * step, axis.base - 4 - radius - up * step
            scene.marks.append(Mark(standing, at, radius, ties))
    _draw_year_only(scene, axis, [decision for decision in made if decision.quarter is None], unit)
    return unit


def _size(axis: Axis, columns: Mapping[Span, int]) -> tuple[float, int]:
    """The size of the signs, and how many decisions one stands for at most, so that every column fits.

    ``columns`` says how many decisions each holds.
    """
    narrowest = min((span.right - span.left for span in columns), default=axis.width)
    radii = [radius for radius in _RADII if _STEP * radius <= narrowest] or [_RADII[-1]]
    for radius in radii:
        if all(many <= span.fits(_STEP * radius) * axis.above(radius) for span, many in columns.items()):
            return radius, 1
    radius = radii[-1]
    # Each of the three kinds may leave a sign that is not full.
    rooms = {span: max(1, span.fits(_STEP * radius) * axis.above(radius) - len(_KINDS)) for span in columns}
    return radius, max(-(-many // rooms[span]) for span, many in columns.items())


def _stacked(column: Sequence[Decision], unit: int) -> list[tuple[Standing, tuple[str, ...]]]:
    """The signs of a column from below: each kind together, and up to ``unit`` decisions a sign."""
    return [
        (standing, found[start : start + unit])
        for standing in reversed(_KINDS)
        if (found := tuple(decision.tie for decision in column if decision.standing is standing))
        for start in range(0, len(found), unit)
    ]


def _draw_year_only(scene: Scene, axis: Axis, made: Sequence[Decision], unit: int) -> None:
    """Decisions of which only the year is known, under the year, with words to say so: as far as there is room before
    the next such year, and at the last one.
    """
    years: dict[int, list[Decision]] = {}
    for decision in made:
        years.setdefault(decision.act.date.first.year, []).append(decision)
    radius, y = 10.0, axis.base + 68
    for year, column in sorted(years.items()):
        signs = _stacked(column, max(unit, -(-len(column) // 3)))
        x = axis.left(4 * (year - INVASION.year)) + radius
        for number, (standing, ties) in enumerate(signs):
            scene.marks.append(Mark(standing, (x + number * _STEP * radius, y), radius, ties))
        right = x + (len(signs) - 0.3) * _STEP * radius
        after = min((axis.left(4 * (later - INVASION.year)) for later in years if later > year), default=axis.right)
        most = after - right - radius
        if after == axis.right or text_width(sentences.MONTH_UNKNOWN, 24) <= most:
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
