"""What every part of the double shares: ids, time and the shape of JSON."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Emit: TypeAlias = Callable[[str, Mapping[str, Any], int | None], None]

DISCORD_EPOCH_MS = 1_420_070_400_000


@dataclass(slots=True)
class Clock:
    """The double's clock. A test can put it forward, to pass a deadline or a de-duplication window without waiting."""

    ahead: float = 0.0

    def monotonic(self) -> float:
        """Seconds that only grow, for limits and deadlines."""
        return time.monotonic() + self.ahead

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return datetime.fromtimestamp(time.time() + self.ahead, UTC)

    def advance(self, seconds: float) -> None:
        """Put the clock forward."""
        self.ahead += seconds


class Snowflakes:
    """Ids as Discord makes them: the time in the high bits, so that paging by id is paging by time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """A new id, greater than any before."""
        milliseconds = int(self._clock.now().timestamp() * 1000) - DISCORD_EPOCH_MS
        self._last = max(milliseconds << 22, self._last + 1)
        return self._last


def stamp(moment: datetime) -> str:
    """A timestamp as Discord writes it."""
    return moment.isoformat()
