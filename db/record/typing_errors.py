"""How many typing errors are between two words: a letter left out, put in, or taken for another, or two that changed
places. No part of a word is changed twice. Pure.

It is asked of the few names that are known to be like what was typed. A library that counts errors in all that there
are, in machine code, is ten times as quick, and takes 4 MiB.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

# No two words have more.
ANY_NUMBER = 1 << 16


def errors_between(one: str, other: str, most: int) -> int:
    """How many errors are between two words; where there are more than ``most``, one more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _without_what_is_alike(one, other)
    if not (one and other):
        return len(one) + len(other)
    if most == 1:
        is_one = len(one) == len(other) == 1 or (len(one) == len(other) == 2 and one == other[::-1])
        return 1 if is_one else 2
    # An error takes away one letter at most: most words that are not alike are seen not to be by these.
    return most + 1 if len({*one}.difference(other)) > most else min(_counted(one, other), most + 1)


def near(typed: str, names: Sequence[str], most: int) -> list[tuple[int, int]]:
    """The places of the names that are so few errors from what was typed, behind how many these are: the nearest first,
    those as near in their order.
    """
    letters = len(typed)
    may_be = [place for place, name in enumerate(names) if -most <= len(name) - letters <= most]
    found = ((errors_between(typed, names[place], most), place) for place in may_be)
    return sorted((errors, place) for errors, place in found if errors <= most)


def nearest(typed: str, names: Iterable[str], most: int) -> str | None:
    """The first of the names that are nearest to what was typed, of those that are so few errors from it."""
    letters, found = len(typed), None
    for name in names:
        if -most <= len(name) - letters <= most and (errors := errors_between(typed, name, most)) <= most:
            found, most = name, errors - 1
    return found


def are_alike(one: str, other: str, share: float) -> bool:
    """Whether two texts are of the same letters in the same order, but for so few that these are at least such a share
    of all letters of both.
    """
    letters = len(one) + len(other)
    if 2 * min(len(one), len(other)) < share * letters:
        return False
    all_, places = (1 << len(one)) - 1, _places(one)
    left = all_
    for letter in other:
        found = left & places.get(letter, 0)
        left = ((left + found) | (left - found)) & all_
    return 2 * (len(one) - left.bit_count()) >= share * letters


def _without_what_is_alike(one: str, other: str) -> tuple[str, str]:
    """Two words without what both begin with, and what both end with."""
    shorter = min(len(one), len(other))
    begin = 0
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[begin : len(one) - end], other[begin : len(other) - end]


def _counted(one: str, other: str) -> int:
    """How many errors are between two words of some letters: the last column of their table, in bits.

    After H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003): ``more`` and
    ``fewer`` say where in a column a number is one more, or one fewer, than the one above it.
    """
    last = 1 << len(one) - 1
    all_ = (last << 1) - 1
    places = _places(one)
    more, fewer, alike, before, errors = all_, 0, 0, 0, len(one)
    for letter in other:
        here = places.get(letter, 0)
        changed_places = ((~alike & here) << 1) & before
        alike = ((((here & more) + more) ^ more) | here | fewer | changed_places) & all_
        rises, falls = fewer | (~(alike | more) & all_), alike & more
        errors += bool(rises & last) - bool(falls & last)
        rises, falls = (rises << 1 | 1) & all_, (falls << 1) & all_
        more, fewer, before = falls | (~(alike | rises) & all_), rises & alike, here
    return errors


def _places(text: str) -> Mapping[str, int]:
    """The places of each letter of a text, as bits."""
    places: dict[str, int] = {}
    for place, letter in enumerate(text):
        places[letter] = places.get(letter, 0) | 1 << place
    return places
