"""The steps that the tests of tips share: handing in, opening the queue, deciding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from tests.behaviour.editing_steps import JUNEAU
from tests.world import message_of

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
