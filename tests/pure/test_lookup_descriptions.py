"""Places that are described in a question and not named."""

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.wording.names import place_name
from db.record.register import Register
from db.record.vocabulary import vocabulary


@pytest.mark.parametrize("place", sorted(vocabulary("descriptions")))
def test_each_description_is_of_a_place_with_a_tie_and_reads_its_name(place: str, register: Register) -> None:
    name = vocabulary("descriptions")[place]["name"]
    assert register.ties_of(place)
    assert place_name(register.place(place), register).startswith(name)


def test_it_is_told_how_a_description_was_read(register: Register) -> None:
    found = answer("the city where the last tsar was shot", register, date(2026, 11, 30))
    assert found.ties == ("san-jose-ca--yekaterinburg",)
    assert any("as Yekaterinburg" in line.text for part in found.parts for line in part.lines)


def test_a_place_that_is_named_beside_its_description_is_no_other_place(register: Register) -> None:
    found = answer("Dixon IL, Reagan's hometown: does it still count?", register, date(2026, 11, 30))
    assert found.ties == ("dixon-il--dikson",)
    assert not any("Reading" in line.text for part in found.parts for line in part.lines)
