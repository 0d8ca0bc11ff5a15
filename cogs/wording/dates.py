"""Dates as English says them. Pure."""

from __future__ import annotations

from datetime import date

from db.record.models import PartialDate, Precision
from db.record.months import MONTHS


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
