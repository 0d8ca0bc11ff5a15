"""Ordinary words of English, Ukrainian and Russian, by which a mistyped name is told from a word. Pure.

The lists are in ``data/vocabulary/words``, normalised and without their endings; its README says where they are from.
"""

from __future__ import annotations

from collections import defaultdict

from db.record.caching import remembered
from db.record.paths import DATA

FOLDER = DATA / "vocabulary" / "words"
# It has all the letters of the lists; a word with another one gets "?" for it, which no word of them has.
_LETTERS = "cp1251"


class WordList:
    """A set of words, kept by their first two letters with a byte for each other one: a fifteenth of what a frozenset
    takes.
    """

    def __init__(self, *names: str) -> None:
        by_start: defaultdict[str, bytearray] = defaultdict(lambda: bytearray(b" "))
        for name in names:
            with (FOLDER / f"{name}.txt").open(encoding="utf-8") as lines:
                for line in map(str.rstrip, lines):
                    by_start[line[:2]] += f"{line} ".encode(_LETTERS)
        self._by_start = {start: _without(start, words) for start, words in by_start.items()}

    def __contains__(self, word: str) -> bool:
        return f" {word[2:]} ".encode(_LETTERS, "replace") in self._by_start.get(word[:2], b"")


def _without(start: str, words: bytearray) -> bytes:
    """Words that all have the same start, each without it. A blank is before each."""
    return bytes(words).replace(f" {start}".encode(_LETTERS), b" ")


_COMMON = WordList("common.en")
_ORDINARY = WordList("ordinary.en", "ordinary.ru", "ordinary.uk")
_NAMES = WordList("names.en", "names.ru", "names.uk")


@remembered(entries=512, longest=24)
def is_common(word: str) -> bool:
    """Whether a normalised word is so common in English that it is seldom meant as a name."""
    return word in _COMMON


@remembered(entries=1024, longest=24)
def is_ordinary(word: str) -> bool:
    """Whether a normalised word is an ordinary one of English, Ukrainian or Russian, and no name."""
    return word in _ORDINARY


@remembered(entries=512, longest=24)
def is_frequent_name(word: str) -> bool:
    """Whether a normalised word is a frequent name or abbreviation, and no ordinary word."""
    return word in _NAMES and not is_ordinary(word)


@remembered(entries=1024, longest=24)
def is_familiar(word: str) -> bool:
    """Whether a normalised word is ordinary, or a frequent name or abbreviation: no misspelt name of a place."""
    return is_ordinary(word) or word in _NAMES
