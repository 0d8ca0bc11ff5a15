"""Which backups are kept: of the newest days, weeks and months that have one, the newest each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

DAYS = 7
WEEKS = 5
MONTHS = 24

_PERIODS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (DAYS, lambda moment: (moment.year, moment.month, moment.day)),
    (WEEKS, lambda moment: moment.isocalendar()[:2]),
    (MONTHS, lambda moment: (moment.year, moment.month)),
)


def backups_to_keep(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Of the moments at which backups were made, all in UTC, those to keep.

    Periods without a backup do not count, so a bot that stood still for a year loses none by coming back. A moment
    after ``now`` was written by a clock that was ahead: it is kept, and takes nobody's place.
    """
    found = sorted(moments, reverse=True)
    ahead = [moment for moment in found if moment > now]
    past = found[len(ahead) :]
    kept = set(ahead)
    for most, period in _PERIODS:
        newest: dict[tuple[int, ...], datetime] = {}
        for moment in past:
            newest.setdefault(period(moment), moment)
        kept.update(list(newest.values())[:most])
    return frozenset(kept)
