"""Dates in figures alone, as Americans and Europeans write them: "3/28/22", "28.03.2022", "2022-03-28". Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from db.record.months import MONTHS

_NUMERIC = LATE.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/])")
# A hyphen may have become a dash: "2022-06-01".
_YEAR_FIRST = LATE.compile(r"(?<![\d/.–-])((?:19|20)\d\d)([/.–-])(\d{1,2})\2(\d{1,2})(?![\d/–-])")
# A month and its year: "03/2022", "3.2022".
_MONTH = LATE.compile(r"(?<![\d/.:–-])(0?[1-9]|1[0-2])[/.]((?:19|20)\d\d)(?![\d/]|[.:–-]\d)")
# A day without its year is one only where it is said to be: "5/4" may be a vote.
_OF_NO_YEAR = LATE.compile(r"(?<=\bon )(\d{1,2})/(\d{1,2})(?![\d/])", re.IGNORECASE)
# With its year in short only where it is said to be a month: "in 3/22", a vote may be 3/22.
_MONTH_OF_SHORT_YEAR = LATE.compile(r"(?<=\bin )(0?[1-9]|1[0-2])/(\d\d)(?![\d/])", re.IGNORECASE)
_CYRILLIC = LATE.compile(r"[\u0400-\u04ff]")
_MONTHS_OF_A_YEAR = 12
_LONGEST_MONTH = 31
_SHORT = 2
_MARKS = "/.-–"
# Years of two digits up to this one are of this century.
_LAST_OF_NOW = "40"


def century_of(year: str) -> str:
    """The first two digits of a year of which two are written."""
    return "19" if year > _LAST_OF_NOW else "20"


def in_words(text: str) -> str:
    """The same with such dates as a day, a month and a year; what is no date stays as it is.

    With a slash the month goes first, unless it cannot be one or the text is in Cyrillic; with a dot the day does.
    """
    if not any(mark in text for mark in _MARKS):
        return text
    month_first = not _CYRILLIC.search(text)
    text = _YEAR_FIRST.sub(lambda it: _date(it[4], it[3], it[1]) or it[0], text)
    text = _NUMERIC.sub(lambda it: _read(it[1], it[3], it[4], month_first=month_first and it[2] == "/") or it[0], text)
    text = _MONTH.sub(lambda it: f"{MONTHS[int(it[1]) - 1]} {it[2]}", text)
    text = _MONTH_OF_SHORT_YEAR.sub(lambda it: _date("", it[1], it[2]), text)
    return _OF_NO_YEAR.sub(lambda it: _read(it[1], it[2], "", month_first=month_first) or it[0], text)


def _read(first: str, second: str, year: str, *, month_first: bool) -> str:
    """A date of two numbers, by the order that is usual, or the other one where that is none; empty for no date."""
    day, month = (second, first) if month_first else (first, second)
    return _date(day, month, year) or _date(month, day, year)


def _date(day: str, month: str, year: str) -> str:
    """A day, or a month without one, of a year in words; empty for what is none."""
    if not (1 <= int(month) <= _MONTHS_OF_A_YEAR and 1 <= int(day or 1) <= _LONGEST_MONTH):
        return ""
    whole = f"{century_of(year)}{year}" if len(year) == _SHORT else year
    return f"{int(day) if day else ''} {MONTHS[int(month) - 1]} {whole}".strip()
