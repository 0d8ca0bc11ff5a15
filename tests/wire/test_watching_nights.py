"""Nights of a connected bot: what it watches is read, a kill amid a round loses nothing and brings nothing twice."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
from aiohttp import web

from tests.web import Web, web_of_sites
from tests.wire.cards import message_of
from tests.wire.double import Channel, Double, User, texts
from tests.wire.double.world import Role
from tests.wire.fanout import stop_cleanly
from tests.wire.process import Launcher

FEED = "http://paper.example/feed"
OLD = "<item><guid>1</guid><title>Juneau has a sister city, Vladivostok</title></item>"
NEW = "<item><guid>2</guid><title>Juneau Assembly to vote on its tie with Vladivostok</title></item>"
EVENTS = "webapi.legistar.com/v1/juneau/events"
ITEMS = f"{EVENTS}/7/eventitems"
NIGHT = 25
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """The home server's review channel, and an editor in it with the editors' role."""

    editor: User
    role: Role
    channel: Channel


@pytest.fixture
async def sites() -> AsyncIterator[Web]:
    """The web: a paper's feed, and a council that meets in five days."""
    async with web_of_sites() as running:
        running.page("paper.example/feed", paper(OLD))
        running.page(EVENTS, events(7, days=5))
        running.page(ITEMS, agenda("Approval of the minutes"))
        yield running


def paper(*entries: str) -> str:
    """The feed of a paper."""
    return f"<rss version='2.0'><channel><title>The Paper</title>{''.join(entries)}</channel></rss>"


def events(number: int, *, days: int) -> str:
    """The council's only meeting, in so many days."""
    held = datetime.now(UTC).date() + timedelta(days=days)
    return json.dumps([{"EventId": number, "EventBodyName": "Assembly", "EventDate": f"{held}T00:00:00"}])


def agenda(*titles: str) -> str:
    """What is on the agenda."""
    return json.dumps([{"EventItemId": number, "EventItemTitle": title} for number, title in enumerate(titles)])


@pytest.fixture
async def watcher(fast: Launcher, sites: Web) -> Launcher:
    """Starts the bot with fetching on, and a round every half second."""
    fast.module = "tests.wire.watcher"
    fast.settings |= {
        "TIEWATCH_FETCH": "on",
        "TIEWATCH_CONTACT": "operator@tiewatch.example",
        "WATCHER_PORT": str(sites.port),
        "WATCHER_SECONDS": "0.5",
        "WATCHER_HOURS": "0",
    }
    return fast


@pytest.fixture
def desk(double: Double, watcher: Launcher) -> Desk:
    """A home server with an editor, who may set it up."""
    world = double.world
    home = world.add_guild("Home")
    channel, editors = world.add_channel(home, "review"), world.add_role(home, "Editors")
    manager = world.add_role(home, "Managers", discord.Permissions(manage_guild=True))
    editor = world.add_user("Ed")
    world.add_member(home, editor, [editors, manager])
    watcher.settings["TIEWATCH_HOME_SERVER"] = str(home.id)
    return Desk(editor, editors, channel)


async def said(double: Double, desk: Desk, command: str, options: Mapping[str, Any] | None = None) -> str:
    """What the bot answers to the editor."""
    answered = await double.people.slash(desk.editor, desk.channel, command, options or {})
    return texts((await message_of(answered)).payload)


def kept(launcher: Launcher, sql: str) -> list[Any]:
    """What the database has."""
    with closing(sqlite3.connect(f"file:{launcher.database}?mode=ro", uri=True)) as conn:
        return [row[0] for row in conn.execute(sql)]


def tips(launcher: Launcher) -> list[Any]:
    """What machines handed in, by what they are called."""
    return sorted(kept(launcher, "SELECT machine FROM tip"))


def told(double: Double, desk: Desk) -> list[str]:
    """The words to the review channel that work waits."""
    found = [texts(message.payload) for message in desk.channel.by(double.world.bot)]
    return [text for text in found if "New work waits" in text]


async def test_nights_of_a_connected_bot_with_a_kill_amid_one(
    double: Double, watcher: Launcher, desk: Desk, sites: Web
) -> None:
    async with watcher.started() as bot:
        await said(double, desk, "setup", {"role": desk.role, "channel": desk.channel})
        assert "is read from now on" in await said(double, desk, "watching feed", {"address": FEED})
        council = {"place": "Juneau", "platform": "legistar", "client": "juneau"}
        assert "once a night" in await said(double, desk, "watching council", council)
        read = "SELECT outcome FROM feed UNION ALL SELECT outcome FROM council"
        await double.until(lambda: kept(watcher, read) == ["read", "read"], "both are read", PATIENCE)
        assert sites.asked["paper.example/feed"] == 1, "it is not due again"
        await stop_cleanly(bot)
    assert tips(watcher) == [], "what stood in a feed before is no news"

    sites.page("paper.example/feed", paper(OLD, NEW))
    asked, shown = asyncio.Event(), asyncio.Event()

    async def held_back(request: web.Request) -> web.StreamResponse:
        asked.set()
        await shown.wait()
        return web.Response(text=agenda("Resolution 3011: the tie with Vladivostok"))

    sites.pages[ITEMS] = held_back
    async with watcher.started(WATCHER_HOURS=str(NIGHT)) as bot:
        await asyncio.wait_for(asked.wait(), PATIENCE)
        assert "Juneau" in await said(double, desk, "status", {"place": "Juneau"}), "answers wait for no site"
        bot.kill()
        await bot.ended()
    assert tips(watcher) == []
    shown.set()
    async with watcher.started(WATCHER_HOURS=str(NIGHT)) as bot:
        both = ["Agendas of Juneau, Alaska", "The Paper"]
        await double.until(lambda: tips(watcher) == both, "both tips are handed in", PATIENCE)
        await double.until(lambda: told(double, desk), "the editors hear of it", PATIENCE)
        assert "**Tips**: 2 tips" in await said(double, desk, "queue")
        assert "last read on" in await said(double, desk, "watching show")
        await stop_cleanly(bot)

    sites.page(EVENTS, events(8, days=20))
    async with watcher.started(WATCHER_HOURS=str(2 * NIGHT)) as bot:
        again = "SELECT count(*) FROM council_meeting WHERE state = 'cancelled'"
        await double.until(lambda: kept(watcher, again) == [1], "the meeting that vanished is cancelled", PATIENCE)
        await double.until(lambda: sites.asked["paper.example/feed"] == 3, "the feed is read once a run", PATIENCE)
        await stop_cleanly(bot)
    assert tips(watcher) == ["Agendas of Juneau, Alaska", *both], "only that the meeting was cancelled is new"
    assert kept(watcher, "SELECT count(*) > 0 FROM link WHERE looked_on IS NOT NULL") == [1], "links are looked at, too"
    assert "Traceback" not in "".join(log.read_text() for log in watcher.folder.glob("run-*.log"))


async def test_a_bot_amid_a_round_ends_in_time(double: Double, watcher: Launcher, desk: Desk, sites: Web) -> None:
    """SIGTERM while a site keeps it waiting."""
    asked, never = asyncio.Event(), asyncio.Event()

    async def silent(request: web.Request) -> web.StreamResponse:
        asked.set()
        await never.wait()
        return web.Response()

    sites.pages["paper.example/feed"] = silent
    async with watcher.started() as bot:
        await said(double, desk, "setup", {"role": desk.role, "channel": desk.channel})
        await said(double, desk, "watching feed", {"address": FEED})
        await asyncio.wait_for(asked.wait(), PATIENCE)
        await stop_cleanly(bot)
    never.set()
