"""A story of two volunteers and two editors on the wire, of whose steps each may be taken while the bot is killed."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any

import discord

from tests.wire.cards import labelled, message_of
from tests.wire.double import Channel, Double, Exchange, Message, User, texts
from tests.wire.double.validate import walk
from tests.wire.double.world import Role
from tests.wire.fanout import stop_cleanly
from tests.wire.process import Launcher

PAGE = "https://example.org/minutes/20261120.pdf"
TIP: Mapping[str, str | list[str]] = {
    "what": ["suspended"],
    "place": "Juneau",
    "date": "20 November 2026",
    "address": PAGE,
}
Step = Callable[[], Awaitable[object]]
Ready = Callable[[], Awaitable[Step]]


@dataclass(slots=True)
class Story:
    """Two volunteers, two editors, a channel that follows elsewhere, and the bot that is killed again and again."""

    double: Double
    launcher: Launcher
    review: Channel
    role: Role
    volunteers: tuple[User, User]
    editors: tuple[User, User]
    milliseconds: int

    def number(self, sql: str) -> int:
        """A number of the database."""
        with closing(sqlite3.connect(f"file:{self.launcher.database}?mode=ro", uri=True)) as conn:
            return int(conn.execute(sql).fetchone()[0])

    async def walk(self, ready: Ready, is_done: str) -> None:
        """Take a step with the bot killed amid it; whoever finds that nothing came of it takes it again.

        ``ready`` leads to the step anew, ``is_done`` is a query that says whether it was taken.
        """
        async with self.launcher.started() as bot:
            step = await ready()
            taking = asyncio.ensure_future(step())
            asyncio.get_running_loop().call_later(self.milliseconds / 1000, bot.kill)
            await bot.ended()
            taking.cancel()
            with suppress(asyncio.CancelledError, LookupError):
                await taking
        if self.number(is_done):
            return
        async with self.launcher.started() as bot:
            await (await ready())()
            await self.double.until(lambda: self.number(is_done), is_done)
            await stop_cleanly(bot)

    async def slash(self, who: User, command: str, options: Mapping[str, Any] | None = None) -> Exchange:
        """Call a command in the review channel."""
        return await self.double.people.slash(who, self.review, command, options or {})

    async def press(self, who: User, message: Message, label: str) -> Exchange:
        """Press a button."""
        return await self.double.people.press(who, message, labelled(message, label))

    async def shown(self, answered: Exchange, text: str) -> Message:
        """The message of an answer, once it says so."""
        message = await message_of(answered)
        await self.double.until(lambda: text in texts(message.payload), text)
        return message

    async def first_of_queue(self, who: User, text: str) -> Message:
        """The card of the first that waits."""
        listed = await self.shown(await self.slash(who, "queue"), "What waits")
        return await self.shown(await self.press(who, listed, "Begin with the first"), text)

    async def own_draft(self, who: User) -> Message:
        """The card of the one draft that an editor has begun."""
        listed = await self.shown(await self.slash(who, "queue"), "What waits")
        select = next(each for each in walk(listed.payload["components"]) if "queue-own" in str(each.get("custom_id")))
        value = str(select["options"][0]["value"])
        opened = await self.double.people.press(who, listed, str(select["custom_id"]), [value])
        return await self.shown(opened, "Juneau")


async def begin_story(double: Double, launcher: Launcher, milliseconds: int) -> Story:
    """A home server that is set up; the kills come so many milliseconds after each step."""
    world = double.world
    home = world.add_guild("Home")
    review, role = world.add_channel(home, "review"), world.add_role(home, "Editors")
    manager = world.add_role(home, "Managers", discord.Permissions(manage_guild=True))
    people = [world.add_user(name) for name in ("Vera", "Oleh", "Ed", "Eve")]
    for each in people:
        world.add_member(home, each, [role, manager] if each.name.startswith("E") else [])
    launcher.settings["TIEWATCH_HOME_SERVER"] = str(home.id)
    vera, oleh, ed, eve = people
    made = Story(double, launcher, review, role, (vera, oleh), (ed, eve), milliseconds)
    async with launcher.started() as bot:
        await made.shown(
            await made.slash(ed, "setup", {"role": role, "channel": review}), "Editors are the people with"
        )
        await stop_cleanly(bot)
    return made
