"""A span of days, and which dates lie in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date

from db.record.derivation import INVASION
from db.record.models import PartialDate, Precision
from db.record.values import value


@value
class Period:
    """A span of days, inclusive; None leaves that side open. ``exact``: one day, month or year was named; ``guessed``:
    without its year, which is taken for the last that has come. ``begins_until`` is the last day of the month, season
    or year that an open span begins with.
    """

    since: date | None
    until: date | None
    exact: bool = False
    guessed: bool = False
    begins_until: date | None = field(default=None, compare=False)


def within(value: PartialDate, since: date | None, until: date | None) -> bool:
    """Whether a date surely lies in a span of days, which is inclusive; None leaves that side open.

    A date known to its month or year lies in a span that holds all of it. Since the invasion is whatever may be: such
    a date tells the standing too (``standing.derive``).
    """
    if since == INVASION and value.last >= INVASION:
        since = value.first
    return (since is None or value.first >= since) and (until is None or value.last <= until)


def may_be_within(value: PartialDate, since: date | None, until: date | None) -> bool:
    """Whether a date may lie in a span of days, and does not surely."""
    if value.precision is Precision.DAY:
        return False
    begun, not_over = since is None or value.last >= since, until is None or value.first <= until
    return begun and not_over and not within(value, since, until)


def may_be_in(value: PartialDate, period: Period) -> bool:
    """Whether a date may lie in a span of days, surely or not."""
    begun = period.since is None or value.last >= period.since
    return begun and (period.until is None or value.first <= period.until)


def a_year_earlier(value: date | None) -> date | None:
    """The same day a year before; the day before it, where that year has none."""
    if value is None:
        return None
    try:
        return value.replace(year=value.year - 1)
    except ValueError:
        return value.replace(year=value.year - 1, day=value.day - 1)


def in_earlier_years(since: date | None, until: date | None) -> Iterator[tuple[date | None, date | None]]:
    """The same span of days in each year before, back to that of the invasion; nothing of a span without any day."""
    while since or until:
        since, until = a_year_earlier(since), a_year_earlier(until)
        if (since or until or INVASION).year < INVASION.year:
            return
        yield since, until
