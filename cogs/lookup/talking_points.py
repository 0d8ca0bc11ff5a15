"""Talking points: what named people and bodies said, on either side, as they are quoted in an answer. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cogs.lookup.model import AnswerPart, Line
from cogs.lookup.question import Question
from cogs.wording.words import Citations, when
from db.record.models import Side, TalkingPoint
from db.record.register import Register
from db.record.text import key, sound

_MOST = 4
_HEADINGS = {
    Side.END: "For ending the ties: what people said",
    Side.KEEP: "For keeping the ties: what people said",
}
_NOTE = Line("These are the speakers' own words and claims; Tiewatch does not make them its own.")


def points_part(register: Register, side: Side, places: Sequence[str], citations: Citations) -> AnswerPart:
    """What named people said on one side; of the places given, where anything is on record for them."""
    found = [point for point in register.record.talking_points.values() if point.side is side]
    local = [point for point in found if point.place in places]
    quoted = sorted((point for point in found if point.quote), key=lambda point: point.place is not None)
    chosen = _speakers_in_turn(local or quoted)
    return AnswerPart((*(_line(point, citations) for point in chosen[:_MOST]), _NOTE), _HEADINGS[side])


def _speakers_in_turn(found: Sequence[TalkingPoint]) -> list[TalkingPoint]:
    """The same points, each speaker's first before anybody's second."""
    turns: Counter[str] = Counter()
    ranked = []
    for number, point in enumerate(found):
        ranked.append((turns[point.speaker], number, point))
        turns[point.speaker] += 1
    return [point for _, _, point in sorted(ranked, key=lambda turn: turn[:2])]


def said_part(question: Question, register: Register, citations: Citations) -> AnswerPart | None:
    """What a person or body named in a question said, on whichever side; None if none of the speakers is named."""
    points = register.record.talking_points.values()
    speakers = dict.fromkeys(point.speaker for point in points)
    speaker = next((name for name in speakers if _is_named(name, question)), None)
    if speaker is None:
        return None
    lines = [_line(point, citations) for point in points if point.speaker == speaker]
    return AnswerPart((*lines[:_MOST], _NOTE), f"What {speaker} said")


def _is_named(speaker: str, question: Question) -> bool:
    """Whether a question has a body's whole name, or a person's surname in any romanisation."""
    names = key(speaker).split()
    if len(names) != 2:
        return f" {' '.join(names)} " in f" {question.joined} "
    surname = sound(names[1])
    return len(surname) > 2 and any(
        sound(word.norm) == surname and word.capital | (len(surname) > 5) for word in question.words
    )


def _line(point: TalkingPoint, citations: Citations) -> Line:
    dated = f", {when(point.date)}" if point.date else ", undated"
    office = f", {point.office}" if point.office else ""
    said = f"“{point.quote}”" if point.quote else point.gist
    return Line(f" {said}{citations.cite([point.source])}", f"{point.speaker}{office}{dated}:")
