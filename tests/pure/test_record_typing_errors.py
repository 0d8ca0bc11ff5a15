"""Typing errors between words, and letters that two texts have in common."""

from __future__ import annotations

import pytest

from db.record.typing_errors import errors, in_common, is_nearly, near, nearest


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("portland", "portland", 0),
        ("", "ab", 2),
        ("portlnd", "portland", 1),
        ("porttland", "portland", 1),
        ("portlund", "portland", 1),
        ("protland", "portland", 1),
        ("protlnad", "portland", 2),
        ("хабаровск", "хабарвоск", 1),
        # What changed places is not changed once more: no letter between "c" and "a" here.
        ("ca", "abc", 3),
        ("duluth", "duty", 3),
        ("portland", "khabarovsk", 10),
    ],
)
def test_errors_are_counted_up_to_the_most_that_may_be(one: str, other: str, number: int) -> None:
    for most in range(12):
        assert errors(one, other, most) == errors(other, one, most) == min(number, most + 1)
        assert is_nearly(one, other, most) is (number <= most)


def test_the_first_of_the_nearest_is_taken() -> None:
    words = ["march", "marsh", "much", "april"]
    assert [*near("mach", words, 2)] == [(1, "march"), (2, "marsh"), (1, "much")]
    assert nearest("mach", words, 2) == "march"
    assert nearest("much", words, 2) == "much"
    assert nearest("winter", words, 2) is None


@pytest.mark.parametrize(
    ("one", "other", "share"), [("", "", 1), ("abc", "abc", 1), ("abc", "xyz", 0), ("abcd", "xbyd", 0.5), ("ab", "", 0)]
)
def test_what_two_texts_have_in_the_same_order_is_in_common(one: str, other: str, share: float) -> None:
    assert in_common(one, other) == in_common(other, one) == share
