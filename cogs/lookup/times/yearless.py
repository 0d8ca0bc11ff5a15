"""Days and months that a text names without a year: "on March 3rd", "у травні". Pure."""

from __future__ import annotations

from datetime import timedelta

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.dated import NUMBER_OF_MONTH
from db.record.models import PartialDate

_MONTH = rf"({'|'.join(sorted(NUMBER_OF_MONTH, key=len, reverse=True))})"
_NO_YEAR = r"(?! (?:of |in )?(?:19|20)?\d\d\b)"
_DAY = LATE.compile(
    rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b{_NO_YEAR}|\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}\b{_NO_YEAR}"
)
_IN_A_MONTH = LATE.compile(
    rf"\b(?:in|during|early|late|mid|в|у|на початку|наприкинци|в конце|в начале) {_MONTH}\b{_NO_YEAR}"
)
# A longer span than this is no day and no month that may be held against another.
_LONGEST = timedelta(days=62)


def yearless_day(joined: str) -> tuple[int, int | None] | None:
    """The one month, with its day if it is named, that normalised words name without a year; None for none or more."""
    days = [*_DAY.finditer(joined)]
    if len(days) == 1:
        month, day = (days[0][1], days[0][2]) if days[0][1] else (days[0][4], days[0][3])
        return NUMBER_OF_MONTH[month], int(day)
    months = [] if days else [*_IN_A_MONTH.finditer(joined)]
    return (NUMBER_OF_MONTH[months[0][1]], None) if len(months) == 1 else None


def may_be_then(value: PartialDate, month: int, day: int | None) -> bool:
    """Whether something of such a date may have been in that month of some year, on that day of it."""
    if value.last - value.first > _LONGEST:
        return True
    span = range((value.last - value.first).days + 1)
    days = (value.first + timedelta(days=number) for number in span)
    return any(each.month == month and day in {None, each.day} for each in days)
