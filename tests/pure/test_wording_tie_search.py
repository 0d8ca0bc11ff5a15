"""What people may type for a place or a tie, and what is found for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cogs.wording.names import tie_name
from cogs.wording.tie_search import search_ties, suggest_ties
from db.record.register import Register

KHABAROVSK = "portland-or--khabarovsk"


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


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
        ("Iowa", ["iowa--stavropol-krai"]),
        ("Juneau AK and Vladivostok", ["juneau-ak--vladivostok"]),
        ("Portland, Texas", []),
        ("*" * 200, []),
        ("", []),
        ("xyzzyplugh", []),
    ],
)
def test_ties_are_found_as_people_name_them(typed: str, ties: list[str], register: Register) -> None:
    assert [tie.id for tie in search_ties(typed, register).ties] == ties


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Portland, Texas", "TX"), ("Seattle", "WA"), ("Boise, ID", "ID"), ("Springfield, Oregon", "OR")],
)
def test_places_without_a_tie_are_found_with_their_state(typed: str, first: str, register: Register) -> None:
    found = search_ties(typed, register)
    assert not found.ties
    assert found.places[0].state == first


def test_what_is_offered_finds_its_tie_again(register: Register) -> None:
    for tie in register.record.ties.values():
        offered = suggest_ties(register.place(tie.us).name, register)
        assert all(1 <= len(text) <= 100 for line in offered for text in (line.label, line.value))
        assert tie.id in [found.id for line in offered for found in search_ties(line.value, register).ties]
        assert all(len(search_ties(line.value, register).ties) == 1 for line in offered)


def test_ties_of_the_largest_american_places_are_offered_before_anything_is_typed(register: Register) -> None:
    offered = [found.value for found in suggest_ties(" ", register)]
    assert offered[0].startswith("Chicago, Illinois")
    assert offered[1].startswith("Houston, Texas")
    assert len(offered) == len(register.record.ties)


def test_of_more_ties_25_are_offered(register: Register) -> None:
    record = register.record
    more = {
        f"{name}-{number}": replace(tie, id=f"{name}-{number}") for name, tie in record.ties.items() for number in "12"
    }
    assert len(suggest_ties(" ", Register(replace(record, ties=more)))) == 25


def test_a_place_with_several_ties_gives_them_all(register: Register) -> None:
    ties = {tie.id for tie in search_ties("Moscow", register).ties}
    assert ties == {tie.id for tie in register.ties_of("moscow")}
    assert len(ties) > 1


def test_every_tie_is_found_again_by_its_full_name(register: Register) -> None:
    for tie in register.record.ties.values():
        assert search_ties(tie_name(tie, register), register).ties == (tie,)


def test_a_state_alone_gives_its_ties(register: Register) -> None:
    assert {register.state_of(tie) for tie in search_ties("Oregon", register).ties} == {"OR"}
