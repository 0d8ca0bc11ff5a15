"""The steps that the tests of tips share: handing in, opening the queue, deciding, entering, hearing of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import discord
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.behaviour.announcements_steps import swept
from tests.behaviour.editing_steps import JUNEAU, MINUTES, act_fields
from tests.world import message_of, texts

PAGE = "https://juneau.org/minutes/20261120.pdf"
TIP: Mapping[str, Any] = {
    "what": ["suspended"],
    "place": JUNEAU,
    "date": "20 November 2026",
    "address": PAGE,
    "words": "The Assembly voted to suspend it, 9 to 0. I was there.",
}


async def hand_in(who: MemberActor, channel: ChannelHandle, **changes: Any) -> InteractionResult:
    """The answer to a tip about Juneau, or what the changes say."""
    form = await who.slash(channel, "tip send")
    return await who.submit_modal(form, {**TIP, **changes})


async def open_first(who: MemberActor, channel: ChannelHandle) -> discord.Message:
    """What an editor sees who begins with the first that waits."""
    listed = message_of(await who.slash(channel, "queue"))
    return message_of(await who.click(listed, label="Begin with the first"))


async def decide(who: MemberActor, card: discord.Message, state: str, reason: str) -> InteractionResult:
    """The answer to a decision on the tip of a card."""
    form = await who.click(card, label="Decide")
    return await who.submit_modal(form, {"state": state, "reason": reason})


async def heard(env: Env, who: MemberActor) -> list[str]:
    """What a person was told in direct messages."""
    await swept(env)
    return [texts(said) for said in who.user.dm_channel.history()]


async def drafted(who: MemberActor, channel: ChannelHandle, card: discord.Message) -> discord.Message:
    """The preview of what an editor enters from the card of a tip: four presses."""
    kind = texts(card).split(": ")[1].split("\n")[0]
    typed = act_fields("statement")
    typed |= {"condition": ""} if kind == "suspended" else {"hearing": ""} if kind == "a proposal" else {}
    form = await who.click(card, label="Record an act")
    draft = message_of(await who.submit_modal(form, typed | {"summary": "The Assembly did what it did that day."}))
    source = await who.click(draft, label="Fix source 1")
    (address,) = set(re.findall(r"https://juneau\.org/minutes/[0-9]+\.pdf(?:\?item=[0-9])?", texts(card)))
    return message_of(await who.submit_modal(source, {**MINUTES, "address": address, "published": ""}))


def friends_elsewhere(env: Env) -> tuple[ChannelHandle, MemberActor]:
    """A channel of another server, and who manages that server."""
    elsewhere = env.create_guild("Friends of Juneau")
    news = elsewhere.create_text_channel("news")
    manager = elsewhere.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    oscar = elsewhere.add_member(env.create_user("oscar"), roles=[manager])
    return news, oscar
