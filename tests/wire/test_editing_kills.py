"""An editor records an act and the bot dies at that moment: after a restart it is recorded once and announced once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import discord
import pytest

from db.record.standings import Standing
from tests.wire.cards import labelled, message_of
from tests.wire.double import Channel, Double, Message, User, texts
from tests.wire.fanout import FanOut, marks, prepare, stop_cleanly, stopped, until
from tests.wire.process import BotProcess, Launcher

CHANNELS = 10
# Milliseconds from the press to the kill: before, amid and after what it causes.
MOMENTS = (0, 4, 10, 25, 60)
RECORD = "Record and announce"
DATE = "20 November 2026"
ACT: Mapping[str, str | list[str]] = {
    "actor": "The council",
    "authority": ["council"],
    "summary": "Voted to suspend the sister-city tie.",
    "vote": "9–0",
    "condition": "Until Russian troops have left Ukraine",
}
MINUTES: Mapping[str, str | list[str]] = {
    "address": "https://example.org/minutes/20261120.pdf",
    "title": "Minutes of 20 November 2026",
    "publisher": "The city",
    "published": DATE,
    "grade": ["A"],
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The home server: an editor in the review channel."""

    editor: User
    channel: Channel


@pytest.fixture
async def fan_out(double: Double, fast: Launcher) -> FanOut:
    """Channels that follow, and no news yet."""
    return await prepare(double, fast.database, CHANNELS, news=0)


@pytest.fixture
async def desk(double: Double, fast: Launcher, fan_out: FanOut) -> Desk:
    """A home server that is set up."""
    world = double.world
    home = world.add_guild("Home")
    channel = world.add_channel(home, "review")
    editors = world.add_role(home, "Editors")
    editor = world.add_user("Ed")
    manager = world.add_role(home, "Managers", discord.Permissions(manage_guild=True))
    world.add_member(home, editor, [editors, manager])
    fast.settings["TIEWATCH_HOME_SERVER"] = str(home.id)
    async with fast.started() as bot:
        said = await double.people.slash(editor, channel, "setup", {"role": editors, "channel": channel})
        assert "Editors are the people with" in texts((await message_of(said)).payload)
        await stop_cleanly(bot)
    return Desk(editor, channel)


async def entered(double: Double, desk: Desk, tie: str) -> Message:
    """The preview card of a suspension."""
    people, where = double.people, desk.channel
    act = {"place": tie, "kind": "suspended", "date": DATE}
    shown = await people.slash(desk.editor, where, "record act", act)
    card = await message_of(await people.submit(shown, ACT))
    shown = await people.press(desk.editor, card, labelled(card, "Add the source"))
    return await message_of(await people.submit(shown, MINUTES))


async def killed_after_press(double: Double, desk: Desk, bot: BotProcess, card: Message, milliseconds: int) -> None:
    """Press *Record and announce*, and kill the bot so much later."""
    pressing = asyncio.create_task(double.people.press(desk.editor, card, labelled(card, RECORD)))
    asyncio.get_running_loop().call_later(milliseconds / 1000, bot.kill)
    await bot.ended()
    pressing.cancel()
    with suppress(asyncio.CancelledError):
        await pressing


def says_recorded(card: Message) -> bool:
    """Whether the editor has seen that it was recorded."""
    return "### Recorded" in texts(card.payload)


def has_sent(fan_out: FanOut, number: int) -> Callable[[], bool]:
    """Whether so many messages, and no others, are noted, all of them as sent."""
    return lambda: fan_out.states() == {"sent": number}


@pytest.mark.slow
async def test_killed_while_recording_an_act_is_recorded_and_announced_once(
    double: Double, fast: Launcher, fan_out: FanOut, desk: Desk
) -> None:
    """An editor who saw no answer presses again after the restart."""
    async with stopped(fast.database) as record:
        register = record.register
        active = [tie for tie in register.record.ties if register.status(tie).standing is Standing.ACTIVE]
    for number, milliseconds in enumerate(MOMENTS, 1):
        async with fast.started() as bot:
            card = await entered(double, desk, active[number])
            await killed_after_press(double, desk, bot, card, milliseconds)
        async with fast.started() as bot:
            if not says_recorded(card):
                await double.people.press(desk.editor, card, labelled(card, RECORD))
            await until(fan_out, bot, has_sent(fan_out, number * CHANNELS))
            await stop_cleanly(bot)
    fan_out.verify()
    assert {len(marks(channel)) for channel in fan_out.channels} == {len(MOMENTS)}
