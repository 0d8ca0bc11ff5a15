"""A reminder of a hearing to several channels: each gets it once, also when the bot dies before it has noted so."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cogs.hearings.schedule import moment_of
from db.record.act_kinds import ActKind
from db.record.hearings import hearings_of
from db.record.models import PartialDate
from db.store import hearings, records, subscriptions
from db.store.hearing_models import HearingPlan
from db.store.subscription_models import Preferences
from tests.wire.double import Channel, Double, Phase
from tests.wire.double.messages import NONCE_SECONDS
from tests.wire.fanout import PATIENCE, at, marks, stop_cleanly, stopped
from tests.wire.process import Launcher, stop

pytestmark = pytest.mark.slow

CHANNELS = 8
TIE = "juneau-ak--vladivostok"


async def hearing_tomorrow(double: Double, database: Path) -> list[Channel]:
    """Channels that want reminders, and a hearing that begins in 23 hours and has been on record for days."""
    guild = double.world.add_guild("Alaska")
    made = [double.world.add_channel(guild, f"hearings-{number}") for number in range(CHANNELS)]
    async with stopped(database) as bot, bot.database.transaction() as conn:
        now = bot.clock()
        begins = (now + timedelta(hours=23)).replace(second=0, microsecond=0)
        tie = bot.register.tie(TIE)
        act = replace(
            tie.acts[-1],
            id=f"{TIE}.{now:%Y%m%d}.proposed",
            date=PartialDate(now.date()),
            kind=ActKind.PROPOSED,
            said=None,
            hearing=begins.date(),
            hearing_time=begins.time(),
            hearing_zone="Etc/UTC",
        )
        await records.add_act(conn, TIE, act, None, by=1)
        (heard,) = hearings_of(replace(tie, acts=(*tie.acts, act)), bot.register)
        seen = now - timedelta(days=3)
        await hearings.save_plan(conn, HearingPlan(heard.name, TIE, act.id, moment_of(heard), False, seen))
        for channel in made:
            await subscriptions.follow(
                conn,
                guild=guild.id,
                channel=channel.id,
                by=double.world.owner.id,
                preferences=Preferences(reminders=True),
                now=now,
            )
    return made


def states(database: Path) -> Counter[str]:
    """How many reminders are in each state, by the bot's own book."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as conn:
        rows = conn.execute("SELECT state FROM delivery WHERE kind = 'hearing_reminder'").fetchall()
    return Counter(state for (state,) in rows)


@pytest.mark.parametrize("phase", list(Phase))
async def test_killed_while_reminding_every_channel_is_reminded_once(
    double: Double, fast: Launcher, phase: Phase
) -> None:
    """So long passes after each kill that Discord no longer knows the nonces."""
    channels = await hearing_tomorrow(double, fast.database)
    fast.lanes = 2
    for number in (1, 2, 1):
        bot = await fast.start()
        at(double, number, bot.kill, phase)
        try:
            await bot.ended(PATIENCE)
        finally:
            double.log.observers.pop()
            await stop(bot)
        double.clock.advance(NONCE_SECONDS + 1)
    fast.lanes = None
    async with fast.started() as bot:
        done = {"sent": CHANNELS}
        await double.until(lambda: not bot.running or states(fast.database) == done, "all are reminded", PATIENCE)
        assert bot.running, bot.output
        await stop_cleanly(bot)
    assert states(fast.database) == {"sent": CHANNELS}
    assert [len(marks(channel)) for channel in channels] == [1] * CHANNELS
