"""A small notation for phrases that people use, and finding them in normalised words. Pure.

Most of some six thousand phrases have a word that a question has not. So all are in one book, each known by the
beginnings of its words (``beginnings``). A text is looked through once for those, which gives what may be in it of all
phrases; what is asked for of that is tried, where it may begin.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from threading import RLock
from typing import Any, Generic, TypeVar

from cogs.lookup.phrases.beginnings import ANYTHING, LONGEST_BEGINNING, beginnings
from cogs.lookup.phrases.phrase_forms import end_of, form_of
from db.record.text import fold, normalise

_GAP = re.compile(r"\.\.(\d+)")
# An apostrophe inside a word is part of it: "зв'яз*".
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+(?:['’ʼ][\u0400-\u04ff]+)*['’ʼ]?\*?")
_APOSTROPHES = re.compile("['’ʼ]")
# Stems of so many letters are found without their last vowel too: "призупинив" has lost it with its ending.
_LONG_STEM = 6
_VOWELS = frozenset("аеиояіїєыэё")
_WORD = re.compile(r"\w+")
# A phrase of whole words, the last perhaps with any ending.
_PLAIN = re.compile(r"(\w+(?: \w+)*)(\*)?")
_ENDING = re.compile(r"\w*")
# All of a part of a text.
_ALL = re.compile(r"(?s:.+)")
# So many texts are kept as they were looked through: one question is searched for all that it may say.
_TEXTS = 8
# So many places are told where a text has one of some phrases: what follows looks at what stands around each. A text of
# six hundred words has no more, unless it says the same over and over.
MOST_PLACES = 100
# Of a text that is searched for more, it is found out of all phrases at once whether they may be in it.
_SEARCHED_SINGLY = 2
# So many phrases keep what finds them: all that questions have ever needed would take 0.8 MiB.
_MATCHERS = 1_024
# After so many words that were looked up since the last phrase was read, it is noted where each of them would be found.
_LOOKED_UP = 250
# So many words, of so many letters at most, with what they tell.
_WORDS, _LONGEST_WORD = 2_048, 24
# A beginning and a phrase are one number, of so many bits for each.
_BITS = 16
_PHRASE = (1 << _BITS) - 1
# More phrases than there can be.
_UNREAD = 1 << _BITS

_Key = TypeVar("_Key", bound=Hashable)
_Needs = tuple[tuple[int, ...], ...]
# Finds a phrase that begins at a place of a text, which is one of those words.
_Matcher = Callable[["_Text", int], re.Match[str] | None]

# Every word, and every beginning of a word, that any phrase has, with its number.
_wholes: dict[str, int] = {}
_begun: dict[str, int] = {}
# Many phrases begin with the same words: each set of numbers is kept once. Once all are read it is let go of: with
# what it has to find them by it takes as much as they do.
_same: dict[tuple[int, ...], tuple[int, ...]] = {}
_same_needs: dict[_Needs, _Needs] = {}
# What was not read yet. It is read in a thread, and questions may need some of it meanwhile.
_unread: deque[Phrases] = deque()
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


class _Packed:
    """Rows of small whole numbers, one behind the other: as a tuple each, they would take six times as much."""

    def __init__(self) -> None:
        self._numbers = array("H")
        self._ends = array("I", (0,))

    def append(self, row: Iterable[int]) -> None:
        """Put a row behind the others, of numbers up to 65,535."""
        self._numbers.extend(row)
        self._ends.append(len(self._numbers))

    def __getitem__(self, at: int) -> Sequence[int]:
        return self._numbers[self._ends[at] : self._ends[at + 1]]


class _Book:
    """All phrases by their numbers, in the order in which they are read.

    ``starts`` of a phrase are the beginnings of its first word, none where it may begin with any word. Of each of its
    ``needs`` a text must have a beginning, in the order of its words. By the most telling of them it is ``told``; the
    others that are but one beginning each are its ``musts``, those of several its ``eithers``.
    """

    def __init__(self) -> None:
        # The phrases as they are written, one behind the other: as a text each, they would take twice as much.
        self._written = bytearray()
        self._ends = array("I", (0,))
        # How many words they may have at most.
        self._longest = array("H")
        self.groups = array("H")
        self.starts = _Packed()
        # Behind how many beginnings each need has, those.
        self._needs = _Packed()
        self.musts: list[tuple[int, ...]] = []
        self.eithers: list[_Needs] = []
        # Beginnings, each with a phrase that is told by it, as one number: in order.
        self._told = array("I")
        self._firsts, self._looked_up = array("I"), 0
        # Those that any text may have, whatever its words.
        self.anywhere: list[int] = []
        # What finds those that were needed last, in the order in which it was made; and which were needed since.
        self._matchers: dict[int, _Matcher] = {}
        self._needed: set[int] = set()

    def __len__(self) -> int:
        return len(self.groups)

    def add(self, group: int, phrase: str) -> None:
        """Put in a phrase of a group of phrases, its Cyrillic words folded."""
        number = len(self)
        self._firsts, self._looked_up = array("I"), 0
        starts, named = beginnings(phrase)
        needs = [*map(_numbers, named)]
        told = max(range(len(named)), key=lambda at: _telling(named[at])) if named else None
        if told is None:
            self.anywhere.append(number)
        else:
            for beginning in needs[told]:
                insort(self._told, beginning << _BITS | number)
        others = [need for at, need in enumerate(needs) if at != told]
        musts = tuple(need[0] for need in others if len(need) == 1)
        eithers = tuple(need for need in others if len(need) > 1)
        self.starts.append(() if ANYTHING in starts else _numbers(starts))
        self._needs.append(chain.from_iterable((len(need), *need) for need in needs))
        self.musts.append(_same.setdefault(musts, musts))
        self.eithers.append(_same_needs.setdefault(eithers, eithers))
        self._longest.append(phrase.count(" ") + 1 + sum(int(gap[1]) for gap in _GAP.finditer(phrase)))
        self._written += phrase.encode()
        self._ends.append(len(self._written))
        self.groups.append(group)

    def written(self, number: int) -> str:
        """A phrase, its Cyrillic words folded."""
        return self._written[self._ends[number] : self._ends[number + 1]].decode()

    def told_by(self, beginnings_: Iterable[int]) -> list[int]:
        """The phrases that are told by one of these beginnings of words."""
        if not self._firsts:
            self._looked_up += 1
            if self._looked_up > _LOOKED_UP:
                self._index()
        told, firsts, found = self._told, self._firsts, []
        for beginning in beginnings_:
            at = firsts[beginning] if firsts else bisect_left(told, beginning << _BITS)
            while at < len(told) and told[at] >> _BITS == beginning:
                found.append(told[at] & _PHRASE)
                at += 1
        return found

    def _index(self) -> None:
        """Note where the phrases stand that are told by each beginning, until more are put in."""
        firsts = array("I")
        for place, told in enumerate(self._told):
            while len(firsts) <= told >> _BITS:
                firsts.append(place)
        while len(firsts) < len(_wholes) + len(_begun):
            firsts.append(len(self._told))
        self._firsts = firsts

    def at(self, number: int, text: _Text, place: int) -> re.Match[str] | None:
        """A phrase, if it begins at a place."""
        matcher = self._matchers.get(number)
        if matcher is None:
            # To make it takes longer than all else: first it is seen whether the words stand so near to each other.
            if not self._may_be_at(number, text, place):
                return None
            matcher = _matcher(self.written(number))
            self._keep(number, matcher)
        self._needed.add(number)
        return matcher(text, place)

    def _may_be_at(self, number: int, text: _Text, place: int) -> bool:
        """Whether all that is needed stands in its order from a place on, within as many words as there may be."""
        last = min(bisect_left(text.starts, place) + self._longest[number], len(text.starts)) - 1
        end, known = text.starts[last], text.places
        for need in self._needs_of(number):
            nearest = end + 1
            for beginning in need:
                places = known.get(beginning, ())
                at = bisect_left(places, place)
                if at < len(places) and places[at] < nearest:
                    nearest = places[at]
            if nearest > end:
                return False
            place = nearest + 1
        return True

    def _needs_of(self, number: int) -> Iterator[Sequence[int]]:
        packed, at = self._needs[number], 0
        while at < len(packed):
            end = at + packed[at] + 1
            yield packed[at + 1 : end]
            at = end

    def _keep(self, number: int, matcher: _Matcher) -> None:
        """Keep what finds a phrase, and let go of one that was not needed since it was last looked at."""
        while len(self._matchers) >= _MATCHERS:
            oldest = next(iter(self._matchers))
            finds = self._matchers.pop(oldest)
            if oldest in self._needed:
                self._needed.discard(oldest)
                self._matchers[oldest] = finds
        self._matchers[number] = matcher


_book = _Book()


class _Text:
    """A text by its words, and which phrases it tells of.

    ``words`` have an empty one where two do not stand a blank apart. It is looked at by the phrases that were ``read``
    then. ``found`` is what a table has found in it: what a question says is asked repeatedly.
    """

    __slots__ = (
        "_asked", "_first", "_groups", "_has", "_may_be", "_places", "_told",
        "found", "read", "starts", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        with _reading:
            self.look()

    def look(self) -> None:
        """Look through it for all that is read by now."""
        self.read = len(_book)
        self._first: dict[int, re.Match[str] | None] = {}
        self.found: dict[PhraseTable[Any], Mapping[Any, list[re.Match[str]]]] = {}
        self.words, self.starts = _words_of(self.text)
        said = [*map(_said_by, self.words)]
        self._has = set[int]().union(*[begun for begun, _ in said])
        self._told = set(_book.anywhere).union(*[tells for _, tells in said])
        self._places: dict[int, list[int]] = {}
        self._may_be: dict[int, list[int]] | None = None
        self._groups: frozenset[int] | None = None
        self._asked = 0

    @property
    def may_be(self) -> dict[int, list[int]]:
        """The phrases that may be in it, by the groups they are of."""
        if self._may_be is None:
            self._may_be = {}
            groups = _book.groups
            for phrase in self._all_there(self._told):
                group = groups[phrase]
                if group in self._may_be:
                    self._may_be[group].append(phrase)
                else:
                    self._may_be[group] = [phrase]
        return self._may_be

    @property
    def groups(self) -> frozenset[int]:
        """The groups of which some phrase may be in it. Tables ask for those that are theirs, a dozen a question."""
        if self._groups is None:
            self._groups = frozenset(self.may_be)
        return self._groups

    def among(self, phrases_: range, group: int) -> Sequence[int]:
        """Those of the phrases of a group that may be in it."""
        if self._may_be is not None:
            return self._may_be.get(group, ())
        self._asked += 1
        if self._asked > _SEARCHED_SINGLY:
            return self.may_be.get(group, ())
        told = [phrase for phrase in self._told if phrase in phrases_]
        return [*self._all_there(told)] if told else told

    def _all_there(self, told: Iterable[int]) -> Iterator[int]:
        """Those of the phrases that are told of which the other words may be there as well."""
        has, musts, eithers = self._has, _book.musts, _book.eithers
        for phrase in told:
            # Not by any() and all(): this is asked a hundred times a question.
            for must in musts[phrase]:
                if must not in has:
                    break
            else:
                for either in eithers[phrase]:
                    if has.isdisjoint(either):
                        break
                else:
                    yield phrase

    def first_of(self, group: int, may_be: Sequence[int]) -> re.Match[str] | None:
        """The first place where one of a group of phrases is, of which some may be in it."""
        if group not in self._first:
            self._first[group] = next(_found(self, may_be), None)
        return self._first[group]

    @property
    def places(self) -> Mapping[int, list[int]]:
        """Where each of the beginnings is in it."""
        if not self._places:
            found: defaultdict[int, list[int]] = defaultdict(list)
            for word, start in zip(self.words, self.starts, strict=True):
                for beginning in _said_by(word)[0]:
                    found[beginning].append(start)
            self._places = found
        return self._places

    def may_begin(self, phrase: int) -> Sequence[int]:
        """Where a phrase may begin: with one of its words, or with what is no word, and then at any end of one."""
        starts = _book.starts[phrase]
        if not starts:
            return [place for word in _WORD.finditer(self.text) for place in word.span()]
        places = self.places
        if len(starts) == 1:
            return places.get(starts[0], ())
        return [place for beginning in starts if beginning in places for place in places[beginning]]

    def part(self, start: int, words: int) -> re.Match[str] | None:
        """The part of the text from a place to the end of the word before one, by its number."""
        return _ALL.match(self.text, start, self.starts[words - 1] + len(self.words[words - 1]))


class Phrases:
    """Phrases to be found in normalised words, as one regular expression would: the leftmost, and there the first.

    They are read when they are first needed.
    """

    __slots__ = ("_phrases", "_written", "known", "number")

    # So many there are, those not yet read among them.
    _groups = 0

    def __init__(self, written: str) -> None:
        self._written = written
        self._phrases = range(0)
        # A text must be looked through for the first so many phrases, that these are among them.
        self.known = _UNREAD
        self.number = Phrases._groups
        Phrases._groups += 1
        _unread.append(self)

    def make_ready(self) -> None:
        """Read them, if that is not done yet."""
        with _reading:
            if self.known < _UNREAD:
                return
            first = len(_book)
            for line in self._written.splitlines():
                for phrase in line.split(";"):
                    if written := phrase.strip():
                        _book.add(self.number, _CYRILLIC_WORD.sub(_cyrillic, written))
            self._written = ""
            self._phrases = range(first, len(_book))
            _numbers_of.cache_clear()
            self.known = len(_book)

    def expressions(self) -> list[str]:
        """The regular expressions of the phrases, in their order."""
        self.make_ready()
        return [_expression(_book.written(phrase)) for phrase in self._phrases]

    @property
    def may_be_anywhere(self) -> bool:
        """Whether a text may have one of the phrases, whatever words it has."""
        self.make_ready()
        return any(phrase in self._phrases for phrase in _book.anywhere)

    @property
    def expression(self) -> str:
        """The regular expression that finds the same."""
        return _between_word_ends("|".join(self.expressions()))

    def may_be_in(self, text: str) -> bool:
        """Whether a text has all words that one of the phrases needs, wherever they stand."""
        return bool(self._looked_for_in(text)[1])

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of a text where one of the phrases is."""
        # Without another call: it is asked some sixty times a question.
        looked = _looked_through(text)
        if looked.read < self.known:
            self._look_again(looked)
        may_be = looked.among(self._phrases, self.number)
        return looked.first_of(self.number, may_be) if may_be else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The first hundred places of a text where one of the phrases is, none within another."""
        return islice(self._everywhere(text), MOST_PLACES)

    def _everywhere(self, text: str) -> Iterator[re.Match[str]]:
        looked, may_be = self._looked_for_in(text)
        return _found(looked, may_be) if may_be else iter(())

    def _looked_for_in(self, text: str) -> tuple[_Text, Sequence[int]]:
        """A text as it was looked through, and those of the phrases that may be in it."""
        looked = _looked_through(text)
        if looked.read < self.known:
            self._look_again(looked)
        return looked, looked.among(self._phrases, self.number)

    def _look_again(self, looked: _Text) -> None:
        with _reading:
            self.make_ready()
            looked.look()

    def match(self, text: str) -> re.Match[str] | None:
        """The phrase that a text begins with."""
        found = self.search(text)
        return found if found and not found.start() else None

    def sub(self, instead: str, text: str) -> str:
        """A text with something else in place of each of the phrases."""
        kept, end = [], 0
        for match in self._everywhere(text):
            kept.append(text[end : match.start()])
            end = match.end()
        return instead.join([*kept, text[end:]]) if kept else text


class PhraseTable(Generic[_Key]):
    """Phrases by what they say, of which a text has few: they are found together in one step."""

    __slots__ = ("_groups", "_keys", "_known", "_places", "_read")

    def __init__(self, known: Mapping[_Key, Phrases]) -> None:
        self._known = tuple(known.items())
        self._keys = known.keys()
        self._places: dict[int, list[int]] = {}
        self._groups = frozenset[int]()
        self._read = _UNREAD

    def make_ready(self) -> None:
        """Read its phrases, if that is not done yet."""
        places: dict[int, list[int]] = {}
        for place, (_, each) in enumerate(self._known):
            each.make_ready()
            places.setdefault(each.number, []).append(place)
        self._places, self._groups = places, frozenset(places)
        self._read = max((each.known for _, each in self._known), default=0)

    def __contains__(self, says: _Key) -> bool:
        return says in self._keys

    def found(self, text: str) -> Mapping[_Key, list[re.Match[str]]]:
        """The first hundred places of a text where one of the phrases is, by what it says, as the table has it."""
        looked = self._looked_through(text)
        if self not in looked.found:
            looked.found[self] = self._found_in(looked)
        return looked.found[self]

    def may_be_in(self, text: str) -> list[_Key]:
        """What a text may say: it has all words that one of the phrases for it needs, wherever they stand."""
        return [self._known[place][0] for place in self._told_by(self._looked_through(text))]

    def _looked_through(self, text: str) -> _Text:
        looked = _looked_through(text)
        if looked.read < self._read:
            with _reading:
                self.make_ready()
                looked.look()
        return looked

    def _told_by(self, looked: _Text) -> list[int]:
        """The places in the table of those of its phrases that may be in a text."""
        told = looked.groups & self._groups
        return sorted(chain.from_iterable(map(self._places.__getitem__, told))) if told else []

    def _found_in(self, looked: _Text) -> Mapping[_Key, list[re.Match[str]]]:
        found: dict[_Key, list[re.Match[str]]] = {}
        for place in self._told_by(looked):
            key, known = self._known[place]
            if matches := [*islice(_found(looked, looked.may_be[known.number]), MOST_PLACES)]:
                found[key] = matches
        return found


def _found(looked: _Text, phrases_: Sequence[int]) -> Iterator[re.Match[str]]:
    """Every place of a text where one of some phrases is, none within another."""
    if len(phrases_) == 1:
        phrase = phrases_[0]
        begins = looked.may_begin(phrase)
        tries = [(place, phrase) for place in (begins if len(begins) == 1 else sorted({*begins}))]
    else:
        tries = sorted({(place, phrase) for phrase in phrases_ for place in looked.may_begin(phrase)})
    end = 0
    for place, phrase in tries:
        if place >= end and (match := _book.at(phrase, looked, place)):
            end = match.end()
            yield match


def _expression(folded: str) -> str:
    """The regular expression of a phrase, its Cyrillic words folded."""
    gapped = _GAP.sub(r"(?:\\w+ ){0,\1}", folded.replace("(", "(?:"))
    return gapped.replace("*", r"\w*").replace("} ", "}")


def _cyrillic(match: re.Match[str]) -> str:
    word = _APOSTROPHES.sub("", match.group())
    return f"{_stem(word[:-1])}*" if word.endswith("*") else normalise(word)


def _stem(written: str) -> str:
    """The beginning that words of any ending share, as they are folded and have lost their endings."""
    folded = fold(written)
    return folded[:-1] if len(folded) >= _LONG_STEM and written[-1] in _VOWELS else folded


def _between_word_ends(expression: str) -> str:
    return rf"\b(?:{expression})(?!\w)"


def _matcher(phrase: str) -> _Matcher:
    """What finds a phrase at a place. For most, which are words to be walked through, no expression is compiled."""
    plain = _PLAIN.fullmatch(phrase)
    if plain is not None:
        return _plain_matcher(plain[1], any_ending=plain[2] is not None)
    begins = phrase.startswith("^")
    form = form_of(phrase.removeprefix("^"))
    if form is None:
        matches = re.compile(_between_word_ends(_expression(phrase))).match
        return lambda looked, place: matches(looked.text, place)

    def match(looked: _Text, place: int) -> re.Match[str] | None:
        at = bisect_left(looked.starts, place)
        if at == len(looked.starts) or looked.starts[at] != place or (begins and place):
            return None
        end = end_of(form, looked.words, at)
        return looked.part(place, end) if end else None

    return match


def _plain_matcher(letters: str, *, any_ending: bool) -> _Matcher:
    length, any_end = len(letters), _ENDING.match

    def match(looked: _Text, place: int) -> re.Match[str] | None:
        text, end = looked.text, place + length
        if not text.startswith(letters, place):
            return None
        ends = any_end(text, end)
        if ends is None or (ends.end() > end and not any_ending):
            return None
        return _ALL.match(text, place, ends.end())

    return match


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
    return number


def _words_of(text: str) -> tuple[list[str], array[int]]:
    """The words of a text and where they begin, with an empty one where two do not stand a blank apart."""
    starts = array("L")
    if text.replace(" ", "").isalnum() and "  " not in text and text[0] != " " != text[-1]:
        words, start = text.split(" "), 0
        for word in words:
            starts.append(start)
            start += len(word) + 1
        return words, starts
    words, end = [], -1
    for found in _WORD.finditer(text):
        if found.start() != end + 1 or (end > 0 and text[end] != " "):
            words.append("")
            starts.append(max(0, end))
        words.append(found.group())
        starts.append(found.start())
        end = found.end()
    if end != len(text):
        words.append("")
        starts.append(max(0, end))
    return words, starts


_looked_through = lru_cache(maxsize=_TEXTS)(_Text)


def _said_by(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of a word and of all its beginnings, and the phrases that are told by one of them."""
    return _numbers_of(word) if len(word) <= _LONGEST_WORD else _numbers_of.__wrapped__(word)


@lru_cache(maxsize=_WORDS)
def _numbers_of(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    begun = (word[:end] for end in range(1, min(len(word), LONGEST_BEGINNING) + 1))
    numbers = [_wholes[word]] if word in _wholes else []
    numbers += [_begun[letters] for letters in begun if letters in _begun]
    return tuple(numbers), tuple(_book.told_by(numbers))
