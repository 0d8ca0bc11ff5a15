"""Names of places with a tie that are mistyped beside their state: "Colombia SC", "la cross, Wisconsin". Pure.

Alone such words are another name, or everyday ones, and are not repaired; with the state only its few places may be
meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from db.record.gazetteer import Gazetteer, Match
from db.record.models import OtherPlace, Place, UsState
from db.record.stop_words import STOP_WORDS
from db.record.text import Token

_MOST_WORDS = 3
_SHORTEST, _LONG, _MOST_ERRORS = 6, 9, 2
_MOST_RUNS = 200
_FOR_SHORT = 2
_IN = frozenset({"in", "в", "у"})


def misspelt_beside_states(words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer) -> list[Match]:
    """The mistyped names that stand right before a state, or right behind it."""
    known = {i for it in matches if _is_town(it, words) for i in range(it.start, it.end)}
    nearest = _Nearest(gazetteer)
    found = (
        _beside(start, end, code, words, known, nearest) for start, end, code in _states(words, matches, gazetteer)
    )
    return [match for match in found if match is not None]


def _is_town(match: Match, words: Sequence[Token]) -> bool:
    """Whether a match is a town's name as it is written, and not for short, as "la" may be."""
    if match.distance or (match.end == match.start + 1 and len(words[match.start].norm) <= _FOR_SHORT):
        return False
    return any(isinstance(item, Place | OtherPlace) for item in match.named)


def _states(words: Sequence[Token], matches: Sequence[Match], gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Where a state is said, by its name, or by its code in capitals or at the end, and its code."""
    for match in matches:
        yield from ((match.start, match.end, item.code) for item in match.named if isinstance(item, UsState))
    for i, word in enumerate(words):
        last = i + 1 == len(words) and word.norm not in STOP_WORDS
        if (word.raw.isupper() or last) and (code := gazetteer.short_state(word.norm)):
            yield i, i + 1, code


def _beside(
    start: int, end: int, code: str, words: Sequence[Token], known: set[int], nearest: _Nearest
) -> Match | None:
    linked = start - 1 if start and words[start - 1].norm in _IN else start
    for length in range(_MOST_WORDS, 0, -1):
        for first in (linked - length, end):
            run = range(first, first + length)
            if first < 0 or run.stop > len(words) or not known.isdisjoint(run):
                continue
            if named := nearest.to("".join([word.norm for word in words[first : run.stop]]), code):
                return Match(first, run.stop, (named[0],), distance=named[1])
    return None


class _Nearest:
    """What the runs of words of one text are like in some states. Only the first are looked for: a long text has
    hundreds.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._found: dict[tuple[str, str], tuple[Place, int] | None] = {}

    def to(self, typed: str, code: str) -> tuple[Place, int] | None:
        """The place with a tie in a state that a run is like, and how many typing errors away it is; of several the
        first of the record.
        """
        known = (typed, code)
        if known not in self._found and len(self._found) < _MOST_RUNS:
            self._found[known] = self._look_for(typed, code)
        return self._found.get(known)

    def _look_for(self, typed: str, code: str) -> tuple[Place, int] | None:
        near: list[tuple[int, Place, int]] = []
        for letters in range(max(_SHORTEST, len(typed) - _MOST_ERRORS), len(typed) + _MOST_ERRORS + 1):
            there = self._gazetteer.tied_in(code, letters)
            most = _MOST_ERRORS if letters >= _LONG else 1
            for _, distance, at in process.extract(
                typed, there.names, scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                if distance:
                    near.append((*there.places[at], int(distance)))
        return min(near, key=itemgetter(0))[1:] if near else None
