"""The legend of a picture: each standing by its sign, with how many ties have it. Pure."""

from __future__ import annotations

from cogs.pictures.scene import Box, Mark, Scene, text_width
from cogs.wording import figure_sentences
from cogs.wording.progress import TOLD_ORDER
from db.record.figures import Figures

# How much smaller a line may be written before less is said.
_SQUEEZED = 1.1


def draw_legend(scene: Scene, found: Figures, box: Box, columns: int, size: float) -> None:
    """The legend in ``columns``, row by row."""
    rows = -(-len(TOLD_ORDER) // columns)
    wide, high = (box.right - box.left) / columns, (box.bottom - box.top) / rows
    radius = 0.48 * size
    for number, standing in enumerate(TOLD_ORDER):
        row, column = divmod(number, columns)
        x, y = box.left + column * wide, box.top + row * high
        scene.marks.append(Mark(standing, (x + radius, y + 0.62 * size), radius))
        at = x + 2.7 * radius
        most = wide - 3 * radius
        scene.say(figure_sentences.counted(standing, found), (at, y + 0.92 * size), size, bold=True, most=most)
        small = 0.82 * size
        more = figure_sentences.counted_more(standing, found)
        if text_width(more, small) > _SQUEEZED * most:
            more = figure_sentences.counted_in_short(standing, found)
        if more:
            scene.say(more, (at, y + 1.86 * size), small, colour=scene.inks.faint, most=most)
