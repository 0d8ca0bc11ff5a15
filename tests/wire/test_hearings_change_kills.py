"""A hearing that is moved, cancelled or over, with the bot killed in every step: what was said is mended once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from cogs.hearings.schedule import ASKED_AFTER, moment_of
from db.record.act_kinds import ActKind
from db.record.hearings import LASTS, hearings_of
from db.record.models import Act, PartialDate
from db.store import hearings, records, subscriptions
from db.store.hearing_models import HearingPlan
from db.store.subscription_models import Preferences
from tests.wire.double import Channel, Double, Entry, Phase, texts
from tests.wire.fanout import PATIENCE, SEND, Moment, marks, stop_cleanly, stopped
from tests.wire.process import Launcher, stop
from tests.wire.test_hearings_kills import TIE

pytestmark = pytest.mark.slow

CHANNELS = 3
EDIT = "PATCH /channels/{channel}/messages/{message}"
BOOK = "SELECT kind, state FROM delivery WHERE kind IN ('hearing_reminder', 'hearing_mend', 'hearing_after')"


class Reminded:
    """A hearing of which channels are reminded; recorded, moved and cancelled while the bot is not running."""

    def __init__(self, double: Double, launcher: Launcher) -> None:
        guild = double.world.add_guild("Alaska")
        self.channels = [double.world.add_channel(guild, f"hearings-{number}") for number in range(CHANNELS)]
        self._double, self._launcher = double, launcher
        self._acts: list[Act] = []

    async def record(self, hours: int, *, cancelled: bool = False) -> None:
        """The hearing is set to begin in so many hours, or moved to that, or cancelled."""
        async with stopped(self._launcher.database) as bot, bot.database.transaction() as conn:
            now = bot.clock()
            begins = (now + timedelta(hours=hours)).replace(second=0, microsecond=0)
            before = self._acts[-1] if self._acts else None
            act = replace(
                before or bot.register.tie(TIE).acts[-1],
                id=f"{TIE}.{now:%Y%m%d}.proposed-{len(self._acts)}",
                date=PartialDate(now.date() - timedelta(days=9)),
                kind=ActKind.PROPOSED,
                said=None,
                hearing=begins.date(),
                hearing_time=begins.time(),
                hearing_zone="Etc/UTC",
                hearing_cancelled=cancelled,
                replaces=before.id if before else None,
                replaces_why="The council says otherwise." if before else None,
            )
            await records.add_act(conn, TIE, act, None, by=1)
            if before is None:
                tie = bot.register.tie(TIE)
                (heard,) = hearings_of(replace(tie, acts=(*tie.acts, act)), bot.register)
                seen = now - timedelta(days=8)
                await hearings.save_plan(conn, HearingPlan(heard.name, TIE, act.id, moment_of(heard), False, seen))
                for channel in self.channels:
                    await subscriptions.follow(
                        conn,
                        guild=channel.guild_id or 0,
                        channel=channel.id,
                        by=self._double.world.owner.id,
                        preferences=Preferences(reminders=True),
                        now=now,
                    )
        self._acts.append(act)

    def done(self, kind: str) -> int:
        """How many messages of a kind are noted as sent; 0 while one is not."""
        with closing(sqlite3.connect(f"file:{self._launcher.database}?mode=ro", uri=True)) as conn:
            states = [state for name, state in conn.execute(BOOK) if name == kind]
        return len(states) if set(states) == {"sent"} else 0

    async def finish(self, kind: str, rounds: int = 1) -> None:
        """Let the bot do the rest undisturbed."""
        async with self._launcher.started() as bot:
            wanted = CHANNELS * rounds
            await self._double.until(lambda: not bot.running or self.done(kind) == wanted, f"{kind} {rounds}", PATIENCE)
            assert bot.running, bot.output
            await stop_cleanly(bot)

    async def killed(self, counts: Callable[[Entry], bool], phase: Phase, number: int) -> None:
        """Start the bot, and kill it at a request."""
        bot = await self._launcher.start()
        observer = Moment(counts, phase, number, bot.kill)
        self._double.log.observers.append(observer)
        try:
            await bot.ended(PATIENCE)
        finally:
            self._double.log.observers.remove(observer)
            await stop(bot)


def is_edit(entry: Entry) -> bool:
    """Whether a request rewrites a message."""
    return entry.name == EDIT


def is_send(entry: Entry) -> bool:
    """Whether a request sends a message."""
    return entry.name == SEND


def said(channel: Channel) -> list[str]:
    """What a channel reads, each message that is of a delivery of its own."""
    assert len(set(marks(channel))) == len(channel.messages), "each message is of another row"
    return [texts(message.payload) for message in channel.messages]


@pytest.mark.parametrize(
    ("counts", "phase"),
    [
        pytest.param(is_edit, Phase.ARRIVED, id="before a message is rewritten"),
        pytest.param(is_edit, Phase.HANDLED, id="as one is rewritten"),
        pytest.param(is_send, Phase.ARRIVED, id="before one is replied to"),
        pytest.param(is_send, Phase.HANDLED, id="replied and not answered"),
        pytest.param(is_send, Phase.ANSWERED, id="replied and not noted"),
    ],
)
async def test_a_moved_and_a_cancelled_hearing_is_told_of_once(
    double: Double, fast: Launcher, counts: Callable[[Entry], bool], phase: Phase
) -> None:
    hearing = Reminded(double, fast)
    await hearing.record(23)
    await hearing.finish("hearing_reminder")
    for rounds, (hours, cancelled) in enumerate(((24 * 20, False), (24 * 20, True)), 1):
        await hearing.record(hours, cancelled=cancelled)
        await hearing.killed(counts, phase, 2)
        await hearing.finish("hearing_mend", rounds)
    for channel in hearing.channels:
        reminder, moved, off = said(channel)
        assert "canceled" in reminder
        assert "canceled" in off
        assert channel.messages[2].payload["message_reference"]["message_id"] == channel.messages[1].id
        assert moved


@pytest.mark.parametrize("phase", list(Phase))
async def test_after_a_hearing_each_channel_is_asked_once_what_came_of_it(
    double: Double, fast: Launcher, phase: Phase
) -> None:
    fast.has_clock = True
    hearing = Reminded(double, fast)
    await hearing.record(23)
    await hearing.finish("hearing_reminder")
    fast.set_clock(timedelta(hours=23) + LASTS + ASKED_AFTER + timedelta(hours=1))
    await hearing.killed(is_send, phase, 2)
    await hearing.finish("hearing_after")
    for channel in hearing.channels:
        _, asked = said(channel)
        assert "Were you there?" in asked
