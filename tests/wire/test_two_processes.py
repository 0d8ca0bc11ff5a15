"""Two processes, a shard and a database each: what works so, and what is lost. ``docs/scaling.md`` tells it."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.wire.double import Channel, Double
from tests.wire.fanout import marks, record, stop_cleanly, withdraw
from tests.wire.process import Launcher

pytestmark = pytest.mark.slow

QUESTION = "which ties are suspended?"
SHARDS = 2
# Several sweeps of the outbox.
SECONDS_TO_BE_SURE = 4


@pytest.fixture
def channels(double: Double) -> list[Channel]:
    """A channel in a server of each shard, in the order of the shards."""
    double.gateway.shards = SHARDS
    found: dict[int, Channel] = {}
    while len(found) < SHARDS:
        guild = double.world.add_guild("A server")
        found[(guild.id >> 22) % SHARDS] = double.world.add_channel(guild, "news")
    return [found[shard] for shard in range(SHARDS)]


@pytest.fixture
def processes(fast: Launcher, channels: list[Channel], tmp_path: Path) -> list[Launcher]:
    """A launcher for each shard, with a database of its own."""
    made = []
    for shard in range(SHARDS):
        folder = tmp_path / f"shard-{shard}"
        folder.mkdir()
        made.append(replace(fast, folder=folder, shard=(shard, SHARDS), settings=dict(fast.settings)))
        shutil.copyfile(fast.database, made[-1].database)
    return made


async def test_each_serves_its_own_servers_and_knows_nothing_of_what_the_other_records(
    double: Double, channels: list[Channel], processes: list[Launcher]
) -> None:
    first, second = processes
    for launcher, channel in zip(processes, channels, strict=True):
        await record(double, launcher.database, [channel], 2 if launcher is first else 0)
    await withdraw(first.database)
    people = [double.world.add_user(name) for name in ("Vera", "Olga")]
    for person, channel in zip(people, channels, strict=True):
        double.world.add_member(double.world.guilds[channel.guild_id or 0], person)
    async with first.started() as one, second.started() as other:
        answers = [
            await double.people.slash(person, channel, "ask", {"question": QUESTION})
            for person, channel in zip(people, channels, strict=True)
        ]
        direct = await double.people.slash(people[1], double.world.dm(people[1]), "ask", {"question": QUESTION})
        await double.until(lambda: marks(channels[0]), "the first server has its news", 30)
        await asyncio.sleep(SECONDS_TO_BE_SURE)
        for bot in (one, other):
            await stop_cleanly(bot)
    assert all(answer.text for answer in answers), "every server is answered, by the process that has its shard"
    assert answers[0].text != answers[1].text, "an act that was taken back in one still stands in the other"
    assert direct.text == answers[0].text, "direct messages come to the first shard alone"
    assert marks(channels[1]) == [], "what is recorded in one process is announced in its own servers alone"
