"""Talking points: what named people and bodies said, on either side, as they are quoted in an answer. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cogs.lookup import sentences
from cogs.lookup.patterns import Phrases, phrases
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.sources import Citations
from db.record.models import Side, TalkingPoint
from db.record.register import Register

_MOST = 4
_MOST_OF_SOME = 8
_HEADINGS = {Side.END: sentences.FOR_ENDING, Side.KEEP: sentences.FOR_KEEPING}
_NOTE = Line(sentences.SPEAKERS_OWN_WORDS)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Those to whom a question narrows what was said: how it is asked, who they are by office, and how it is said."""

    asked: Phrases
    office: re.Pattern[str]
    heading: str

    def has(self, point: TalkingPoint) -> bool:
        """Whether the point is one of theirs."""
        return self.office.search(f"{point.office or ''} {point.speaker}") is not None


_SPEAKERS = (
    Speakers(
        phrases("""
            elected (officials?|leaders?|representatives?|people|politicians?)
            (only|just) ..2 (mayors?|officials?|politicians?|governors?|council ?members?|councilors?)
            (mayors?|officials?|politicians?|governors?|council ?members?|councilors?) only
            (no|not|without) ..2 (associations?|organi[sz]ations?|groups?|ngos?)
            (лише|тільки|только) ..2 (мер*|мэр*|посадов*|чиновник*|депутат*|політик*|политик*)
        """),
        re.compile(
            r"^(?!.*(?:Office of|[Dd]irector|[Ss]pokes|Sister|Ambassador))"
            r".*\b(?:Mayor|Council|Governor|Commission|Supervisor|Assembly|Selectm|President of Ukraine)"
        ),
        sentences.OFFICIALS_ONLY,
    ),
    Speakers(
        phrases("""
            (only|just) ..2 (associations?|organi[sz]ations?|volunteers?)
            (associations?|organi[sz]ations?|volunteers?) only
            (no|not|without) ..2 (officials?|politicians?|mayors?)
            (лише|тільки|только) ..2 (асоціац*|ассоциац*|організац*|организац*)
        """),
        re.compile(r"Sister|[Aa]ssociation|Society"),
        sentences.ASSOCIATIONS_ONLY,
    ),
)


def speakers_asked(joined: str) -> Speakers | None:
    """Those to whom the normalised words of a question narrow what was said; None for anybody."""
    return next((each for each in _SPEAKERS if each.asked.search(joined)), None)


def points_part(
    register: Register, side: Side, places: Sequence[str], citations: Citations, of: Speakers | None = None
) -> TextBlock:
    """What named people said on one side; of the places given, where anything is on record for them.

    ``of``: of these speakers alone, and all that they said; that there is nothing, where there is not.
    """
    found = [point for point in register.record.points_in_use if point.side is side]
    if of is not None:
        theirs = sorted(filter(of.has, found), key=lambda point: (point.place not in places, not point.quote))
        told = [_line(point, citations) for point in _speakers_in_turn(theirs)[:_MOST_OF_SOME]]
        none = [] if told else [Line(sentences.NO_SUCH_SPEAKER)]
        return TextBlock((Line(of.heading), *none, *told, _NOTE), _HEADINGS[side])
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
