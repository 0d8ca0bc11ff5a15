"""All phrases in one book: each by its number, its words and the beginnings of words that tell of it. Pure."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from threading import RLock
from typing import NamedTuple

from cogs.lookup.phrases.beginnings import ANYTHING, LONGEST_BEGINNING, beginnings, words_of
from cogs.lookup.phrases.packed import Numbered, Rows, Written
from db.record.text import fold, normalise

# A gap in a phrase, and how many words it may have: "..3".
GAP = re.compile(r"\.\.(\d+)")
# An apostrophe inside a word is part of it: "зв'яз*".
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+(?:['’ʼ][\u0400-\u04ff]+)*['’ʼ]?\*?")
_APOSTROPHES = re.compile("['’ʼ]")
# Stems of so many letters are found without their last vowel too: "призупинив" has lost it with its ending.
_LONG_STEM = 6
_VOWELS = frozenset("аеиояіїєыэё")
# After so many words that were looked up since the last phrase was read, it is noted where each of them would be found.
_LOOKED_UP = 250
# So many words, of so many letters at most, with what they tell.
_WORDS, _LONGEST_WORD = 2_048, 24
# So many words of phrases, as they are written, are kept as they were read.
_READ = 2_048
# A beginning and a phrase are one number, of so many bits for each.
_BITS = 16
_PHRASE = (1 << _BITS) - 1
# More phrases than there can be.
UNREAD = 1 << _BITS

_Needs = tuple[tuple[int, ...], ...]

# Every word, and every beginning of a word with "*", that any phrase has.
_known = Numbered()
# Many phrases begin with the same words: each set of numbers is kept once. Once all are read it is let go of: with
# what it has to find them by it takes as much as they do.
_same: dict[tuple[int, ...], tuple[int, ...]] = {}
_same_needs: dict[_Needs, _Needs] = {}
# Held while phrases are read or a text is looked through for them: they are read in a thread, and questions may need
# some of them meanwhile.
READING = RLock()


class Book:
    """All phrases by their numbers, in the order in which they are read.

    ``starts`` of a phrase are the beginnings of its first word, none where it may begin with any word. Of each of its
    ``needs`` a text must have a beginning, in the order of its words. By the most telling of them it is ``told``; the
    others that are but one beginning each are its ``musts``, those of several its ``eithers``.
    """

    def __init__(self) -> None:
        self._written = Written()
        # How many words they may have at most.
        self.longest = array("H")
        self.groups = array("H")
        self.starts = Rows()
        # Behind how many beginnings each need has, those.
        self._needs = Rows()
        self.musts: list[tuple[int, ...]] = []
        self.eithers: list[_Needs] = []
        # Beginnings, each with a phrase that is told by it, as one number: in order.
        self._told = array("I")
        self._firsts, self._looked_up = array("I"), 0
        # Those that any text may have, whatever its words.
        self.anywhere: list[int] = []

    def __len__(self) -> int:
        return len(self.groups)

    def add(self, group: int, written: Iterable[str]) -> range:
        """Put in the phrases of a group, as they are written; their numbers."""
        first = len(self)
        for phrase in written:
            self._add(group, phrase.removeprefix("^"), phrase[:1] == "^")
        _numbers_of.cache_clear()
        return range(first, len(self))

    def _add(self, group: int, phrase: str, begins_text: bool) -> None:
        number = len(self)
        self._firsts, self._looked_up = array("I"), 0
        words = [*map(_read, words_of(phrase))]
        needing = [word for word in words if word.needs]
        told = max(needing, key=_TELLING, default=None)
        if told is None:
            self.anywhere.append(number)
        else:
            for beginning in told.needs:
                insort(self._told, beginning << _BITS | number)
        others = [word.needs for word in needing if word is not told]
        musts = tuple([need[0] for need in others if len(need) == 1])
        eithers = tuple([need for need in others if len(need) > 1])
        self.starts.append(words[0].starts)
        self._needs.append(chain.from_iterable([(len(word.needs), *word.needs) for word in needing]))
        self.musts.append(_same.setdefault(musts, musts))
        self.eithers.append(_same_needs.setdefault(eithers, eithers))
        folded = " ".join([word.folded for word in words])
        self.longest.append(folded.count(" ") + 1 + sum([int(gap) for gap in GAP.findall(folded)]))
        self._written.append(f"^{folded}" if begins_text else folded)
        self.groups.append(group)

    def written(self, number: int) -> str:
        """A phrase, its Cyrillic words folded."""
        return self._written[number]

    def told_by(self, beginnings_: Iterable[int]) -> list[int]:
        """The phrases that are told by one of these beginnings of words."""
        if not self._firsts:
            self._looked_up += 1
            if self._looked_up > _LOOKED_UP:
                self.index()
        told, firsts, found = self._told, self._firsts, []
        for beginning in beginnings_:
            at = firsts[beginning] if firsts else bisect_left(told, beginning << _BITS)
            while at < len(told) and told[at] >> _BITS == beginning:
                found.append(told[at] & _PHRASE)
                at += 1
        return found

    def index(self) -> None:
        """Note where the phrases stand that are told by each beginning, until more are put in."""
        firsts = array("I")
        for place, told in enumerate(self._told):
            while len(firsts) <= told >> _BITS:
                firsts.append(place)
        while len(firsts) < len(_known):
            firsts.append(len(self._told))
        self._firsts = firsts

    def needs_of(self, number: int) -> Iterator[Sequence[int]]:
        """The beginnings of each word that a phrase needs, in the order of its words."""
        packed, at = self._needs[number], 0
        while at < len(packed):
            end = at + packed[at] + 1
            yield packed[at + 1 : end]
            at = end


BOOK = Book()


def all_are_read() -> None:
    """Let go of what only the reading of phrases needs, and make ready to look words up."""
    _same.clear()
    _same_needs.clear()
    _read.cache_clear()
    _known.pack()
    BOOK.index()


def said_by(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of a word and of all its beginnings, and the phrases that are told by one of them."""
    return _numbers_of(word) if len(word) <= _LONGEST_WORD else _numbers_of.__wrapped__(word)


@lru_cache(maxsize=_WORDS)
def _numbers_of(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    begun = [f"{word[:end]}*" for end in range(1, min(len(word), LONGEST_BEGINNING) + 1)]
    numbers = _known.of((word, *begun))
    return tuple(numbers), tuple(BOOK.told_by(numbers))


class _Word(NamedTuple):
    """A word of a phrase, its Cyrillic letters folded: the numbers of what it may be, none where it may be anything,
    those of what a text ``needs`` one of for it, and how much that tells of a text.
    """

    folded: str
    starts: tuple[int, ...]
    needs: tuple[int, ...]
    telling: tuple[int, int]


_TELLING = attrgetter("telling")


# A third of the words of all phrases stand in another one as well, most of them in one that is read soon after.
@lru_cache(maxsize=_READ)
def _read(written: str) -> _Word:
    folded = written if written.isascii() else _CYRILLIC_WORD.sub(_cyrillic, written)
    starts, need = beginnings(folded)
    needs = () if ANYTHING in need else _numbers(need)
    if starts is not need:
        return _Word(folded, () if ANYTHING in starts else _numbers(starts), needs, _telling(need))
    return _Word(folded, needs, needs, _telling(need))


def _cyrillic(match: re.Match[str]) -> str:
    word = _APOSTROPHES.sub("", match.group())
    return f"{_stem(word[:-1])}*" if word.endswith("*") else normalise(word)


def _stem(written: str) -> str:
    """The beginning that words of any ending share, as they are folded and have lost their endings."""
    folded = fold(written)
    return folded[:-1] if len(folded) >= _LONG_STEM and written[-1] in _VOWELS else folded


def _telling(need: Collection[str]) -> tuple[int, int]:
    """How much it tells of a text that it has one of these beginnings: the more, the longer and the fewer they are."""
    return min(map(len, need), default=0), -len(need)


def _numbers(beginnings_: Iterable[str]) -> tuple[int, ...]:
    numbers = tuple(map(_known.number, beginnings_))
    return _same.setdefault(numbers, numbers)
