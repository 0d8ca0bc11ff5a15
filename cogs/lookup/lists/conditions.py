"""What the conditions for lifting suspensions speak of, where a question asks for those that say something. Pure."""

from __future__ import annotations

from functools import cache

from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.filters import fitting
from cogs.lookup.model import TieFilter, Trait
from cogs.lookup.phrases.patterns import PhraseTable, phrases
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.models import Tie
from db.record.register import Register
from db.record.vocabulary import LANGUAGES, vocabulary


@cache
def _asked() -> PhraseTable[str]:
    return PhraseTable({
        name: phrases("\n".join(phrase for language in LANGUAGES for phrase in row[language]))
        for name, row in vocabulary("conditions").items()
    })  # fmt: skip


def conditions_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The conditions of a list that speak of what is asked for; None where a list is of none, or nothing is named."""
    if Trait.CONDITION not in chosen.traits:
        return None
    named = _asked().found(question.joined)
    finds = [word for name in named for word in vocabulary("conditions")[name]["finds"]]
    if not finds:
        return None
    held = ((tie, _condition(tie, register)) for tie in fitting(chosen, register))
    found = [(pair_name(tie, register), text) for tie, text in held if any(it in text.casefold() for it in finds)]
    lines = [Line(f" {text}", f"{name}:") for name, text in found] or [Line(list_sentences.NO_CONDITION_SAYS_SO)]
    return TextBlock(tuple(lines), list_sentences.CONDITIONS_SAY)


def words_of_conditions(question: Question) -> frozenset[str]:
    """The normalised words by which it is asked what a condition speaks of."""
    found = _asked().found(question.joined).values()
    return frozenset(word for matches in found for match in matches for word in match.group().split())


def _condition(tie: Tie, register: Register) -> str:
    act = register.status(tie.id).decides
    return (act.condition if act else None) or ""
