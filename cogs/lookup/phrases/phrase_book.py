"""All phrases in one book: each by its number, its words and the beginnings of words that tell of it. Pure."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from threading import RLock
from typing import NamedTuple

from cogs.lookup.phrases.beginnings import ANYTHING, LONGEST_BEGINNING, beginnings, words_of
from cogs.lookup.phrases.packed import Numbered, NumberedAtAGlance, Pairs, Rows, Written
from db.record.text import fold, normalise

# A gap in a phrase, and how many words it may have: "..3".
GAP = re.compile(r"\.\.(\d+)")
# An apostrophe inside a word is part of it: "зв'яз*".
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+(?:['’ʼ][\u0400-\u04ff]+)*['’ʼ]?\*?")
_APOSTROPHES = re.compile("['’ʼ]")
# Stems of so many letters are found without their last vowel too: "призупинив" has lost it with its ending.
_LONG_STEM = 6
_VOWELS = frozenset("аеиояіїєыэё")
# So many words, of so many letters at most, with what they tell.
_WORDS, _LONGEST_WORD = 2_048, 24
# So many words of phrases, as they are written, are kept as they were read.
_READ = 2_048
# More phrases than there can be.
UNREAD = 1 << 16
# From here on one of several beginnings has a number, as if it were a beginning too; those themselves stay below.
_EITHER = 1 << 15
# A need that every text meets.
MET = (1 << 16) - 1

# Held while phrases are read or a text is looked through for them: they are read in a thread, and questions may need
# some of them meanwhile.
READING = RLock()


class Group(NamedTuple):
    """Phrases that say one thing: their number, and those of the first of them and of the one behind the last."""

    number: int
    first: int
    behind: int


class Book:
    """All phrases by their numbers, in the order in which they are read.

    ``starts`` of a phrase are the beginnings of its first word, none where it may begin with any word. Of each of its
    ``needs`` a text must have a beginning, in the order of its words; each need has a number, that of a beginning or of
    one of several. By the most telling of them it is ``told``; ``seconds`` has the next, and ``others`` what else it
    needs.
    """

    def __init__(self) -> None:
        # Every word, and every beginning of a word with "*", that any phrase has.
        self.known = NumberedAtAGlance()
        self._written = Written()
        # The groups by what is written in them, those of the same phrases are one; and the phrase behind those of each.
        self._written_groups, self._behind = Numbered(), array("H")
        # How many words they may have at most.
        self.longest = array("H")
        self.groups = array("H")
        self.starts = Rows()
        # Behind how many beginnings each need has, those.
        self._needs = Rows()
        self.seconds = array("H")
        self.others = Rows()
        # Whether it needs more than two: few do.
        self.needs_more = bytearray()
        # Beginnings, with the phrases that are told by them, and with the eithers that they are one of.
        self._told, self._one_of = Pairs(), Pairs()
        self._eithers, self._first_either = Numbered(), _EITHER
        # Those that any text may have, whatever its words.
        self.anywhere: list[int] = []

    def __len__(self) -> int:
        return len(self.groups)

    def group(self, written: str) -> Group:
        """The group of the phrases that are written in a text, one a line or divided by semicolons, which are put in if
        they are not there.
        """
        known = len(self._written_groups)
        number = self._written_groups.number(written)
        if number == known:
            self._put_in(number, written)
            self._behind.append(len(self))
        return Group(number, self._behind[number - 1] if number else 0, self._behind[number])

    def _put_in(self, group: int, written: str) -> None:
        phrases = (phrase.strip() for line in written.splitlines() for phrase in line.split(";"))
        for phrase in filter(None, phrases):
            self._add(group, phrase.removeprefix("^"), phrase[:1] == "^")
        _numbers_of.cache_clear()

    def become(self, kept: Book) -> None:
        """Have the phrases of another book in the place of its own."""
        vars(self).update(vars(kept))
        _numbers_of.cache_clear()

    def _add(self, group: int, phrase: str, begins_text: bool) -> None:
        number = len(self)
        words = [*map(_read, words_of(phrase))]
        needing = [word for word in words if word.needs]
        told, *others = [word.needs for word in sorted(needing, key=_TELLING, reverse=True)] or [()]
        for beginning in told:
            self._told.add(beginning, number)
        if not told:
            self.anywhere.append(number)
        second, *rest = map(self._number_of, others or [(MET,)])
        self.seconds.append(second)
        self.others.append(rest)
        self.needs_more.append(bool(rest))
        self.starts.append(words[0].starts)
        self._needs.append(chain.from_iterable([(len(word.needs), *word.needs) for word in needing]))
        folded = " ".join([word.folded for word in words])
        self.longest.append(folded.count(" ") + 1 + sum([int(gap) for gap in GAP.findall(folded)]))
        self._written.append(f"^{folded}" if begins_text else folded)
        self.groups.append(group)

    def written(self, number: int) -> str:
        """A phrase, its Cyrillic words folded."""
        return self._written[number]

    def _number_of(self, need: tuple[int, ...]) -> int:
        if len(need) == 1:
            return need[0]
        known = len(self._eithers)
        place = self._eithers.number(str(need))
        number = self._first_either + place
        if place == known:
            for beginning in need:
                self._one_of.add(beginning, number)
        return number

    def all_are_put_in(self) -> None:
        """Let go of what only the putting in of phrases needs, and make ready to look words up."""
        self.known.pack()
        self._written_groups.pack()
        self._first_either += len(self._eithers)
        self._eithers = Numbered()
        self._told.note_places()
        self._one_of.note_places()
        _read.cache_clear()

    def eithers_with(self, beginnings_: Iterable[int]) -> list[int]:
        """The eithers that one of these beginnings of words is one of."""
        return self._one_of.with_any(beginnings_)

    def told_by(self, beginnings_: Iterable[int]) -> list[int]:
        """The phrases that are told by one of these beginnings of words."""
        return self._told.with_any(beginnings_)

    def needs_of(self, number: int) -> Iterator[Sequence[int]]:
        """The beginnings of each word that a phrase needs, in the order of its words."""
        packed, at = self._needs[number], 0
        while at < len(packed):
            end = at + packed[at] + 1
            yield packed[at + 1 : end]
            at = end


class Said(NamedTuple):
    """What a word says of a text that has it: the numbers of the word and of all its ``beginnings``, the ``eithers``
    that these are one of, and the phrases that are ``told``, in their order.
    """

    beginnings: Sequence[int]
    eithers: Sequence[int]
    told: Sequence[int]

    def told_among(self, phrases: range) -> Sequence[int]:
        """Those of some phrases that are told."""
        first = bisect_left(self.told, phrases.start)
        return self.told[first : bisect_left(self.told, phrases.stop, first)]


BOOK = Book()


def said_by(word: str) -> Said:
    """What a word says of a text that has it."""
    return _numbers_of(word) if len(word) <= _LONGEST_WORD else _numbers_of.__wrapped__(word)


@lru_cache(maxsize=_WORDS)
def _numbers_of(word: str) -> Said:
    begun = [f"{word[:end]}*" for end in range(1, min(len(word), LONGEST_BEGINNING) + 1)]
    numbers = BOOK.known.of((word, *begun))
    # As tuples the numbers of two thousand words would take 3 MiB.
    return Said(*(array("H", each) for each in (numbers, BOOK.eithers_with(numbers), sorted(BOOK.told_by(numbers)))))


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
    return tuple(map(BOOK.known.number, beginnings_))
