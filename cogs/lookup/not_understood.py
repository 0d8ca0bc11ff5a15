"""What a question asks of a list that it cannot be sorted or narrowed by, and is told so. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup import list_sentences
from cogs.lookup.filters import set_rows
from cogs.lookup.list_rules import words_of_parts
from cogs.lookup.model import SortOrder, TieFilter
from cogs.lookup.periods import leaves_out_a_time
from cogs.lookup.question import Question
from cogs.lookup.vocabulary import OF_TALKING
from cogs.wording.blocks import Line, TextBlock
from db.record.months import ALL_MONTHS
from db.record.register import Register
from db.record.text import normalise

_MONTHS = frozenset(map(normalise, ALL_MONTHS))
# Words that are no filter: without them a list is the same.
_HARMLESS = frozenset(
    """
    speech промови промова виступу речи выступления besides except всех датами places rundown csv ish sheet slide
    table saw без від од крім кроме помимо вместе разом order top bottom earliest single second third fourth
    всього всего вже ещё мають має имеют имеет есть було было gimme far good work still exist exists overall
    altogether sofar progress later somebody someone dates date part outside during communities municipalities
    american because came coming upcoming between days you i example examples theirs next neither nor rest era
    whole always population населенням населением rate drop убрать прибрати если якщо розпаду распада срср ссср
    ussr gorbachev горбачёве горбачеве havent hasnt didnt dont doesnt isnt arent wasnt werent wont bunch names
    mostly feels
    """.split()
)
# What is read as a time, and is no name of a month.
_OF_A_TIME = frozenset(map(normalise, "older seventies eighties nineties старше старші раньше раніше".split()))
_MOST_WORDS = 3
_JOINING = frozenset("with whose having per have has had got".split())
_SHORTEST_DEED = 4
_STANDING_BEFORE_PLACES = frozenset({"на", "в", "у"})
# What a word before them narrows: "which republican mayors kept ties".
_NARROWED_NOUNS = frozenset(
    "cities citys towns places ties ones mayors councils governors states counties partners sisters pairs votes".split()
)


def not_understood(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """What a list was to be sorted or narrowed by that it cannot be; None where all was understood."""
    said = []
    if unsortable := question.narrowing.unsortable:
        said.append(list_sentences.cannot_sort_by(unsortable))
    if leaves_out_a_time(question.joined):
        said.append(list_sentences.CANNOT_LEAVE_OUT_A_TIME)
    whole = not set_rows(chosen, register) and chosen.order is SortOrder.RECORD
    weak = [named.typed for named in question.mentions if named.weak and not named.places]
    parts = words_of_parts(question)
    known = parts | (_MONTHS | _OF_A_TIME if question.period else frozenset())
    words = [
        word
        for word in (*question.asides, *weak)
        if word.casefold() not in _HARMLESS and word.isalpha() and normalise(word) not in known
    ]
    left = words
    if not whole:
        words = _said_of_ties(question, words)
    if words and not unsortable:
        said.append(list_sentences.cannot_narrow_by(words[:_MOST_WORDS]))
    elif passed_over := dict.fromkeys(word for word in left if _may_narrow(word, question)):
        said.append(list_sentences.passed_over(list(passed_over)[:_MOST_WORDS]))
    return TextBlock(tuple(map(Line, said))) if said else None


def _may_narrow(word: str, question: Question) -> bool:
    """Whether a word that was not understood may have been meant to narrow or sort a list."""
    folded = normalise(word)
    of_time = question.period is not None and folded in _MONTHS
    return folded not in OF_TALKING and not of_time


def _said_of_ties(question: Question, words: Sequence[str]) -> list[str]:
    """The words among some that stand where a narrower list would be asked for: "ties with casinos", "rich cities"."""
    norms = [word.norm for word in question.words]
    at = {word.raw.casefold(): i for i, word in enumerate(question.words)}
    return [word for word in words if (i := at.get(word.casefold())) is not None and _narrows_there(norms, i)]


def _narrows_there(norms: Sequence[str], i: int) -> bool:
    """Whether a word stands behind "with" or before what it narrows, or is what was done: "which mayors apologized"."""
    if _JOINING & set(norms[max(0, i - 2) : i]):
        return True
    if norms[i] in OF_TALKING:
        return False
    if i and norms[i - 1] in _STANDING_BEFORE_PLACES and norms[i].isalpha():
        return True
    done = len(norms[i]) > _SHORTEST_DEED and norms[i].endswith("ed")
    return done or bool(_NARROWED_NOUNS & set(norms[i + 1 : i + 2]))
