"""A tie as a picture to be posted elsewhere: the places, how it stands in words, the source, where to check. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cogs.pictures import sentences
from cogs.pictures.credit import Credit
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
from cogs.pictures.shared_text import hearing_told, tie_told
from cogs.pictures.themes import Shape, Theme
from cogs.wording import figure_sentences
from cogs.wording.english import ends_of_sentences, full_stop
from cogs.wording.leads import standing_label
from cogs.wording.names import place_name
from cogs.wording.sources import brief_source
from cogs.wording.status import standing_word
from db.record.derivation import newest_entry
from db.record.hearings import Hearing
from db.record.models import Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.record.values import value

# The sizes are those of a picture 1200 wide; a wider one has all larger, and the rest of its height for the sentence.
_WIDTH, _HEIGHT = 1200, 630
_SIZES: Mapping[Shape, tuple[int, int]] = {Shape.SHARE: (_WIDTH, _HEIGHT), Shape.SLIDE: (1600, 900)}
_EDGE = 56
_SIZE, _LINE = 31.0, 42.0
_LONGEST_ADDRESS = 84


@value
class _Poster:
    """What a picture of a tie says: how the tie stands, or what else is to be told of it, in short and in sentences."""

    label: str
    said: str
    source: Source | None


def tie_picture(register: Register, tie: Tie, theme: Theme, shape: Shape, credit: Credit) -> Picture:
    """The picture of one tie, in one of the shapes that are posted elsewhere."""
    told = tie_told(tie, register)
    label = standing_word(tie, register, standing_label(register.status(tie.id)))
    scene = _drawn(register, tie, _Poster(label, told.standing, told.source), Scene(*_SIZES[shape], theme))
    draw_credit(scene, told.asof, credit)
    alt = alt_text((f"{told.names}:", told.standing, figure_sentences.recorded(told.asof)))
    return Picture(scene, file_name(tie.id, newest_entry(register.record.ties.values())), alt)


def hearing_picture(register: Register, hearing: Hearing, theme: Theme, shape: Shape, credit: Credit) -> Picture:
    """The picture of a hearing to come: when and where it is, and of what."""
    told = hearing_told(hearing, register)
    scene = Scene(*_SIZES[shape], theme)
    _drawn(register, hearing.tie, _Poster(sentences.hearing(told.when), told.said, told.source), scene)
    draw_credit(scene, told.asof, credit)
    return Picture(scene, file_name(f"hearing-{hearing.tie.id}", hearing.day), alt_text((told.text,)))


def _drawn(register: Register, tie: Tie, poster: _Poster, scene: Scene) -> Scene:
    """The places of a tie, the sign of its standing, what is said, and the source."""
    standing = register.status(tie.id).standing
    unit, high = scene.width / _WIDTH, scene.height
    edge, room, inks = _EDGE * unit, scene.width - 2 * _EDGE * unit, scene.inks
    scene.areas.append(Area([(0, 0), (14, 0), (14, high), (0, high)], f"#{STANDINGS[standing].colour:06x}"))
    scene.say(place_name(register.place(tie.us), register), (edge, 88 * unit), 56 * unit, bold=True, most=room)
    ru = place_name(register.place(tie.ru), register)
    scene.say(ru, (edge, 148 * unit), 44 * unit, colour=inks.faint, most=room)
    scene.marks.append(Mark(standing, (edge + 28 * unit, 216 * unit), 28 * unit))
    at = (edge + 76 * unit, 230 * unit)
    scene.say(poster.label, at, 44 * unit, bold=True, most=room - 76 * unit)
    below = high - (_HEIGHT - 500) * unit
    lines = int((below - 300 * unit) / (_LINE * unit)) + 1
    # What the label says, the sentences below it do not say again.
    said = poster.said.removeprefix(full_stop(poster.label)).lstrip()
    for number, line in enumerate(wrapped(said, _SIZE * unit, room, lines)):
        scene.say(line, (edge, (300 + _LINE * number) * unit), _SIZE * unit, most=room)
    scene.strokes.append(Stroke([(edge, below), (scene.width - edge, below)], inks.border, 1.5))
    if poster.source:
        source = sentences.source(brief_source(poster.source))
        scene.say(fitting(source, 26 * unit, room), (edge, below + 38 * unit), 26 * unit, most=room)
        page = (edge, below + 71 * unit)
        scene.say(address(poster.source.url), page, 23 * unit, colour=inks.faint, most=room)
    return scene


def draw_credit(scene: Scene, asof: str, credit: Credit) -> None:
    """Where to check, as of when, and who shares it, in the lower right corner."""
    told = sentences.checked(asof, credit.server, address(credit.page))
    unit = scene.width / _WIDTH
    at = (scene.width - 36 * unit, scene.height - 18 * unit)
    most = scene.width - 2 * _EDGE * unit
    scene.say(told, at, 22 * unit, colour=scene.inks.faint, align=Align.END, most=most)


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
