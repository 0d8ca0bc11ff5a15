"""By what states, parts of the country, standings or places are held against each other, and which of them. Pure.

The words are in ``data/vocabulary/measures.toml``. A measure alone asks nothing: at least two sides must be named, and
something that sets them side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from cogs.lookup.lists.division_reading import Division, division_asked, groups_named
from cogs.lookup.phrases.patterns import PhraseTable, any_of
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.intents import ASKED_STANDINGS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.caching import of_the_last
from db.record.models import Place, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value
from db.record.vocabulary import vocabulary

# So many words may stand between two standings of a sum.
_MOST_BETWEEN = 7
_COASTS = ("west-coast", "east-coast")


class Measure(StrEnum):
    """What is measured of each side; the values are the tables of the vocabulary."""

    CUT = "cut"
    KEPT = "kept"
    AGE = "age"
    PEOPLE = "people"
    NUMBER = "number"


class Reckoning(StrEnum):
    """What is made of two numbers."""

    MINUS = "minus"
    RATIO = "ratio"


@value
class Reckoned:
    """Two standings of which the numbers are asked for, and what is to be made of them."""

    how: Reckoning
    one: Standing
    other: Standing


_MEASURES = {it: said_for("measures", "measure", it) for it in Measure}
_SIZE = said_for("measures", "measure", "size")
_AVERAGE = said_for("measures", "measure", "average")
_FRAMES = said_for("measures", "frames")
_ASKS_COASTS = said_for("measures", "coasts")
_RECKONINGS = {it: said_for("measures", "reckoning", it) for it in Reckoning}
_LARGEST, _SMALLEST = (said_for("measures", "share", name) for name in ("largest", "smallest"))
_SHARED = frozenset({Division.STATE, Division.US_REGION, Division.RUSSIAN_REGION})
_ALL = PhraseTable({
    asked: asked
    for asked in (*_MEASURES.values(), _SIZE, _AVERAGE, _FRAMES, _ASKS_COASTS, *_RECKONINGS.values())
})  # fmt: skip
# Ties are spoken of, and not the people of places.
_OF_TIES = said_for("measures", "of_ties")
_ASKS_WHICH = said_for("measures", "asks_which")
# What asks for a number.
COUNTING = any_of(vocabulary("measures")["counting"]["numbers"])
_RANKED = any_of(vocabulary("measures")["ranked"]["states"])
_DIVIDES = said_for("measures", "divides")


@of_the_last
def measure_asked(question: Question) -> Measure | None:
    """By what states, parts of the country or standings are held against each other; None where they are not so."""
    joined = question.joined
    several_places = len(question.states) + len(question.regions) > 1
    if Intent.UKRAINE in question.intents or not (several_places or len(question.standings) > 1):
        return None
    if not _FRAMES.search(joined):
        return None
    if _AVERAGE.search(joined):
        if _MEASURES[Measure.AGE].search(joined):
            return Measure.AGE
        if _MEASURES[Measure.PEOPLE].search(joined) or _SIZE.search(joined):
            return Measure.PEOPLE
    if not several_places:
        return None
    asked = [] if question.standings or question.narrowing.kinds else [Measure.CUT, Measure.KEPT]
    return next((it for it in (*asked, Measure.NUMBER) if _MEASURES[it].search(joined)), None)


def compares_numbers(question: Question) -> bool:
    """Whether a word asks of which there is more, or what came oftener."""
    return _MEASURES[Measure.NUMBER].search(question.joined) is not None


def weighs_deciders(question: Question) -> bool:
    """Whether it is asked what some deciders mostly do: "do mayors tend to keep them while councils end them"."""
    return len(question.standings) > 1 and _AVERAGE.search(question.joined) is not None


def with_both_coasts(question: Question, register: Register) -> Question:
    """A question that asks which coast, or names one and "the other", with both of them named."""
    if len(question.regions) > 1 or question.states or not _ASKS_COASTS.search(question.joined):
        return question
    coasts = tuple(register.record.regions[name] for name in _COASTS)
    return replace(question, regions=coasts, mentions=())


def words_of_measures(question: Question) -> frozenset[str]:
    """The normalised words by which sides are held against each other; none where they are not."""
    if measure_asked(question) is None:
        return frozenset()
    matches = (match for found in _ALL.found(question.joined).values() for match in found)
    return words_matched(matches)


@of_the_last
def reckoning_asked(question: Question) -> Reckoned | None:
    """Of which two standings the difference or ratio is asked for: "suspended minus ended"; None where none is."""
    if not question.narrowing.understood and not question.standings:
        return None
    for how, words in _RECKONINGS.items():
        for match in words.finditer(question.joined):
            if pair := _standings_beside(match.start(), question.joined):
                return Reckoned(how, *pair)
    return None


def _standings_beside(at: int, joined: str) -> tuple[Standing, Standing] | None:
    """The two standings around a word, or right behind it; None where there are none, or no two."""
    found = sorted(_standings_in(joined))
    for (start, end, one), (next_start, _, other) in pairwise(found):
        near = joined.count(" ", end, next_start) <= _MOST_BETWEEN
        around = end <= at < next_start or (at < start and joined.count(" ", at, start) <= _MOST_BETWEEN)
        if one is not other and near and around:
            return one, other
    return None


def _standings_in(joined: str) -> Iterator[tuple[int, int, Standing]]:
    for standing, words in ASKED_STANDINGS.items():
        yield from ((match.start(), match.end(), standing) for match in words.finditer(joined))


def places_by_people(question: Question, paired: Sequence[Tie]) -> Sequence[Place]:
    """The places that are named of which it is asked where more people live; none where that is not asked.

    ``paired`` are the ties of which both sides are named: of places of one name theirs is meant. Beside several of one
    country a single one of the other is no side: "Minneapolis or Saint Paul, and which has Novosibirsk".
    """
    named = [mention.places for mention in question.mentions if mention.places and not mention.negated]
    if len(named) < 2 or question.narrowing.over or question.narrowing.under:
        return ()
    joined = question.joined
    strong, plain = _MEASURES[Measure.PEOPLE].search(joined), _SIZE.search(joined)
    compares = _FRAMES.search(joined) or _ASKS_WHICH.search(joined)
    if not (strong or (plain and not _OF_TIES.search(joined))) or not compares:
        return ()
    ids = {it for tie in paired for it in (tie.us, tie.ru)}
    places = dict.fromkeys(place for fits in named for place in _meant_of(fits, ids, question.states))
    countries = Counter(place.country for place in places)
    if len(countries) > 1 and max(countries.values()) > 1 == min(countries.values()):
        country = max(countries, key=countries.__getitem__)
        return tuple(place for place in places if place.country is country)
    return tuple(places)


def _meant_of(fits: Sequence[Place], paired: Set[str], states: Sequence[str]) -> Sequence[Place]:
    """Of the places of one name those of a pair that is named, or else of a state that is."""
    of_pairs = [place for place in fits if place.id in paired]
    of_states = [place for place in fits if place.state in states]
    return of_pairs or of_states or fits


def ranks_states(question: Question) -> bool:
    """Whether states are asked for in the order of how many ties they have."""
    narrowing = question.narrowing
    narrowed = bool(question.all_states or question.period or question.authorities or question.levels)
    narrowed = narrowed or bool(narrowing.traits or narrowing.how or narrowing.over or narrowing.under)
    return not narrowed and _RANKED.search(question.joined) is not None


def divides(question: Question) -> bool:
    """Whether a verb asks for groups that a list is divided into: "split suspensions by month"."""
    if _DIVIDES.search(question.joined) is None:
        return False
    return division_asked(question) is not None or question.narrowing.by_word


@value
class OfShares:
    """Groups of which it is asked where the largest part of each one's own ties is so, or the smallest."""

    by: Division
    smallest: bool


def shares_asked(question: Question) -> OfShares | None:
    """Of which groups the largest or smallest share is asked for: "which state has the highest share of ended ties"."""
    smallest = _SMALLEST.search(question.joined) is not None
    by = groups_named(question) if smallest or _LARGEST.search(question.joined) else None
    return OfShares(by, smallest) if by in _SHARED and by and question.standings else None


def words_of_dividing(question: Question) -> frozenset[str]:
    """The normalised words of the verbs by which groups are asked for."""
    if not divides(question):
        return frozenset()
    return words_matched(_DIVIDES.finditer(question.joined))
