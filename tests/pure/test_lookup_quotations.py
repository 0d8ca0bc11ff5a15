"""Whose words a question tells: found by rare words, in any language; and never by common ones alone."""

from __future__ import annotations

import pytest

from cogs.lookup.people.quotations import said_so
from db.record.register import Register
from db.record.text import tokens
from db.record.vocabulary import vocabulary


def test_other_words_are_of_points_on_record(register: Register) -> None:
    assert vocabulary("quotations")["also"].keys() <= register.record.talking_points.keys()


@pytest.mark.parametrize(
    ("said", "point"),
    [
        ("nobody would be happier than putin", "bestpitch-2022-03"),
        ("Putin would be thrilled if folks talked less", "bestpitch-2022-03"),
        ("однозначне послання", "lightfoot-2022-03"),
        ("здесь нет обмена", "vinis-2022-07"),
        ("це не рішення жителів новоросійська", "poe-2022-03"),
    ],
)
def test_words_are_found_in_any_language(said: str, point: str, register: Register) -> None:
    assert [each.id for each in said_so(tokens(said), register)][:1] == [point]


@pytest.mark.parametrize("said", ["keep the ties", "end the war", "Putin and the people", "the weather in May"])
def test_common_words_are_nobodys(said: str, register: Register) -> None:
    assert said_so(tokens(said), register) == []
