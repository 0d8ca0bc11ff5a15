"""What pictures are of. What lays them out loads with the first of them. Pure but for the outlines' file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from cogs.pictures.credit import UNSIGNED, Credit
from cogs.pictures.themes import POSTED, Shape, Theme
from cogs.wording import figure_sentences
from db.record.derivation import newest_entry
from db.record.hearings import hearings_of
from db.record.register import Register
from db.record.values import value

if TYPE_CHECKING:
    from cogs.pictures.scene import Picture


class View(StrEnum):
    """The figures as a map or along time."""

    MAP = "map"
    TIME = "time"


@value
class FigurePicture:
    """The figures of all ties or, with a postal code, the map of a state."""

    view: View
    state: str
    theme: Theme
    shape: Shape
    credit: Credit = UNSIGNED

    def draw(self, register: Register) -> Picture:
        """The picture, from the record."""
        from cogs.pictures.map_picture import map_picture
        from cogs.pictures.state_picture import state_picture
        from cogs.pictures.tie_picture import draw_credit
        from cogs.pictures.timeline_picture import timeline_picture

        if self.state:
            made = state_picture(register, self.state, self.theme, self.shape)
        else:
            made = (map_picture if self.view is View.MAP else timeline_picture)(register, self.theme, self.shape)
        if self.shape in POSTED:
            asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
            draw_credit(made.scene, asof, self.credit)
        return made


@value
class TiePicture:
    """A tie, to be shared."""

    tie: str
    theme: Theme
    shape: Shape = Shape.SHARE
    credit: Credit = UNSIGNED

    def draw(self, register: Register) -> Picture:
        """The picture, from the record."""
        from cogs.pictures.tie_picture import tie_picture

        return tie_picture(register, register.tie(self.tie), self.theme, self.shape, self.credit)


@value
class HearingPicture:
    """The hearing that an act of a tie set, to be shared."""

    tie: str
    act: str
    theme: Theme
    shape: Shape = Shape.SHARE
    credit: Credit = UNSIGNED

    def draw(self, register: Register) -> Picture:
        """The picture, from the record. Raises ValueError where the hearing is not to come any more."""
        from cogs.pictures.tie_picture import hearing_picture

        for hearing in hearings_of(register.tie(self.tie), register):
            if hearing.act.id == self.act:
                return hearing_picture(register, hearing, self.theme, self.shape, self.credit)
        raise ValueError(self.act)


@value
class ListPicture:
    """A list of ties, to be shared. ``title`` says of what."""

    title: str
    ties: tuple[str, ...]
    theme: Theme
    shape: Shape = Shape.SHARE
    credit: Credit = UNSIGNED

    def draw(self, register: Register) -> Picture:
        """The picture, from the record; without what is gone from it."""
        from cogs.pictures.list_picture import list_picture

        ties = [register.record.ties[name] for name in self.ties if name in register.record.ties]
        return list_picture(register, self.title, ties, self.theme, self.shape, self.credit)
