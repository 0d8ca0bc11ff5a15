"""Run the shipped bot as ``tests.wire.launcher`` does, with a web on this machine in place of the public one.

Three variables of the environment say how: ``WATCHER_PORT``, where that web answers; ``WATCHER_SECONDS``, how long the
bot waits between two rounds; ``WATCHER_HOURS``, by how much its clock is ahead. All else is as it ships.
"""

from __future__ import annotations

import os
import socket
import sys
from datetime import UTC, datetime, timedelta
from functools import partial

import discord
from aiohttp.abc import AbstractResolver, ResolveResult

import cogs.fetching
from cogs.fetching import Fetcher
from cogs.watching import pace
from tests.web import PlainConnector, result
from tests.wire import launcher


class OneMachine(AbstractResolver):
    """Every name is here, at one port."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """This machine."""
        return [result("127.0.0.1", host, self._port)]

    async def close(self) -> None:
        """Nothing is held."""


def main() -> int:
    """Hand in what stands for the web, and run the bot; its exit code."""
    resolver = OneMachine(int(os.environ["WATCHER_PORT"]))
    made = partial(Fetcher, resolver=resolver, connector=PlainConnector, between=0)
    cogs.fetching.Fetcher = made  # type: ignore[misc, assignment]
    pace.MINUTES_BETWEEN_ROUNDS = float(os.environ["WATCHER_SECONDS"]) / 60  # type: ignore[assignment]
    ahead = timedelta(hours=float(os.environ["WATCHER_HOURS"]))
    discord.utils.utcnow = lambda: datetime.now(UTC) + ahead
    return launcher.main()


if __name__ == "__main__":
    sys.exit(main())
