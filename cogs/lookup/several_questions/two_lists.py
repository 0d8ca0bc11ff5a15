"""Two lists that one text asks for side by side, which no one list can be: "those kept by a council, and the ones kept
on the mayor's word alone", "who suspended, who refused". Pure.

The second is told behind the first; what it leaves unsaid is taken from that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.model import TieFilter
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_for
from db.record.act_kinds import ActKind
from db.record.standings import CUT
from db.record.values import value


def _either(name: str) -> str:
    return "|".join(words_for("questions", "two_lists", name).split("\n"))


_BETWEEN = LATE.compile(
    rf"(?:\s*[,;:.…–—-]+\s+(?:(?:{_either('joins')})\s+)?|\s+(?:{_either('joins')})\s+)(?=(?:{_either('begins')})\b)",
    re.IGNORECASE,
)
_WHERE = LATE.compile(r"\s(?:in|from|across|at|в|у|во|на)\s[^,;:.?!]+$", re.IGNORECASE)
# "Who suspended, who refused": by itself it says nothing of what was refused.
_REFUSED = LATE.compile(rf"^(?:\w+\s+){{1,2}}(?:{_either('refused')})[\s?.!]*$", re.IGNORECASE)
_REFUSED_TO_CUT = "refused to cut"
# "Who froze it, and who did not" asks for all others.
_NOT = LATE.compile(r"\b(?:not|never|no|didn'?t|не|ні|нет)\b", re.IGNORECASE)
# Which of a list are to stand first: "put the western ones on top".
_ON_TOP = LATE.compile(
    rf"(?:[,;:.?–—-]+\s*(?:(?:{_either('puts')})\s+)?|\s(?:{_either('puts')})\s+)"
    rf"(?:[^,;:.?–—]{{3,40}}?\s(?:{_either('on_top')})(?:,? (?:please|pls))?"
    rf"|(?:{_either('top_before')})\s[^,;:.?–—]{{3,40}}?)[.!?\s]*$",
    re.IGNORECASE,
)
# A longer text tells of more than it asks.
_MOST_WORDS, _FEWEST_WORDS = 30, 5
_CUTTING = frozenset({ActKind.SUSPENDED, ActKind.ENDED})


@value
class TwoLists:
    """The question of the first list, and the second one."""

    asked: Question
    other: TieFilter


def two_lists(question: Question, read: Callable[[str], Question], today: date) -> TwoLists | None:
    """The two lists that a text asks for; None where one list can be of both, or it asks for more or for less."""
    if not _FEWEST_WORDS <= len(question.words) <= _MOST_WORDS or any(it.places for it in question.mentions):
        return None
    if Intent.COUNT in question.intents or not (question.standings or question.narrowing.kinds):
        return None
    text = question.text
    for it in _BETWEEN.finditer(text):
        typed, other = text[: it.start()], text[it.end() :]
        if question.all_states and not read(typed).all_states:
            # "Who kept it, and who suspended, in Virginia": there in both.
            where = _WHERE.search(other)
            typed = f"{typed}{where[0]}" if where else typed
        if found := _lists_of(typed, other, read, today):
            return found if bool(found.asked.all_states) is bool(question.all_states) else None
    return None


def those_on_top(question: Question, read: Callable[[str], Question], today: date) -> TwoLists | None:
    """The ties of a part of the country that are to stand first, and all others; None where that is not asked."""
    on_top = _ON_TOP.search(question.text)
    if on_top is None or not on_top.start() or not question.all_states:
        return None
    if read(question.text[: on_top.start()]).all_states:
        return None
    first = list_filter(question, today)
    return TwoLists(question, replace(first, states=(), where="", outside=(*first.outside, *first.states)))


def _lists_of(typed: str, other: str, read: Callable[[str], Question], today: date) -> TwoLists | None:
    """The lists that two clauses ask for, where each is one of its own."""
    asked = read(typed)
    first = list_filter(asked, today)
    if not (first.standings or first.kinds) or (_NOT.search(other) and not _REFUSED.match(other)):
        return None
    second = list_filter(_with_verb(other, first, read), today)
    second = replace(second, states=second.states or first.states, where=second.where or first.where)
    return TwoLists(asked, second) if _are_apart(first, second) else None


def _with_verb(typed: str, first: TieFilter, read: Callable[[str], Question]) -> Question:
    """The second question, with what is said to have been done in the first where it says nothing of it itself."""
    if _REFUSED.match(typed):
        return read(_REFUSED_TO_CUT)
    second = read(typed)
    if second.standings or second.narrowing.kinds:
        return second
    said = first.kinds or first.standings
    return read(f"{said[0].value} {typed}")


def _are_apart(first: TieFilter, other: TieFilter) -> bool:
    """Whether two lists are of other deciders each, or one of what was cut and the other of what was kept."""
    if not (other.standings or other.kinds):
        return False
    if first.authorities and other.authorities:
        return set(first.authorities).isdisjoint(other.authorities)
    return (_is_cut(first) and _is_kept(other)) or (_is_kept(first) and _is_cut(other))


def _is_cut(chosen: TieFilter) -> bool:
    done = {*chosen.kinds} <= _CUTTING and {*chosen.standings} <= CUT
    return done and bool(chosen.kinds or chosen.standings)


def _is_kept(chosen: TieFilter) -> bool:
    return chosen.kinds == (ActKind.KEPT,)
