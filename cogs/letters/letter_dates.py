"""Dates as the offices that are written to write them: ``April 4, 2022``. Pure."""

from __future__ import annotations

from datetime import date

from db.record.models import PartialDate, Precision
from db.record.months import MONTHS


def dated(value: PartialDate) -> str:
    """A date as exactly as it is known: ``April 4, 2022``, ``April 2022``, ``2022``."""
    month = MONTHS[value.first.month - 1]
    if value.precision is Precision.DAY:
        return f"{month} {value.first.day}, {value.first.year}"
    return f"{month} {value.first.year}" if value.precision is Precision.MONTH else str(value.first.year)


def on_date(value: PartialDate) -> str:
    """A date with its preposition: ``on April 4, 2022``, ``in April 2022``."""
    return f"on {dated(value)}" if value.precision is Precision.DAY else f"in {dated(value)}"


def closed(phrase: str, value: PartialDate | None) -> str:
    """A phrase that ends in a date, as it stands inside a sentence: ``on April 4, 2022,``; ``in April 2022``."""
    return f"{phrase}," if value is not None and value.precision is Precision.DAY else phrase


def day(value: date) -> str:
    """A day in words: ``April 4, 2022``."""
    return dated(PartialDate(value))
