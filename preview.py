"""The unchanged bot in a page of this machine: SimCord's chat with a small made-up server, and no token."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import discord

from cogs.kit.bot import Clock, TiewatchBot
from cogs.kit.components import Layout
from cogs.kit.settings import Settings

if TYPE_CHECKING:
    from simcord import Env
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, RoleHandle

PORT = 8765
HOME_SERVER = 424242424242424242
OpenBot = Callable[[Settings, Clock], Awaitable[TiewatchBot]]

# SimCord waits this long for a press to be done; drawing a file may take a while on a slow machine.
_SECONDS_PER_ACTION = 30
_WELCOME = """\
### This is Tiewatch, on your machine alone
Type `/` in the box below, and try:
- `/ask` with the question: *is Portland still paired with Khabarovsk?*
- `/status` with a place, such as *Rochester*
- `/ties` for the list, by state or standing
- `/letter write` for a letter in your own words
- `/record act`, viewing as Ed: what is recorded is announced here, at once
- `/tip send` hands in what you know, and `/queue`, viewing as Ed, is where editors find it
- `/help` for the rest

The people are made up: choose at the top as whom you are **viewing**. Vera is a volunteer, Olga an organizer, \
Ed and Eve are editors. What they do here reaches nobody and is gone when you stop.

What the page cannot show: direct messages (from a watch, a reminder), mentions of the bot, and a message's own \
menu. Ask by a command instead: what is typed without the `/` is a message to nobody.

Not the bot's: the bar at the top with *Messages*, *Capture* and *Inspector*, and the list at the left. \
A new answer may stand below what you see: scroll down, or press *jump to latest*. If something seems not to \
arrive, press *Refresh preview*."""


@dataclass(frozen=True, slots=True)
class World:
    """The made-up server: one channel, a volunteer, an organizer and two editors."""

    channel: ChannelHandle
    editors: RoleHandle
    vera: MemberActor
    olga: MemberActor
    ed: MemberActor
    eve: MemberActor

    @property
    def people(self) -> Sequence[MemberActor]:
        """All members, the volunteer first."""
        return (self.vera, self.olga, self.ed, self.eve)


@asynccontextmanager
async def empty_discord(now: datetime, seconds_per_action: float) -> AsyncIterator[Env]:
    """SimCord with nothing in it, its clock at ``now``. A bot comes in by ``env.restart_bot``.

    The clock is moved before the bot is there: each of its loops would tick through the months otherwise.
    """
    import simcord

    nobody = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
    env = simcord.Env(nobody, shard_count=1, check_errors=False, settle_timeout=seconds_per_action)
    await env.start()
    try:
        await env.advance_time((now - env.now()).total_seconds())
        yield env
    finally:
        await env.shutdown()


def build_world(env: Env) -> World:
    """Make the home server, its roles, its one channel and its members."""
    guild = env.create_guild("Tiewatch home", id=HOME_SERVER)
    organizers = guild.create_role("Organizers", permissions=discord.Permissions(manage_guild=True))
    editors = guild.create_role("Editors")
    channel = guild.create_text_channel("tiewatch", topic="Ask, read, record: everything happens here")
    return World(
        channel=channel,
        editors=editors,
        vera=guild.add_member(env.create_user("vera", global_name="Vera")),
        olga=guild.add_member(env.create_user("olga", global_name="Olga"), roles=[organizers]),
        ed=guild.add_member(env.create_user("ed", global_name="Ed"), roles=[editors]),
        eve=guild.add_member(env.create_user("eve", global_name="Eve"), roles=[editors]),
    )


async def serve(open_bot: OpenBot, port: int) -> int:
    """Show the page until SIGTERM, Ctrl-C or the page's own end; the exit code. A port that is taken is passed over."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="tiewatch-preview-")))
        env = await stack.enter_async_context(empty_discord(datetime.now(UTC), seconds_per_action=_SECONDS_PER_ACTION))
        world = build_world(env)
        bot = await open_bot(Settings(database=folder / "preview.sqlite3", home_server=HOME_SERVER), env.now)
        stack.push_async_callback(bot.close)
        await env.restart_bot(bot)
        # SimCord watches here, and shows each "no" of a command as a fault; the bot answers and logs its own.
        del bot.tree.on_error
        await _furnish(bot, world)
        page = await stack.enter_async_context(
            env.preview(world.channel, viewers=world.people, layout="channel", port=_free_port(port))
        )
        print(f"The preview is at {page.url}\nStop it with Ctrl-C.", flush=True)
        await _first_of(stop.wait(), page.wait_closed())
    return 0


async def _furnish(bot: TiewatchBot, world: World) -> None:
    """Give the bot its name, make the home server ready as an organizer does, and say what to try."""
    assert bot.user is not None
    await bot.user.edit(username="Tiewatch")
    await world.olga.slash(world.channel, "setup", role=world.editors, channel=world.channel)
    await world.olga.slash(world.channel, "announcements follow", channel=world.channel)
    channel = bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.send(view=Layout(discord.ui.Container(discord.ui.TextDisplay(_WELCOME))))


async def _first_of(*waits: Coroutine[Any, Any, Any]) -> None:
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


def _free_port(wanted: int) -> int:
    """The wanted port of this machine, or any free one if it is taken."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            found: int = probe.getsockname()[1]
            return found
    raise OSError("no free port on this machine")
