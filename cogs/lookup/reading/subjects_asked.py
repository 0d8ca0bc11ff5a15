"""Which subjects a question asks for beside its ties: the arguments, the petition, Ukraine, what to do. Pure."""

from __future__ import annotations

from cogs.lookup.model import SortBy, Trait
from cogs.lookup.reading.heads import heads_with_standing
from cogs.lookup.reading.intents import SEVERAL, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.reading.whose_word import whose_word

SUBJECT_INTENTS = frozenset(
    {Intent.END_CASE, Intent.KEEP_CASE, Intent.BOTH_SIDES, Intent.PETITION, Intent.UKRAINE, Intent.ACT}
)
_BY_SIZE = frozenset({SortBy.SIZE, SortBy.RUSSIAN_SIZE})
# Countries are meant, and no opinions.
_OF_THE_WAR = said_for("lists", "subjects_asked", "sides_of_the_war")
_WHERE = said_for("lists", "subjects_asked", "where")


def subjects_of(question: Question) -> frozenset[Intent]:
    """The subjects that a question asks for, without those whose words are said of the ties that it lists."""
    asked = question.intents & SUBJECT_INTENTS
    if question.narrowing.sort and question.narrowing.most and question.standings:
        # "The five largest of the unconfirmed, to know where to write first".
        asked -= {Intent.ACT}
    if question.narrowing.sort and question.narrowing.sort[0] in _BY_SIZE:
        # "The least populated place, either side": of the two places of a tie.
        asked -= {Intent.BOTH_SIDES}
    if Trait.UKRAINIAN_PARTNER in question.narrowing.traits and _OF_THE_WAR.search(question.joined):
        # "With a Ukrainian partner too, i.e. both sides of the war".
        asked -= {Intent.BOTH_SIDES}
    told_apart = heads_with_standing(question) or (question.standings and Trait.UNANIMOUS in question.narrowing.traits)
    if told_apart or (question.narrowing.kinds and (question.narrowing.how or SEVERAL.search(question.joined))):
        asked -= {Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES}
    if question.standings and _WHERE.search(question.joined) and whose_word(question):
        # "Where did only the association speak up for keeping it" asks for ties, and for no arguments.
        asked -= {Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES}
    if question.standings and Trait.CONDITION in question.narrowing.traits:
        # "Which suspensions say what would lift them, and which mention Ukraine's territory".
        asked -= {Intent.UKRAINE}
    return (
        asked - {Intent.UKRAINE}
        if Trait.UKRAINIAN_PARTNER in (*question.narrowing.traits, *question.narrowing.not_so)
        else asked
    )
