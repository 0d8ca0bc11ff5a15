"""A backup made amid a fan-out is restored later: each channel has each message once, and corrections reach them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cogs.outbox import reasons
from cogs.outbox.restoration import MOST_MESSAGES, MOST_OTHER_CHANNELS
from db.store.backups import write_backup
from db.store.database import DatabaseError
from db.store.restore import go_on, restore
from tests.wire.double import Channel, Double, texts
from tests.wire.fanout import SEND, FanOut, announce, at, finish, marks, prepare, stop_cleanly, until, withdraw
from tests.wire.process import Launcher

CHANNELS = 40
AMID = 15


def now() -> datetime:
    """The hour of the bot as a process."""
    return datetime.now(UTC)


def unread(database: Path) -> int:
    """How many channels and people are still to be read after a restore; all, before that was noted."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as conn:
        noted = conn.execute("SELECT 1 FROM meta WHERE key = 'restore_prepared'").fetchone()
        (left,) = conn.execute("SELECT count(*) FROM history_gap WHERE why IS NULL").fetchone()
        return int(left) if noted else CHANNELS


def said(channels: Sequence[Channel]) -> dict[int, list[str]]:
    """What every channel reads now, message by message."""
    return {channel.id: [texts(message.payload) for message in channel.messages] for channel in channels}


async def backed_up_amid(double: Double, launcher: Launcher, fan_out: FanOut) -> Path:
    """A backup that was made while the first news was being sent, which was then sent to all."""
    file = launcher.folder / "backup.sqlite3"
    launcher.lanes = 4
    at(double, AMID, lambda: write_backup(launcher.database, file, now()))
    await finish(launcher, fan_out)
    launcher.lanes = None
    with closing(sqlite3.connect(file)) as conn:
        states = dict(conn.execute("SELECT state, count(*) FROM delivery GROUP BY state"))
    assert states["sent"], states
    assert states["pending"], states
    return file


async def test_a_backup_from_amid_a_fan_out_repeats_nothing_and_corrections_reach_all(
    double: Double, fast: Launcher
) -> None:
    fan_out = await prepare(double, fast.database, CHANNELS)
    file = await backed_up_amid(double, fast, fan_out)
    await announce(fast.database, 1)
    await finish(fast, fan_out)
    await withdraw(fast.database)
    await finish(fast, fan_out)
    fan_out.verify()
    before = said(fan_out.channels)
    assert {len(messages) for messages in before.values()} == {3}, "the news, the next news, and what mends the first"
    sent = len(double.log.of(SEND))

    done = restore(file, fast.database, now())
    assert done.aside is not None
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: not unread(fast.database))
        assert fan_out.states()["pending"] + fan_out.states()["sending"], "something waits, and is held"
        assert len(double.log.of(SEND)) == sent
        go_on(fast.database)
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    assert said(fan_out.channels) == before, "the first news is taken for what it is: sent and mended"

    await announce(fast.database, 1)
    await finish(fast, fan_out)
    await withdraw(fast.database)
    await finish(fast, fan_out)
    assert len(double.log.of(SEND)) == sent, "entered anew, they find their messages"
    assert {len(channel.messages) for channel in fan_out.channels} == {3}

    await withdraw(fast.database)  # the first that still stands: the next news
    await finish(fast, fan_out)
    for channel in fan_out.channels:
        assert len(marks(channel)) == 4
        assert "Withdrawn" in texts(channel.messages[1].payload), "the message that was found again is mended"


async def test_a_channel_that_cannot_be_read_gets_nothing_until_it_can(double: Double, fast: Launcher) -> None:
    fan_out = await prepare(double, fast.database, CHANNELS)
    file = await backed_up_amid(double, fast, fan_out)
    restore(file, fast.database, now())
    go_on(fast.database)
    waiting = pending(fast.database)
    channel = next(channel for channel in fan_out.channels if channel.id in waiting)
    guild = double.world.guilds[channel.guild_id or 0]
    roles = [guild.everyone, *(role for role in guild.roles.values() if role.managed)]
    for role in roles:
        double.world.overwrite(channel, role, read_message_history=False)
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: fan_out.states()["paused"] == 1 and fan_out.states()["sent"] == CHANNELS - 1)
        assert len(channel.messages) == 1
        for role in roles:
            double.world.overwrite(channel, role, read_message_history=True)
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    assert {len(channel.messages) for channel in fan_out.channels} == {1}


def pending(database: Path) -> set[int]:
    """The channels to which something was not sent yet."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as conn:
        return {channel for (channel,) in conn.execute("SELECT target FROM delivery WHERE open = 1")}


async def test_of_the_other_channels_those_are_read_in_which_somebody_wrote_last_and_only_so_many(
    double: Double, fast: Launcher
) -> None:
    fan_out = await prepare(double, fast.database, 1)
    await finish(fast, fan_out)
    file = fast.folder / "backup.sqlite3"
    write_backup(fast.database, file, now())
    guild, vera = double.world.guilds[fan_out.channels[0].guild_id or 0], double.world.add_user("Vera")
    others = [double.world.add_channel(guild, f"talk-{number}") for number in range(MOST_OTHER_CHANNELS + 1)]
    for other in others:
        double.world.say(other, vera, "Hello, everybody")
    restore(file, fast.database, now())
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: not unread(fast.database))
        await stop_cleanly(bot)
    read = {entry.path.split("/")[2] for entry in double.log if entry.method == "GET" and "/messages" in entry.path}
    assert [str(other.id) in read for other in others] == [False, *[True] * MOST_OTHER_CHANNELS]


def reasons_unread(database: Path) -> dict[int, str]:
    """The channels that could not be read after a restore, and why."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as conn:
        return dict(conn.execute("SELECT target, why FROM history_gap WHERE why IS NOT NULL"))


@pytest.mark.slow
async def test_a_channel_in_which_more_was_written_than_is_read_is_left_to_an_editor(
    double: Double, fast: Launcher
) -> None:
    fan_out = await prepare(double, fast.database, 2)
    await finish(fast, fan_out)
    file = fast.folder / "backup.sqlite3"
    write_backup(fast.database, file, now())
    vera = double.world.add_user("Vera")
    for channel, written in zip(fan_out.channels, (MOST_MESSAGES, MOST_MESSAGES + 1), strict=True):
        for _ in range(written - len(channel.messages)):
            double.world.store(channel, vera, {"content": "Hello"})
    restore(file, fast.database, now())
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: not unread(fast.database))
        await stop_cleanly(bot)
    assert reasons_unread(fast.database) == {fan_out.channels[1].id: reasons.TOO_MUCH_TO_READ}


async def test_a_running_bot_is_not_restored_under_its_feet(double: Double, fast: Launcher) -> None:
    file = fast.folder / "backup.sqlite3"
    write_backup(fast.database, file, now())
    async with fast.started() as bot:
        with pytest.raises(DatabaseError, match="another bot is running"):
            restore(file, fast.database, now())
        await stop_cleanly(bot)
    restore(file, fast.database, now())
