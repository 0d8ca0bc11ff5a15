"""The bot beside a bare discord.py bot, each on a loopback Discord of its own: round trips, start, memory."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic

from tests.bench.figures import Figure, percentile, resident
from tests.wire.double import Channel, Double, Exchange, User
from tests.wire.process import BotProcess, Launcher, stop

BARE = "tests.bench.bare"
SHIPPED = "tests.wire.launcher"
ROUNDS = 300
WARM_UP = 20
STARTS = 5
SERVERS = 1_000
CHANNELS_EACH = 20
ROLES_EACH = 10
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A running bot, with a person in a channel."""

    double: Double
    bot: BotProcess
    channel: Channel
    person: User


@asynccontextmanager
async def staged(module: str, servers: int = 1) -> AsyncIterator[Stage]:
    """A bot that is ready in so many servers, on a double of its own."""
    async with Double(answer_within=60) as double:
        channel, person = _furnish(double, servers)
        with tempfile.TemporaryDirectory() as folder:
            launcher = Launcher(double, Path(folder), module=module, ready_seconds=None)
            bot = await launcher.start()
            try:
                await ready(bot)
                yield Stage(double, bot, channel, person)
            finally:
                await stop(bot)


def _furnish(double: Double, servers: int) -> tuple[Channel, User]:
    person = double.world.add_user("Vera")
    channels = []
    for number in range(servers):
        guild = double.world.add_guild(f"Server {number}")
        for role in range(ROLES_EACH):
            double.world.add_role(guild, f"Role {role}")
        channels += [double.world.add_channel(guild, f"channel-{each}") for each in range(CHANNELS_EACH)]
    return channels[0], person


async def ready(bot: BotProcess) -> None:
    """Wait until the bot says that it is ready. Raises AssertionError if it ends instead."""
    async with asyncio.timeout(PATIENCE):
        while "Ready" not in bot.output:
            assert bot.running, bot.output
            await asyncio.sleep(0.002)


async def round_trips() -> AsyncIterator[Figure]:
    """From the event on the gateway to the answer, in turn with a bare command, so that both meet the same machine."""
    async with AsyncExitStack() as stack:
        bare, shipped = [await stack.enter_async_context(staged(module)) for module in (BARE, SHIPPED)]
        people, person, channel = shipped.double.people, shipped.person, shipped.channel
        new = count(1).__next__
        question = {"question": "is Portland still paired with Khabarovsk?"}
        calls: dict[str, Callable[[], Awaitable[Exchange]]] = {
            "bare command": lambda: bare.double.people.slash(bare.person, bare.channel, "ping"),
            "bare command with a card": lambda: bare.double.people.slash(bare.person, bare.channel, "card"),
            "/status": lambda: people.slash(person, channel, "status", {"place": "Portland, Oregon"}),
            "/ask": lambda: people.slash(person, channel, "ask", question),
            "/status, never asked before": lambda: people.slash(
                person, channel, "status", {"place": f"Duluth {new()}"}
            ),
            "/ask, never asked before": lambda: people.slash(
                person, channel, "ask", {"question": f"is Duluth still paired with Petrozavodsk, {new()}?"}
            ),
            "autocomplete": lambda: people.autocomplete(person, channel, "status", "place", "portl"),
        }
        times: dict[str, list[float]] = {name: [] for name in calls}
        for number in range(WARM_UP + ROUNDS):
            for name, call in calls.items():
                answered = await call()
                if number >= WARM_UP:
                    times[name].append(answered.seconds * 1000)
    base = median(times["bare command"])
    aims = {"/status": 1.05, "/ask": 1.15, "autocomplete": 1.1}
    aims |= {f"{name}, never asked before": aims[name] for name in ("/status", "/ask")}
    for name, aim in aims.items():
        yield Figure("round trip", f"{name}: median, to a bare command's", median(times[name]) / base, "×", 1.3, aim)
    with_card = median(times["bare command with a card"])
    for name in ("/status", "/ask"):
        yield Figure("round trip", f"{name}: median, to one with a card", median(times[name]) / with_card, "×")
    for name, each in times.items():
        yield Figure("round trip", f"{name}: p50", median(each), "ms")
        yield Figure("round trip", f"{name}: p99", percentile(each, 99), "ms")


async def starts() -> AsyncIterator[Figure]:
    """From the command line to ready; discord.py itself waits two seconds for further servers."""
    seconds: dict[str, list[float]] = {"bare": [], "first start": [], "later start": []}
    async with Double() as bare, Double() as shipped:
        for double in (bare, shipped):
            _furnish(double, 1)
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(STARTS):
                seconds["bare"].append(await _start(Launcher(bare, Path(folder), module=BARE, ready_seconds=None)))
                with tempfile.TemporaryDirectory() as fresh:
                    launcher = Launcher(shipped, Path(fresh), ready_seconds=None)
                    seconds["first start"].append(await _start(launcher))
                    seconds["later start"].append(await _start(launcher))
    base = median(seconds["bare"])
    for name in ("first start", "later start"):
        yield Figure("start to ready", f"{name}, over bare", median(seconds[name]) - base, "s", 1.0, 0.5)
    for name, each in seconds.items():
        yield Figure("start to ready", name, median(each), "s")


async def _start(launcher: Launcher) -> float:
    began = monotonic()
    bot = await launcher.start()
    try:
        await ready(bot)
        return monotonic() - began
    finally:
        await stop(bot)


async def memory() -> AsyncIterator[Figure]:
    """Resident memory in a thousand servers, after a command; the bot's own is a question in two scripts."""
    sizes = {}
    question = {"question": "is Portlnd still paired with Хабаровськом?"}
    for module, command, options in ((BARE, "ping", {}), (SHIPPED, "ask", question)):
        async with staged(module, SERVERS) as stage:
            await stage.double.people.slash(stage.person, stage.channel, command, options)
            sizes[module] = resident(stage.bot.process.pid) / 2**20
    group = f"{SERVERS:,} servers"
    yield Figure(group, "resident memory, over bare", sizes[SHIPPED] - sizes[BARE], "MiB", 40, 30)
    yield Figure(group, "resident memory, bare", sizes[BARE], "MiB")
    yield Figure(group, "resident memory", sizes[SHIPPED], "MiB")
