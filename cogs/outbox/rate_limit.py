"""How fast the bot may speak: one limiter for all requests, and a breaker for when Discord does not answer at all."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable
from types import SimpleNamespace

import aiohttp
import discord
from yarl import URL

# Interactions are answered outside Discord's global limit, and must never wait.
_FREE = ("/interactions/", "/webhooks/")


class RateLimiter:
    """Turns in a steady row, ``rate`` a second, in the order of asking; with a rate of 0 nobody waits."""

    def __init__(
        self,
        rate: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._step = 1 / rate if rate else 0.0
        self._next = 0.0
        self._taken: deque[float] = deque(maxlen=max(1, math.ceil(rate)))

    async def acquire(self) -> None:
        """Wait for the next free turn."""
        if not self._step:
            return
        now = self._clock()
        mine = max(now, self._next)
        self._next = mine + self._step
        if mine > now:
            await self._sleep(mine - now)
        # After a moment in which the process stood still, all turns of that moment are due at once.
        while (wait := self._crowded(self._clock())) > 0:
            await self._sleep(wait)
        self._taken.append(self._clock())

    def _crowded(self, now: float) -> float:
        """For how long the last second has been full."""
        return self._taken[0] + 1 - now if len(self._taken) == self._taken.maxlen else 0.0

    def trace(self, ended: Callable[[int, bool], None] = lambda status, by_token: None) -> aiohttp.TraceConfig:
        """What makes discord.py ask for a turn before each request it sends, its own repeats included.

        Give it to the bot as ``http_trace``. Answers to interactions pass at once. ``ended`` hears the status of each
        answer, and whether the request was made with the bot's own token.
        """
        config = aiohttp.TraceConfig()
        config.on_request_start.append(self._before)

        async def after(
            session: aiohttp.ClientSession, context: SimpleNamespace, request: aiohttp.TraceRequestEndParams
        ) -> None:
            if _is_of_api(request.url):
                ended(request.response.status, not _is_free(request.url))

        config.on_request_end.append(after)
        return config

    async def _before(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, request: aiohttp.TraceRequestStartParams
    ) -> None:
        if _is_of_api(request.url) and not _is_free(request.url):
            await self.acquire()


def _is_of_api(url: URL) -> bool:
    return str(url).startswith(str(discord.http.Route.BASE))


def _is_free(url: URL) -> bool:
    return any(part in url.path for part in _FREE)


class CircuitBreaker:
    """Stops the sender for a while when nothing gets through, so that an outage is not answered with a storm.

    After ``limit`` failures of Discord or the network in a row it holds for 15 seconds, then twice as long each time,
    at most 15 minutes. One success lets go. What was already on its way when it began to hold does not count.
    """

    FIRST = 15.0
    LONGEST = 900.0

    def __init__(self, limit: int = 20) -> None:
        self._limit = limit
        self._failures = 0
        self._held_until = 0.0

    def success(self) -> None:
        """Something got through."""
        self._failures = 0

    def failure(self, now: float) -> bool:
        """Something did not get through, at this reading of the monotonic clock; True if it begins to hold now."""
        if self.holds(now):
            return False
        self._failures += 1
        rounds, rest = divmod(self._failures, self._limit)
        if rest == 0:
            self._held_until = now + min(self.LONGEST, self.FIRST * 2 ** (rounds - 1))
        return rest == 0

    def holds(self, now: float) -> bool:
        """Whether nothing is to be sent now."""
        return self._failures >= self._limit and now < self._held_until
