"""An editor decides a tip and the bot dies at that moment: after a restart its sender hears of it once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

import discord
import pytest

from tests.wire.cards import labelled, message_of
from tests.wire.double import Channel, Double, Exchange, User, texts
from tests.wire.fanout import stop_cleanly
from tests.wire.process import BotProcess, Launcher

# Milliseconds from the decision to the kill: before, amid and after what it causes.
MOMENTS = (0, 3, 8, 20, 60)
PATIENCE = 60
REASON = "The record has this vote already."
DECISION: Mapping[str, str | list[str]] = {"state": "nothing_new", "reason": REASON}


@dataclass(frozen=True, slots=True)
class Desk:
    """The home server: an editor in the review channel, and a volunteer."""

    editor: User
    sender: User
    channel: Channel


@pytest.fixture
async def desk(double: Double, fast: Launcher) -> Desk:
    """A home server that is set up."""
    world = double.world
    home = world.add_guild("Home")
    channel = world.add_channel(home, "review")
    editors = world.add_role(home, "Editors")
    editor, sender = world.add_user("Ed"), world.add_user("Vera")
    manager = world.add_role(home, "Managers", discord.Permissions(manage_guild=True))
    world.add_member(home, editor, [editors, manager])
    world.add_member(home, sender, [])
    fast.settings["TIEWATCH_HOME_SERVER"] = str(home.id)
    async with fast.started() as bot:
        said = await double.people.slash(editor, channel, "setup", {"role": editors, "channel": channel})
        assert "Editors are the people with" in texts((await message_of(said)).payload)
        await stop_cleanly(bot)
    return Desk(editor, sender, channel)


async def handed_in(double: Double, desk: Desk, number: int) -> None:
    """A tip, kept."""
    form = await double.people.slash(desk.sender, desk.channel, "tip send", {})
    typed: Mapping[str, str | list[str]] = {
        "what": ["kept"],
        "place": "Juneau",
        "address": f"https://example.org/minutes/{number}",
    }
    receipt = await message_of(await double.people.submit(form, typed))
    assert f"This is tip {number}" in texts(receipt.payload)


async def decision_form(double: Double, desk: Desk) -> Exchange | None:
    """The form for the decision on the first tip that waits; None if none does."""
    listed = await message_of(await double.people.slash(desk.editor, desk.channel, "queue", {}))
    try:
        begin = labelled(listed, "Begin with the first")
    except LookupError:
        return None
    opened = await double.people.press(desk.editor, listed, begin)
    card = await message_of(opened)
    await double.until(lambda: "The evidence rules" in texts(card.payload), "the card is shown", PATIENCE)
    return await double.people.press(desk.editor, card, labelled(card, "Decide"))


async def killed_while_deciding(double: Double, bot: BotProcess, form: Exchange, milliseconds: int) -> None:
    """Submit a decision, and kill the bot so much later."""
    deciding = asyncio.create_task(double.people.submit(form, DECISION))
    asyncio.get_running_loop().call_later(milliseconds / 1000, bot.kill)
    await bot.ended()
    deciding.cancel()
    with suppress(asyncio.CancelledError):
        await deciding


async def told(double: Double, heard: Channel, number: int) -> None:
    """Wait until a person has so many messages."""
    await double.until(lambda: len(heard.messages) >= number, "the outcome is told", PATIENCE)


@pytest.mark.slow
async def test_killed_while_deciding_the_sender_hears_the_outcome_once(
    double: Double, fast: Launcher, desk: Desk
) -> None:
    """An editor who finds the tip still waiting after the restart decides again."""
    heard = double.world.dm(desk.sender)
    for number, milliseconds in enumerate(MOMENTS, 1):
        async with fast.started() as bot:
            await handed_in(double, desk, number)
            form = await decision_form(double, desk)
            assert form is not None
            await killed_while_deciding(double, bot, form, milliseconds)
        async with fast.started() as bot:
            form = await decision_form(double, desk)
            if form is not None:
                await double.people.submit(form, DECISION)
            await told(double, heard, number)
            await stop_cleanly(bot)
        said = [texts(message.payload) for message in heard.messages]
        assert len(said) == number, said
        assert f"Your tip {number} is decided: nothing new" in said[-1]
        assert REASON in said[-1]
