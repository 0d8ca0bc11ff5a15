"""A text by its words, looked through once for which of all phrases may be in it, and where each may begin. Pure."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from cogs.lookup.phrases.phrase_book import BOOK, MET, READING, said_by

_WORD = re.compile(r"\w+")
# All of a part of a text.
ALL = re.compile(r"(?s:.+)")
# So many texts are kept as they were looked through: one question is searched for all that it may say.
_TEXTS = 8
# Of a text that is searched for more, it is found out of all phrases at once whether they may be in it.
_SEARCHED_SINGLY = 6


class LookedThrough:
    """A text by its words, and which phrases it tells of.

    ``words`` have an empty one where two do not stand a blank apart. It is looked at by the phrases that were ``read``
    then. ``first`` is where it has the first of a group of phrases, ``places`` the first so many of a group, ``found``
    what a table has found in it: what a question says is asked repeatedly.
    """

    __slots__ = (
        "_asked", "_begins", "_groups", "_has", "_said",
        "first", "found", "known", "places", "read", "starts", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        with READING:
            self.look()

    def look(self) -> None:
        """Look through it for all that is read by now."""
        self.read = len(BOOK)
        self.first: dict[int, re.Match[str] | None] = {}
        self.places: dict[int, list[re.Match[str]]] = {}
        self.found: dict[Hashable, Mapping[Any, list[re.Match[str]]]] = {}
        self.words, self.starts = _words_of(self.text)
        self._said = [*map(said_by, self.words)]
        # The beginnings, and the eithers, that it has a word of, once one of them is asked for.
        self._has: set[int] = set()
        self._begins: dict[int, list[int]] = {}
        # The phrases that may be in it, by the groups they are of, once that is found out.
        self.known: dict[int, list[int]] | None = None
        self._groups: frozenset[int] | None = None
        self._asked = 0

    @property
    def may_be(self) -> dict[int, list[int]]:
        """The phrases that may be in it, by the groups they are of."""
        if self.known is None:
            known: dict[int, list[int]] = {}
            groups = BOOK.groups
            for phrase in self._all_there(set(BOOK.anywhere).union(*[each.told for each in self._said])):
                group = groups[phrase]
                if group in known:
                    known[group].append(phrase)
                else:
                    known[group] = [phrase]
            self.known = known
            self._has = set()  # all is found out
        return self.known

    @property
    def groups(self) -> frozenset[int]:
        """The groups of which some phrase may be in it. Tables ask for those that are theirs, a dozen a question."""
        if self._groups is None:
            self._groups = frozenset(self.may_be)
        return self._groups

    def among(self, phrases_: range, group: int) -> Sequence[int]:
        """Those of the phrases of a group that may be in it."""
        if self.known is not None:
            return self.known.get(group, ())
        self._asked += 1
        if self._asked > _SEARCHED_SINGLY:
            return self.may_be.get(group, ())
        # Most texts that are searched for a few phrases are some words of another: all that they tell of would be found
        # out in vain.
        told = {phrase for phrase in BOOK.anywhere if phrase in phrases_}
        for each in self._said:
            told.update(each.told_among(phrases_))
        return self._all_there(told) if told else ()

    def _all_there(self, told: Iterable[int]) -> Sequence[int]:
        """Those of the phrases that are told of which the other words may be there as well."""
        if not self._has:
            self._has = {MET}.union(*[each.beginnings for each in self._said], *[each.eithers for each in self._said])
        has, seconds, more, others = self._has, BOOK.seconds, BOOK.needs_more, BOOK.others
        told = [phrase for phrase in told if seconds[phrase] in has]
        return [phrase for phrase in told if not more[phrase] or has.issuperset(others[phrase])]

    @property
    def begins(self) -> Mapping[int, list[int]]:
        """Where each of the beginnings is in it."""
        if not self._begins:
            found: defaultdict[int, list[int]] = defaultdict(list)
            for said, start in zip(self._said, self.starts, strict=True):
                for beginning in said.beginnings:
                    found[beginning].append(start)
            self._begins = found
        return self._begins

    def may_begin(self, phrase: int) -> Sequence[int]:
        """Where a phrase may begin: with one of its words, or with what is no word, and then at any end of one."""
        starts = BOOK.starts[phrase]
        if not starts:
            return [place for word in _WORD.finditer(self.text) for place in word.span()]
        places = self.begins
        if len(starts) == 1:
            return places.get(starts[0], ())
        return [place for beginning in starts if beginning in places for place in places[beginning]]

    def part(self, start: int, words: int) -> re.Match[str] | None:
        """The part of the text from a place to the end of the word before one, by its number."""
        return ALL.match(self.text, start, self.starts[words - 1] + len(self.words[words - 1]))


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


looked_through = lru_cache(maxsize=_TEXTS)(LookedThrough)
