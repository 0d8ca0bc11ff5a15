"""An office is told from the name of the person who holds it."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.editing.offices import read_office
from cogs.wording.date_parsing import EntryError
from cogs.wording.names import place_name
from db.record.register import Register


@pytest.mark.parametrize(
    "typed",
    [
        "Mayor",
        "Office of the City Clerk",
        "Mayor of Juneau",
        "City and Borough Assembly",
        "Council President Pro Tem",
        "Director of International Affairs",
        "Mayor's Office",
    ],
)
def test_an_office_is_taken_by_its_name(typed: str) -> None:
    assert read_office(f" {typed} ", "Juneau, Alaska") == typed


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Mayor Beth Weldon", "Beth Weldon"),
        ("Beth Weldon", "Beth Weldon"),
        ("Beth Weldon, Mayor of Juneau", "Beth Weldon"),
        ("Weldon", "Weldon"),
        ("Мер Олена Шевченко", "Мер Олена Шевченко"),
        ("...", "..."),
    ],
)
def test_a_persons_name_is_no_office(typed: str, named: str) -> None:
    with pytest.raises(EntryError, match=f"“{re.escape(named)}” is not the name of an office"):
        read_office(typed, "Juneau, Alaska")


def test_every_office_of_the_record_would_be_taken(register: Register) -> None:
    for place in register.record.places.values():
        for known in place.recipients:
            assert read_office(known.office, place_name(place, register)) == known.office


@given(st.text(max_size=200))
def test_any_text_is_an_office_or_refused_with_a_sentence(typed: str) -> None:
    with suppress(EntryError):
        assert read_office(typed, "Juneau, Alaska") == " ".join(typed.split())
