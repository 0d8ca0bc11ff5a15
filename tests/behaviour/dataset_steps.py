"""The steps that the tests of changes by the dataset share: newer versions of it, in which Juneau's tie goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import discord
from simcord import Env
from simcord.builders import ChannelHandle

from bot import Tiewatch
from preview import World
from tests.behaviour.announcements_steps import allow, swept, told
from tests.behaviour.editing_steps import SUSPENDED, set_up
from tests.world import texts

NEW_ACT = """
[[tie.act]]
id = "juneau-ak--vladivostok.20261120.suspended"
date = "2026-11-20"
kind = "suspended"
actor = "Juneau Assembly"
authority = "council"
summary = "Voted to suspend the tie."
sources = ["ktoo-20220406"]
confidence = "high"
"""
SAYS = 'summary = "Voted to suspend the tie."\n'
RIGHT = f"""
[[tie.act]]
id = "{SUSPENDED}-2"
date = "2026-11-20"
kind = "suspended"
actor = "Juneau Assembly"
authority = "council"
summary = "Voted to suspend the tie for a year."
sources = ["ktoo-20220406"]
confidence = "high"
replaces = "{SUSPENDED}"
replaces_why = "It is for a year."
"""
LATER = """
[[tie.act]]
id = "juneau-ak--vladivostok.20261122.ended"
date = "2026-11-22"
kind = "ended"
actor = "Juneau Assembly"
authority = "council"
summary = "Voted to end the tie."
sources = ["ktoo-20220406"]
confidence = "high"
"""
Updated = Callable[..., Awaitable[Tiewatch]]
Version = Callable[[str], Path]
Restart = Callable[[], Awaitable[Tiewatch]]


def newest(channel: ChannelHandle) -> discord.Message:
    """The newest message of a channel."""
    found = channel.last_message
    assert found is not None
    return found


async def following(world: World, env: Env) -> ChannelHandle:
    """A channel that follows everything, in a home server that is set up."""
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(world.channel, "announcements follow", channel=news)
    return news


async def announced(world: World, env: Env, updated: Updated, version: Version) -> ChannelHandle:
    """A channel that follows, in which Juneau's suspension by a newer dataset was announced."""
    news = await following(world, env)
    await updated(data=version(NEW_ACT))
    await world.ed.click(newest(world.channel), label="Announce")
    assert "The assembly voted to suspend the tie." in texts(newest(news))
    return news


async def held_back(world: World, env: Env, updated: Updated, version: Version) -> ChannelHandle:
    """A channel that follows and cannot be written to, in which the suspension would have been announced."""
    news = await following(world, env)
    running = await updated(data=version(NEW_ACT))
    await allow(running, news, send_messages=False)
    await world.ed.click(newest(world.channel), label="Announce")
    await swept(env)
    assert told(news) == []
    return news
