"""The calendar file: its lines, what is escaped in them, and what becomes of a moved or cancelled hearing.

It is read back by a library that knows nothing of how it was made.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from cogs.wording.calendar import _folded, calendar
from db.record.hearings import coming
from db.record.models import Act
from db.record.register import Register
from tests.pure.test_record_hearings import TIE, known, proposal, with_acts

__all__ = ["known"]
BEFORE = datetime(2026, 11, 28, 12, tzinfo=UTC)


def file_of(register: Register, *acts: Act) -> bytes:
    """The calendar of Juneau's tie with these acts."""
    return calendar(coming(register, BEFORE, [with_acts(register, *acts)]), register)


def event_of(file: bytes) -> icalendar.Event:
    """The one event of a file."""
    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def test_a_day_without_a_time_is_a_whole_day_of_the_calendar(known: Register) -> None:
    file = file_of(known, proposal(known.tie(TIE)))
    assert b"DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261204\r\n" in file
    event = event_of(file)
    assert event.decoded("dtstart") == date(2026, 12, 3)
    assert "The time of day is not on record" in str(event["description"])


def test_a_time_is_a_moment_and_says_where_and_how_to_speak(known: Register) -> None:
    timed = proposal(
        known.tie(TIE),
        hearing_time=time(18, 30),
        hearing_zone="America/Juneau",
        hearing_place="City Hall; Room 224, 155 Heritage Way\\Juneau",
        hearing_speak="sign up by noon",
        hearing_agenda="https://juneau.org/agenda?id=1",
    )
    event = event_of(file_of(known, timed))
    assert event.decoded("dtstart") == datetime(2026, 12, 4, 3, 30, tzinfo=UTC)
    assert str(event["location"]) == "City Hall; Room 224, 155 Heritage Way\\Juneau"
    assert "To speak: sign up by noon." in str(event["description"])
    assert str(event["url"]) == "https://juneau.org/agenda?id=1"
    assert str(event["status"]) == "CONFIRMED"


def test_a_moved_hearing_is_the_same_event_and_a_cancelled_one_says_so(known: Register) -> None:
    tie = known.tie(TIE)
    first = event_of(file_of(known, proposal(tie)))
    known.replace_tie(tie)
    moved = proposal(tie, "second", hearing=date(2026, 12, 10), replaces="first", hearing_cancelled=True)
    second = event_of(file_of(known, proposal(tie), moved))
    assert first["uid"] == second["uid"] == "first@tiewatch"
    assert (first["sequence"], second["sequence"]) == (0, 1)
    assert str(second["status"]) == "CANCELLED"
    assert second.decoded("dtstart") == date(2026, 12, 10)


def test_the_same_record_gives_the_same_bytes_and_no_line_is_too_long(known: Register) -> None:
    file = file_of(known, proposal(known.tie(TIE), summary="Ґ, “ä”; " * 60))
    assert file == calendar(coming(known, BEFORE), known)
    assert max(len(line) for line in file.split(b"\r\n")) == 75


def test_no_hearing_is_an_empty_calendar(known: Register) -> None:
    file = calendar((), known)
    assert not icalendar.Calendar.from_ical(file).walk("VEVENT")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_folded_line_comes_back_whole(text: str) -> None:
    folded = _folded(text)
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == text
