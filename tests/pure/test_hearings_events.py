"""The event of a hearing keeps Discord's limits, whatever is on record of it, and its mark is always whole."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cogs.hearings.events import LONGEST_NAME, LONGEST_PLACE, LONGEST_TEXT, mark_of, wanted_event
from db.record.register import Register
from tests.pure.test_hearings_schedule import STARTS, hearing
from tests.pure.test_record_hearings import known

__all__ = ["known"]
NAMES = "Juneau, Alaska – Vladivostok"


@pytest.mark.parametrize("length", [1, 50, 200, 2000])
def test_no_part_is_longer_than_discord_takes_and_the_mark_is_whole(known: Register, length: int) -> None:
    found = hearing(
        known,
        hearing_place="Hall " * length,
        hearing_speak="Ґ“ä” " * length,
        hearing_agenda=f"https://juneau.org/{'a' * 300}",
        summary="What is proposed. " * length,
    )
    wanted = wanted_event(found, NAMES * length)
    assert wanted is not None
    assert len(wanted.name) <= LONGEST_NAME
    assert len(wanted.place) <= LONGEST_PLACE
    assert len(wanted.text) <= LONGEST_TEXT
    assert wanted.text.endswith(f"{found.act.hearing_agenda}\n\n{mark_of(found.name)}")
    assert (wanted.starts, wanted.ends) == (STARTS, STARTS + timedelta(hours=3))


def test_a_hearing_without_a_time_or_that_is_off_has_no_event(known: Register) -> None:
    assert wanted_event(hearing(known, hearing_time=None, hearing_zone=None), NAMES) is None


def test_a_cancelled_hearing_has_no_event(known: Register) -> None:
    assert wanted_event(hearing(known, hearing_cancelled=True), NAMES) is None


def test_two_hearings_have_two_marks() -> None:
    assert mark_of("first") != mark_of("second")
    assert mark_of("first") == mark_of("first")
