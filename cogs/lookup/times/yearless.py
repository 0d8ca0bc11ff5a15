"""Days, months and seasons that a text names without a year: "on March 3rd", "у травні", "until summer". Pure."""

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
_SEASONS = {
    "spring": (3, 4, 5), "summer": (6, 7, 8), "fall": (9, 10, 11), "autumn": (9, 10, 11), "winter": (12, 1, 2),
    "весн": (3, 4, 5), "навесн": (3, 4, 5), "лит": (6, 7, 8), "влитк": (6, 7, 8), "улитк": (6, 7, 8), "лет": (6, 7, 8),
    "осен": (9, 10, 11), "восен": (9, 10, 11), "осин": (9, 10, 11), "зим": (12, 1, 2), "взимк": (12, 1, 2),
}  # fmt: skip
# "Fall" is a verb as well, and "лет" are years: a season stands behind a word that sets it in time.
_IN_A_SEASON = LATE.compile(
    r"\b(?:in|during|until|till|the|that|early|late|mid|came|до|к|аж до|в|у|на початку|наприкинци|в конце|в начале"
    rf"|посред|серед|тильк|тольк|лиш|аж|чекал\w*|ждал\w*) ({'|'.join(_SEASONS)})\b{_NO_YEAR}"
    rf"|\b(навесн|влитк|улитк|восен|взимк)\b{_NO_YEAR}"
)
# A longer span than this is no day and no month that may be held against another.
_LONGEST = timedelta(days=62)


def yearless_day(joined: str) -> tuple[tuple[int, ...], int | None] | None:
    """The one month, with its day if it is named, or the months of the one season, that normalised words name without a
    year; None for none or more.
    """
    days = [*_DAY.finditer(joined)]
    if len(days) == 1:
        month, day = (days[0][1], days[0][2]) if days[0][1] else (days[0][4], days[0][3])
        return (NUMBER_OF_MONTH[month],), int(day)
    months = [] if days else [*_IN_A_MONTH.finditer(joined)]
    if months or days:
        return ((NUMBER_OF_MONTH[months[0][1]],), None) if len(months) == 1 else None
    seasons = [*_IN_A_SEASON.finditer(joined)]
    return (_SEASONS[seasons[0][1] or seasons[0][2]], None) if len(seasons) == 1 else None


def names_a_season(word: str) -> bool:
    """Whether a normalised word is that for a season."""
    return word in _SEASONS


def may_be_then(value: PartialDate, months: tuple[int, ...], day: int | None) -> bool:
    """Whether something of such a date may have been in one of these months of some year, on that day of it."""
    if value.last - value.first > _LONGEST:
        return True
    span = range((value.last - value.first).days + 1)
    days = (value.first + timedelta(days=number) for number in span)
    return any(each.month in months and day in {None, each.day} for each in days)
