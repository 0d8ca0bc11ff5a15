"""A list of ties as a picture to be posted elsewhere: what it is of, each tie by name with how it stands. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cogs.pictures.credit import Credit
from cogs.pictures.scene import BOLD, Box, Mark, Picture, Scene, alt_text, file_name, fitting, text_width
from cogs.pictures.themes import Shape, Theme
from cogs.pictures.tie_picture import draw_credit, wrapped
from cogs.wording import figure_sentences
from cogs.wording.english import full_stop, paragraph
from cogs.wording.names import pair_name
from cogs.wording.status import row_word, standing_and_date, tie_line
from db.record.derivation import newest_entry
from db.record.models import Tie
from db.record.register import Register
from db.record.values import value

# Of a picture 1200 wide; a wider one has all larger.
_WIDTH = 1200
_NAME, _TOLD, _ROW = 25.0, 22.0, 64.0
_COLUMNS = 2
# How much smaller a long name may be written, before it is cut.
_SQUEEZED = 1.2


@value
class _Frame:
    """The size of the picture and of its title, and the part for the ties."""

    width: int
    height: int
    title: float
    ties: Box

    @property
    def unit(self) -> float:
        """How much larger all is than in the smallest picture."""
        return self.width / _WIDTH

    @property
    def column(self) -> float:
        """How wide a column is."""
        return (self.ties.right - self.ties.left) / _COLUMNS

    @property
    def down(self) -> int:
        """How many rows stand in a column."""
        return int((self.ties.bottom - self.ties.top) / (_ROW * self.unit))

    def spot(self, number: int) -> tuple[float, float]:
        """Where a row begins: the first column is filled from above, then the second."""
        column, row = divmod(number, self.down)
        return self.ties.left + column * self.column, self.ties.top + row * _ROW * self.unit


_FRAMES: Mapping[Shape, _Frame] = {
    Shape.SHARE: _Frame(1200, 630, 36, Box(40, 122, 1168, 584)),
    Shape.SLIDE: _Frame(1600, 900, 48, Box(53, 190, 1557, 840)),
}


def list_picture(
    register: Register, title: str, ties: Sequence[Tie], theme: Theme, shape: Shape, credit: Credit
) -> Picture:
    """The ties of a list, as many as there is room for, in one of the shapes that are posted elsewhere."""
    frame, asof = _FRAMES[shape], newest_entry(register.record.ties.values())
    scene = Scene(frame.width, frame.height, theme)
    x, y = frame.ties.left, 1.5 * frame.title
    for line in wrapped(title, BOLD * frame.title, frame.ties.right - x, 2):
        scene.say(line, (x, y), frame.title, bold=True, most=frame.ties.right - x)
        y += 1.12 * frame.title
    fits = _COLUMNS * frame.down
    shown = ties if len(ties) <= fits else ties[: fits - 1]
    for number, tie in enumerate(shown):
        _draw_row(scene, frame, frame.spot(number), tie, register)
    if len(shown) < len(ties):
        left, top = frame.spot(len(shown))
        more, at = figure_sentences.more_ties(len(ties) - len(shown)), (left + 42 * frame.unit, top + 25 * frame.unit)
        scene.say(more, at, _TOLD * frame.unit, colour=scene.inks.faint)
    draw_credit(scene, figure_sentences.as_of(asof), credit)
    return Picture(scene, file_name("list", asof), list_alt(register, title, ties))


def list_alt(register: Register, title: str, ties: Sequence[Tie]) -> str:
    """What is told of the picture to those who do not see it."""
    asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
    rows = (full_stop(tie_line(tie, register)) for tie in ties)
    return alt_text((title, figure_sentences.recorded(asof), paragraph(rows)))


def _draw_row(scene: Scene, frame: _Frame, spot: tuple[float, float], tie: Tie, register: Register) -> None:
    (left, top), unit, status = spot, frame.unit, register.status(tie.id)
    scene.marks.append(Mark(status.standing, (left + 16 * unit, top + 16 * unit), 13 * unit, (tie.id,)))
    text, most = left + 42 * unit, frame.column - 60 * unit
    name = fitting(pair_name(tie, register), _NAME * unit * BOLD, _SQUEEZED * most)
    scene.say(name, (text, top + 24 * unit), _NAME * unit, bold=True, most=most)
    told = standing_and_date(tie, register)
    if text_width(told, _TOLD * unit) > _SQUEEZED * most:
        told = fitting(row_word(tie, register), _TOLD * unit, _SQUEEZED * most)
    scene.say(told, (text, top + 51 * unit), _TOLD * unit, colour=scene.inks.faint, most=most)
