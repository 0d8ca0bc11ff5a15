"""Typing errors between words, counted in bits, as the plain table of both words has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.record.typing_errors import ANY_NUMBER, are_alike, errors_between, near, nearest

_WORDS = st.text("abcд", max_size=9)


def _by_table(one: str, other: str) -> int:
    """The errors between two words, each beginning of one held against each of the other."""
    errors = {(i, -1): i + 1 for i in range(-1, len(one))} | {(-1, j): j + 1 for j in range(-1, len(other))}
    for i, letter in enumerate(one):
        for j, by in enumerate(other):
            errors[i, j] = min(errors[i - 1, j] + 1, errors[i, j - 1] + 1, errors[i - 1, j - 1] + (letter != by))
            if i and j and letter == other[j - 1] and one[i - 1] == by:
                errors[i, j] = min(errors[i, j], errors[i - 2, j - 2] + 1)
    return errors[len(one) - 1, len(other) - 1]


@given(_WORDS, _WORDS, st.integers(0, 9))
def test_errors_are_those_of_the_table_and_one_more_than_may_be(one: str, other: str, most: int) -> None:
    assert errors_between(one, other, most) == min(_by_table(one, other), most + 1)


@pytest.mark.parametrize(
    ("typed", "name", "errors"),
    [("portlnd", "portland", 1), ("potrland", "portland", 1), ("khabarosk", "khabarovsk", 1), ("ca", "abc", 3)],
)
def test_a_letter_missing_or_two_that_changed_places_are_one_error(typed: str, name: str, errors: int) -> None:
    assert errors_between(typed, name, ANY_NUMBER) == errors


@given(_WORDS, st.lists(_WORDS), st.integers(0, 3))
def test_the_nearest_names_come_first_and_those_as_near_in_their_order(typed: str, names: list[str], most: int) -> None:
    expected = sorted((errors, place) for place, name in enumerate(names) if (errors := _by_table(typed, name)) <= most)
    assert near(typed, names, most) == expected
    assert nearest(typed, names, most) == (names[expected[0][1]] if expected else None)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Council to vote on Irkutsk tie", "Council to vote on Irkutsk ties", True),
        ("Council votes on Irkutsk", "Mayor speaks on Irkutsk", False),
        ("", "", True),
        ("Council", "", False),
    ],
)
def test_texts_are_alike_by_their_letters(one: str, other: str, *, alike: bool) -> None:
    assert are_alike(one, other, 0.95) is alike
