"""An editor picks a place or an act as people name them."""

from __future__ import annotations

import pytest

from cogs.editing.autocomplete import acts_like, suggest_acts, suggest_places
from db.record.register import Register

JUNEAU = "juneau-ak--vladivostok"


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


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
