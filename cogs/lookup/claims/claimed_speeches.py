"""What a text says that somebody spoke for, or whom President Zelenskyy named, held against the record. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claimed_numbers import numbers
from cogs.lookup.model import Trait
from cogs.lookup.people.sayings import SIDES
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from db.record.act_kinds import ActKind
from db.record.models import Side
from db.record.people import Speaker
from db.record.register import Register

_ZELENSKYY = "Volodymyr Zelenskyy"
_NAMES = LATE.compile(
    r"\b(?:named|names|mentioned|mentions|mention|name|called out|singled out|listed|назвав|назвал\w*"
    r"|згадав\w*|згадував|упомянул|упоминал|перечислил|перелічив)\b"
)
_NOT = LATE.compile(r"\b(?:never|not|didnt|не)\b")
# For which side an act speaks.
_SIDE_OF = {
    ActKind.KEPT: Side.KEEP, ActKind.CONFIRMED: Side.KEEP,
    ActKind.ENDED: Side.END, ActKind.SUSPENDED: Side.END, ActKind.PROPOSED: Side.END,
}  # fmt: skip
_OTHER = {Side.END: Side.KEEP, Side.KEEP: Side.END}


def says_whom_zelenskyy_named(question: Question) -> bool:
    """Whether a text says that President Zelenskyy named a place in his speech, or that he did not."""
    if not any(speaker.name == _ZELENSKYY for speaker in question.speakers) or question.claimed:
        return False
    named = Trait.NAMED_IN_SPEECH in question.narrowing.traits or _NAMES.search(question.joined)
    placed = any(mention.places for mention in question.mentions)
    return bool(named) and (placed or next(numbers(question), None) is not None)


def denies(question: Question) -> bool:
    """Whether a text says that something was not so."""
    return _NOT.search(question.joined) is not None


def other_side(question: Question, register: Register) -> str:
    """That somebody spoke for the other side than a text says; empty where it says none, or that is on record."""
    persons = [speaker for speaker in question.speakers if speaker.is_person]
    if len(persons) != 1 or denies(question):
        return ""
    claimed = SIDES.found(question.joined).keys() & _OTHER.keys()
    if len(claimed) != 1:
        return ""
    side, spoke_for = next(iter(claimed)), {*_sides_of(persons[0], register)}
    return claim_sentences.of_the_other_side(persons[0].name, side) if spoke_for == {_OTHER[side]} else ""


def _sides_of(speaker: Speaker, register: Register) -> Iterator[Side]:
    """The sides that somebody spoke or acted for, by what is on record."""
    points = register.record.talking_points
    for each in speaker.appearances:
        if each.tie is None:
            point = points.get(each.id)
            if point is not None and point.side in _OTHER:
                yield point.side
            continue
        act = next((act for act in register.tie(each.tie).acts if act.id == each.id), None)
        if act is not None and act.kind in _SIDE_OF:
            yield _SIDE_OF[act.kind]
