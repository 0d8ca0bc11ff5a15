"""A night of the shipped bot on a loopback Discord, with 2,000 open tips: feeds, councils, answers meanwhile.

The web that it reads is on this machine, in the process that also stands for Discord, and is asked at no pace: at the
pace that is kept with real hosts the same work is spread over minutes.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import monotonic

from bot import Tiewatch
from cogs.kit.settings import Settings
from db.store import tips
from db.store.drafts import set_home
from db.store.editing_models import HomeServer
from db.store.tip_models import NewTip, TipSubject
from tests.bench.figures import Figure, percentile, resident
from tests.bench.watching import FEEDS, list_all, put_up
from tests.bench.wire import ready
from tests.web import Web, web_of_sites
from tests.wire.double import Channel, Double, User
from tests.wire.process import BotProcess, Launcher, stop

TIPS = 2_000
ROUNDS = 200
# A day and an hour: all is due again.
NIGHT = 25
PATIENCE = 240
PAUSE = 0.1
# One place may be listed once: fewer councils than ties.
UNREAD = """
    SELECT (SELECT count(*) FROM feed WHERE read_at IS NULL OR read_at <= ?1)
        + (SELECT count(*) FROM council WHERE read_at IS NULL OR read_at <= ?1)
"""
_KINDS = tuple(TipSubject)


@dataclass(slots=True)
class Night:
    """The home server with an editor, a volunteer, and the bot that is started again and again."""

    double: Double
    launcher: Launcher
    channel: Channel
    editor: User
    volunteer: User
    times: dict[str, list[float]] = field(default_factory=dict)

    async def ask(self, when: str, command: str) -> None:
        """Call a command, and keep how long its answer took, in ms, with the message that a deferred one becomes."""
        who = self.volunteer if command == "status" else self.editor
        options = {"place": "Portland, Oregon"} if command == "status" else {}
        began = monotonic()
        answered = await self.double.people.slash(who, self.channel, command, options)
        await answered.until(lambda exchange: exchange.original is not None and exchange.original.payload["components"])
        self.times.setdefault(f"/{command} {when}", []).append((monotonic() - began) * 1000)

    def unread_since(self, moment: datetime) -> int:
        """How many feeds and councils were not read since, by the bot's own clock."""
        with closing(sqlite3.connect(f"file:{self.launcher.database}?mode=ro", uri=True)) as conn:
            return int(conn.execute(UNREAD, (moment.isoformat(),)).fetchone()[0])


async def measure() -> AsyncIterator[Figure]:
    """Answers in quiet, then a first night, which finds everything new, and one as nights are."""
    async with _staged() as (night, sites):
        async with _running(night, TIEWATCH_FETCH="off"):
            for _ in range(ROUNDS):
                await night.ask("in quiet", "status")
            for _ in range(ROUNDS // 4):
                await night.ask("with 2,000 open tips", "queue")
        for number, name in enumerate(("first night", "a night"), 1):
            put_up(sites, datetime.now(UTC).date(), night=number)
            async with _running(night, WATCHER_HOURS=str((number - 1) * NIGHT)) as bot:
                before, began = resident(bot.process.pid), monotonic()
                while night.unread_since(_since(number)) and monotonic() - began < PATIENCE:
                    await night.ask(f"in {name}", "status")
                    await asyncio.sleep(PAUSE)
                took = monotonic() - began
                more = (resident(bot.process.pid) - before) / 2**20
                what = f"{name}: {FEEDS} feeds and the councils of all places, at no pace"
                yield Figure("night", what, took, "s", 300, 120)
                yield Figure("night", f"{name}: resident memory more", more, "MiB", 60, 30)
        for what, each in night.times.items():
            yield Figure("night", f"{what}: p50 of {len(each)}", median(each), "ms")
            yield Figure("night", f"{what}: p99", percentile(each, 99), "ms", 100, 50)
        quiet, busy = night.times["/status in quiet"], night.times["/status in a night"]
        yield Figure("night", "/status in a night, median to that in quiet", median(busy) / median(quiet), "×")


def _since(number: int) -> datetime:
    """A moment before the readings of this night, by the bot's clock, and after those of the night before."""
    began = datetime.now(UTC)
    return began.replace(year=began.year - 1) if number == 1 else began


@asynccontextmanager
async def _staged() -> AsyncIterator[tuple[Night, Web]]:
    async with Double(answer_within=60) as double, web_of_sites() as sites:
        double.limits.lift()
        world = double.world
        home = world.add_guild("Home")
        channel, role = world.add_channel(home, "review"), world.add_role(home, "Editors")
        editor, volunteer = world.add_user("Ed"), world.add_user("Vera")
        world.add_member(home, editor, [role])
        world.add_member(home, volunteer, [])
        with tempfile.TemporaryDirectory() as folder:
            launcher = Launcher(double, Path(folder), module="tests.wire.watcher")
            launcher.settings |= {
                "TIEWATCH_HOME_SERVER": str(home.id),
                "TIEWATCH_FETCH": "on",
                "TIEWATCH_CONTACT": "bench@tiewatch.example",
                "WATCHER_PORT": str(sites.port),
                "WATCHER_SECONDS": "0.2",
                "WATCHER_HOURS": "0",
            }
            await _fill(launcher.database, HomeServer(home.id, role.id, channel.id), editor.id)
            yield Night(double, launcher, channel, editor, volunteer), sites


@asynccontextmanager
async def _running(night: Night, **settings: str) -> AsyncIterator[BotProcess]:
    bot = await night.launcher.start(**settings)
    try:
        await ready(bot)
        yield bot
    finally:
        await stop(bot)


async def _fill(path: Path, home: HomeServer, editor: int) -> None:
    """What is watched, and the tips: of every kind, about every tie in turn, of as many senders."""
    bot = await Tiewatch.open(Settings(database=path), lambda: datetime.now(UTC))
    ties = list(bot.register.record.ties)
    await list_all(bot)
    async with bot.database.transaction() as conn:
        await set_home(conn, home, by=editor, at=bot.clock())
        for number in range(TIPS):
            new = NewTip(
                _KINDS[number % len(_KINDS)],
                tie=ties[number % len(ties)],
                address=f"https://example.org/minutes/{number}",
                page=f"https://example.org/minutes/{number}",
                words=f"Heard at meeting {number}, and read in its minutes.",
                sender=10_000 + number,
            )
            await tips.add(conn, new, bot.clock())
    await bot.close()
