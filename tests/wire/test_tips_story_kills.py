"""The way of one tip, from its form to the announcement elsewhere and the thanks, with the bot killed in every step."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any

import discord
import pytest

from tests.wire.double import Channel, Double, Exchange, Message, User, texts
from tests.wire.double.validate import walk
from tests.wire.double.world import Role
from tests.wire.fanout import FanOut, marks, prepare, stop_cleanly, until
from tests.wire.process import Launcher
from tests.wire.test_editing_kills import ACT, labelled, message_of

PAGE = "https://example.org/minutes/20261120.pdf"
TIP: Mapping[str, str | list[str]] = {
    "what": ["suspended"],
    "place": "Juneau",
    "date": "20 November 2026",
    "address": PAGE,
}
REPORT: Mapping[str, str | list[str]] = {
    "address": PAGE,
    "title": "Juneau suspends its tie",
    "publisher": "A paper",
    "published": "21 November 2026",
    "grade": ["C"],
}
Step = Callable[[], Awaitable[object]]


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

    async def walk(self, ready: Callable[[], Awaitable[Step]], is_done: str) -> None:
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


@pytest.fixture
async def fan_out(double: Double, fast: Launcher) -> FanOut:
    """A channel of another server that follows, and no news yet."""
    return await prepare(double, fast.database, 1, news=0)


@pytest.fixture(params=[0, 6])
async def story(request: pytest.FixtureRequest, double: Double, fast: Launcher, fan_out: FanOut) -> Story:
    """A home server that is set up; the kills come so many milliseconds after each step."""
    world = double.world
    home = world.add_guild("Home")
    review, role = world.add_channel(home, "review"), world.add_role(home, "Editors")
    manager = world.add_role(home, "Managers", discord.Permissions(manage_guild=True))
    people = [world.add_user(name) for name in ("Vera", "Oleh", "Ed", "Eve")]
    for each in people:
        world.add_member(home, each, [role, manager] if each.name.startswith("E") else [])
    fast.settings["TIEWATCH_HOME_SERVER"] = str(home.id)
    vera, oleh, ed, eve = people
    made = Story(double, fast, review, role, (vera, oleh), (ed, eve), request.param)
    async with fast.started() as bot:
        await made.shown(
            await made.slash(ed, "setup", {"role": role, "channel": review}), "Editors are the people with"
        )
        await stop_cleanly(bot)
    return made


@pytest.mark.slow
async def test_killed_in_every_step_of_a_tip_all_is_told_once(double: Double, story: Story, fan_out: FanOut) -> None:
    (vera, oleh), (ed, eve) = story.volunteers, story.editors

    def hand_in(who: User) -> Callable[[], Awaitable[Step]]:
        async def ready() -> Step:
            form = await story.slash(who, "tip send")
            return lambda: double.people.submit(form, TIP)

        return ready

    async def act() -> Step:
        if story.number("SELECT count(*) FROM draft"):
            form = await story.press(ed, await story.own_draft(ed), "Enter the act")
        else:
            form = await story.press(ed, await story.first_of_queue(ed, "The evidence rules"), "Record an act")
        return lambda: double.people.submit(form, ACT)

    async def source() -> Step:
        form = await story.press(ed, await story.own_draft(ed), "Mend source 1")
        return lambda: double.people.submit(form, REPORT)

    async def second() -> Step:
        card = await story.own_draft(ed)
        return lambda: story.press(ed, card, "Ask a second editor")

    async def confirm() -> Step:
        card = await story.first_of_queue(eve, "A second editor is asked")
        return lambda: story.press(eve, card, "Confirm and announce")

    await story.walk(hand_in(vera), f"SELECT count(*) FROM tip WHERE sender = {vera.id}")
    await story.walk(hand_in(oleh), f"SELECT count(*) FROM tip WHERE sender = {oleh.id}")
    await story.walk(act, "SELECT count(*) FROM draft WHERE actor <> ''")
    await story.walk(source, "SELECT count(*) FROM draft_source WHERE title <> ''")
    await story.walk(second, "SELECT count(*) FROM draft WHERE state <> 'open'")
    await story.walk(confirm, "SELECT count(*) FROM draft WHERE state = 'done'")
    async with story.launcher.started() as bot:
        thanked = [double.world.dm(who) for who in story.volunteers]
        await until(fan_out, bot, lambda: fan_out.states() == {"sent": 1} and all(dm.messages for dm in thanked))
        await stop_cleanly(bot)
    fan_out.verify()
    (news,) = fan_out.channels
    assert len(marks(news)) == 1
    for dm in thanked:
        (said,) = dm.messages
        assert "is decided: accepted" in texts(said.payload)
    assert story.number("SELECT count(*) FROM draft") == 1
    assert story.number("SELECT count(*) FROM tip WHERE state IN ('accepted', 'joined')") == 2
    assert story.number("SELECT count(*) FROM act WHERE tie = 'juneau-ak--vladivostok' AND date = '2026-11-20'") == 1
