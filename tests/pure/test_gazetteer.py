"""Names near to one that is not known."""

from __future__ import annotations

from itertools import chain
from string import ascii_lowercase

import pytest

from db.record.gazetteer import Gazetteer
from db.record.models import Country, OtherPlace, Record
from db.record.register import Register
from db.record.text import clean, tokens


def test_of_many_names_as_near_those_that_the_record_has_first_are_offered() -> None:
    """A process that is started again gives the same answer: sets of texts keep another order in each."""
    letters = ascii_lowercase[10:25]
    names = list(chain.from_iterable((f"abcde{one * 3}", f"{one * 3}defgh") for one in letters))
    record = Record(other_places=tuple(OtherPlace(Country.US, name, "OR", 0, 0, 1000) for name in names))
    found = Gazetteer(record).like("abcdefgh", limit=3, most=20)
    assert {guess.distance for guess in found} == {3}
    assert {guess.name for guess in found} == set(names[:20])


@pytest.mark.parametrize(("unknown", "is_found"), [(10, True), (11, True), (12, False)])
def test_the_first_dozen_unknown_words_of_a_text_are_compared_with_names(
    frozen_register: Register, unknown: int, is_found: bool
) -> None:
    text = " ".join([*(f"qxz{letter}vwk" for letter in ascii_lowercase[:unknown]), "Khabarovks"])
    found = frozen_register.gazetteer.find(tokens(clean(text)), frozenset())
    assert [(match.start, match.distance) for match in found] == ([(unknown, 1)] if is_found else [])
