"""What a list is narrowed and sorted by, known by its meaning: concepts near each other, however each is put.

They are in ``data/vocabulary/meanings.toml``, those of orders in ``orders.toml``. What is asked for by a phrase of its
own goes before, unless an order is meant by the same words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise, product
from sys import intern
from typing import Any

from cogs.lookup.model import ConditionOf, SortBy, SortOrder, Trait
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, any_of
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.concepts import concepts
from cogs.lookup.steps import Steps
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.values import value
from db.record.vocabulary import vocabulary

# So many words may stand between two concepts of one meaning.
_MOST_BETWEEN = 5
# So many places of a concept are looked at.
_MOST_PLACES = 5
# So many words may stand between one that denies and what is meant.
_MOST_BEHIND_DENIAL = 2
_DENYING, _LACKING = "none", "without_any"
# Of a text of so many letters concepts are looked for step by step, so many at a time.
_LONG, _AT_A_STEP = 1_000, 3

# By what a list is sorted, and in which direction.
Ordering = tuple[SortBy, SortOrder]
# What may be meant: what is so of ties, what a condition speaks of, what was done, who did it, an order.
Says = Trait | ConditionOf | ActKind | Authority | Ordering


def _ordering(written: str) -> Ordering:
    by, order = written.split()
    return SortBy(by), SortOrder(order)


_SAYS: Mapping[str, Callable[[str], Says]] = {
    "trait": Trait, "condition": ConditionOf, "kind": ActKind, "decider": Authority, "sort": _ordering,
}  # fmt: skip
_FILES = ("meanings", "orders")


@value
class Meaning:
    """What is meant by a combination of concepts; ``in_order``: only where they stand so, one behind the other."""

    says: Says
    concepts: tuple[str, ...]
    in_order: bool = False
    unless: Sequence[str] = ()


@value
class Meant:
    """What is meant in a text, and the words that say it; ``denied``: that it is not so."""

    says: Says
    said: tuple[re.Match[str], ...]
    denied: bool

    @property
    def words(self) -> frozenset[str]:
        """The normalised words by which it is said."""
        return words_matched(self.said)

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.said[0].start(), self.said[-1].end()


def _names(written: str) -> tuple[str, ...]:
    """The concepts of a combination; of some hundred there are thousands, so each is one text for all."""
    return tuple(map(intern, written.split()))


@cache
def meanings() -> tuple[Meaning, ...]:
    """All combinations, those of most concepts first."""
    rows: list[Mapping[str, Any]] = [row for name in _FILES for row in vocabulary(name)["meaning"]]
    found = [
        Meaning(says(row[key]), _names(each), form == "in_order", _names(row.get("unless", "")))
        for row in rows
        for key, says in _SAYS.items()
        if key in row
        for form in ("of", "in_order")
        for each in row.get(form, ())
    ]
    return tuple(sorted(found, key=lambda each: -len(each.concepts)))


@cache
def _concepts() -> Mapping[str, Phrases]:
    own = {name: found for file in _FILES for name, found in concepts(file).items()}
    shared = concepts("arguments")
    names = {name for each in meanings() for name in (*each.concepts, *each.unless)} | {_DENYING, _LACKING}
    return {name: own.get(name) or shared[name] for name in sorted(names)}


@cache
def _table() -> PhraseTable[str]:
    return PhraseTable(_concepts())


@cache
def _asks() -> Phrases:
    return any_of(vocabulary("meanings")["asks"])


class _Found:
    """Where a text has which concepts, each looked for when it is first needed."""

    def __init__(self, joined: str) -> None:
        self.joined = joined
        self._may_be = frozenset(_table().may_be_in(joined))
        self._places: dict[str, Sequence[re.Match[str]]] = {}

    def may_have(self, names: Collection[str]) -> bool:
        """Whether it has all words that these concepts need."""
        return self._may_be.issuperset(names)

    def places(self, name: str) -> Sequence[re.Match[str]]:
        """The places of a concept."""
        if name not in self._may_be:
            return ()
        if name not in self._places:
            self._places[name] = [*islice(_concepts()[name].finditer(self.joined), _MOST_PLACES)]
        return self._places[name]

    def has_any_of(self, names: Collection[str]) -> bool:
        """Whether one of these concepts is in it."""
        return any(self.places(name) for name in names)


def look_for_meanings(joined: str) -> Steps[None]:
    """Find step by step what ``meant_in`` asks of the words of a long text."""
    if len(joined) < _LONG:
        return
    for number, name in enumerate(_table().may_be_in(joined), 1):
        _concepts()[name].finditer(joined)
        if number % _AT_A_STEP == 0:
            yield


# Whoever reads a question asks this twice.
@lru_cache(maxsize=8)
def meant_in(joined: str) -> tuple[Meant, ...]:
    """What normalised words that ask for a list narrow it by; of what shares a word, what is said most fully."""
    found = _Found(joined)
    fitting = [meaning for meaning in meanings() if found.may_have(meaning.concepts)]
    if fitting and _asks().search(joined) is None:
        # "Least populous partner in Russia" asks by its superlative.
        fitting = [meaning for meaning in fitting if isinstance(meaning.says, tuple)]
    taken: dict[Says, Meant] = {}
    spoken: set[int] = set()
    for meaning in fitting:
        if meaning.says in taken or found.has_any_of(meaning.unless):
            continue
        said = _nearest(meaning, found)
        places = {match.start() for match in said}
        if said and not places & spoken:
            # Who will not resume until there is peace waits for it.
            denying = _LACKING if isinstance(meaning.says, ConditionOf) else _DENYING
            taken[meaning.says] = Meant(meaning.says, said, _is_denied(said, found.places(denying), joined))
            spoken |= places
    return tuple(taken.values())


def _nearest(meaning: Meaning, found: _Found) -> tuple[re.Match[str], ...]:
    """The places of the concepts of a meaning that stand nearest to each other; empty where none stand near enough."""
    fitting = (
        places
        for said in product(*map(found.places, meaning.concepts))
        if (places := _in_their_order(said, in_order=meaning.in_order)) and _stand_together(places, found.joined)
    )
    return min(fitting, key=lambda places: places[-1].end() - places[0].start(), default=())


def _in_their_order(said: Sequence[re.Match[str]], *, in_order: bool) -> tuple[re.Match[str], ...]:
    places = tuple(sorted(said, key=lambda match: match.start()))
    return places if not in_order or places == tuple(said) else ()


def _stand_together(places: Sequence[re.Match[str]], joined: str) -> bool:
    """Whether each begins behind the one before it, and not too far."""
    return all(
        one.end() < other.start() and joined.count(" ", one.end(), other.start()) - 1 <= _MOST_BETWEEN
        for one, other in pairwise(places)
    )


def _is_denied(said: Sequence[re.Match[str]], denying: Sequence[re.Match[str]], joined: str) -> bool:
    """Whether a word that denies, and is none of those by which it is said, stands within them or right before."""
    first, last = said[0].start(), said[-1].end()
    taken = {place for match in said for place in range(match.start(), match.end())}
    starts = {match.start() for match in denying}
    # "Без жодної умови" denies once.
    twice = {match.end() + 1 for match in said if match.start() in starts}
    return any(
        match.start() not in taken | twice
        and match.start() < last
        and (match.end() > first or joined.count(" ", match.end(), first) - 1 <= _MOST_BEHIND_DENIAL)
        for match in denying
    )
