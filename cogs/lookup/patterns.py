"""A small notation for phrases that people use, and finding them in normalised words. Pure.

Most of some two thousand phrases have a word that a question has not. So each is known by the beginnings of its words
(``beginnings``), a text is looked through once for those, and only what may be there is tried, where it may begin.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from threading import RLock
from typing import Any, Generic, TypeVar

from cogs.lookup.beginnings import ANYTHING, LONGEST_BEGINNING, beginnings
from db.record.text import fold, normalise

_GAP = re.compile(r"\.\.(\d)")
# An apostrophe inside a word is part of it: "зв'яз*".
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+(?:['’ʼ][\u0400-\u04ff]+)*['’ʼ]?\*?")
_APOSTROPHES = re.compile("['’ʼ]")
# Stems of so many letters are found without their last vowel too: "призупинив" has lost it with its ending.
_LONG_STEM = 6
_VOWELS = frozenset("аеиояіїєыэё")
_WORD = re.compile(r"\w+")
# A phrase of whole words, the last perhaps with any ending.
_PLAIN = re.compile(r"(?P<letters>\w+(?: \w+)*)(?P<any_ending>\\w\*)?")
# So many texts are kept as they were looked through: one question is searched for all that it may say.
_TEXTS = 8
# So many phrases keep what finds them: all that questions have ever needed would take 0.8 MiB.
_MATCHERS = 1_024
# So many words, of so many letters at most, with what they tell.
_WORDS, _LONGEST_WORD = 2_048, 24

_Key = TypeVar("_Key", bound=Hashable)
_Matcher = Callable[[str, int], re.Match[str] | None]

# Every word, and every beginning of a word, that any phrase has, with its number: a set of them is the bits of a whole
# number. The first stands for what any text has.
_ANYWHERE = 0
_wholes: dict[str, int] = {"": _ANYWHERE}
_begun: dict[str, int] = {}
# Many phrases begin with the same words: each set of numbers is kept once. Once all are read it is let go of: with
# what it has to find them by it takes as much as they do.
_same: dict[tuple[int, ...], tuple[int, ...]] = {}
_same_needs: dict[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]] = {}
# What was not read yet. It is read in a thread, and questions may need some of it meanwhile.
_unread: deque[Phrases | PhraseTable[Any]] = deque()
# The phrases that have their matcher, the oldest first.
_with_matcher: deque[_Phrase] = deque()
_reading = RLock()


def phrases(text: str) -> Phrases:
    """What finds any of the phrases of a text, one a line or divided by semicolons, between word ends.

    ``word*`` takes any ending; ``..3`` stands for up to three words; ``(a|b)`` for either; ``x?`` for an optional
    letter or group. Cyrillic words are written as in a dictionary: they are folded, and without ``*`` lose their
    ending, as the words of a question do.
    """
    return Phrases(text)


def make_ready() -> None:
    """Read all phrases that were not needed yet: there are thousands, and the first who needs them would be held up."""
    while _unread:
        _unread.popleft().make_ready()
    _same.clear()
    _same_needs.clear()


@dataclass(slots=True)
class _Phrase:
    """One phrase, by its number ``of`` several.

    ``starts`` are the beginnings of its first word, None where it may begin with any word.

    Of each of the ``needs`` a text must have a beginning, in the order of its words; ``told_by`` is the most telling
    of them. Where there are none, any text may have the phrase. It has ``longest`` words at most.
    """

    of: Phrases
    number: int
    starts: tuple[int, ...] | None
    told_by: tuple[int, ...]
    needs: tuple[tuple[int, ...], ...]
    longest: int
    _matcher: _Matcher | None = field(default=None, repr=False)
    _needed: bool = field(default=False, repr=False)

    def may_be_in(self, has: Container[int]) -> bool:
        """Whether all that is needed is among some beginnings, besides that by which it is told."""
        # Not by any() and all(): this is asked a hundred times a question.
        for need in self.needs:
            for beginning in need:
                if beginning in has:
                    break
            else:
                return False
        return True

    def at(self, text: str, place: int, words: _Words) -> re.Match[str] | None:
        """The phrase, if it begins at this place."""
        if self._matcher is None:
            # To make it takes longer than all else: first it is seen whether the words stand so near to each other.
            if not self._may_be_at(place, words):
                return None
            self._matcher = _matcher(self.of.expressions()[self.number])
            _keep(self)
        self._needed = True
        return self._matcher(text, place)

    def _may_be_at(self, place: int, words: _Words) -> bool:
        """Whether all that is needed stands in its order from a place on, within as many words as it may have."""
        last = min(bisect_left(words.starts, place) + self.longest, len(words.starts)) - 1
        end = words.starts[last]
        for need in self.needs:
            nearest = end + 1
            for beginning in need:
                places = words.places.get(beginning, ())
                at = bisect_left(places, place)
                if at < len(places) and places[at] < nearest:
                    nearest = places[at]
            if nearest > end:
                return False
            place = nearest + 1
        return True


def _keep(phrase: _Phrase) -> None:
    """Keep what finds a phrase, and let go of one that was not needed since it was last looked at."""
    while len(_with_matcher) >= _MATCHERS:
        oldest = _with_matcher.popleft()
        if oldest._needed:
            oldest._needed = False
            _with_matcher.append(oldest)
        else:
            oldest._matcher = None
    _with_matcher.append(phrase)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text: where each of the beginnings is in it, and the set of those.

    ``first`` is what was found first in it of phrases that were searched for, ``found`` all that a table has found:
    what a question says is asked repeatedly.
    """

    places: Mapping[int, list[int]]
    has: int
    starts: Sequence[int]
    first: dict[Phrases, re.Match[str] | None] = field(default_factory=dict)
    found: dict[PhraseTable[Any], Mapping[Any, list[re.Match[str]]]] = field(default_factory=dict)


class Phrases:
    """Phrases to be found in normalised words, as one regular expression would: the leftmost, and there the first.

    They are read when they are first needed.
    """

    __slots__ = ("_all", "_expressions", "_index", "_tells", "_written")

    def __init__(self, written: str) -> None:
        self._written = written
        self._all: tuple[_Phrase, ...] = ()
        # Those of all together: as a text each, they would take twice as much.
        self._expressions = b""
        # Made when it is first searched for these alone: most are found by a table of them.
        self._index: Mapping[int, tuple[int, ...]] = {}
        self._tells = 0
        _unread.append(self)

    def make_ready(self) -> None:
        """Read them, if that is not done yet."""
        with _reading:
            divided = (phrase.strip() for line in self._written.splitlines() for phrase in line.split(";"))
            folded = [_CYRILLIC_WORD.sub(_cyrillic, phrase) for phrase in divided if phrase]
            if folded and not self._all:
                self._expressions = "\n".join(map(_expression, folded)).encode()
                self._all = tuple(_phrase(self, number, phrase) for number, phrase in enumerate(folded))
            self._written = ""

    def expressions(self) -> list[str]:
        """The regular expressions of the phrases, in their order."""
        if self._written:
            self.make_ready()
        return self._expressions.decode().split("\n")

    def __iter__(self) -> Iterator[_Phrase]:
        if self._written:
            self.make_ready()
        return iter(self._all)

    @property
    def may_be_anywhere(self) -> bool:
        """Whether a text may have one of the phrases, whatever words it has."""
        return not all(each.told_by for each in self)

    @property
    def expression(self) -> str:
        """The regular expression that finds the same."""
        return _between_word_ends("|".join(self.expressions()))

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of a text where one of the phrases is."""
        tells = self._tells or self._indexed()
        words = _looked_through(text)
        if not tells & words.has:
            return None
        if self not in words.first:
            words.first[self] = next(self._found_in(text, words), None)
        return words.first[self]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of a text where one of the phrases is, none within another."""
        tells = self._tells or self._indexed()
        words = _looked_through(text)
        return self._found_in(text, words) if tells & words.has else iter(())

    def _indexed(self) -> int:
        """Make the index; the set of what the phrases are told by."""
        self._index = _index(tuple(self))
        self._tells = _set(self._index)
        return self._tells

    def _found_in(self, text: str, words: _Words) -> Iterator[re.Match[str]]:
        return self.found(text, words, _told(self._index, self._all, words))

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
        return instead.join([*kept, text[end:]]) if kept else text

    def found(self, text: str, words: _Words, numbers: Iterable[int]) -> Iterator[re.Match[str]]:
        """The same of those phrases that have these numbers."""
        tries = {(place, number) for number in numbers for place in _places(self._all[number], words, text)}
        end = 0
        for place, number in sorted(tries):
            if place >= end and (match := self._all[number].at(text, place, words)):
                end = match.end()
                yield match


class PhraseTable(Generic[_Key]):
    """Phrases by what they say, of which a text has few: they are found together in one step."""

    __slots__ = ("_flat", "_index", "_keys", "_known", "_numbers", "_says", "_tells")

    def __init__(self, known: Mapping[_Key, Phrases]) -> None:
        self._known = tuple(known.items())
        self._keys = known.keys()
        self._tells = 0
        _unread.append(self)

    def make_ready(self) -> None:
        """Read its phrases and make the index of all, if that is not done yet."""
        if self._tells:
            return
        flat = [(says, number, each) for says, (_, all_) in enumerate(self._known) for number, each in enumerate(all_)]
        self._flat = tuple(each for _, _, each in flat)
        self._says = array("H", (says for says, _, _ in flat))
        self._numbers = array("H", (number for _, number, _ in flat))
        self._index = _index(self._flat)
        self._tells = _set(self._index)

    def __contains__(self, says: _Key) -> bool:
        return says in self._keys

    def found(self, text: str) -> Mapping[_Key, list[re.Match[str]]]:
        """Every place of a text where one of the phrases is, by what it says, in the order of the table."""
        if not self._tells:
            self.make_ready()
        words = _looked_through(text)
        if not self._tells & words.has:
            return {}
        if self not in words.found:
            words.found[self] = self._found_in(text, words)
        return words.found[self]

    def _found_in(self, text: str, words: _Words) -> Mapping[_Key, list[re.Match[str]]]:
        tried: defaultdict[int, list[int]] = defaultdict(list)
        for at in _told(self._index, self._flat, words):
            tried[self._says[at]].append(self._numbers[at])
        found: dict[_Key, list[re.Match[str]]] = {}
        for says in sorted(tried):
            key, known = self._known[says]
            if matches := [*known.found(text, words, tried[says])]:
                found[key] = matches
        return found


def _index(known: Sequence[_Phrase]) -> Mapping[int, tuple[int, ...]]:
    """By which beginnings which of some phrases are told, by their places among them."""
    told_by: defaultdict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(known):
        for beginning in each.told_by or (_ANYWHERE,):
            told_by[beginning].append(place)
    return {
        beginning: _alone(places[0]) if len(places) == 1 else tuple(places) for beginning, places in told_by.items()
    }


# Most tell one phrase, and by a low number: in all the indexes there are, thousands.
@cache
def _alone(place: int) -> tuple[int, ...]:
    return (place,)


def _told(index: Mapping[int, tuple[int, ...]], known: Sequence[_Phrase], words: _Words) -> list[int]:
    """The places of those among some phrases that may be in a text."""
    has = words.places
    told = set[int]().union(*[index[beginning] for beginning in has.keys() & index.keys()])
    return [place for place in told if known[place].may_be_in(has)]


def _places(each: _Phrase, words: _Words, text: str) -> Iterable[int]:
    """Where a phrase may begin: with one of its words, or with what is no word, and then at any end of one."""
    if each.starts is None:
        return chain.from_iterable(word.span() for word in _WORD.finditer(text))
    return chain.from_iterable(words.places[beginning] for beginning in each.starts if beginning in words.places)


def _expression(folded: str) -> str:
    """The regular expression of a phrase, its Cyrillic words folded."""
    gapped = _GAP.sub(r"(?:\\w+ ){0,\1}", folded.replace("(", "(?:"))
    return gapped.replace("*", r"\w*").replace("} ", "}")


def _phrase(of: Phrases, number: int, folded: str) -> _Phrase:
    """One phrase of the notation, its Cyrillic words folded."""
    starts, needs = beginnings(folded)
    numbered = {need: _numbers(need) for need in needs}
    all_needs = tuple(numbered[need] for need in needs)
    return _Phrase(
        of,
        number,
        None if ANYTHING in starts else _numbers(starts),
        numbered[max(needs, key=_telling)] if needs else (),
        _same_needs.setdefault(all_needs, all_needs),
        folded.count(" ") + 1 + sum(int(gap[1]) for gap in _GAP.finditer(folded)),
    )


def _cyrillic(match: re.Match[str]) -> str:
    word = _APOSTROPHES.sub("", match.group())
    return f"{_stem(word[:-1])}*" if word.endswith("*") else normalise(word)


def _stem(written: str) -> str:
    """The beginning that words of any ending share, as they are folded and have lost their endings."""
    folded = fold(written)
    return folded[:-1] if len(folded) >= _LONG_STEM and written[-1] in _VOWELS else folded


def _between_word_ends(expression: str) -> str:
    return rf"\b(?:{expression})(?!\w)"


def _matcher(expression: str) -> _Matcher:
    """What tells whether a phrase begins at a place. Half of them are plain words, for which none is compiled."""
    plain = _PLAIN.fullmatch(expression)
    if plain is None:
        return re.compile(_between_word_ends(expression)).match
    letters, any_ending = plain["letters"], plain["any_ending"] is not None
    as_many = _words_in_a_row(letters.count(" ") + 1).match

    def match(text: str, place: int) -> re.Match[str] | None:
        if not text.startswith(letters, place):
            return None
        found = as_many(text, place)
        return found if found and (any_ending or found.end() == place + len(letters)) else None

    return match


@cache
def _words_in_a_row(count: int) -> re.Pattern[str]:
    return re.compile(rf"\b\w+(?: \w+){{{count - 1}}}")


def _telling(need: Collection[str]) -> tuple[int, int]:
    """How much it tells of a text that it has one of these beginnings: the more, the longer and the fewer they are."""
    return min(map(len, need)), -len(need)


def _numbers(beginnings_: Iterable[str]) -> tuple[int, ...]:
    numbers = tuple(map(_number, beginnings_))
    return _same.setdefault(numbers, numbers)


def _number(beginning: str) -> int:
    known, letters = (_begun, beginning[:-1]) if beginning.endswith("*") else (_wholes, beginning)
    number = known.get(letters)
    if number is None:
        number = known[letters] = len(_wholes) + len(_begun)
        _looked_through.cache_clear()
        _numbers_of.cache_clear()
    return number


def _set(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


@lru_cache(maxsize=_TEXTS)
def _looked_through(text: str) -> _Words:
    """The words of a text, by the beginnings that are known."""
    places: defaultdict[int, list[int]] = defaultdict(list, {_ANYWHERE: []})
    starts = array("I")
    for found in _WORD.finditer(text):
        start = found.start()
        starts.append(start)
        for number in _said_by(found.group()):
            places[number].append(start)
    return _Words(places, _set(places), starts)


def _said_by(word: str) -> tuple[int, ...]:
    """The numbers of a word and of all its beginnings."""
    return _numbers_of(word) if len(word) <= _LONGEST_WORD else _numbers_of.__wrapped__(word)


@lru_cache(maxsize=_WORDS)
def _numbers_of(word: str) -> tuple[int, ...]:
    begun = (word[:end] for end in range(1, min(len(word), LONGEST_BEGINNING) + 1))
    whole = (_wholes[word],) if word in _wholes else ()
    return (*whole, *(_begun[letters] for letters in begun if letters in _begun))
