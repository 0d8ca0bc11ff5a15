"""An editor names a tie as people do; what is offered while typing finds it again."""

from __future__ import annotations

import pytest

from cogs.common.words import tie_name
from cogs.record.ties import acts_like, find_ties, suggest_acts, suggest_places, suggest_ties
from db.register import Register

JUNEAU = "juneau-ak--vladivostok"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (JUNEAU, [JUNEAU]),
        ("Juneau", [JUNEAU]),
        ("juneau, alaska", [JUNEAU]),
        ("Juneau AK and Vladivostok", [JUNEAU]),
        ("Portland, Oregon", ["portland-or--khabarovsk"]),
        ("Portland OR", ["portland-or--khabarovsk"]),
        ("Portland Khabarovsk", ["portland-or--khabarovsk"]),
        ("Portland, Texas", []),
        ("Atlantis", []),
        ("", []),
        ("*" * 200, []),
    ],
)
def test_a_tie_is_found_by_what_people_call_it(typed: str, found: list[str], register: Register) -> None:
    assert [tie.id for tie in find_ties(typed, register)] == found


def test_a_place_with_several_ties_gives_them_all(register: Register) -> None:
    ties = {tie.id for tie in find_ties("Vladivostok", register)}
    assert ties == {tie.id for tie in register.ties_of("vladivostok")}
    assert len(ties) > 1


def test_every_tie_is_found_again_by_its_full_name(register: Register) -> None:
    for tie in register.record.ties.values():
        assert find_ties(tie_name(tie, register), register) == (tie,)


def test_what_is_offered_for_a_beginning_finds_its_tie_and_fits_discord(register: Register) -> None:
    for typed in ("", "Por", "st p", "vladi", "Хабаровск", "xyzzy"):
        for found in suggest_ties(typed, register):
            assert 1 <= len(found.label) <= 100
            assert 1 <= len(found.value) <= 100
            assert len(find_ties(found.value, register)) == 1


def test_places_offered_are_american_and_each_once(register: Register) -> None:
    names = [found.value for found in suggest_places("Port", register)]
    assert "Portland, Oregon" in names
    assert "Portland, Maine" in names
    assert len(names) == len(set(names))


def test_an_act_is_found_by_its_id_or_by_words_of_its_line(register: Register) -> None:
    tie = register.tie(JUNEAU)
    kept = f"{JUNEAU}.20220404.kept"
    assert [act.id for act in acts_like(kept, tie)] == [kept]
    assert [act.id for act in acts_like("assembly kept", tie)] == [kept]
    assert len(acts_like("4 april 2022", tie)) == 2
    assert [found.value for found in suggest_acts("KEPT", [tie])] == [kept]
