"""How often a host is asked: one request at a time, with a pause between, and not before it wants to be asked again."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from cogs.fetching.outcomes import FetchError, FetchFailure

# The longest time for which a host can ask to be left alone: a day.
LONGEST_WAIT = 86400.0
_HOSTS_REMEMBERED = 2000


@dataclass(slots=True)
class _Host:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    barred_until: float = 0.0


class Pace:
    """Gives turns to requests, host by host. ``between`` is the pause in seconds."""

    def __init__(self, between: float) -> None:
        self._between = between
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, host: str, delay: float = 0.0) -> AsyncIterator[None]:
        """Wait for a turn and keep it. Raises FetchError where the host asked to be left alone for longer."""
        known = self._host(host)
        async with known.turn:
            if known.barred_until > time.monotonic():
                raise FetchError(FetchFailure.LATER)
            wait = known.free_at - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            try:
                yield
            finally:
                known.free_at = time.monotonic() + max(self._between, delay)

    def leave_alone(self, host: str, seconds: float) -> None:
        """Ask a host nothing for some time."""
        known = self._host(host)
        known.barred_until = max(known.barred_until, time.monotonic() + seconds)

    def _host(self, host: str) -> _Host:
        known = self._hosts.setdefault(host, _Host())
        self._hosts.move_to_end(host)
        if len(self._hosts) > _HOSTS_REMEMBERED:
            self._hosts.popitem(last=False)
        return known


def seconds_to_wait(retry_after: str, now: datetime) -> float:
    """What a Retry-After asks for, as seconds or a date: from 0 to a day. 0 for what cannot be read."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max((until - now).total_seconds(), 0.0), LONGEST_WAIT)
