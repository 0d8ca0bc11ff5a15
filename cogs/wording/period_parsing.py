"""Times that are told as a season, a week or a part of a month or year, in English, Ukrainian or Russian. Pure.

They are no dates: whoever shows one says that it is not exact.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from db.record.months import ALL_MONTHS

_WEEK = timedelta(days=7)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MOST_WEEKS, _MOST_MONTHS, _MONTHS_A_YEAR = 60, 24, 12
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_SPACES = re.compile(r"[\s-]+")
# What may stand before a time without another meaning.
_BEFORE = re.compile(r"^(?:(?:in|during|around|about|sometime|some time|the) )+")
_SEASONS = {
    3: "spring|навесні|весною|весна|весной|весны",
    6: "summer|влітку|літом|літо|летом|лето",
    9: "fall|autumn|восени|осінню|осінь|осенью|осень",
    12: "winter|взимку|зимою|зима|зимой",
}
_SEASON = {month: re.compile(rf"(?:(?:last|this|the) )?(?:{words})(?:,? (?:of )?(?P<year>\d{{4}}))?(?: року| года)?")
           for month, words in _SEASONS.items()}  # fmt: skip
_LAST_WEEK = frozenset({"last week", "минулого тижня", "на минулому тижні", "на прошлой неделе"})
_THIS_WEEK = frozenset({"this week", "earlier this week", "цього тижня", "на цьому тижні", "на этой неделе"})
_AGO = re.compile(rf"{_NUMBER} (?P<unit>weeks?|months?) ago")
_PART = re.compile(r"(?P<part>early|mid|late)(?: in)? (?:(?P<month>[a-z]{3,9}),? ?)?(?P<year>\d{4})?")
_MONTH_ALONE = re.compile(r"(?:last |this )?(?P<month>[a-zа-яіїєґ]{3,9})")
_TENTH, _TWENTIETH = 10, 20
_MONTHS_OF_PART = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}

_Span = tuple[date, date]


def read_period(typed: str, today: date) -> _Span | None:
    """The first and the last day of a time of the past, as it was meant on the day of the telling; None for any other
    text. A winter with one year may be either of two, and is not read.
    """
    text = _BEFORE.sub("", _SPACES.sub(" ", typed).strip().lower())
    readers: tuple[Callable[[str, date], _Span | None], ...] = (_week, _ago, _season, _part, _month_alone)
    found = next((span for read in readers if (span := read(text, today))), None)
    return found if found is not None and found[0] <= today else None


def _week(text: str, today: date) -> _Span | None:
    monday = today - timedelta(days=today.weekday())
    if text in _THIS_WEEK:
        return monday, today
    return (monday - _WEEK, monday - timedelta(days=1)) if text in _LAST_WEEK else None


def _ago(text: str, today: date) -> _Span | None:
    found = _AGO.fullmatch(text)
    if found is None:
        return None
    number = _NUMBERS.get(found["number"]) or int(found["number"])
    if found["unit"].startswith("month"):
        return _months(_months_before(today, number), 1) if number <= _MOST_MONTHS else None
    if number > _MOST_WEEKS:
        return None
    monday = today - timedelta(days=today.weekday()) - number * _WEEK
    return monday, monday + timedelta(days=6)


def _season(text: str, today: date) -> _Span | None:
    for month, pattern in _SEASON.items():
        found = pattern.fullmatch(text)
        if found is None:
            continue
        if found["year"]:
            return None if month == _MONTHS_A_YEAR else _months(date(int(found["year"]), month, 1), 3)
        return _months(_newest(month, today), 3)
    return None


def _part(text: str, _today: date) -> _Span | None:
    found = _PART.fullmatch(text)
    if found is None or found["year"] is None:
        return None
    year = int(found["year"])
    if found["month"] is None:
        begins, ends = _MONTHS_OF_PART[found["part"]]
        return _months(date(year, begins, 1), ends - begins + 1)
    month = ALL_MONTHS.get(found["month"])
    if month is None:
        return None
    first, end = _months(date(year, month, 1), 1)
    days = {
        "early": (first, first.replace(day=_TENTH)),
        "mid": (first.replace(day=_TENTH + 1), first.replace(day=_TWENTIETH)),
        "late": (first.replace(day=_TWENTIETH + 1), end),
    }
    return days[found["part"]]


def _month_alone(text: str, today: date) -> _Span | None:
    found = _MONTH_ALONE.fullmatch(text)
    month = ALL_MONTHS.get(found["month"]) if found else None
    return _months(_newest(month, today), 1) if month else None


def _newest(month: int, today: date) -> date:
    """The first day of the newest such month that has begun."""
    this_year = date(today.year, month, 1)
    return this_year if this_year <= today else this_year.replace(year=today.year - 1)


def _months_before(today: date, number: int) -> date:
    months = today.year * _MONTHS_A_YEAR + today.month - 1 - number
    return date(months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, 1)


def _months(first: date, number: int) -> _Span:
    """So many whole months, from the first day of the first."""
    last = _months_before(first, 1 - number)
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])
