"""What is asked of a tie of which the record holds nothing, said before what it does hold. Pure.

By which words each is asked, and what is said, stands in ``data/vocabulary/slots.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cogs.lookup.people.talking_points import said_of
from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_row
from cogs.lookup.reading.votes import is_unanimous
from cogs.wording.names import place_name
from db.record.act_kinds import CUTTING, ActKind
from db.record.derivation import acts_in_force
from db.record.models import OTHER_SIDE, Act, Side, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import tokens
from db.record.vocabulary import vocabulary

_LATE, _RATHER, _OBJECTION, _KEPT_FROM_ENDING = "late", "rather", "objection", "kept_from_ending"
_MAYOR_IN_PERSON = "mayor_in_person"
# An office that somebody holds: "residents writing to the mayor" are none.
_MAYOR = re.compile(r"(?:^|\bthen )Mayor\b|\bMayor [A-Z]")
_SIDES = {ActKind.KEPT: Side.KEEP, ActKind.ENDED: Side.END, ActKind.SUSPENDED: Side.END}
# What was proposed may have been to stand by a tie.
_TO_END = re.compile(r"\b(?:end|suspen|cut|drop|terminat|dissol|break|discontinu|revok|sever|paus)", re.IGNORECASE)
# A text of the record that tells of somebody else's mind, whoever it was.
_OF_OBJECTORS = re.compile(
    r"\b(?:oppos|opponent|object|disagree|critici[sz]|protest|petition|residents|split|debate|not ready|refus"
    r"|against s|second thoughts)",
    re.IGNORECASE,
)
_ASKS_WHY = re.compile(r"\b(?:why|how come|reason|case|чом|навищ|почем|зачем|причин)")
# In a longer text these words stand together by chance.
_LONGEST = 40


@cache
def _asked() -> PhraseTable[str]:
    rows = vocabulary("slots").items()
    return PhraseTable({name: said_in_row(row) for name, row in rows})


def make_ready() -> None:
    """Read by what it is asked for, if that is not done yet."""
    _asked()


def not_on_record(question: Question, ties: Sequence[Tie], register: Register) -> tuple[str, ...]:
    """What is asked of one tie that is not on record, a sentence each; nothing where the record tells it."""
    if len(ties) != 1 or len(question.words) > _LONGEST:
        return ()
    tie = ties[0]
    lacking = [name for name in _asked().found(_words_of(question)) if _is_lacking(name, tie, register)]
    place = place_name(register.place(tie.us), register)
    return tuple(vocabulary("slots")[name]["none"].format(place=place) for name in lacking)


def _words_of(question: Question) -> str:
    """The words of a question; where it asks why, all as typed: what is set against something else is read apart."""
    if not question.against or _ASKS_WHY.search(question.joined) is None:
        return question.joined
    return " ".join(word.norm for word in tokens(question.text))


def _is_lacking(name: str, tie: Tie, register: Register) -> bool:
    """Whether nothing on record of a tie tells what is asked."""
    acts = [*acts_in_force(tie.acts)]
    cut = next((act for act in acts if act.kind in CUTTING), None)
    if name == _LATE:
        # What was decided first tells why the other came later.
        return cut is not None and not any(act.kind is ActKind.KEPT for act in acts)
    if name == _RATHER:
        return register.status(tie.id).standing is Standing.SUSPENDED
    if name == _KEPT_FROM_ENDING:
        return cut is not None and Side.KEEP not in _sides_there(tie, acts, register)
    if name == _MAYOR_IN_PERSON:
        return not _mayor_spoke(tie, acts, register)
    return name == _OBJECTION and _is_of_one_mind(tie, acts, register)


def _mayor_spoke(tie: Tie, acts: Sequence[Act], register: Register) -> bool:
    """Whether a word or an act of a mayor of the American place is on record."""
    offices = (point.office or "" for point in said_of([tie.us], register) if point.place == tie.us)
    return any(map(_MAYOR.search, (*offices, *(act.actor for act in acts))))


def _is_of_one_mind(tie: Tie, acts: Sequence[Act], register: Register) -> bool:
    """Whether something was decided there, all on record spoke and acted for one side, and no vote was split."""
    sides = _sides_there(tie, acts, register)
    split = any(act.vote and not is_unanimous(act.vote) for act in acts)
    told = " ".join(filter(None, (tie.note, *(it for act in acts for it in (act.said, act.summary)))))
    decided = any(act.kind in _SIDES for act in acts)
    return decided and len(sides) == 1 and not split and _OF_OBJECTORS.search(told) is None


def _sides_there(tie: Tie, acts: Sequence[Act], register: Register) -> set[Side]:
    spoken = {point.side for point in said_of([tie.us], register) if point.place == tie.us and point.side in OTHER_SIDE}
    proposed = (act for act in acts if act.kind is ActKind.PROPOSED)
    to_end = any(_TO_END.search(f"{act.said} {act.summary}") for act in proposed)
    return spoken | {_SIDES[act.kind] for act in acts if act.kind in _SIDES} | ({Side.END} if to_end else set())
