"""Dates as people type them, in any usual form and in English, Ukrainian or Russian. Pure.

Every function that reads one raises EntryError with a sentence for the person who typed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta

from cogs.wording.dates import day, when
from cogs.wording.english import clip, paragraph
from db.record.models import PartialDate, Precision
from db.record.months import ALL_MONTHS

EARLIEST_YEAR = 1940
_LONGEST_SHOWN = 60
_MONTHS_A_YEAR = 12

_MONTH = r"(?P<month>[a-zа-яіїєґ]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = (
    re.compile(rf"(?:the )?{_DAY} (?:of )?{_MONTH},? {_YEAR}"),
    re.compile(rf"{_MONTH} {_DAY},? {_YEAR}"),
    re.compile(rf"{_MONTH},? {_YEAR}"),
    re.compile(rf"{_YEAR}[-/](?P<number>\d{{1,2}})[-/]{_DAY}"),
    re.compile(rf"{_YEAR}[-/](?P<number>\d{{1,2}})"),
    re.compile(rf"(?P<number>\d{{1,2}})/{_DAY}/{_YEAR}"),
    re.compile(rf"(?P<number>\d{{1,2}})/{_DAY}/(?P<short>\d{{2}})"),
    re.compile(rf"(?P<number>\d{{1,2}})/{_YEAR}"),
    re.compile(rf"{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}"),
    re.compile(_YEAR),
)
_WEEKDAYS = tuple(calendar.day_name)
_WEEKDAY = re.compile(rf"(?P<weekday>{'|'.join(_WEEKDAYS)}),? (?P<date>.+)", re.IGNORECASE)
# "2022 року", "2022 г."
_YEAR_WORD = re.compile(r"(?<=\d) ?(?:року|рік|р\.|года|год|г\.)$")
# Slashes are American, and month first; dots are European, and day first. Who typed is told which was taken.
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.\d{4}")
_MONTH_FIRST = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{2}|\d{4})")
# What pages print around a date. A moment before noon by Greenwich is not taken: in America it may be the day before.
_LABEL = re.compile(r"^(?:published|updated|posted|опубліковано|оновлено|опубликовано|обновлено)(?: on)?:? ")
_TIME_OF_DAY = re.compile(
    r"(?:(?:,| at)? (?:\d{1,2}(?::\d\d){1,2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: [a-z]{2,4})?"
    r"|t(?:\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[+-]\d\d:?\d\d)?|(?:1[2-9]|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?z))$"
)
_DAYS_AGO = {"today": 0, "сьогодні": 0, "сегодня": 0, "yesterday": 1, "вчора": 1, "вчера": 1}
_LAST_MONTH = frozenset(
    {"last month", "минулого місяця", "у минулому місяці", "в минулому місяці", "в прошлом месяце", "прошлом месяце"}
)
_LAST_YEAR = frozenset({"last year", "минулого року", "у минулому році", "торік", "в прошлом году"})
_THIS_MONTH = frozenset({"this month", "цього місяця", "у цьому місяці", "в этом месяце"})
_COMMA = re.compile(r",(?=\S)")
_SPACES = re.compile(r"\s+")
_MONTH_FIRST_HINT = "Figures with slashes are read month first."
_EXAMPLES = "Write it like 4 April 2022, April 2022, 2022-04-04 or 2022."


class EntryError(ValueError):
    """What was typed cannot be used; ``str(error)`` is a sentence that says why and what to write instead."""


def read_date(typed: str, today: date) -> PartialDate:
    """A day, month or year that is not in the future and not before 1940.

    ``4/5/2022`` is read month first, ``4.5.2022`` day first.
    """
    return read_past(typed, today, "An act is recorded when it has happened; a coming hearing goes with the proposal.")


def read_past(typed: str, today: date, hint: str) -> PartialDate:
    """A date that is not in the future and not before 1940; ``hint`` says what to do about one that is ahead."""
    value = read_any(typed, today)
    if value.first.year < EARLIEST_YEAR:
        raise EntryError(f"{when(value)} is before {EARLIEST_YEAR}, earlier than any tie with Russia. Check the year.")
    if value.first > today:
        raise EntryError(f"{_cap(when(value))} is in the future: today is {day(today)}. {hint}")
    return value


def keep_date(typed: str, today: date) -> str:
    """A date as a draft keeps it: as typed if it cannot be read, or if ``order_read`` tells how it was."""
    try:
        value = read_any(typed, today)
    except EntryError:
        return typed
    return typed.strip() if order_read(typed) else str(value)


def is_date(typed: str, today: date) -> bool:
    """Whether a text is the date of an act, as ``read_date`` has it."""
    try:
        read_date(typed, today)
    except EntryError:
        return False
    return True


def order_read(typed: str) -> str:
    """``month first`` or ``day first`` for figures that Americans and Europeans read differently, else empty."""
    text = typed.strip()
    if _MONTH_FIRST.fullmatch(text):
        return "month first"
    dotted = _DOTTED.fullmatch(text)
    may_be_either = dotted is not None and dotted[1] != dotted[2] and max(map(int, dotted.groups())) <= _MONTHS_A_YEAR
    return "day first" if may_be_either else ""


def read_any(typed: str, today: date) -> PartialDate:
    """A date of any time."""
    text = _COMMA.sub(", ", _SPACES.sub(" ", typed).strip().lower())
    text = _YEAR_WORD.sub("", _TIME_OF_DAY.sub("", _LABEL.sub("", text)))
    if not text:
        raise EntryError(f"The date is missing. {_EXAMPLES}")
    relative = _DAYS_AGO.get(text)
    if relative is not None:
        return PartialDate(today - timedelta(days=relative))
    if told := _about(text, today):
        return told
    if named := _WEEKDAY.fullmatch(text):
        return _on_weekday(_written(named["date"], typed), named["weekday"].capitalize())
    return _written(text, typed)


def _about(text: str, today: date) -> PartialDate | None:
    """The month or year that is told by the day of the telling, such as *last month*; None for another text."""
    if text in _LAST_MONTH:
        return PartialDate((today.replace(day=1) - timedelta(days=1)).replace(day=1), Precision.MONTH)
    if text in _THIS_MONTH:
        return PartialDate(today.replace(day=1), Precision.MONTH)
    return PartialDate(date(today.year - 1, 1, 1), Precision.YEAR) if text in _LAST_YEAR else None


def _written(text: str, typed: str) -> PartialDate:
    for pattern in _WRITTEN:
        match = pattern.fullmatch(text)
        if match is not None:
            return _dated(match.groupdict(), typed)
    raise EntryError(f"“{_clip(typed)}” is not a date that I can read. {_EXAMPLES}")


def _on_weekday(value: PartialDate, weekday: str) -> PartialDate:
    """A date that was typed with its weekday, which must agree: one of the two may be mistyped."""
    if value.precision is Precision.DAY and _WEEKDAYS[value.first.weekday()] != weekday:
        actual = _WEEKDAYS[value.first.weekday()]
        raise EntryError(f"{_cap(day(value.first))} was a {actual}, not a {weekday}. Check the date.")
    return value


def _dated(parts: Mapping[str, str | None], typed: str) -> PartialDate:
    named, number, number_of_day = (
        parts.get("month"),
        parts.get("number"),
        parts.get("day"),
    )
    month = ALL_MONTHS.get(named) if named else int(number or 1)
    if month is None:
        raise EntryError(f"“{_clip(named or typed)}” is not a month that I know. {_EXAMPLES}")
    precision = Precision.DAY if number_of_day else Precision.MONTH if named or number else Precision.YEAR
    try:
        return PartialDate(
            date(int(parts.get("year") or f"20{parts['short']}"), month, int(number_of_day or 1)), precision
        )
    except ValueError:
        hint = _MONTH_FIRST_HINT if order_read(typed) == "month first" else ""
        raise EntryError(paragraph([f"“{_clip(typed)}” is not on any calendar.", hint, _EXAMPLES])) from None


def _clip(text: str) -> str:
    return clip(" ".join(text.split()), _LONGEST_SHOWN)


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
