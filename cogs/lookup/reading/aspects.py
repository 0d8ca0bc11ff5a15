"""What is asked of a tie or a place that is named, known by its meaning, in whatever words and order it is put. Pure.

An aspect is a combination of concepts (``data/vocabulary/aspects.toml``).
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import StrEnum
from functools import cache
from typing import Any

from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.concepts import concepts
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import unquoted
from db.record.caching import of_the_last
from db.record.models import Country
from db.record.values import value
from db.record.vocabulary import vocabulary

# In a longer text these words stand together by chance.
_LONGEST = 32
_NONE: frozenset[Aspect] = frozenset()


class Aspect(StrEnum):
    """What may be asked of a tie beside whether it stands."""

    CHAMBER_LIST = "chamber_list"
    TO_WHOM = "to_whom"
    PROPOSER = "proposer"
    CONDITION = "condition"
    COURSE = "course"
    LENGTH = "length"
    OLDEST = "oldest"
    KIND = "kind"
    NOT_KNOWN = "not_known"
    PARTNER_SAID = "partner_said"
    DECIDER = "decider"
    LETTER = "letter"
    ONE_OR_OTHER = "one_or_other"
    STANDING = "standing"
    WHY_MADE = "why_made"
    WHY_CONDITION = "why_condition"
    CONDITION_AUTHOR = "condition_author"
    HARDER_CONDITION = "harder_condition"
    URGED = "urged"
    OWN_WORD = "own_word"
    REPLY = "reply"
    OUTCOME = "outcome"
    AGAINST = "against"
    CONSIDERED = "considered"
    HOW = "how"
    OLDER_ONES = "older_ones"
    SAME_YEAR = "same_year"
    NEXT_ONE = "next_one"
    AGE = "age"


# What is asked of a tie that is named by somebody who had to do with it.
OF_WHO_ACTED = frozenset({Aspect.URGED, Aspect.OUTCOME, Aspect.AGAINST, Aspect.NOT_KNOWN})
# Words of these stand in questions about the bot as well.
LOOSE = frozenset({Aspect.COURSE, Aspect.NOT_KNOWN, Aspect.STANDING})
# What is asked by these is told with how ties stand, and not by what somebody said.
TOLD_BY_TIES = frozenset({
    Aspect.CHAMBER_LIST, Aspect.TO_WHOM, Aspect.CONDITION, Aspect.LENGTH, Aspect.OLDEST, Aspect.KIND, Aspect.DECIDER,
    Aspect.ONE_OR_OTHER, Aspect.WHY_MADE, Aspect.CONDITION_AUTHOR, Aspect.OLDER_ONES, Aspect.SAME_YEAR, Aspect.NEXT_ONE,
    Aspect.AGE, Aspect.HARDER_CONDITION,
})  # fmt: skip


@value
class _Meaning:
    """An aspect with its ``combinations`` of concepts, and those beside which it is ``never`` meant."""

    asks: Aspect
    combinations: tuple[frozenset[str], ...]
    never: frozenset[str]

    def fits(self, said: Set[str]) -> bool:
        return not self.never & said and any(each <= said for each in self.combinations)


@cache
def _meanings() -> tuple[_Meaning, ...]:
    rows: list[Mapping[str, Any]] = vocabulary("aspects")["aspect"]
    return tuple(
        _Meaning(
            Aspect(row["asks"]),
            tuple(frozenset(each.split()) for each in row["of"]),
            frozenset(row.get("never", "").split()),
        )
        for row in rows
    )


@cache
def _concepts() -> PhraseTable[str]:
    return PhraseTable(concepts("aspects"))


def make_ready() -> None:
    """Read what aspects are made of, if that is not done yet."""
    _meanings()
    _concepts()


# A question is asked this by several in turn.
@of_the_last
def aspects_asked(question: Question) -> frozenset[Aspect]:
    """What is asked of the places that a question names; nothing where it names none, or is long."""
    named = any((it.places or Country.US in it.countries) and not it.weak for it in question.mentions)
    # Who had to do with a tie names it: "did lawmakers make Byron Brown do it".
    named = named or (len(question.speakers) == 1 and question.speakers[0].is_person)
    if not named or len(question.words) > _LONGEST:
        return _NONE
    said = _concepts().found(unquoted(question)).keys()
    return frozenset(each.asks for each in _meanings() if each.fits(said)) if said else _NONE


@of_the_last
def words_of_aspects(question: Question) -> frozenset[str]:
    """The normalised words by which it is known what is asked of the places that a question names."""
    asked = aspects_asked(question)
    if not asked:
        return frozenset()
    found = _concepts().found(unquoted(question))
    fitting = (each for it in _meanings() if it.asks in asked for each in it.combinations if each <= found.keys())
    used = frozenset().union(*fitting)
    return words_matched(match for name in used for match in found[name])
