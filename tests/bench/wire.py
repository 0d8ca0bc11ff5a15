"""The bot beside a bare discord.py bot, each on a loopback Discord of its own: round trips, start, memory."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic

from db.record.dataset import load_dataset
from tests.bench.figures import Figure, percentile, resident
from tests.bench.questions import questions
from tests.wire.double import Channel, Double, Exchange, User
from tests.wire.process import AS_SERVED, BotProcess, Launcher, stop

BARE = "tests.bench.bare"
SHIPPED = "tests.wire.launcher"
ROUNDS = 300
WARM_UP = 20
STARTS = 5
SERVERS = (1_000, 5_000)
CHANNELS_EACH = 20
ROLES_EACH = 10
PATIENCE = 300.0
# So many people ask at a time, and so many questions in all.
ASKING, ANSWERS = 8, 600
KEEP_BYTECODE = {"PYTHONDONTWRITEBYTECODE": ""}


@dataclass(frozen=True, slots=True)
class Stage:
    """A running bot, with a person in a channel; the seconds from its command line to ready."""

    double: Double
    bot: BotProcess
    channel: Channel
    person: User
    to_ready: float


@dataclass(frozen=True, slots=True)
class Call:
    """A command that a person calls."""

    double: Double
    channel: Channel
    person: User
    name: str
    options: dict[str, object] | None = None


@asynccontextmanager
async def staged(module: str, servers: int = 1) -> AsyncIterator[Stage]:
    """A bot that is ready in so many servers, on a double of its own."""
    async with Double(answer_within=60) as double:
        channel, person = _furnish(double, servers)
        with tempfile.TemporaryDirectory() as folder:
            settings = _settings(module, channel)
            launcher = Launcher(double, Path(folder), settings, module=module, ready_seconds=None)
            began = monotonic()
            bot = await launcher.start()
            try:
                await ready(bot)
                yield Stage(double, bot, channel, person, monotonic() - began)
            finally:
                await stop(bot)


def _settings(module: str, channel: Channel) -> dict[str, str]:
    """The settings of a bot that editors work with: the server of this channel is its home. The bare bot has Python's
    defaults, the shipped one runs as it is served.
    """
    served = AS_SERVED if module == SHIPPED else {}
    return {**KEEP_BYTECODE, **served, "TIEWATCH_HOME_SERVER": str(channel.guild_id)}


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
    """From the command line to ready, and to the answer to a command that is called as soon as the bot is connected.

    discord.py itself waits two seconds for further servers before it is ready. Bytecode is kept, as on an operator's
    machine; the first round makes it and is not counted.
    """
    answered: defaultdict[str, list[float]] = defaultdict(list)
    readied: defaultdict[str, list[float]] = defaultdict(list)
    async with Double() as bare, Double() as shipped:
        called = {BARE: Call(bare, *_furnish(bare, 1), "ping")}
        called[SHIPPED] = Call(shipped, *_furnish(shipped, 1), "status", {"place": "Portland, Oregon"})
        for number in range(1 + STARTS):
            with tempfile.TemporaryDirectory() as folder:
                for name, module in (("bare", BARE), ("first start", SHIPPED), ("later start", SHIPPED)):
                    call = called[module]
                    settings = _settings(module, call.channel)
                    launcher = Launcher(call.double, Path(folder), settings, module, ready_seconds=None)
                    to_answer, to_ready = await _start(launcher, None if name == "first start" else call)
                    if number:
                        readied[name].append(to_ready)
                    if number and to_answer:
                        answered[name].append(to_answer)
    for group, seconds in (("start to ready", readied), ("start to first answer", answered)):
        for name, each in seconds.items():
            yield Figure(group, name, median(each), "s")
            if name != "bare":
                must = 1.0 if name == "first start" else 0.5
                yield Figure(group, f"{name}, over bare", median(each) - median(seconds["bare"]), "s", must, must)


async def _start(launcher: Launcher, call: Call | None) -> tuple[float | None, float]:
    """Seconds to the answer to a call (none at the first start: Discord knows no commands yet), and to ready."""
    began, connected, answered = monotonic(), len(launcher.double.gateway.connected), None
    bot = await launcher.start()
    try:
        if call is not None:
            await launcher.double.until(lambda: len(launcher.double.gateway.connected) > connected, "connected")
            await call.double.people.slash(call.person, call.channel, call.name, call.options)
            answered = monotonic() - began
        await ready(bot)
        return answered, monotonic() - began
    finally:
        await stop(bot)


async def memory() -> AsyncIterator[Figure]:
    """In a thousand servers and in five thousand: resident memory after a command (the bot's own is a question in two
    scripts), the seconds to ready at a first start, with bytecode that is there already, and answers a second.
    """
    async with staged(SHIPPED):
        pass
    question = {"question": "is Portlnd still paired with Хабаровськом?"}
    for servers in SERVERS:
        sizes, seconds, answers = {}, {}, {}
        for module, command, options in ((BARE, "ping", {}), (SHIPPED, "ask", question)):
            async with staged(module, servers) as stage:
                seconds[module] = stage.to_ready
                await stage.double.people.slash(stage.person, stage.channel, command, options)
                sizes[module] = resident(stage.bot.process.pid) / 2**20
                answers[module] = await _answers_a_second(stage, command)
        group = f"{servers:,} servers"
        yield Figure(group, "resident memory, over bare", sizes[SHIPPED] - sizes[BARE], "MiB", 40, 30)
        yield Figure(group, "resident memory, bare", sizes[BARE], "MiB")
        yield Figure(group, "resident memory", sizes[SHIPPED], "MiB")
        yield Figure(group, "first start to ready, over bare", seconds[SHIPPED] - seconds[BARE], "s", 1.0, 1.0)
        yield Figure(group, "first start to ready, bare", seconds[BARE], "s")
        yield Figure(group, "first start to ready", seconds[SHIPPED], "s")
        yield Figure(group, "answers a second, to questions that were never asked", answers[SHIPPED], "/s")
        yield Figure(group, "answers a second of bare, to one command", answers[BARE], "/s")


async def _answers_a_second(stage: Stage, command: str) -> float:
    """How many answers come in a second while several people always wait for one."""
    texts = iter(questions(load_dataset(), "right names", ANSWERS))
    began = monotonic()

    async def ask_on() -> None:
        for text in texts:
            options = {"question": text} if command == "ask" else None
            await stage.double.people.slash(stage.person, stage.channel, command, options)

    await asyncio.gather(*(ask_on() for _ in range(ASKING)))
    return ANSWERS / (monotonic() - began)
