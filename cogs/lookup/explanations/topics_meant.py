"""Which general question that is no argument a text asks, known by its meaning: "can they switch it back on". Pure.

A topic is a combination of concepts (``data/vocabulary/topics.toml``), however each of them is put.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from cogs.lookup.explanations.argued import asks_for_ties, concepts_in
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.models import Country
from db.record.vocabulary import vocabulary

# With these, ties are asked for, or something that has answers of its own.
_OF_OTHERS = frozenset({Intent.LATEST, Intent.EARLIEST, Intent.SEQUENCE, Intent.BY_STATE})
# In a longer text these words stand together by chance.
_LONGEST = 32
_UKRAINIAN = ("ukrain", "украин")
# What is so of a question, beside the concepts that its words have.
_UKRAINE, _SEVERAL = "ukraine", "is_several"


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic: the id of its answer, its ``combinations`` of concepts, and those beside which ``never`` it is meant;
    ``states``: it is, whatever states are named.
    """

    answer: str
    combinations: tuple[frozenset[str], ...]
    never: frozenset[str] = frozenset()
    states: bool = False

    def fits(self, concepts: Set[str]) -> int:
        """Of how many concepts its fullest combination is that is among these; 0 where none is."""
        if self.never & concepts:
            return 0
        return max((len(each) for each in self.combinations if each <= concepts), default=0)


@cache
def topics() -> Sequence[_Topic]:
    """All topics that are known by their meaning, in their order."""
    rows: Sequence[Mapping[str, Any]] = vocabulary("topics")["topic"]
    return [
        _Topic(
            row["answer"],
            tuple(frozenset(each.split()) for each in row["of"]),
            frozenset(row.get("never", "").split()),
            row.get("states", False),
        )
        for row in rows
    ]


def topic_of(question: Question) -> str | None:
    """The id of the answer on what a question asks in general; None where it asks for ties, or of a place.

    Of several topics whose concepts are all in it, the one of most concepts is meant, and of as many the first.
    """
    if question.intents & _OF_OTHERS or len(question.words) > _LONGEST or _names_what_is_asked_of(question):
        return None
    said = concepts_in(question.joined)
    if not said or asks_for_ties(question.joined):
        return None
    concepts = {*said, *(f"is_{standing.value}" for standing in question.standings)}
    if len(question.standings) > 1:
        concepts.add(_SEVERAL)
    if _names_ukraine(question):
        concepts.add(_UKRAINE)
    placed = _names_states(question)
    fitting = ((each.fits(concepts), each) for each in topics() if each.states or not placed)
    best = max(fitting, key=lambda each: each[0], default=None)
    return best[1].answer if best and best[0] else None


def _names_ukraine(question: Question) -> bool:
    return any(place.country is Country.UA for mention in question.mentions for place in mention.others)


def _names_what_is_asked_of(question: Question) -> bool:
    """Whether places, states or people are named of which something else is told."""
    placed = any(mention.places and not (mention.weak or mention.is_state) for mention in question.mentions)
    # Whoever is named beside the petition, it is what is asked about.
    people = question.speakers and Intent.PETITION not in question.intents
    states = _names_states(question) and not _speaks_of_ukraine(question)
    return bool(placed or states or people)


def _names_states(question: Question) -> bool:
    return bool(question.all_states) or any(mention.is_state for mention in question.mentions)


def _speaks_of_ukraine(question: Question) -> bool:
    return any(name in question.joined for name in _UKRAINIAN) or _names_ukraine(question)
