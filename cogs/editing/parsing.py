"""What an editor typed, read and checked: dates as people write them, addresses of pages, plain texts. Pure.

Every function raises EntryError with one sentence for the person who typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from cogs.wording.date_parsing import EntryError, read_any, read_past
from cogs.wording.dates import on, when
from cogs.wording.english import clip
from db.record import pages
from db.record.dataset.point_rules import LONGEST_LEAD, LONGEST_REASON
from db.record.dataset.texts import LONGEST_DATE_NOTE, LONGEST_SAID
from db.record.models import PartialDate, Precision
from db.record.time_zones import is_time_zone
from db.record.values import value

_HEARING_WITHIN_DAYS = 730
_LONGEST_SHOWN = 60
_CANCELLED = re.compile(r"[ ,;:(–-]*\b(?:cancell?ed|called off)\b\)?\.?$", re.IGNORECASE)
# With minutes or with am or pm: a figure alone is a year.
_TIME_OF_DAY = re.compile(
    r"(?:, ?| at |T| )(?:(?P<noon>noon)|(?P<hour>\d{1,2})(?=:| ?[ap]\.?m)(?::(?P<minute>\d{2}))?"
    r" ?(?P<half>[ap]\.?m\.?)?)$",
    re.IGNORECASE,
)
_TIMES = "Write it like 6:30 pm, 18:30 or noon."
_NOON = 12


@value
class Limits:
    """What a field is called, and the shortest and longest text that it takes, in characters."""

    name: str
    least: int
    most: int


TEXTS: Mapping[str, Limits] = {
    "actor": Limits("actor", 3, 120),
    "summary": Limits("summary", 10, 500),
    "vote": Limits("vote", 3, 120),
    "condition": Limits("condition", 5, 300),
    "hearing_place": Limits("place of the hearing", 3, 200),
    "hearing_speak": Limits("way to speak", 3, 300),
    "title": Limits("title", 3, 250),
    "publisher": Limits("publisher", 2, 100),
    "mirror_of": Limits("name of whose text it carries", 2, 100),
    "said": Limits("sentence", 10, LONGEST_SAID),
    "date_note": Limits("note on the date", 5, LONGEST_DATE_NOTE),
    "why": Limits("reason", 5, 400),
    "where": Limits("place where you looked", 3, 200),
    "note": Limits("note", 3, 300),
    "says": Limits("sentence on what the page says", 10, 300),
    "name": Limits("name", 2, 80),
    "region": Limits("region", 3, 80),
    "office": Limits("office", 3, 100),
    "speaker": Limits("speaker", 3, 120),
    "office_then": Limits("office on that day", 3, LONGEST_LEAD),
    "occasion": Limits("occasion", 3, LONGEST_LEAD),
    "quote": Limits("quotation", 5, 300),
    "gist": Limits("account of what was said", 10, 400),
    "retired": Limits("reason", 5, LONGEST_REASON),
    "body": Limits("body", 3, 100),
}


def read_text(name: str, typed: str) -> str:
    """A text with its blanks put in order. ``name`` is a key of ``TEXTS``, which bounds the length."""
    text = " ".join(typed.split())
    limits = TEXTS[name]
    if not text:
        raise EntryError(f"The {limits.name} is missing.")
    if len(text) < limits.least:
        raise EntryError(f"The {limits.name} “{text}” is too short: at least {limits.least} characters.")
    if len(text) > limits.most:
        raise EntryError(f"The {limits.name} has {len(text)} characters; the most is {limits.most}.")
    return text


def read_optional(name: str, typed: str) -> str | None:
    """As ``read_text``; None for an empty text."""
    return read_text(name, typed) if typed.strip() else None


def read_published(typed: str, today: date) -> PartialDate | None:
    """As ``read_date``, for the date that a page shows; None for an empty text."""
    return read_past(typed, today, "Give the date that the page shows.") if typed.strip() else None


@value
class HearingTime:
    """When a hearing is, as it was typed. ``at`` is None where only the day is known."""

    day: date
    at: time | None = None
    is_cancelled: bool = False


def read_hearing_time(typed: str, proposed: PartialDate, today: date) -> HearingTime:
    """The day of a hearing as ``read_hearing`` has it, with its time of day where one is given, and whether it is
    cancelled: ``3 December 2026, 6:30 pm``, ``2026-12-03 18:30``, ``3 December 2026, cancelled``.
    """
    text = " ".join(typed.split())
    rest = _CANCELLED.sub("", text)
    cancelled = rest != text
    found = _TIME_OF_DAY.search(rest)
    at = _time_of_day(found) if found else None
    day_typed = (rest[: found.start()] if found else rest).strip(", ")
    return HearingTime(read_hearing(day_typed, proposed, today), at, cancelled)


def _time_of_day(found: re.Match[str]) -> time:
    """The time of day that was typed; one that may be of the morning or the evening is asked for again."""
    if found["noon"]:
        return time(12)
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").replace(".", "").lower()
    if (half and not 1 <= hour <= _NOON) or (not half and hour > 23) or minute > 59:
        raise EntryError(f"“{_clip(found[0].strip(', '))}” is not a time of day. {_TIMES}")
    if not half and hour < _NOON and not found["hour"].startswith("0"):
        raise EntryError(f"“{_clip(found[0].strip(', '))}” may be in the morning or in the evening. {_TIMES}")
    return time(hour % _NOON + (_NOON if half == "pm" else 0) if half else hour, minute)


def read_zone(typed: str) -> str:
    """A time zone by its name."""
    if not is_time_zone(typed.strip()):
        raise EntryError(f"“{_clip(typed)}” is not a time zone. Choose one under The hearing.")
    return typed.strip()


def read_hearing(typed: str, proposed: PartialDate, today: date) -> date:
    """The day of a hearing: not before its proposal, and at most two years ahead."""
    value = read_any(typed, today)
    if value.precision is not Precision.DAY:
        raise EntryError(f"A hearing needs its day; {when(value)} has none. Leave it empty if the day is not known.")
    if value.first < proposed.first:
        raise EntryError(f"The hearing {on(value)} would be before the proposal of {when(proposed)}. Check both dates.")
    if value.first > today + timedelta(days=_HEARING_WITHIN_DAYS):
        raise EntryError(f"The hearing {on(value)} is more than two years ahead. Check the year.")
    return value.first


def read_address(typed: str) -> str:
    """The address of a public page, as ``db.record.pages`` has it."""
    try:
        return pages.read_address(typed)
    except pages.AddressError as error:
        raise EntryError(str(error)) from None


def _clip(text: str) -> str:
    return clip(" ".join(text.split()), _LONGEST_SHOWN)
