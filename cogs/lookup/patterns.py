"""A small notation for phrases that people use, and finding them in normalised words. Pure.

Most of some two thousand phrases have a word that a question has not. So each is known by the beginnings of its words
(``beginnings``), a text is looked through once for those, and only what may be there is tried, where it may begin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Generic, TypeVar

from cogs.lookup.beginnings import ANYTHING, LONGEST_BEGINNING, beginnings
from db.record.text import fold, normalise

_GAP = re.compile(r"\.\.(\d)")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+\*?")
_WORD = re.compile(r"\w+")
# So many texts are kept as they were looked through: one question is searched for all that it may say.
_TEXTS = 8

_Key = TypeVar("_Key", bound=Hashable)

# Every word, and every beginning of a word, that any phrase has, with its number: a set of them is the bits of a whole
# number.
_wholes: dict[str, int] = {}
_begun: dict[str, int] = {}


def phrases(text: str) -> Phrases:
    """What finds any of the phrases of a text, one a line or divided by semicolons, between word ends.

    ``word*`` takes any ending; ``..3`` stands for up to three words; ``(a|b)`` for either; ``x?`` for an optional
    letter or group. Cyrillic words are written as in a dictionary: they are folded, and without ``*`` lose their
    ending, as the words of a question do.
    """
    divided = (phrase.strip() for line in text.splitlines() for phrase in line.split(";"))
    return Phrases(_phrase(phrase) for phrase in divided if phrase)


@dataclass(slots=True)
class _Phrase:
    """One phrase. ``starts`` are the beginnings of its first word, None where it may begin with any word.

    ``needs`` are sets of beginnings: of each, a text must have one. ``told_by`` is the most telling of them.
    """

    expression: str
    starts: tuple[int, ...] | None
    needs: tuple[int, ...]
    told_by: tuple[int, ...]
    _compiled: re.Pattern[str] | None = field(default=None, repr=False)

    def at(self, text: str, place: int) -> re.Match[str] | None:
        """The phrase, if it begins at this place."""
        if self._compiled is None:
            self._compiled = re.compile(_between_word_ends(self.expression))
        return self._compiled.match(text, place)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text: where each of the beginnings is in it, and the set of those."""

    places: Mapping[int, list[int]]
    has: int


class Phrases:
    """Phrases to be found in normalised words, as one regular expression would: the leftmost, and there the first."""

    __slots__ = ("_all", "_anywhere", "_tells", "_told_by")

    def __init__(self, found: Iterable[_Phrase]) -> None:
        self._all = tuple(found)
        self._anywhere = [number for number, each in enumerate(self._all) if not each.told_by]
        self._told_by: defaultdict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(self._all):
            for beginning in each.told_by:
                self._told_by[beginning].append(number)
        self._tells = _set(self._told_by)

    @property
    def told_by(self) -> Collection[int]:
        """The beginnings of words of which a text has one, if it has one of the phrases."""
        return self._told_by.keys()

    @property
    def may_be_anywhere(self) -> bool:
        """Whether a text may have one of the phrases, whatever words it has."""
        return bool(self._anywhere)

    @property
    def expression(self) -> str:
        """The regular expression that finds the same."""
        return _between_word_ends("|".join(each.expression for each in self._all))

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of a text where one of the phrases is."""
        words = _looked_through(text, _known())
        return next(self._found(text, words), None) if self._tells & words.has or self._anywhere else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of a text where one of the phrases is, none within another."""
        words = _looked_through(text, _known())
        return self._found(text, words) if self._tells & words.has or self._anywhere else iter(())

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase that a text begins with."""
        found = self.search(text)
        return found if found and not found.start() else None

    def sub(self, instead: str, text: str) -> str:
        """A text with something else in place of each of the phrases."""
        kept, end = [], 0
        for match in self.finditer(text):
            kept.append(text[end : match.start()])
            end = match.end()
        return instead.join([*kept, text[end:]])

    def _found(self, text: str, words: _Words) -> Iterator[re.Match[str]]:
        end = 0
        for place, number in self._tries(text, words):
            if place >= end and (match := self._all[number].at(text, place)):
                end = match.end()
                yield match

    def _tries(self, text: str, words: _Words) -> list[tuple[int, int]]:
        """Where which of the phrases may begin, in the order in which they are to be tried."""
        told = words.places.keys() & self._told_by.keys()
        numbers = {*self._anywhere, *(number for beginning in told for number in self._told_by[beginning])}
        tries = {
            (place, number)
            for number in numbers
            if all(need & words.has for need in self._all[number].needs)
            for place in _places(self._all[number], words, text)
        }
        return sorted(tries)


class PhraseTable(Generic[_Key]):
    """Phrases by what they say, of which a text has few: they are found together in one step."""

    __slots__ = ("_anywhere", "_phrases", "_told_by")

    def __init__(self, known: Mapping[_Key, Phrases]) -> None:
        self._phrases = known
        self._anywhere = {key for key, each in known.items() if each.may_be_anywhere}
        self._told_by: defaultdict[int, set[_Key]] = defaultdict(set)
        for key, each in known.items():
            for beginning in each.told_by:
                self._told_by[beginning].add(key)

    def found(self, text: str) -> dict[_Key, list[re.Match[str]]]:
        """Every place of a text where one of the phrases is, by what it says, in the order of the table."""
        places = _looked_through(text, _known()).places
        told = self._anywhere.union(*(self._told_by[number] for number in places.keys() & self._told_by.keys()))
        if not told:
            return {}
        return {key: found for key in self._phrases if key in told and (found := [*self._phrases[key].finditer(text)])}


def _places(each: _Phrase, words: _Words, text: str) -> Iterable[int]:
    """Where a phrase may begin: with one of its words, or with what is no word, and then at any end of one."""
    if each.starts is None:
        return chain.from_iterable(word.span() for word in _WORD.finditer(text))
    return chain.from_iterable(words.places[beginning] for beginning in each.starts if beginning in words.places)


def _phrase(written: str) -> _Phrase:
    """One phrase of the notation, its Cyrillic words folded."""
    folded = _CYRILLIC_WORD.sub(_cyrillic, written)
    gapped = _GAP.sub(r"(?:\\w+ ){0,\1}", folded.replace("(", "(?:"))
    starts, needs = beginnings(folded)
    numbered = [tuple(map(_number, need)) for need in sorted(needs, key=_telling)]
    return _Phrase(
        gapped.replace("*", r"\w*").replace("} ", "}"),
        None if ANYTHING in starts else tuple(map(_number, starts)),
        tuple(map(_set, numbered)),
        numbered[-1] if numbered else (),
    )


def _cyrillic(match: re.Match[str]) -> str:
    word = match.group()
    return f"{fold(word[:-1])}*" if word.endswith("*") else normalise(word)


def _between_word_ends(expression: str) -> str:
    return rf"\b(?:{expression})(?!\w)"


def _telling(need: Collection[str]) -> tuple[int, int]:
    """How much it tells of a text that it has one of these beginnings: the more, the longer and the fewer they are."""
    return min(map(len, need)), -len(need)


def _number(beginning: str) -> int:
    known, letters = (_begun, beginning[:-1]) if beginning.endswith("*") else (_wholes, beginning)
    return known.setdefault(letters, _known())


def _known() -> int:
    return len(_wholes) + len(_begun)


def _set(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


@lru_cache(maxsize=_TEXTS)
def _looked_through(text: str, _known: int) -> _Words:
    """The words of a text, by so many beginnings as are known."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for found in _WORD.finditer(text):
        for number in _numbers_of(found.group()):
            places[number].append(found.start())
    return _Words(places, _set(places))


def _numbers_of(word: str) -> Iterator[int]:
    """The numbers of all beginnings by which a word is known."""
    if (whole := _wholes.get(word)) is not None:
        yield whole
    for length in range(1, min(len(word), LONGEST_BEGINNING) + 1):
        if (begun := _begun.get(word[:length])) is not None:
            yield begun
