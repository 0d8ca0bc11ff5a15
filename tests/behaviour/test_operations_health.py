"""/health: how the bot is, for editors alone."""

from __future__ import annotations

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from preview import World
from tests.behaviour.editing_steps import set_up
from tests.world import texts


async def test_an_editor_sees_how_the_bot_is(world: World, ed: MemberActor, channel: ChannelHandle) -> None:
    await set_up(world)
    shown = await ed.slash(channel, "health")
    said = texts(shown)
    assert shown.ephemeral
    for name in ("process", "gateway", "requests", "outbox", "unsent", "backup", "disk", "digest"):
        assert f"**{name}**" in said
    assert "✅ **unsent**: nothing that is due waits" in said
    assert "✅ **backup**: off" in said


async def test_nobody_else_does(bot: Tiewatch, world: World, vera: MemberActor, channel: ChannelHandle) -> None:
    await set_up(world)
    assert "Only editors can do this" in texts(await vera.slash(channel, "health"))
