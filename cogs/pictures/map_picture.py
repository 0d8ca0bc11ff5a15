"""The map of the United States with every tie by shape and colour, and what is told of it to who does not see it. Pure
but for the outlines, which are read from their file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import hypot

from cogs.pictures import sentences
from cogs.pictures.legend import draw_legend
from cogs.pictures.outlines import HEIGHT, WIDTH, Outline, box_of, position, read_outlines
from cogs.pictures.packing import Room
from cogs.pictures.scene import (
    BOLD,
    Align,
    Area,
    Box,
    Label,
    Mark,
    Picture,
    Point,
    Scene,
    Stroke,
    alt_text,
    drawable,
    file_name,
)
from cogs.pictures.themes import Shape, Theme
from cogs.pictures.tie_picture import wrapped
from cogs.wording import figure_sentences
from db.record.derivation import newest_entry
from db.record.figures import figures
from db.record.models import Place, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value

PICTURE_WIDTH = 1200
PHONE_WIDTH = 780
# More signs than this do not fit on the map side by side: each then stands for several ties of a state.
MOST_SIGNS = 260

# States too small for their signs, which stand in the Atlantic beside their names, as newspapers shorten them.
CALLED_OUT: Mapping[str, str] = {
    "VT": "Vt.",
    "NH": "N.H.",
    "MA": "Mass.",
    "RI": "R.I.",
    "CT": "Conn.",
    "NJ": "N.J.",
    "DE": "Del.",
    "MD": "Md.",
    "DC": "D.C.",
}
# Who claims a spot first: what was decided, then what is said to stand. The first two have their names before the rest
# has its signs.
_CLAIM_FIRST = (Standing.DISPUTED, Standing.ENDED, Standing.SUSPENDED, Standing.ACTIVE)
_BY_RANK = (*_CLAIM_FIRST, *(standing for standing in Standing if standing not in _CLAIM_FIRST))
_NAMED_FIRST = _BY_RANK[:2]
_MOST_STATES_TOLD = 12
_BELOW = 26
# How far one sign of a row is from the next, in radii.
_SIGN_STEP = 2.35
_HAWAII = Box(232, 492, 352, 606)
_ALASKA = Box(2, 455, 228, 606)
INSETS: Mapping[str, Box] = {"AK": _ALASKA, "HI": _HAWAII}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the parts of a map picture stand, and how large they are. ``calls`` is where small states are listed.

    ``title_lines``: in how many lines the title may stand. ``most_signs`` is how many signs fit side by side: with more
    ties each stands for several of a state.
    """

    width: int = PICTURE_WIDTH
    height: int
    title: Point
    title_size: float
    title_lines: int = 1
    most_signs: int = MOST_SIGNS
    corner: Point
    scale: float
    radius: float
    name_size: float
    calls: Box
    legend: Box
    legend_columns: int
    legend_size: float

    def shown(self, point: Point) -> Point:
        """A point of the map, in the picture."""
        return self.corner[0] + self.scale * point[0], self.corner[1] + self.scale * point[1]

    @property
    def map(self) -> Box:
        """The part of the picture that signs and names may use."""
        return Box(6, self.corner[1], self.calls.right, self.shown((WIDTH, HEIGHT))[1])


FRAMES: Mapping[Shape, Frame] = {
    Shape.FULL: Frame(
        height=940,
        title=(36, 62),
        title_size=43,
        corner=(8, 116),
        scale=1.05,
        radius=12.5,
        name_size=24,
        calls=Box(1022, 150, 1192, 764),
        legend=Box(36, 780, 1164, 924),
        legend_columns=3,
        legend_size=32,
    ),
    Shape.PHONE: Frame(
        width=PHONE_WIDTH,
        height=850,
        title=(24, 50),
        title_size=43,
        title_lines=2,
        most_signs=120,
        corner=(2, 176),
        scale=0.668,
        radius=9.6,
        name_size=27,
        calls=Box(640, 200, 776, 580),
        legend=Box(24, 616, 770, 840),
        legend_columns=2,
        legend_size=32,
    ),
    Shape.SHARE: Frame(
        height=630,
        title=(36, 54),
        title_size=40,
        corner=(6, 106),
        scale=0.75,
        radius=9.5,
        name_size=20,
        calls=Box(730, 130, 852, 612),
        legend=Box(870, 104, 1180, 596),
        legend_columns=1,
        legend_size=29,
    ),
    Shape.SLIDE: Frame(
        width=1600,
        height=900,
        title=(48, 72),
        title_size=52,
        corner=(8, 150),
        scale=1.1,
        radius=13.5,
        name_size=27,
        calls=Box(1072, 180, 1236, 850),
        legend=Box(1258, 150, 1576, 830),
        legend_columns=1,
        legend_size=30,
    ),
}


@value
class TieGroup:
    """Ties of one standing that one sign stands for, and their place, or None where it stands for several.

    ``rank`` is the standing by which the place claims its spot: that of its ties which comes first.
    """

    standing: Standing
    state: str
    ties: tuple[str, ...]
    place: Place | None
    rank: Standing


def map_picture(register: Register, theme: Theme, shape: Shape) -> Picture:
    """The map of all ties on record."""
    frame, outlines = FRAMES[shape], read_outlines()
    ties = tuple(register.record.ties.values())
    found = figures(register)
    unit, groups = grouped(ties, register, frame.most_signs)
    scene = Scene(frame.width, frame.height, theme)
    room = Room(frame.map)
    _draw_land(scene, frame, room, outlines)
    _call_out(scene, frame, room, [group for group in groups if _is_called_out(group, outlines)], outlines)
    _draw_signs(scene, frame, room, [group for group in groups if not _is_called_out(group, outlines)], outlines)
    asof = newest_entry(ties)
    below = sentences.signs(found.ties, unit, asof)
    draw_title(scene, frame.title, frame.title_size, (figure_sentences.ended_of_all(found), below), frame.title_lines)
    draw_legend(scene, found, frame.legend, frame.legend_columns, frame.legend_size)
    states = Counter(register.state_of(tie) for tie in ties)
    told = [
        sentences.map_shown(found.ties, asof),
        *figure_sentences.told_figures(found),
        _states_told(states, register),
    ]
    return Picture(scene, file_name("map", asof), alt_text(told))


def draw_title(scene: Scene, at: Point, size: float, told: tuple[str, str], most_lines: int) -> None:
    """What the picture says first, and what a sign is below, each in at most so many lines."""
    (x, y), (title, below) = at, told
    most = scene.width - 2 * x
    for line in wrapped(title, size * BOLD, most, most_lines) if most_lines > 1 else [title]:
        scene.say(line, (x, y), size, bold=True, most=most)
        y += 1.06 * size
    y -= 0.14 * size
    for line in wrapped(below, _BELOW, most, most_lines) if most_lines > 1 else [below]:
        scene.say(line, (x, y), _BELOW, colour=scene.inks.faint, most=most)
        y += 1.1 * _BELOW


def grouped(ties: Sequence[Tie], register: Register, most: int) -> tuple[int, list[TieGroup]]:
    """How many ties a sign stands for at most, and the signs: one a tie while there is room, else some a state."""
    if len(ties) <= most:
        return 1, [_alone(tie, register) for tie in ties]
    together: dict[tuple[str, Standing], list[str]] = defaultdict(list)
    for tie in ties:
        together[register.state_of(tie), register.status(tie.id).standing].append(tie.id)
    unit = _unit([len(found) for found in together.values()], most)
    return unit, [
        TieGroup(standing, state, tuple(found[start : start + unit]), None, standing)
        for (state, standing), found in sorted(together.items(), key=lambda item: (item[0][0], claim(item[0][1])))
        for start in range(0, len(found), unit)
    ]


def _unit(sizes: Sequence[int], most: int) -> int:
    """The round number of ties a sign that keeps the signs below ``most``, as far as any can."""
    for unit in (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        if sum(-(-size // unit) for size in sizes) <= max(most, len(sizes)):
            return unit
    return max(sizes)


def _alone(tie: Tie, register: Register) -> TieGroup:
    """One tie, with its place."""
    beside = (register.status(other.id).standing for other in register.ties_of(tie.us))
    standing = register.status(tie.id).standing
    return TieGroup(standing, register.state_of(tie), (tie.id,), register.place(tie.us), min(beside, key=claim))


def claim(standing: Standing) -> int:
    """Where a standing comes in the order in which spots are claimed."""
    return _BY_RANK.index(standing)


def _is_called_out(group: TieGroup, outlines: Mapping[str, Outline]) -> bool:
    return group.state in CALLED_OUT or group.state not in outlines


def _draw_land(scene: Scene, frame: Frame, room: Room, outlines: Mapping[str, Outline]) -> None:
    for outline in outlines.values():
        scene.areas.extend(land(outline, scene, frame.shown))
    for inset in INSETS.values():
        (left, top), (right, bottom) = frame.shown((inset.left, inset.top)), frame.shown((inset.right, inset.bottom))
        scene.strokes.append(Stroke([(left, top), (right, top), (right, bottom)], scene.inks.border, 1.2))
        room.take(Box(left, top - 1, right, top + 1))
        room.take(Box(right - 1, top, right + 1, bottom))


def land(outline: Outline, scene: Scene, shown: Callable[[Point], Point]) -> Iterator[Area]:
    """A state's land, each piece of it."""
    for ring in outline.rings:
        yield Area([shown(point) for point in ring], scene.inks.land, scene.inks.border)


def _call_out(
    scene: Scene, frame: Frame, room: Room, groups: Sequence[TieGroup], outlines: Mapping[str, Outline]
) -> None:
    """The signs of small states in rows beyond the coast, each with the state's name and a line to it."""
    together: dict[str, list[TieGroup]] = defaultdict(list)
    for group in groups:
        together[group.state].append(group)
    middles = {code: frame.shown(outlines[code].middle) for code in together if code in outlines}
    calls = frame.calls
    codes = sorted(together, key=lambda code: middles[code][1] if code in middles else calls.bottom)
    radius = _call_radius(frame, [len(together[code]) for code in codes])
    y, ahead = calls.top, sum(_row_height(frame, radius, len(together[code])) for code in codes)
    for code in codes:
        # Beside its state, unless that leaves no room for the rows below.
        y = min(max(y, middles[code][1] if code in middles else y), calls.bottom - ahead)
        if code in middles:
            scene.strokes.append(Stroke([middles[code], (calls.left - 2, y)], scene.inks.faint, 1.6, dashed=True))
        name = CALLED_OUT.get(code, code or figure_sentences.ELSEWHERE)
        _call_row(scene, frame, room, (name, together[code]), (radius, y))
        height = _row_height(frame, radius, len(together[code]))
        y, ahead = y + height, ahead - height


def _call_radius(frame: Frame, counts: Sequence[int]) -> float:
    """The size of the signs of small states: that of the others, unless their rows would not fit."""
    sizes = [frame.radius * part for part in (1, 0.85, 0.75, 0.65, 0.55)]
    high = frame.calls.bottom - frame.calls.top
    fitting_sizes = (size for size in sizes if sum(_row_height(frame, size, count) for count in counts) <= high)
    return next(fitting_sizes, sizes[-1])


def _in_row(frame: Frame, radius: float) -> int:
    """How many signs a row of a small state has room for."""
    return max(1, int((frame.calls.right - frame.calls.left - 2.6 * frame.name_size) / (_SIGN_STEP * radius)))


def _row_height(frame: Frame, radius: float, signs: int) -> float:
    rows = -(-signs // _in_row(frame, radius))
    return max(_SIGN_STEP * radius * rows, frame.name_size) + 0.16 * frame.name_size


def _call_row(
    scene: Scene, frame: Frame, room: Room, row: tuple[str, Sequence[TieGroup]], place: tuple[float, float]
) -> None:
    """The row of one state, or rows, if its signs are many. ``place``: the size of its signs, and how far down."""
    (name, groups), (radius, y) = row, place
    size, step, fits = frame.name_size, _SIGN_STEP * radius, _in_row(frame, radius)
    for number, group in enumerate(groups):
        down, right = divmod(number, fits)
        at = frame.calls.left + step * (right + 0.5), y + down * step
        scene.marks.append(Mark(group.standing, at, radius, group.ties))
        room.take(scene.marks[-1].box)
    start = frame.calls.left + step * min(len(groups), fits) + 0.2 * size
    label = scene.say(name, (start, y + 0.28 * size), size, bold=True, most=frame.calls.right - start)
    room.take(label.box)


@value
class Placed:
    """The signs of one place, where they came to stand."""

    place: Place
    marks: tuple[Mark, ...]

    @property
    def box(self) -> Box:
        """The room of all of them."""
        return box_of([point for mark in self.marks for point in _corners(mark.box)])


def _corners(box: Box) -> list[Point]:
    return [(box.left, box.top), (box.right, box.bottom)]


@value
class Ground:
    """The land that signs stand on: its outlines, how its points come into the picture, and how large the signs are.

    ``is_at_home`` says of a state and a point of the picture whether a sign of the state may stand there.
    """

    outlines: Mapping[str, Outline]
    shown: Callable[[Point], Point]
    radius: float
    is_at_home: Callable[[str, Point], bool]

    def wanted(self, place: Place | None, state: str) -> Point:
        """Where a sign of a place belongs in the picture; of no one place, in the middle of the state."""
        where = position(place, self.outlines) if place else None
        return self.shown(where or self.outlines[state].middle)


def _draw_signs(
    scene: Scene, frame: Frame, room: Room, groups: Sequence[TieGroup], outlines: Mapping[str, Outline]
) -> None:
    """Each sign at its place or at the nearest free spot, and names where there is room."""
    ground = Ground(outlines, frame.shown, frame.radius, _home(frame, outlines))
    for first in (True, False):
        now = [group for group in groups if (group.rank in _NAMED_FIRST) is first]
        draw_groups(scene, room, now, ground, frame.name_size)


def draw_groups(scene: Scene, room: Room, groups: Iterable[TieGroup], ground: Ground, name_size: float) -> None:
    """The signs of some groups on their land, and the names of their places."""
    placed = []
    for place, together in by_place(sorted(groups, key=lambda group: claim(group.rank))):
        state = together[0].state
        wanted, is_at_home = ground.wanted(place, state), partial(ground.is_at_home, state)
        spots = [room.place_disc(wanted, ground.radius, is_at_home) for _ in together]
        marks = [Mark(group.standing, at, ground.radius, group.ties) for group, at in zip(together, spots, strict=True)]
        scene.marks.extend(marks)
        if place is not None:
            placed.append(Placed(place, tuple(marks)))
            tether(scene, marks, wanted)
    draw_names(scene, room, placed, name_size)


def by_place(groups: Sequence[TieGroup]) -> Iterator[tuple[Place | None, list[TieGroup]]]:
    """Groups with those of the same place; one that stands for several places by itself."""
    together: dict[str, list[TieGroup]] = defaultdict(list)
    for number, group in enumerate(groups):
        together[group.place.id if group.place else f"{number}"].append(group)
    for found in together.values():
        yield found[0].place, found


def tether(scene: Scene, marks: Sequence[Mark], wanted: Point) -> None:
    """Lines from signs to their place, where they had to stand away from it."""
    for mark in marks:
        if hypot(mark.at[0] - wanted[0], mark.at[1] - wanted[1]) > mark.radius * 1.7:
            scene.strokes.append(Stroke([wanted, mark.at], scene.inks.faint, 1.3))


def _home(frame: Frame, outlines: Mapping[str, Outline]) -> Callable[[str, Point], bool]:
    """Whether a sign at a point of the picture is in a state, or at least in no other; of Alaska and Hawaii, within the
    inset.
    """
    boxes = {code: outline.box for code, outline in outlines.items()}
    half = frame.radius / frame.scale

    def is_at_home(state: str, point: Point) -> bool:
        x, y = (point[0] - frame.corner[0]) / frame.scale, (point[1] - frame.corner[1]) / frame.scale
        here = Box(x, y, x, y)
        if state in INSETS:
            return INSETS[state].holds(Box(x - half, y - half, x + half, y + half))
        near = (code for code, box in boxes.items() if code != state and box.holds(here))
        return not any(outlines[code].holds((x, y)) for code in near)

    return is_at_home


def draw_names(scene: Scene, room: Room, placed: Sequence[Placed], size: float) -> None:
    """The names of places, each beside its signs, as far as there is room: none on another, none on or by a sign of
    another place.
    """
    for item in placed:
        for label, clear in _beside(item, scene, size):
            if room.is_free(clear):
                # With air above and below, so that no later sign seems to be the one that is named.
                room.take(replace(clear, top=clear.top - 0.15 * size, bottom=clear.bottom + 0.15 * size))
                scene.labels.append(label)
                break


def _beside(item: Placed, scene: Scene, size: float) -> Iterator[tuple[Label, Box]]:
    """The ways in which a name may stand beside its signs, the best first, each with what must be free for it: at the
    sides that are not by its own signs there must be no other, whose name it would seem to be.
    """
    box, gap = item.box, 0.18 * size
    (middle_x, middle_y), above, below = box.middle, box.top - 0.3 * size, box.bottom + 0.78 * size
    base = middle_y + 0.26 * size
    name = drawable(item.place.name)
    for x, y, align, left, right in (
        (box.right + gap, base, Align.START, 0, 1),
        (box.left - gap, base, Align.END, 1, 0),
        (middle_x, above, Align.CENTRE, 1, 1),
        (middle_x, below, Align.CENTRE, 1, 1),
        (box.right, box.top, Align.START, 0, 1),
        (box.right, box.bottom + 0.5 * size, Align.START, 0, 1),
        (box.left, box.top, Align.END, 1, 0),
        (box.left, box.bottom + 0.5 * size, Align.END, 1, 0),
        (middle_x, above, Align.START, 1, 1),
        (middle_x, above, Align.END, 1, 1),
        (middle_x, below, Align.START, 1, 1),
        (middle_x, below, Align.END, 1, 1),
    ):
        label = Label(name, (x, y), size, scene.inks.ink, align, halo=scene.inks.ground)
        around = label.box
        pad = 0.5 * size
        yield label, replace(around, left=around.left - left * pad, right=around.right + right * pad)


def _states_told(states: Counter[str], register: Register) -> str:
    """The states with most ties, with their numbers."""
    names = {code: state.name for code, state in register.record.states.items()}
    ranked = sorted(states.items(), key=lambda item: (-item[1], item[0]))
    told = [
        f"{names.get(code, code or figure_sentences.ELSEWHERE)} {many}" for code, many in ranked[:_MOST_STATES_TOLD]
    ]
    return sentences.by_state(told, len(ranked) - len(told))
