"""What a changed client can send: presses of buttons that are on no message, and forms that nobody opened."""

from __future__ import annotations

from typing import Any

import discord
from simcord import actors
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.enums import ComponentType, InteractionType
from simcord.results import InteractionResult


async def forge_press(who: MemberActor, message: discord.Message, custom_id: str) -> InteractionResult:
    """Press a button of this id on a message, whether the message has it or not."""
    data = {"custom_id": custom_id, "component_type": int(ComponentType.BUTTON)}
    return await actors._component_interaction(who, _stored(who, message), data)


async def forge_choice(who: MemberActor, message: discord.Message, custom_id: str, *values: str) -> InteractionResult:
    """Choose values in a select of this id on a message, whether the select offers them or not."""
    data = {"custom_id": custom_id, "component_type": int(ComponentType.STRING_SELECT), "values": list(values)}
    return await actors._component_interaction(who, _stored(who, message), data)


async def forge_form(who: MemberActor, channel: ChannelHandle, custom_id: str, **texts: str) -> InteractionResult:
    """Submit a form of this id with these texts, without its having been opened."""
    fields = [{"type": 18, "component": {"type": 4, "custom_id": name, "value": text}} for name, text in texts.items()]
    data: dict[str, Any] = {"custom_id": custom_id, "components": fields}
    return await actors._dispatch_actor_interaction(who, InteractionType.MODAL_SUBMIT, channel, data)


def _stored(who: MemberActor, message: discord.Message) -> Any:
    return who._env.backend.get_message(message.channel.id, message.id)
