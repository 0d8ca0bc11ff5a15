"""Of how many cities, states or deciders some ties are, where a number in a text is of those and not of ties. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cogs.lookup.claims import claim_sentences
from cogs.lookup.claims.claimed_numbers import Number
from cogs.lookup.lists import comparison_sentences
from cogs.lookup.model import TieFilter
from cogs.lookup.phrases.late_patterns import LATE
from db.record.authorities import Authority
from db.record.models import PlaceKind, Tie
from db.record.register import Register
from db.record.values import value

_OF_STATES = LATE.compile(r"states|штат\w*")
_OF_CITIES = LATE.compile(r"cit(?:ies|ys)|towns|municipalities|город\w*|мист\w*")
_OF_COUNTIES = LATE.compile(r"counties")
_OF_RUSSIA = re.compile(r"\bRussian\b|росииськ|росииск|російськ|российск|русск", re.IGNORECASE)
_OF_PLACES = LATE.compile(r"places|communities")
# Each decides for its own place alone.
_DECIDERS = {
    Authority.MAYOR: LATE.compile(r"mayors|мер\w*"),
    Authority.COUNCIL: LATE.compile(r"councils"),
    Authority.STATE: LATE.compile(r"governors|губернатор\w*"),
}
# A metro area has its tie as a city has.
_CITIES = frozenset({PlaceKind.CITY, PlaceKind.METRO})
_COUNTIES = frozenset({PlaceKind.COUNTY, PlaceKind.BOROUGH})


@value
class CountedPlaces:
    """How many ties fit what a number is of, of how many places of each kind, and how many of those it counts.

    ``counted`` is None where it is the ties that are counted; ``in_states`` is in how many states they are.
    """

    ties: int
    kinds: Counter[PlaceKind]
    counted: int | None
    in_states: int
    of_states: bool = False
    with_russian: int = 0

    def holds(self, number: Number) -> bool | None:
        """Whether the number is that of the places, or of the ties; None where it is the one and not the other.

        What is so of the cities is so, whatever the number of ties; a number of ties is no number of cities.
        """
        of_ties = number.holds(self.ties)
        if self.counted is None:
            return of_ties
        of_places = number.holds(self.counted)
        other = number.holds(self.in_states) if self.of_states else of_ties
        return of_places if of_places or not other else None

    def is_of_ties_alone(self, number: Number) -> bool:
        """Whether a number that is meant of places is that of the ties, and not of the places."""
        of_places = self.counted is not None and not self.of_states and number.holds(self.counted) is False
        return of_places and number.holds(self.ties) is True

    def told(self) -> list[str]:
        """Of which places the ties are, where those are not as many as they."""
        if self.counted is None or self.counted == self.ties:
            return []
        if self.with_russian:
            return [comparison_sentences.with_so_many_russian_places(self.with_russian)]
        of_places = claim_sentences.of_so_many(self.kinds)
        return [of_places, comparison_sentences.in_so_many_states(self.in_states)] if self.of_states else [of_places]


def counts_states(counted: str) -> bool:
    """Whether a word behind a number is of states, or of those who decide for them."""
    return any(words.fullmatch(counted) for words in (_OF_STATES, _DECIDERS[Authority.STATE]))


def counted_places(stated: Number, chosen: TieFilter, fits: Sequence[Tie], register: Register) -> CountedPlaces:
    """What some ties come to, counted by the word behind a number: ``cities``, ``states``, ``mayors``, ``ties``."""
    counted, quote = stated.counted, stated.quote
    places = {tie.us: register.place(tie.us) for tie in fits}
    kinds = Counter(place.kind for place in places.values())
    of_states = _OF_STATES.fullmatch(counted) is not None
    if _OF_RUSSIA.search(quote) and any(words.fullmatch(counted) for words in (_OF_CITIES, _OF_PLACES)):
        russian = len({tie.ru for tie in fits})
        return CountedPlaces(len(fits), kinds, russian, 0, with_russian=russian)
    number = None if not fits else _number(counted, chosen, kinds, of_states=of_states)
    in_states = len({register.state_of(tie) for tie in fits})
    return CountedPlaces(len(fits), kinds, number, in_states, of_states)


def _number(counted: str, chosen: TieFilter, kinds: Counter[PlaceKind], *, of_states: bool) -> int | None:
    """How many of the places of some ties a word counts; None for a word that counts ties."""
    if of_states:
        return kinds[PlaceKind.STATE]
    if _OF_CITIES.fullmatch(counted):
        return sum(kinds[kind] for kind in _CITIES)
    if _OF_COUNTIES.fullmatch(counted):
        return sum(kinds[kind] for kind in _COUNTIES)
    decides = any(words.fullmatch(counted) and who in chosen.authorities for who, words in _DECIDERS.items())
    return kinds.total() if decides or _OF_PLACES.fullmatch(counted) else None
