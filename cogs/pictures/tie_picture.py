"""A tie as a picture to be posted elsewhere: the places, how it stands in words, the source, where to check. Pure."""

from __future__ import annotations

import re

from cogs.pictures import sentences
from cogs.pictures.scene import (
    Align,
    Area,
    Mark,
    Picture,
    Scene,
    Stroke,
    alt_text,
    drawable,
    file_name,
    fitting,
    text_width,
)
from cogs.pictures.shared_text import tie_told
from cogs.pictures.themes import Theme
from cogs.wording import figure_sentences
from cogs.wording.english import ends_of_sentences
from cogs.wording.names import place_name
from cogs.wording.sources import brief_source
from db.record.derivation import newest_entry
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import STANDINGS

WIDTH, HEIGHT = 1200, 630
_EDGE = 56
_ROOM = WIDTH - 2 * _EDGE
_LINES, _SIZE = 5, 31.0
_LONGEST_ADDRESS = 84


def tie_picture(register: Register, tie: Tie, theme: Theme, server: str) -> Picture:
    """The picture of one tie. ``server`` is who shares it, or empty."""
    told, standing = tie_told(tie, register), register.status(tie.id).standing
    scene = Scene(WIDTH, HEIGHT, theme)
    inks = scene.inks
    scene.areas.append(Area([(0, 0), (14, 0), (14, HEIGHT), (0, HEIGHT)], f"#{STANDINGS[standing].colour:06x}"))
    scene.say(place_name(register.place(tie.us), register), (_EDGE, 88), 56, bold=True, most=_ROOM)
    scene.say(place_name(register.place(tie.ru), register), (_EDGE, 148), 44, colour=inks.faint, most=_ROOM)
    scene.marks.append(Mark(standing, (_EDGE + 28, 216), 28))
    scene.say(STANDINGS[standing].label, (_EDGE + 76, 230), 44, bold=True, most=_ROOM - 76)
    for number, line in enumerate(wrapped(told.standing, _SIZE, _ROOM, _LINES)):
        scene.say(line, (_EDGE, 300 + 42 * number), _SIZE, most=_ROOM)
    scene.strokes.append(Stroke([(_EDGE, 500), (WIDTH - _EDGE, 500)], inks.border, 1.5))
    if told.source:
        source = sentences.source(brief_source(told.source))
        scene.say(fitting(source, 26, _ROOM), (_EDGE, 538), 26, most=_ROOM)
        scene.say(address(told.source.url), (_EDGE, 571), 23, colour=inks.faint, most=_ROOM)
    draw_credit(scene, sentences.checked(told.asof, server))
    alt = alt_text((f"{told.names}:", told.standing, figure_sentences.recorded(told.asof)))
    return Picture(scene, file_name(tie.id, newest_entry(register.record.ties.values())), alt)


def draw_credit(scene: Scene, told: str) -> None:
    """Where to check, and who shares it, in the lower right corner."""
    room = scene.width - 2 * _EDGE
    at = (scene.width - 36, scene.height - 18)
    scene.say(told, at, 22, colour=scene.inks.faint, align=Align.END, most=room)


def wrapped(text: str, size: float, most: float, lines: int) -> list[str]:
    """A text in at most so many lines: as many whole sentences as there is room for, or a part of the first."""
    ends = [*ends_of_sentences(text), len(text)]
    for end in reversed(ends):
        found = _lines(drawable(text[:end]), size, most)
        if len(found) <= lines:
            return found
    cut = _lines(drawable(text[: ends[0]]), size, most)
    return [*cut[: lines - 1], fitting(" ".join(cut[lines - 1 :]), size, most - text_width("…", size))]


def _lines(text: str, size: float, most: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def address(url: str) -> str:
    """An address as people read it: without its scheme, and cut if it is long."""
    shown = re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
    return shown if len(shown) <= _LONGEST_ADDRESS else f"{shown[: _LONGEST_ADDRESS - 1]}…"
