"""Hearings as a calendar file (RFC 5545), for the bot and for the public page. Pure.

The same record gives the same bytes: no time of making stands in it. A time of day is written in UTC, so that no reader
needs a table of time zones; a day without a time is a day of the calendar, wherever it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from cogs.wording import hearing_sentences
from cogs.wording.act_sentences import proposal_told
from cogs.wording.dates import hearing_when
from cogs.wording.names import pair_name
from db.record.hearings import LASTS, Hearing
from db.record.register import Register

_PRODUCT = "-//Tiewatch//Hearings//EN"
# RFC 5545, section 3.1: octets of a line, its break not counted.
_LONGEST_LINE = 75


def calendar(hearings: Iterable[Hearing], register: Register, *, page: str = "") -> bytes:
    """A calendar of hearings. ``page`` is an address where more about them is, if there is one.

    An event keeps its ``UID`` when its hearing is moved, and its ``SEQUENCE`` rises; what is cancelled says so.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for hearing in hearings:
        lines += _event(hearing, register, page)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(hearing: Hearing, register: Register, page: str) -> Iterator[str]:
    act = hearing.act
    yield "BEGIN:VEVENT"
    yield f"UID:{hearing.name}@tiewatch"
    yield f"DTSTAMP:{(act.recorded_on or act.date.first):%Y%m%d}T000000Z"
    yield f"SEQUENCE:{hearing.version}"
    yield f"STATUS:{'CANCELLED' if hearing.is_cancelled else 'CONFIRMED'}"
    yield from _times(hearing)
    yield f"SUMMARY:{_text(hearing_sentences.hearing_title(pair_name(hearing.tie, register)))}"
    if act.hearing_place:
        yield f"LOCATION:{_text(act.hearing_place)}"
    yield f"DESCRIPTION:{_text(described(hearing))}"
    if address := act.hearing_agenda or page:
        yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _times(hearing: Hearing) -> Iterator[str]:
    if hearing.starts is None:
        yield f"DTSTART;VALUE=DATE:{hearing.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{hearing.day + timedelta(days=1):%Y%m%d}"
        return
    yield f"DTSTART:{_moment(hearing.starts)}"
    yield f"DTEND:{_moment(hearing.starts + LASTS)}"


def described(hearing: Hearing) -> str:
    """What a calendar says of a hearing: when, who proposed what, how to speak, what is not known."""
    act = hearing.act
    untimed = "" if hearing.starts else hearing_sentences.TIME_NOT_KNOWN
    told = (
        hearing_sentences.hearing_is_cancelled(hearing_when(act)) if hearing.is_cancelled else "",
        proposal_told(act),
        *hearing_sentences.hearing_details(act),
        untimed,
        hearing_sentences.CHECK_THE_AGENDA,
    )
    return "\n".join(text for text in told if text)


def _moment(value: datetime) -> str:
    return f"{value:%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """A text as a value: RFC 5545, section 3.3.11."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> str:
    """A line of at most 75 octets, gone on with on lines that begin with a blank; no character is cut in two."""
    pieces, piece, room = [], "", _LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LONGEST_LINE - 1
        piece += character
        room -= size
    return "\r\n ".join([*pieces, piece])
