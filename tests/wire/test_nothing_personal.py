"""Names, ids and words of people are planted wherever they can be, and looked for in the log and the figures."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from cogs.kit.settings import ROOT
from tests.wire.double import Channel, Double, Refusal, User
from tests.wire.fanout import prepare, stop_cleanly, until
from tests.wire.process import Launcher

NAME = "Wilhelmina Quackenbush"
SERVER = "Zzyzx Street Choir"
WORDS = "my neighbour Ottoline keeps seventeen ferrets"


def free_port() -> int:
    """A port of this machine that nobody has."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def figures(port: int) -> str:
    """What Prometheus would read."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as answer:
        return await answer.text()


@pytest.fixture
def who(double: Double) -> User:
    """A person whose name is looked for."""
    return double.world.add_user(NAME)


@pytest.fixture
def where(double: Double, who: User) -> Channel:
    """A channel in a server whose name is looked for."""
    guild = double.world.add_guild(SERVER)
    double.world.add_member(guild, who)
    return double.world.add_channel(guild, "ottolines-ferrets")


@pytest.mark.parametrize("form", ["text", "json"])
async def test_no_name_no_word_and_no_person_is_in_the_log_or_the_figures(
    double: Double, fast: Launcher, who: User, where: Channel, form: str
) -> None:
    port = free_port()
    fast.settings |= {"TIEWATCH_METRICS": str(port), "TIEWATCH_LOG_LEVEL": "debug", "TIEWATCH_LOG_FORMAT": form}
    fan_out = await prepare(double, fast.database, 2)
    double.faults.add("POST", f"/channels/{fan_out.channels[0].id}/messages", Refusal(403, 50013), times=1)
    mention = {"id": str(double.world.bot.id)}
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: fan_out.states()["sent"])
        for name, options in (("ask", {"question": WORDS}), ("status", {"place": WORDS}), ("search", {"text": WORDS})):
            await double.people.slash(who, where, name, options)
        await double.people.autocomplete(who, where, "status", "place", WORDS)
        double.world.say(where, who, f"<@{double.world.bot.id}> {WORDS}", mentions=[mention])
        double.world.say(double.world.dm(who), who, WORDS)
        await double.until(lambda: double.world.dm(who).by(double.world.bot), "the direct message is answered")
        with closing(sqlite3.connect(fast.database)) as conn:  # what must fail: an unexpected error with a trace
            conn.execute("ALTER TABLE watch RENAME TO watch_elsewhere")
            conn.commit()
        await double.people.slash(who, where, "watch list", {})
        await double.until(lambda: "Unexpected error" in bot.output, "the error is in the log", 20)
        told = await figures(port)
        with closing(sqlite3.connect(fast.database)) as conn:
            conn.execute("ALTER TABLE watch_elsewhere RENAME TO watch")
            conn.commit()
        await stop_cleanly(bot)
    for planted in (NAME, SERVER, WORDS, "Ottoline", "ferrets", str(who.id), fast.double.token):
        assert planted.lower() not in bot.output.lower(), planted
        assert planted.lower() not in told.lower(), planted
    assert not re.search(r"\d{17,}", told), "an id of Discord's"
    if form == "json":
        assert all(isinstance(json.loads(line), dict) for line in bot.output.splitlines())


async def test_every_figure_is_on_the_page_and_only_this_machine_is_told(double: Double, fast: Launcher) -> None:
    port = free_port()
    fan_out = await prepare(double, fast.database, 1)
    async with fast.started(TIEWATCH_METRICS=str(port)) as bot:
        await until(fan_out, bot, fan_out.settled)
        told = ""
        while "tiewatch_ready 1.0" not in told:
            told = await figures(port)
            await asyncio.sleep(0.1)
        named = set(re.findall(r"^(tiewatch_\w+)", told, re.MULTILINE)) - {"tiewatch_requests_created"}
        page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
        assert {name for name in named if f"`{name}`" not in page and f"`{name}{{" not in page} == set()
        assert {"tiewatch_gateway_age_seconds", "tiewatch_requests_total"} <= named
        listening = await listeners(port)
        await stop_cleanly(bot)
    assert listening == ["0100007F"], "127.0.0.1"


async def listeners(port: int) -> list[str]:
    """The addresses, as Linux writes them, on which something listens at a port."""
    lines = (await asyncio.to_thread(Path("/proc/net/tcp").read_text)).splitlines()[1:]
    places = [line.split()[1] for line in lines if line.split()[3] == "0A"]
    return [place.split(":")[0] for place in places if int(place.split(":")[1], 16) == port]


async def test_a_port_that_is_taken_stops_nothing(double: Double, fast: Launcher) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        async with fast.started(TIEWATCH_METRICS=str(taken.getsockname()[1])) as bot:
            await double.until(lambda: "No figures for Prometheus" in bot.output, "it is said", 20)
            await stop_cleanly(bot)
