"""The steps that the tests of recording share: the setup, the two forms, reading the answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.models import Act
from db.record.standings import Standing
from preview import World
from tests.world import buttons, message_of, texts

TIE = "juneau-ak--vladivostok"
JUNEAU = "Juneau, Alaska – Vladivostok, Primorsky Krai, Russia"
SUSPENDED = f"{TIE}.20261120.suspended"

ACT: Mapping[str, Any] = {
    "actor": "Juneau Assembly",
    "authority": ["council"],
    "summary": "Voted to suspend the sister-city tie.",
    "vote": "9–0",
    "condition": "Until Russian troops have left Ukraine",
}
MINUTES: Mapping[str, Any] = {
    "address": "https://juneau.org/minutes/20261120.pdf",
    "title": "Minutes of 20 November 2026",
    "publisher": "City and Borough of Juneau",
    "published": "20 November 2026",
    "grade": ["A"],
}
NEWS: Mapping[str, Any] = {
    "address": "https://www.example-herald.com/juneau",
    "title": "Juneau drops Vladivostok",
    "publisher": "Example Herald",
    "published": "21 November 2026",
    "grade": ["C"],
}


async def set_up(world: World) -> None:
    """Olga chooses the editor role and the review channel."""
    said = await world.olga.slash(world.channel, "setup", role=world.editors, channel=world.channel)
    assert "Editors are the people with" in texts(said)


async def begin(who: MemberActor, channel: ChannelHandle, **options: Any) -> Any:
    """The answer to `/record act` for a suspension in Juneau, or for what the options say."""
    chosen = {"place": JUNEAU, "kind": "suspended", "date": "20 November 2026"} | options
    return await who.slash(channel, "record act", **chosen)


def act_fields(kind: str = "suspended", **changes: Any) -> dict[str, Any]:
    """What is typed into the form of an act of a kind."""
    extra = {"suspended": "condition", "proposed": "hearing"}.get(kind)
    typed = {**ACT, "hearing": "3 December 2026"}
    return {name: typed[name] for name in ("actor", "authority", "summary", "vote", extra) if name} | changes


async def enter(
    who: MemberActor,
    channel: ChannelHandle,
    *sources: Mapping[str, Any],
    typed: Mapping[str, Any] | None = None,
    **options: Any,
) -> discord.Message:
    """The preview card of a suspension in Juneau, or what the options say, with these sources or else the minutes.

    ``typed`` is what is typed into the form otherwise than in ``ACT``.
    """
    shown = await begin(who, channel, **options)
    answer = await who.submit_modal(shown, act_fields(options.get("kind", "suspended"), **typed or {}))
    for number, source in enumerate(sources or (MINUTES,)):
        label = "Add another source" if number else "Add the source"
        shown = await who.click(message_of(answer), label=label)
        answer = await who.submit_modal(shown, dict(source))
    return message_of(answer)


async def record_it(who: MemberActor, channel: ChannelHandle, **options: Any) -> discord.Message:
    """The outcome of a suspension in Juneau that was recorded quietly."""
    card = await enter(who, channel, **options)
    return message_of(await who.click(card, label="Record quietly"))


async def withdraw(
    who: MemberActor, other: MemberActor, channel: ChannelHandle, why: str, how: str = "quietly", act: str = SUSPENDED
) -> Any:
    """The outcome of an act of Juneau's tie withdrawn by one editor and, as that moves the standing, by another."""
    card = await who.slash(channel, "record retract", place=JUNEAU, act=act, why=why)
    await who.click(message_of(card), label="Ask a second editor")
    asked = channel.last_message
    assert asked is not None
    return await other.click(asked, label=f"Confirm {how}")


async def correct_vote(who: MemberActor, channel: ChannelHandle, how: str) -> Any:
    """The outcome of the suspension's correction to a vote of 8 to 1, announced or quiet by ``how``."""
    form = await who.slash(channel, "record correct", place=JUNEAU, act=SUSPENDED, why="It was a vote of 8 to 1.")
    card = message_of(await who.submit_modal(form, act_fields(vote="8–1")))
    return await who.click(card, label=f"Correct {how}")


def button_id(message: Any, label: str) -> str:
    """The custom id of a button."""
    (found,) = [item.custom_id for item in buttons(message) if item.label == label]
    assert found is not None
    return found


def standing(bot: Tiewatch) -> Standing:
    """How Juneau's tie stands."""
    return bot.register.status(TIE).standing


def act_of(bot: Tiewatch, act_id: str) -> Act:
    """An act of Juneau's tie as the register has it."""
    return next(act for act in bot.register.tie(TIE).acts if act.id == act_id)


async def take_role(bot: Tiewatch, world: World, who: MemberActor) -> None:
    """Take the editor role from a person."""
    guild = bot.guilds[0]
    member = await guild.fetch_member(who.id)
    await member.remove_roles(discord.Object(world.editors.id))
