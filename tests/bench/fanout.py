"""One announcement to 5,000 channels under Discord's fifty requests a second, with commands asked meanwhile."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from statistics import median
from time import monotonic

from tests.bench.figures import Figure
from tests.bench.wire import ready
from tests.wire.double import Channel, Double, Entry, User
from tests.wire.fanout import FanOut, is_send, marks, prepare
from tests.wire.process import Launcher, stop

CHANNELS = 5_000
LIMIT = 50
IDLE_COMMANDS = 200
PATIENCE = 300.0
SECONDS_BETWEEN_COMMANDS = 0.2
STALL_STEP = 0.01


async def measure() -> AsyncIterator[Figure]:
    """The rate reached, the requests refused, and what a command costs in the meantime."""
    async with Double(answer_within=60) as double:
        with tempfile.TemporaryDirectory() as folder:
            launcher = Launcher(double, Path(folder))
            fan_out = await prepare(double, launcher.database, CHANNELS)
            channel, person = fan_out.channels[0], double.world.add_user("Vera")
            bot = await launcher.start()
            stalls: list[float] = []
            watching = asyncio.create_task(_watch(stalls))
            try:
                await ready(bot)
                busy = await _ask_until(fan_out, person, channel)
                idle = [await _status(double, person, channel) for _ in range(IDLE_COMMANDS)]
            finally:
                watching.cancel()
                await stop(bot)
            for figure in _figures(fan_out, idle, busy):
                yield figure
            yield Figure(_group(fan_out), "longest moment in which the double stood still", 1000 * max(stalls), "ms")


async def _watch(stalls: list[float]) -> None:
    """Note how late this process wakes: what arrives in such a moment looks like a burst, whoever sent it."""
    while True:
        due = monotonic() + STALL_STEP
        await asyncio.sleep(STALL_STEP)
        stalls.append(monotonic() - due)


async def _ask_until(fan_out: FanOut, person: User, channel: Channel) -> list[float]:
    """Ask again and again until everything is sent; how long each answer took."""
    took: list[float] = []
    async with asyncio.timeout(PATIENCE):
        while fan_out.reached < CHANNELS:
            took.append(await _status(fan_out.double, person, channel))
            await asyncio.sleep(SECONDS_BETWEEN_COMMANDS)
    return took


async def _status(double: Double, person: User, channel: Channel) -> float:
    answered = await double.people.slash(person, channel, "status", {"place": "Portland, Oregon", "private": True})
    return answered.seconds * 1000


def _figures(fan_out: FanOut, idle: list[float], busy: list[float]) -> Iterator[Figure]:
    group = _group(fan_out)
    log = fan_out.double.log
    sent = [entry.at for entry in log if is_send(entry)]
    rate = (len(sent) - 1) / (sent[-1] - sent[0])
    refused = sum(entry.status == 429 for entry in log)
    twice = sum(len(marks(channel)) for channel in fan_out.channels) - len(fan_out.channels)
    yield Figure(group, f"share of the {LIMIT} a second", round(100 * rate / LIMIT, 1), "%", 95, 97, at_least=True)
    yield Figure(group, "requests refused with 429", refused, "", 0, 0)
    yield Figure(group, "messages too many", twice, "", 0, 0)
    yield Figure(group, "most requests in any one second", log.busiest_second(_counted), "")
    yield Figure(group, "time for all", sent[-1] - sent[0], "s")
    yield Figure(group, "/status meanwhile: median, to idle", median(busy) / median(idle), "×")
    yield Figure(group, "/status meanwhile: median", median(busy), "ms")
    yield Figure(group, "/status idle: median", median(idle), "ms")


def _group(fan_out: FanOut) -> str:
    return f"fan-out to {len(fan_out.channels):,}"


def _counted(entry: Entry) -> bool:
    """Whether a request counts against the limit."""
    return not entry.path.startswith(("/interactions/", "/webhooks/"))
