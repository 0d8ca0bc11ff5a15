"""Dates as English says them. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from db.record.models import Act, PartialDate, Precision
from db.record.months import MONTHS
from db.record.time_zones import time_zone

_NOON = 12
# A day, or two of one month, with the month, and the year where it is given; and what follows, for the comma.
_DAY_FIRST = re.compile(
    rf"\b(?P<days>\d{{1,2}}(?:(?: and | or | to |–)\d{{1,2}})?) (?P<month>{'|'.join(MONTHS)})\b"
    r"(?: (?P<year>\d{4})\b(?P<goes_on>(?= [^\s(\[–—]))?)?"
)


def day(value: date) -> str:
    """A date in words: ``4 April 2022``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def when(value: PartialDate) -> str:
    """A date as exactly as it is known: ``4 April 2022``, ``April 2022``, ``2022``."""
    if value.precision is Precision.DAY:
        return day(value.first)
    if value.precision is Precision.MONTH:
        return f"{MONTHS[value.first.month - 1]} {value.first.year}"
    return str(value.first.year)


def on(value: PartialDate) -> str:
    """A date with its preposition: ``on 4 April 2022``, ``in April 2022``."""
    return f"on {when(value)}" if value.precision is Precision.DAY else f"in {when(value)}"


def span(first: date, last: date) -> str:
    """A time in words: ``March 2026``, ``March to May 2026``, ``16 to 22 November 2026``."""
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    begins, ends = (of_month(value) if whole else day(value) for value in (first, last))
    if begins == ends:
        return begins
    if not whole and (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {ends}"
    same_year = first.year == last.year
    return f"{begins.removesuffix(f' {first.year}') if same_year else begins} to {ends}"


def of_month(value: date) -> str:
    """The month of a day: ``March 2022``."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def clock_time(value: time) -> str:
    """A time of day as Americans write it: ``6:30 pm``, ``9 am``, ``noon``."""
    if value == time(12):
        return "noon"
    hour = f"{(value.hour + 11) % 12 + 1}"
    return f"{hour}:{value.minute:02d} {_half(value)}" if value.minute else f"{hour} {_half(value)}"


def _half(value: time) -> str:
    return "pm" if value.hour >= _NOON else "am"


def hearing_when(act: Act) -> str:
    """When a proposal is heard, as exactly as it is known: ``3 December 2026``, ``3 December 2026, 6:30 pm PST``."""
    assert act.hearing is not None
    if act.hearing_time is None or act.hearing_zone is None:
        return day(act.hearing)
    zone = datetime.combine(act.hearing, act.hearing_time, time_zone(act.hearing_zone)).tzname()
    return f"{day(act.hearing)}, {clock_time(act.hearing_time)} {zone}"


def month_first(text: str) -> str:
    """A text whose dates begin with the month, and close with a comma after the year: ``March 14, 2022, …``.

    No comma is added where punctuation, a bracket or the end follows.
    """
    return _DAY_FIRST.sub(_month_first, text)


def _month_first(found: re.Match[str]) -> str:
    named = f"{found['month']} {found['days']}"
    if found["year"] is None:
        return named
    return f"{named}, {found['year']}," if found["goes_on"] is not None else f"{named}, {found['year']}"
