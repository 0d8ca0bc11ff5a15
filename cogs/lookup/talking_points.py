"""Talking points: what named people and bodies said, on either side, as they are quoted in an answer. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cogs.lookup import sentences
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.sources import Citations
from db.record.models import Side, TalkingPoint
from db.record.register import Register

_MOST = 4
_HEADINGS = {Side.END: sentences.FOR_ENDING, Side.KEEP: sentences.FOR_KEEPING}
_NOTE = Line(sentences.SPEAKERS_OWN_WORDS)


def points_part(register: Register, side: Side, places: Sequence[str], citations: Citations) -> TextBlock:
    """What named people said on one side; of the places given, where anything is on record for them."""
    found = [point for point in register.record.points_in_use if point.side is side]
    local = [point for point in found if point.place in places]
    quoted = sorted((point for point in found if point.quote), key=lambda point: point.place is not None)
    chosen = _speakers_in_turn(local or quoted)
    return TextBlock((*(_line(point, citations) for point in chosen[:_MOST]), _NOTE), _HEADINGS[side])


def _speakers_in_turn(found: Sequence[TalkingPoint]) -> list[TalkingPoint]:
    """The same points, each speaker's first before anybody's second."""
    turns: Counter[str] = Counter()
    ranked = []
    for number, point in enumerate(found):
        ranked.append((turns[point.speaker], number, point))
        turns[point.speaker] += 1
    return [point for _, _, point in sorted(ranked, key=lambda turn: turn[:2])]


def _line(point: TalkingPoint, citations: Citations) -> Line:
    return sentences.talking_point(point, citations.cite([point.source]))
