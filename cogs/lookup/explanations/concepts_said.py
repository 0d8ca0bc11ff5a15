"""Which concepts of arguments and of general topics stand in a text: of those that it may have, those that can tell.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import Any

from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
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
    in_oblast = phrases("\n".join(each for said in oblasts.values() for each in said))
    known = {(file, name): said for file in ("arguments", *TOPICS) for name, said in concepts(file).items()}
    return {**known, ("ukraine", IN_OBLAST): in_oblast}


@cache
def _table() -> PhraseTable[_Named]:
    return PhraseTable(_concepts())


@cache
def _combinations() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The concepts that together are an argument or a topic, behind those of them that are known by its words alone."""
    known = {name for _, name in _concepts()} - _KNOWN_OTHERWISE
    written = {frozenset(each.split()) for row in _rows() for each in row["of"]}
    return tuple((each & known, each) for each in written)


@cache
def _told_by_themselves() -> frozenset[str]:
    """The concepts beside which some topic is never meant, and others that tell whatever stands beside them."""
    return frozenset([SOME_ASKED]).union(*(row.get("never", "").split() for row in _rows()))


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
    may_be = _table().may_be_in(joined)
    wanted = _wanted({name for _, name in may_be})
    return [each for each in may_be if each[1] in wanted]


def _wanted(names: Set[str]) -> Set[str]:
    whole: Iterable[frozenset[str]] = (each for needed, each in _combinations() if needed <= names)
    return _told_by_themselves().union(*whole)


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
