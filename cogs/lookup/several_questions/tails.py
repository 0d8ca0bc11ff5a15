"""What a text asks at its end of the ties that it asks for: "the oldest three, and are they still going". Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.filters import fitting, set_rows
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.model import Answer, Look, Outcome, SortOrder, TieFilter, Trait
from cogs.lookup.reading.harmless import is_harmless
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all
from cogs.wording.blocks import TextBlock
from cogs.wording.names import pair_name
from db.record.act_kinds import ActKind
from db.record.register import Register
from db.record.text import normalise
from db.record.values import value

# What asks at the end of a text how those stand that were asked for before.
_OF_THEM = said_in_all("clauses", "of_them")
# The same of the one that is first: "which pair signed first, and is it still alive".
_OF_IT = said_in_all("clauses", "of_it")
_OF_ONE = frozenset({Intent.EARLIEST, Intent.LATEST, Intent.FOUNDED})
_OF_THEIR_OWN = frozenset({ActKind.RESUMED, ActKind.PROPOSED})
_SHORTEST_HEAD = 2
# So many words at most say behind "are they", "which of them" how.
_LONGEST_TAIL = 8


@value
class HeadAndTail:
    """What a text asks for, and what it asks at its end of those."""

    head: Question
    tail: Question


def head_and_tail(question: Question, read: Callable[[str], Question]) -> HeadAndTail | None:
    """What a text asks for, and what of those; None where it asks no such thing, or more than how they stand."""
    *_, match = (None, *_OF_THEM.finditer(question.joined))
    if match is None or any(mention.places and not mention.is_state for mention in question.mentions):
        return None
    first = question.joined[: match.start()].count(" ")
    if first < _SHORTEST_HEAD or question.joined[match.end() :].count(" ") > _LONGEST_TAIL:
        return None
    begins = question.words[first].start
    tail = read(question.text[begins:])
    if tail.narrowing.sort or tail.period or not _is_understood(tail, match.group().split()):
        return None
    if Trait.CHANGED_COURSE in tail.narrowing.traits:
        # "Who refused, and who of them changed their mind later" asks for these alone.
        return None
    return HeadAndTail(read(question.text[:begins].rstrip("–—-,;: ")), tail)


def head_of_one(question: Question, read: Callable[[str], Question]) -> Question | None:
    """What a text asks for of which one is the first or last, where its end asks only how that one stands, as the rows
    of a list tell; None elsewhere.
    """
    *_, match = (None, *_OF_IT.finditer(question.joined))
    if match is None or question.mentions or question.joined[match.end() :].count(" ") > _LONGEST_TAIL // 2:
        return None
    first = question.joined[: match.start()].count(" ")
    if first < _SHORTEST_HEAD:
        return None
    head = read(question.text[: question.words[first].start].rstrip("–—-,;: "))
    return head if head.narrowing.sort or head.intents & _OF_ONE else None


def _is_understood(tail: Question, of_them: Collection[str]) -> bool:
    return all(is_harmless(word) or normalise(word) in of_them for word in tail.asides)


def told_of_them(found: Answer, tail: Question, register: Register, today: date) -> Answer | None:
    """A list with what is asked of its ties at the end of a text; None where that says nothing, or it is no list."""
    if found.outcome is not Outcome.LIST or found.filter is None or not found.rows:
        return None
    shown = found.rows[: found.filter.most] if found.filter.most else found.rows
    if len(shown) == len(register.record.ties):
        return None
    told = which_of_them(shown, tail, register, today)
    return found.before(TextBlock.saying(told)) if told else None


def which_of_them(shown: Sequence[str], asked: Question, register: Register, today: date) -> str:
    """Which of some ties are as is asked of them, in a sentence; empty where nothing is asked that narrows them."""
    chosen = replace(list_filter(asked, today), order=SortOrder.RECORD, most=0)
    if not chosen.kinds or not _OF_THEIR_OWN.issuperset(chosen.kinds):
        # "Which of them came back", "who proposed it" ask for acts of their own; else for how they stand.
        chosen = replace(chosen, look=Look.BEHIND, kinds=())
    if chosen == TieFilter() and asked.narrowing.decided:
        # Whatever was decided: "does a single one have a decision on record".
        chosen, said = replace(chosen, not_so=(Trait.UNDECIDED,)), [list_sentences.DECIDED]
    else:
        said = [row.says(chosen, register) for row in set_rows(chosen, register)]
    if not said:
        return ""
    fits = [tie for tie in fitting(chosen, register) if tie.id in {*shown}]
    return list_sentences.of_these(said, [pair_name(tie, register) for tie in fits], len(shown))
