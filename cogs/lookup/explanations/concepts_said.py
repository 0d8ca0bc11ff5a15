"""Which concepts of arguments and of general topics stand in a text: of those that it may have, those that can tell.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any

from cogs.lookup.phrases.patterns import Phrases, PhraseTable, any_of
from cogs.lookup.reading.concepts import TOPICS, concepts
from cogs.lookup.steps import Steps
from db.record.vocabulary import vocabulary

# A Ukrainian region is named.
IN_OBLAST = "in_oblast"
# What shows that a text speaks of arguments, that something is to be answered, that it is of Ukraine, and that some are
# asked for: that is known by other words as well, or tells by itself.
ARGUMENT, ANSWERED, UKRAINE, SOME_ASKED = "argument", "answered", "ukraine", "some_asked"
_KNOWN_OTHERWISE = frozenset({ARGUMENT, ANSWERED, UKRAINE})
_LONG, _AT_A_STEP = 1_000, 6
_Named = tuple[str, str]


@cache
def _concepts() -> Mapping[_Named, Phrases]:
    """The concepts of arguments and of other topics, by their file and name."""
    oblasts: Mapping[str, Sequence[str]] = vocabulary("ukraine")["oblasts"]
    in_oblast = any_of(each for said in oblasts.values() for each in said)
    known = {(file, name): said for file in ("arguments", *TOPICS) for name, said in concepts(file).items()}
    return {**known, ("ukraine", IN_OBLAST): in_oblast}


@cache
def _table() -> PhraseTable[_Named]:
    return PhraseTable(_concepts())


@cache
def _bits() -> Mapping[str, int]:
    """The place of each concept among all, as the bit that stands for it: sets of them would take 0.3 MiB."""
    return {name: place for place, name in enumerate(dict.fromkeys(name for _, name in _concepts()))}


@cache
def _combinations() -> tuple[int, ...]:
    """The concepts that together are an argument or a topic, as bits."""
    return tuple({_as_bits(each.split()) for row in _rows() for each in row["of"]})


@cache
def _told_by_themselves() -> int:
    """The concepts beside which some topic is never meant, and others that tell whatever stands beside them."""
    return _as_bits((SOME_ASKED, *(name for row in _rows() for name in row.get("never", "").split())))


def _as_bits(names: Iterable[str]) -> int:
    bits = _bits()
    return reduce(or_, (1 << bits[name] for name in names if name in bits), 0)


def _rows() -> Iterator[Mapping[str, Any]]:
    yield from vocabulary("arguments")["argument"]
    for name in TOPICS:
        yield from vocabulary(name)["topic"]


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=8)
def concepts_in(joined: str) -> frozenset[str]:
    """The concepts that stand in normalised words, those of arguments and of other topics; of a combination of which
    another cannot be there, none.
    """
    known = _concepts()
    return frozenset([each[1] for each in _worth_looking_for(joined) if known[each].search(joined)])


def _worth_looking_for(joined: str) -> Sequence[_Named]:
    may_be, bits = _table().may_be_in(joined), _bits()
    lacking = ~_as_bits((*_KNOWN_OTHERWISE, *(name for _, name in may_be)))
    wanted = reduce(or_, (each for each in _combinations() if not each & lacking), _told_by_themselves())
    return [each for each in may_be if wanted >> bits[each[1]] & 1]


def look_for_concepts(joined: str) -> Steps[None]:
    """Find step by step what ``concepts_in`` tells of the words of a long text; of others few need it."""
    if len(joined) < _LONG:
        return
    known = _concepts()
    for number, each in enumerate(_worth_looking_for(joined), 1):
        known[each].search(joined)
        if number % _AT_A_STEP == 0:
            yield


def make_ready() -> None:
    """Read what is needed before the first question."""
    _combinations()
    _told_by_themselves()
    _table().make_ready()
