"""A small notation for phrases that people use, and finding them in normalised words. Pure.

Most of some 18,000 phrases have a word that a question has not. So all are in one book (``phrase_book``), each
known by the beginnings of its words (``beginnings``). A text is looked through once for those, which gives what may be
in it of all phrases (``text_looked_through``); what is asked for of that is tried, where it may begin
(``phrase_finding``).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Generic, TypeVar

from cogs.lookup.phrases.phrase_book import BOOK, READING, UNREAD, Group
from cogs.lookup.phrases.phrase_finding import between_word_ends, expression, first_of, found_in
from cogs.lookup.phrases.text_looked_through import LookedThrough, looked_through
from cogs.lookup.phrases.word_classes import spelt_out
from cogs.lookup.steps import Steps, at_once

# So many places are told where a text has one of some phrases: what follows looks at what stands around each. A text of
# six hundred words has no more, unless it says the same over and over.
MOST_PLACES = 100

_Key = TypeVar("_Key", bound=Hashable)

# So much of what a text may say is looked for in one go; of a long one, in which each may begin at many places, less.
_AT_A_STEP, _OF_A_LONG_TEXT = 30, 6
_LONG = 1_000
_UNREAD = Group(UNREAD, UNREAD, UNREAD)
# What was not read yet.
_unread: deque[Phrases] = deque()


def phrases(text: str) -> Phrases:
    """What finds any of the phrases of a text, one a line or divided by semicolons, between word ends.

    ``word*`` takes any ending; ``..3`` stands for up to three words; ``(a|b)`` for either; ``{many}`` for any word of
    a class (``word_classes``); ``x?`` for an optional letter or group. Cyrillic words are written as in a dictionary:
    they are folded, and without ``*`` lose their ending, as the words of a question do.
    """
    return Phrases(text)


def any_of(said: Iterable[str]) -> Phrases:
    """What finds any of some phrases."""
    return phrases("\n".join(said))


def make_ready() -> None:
    """Read all phrases that were not needed yet: there are thousands, and the first who needs them would be held up."""
    while _unread:
        _unread.popleft().make_ready()
    BOOK.all_are_put_in()


class Phrases:
    """Phrases to be found in normalised words, as one regular expression would: the leftmost, and there the first.

    They are read when they are first needed.
    """

    __slots__ = ("_first", "_written", "known", "number")

    def __init__(self, written: str) -> None:
        self._written = written
        # A text must be looked through for the first so many phrases, that these are among them: they are the last.
        self.number, self._first, self.known = _UNREAD
        _unread.append(self)

    def make_ready(self) -> None:
        """Read them, if that is not done yet."""
        with READING:
            if self.known < UNREAD:
                return
            self.number, self._first, self.known = BOOK.group(spelt_out(self._written))
            self._written = ""

    @property
    def _phrases(self) -> range:
        """Their numbers in the book; as ranges all of them would take 0.2 MiB."""
        return range(self._first, self.known)

    def expressions(self) -> list[str]:
        """The regular expressions of the phrases, in their order."""
        self.make_ready()
        return [expression(BOOK.written(phrase)) for phrase in self._phrases]

    @property
    def expression(self) -> str:
        """The regular expression that finds the same."""
        return between_word_ends("|".join(self.expressions()))

    def may_be_in(self, text: str) -> bool:
        """Whether a text has all words that one of the phrases needs, wherever they stand."""
        return bool(self._looked_for_in(text)[1])

    def search(self, text: str) -> re.Match[str] | None:
        """The first place of a text where one of the phrases is."""
        # Without another call: it is asked some sixty times a question.
        looked = looked_through(text)
        if looked.read < self.known:
            self._look_again(looked)
        known = looked.known
        may_be = looked.among(self._phrases, self.number) if known is None else known.get(self.number)
        return first_of(looked, self.number, may_be) if may_be else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The first hundred places of a text where one of the phrases is, none within another."""
        looked, may_be = self._looked_for_in(text)
        if not may_be:
            return iter(())
        found = looked.places.get(self.number)
        if found is None:
            found = looked.places[self.number] = [*islice(found_in(looked, may_be), MOST_PLACES)]
        return iter(found)

    def _everywhere(self, text: str) -> Iterator[re.Match[str]]:
        looked, may_be = self._looked_for_in(text)
        return found_in(looked, may_be) if may_be else iter(())

    def _looked_for_in(self, text: str) -> tuple[LookedThrough, Sequence[int]]:
        """A text as it was looked through, and those of the phrases that may be in it."""
        looked = looked_through(text)
        if looked.read < self.known:
            self._look_again(looked)
        return looked, looked.among(self._phrases, self.number)

    def _look_again(self, looked: LookedThrough) -> None:
        with READING:
            self.make_ready()
            if looked.read < self.known:
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
        self._places: Mapping[int, Sequence[int]] = {}
        self._groups = frozenset[int]()
        self._read = UNREAD

    def make_ready(self) -> None:
        """Read its phrases, if that is not done yet."""
        places: dict[int, list[int]] = {}
        for place, (_, each) in enumerate(self._known):
            each.make_ready()
            places.setdefault(each.number, []).append(place)
        self._places = {number: tuple(each) for number, each in places.items()}
        self._groups = frozenset(places)
        self._read = max((each.known for _, each in self._known), default=0)

    def __contains__(self, says: _Key) -> bool:
        return says in self._keys

    def found(self, text: str) -> Mapping[_Key, list[re.Match[str]]]:
        """The first hundred places of a text where one of the phrases is, by what it says, as the table has it."""
        looked = self._looked_through(text)
        if self not in looked.found:
            looked.found[self] = at_once(self._found_in_steps(looked))
        return looked.found[self]

    def found_steps(self, text: str) -> Steps[Mapping[_Key, list[re.Match[str]]]]:
        """The same step by step: to find all that a long text may have takes longer than the event loop may be held."""
        looked = self._looked_through(text)
        if self not in looked.found:
            looked.found[self] = yield from self._found_in_steps(looked)
        return looked.found[self]

    def look_through(self, text: str) -> None:
        """Look a text through: of a long one this is half of finding out what may be in it."""
        self._looked_through(text)

    def may_be_in(self, text: str) -> list[_Key]:
        """What a text may say: it has all words that one of the phrases for it needs, wherever they stand."""
        return [self._known[place][0] for place in self._told_by(self._looked_through(text))]

    def _looked_through(self, text: str) -> LookedThrough:
        looked = looked_through(text)
        if looked.read < self._read:
            with READING:
                self.make_ready()
                if looked.read < self._read:
                    looked.look()
        return looked

    def _told_by(self, looked: LookedThrough) -> list[int]:
        """The places in the table of those of its phrases that may be in a text."""
        told = looked.groups & self._groups
        return sorted(chain.from_iterable(map(self._places.__getitem__, told))) if told else []

    def _found_in_steps(self, looked: LookedThrough) -> Steps[Mapping[_Key, list[re.Match[str]]]]:
        found: dict[_Key, list[re.Match[str]]] = {}
        if looked.groups.isdisjoint(self._groups):
            return found
        at_a_step = _AT_A_STEP if len(looked.text) < _LONG else _OF_A_LONG_TEXT
        for number, place in enumerate(self._told_by(looked), 1):
            if number % at_a_step == 0:
                yield
            key, known = self._known[place]
            if matches := [*islice(found_in(looked, looked.may_be[known.number]), MOST_PLACES)]:
                found[key] = matches
        return found
