"""One hour of the week, in UTC, as ``monday 15:00``. Pure."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from db.record.values import value

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEK = timedelta(days=7)
_WRITTEN = re.compile(r"([a-z]+)\s+(\d{1,2})(?::00)?")


@value
class WeeklyTime:
    """A day of the week, 0 for Monday, and an hour."""

    weekday: int
    hour: int

    @classmethod
    def parse(cls, text: str) -> WeeklyTime:
        """Read ``monday 15:00`` or ``mon 15``. Raises ValueError for anything else."""
        match = _WRITTEN.fullmatch(text.strip().casefold())
        if match is None:
            raise ValueError(text)
        days = [number for number, name in enumerate(DAYS) if name.startswith(match[1]) and len(match[1]) >= 3]
        if not days or int(match[2]) > 23:
            raise ValueError(text)
        return cls(days[0], int(match[2]))

    def last(self, now: datetime) -> datetime:
        """The last such hour that has begun by ``now``, which is in UTC."""
        today = now.replace(hour=self.hour, minute=0, second=0, microsecond=0)
        found = today - timedelta(days=(today.weekday() - self.weekday) % 7)
        return found if found <= now else found - WEEK

    def next(self, now: datetime) -> datetime:
        """The first such hour after ``now``, which is in UTC."""
        return self.last(now) + WEEK

    def __str__(self) -> str:
        return f"{DAYS[self.weekday]} {self.hour:02}:00"
