"""The shipped bot as a process: start it against the double, stop it, kill it, read what it said."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Protocol, TypeAlias

from cogs.kit.settings import ROOT, TABLE
from cogs.operations.monitor import write_whole
from tests.wire.double import Double

READY_SECONDS = 0.1
# As the unit and the image run it: without docstrings and assertions, and without the columns of lines.
AS_SERVED = {"PYTHONOPTIMIZE": "2", "PYTHONNODEBUGRANGES": "1"}
START_PATIENCE = 60.0


class Process(Protocol):
    """What is needed of a process, whoever made it."""

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | None: ...

    async def wait(self) -> int | None: ...

    def send_signal(self, number: int, /) -> None: ...


# Begins ``python -m`` with arguments, in an environment; what the process writes goes to a file.
Begin: TypeAlias = Callable[[Sequence[str], Mapping[str, str], Path], Awaitable[Process]]


async def spawned(arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> Process:
    """A process from nothing, as an operator starts it."""
    with log.open("wb") as output:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", *arguments),
            cwd=ROOT,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )


@dataclass(slots=True)
class BotProcess:
    """One run of the bot. ``output`` is all that it wrote."""

    process: Process
    log: Path

    @property
    def output(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def running(self) -> bool:
        return self.process.returncode is None

    def terminate(self) -> None:
        """SIGTERM."""
        self.send(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL."""
        self.send(signal.SIGKILL)

    def send(self, number: signal.Signals) -> None:
        """Send a signal, if there is still somebody to get it."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)

    async def ended(self, seconds: float = START_PATIENCE) -> int | None:
        """The exit code. Raises TimeoutError, with what the bot wrote, if it still runs."""
        try:
            return await asyncio.wait_for(self.process.wait(), seconds)
        except TimeoutError:
            raise TimeoutError(f"still running after {seconds} s:\n{self.output}") from None


@dataclass(slots=True)
class Launcher:
    """Starts the bot against a double, again and again with the same database, as an operator would.

    ``settings`` are environment variables; all others of the bot have their defaults. ``module`` is what is run, and
    ``begin`` makes its process. ``ready_seconds`` is how long discord.py waits for further servers, and ``lanes`` how
    many messages the bot sends at the same time; None leaves either as it is. ``has_clock`` lets ``set_clock`` be used.
    ``shard`` is which one of how many shards it serves; None for all. ``latest`` is the run that was begun last, and
    ``disk`` where the database is, if that is not ``folder``.
    """

    double: Double
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    module: str = "tests.wire.launcher"
    begin: Begin = spawned
    ready_seconds: float | None = READY_SECONDS
    lanes: int | None = None
    has_clock: bool = False
    shard: tuple[int, int] | None = None
    latest: BotProcess | None = None
    disk: Path | None = None
    runs: int = 0

    @property
    def database(self) -> Path:
        return (self.disk or self.folder) / "tiewatch.sqlite3"

    @asynccontextmanager
    async def started(self, **settings: str) -> AsyncIterator[BotProcess]:
        """A run of the bot, ready for everything; killed at the end if it still runs."""
        bot = await self.start(**settings)
        try:
            await self.double.until(lambda: not bot.running or "Ready" in bot.output, "ready", START_PATIENCE)
            assert bot.running, bot.output
            yield bot
        finally:
            await stop(bot)

    @asynccontextmanager
    async def connecting(self, **settings: str) -> AsyncIterator[BotProcess]:
        """A run of the bot that has just connected to the gateway and may still be loading what answers."""
        connected = len(self.double.gateway.connected)
        bot = await self.start(**settings)
        try:
            await self.double.until(
                lambda: not bot.running or len(self.double.gateway.connected) > connected, "connected", START_PATIENCE
            )
            assert bot.running, bot.output
            yield bot
        finally:
            await stop(bot)

    async def start(self, **settings: str) -> BotProcess:
        """Start the bot and wait for nothing."""
        self.runs += 1
        if self.has_clock and not self._clock.exists():
            self.set_clock(timedelta())
        log = self.folder / f"run-{self.runs}.log"
        process = await self.begin((self.module, self._replacements(), "run"), self._environment(settings), log)
        self.latest = BotProcess(process, log)
        return self.latest

    def set_clock(self, ahead: timedelta) -> None:
        """Let the machine's clock be wrong by so much, for the bot that runs as well."""
        write_whole(self._clock, str(ahead.total_seconds()))

    @property
    def _clock(self) -> Path:
        return self.folder / "clock"

    def _replacements(self) -> str:
        return json.dumps(
            {
                "api": self.double.api_url,
                "gateway": self.double.gateway_url,
                "ready_seconds": self.ready_seconds,
                "lanes": self.lanes,
                "shard": self.shard,
                "clock": str(self._clock) if self.has_clock else None,
            }
        )

    def _environment(self, settings: Mapping[str, str]) -> dict[str, str]:
        defaults = {setting.name: "" for setting in TABLE}
        own = {"DISCORD_TOKEN": self.double.token, "TIEWATCH_DATABASE": str(self.database)}
        return {**os.environ, **defaults, **own, **self.settings, **settings}


async def stop(bot: BotProcess) -> None:
    """Kill the bot if it still runs, and wait for its end."""
    if bot.running:
        bot.kill()
    await bot.ended()
