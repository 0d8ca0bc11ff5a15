"""One state: its outline with its ties, and beside it each tie by name with how it stands. Pure but for the outlines'
file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cogs.pictures import sentences
from cogs.pictures.map_picture import (
    PHONE_WIDTH,
    PICTURE_WIDTH,
    Ground,
    TieGroup,
    claim,
    draw_groups,
    draw_title,
    grouped,
    land,
)
from cogs.pictures.outlines import Outline, read_outlines
from cogs.pictures.packing import Room
from cogs.pictures.scene import BOLD, Box, Mark, Picture, Point, Scene, alt_text, file_name, fitting, text_width
from cogs.pictures.themes import Shape, Theme
from cogs.wording import figure_sentences
from cogs.wording.progress import state_name, ties_of_state
from cogs.wording.status import row_word, standing_and_date
from db.record.derivation import newest_entry
from db.record.figures import figures
from db.record.models import Tie
from db.record.register import Register

# So many signs a state has room for; more, and each stands for several.
MOST_SIGNS = 60
# Up to so many signs they are larger.
_FEW = 20
# How high a row of the list is at least: of one line, and of two.
_SINGLE, _DOUBLE = 46, 62
# How much smaller a long name may be written, before it is cut.
_SQUEEZED = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class _StateFrame:
    """Where the outline and the list stand, and how many ties the list has room for."""

    width: int = PICTURE_WIDTH
    height: int
    title: Point = (36, 58)
    title_lines: int = 1
    land: Box
    list: Box
    row: float


_FRAMES: Mapping[Shape, _StateFrame] = {
    Shape.FULL: _StateFrame(height=940, land=Box(24, 130, 560, 880), list=Box(592, 140, 1176, 880), row=74),
    Shape.PHONE: _StateFrame(
        width=PHONE_WIDTH,
        height=850,
        title=(24, 50),
        title_lines=2,
        land=Box(20, 190, 270, 810),
        list=Box(296, 190, 772, 820),
        row=74,
    ),
    Shape.SHARE: _StateFrame(height=630, land=Box(24, 120, 520, 556), list=Box(552, 122, 1176, 570), row=66),
    Shape.SLIDE: _StateFrame(
        width=1600, height=900, land=Box(32, 140, 760, 830), list=Box(800, 144, 1568, 840), row=74
    ),
}


def state_picture(register: Register, state: str, theme: Theme, shape: Shape) -> Picture:
    """The ties of one state. ``state`` is a postal code."""
    frame = _FRAMES[shape]
    ties = tuple(sorted(ties_of_state(register, state), key=lambda tie: claim(register.status(tie.id).standing)))
    name, found = state_name(register, state), figures(register, ties)
    asof = newest_entry(register.record.ties.values())
    scene = Scene(frame.width, frame.height, theme)
    unit, groups = grouped(ties, register, MOST_SIGNS)
    below = sentences.signs(found.ties, unit, asof)
    draw_title(scene, frame.title, 44, (figure_sentences.state_title(name, found), below), frame.title_lines)
    outline = read_outlines().get(state)
    if outline is not None:
        _draw_state(scene, frame, state, outline, groups)
    _draw_list(scene, frame, ties, register)
    told = [sentences.state_shown(name, found.ties, asof), *figure_sentences.told_figures(found)]
    return Picture(scene, file_name(state.lower(), asof), alt_text(told))


def _draw_state(scene: Scene, frame: _StateFrame, state: str, outline: Outline, groups: Sequence[TieGroup]) -> None:
    shown = _fitted(outline.box, frame.land)
    scene.areas.extend(land(outline, scene, shown))
    room = Room(Box(8, frame.land.top - 10, frame.land.right + 20, frame.land.bottom + 30))
    ground = Ground({state: outline}, shown, 17 if len(groups) <= _FEW else 13, lambda *_: True)
    draw_groups(scene, room, groups, ground, 25)


def _fitted(box: Box, into: Box) -> Callable[[Point], Point]:
    """How a state is brought onto its part of the picture."""
    wide, high = box.right - box.left, box.bottom - box.top
    scale = min((into.right - into.left) / wide, (into.bottom - into.top) / high)
    (x, y), (to_x, to_y) = box.middle, into.middle
    return lambda point: (to_x + scale * (point[0] - x), to_y + scale * (point[1] - y))


def _draw_list(scene: Scene, frame: _StateFrame, ties: Sequence[Tie], register: Register) -> None:
    """The ties by name, in two lines each; in one, if they are many; and how many more there are."""
    high = frame.list.bottom - frame.list.top
    row = max(_SINGLE, min(frame.row, high / max(1, len(ties))))
    fits = int(high / row)
    shown = ties if len(ties) <= fits else ties[: fits - 1]
    most = frame.list.right - frame.list.left - 46
    y = frame.list.top
    for tie in shown:
        standing = register.status(tie.id).standing
        scene.marks.append(Mark(standing, (frame.list.left + 16, y + 18), 14))
        names = sentences.pair(register.place(tie.us).name, register.place(tie.ru).name)
        names = fitting(names, 27 * BOLD, _SQUEEZED * most)
        scene.say(names, (frame.list.left + 46, y + 27), 27, bold=True, most=most)
        if row >= _DOUBLE:
            told = standing_and_date(tie, register)
            if text_width(told, 24) > _SQUEEZED * most:
                told = fitting(row_word(tie, register), 24, _SQUEEZED * most)
            scene.say(told, (frame.list.left + 46, y + 57), 24, colour=scene.inks.faint, most=most)
        y += row
    if len(shown) < len(ties):
        more = figure_sentences.more_ties(len(ties) - len(shown))
        scene.say(more, (frame.list.left + 46, y + 27), 25, colour=scene.inks.faint, most=most)
