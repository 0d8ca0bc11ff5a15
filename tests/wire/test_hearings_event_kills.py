"""A hearing as an event of a server: made once, moved and cancelled, whenever the bot dies or an answer is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import discord
import pytest

from cogs.hearings.events import LOOK_AGAIN
from db.record.act_kinds import ActKind
from db.record.models import Act, PartialDate
from db.store import records, subscriptions
from db.store.subscription_models import Preferences
from tests.wire.double import (
    Double,
    Entry,
    EventStatus,
    Fault,
    Guild,
    Late,
    LostAnswer,
    Phase,
    ScheduledEvent,
    ServerError,
)
from tests.wire.fanout import PATIENCE, Moment, stop_cleanly, stopped
from tests.wire.process import Launcher, stop
from tests.wire.test_hearings_kills import TIE

pytestmark = pytest.mark.slow

EVENTS = "/guilds/*/scheduled-events"
LATER = timedelta(seconds=8)


def is_look(entry: Entry) -> bool:
    """Whether a request reads the server's events, as is done before each change."""
    return entry.name == "GET /guilds/{guild}/scheduled-events"


def is_change(entry: Entry) -> bool:
    """Whether a request makes or changes an event."""
    return "/scheduled-events" in entry.route and entry.method in ("POST", "PATCH")


class Hearing:
    """A hearing in three days, of which one server wants an event; recorded while the bot is not running."""

    def __init__(self, double: Double, database: Path) -> None:
        self.guild = _server(double)
        self._double, self._database = double, database
        self._acts: list[Act] = []

    @property
    def event(self) -> ScheduledEvent:
        """The one event that the server has, and ever had."""
        (event,) = self.guild.events.values()
        return event

    @property
    def standing(self) -> list[ScheduledEvent]:
        """The events of the server that are not over."""
        return [event for event in self.guild.events.values() if not event.status.is_over]

    @property
    def starts(self) -> datetime:
        """When the event begins."""
        return datetime.fromisoformat(self.event.payload["scheduled_start_time"])

    async def record(self, days: int, *, cancelled: bool = False) -> datetime:
        """The hearing is set to a day, or moved to it, or cancelled; when it begins."""
        async with stopped(self._database) as bot, bot.database.transaction() as conn:
            now = bot.clock()
            begins = (now + timedelta(days=days)).replace(second=0, microsecond=0)
            if not self._acts:
                where = {"guild": self.guild.id, "channel": next(iter(self.guild.channels))}
                wishes = Preferences(events=True)
                by = self._double.world.owner.id
                await subscriptions.follow(conn, **where, by=by, preferences=wishes, now=now)
            before = self._acts[-1] if self._acts else bot.register.tie(TIE).acts[-1]
            act = replace(
                before,
                id=f"{TIE}.{now:%Y%m%d}.proposed-{len(self._acts)}",
                date=PartialDate(now.date()),
                kind=ActKind.PROPOSED,
                said=None,
                hearing=begins.date(),
                hearing_time=begins.time(),
                hearing_zone="Etc/UTC",
                hearing_cancelled=cancelled,
                replaces=before.id if self._acts else None,
                replaces_why="The council says otherwise." if self._acts else None,
            )
            await records.add_act(conn, TIE, act, None, by=1)
        self._acts.append(act)
        return begins

    def is_settled(self) -> bool:
        """Whether all that was recorded is done, by the bot's own book."""
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)) as conn:
            rows = conn.execute("SELECT state FROM delivery WHERE kind = 'hearing_event'").fetchall()
        states = [state for (state,) in rows]
        return len(states) == len(self._acts) and set(states) <= {"sent", "gone"}

    async def finish(self, launcher: Launcher) -> None:
        """Let the bot do the rest undisturbed."""
        async with launcher.started() as bot:
            await self._double.until(lambda: not bot.running or self.is_settled(), "all is done", PATIENCE)
            assert bot.running, bot.output
            await stop_cleanly(bot)
        assert self.is_settled()


def _server(double: Double) -> Guild:
    """A server that lets the bot make events."""
    guild = double.world.add_guild("Alaska")
    double.world.add_channel(guild, "hearings")
    role = double.world.add_role(guild, "Events", discord.Permissions(create_events=True))
    guild.members[double.world.bot.id].roles.append(role.id)
    return guild


async def _killed(double: Double, launcher: Launcher, counts: Callable[[Entry], bool], phase: Phase) -> None:
    bot = await launcher.start()
    observer = Moment(counts, phase, 1, bot.kill)
    double.log.observers.append(observer)
    try:
        await bot.ended(PATIENCE)
    finally:
        double.log.observers.remove(observer)
        await stop(bot)


@pytest.mark.parametrize(
    ("counts", "phase"),
    [
        pytest.param(is_look, Phase.HANDLED, id="before the request"),
        pytest.param(is_change, Phase.HANDLED, id="stored and not answered"),
        pytest.param(is_change, Phase.ANSWERED, id="answered and not noted"),
    ],
)
async def test_killed_at_each_step_a_server_has_one_event_as_it_has_to_be(
    double: Double, fast: Launcher, counts: Callable[[Entry], bool], phase: Phase
) -> None:
    hearing = Hearing(double, fast.database)
    for days, cancelled in ((3, False), (4, False), (4, True)):
        begins = await hearing.record(days, cancelled=cancelled)
        await _killed(double, fast, counts, phase)
        await hearing.finish(fast)
        assert hearing.starts == begins or cancelled
        assert hearing.event.status is (EventStatus.CANCELED if cancelled else EventStatus.SCHEDULED)
    changes = [entry.method for entry in double.log if is_change(entry)]
    assert changes == ["POST", "PATCH", "PATCH"], "and nothing is asked for twice"


@pytest.mark.parametrize("fault", [ServerError(500, stored=True), ServerError(504, stored=True), LostAnswer()], ids=str)
async def test_what_was_stored_though_its_answer_was_an_error_is_not_done_twice(
    double: Double, fast: Launcher, fault: Fault
) -> None:
    hearing = Hearing(double, fast.database)
    # A change that Discord has made already may be asked for again, which it refuses where that ended the event.
    double.log.expect(400, 180000)
    for days, cancelled in ((3, False), (4, False), (4, True)):
        begins = await hearing.record(days, cancelled=cancelled)
        double.faults.add("POST", EVENTS, fault, times=1)
        double.faults.add("PATCH", f"{EVENTS}/*", fault, times=1)
        await hearing.finish(fast)
        double.faults.clear()
        assert hearing.starts == begins or cancelled
        assert hearing.event.status is (EventStatus.CANCELED if cancelled else EventStatus.SCHEDULED)
    assert [entry.method for entry in double.log if is_change(entry)].count("POST") == 1


@pytest.mark.parametrize("is_cancelled", [False, True], ids=["it stands", "it is cancelled meanwhile"])
async def test_what_is_stored_after_the_next_attempt_has_read_the_list_stands_for_minutes_only(
    double: Double, fast: Launcher, is_cancelled: bool
) -> None:
    """Nothing tells the second attempt of the first one, which is on its way still: the later look finds both."""
    fast.has_clock = True
    hearing = Hearing(double, fast.database)
    await hearing.record(3)
    double.faults.add("POST", EVENTS, Late(), times=1)
    await _killed(double, fast, is_change, Phase.ARRIVED)
    await hearing.finish(fast)
    assert len(hearing.standing) == 2
    first = min(event.id for event in hearing.standing)
    if is_cancelled:
        await hearing.record(3, cancelled=True)
    fast.set_clock(LOOK_AGAIN + timedelta(seconds=1))
    async with fast.started() as bot:
        left = [] if is_cancelled else [first]
        await double.until(lambda: [event.id for event in hearing.standing] == left, "one is left", PATIENCE)
        await stop_cleanly(bot)


async def test_a_change_that_is_stored_after_a_later_one_does_not_last(double: Double, fast: Launcher) -> None:
    fast.has_clock = True
    hearing = Hearing(double, fast.database)
    await hearing.record(3)
    await hearing.finish(fast)
    double.faults.add("PATCH", f"{EVENTS}/*", Late(LATER.total_seconds()), times=1)
    moved = await hearing.record(4)
    await _killed(double, fast, is_change, Phase.ARRIVED)
    moved = await hearing.record(5)
    await hearing.finish(fast)
    assert hearing.starts == moved
    await double.until(lambda: hearing.starts != moved, "the first change is stored", PATIENCE)
    fast.set_clock(LOOK_AGAIN + timedelta(seconds=1))
    async with fast.started() as bot:
        await double.until(lambda: hearing.starts == moved, "it is mended", PATIENCE)
        await stop_cleanly(bot)
