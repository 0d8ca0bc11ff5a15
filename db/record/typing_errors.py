"""How many typing errors lie between two words, and how much two texts have in common. Pure.

Few words are compared for a question, those that an index of names found: a library for it would take 3 MiB.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def errors(one: str, other: str, most: int) -> int:
    """How many typing errors lie between two words, where they are no more than ``most``; else one more than that.

    An error is a letter too many, too few or in the place of another, or two neighbours that changed places.
    """
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    # Most are told apart by their letters alone: each that the other has not is an error.
    if len(set(one).difference(other)) > most or len(set(other).difference(one)) > most:
        return most + 1
    one, other = _where_they_differ(one, other)
    # Row by row how many errors lie between the beginnings of both; a change of places looks two rows back.
    earlier: list[int] = []
    last: list[int] = [*range(len(other) + 1)]
    for row, letter in enumerate(one, 1):
        before, this = "", list[int]([row])
        for column, wanted in enumerate(other, 1):
            fewest = min(last[column] + 1, this[-1] + 1, last[column - 1] + (letter != wanted))
            if letter == before and row > 1 and one[row - 2] == wanted:
                fewest = min(fewest, earlier[column - 2] + 1)
            this.append(fewest)
            before = wanted
        if min(this) > most and min(last) >= most:
            return most + 1
        earlier, last = last, this
    return min(last[-1], most + 1)


def is_nearly(one: str, other: str, most: int) -> bool:
    """Whether two words are so many typing errors apart at most."""
    return errors(one, other, most) <= most


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Two words without what they begin and end with alike."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def near(typed: str, words: Iterable[str], most: int) -> Iterator[tuple[int, str]]:
    """Those of some words that are so many typing errors away at most, each with how many."""
    length = len(typed)
    for word in words:
        if -most <= len(word) - length <= most and (found := errors(typed, word, most)) <= most:
            yield found, word


def nearest(typed: str, words: Iterable[str], most: int) -> str | None:
    """The first of those words that are nearest to what was typed; None where all have more errors than ``most``."""
    found = min(near(typed, words, most), key=lambda each: each[0], default=None)
    return found[1] if found else None


def in_common(one: str, other: str) -> float:
    """How much of two texts is letters that both have in the same order, from 0 to 1."""
    letters = len(one) + len(other)
    if not letters:
        return 1.0
    # As the bits of a number the letters of one text that are not shared yet; a sum carries over to the next of them.
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    every = left = (1 << len(one)) - 1
    for letter in other:
        found = left & places.get(letter, 0)
        left = ((left + found) | (left - found)) & every
    return 2 * (len(one) - left.bit_count()) / letters
