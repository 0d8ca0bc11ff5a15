"""Which general question that is no argument a text asks, known by its meaning: "can they switch it back on". Pure.

A topic is a combination of concepts (``data/vocabulary/topics.toml`` and the others of its kind), however each is put.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache
from sys import intern
from typing import Any

from cogs.lookup.explanations.argued import asks_for_ties
from cogs.lookup.explanations.concepts_said import SOME_ASKED, UKRAINE, concepts_in
from cogs.lookup.phrases.patterns import Phrases
from cogs.lookup.reading.concepts import TOPICS, concepts
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.models import Country
from db.record.text import normalise
from db.record.values import value
from db.record.vocabulary import vocabulary

# With these, ties are asked for, or something that has answers of its own.
_OF_OTHERS = frozenset({Intent.EARLIEST, Intent.SEQUENCE, Intent.BY_STATE})
_OF_TIES = frozenset({Intent.LIST, Intent.COUNT})
# In a longer text these words stand together by chance.
_LONGEST = 32
# Of what is their own, people speak with these.
_OWN_WORDS = frozenset(
    map(normalise, "i im my we our us я ми мій моя мої моєї наш нам нас мы мой мои моей моего".split()),
)
_UKRAINIAN = ("ukrain", "украин")
_OF_UKRAINE = ("Ukrain", "ukrain")
# What is so of a question, beside the concepts that its words have.
_SEVERAL = "is_several"
# Of a place in one of these something is told, though it be that it has no tie.
_TOLD_OF = frozenset({Country.US, Country.RU})
# The petition, which is signed.
_SIGNING = "of_signing"


@value
class _Topic:
    """A topic: the id of its answer, its ``combinations`` of concepts, and those beside which ``never`` it is meant;
    ``states`` and ``places``: it is, whatever states, or places, are named; ``newest``: also where what is new is;
    ``of_such``: also where ties are asked for that stand in some way.
    """

    answer: str
    combinations: tuple[tuple[str, ...], ...]
    never: tuple[str, ...] = ()
    states: bool = False
    places: bool = False
    newest: bool = False
    of_such: bool = True

    def fits(self, concepts: set[str]) -> int:
        """Of how many concepts its fullest combination is that is among these; 0 where none is."""
        if not concepts.isdisjoint(self.never):
            return 0
        return max((len(each) for each in self.combinations if concepts.issuperset(each)), default=0)


def _names(written: str) -> tuple[str, ...]:
    """The concepts of a combination; of some hundred there are thousands, so each is one text for all."""
    return tuple(map(intern, dict.fromkeys(written.split())))


@cache
def topics() -> Sequence[_Topic]:
    """All topics that are known by their meaning, in their order."""
    rows = [(row, vocabulary(name).get("of_such", True)) for name in TOPICS for row in vocabulary(name)["topic"]]
    return [
        _Topic(
            row["answer"],
            tuple(map(_names, row["of"])),
            _names(row.get("never", "")),
            row.get("states", False),
            row.get("places", False),
            row.get("newest", False),
            of_such,
        )
        for row, of_such in rows
    ]


@cache
def _by_first() -> Mapping[str, Sequence[int]]:
    """The places of the topics that have a combination with this concept as its first: most texts have those of few."""
    places: dict[str, dict[int, None]] = {}
    for place, topic in enumerate(topics()):
        for first, *_ in topic.combinations:
            places.setdefault(first, {})[place] = None
    return {first: tuple(each) for first, each in places.items()}


@cache
def _of_places() -> tuple[Phrases, ...]:
    """One concept of each combination that asks for a topic whatever places are named."""
    known = {concept: said for name in TOPICS for concept, said in concepts(name).items()}
    rows: list[Mapping[str, Any]] = [row for name in TOPICS for row in vocabulary(name)["topic"]]
    first = dict.fromkeys(each.split()[0] for row in rows if row.get("places") for each in row["of"])
    return tuple(known[name] for name in first)


def make_ready() -> None:
    """Read what is needed before the first question."""
    _by_first()
    _of_places()


def topic_of(question: Question) -> str | None:
    """The id of the answer on what a question asks in general; None where it asks for ties, or of a place.

    Of several topics whose concepts are all in it, the one of most concepts is meant, and of as many the first.
    """
    if question.intents & _OF_OTHERS or len(question.words) > _LONGEST:
        return None
    named, placed = _names_what_is_asked_of(question), _names_states(question)
    if named and not _may_be_asked_of_places(question):
        return None
    found = concepts_in(question.joined)
    if not found or asks_for_ties(question.joined):
        return None
    said = {*found, *(f"is_{standing.value}" for standing in question.standings)}
    if Intent.PETITION not in question.intents or question.is_of_agreements:
        # "Which were signed in the nineties" are agreements.
        said.discard(_SIGNING)
    if len(question.standings) > 1:
        said.add(_SEVERAL)
    if _names_ukraine(question):
        said.add(UKRAINE)
    newest = Intent.LATEST in question.intents
    of_such = _asks_for_such_ties(question, found)
    by_first = _by_first()
    places = sorted({place for concept in said for place in by_first.get(concept, ())})
    fitting = (
        (each.fits(said), each)
        for each in map(topics().__getitem__, places)
        if (each.places or not named)
        and (each.states or each.places or not placed)
        and (each.newest or not newest)
        and (each.of_such or not of_such)
    )
    best = max(fitting, key=lambda each: each[0], default=None)
    return best[1].answer if best and best[0] else None


def _asks_for_such_ties(question: Question, found: Set[str]) -> bool:
    """Whether ties that stand in some way are asked for, and not what the asker may do about theirs."""
    if not question.standings or not _OWN_WORDS.isdisjoint(word.norm for word in question.words):
        return False
    return bool(question.intents & _OF_TIES) or SOME_ASKED in found


def _may_be_asked_of_places(question: Question) -> bool:
    """Whether who asks speaks of the petition, or of themselves, and so perhaps not of the places that are named."""
    if Intent.PETITION not in question.intents and _OWN_WORDS.isdisjoint(word.norm for word in question.words):
        return False
    return any(said.search(question.joined) for said in _of_places())


def _names_ukraine(question: Question) -> bool:
    return any(place.country is Country.UA for mention in question.mentions for place in mention.others)


def _names_what_is_asked_of(question: Question) -> bool:
    """Whether places, states or people are named of which something else is told."""
    placed = any(
        mention.countries & _TOLD_OF
        # "A Ukrainian village" is none of the Ukrainian Villages of America.
        and not (mention.weak or mention.plain or mention.is_state or mention.typed.startswith(_OF_UKRAINE))
        for mention in question.mentions
    )
    # Whoever is named beside the petition, it is what is asked about.
    people = question.speakers and Intent.PETITION not in question.intents
    states = _names_states(question) and not _speaks_of_ukraine(question)
    return bool(placed or states or people)


def _names_states(question: Question) -> bool:
    return bool(question.all_states) or any(mention.is_state for mention in question.mentions)


def _speaks_of_ukraine(question: Question) -> bool:
    return any(name in question.joined for name in _UKRAINIAN) or _names_ukraine(question)
