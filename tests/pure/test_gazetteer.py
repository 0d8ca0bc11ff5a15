"""Names near to one that is not known."""

from __future__ import annotations

from itertools import chain
from random import Random
from string import ascii_lowercase

import pytest

from db.record.gazetteer import Gazetteer
from db.record.models import Country, OtherPlace, Record
from db.record.ordinary_words import is_familiar
from db.record.register import Register
from db.record.text import clean, normalise, tokens
from tests.bench.questions import misspelt


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


@pytest.mark.parametrize("seed", range(3))
def test_a_word_with_one_error_or_two_is_the_name_that_is_nearest_of_all(frozen_register: Register, seed: int) -> None:
    """Those with one error are looked for first, and the others only where none of those will do."""
    random, gazetteer = Random(seed), frozen_register.gazetteer
    names = [place.name for place in frozen_register.record.places.values() if place.name.isalpha()]
    typed = [normalise(misspelt(misspelt(random.choice(names), random), random)) for _ in range(100)]
    told = {
        word: [match.named for match in gazetteer.find(tokens(word.title()), frozenset())]
        for word in typed
        if not (gazetteer.exact(word) or gazetteer.sounding(word) or is_familiar(word))
    }
    nearest = {word: [guess.named for guess in gazetteer.like(word)] for word in told}
    assert len(told) > 50
    assert told == nearest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nwe York", (0, 2)),
        ("New Yrok", (0, 2)),
        ("and Yrok", None),
        ("Saalt Lakke City", (0, 3)),
        # Of three words two are misspelt at most; this is Salt Lake.
        ("Saalt Lakke Ciity", (0, 2)),
    ],
)
def test_a_misspelt_word_is_read_with_its_neighbour_where_a_name_has_that(
    register: Register, text: str, found: tuple[int, int] | None
) -> None:
    matches = register.gazetteer.find(tokens(text), frozenset())
    spans = [(match.start, match.end) for match in matches if match.end - match.start > 1]
    assert spans == ([found] if found else [])
