"""What a volunteer may type for a place, and what a letter may then be about."""

from __future__ import annotations

import pytest

from cogs.letters.find import find, suggest
from db.register import Register

KHABAROVSK = "portland-or--khabarovsk"


@pytest.mark.parametrize(
    ("typed", "ties"),
    [
        ("Portland", ["portland-me--arkhangelsk", KHABAROVSK]),
        ("Portland, OR", [KHABAROVSK]),
        ("portland oregon", [KHABAROVSK]),
        ("Khabarovsk", [KHABAROVSK]),
        ("Хабаровськ", [KHABAROVSK]),
        ("portlnd, oregon", [KHABAROVSK]),
        ("Portland – Khabarovsk", [KHABAROVSK]),
        (KHABAROVSK, [KHABAROVSK]),
        ("Vermont", ["vermont--karelia"]),
        ("", []),
        ("xyzzyplugh", []),
    ],
)
def test_ties_are_found_as_people_name_them(typed: str, ties: list[str], register: Register) -> None:
    assert [tie.id for tie in find(typed, register).ties] == ties


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Portland, Texas", "TX"), ("Seattle", "WA"), ("Boise, ID", "ID"), ("Springfield, Oregon", "OR")],
)
def test_places_without_a_tie_are_found_with_their_state(typed: str, first: str, register: Register) -> None:
    found = find(typed, register)
    assert not found.ties
    assert found.places[0].state == first


def test_what_is_offered_finds_its_tie_again(register: Register) -> None:
    for tie in register.record.ties.values():
        offered = suggest(register.place(tie.us).name, register)
        assert all(len(label) <= 100 and len(value) <= 100 for label, value in offered)
        assert tie.id in [found.id for _, value in offered for found in find(value, register).ties]
        assert all(len(find(value, register).ties) == 1 for _, value in offered)


def test_something_is_offered_before_anything_is_typed(register: Register) -> None:
    assert len(suggest("", register)) > 20
