"""The double as a whole: start it, use it, check at the end that nothing was asked that Discord would refuse."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.wire.double.basics import Clock, Json
from tests.wire.double.exchange import Exchange
from tests.wire.double.faults import Faults
from tests.wire.double.gateway import Gateway
from tests.wire.double.limits import Limits
from tests.wire.double.log import Log
from tests.wire.double.people import People
from tests.wire.double.rest import BASE, application
from tests.wire.double.world import World

TOKEN = "loopback-double-of-discord.double.not-a-secret-not-a-secret"
POLL_SECONDS = 0.05


class Double:
    """A Discord on 127.0.0.1, on a free port. Use it as an async context manager.

    ``answer_within`` is the time that a bot has for the first answer to an interaction: Discord's three seconds.
    """

    def __init__(self, *, answer_within: float = 3.0) -> None:
        self.token = TOKEN
        self.answer_within = answer_within
        self.clock = Clock()
        self.log = Log()
        self.faults = Faults()
        self.limits = Limits()
        self.gateway = Gateway(self)
        self.world = World(self.clock, self._emit)
        self.people = People(self)
        self.exchanges: dict[str, Exchange] = {}
        self.commands: dict[int | None, list[Json]] = {}
        self._runner: web.AppRunner | None = None
        self._port = 0
        self._stir = asyncio.Event()
        self.log.observers.append(lambda entry, phase: self._stir.set())

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(application(self), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self.gateway.close(1001)
            await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def api_url(self) -> str:
        """What stands in for Discord's REST address."""
        return self.url + BASE

    @property
    def gateway_url(self) -> str:
        """What stands in for Discord's gateway."""
        return f"ws://127.0.0.1:{self._port}/gateway/"

    async def until(self, condition: Callable[[], object], what: str, patience: float = 60.0) -> None:
        """Wait for something to become true here. Raises TimeoutError that says ``what``, and the last requests."""
        try:
            async with asyncio.timeout(patience):
                while not condition():
                    await self._stirred()
        except TimeoutError:
            last = "\n".join(map(str, self.log.entries[-20:]))
            raise TimeoutError(f"not within {patience} s: {what}; last requests:\n{last}") from None

    async def _stirred(self) -> None:
        """Wait for the next request, or a moment: what is waited for may happen elsewhere."""
        self._stir.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stir.wait(), POLL_SECONDS)

    def verify(self) -> None:
        """Raises AssertionError for requests that Discord would refuse and that no test asked for."""
        assert not self.log.unexplained(), "\n".join(map(str, self.log.unexplained()))

    def _emit(self, event: str, body: Mapping[str, Any], guild_id: int | None) -> None:
        self.gateway.emit(event, body, guild_id)
