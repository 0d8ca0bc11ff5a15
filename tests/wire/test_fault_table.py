"""Whatever goes wrong on the wire, once or for a while: people are answered, and each channel has each message once.

One row a fault. ``python -m pytest tests/wire/test_fault_table.py -v`` shows the table.
"""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.wire.double import Double, Fault, Late, LostAnswer, Refusal, Reset, ServerError, Throttle
from tests.wire.fanout import FanOut, at, prepare, stop_cleanly, until
from tests.wire.process import Launcher

pytestmark = pytest.mark.slow

CHANNELS = 5
AMID = 2
TIMES = 3
QUESTION = "is Portland still paired with Khabarovsk?"
MESSAGES = "/channels/*/messages"
SECONDS_WITHOUT_DISK = 7
SECONDS_OF_WRONG_CLOCK = 3
TIMES_SLOW = 12
SECONDS_SLOW = 0.6
SECONDS_BETWEEN = 0.1
# Less than what the database's own log beside it has grown to by then, and more than what the bot has said.
LARGEST_FILE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Failing:
    """A request that fails, so many times."""

    name: str
    method: str
    path: str
    fault: Fault
    times: int = TIMES


@dataclass(frozen=True, slots=True)
class Happening:
    """Something else that goes wrong amid the sending."""

    name: str
    happens: Callable[[Double, Launcher], Awaitable[None]]


async def reset(double: Double, launcher: Launcher) -> None:
    """The gateway's connection is cut."""
    double.gateway.reset()


async def locked(double: Double, launcher: Launcher) -> None:
    """Another process holds the database for longer than the bot waits."""
    with closing(sqlite3.connect(launcher.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(7)
        other.rollback()


async def slow(double: Double, launcher: Launcher) -> None:
    """Every write waits for a while, as on a disk that is busy: another process holds the database most of the time."""
    with closing(
        sqlite3.connect(launcher.database, isolation_level=None, timeout=30, check_same_thread=False)
    ) as other:
        for _ in range(TIMES_SLOW):
            await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
            await asyncio.sleep(SECONDS_SLOW)
            other.rollback()
            await asyncio.sleep(SECONDS_BETWEEN)


async def outage(double: Double, launcher: Launcher) -> None:
    """The servers are away for a moment, as in an outage of Discord's."""
    guilds = [guild for guild in double.world.guilds.values() if guild.joined]
    for guild in guilds:
        double.world.lose_guild(guild)
    await asyncio.sleep(0.5)
    for guild in guilds:
        double.world.restore_guild(guild)


async def not_written(double: Double, launcher: Launcher) -> None:
    """No file of the bot may grow for a while: its disk takes nothing more."""
    bot = launcher.latest
    assert bot is not None
    unlimited = resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (LARGEST_FILE, unlimited[1]))
    await asyncio.sleep(SECONDS_WITHOUT_DISK)
    resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, unlimited)
    assert "the disk cannot be read or written" in bot.output


def clock(name: str, ahead: timedelta, *, comes_back: bool) -> Happening:
    """The machine's clock jumps, and is set right after a while or stays."""

    async def jumps(double: Double, launcher: Launcher) -> None:
        launcher.set_clock(ahead)
        if comes_back:
            await asyncio.sleep(SECONDS_OF_WRONG_CLOCK)
            launcher.set_clock(timedelta())

    return Happening(name, jumps)


def closed(code: int) -> Happening:
    """The gateway closes with a code after which one may come back."""
    return Happening(f"gateway closes with {code}", lambda double, _: double.gateway.close(code))


def invalid(*, resumable: bool) -> Happening:
    """The session is invalid."""
    return Happening(
        f"invalid session, {'resumable' if resumable else 'for good'}",
        lambda double, _: double.gateway.invalidate(resumable=resumable),
    )


TABLE: tuple[Failing | Happening, ...] = (
    *(Failing(f"send answers {status}", "POST", MESSAGES, ServerError(status)) for status in (500, 502, 503, 504)),
    *(
        Failing(f"send is stored and answers {status}", "POST", MESSAGES, ServerError(status, stored=True))
        for status in (500, 502, 504)
    ),
    Failing("send is limited for a channel", "POST", MESSAGES, Throttle(0.2)),
    Failing("send is limited everywhere", "POST", MESSAGES, Throttle(0.2, everywhere=True)),
    Failing("send is limited by Cloudflare", "POST", MESSAGES, Throttle(0.2, via=False)),
    Failing("send is reset before it arrives", "POST", MESSAGES, Reset()),
    Failing("send arrives and its answer is lost", "POST", MESSAGES, LostAnswer()),
    Failing("send is long on its way", "POST", MESSAGES, Late(3.0), times=2),
    Failing("send answers 404 without a code", "POST", MESSAGES, Refusal(404, 0), times=2),
    Failing("send answers that slow mode is on", "POST", MESSAGES, Refusal(400, 20016), times=2),
    Failing("the bot may not send for a moment", "POST", MESSAGES, Refusal(403, 50013), times=2),
    Failing("the bot may not see for a moment", "POST", MESSAGES, Refusal(403, 50001), times=2),
    Failing("history answers 500", "GET", MESSAGES, ServerError(500)),
    Failing("an answer to a person is reset", "POST", "/interactions/*", Reset(), times=1),
    closed(1001),
    closed(4000),
    closed(4007),
    closed(4009),
    invalid(resumable=True),
    invalid(resumable=False),
    Happening("the gateway asks to reconnect", lambda double, _: double.gateway.ask_to_reconnect()),
    Happening("the gateway is cut", reset),
    Happening("the database is locked for 7 seconds", locked),
    Happening("the database is slow for a while", slow),
    Happening("all servers are away for a moment", outage),
    Happening("nothing more can be written to the disk for a while", not_written),
    clock("the clock is three days ahead for a while", timedelta(days=3), comes_back=True),
    clock("the clock is a year ahead for a while", timedelta(days=365), comes_back=True),
    clock("the clock is a year ahead and stays so", timedelta(days=365), comes_back=False),
    clock("the clock is a day behind for a while", timedelta(days=-1), comes_back=True),
    clock("the clock is a day behind and stays so", timedelta(days=-1), comes_back=False),
)


@pytest.fixture
async def fan_out(double: Double, fast: Launcher) -> FanOut:
    """An announcement that waits."""
    return await prepare(double, fast.database, CHANNELS)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
async def test_it_is_survived(double: Double, fast: Launcher, fan_out: FanOut, row: Failing | Happening) -> None:
    fast.lanes = 2
    fast.has_clock = True
    happening: list[asyncio.Task[None]] = []
    if isinstance(row, Failing):
        double.faults.add(row.method, row.path, row.fault, times=row.times)
    else:
        happens = row.happens
        at(double, AMID, lambda: happening.append(asyncio.ensure_future(happens(double, fast))))
    person = double.world.add_user("Vera")
    async with fast.started() as bot:
        asked = [double.people.slash(person, double.world.dm(person), "ask", {"question": QUESTION}) for _ in range(2)]
        answered = await asyncio.gather(*asked, return_exceptions=True)
        assert any("Khabarovsk" in getattr(one, "text", "") for one in answered), answered
        await until(fan_out, bot, lambda: not fan_out.states()["pending"] and not fan_out.states()["sending"])
        await asyncio.gather(*happening)
        for guild in double.world.guilds.values():  # an event by which the bot looks again at what is paused
            double.world.restore_guild(guild)
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    fan_out.verify()
    assert {len(channel.messages) for channel in fan_out.channels} == {1}
