"""Which words mean the same, in all languages at once: those of ``data/vocabulary/concepts.toml``. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

import tomli

from db.record.paths import DATA
from db.record.text import fold, normalise

_SHORTEST_BEGINNING = 3


class _Words:
    """Words, each with the number of what it means. A word is told by its hash: all of them would take ten times the
    memory.
    """

    __slots__ = ("_hashes", "_numbers")

    def __init__(self, words: Mapping[str, int]) -> None:
        found = sorted((hash(word), number) for word, number in words.items())
        self._hashes = array("q", [hashed for hashed, _ in found])
        self._numbers = array("H", [number for _, number in found])

    def number(self, word: str) -> int | None:
        """The number of what a word means; None for one that is not among them."""
        wanted = hash(word)
        at = bisect_left(self._hashes, wanted)
        return self._numbers[at] if at < len(self._hashes) and self._hashes[at] == wanted else None


class Concepts:
    """Meanings by words: whole ones, and such as begin in some way."""

    def __init__(self, table: Mapping[str, list[str]]) -> None:
        whole: dict[str, int] = {}
        beginnings: dict[str, int] = {}
        for number, words in enumerate(table.values()):
            for word in words:
                if word.endswith("*"):
                    beginnings[fold(word[:-1])] = number
                else:
                    whole[normalise(word)] = number
        self._names = tuple(f"={name}" for name in table)
        self._whole, self._beginnings = _Words(whole), _Words(beginnings)
        self._longest = max(map(len, beginnings), default=0)

    def meaning(self, norm: str) -> str | None:
        """What a normalised word means, if others mean the same; by its longest beginning, if not as a whole."""
        number = self._whole.number(norm)
        length = min(len(norm), self._longest)
        while number is None and length >= _SHORTEST_BEGINNING:
            number = self._beginnings.number(norm[:length])
            length -= 1
        return None if number is None else self._names[number]

    def has(self, norm: str) -> bool:
        """Whether a normalised word, as a whole, is one of those whose meaning is on file."""
        return self._whole.number(norm) is not None


@cache
def concepts() -> Concepts:
    """Those on file."""
    return Concepts(tomli.loads((DATA / "vocabulary" / "concepts.toml").read_text(encoding="utf-8")))
