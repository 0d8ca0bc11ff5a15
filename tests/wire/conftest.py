"""The double, and a bare discord.py bot that proves it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.web import Web, web_of_sites
from tests.wire.bare import BareBot, started
from tests.wire.double import Channel, Double, Guild, User
from tests.wire.fanout import stopped
from tests.wire.forked import forked
from tests.wire.process import AS_SERVED, Launcher
from tests.wire.redirect import redirected


@pytest.fixture
async def sites() -> AsyncIterator[Web]:
    """The web of a test."""
    async with web_of_sites() as running:
        yield running


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    """A Discord of its own for each test; fails the test for requests that Discord would refuse.

    It waits longer for an answer than the real one, for the sake of busy machines.
    """
    async with Double(answer_within=30) as running:
        yield running
    running.verify()


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the first start leaves it: what takes the time of a start is done once for all tests."""
    path = tmp_path_factory.mktemp("first") / "start.sqlite3"

    async def start() -> None:
        async with stopped(path):
            pass

    asyncio.run(start())
    return path


@pytest.fixture
def operator(double: Double, tmp_path: Path) -> Launcher:
    """Starts the shipped bot as an operator does: a process from nothing, and no database yet."""
    return Launcher(double, tmp_path, {**AS_SERVED})


@pytest.fixture
def launcher(double: Double, tmp_path: Path, first_start: Path) -> Launcher:
    """Starts the shipped bot quickly, with a database of its own that has the shipped record."""
    launcher = Launcher(double, tmp_path, begin=forked)
    shutil.copyfile(first_start, launcher.database)
    return launcher


@pytest.fixture
def fast(double: Double, launcher: Launcher) -> Launcher:
    """The same with no pace and no limits, which would only slow a test of something else."""
    double.limits.lift()
    launcher.settings |= {"TIEWATCH_PACE": "0", "TIEWATCH_SWEEP": "1"}
    return launcher


@pytest.fixture
def guild(double: Double) -> Guild:
    """A server with the bot in it."""
    return double.world.add_guild("Lakeside")


@pytest.fixture
def channel(double: Double, guild: Guild) -> Channel:
    """A text channel of that server."""
    return double.world.add_channel(guild, "general")


@pytest.fixture
def vera(double: Double, guild: Guild) -> User:
    """A member of that server."""
    user = double.world.add_user("Vera")
    double.world.add_member(guild, user)
    return user


@pytest.fixture
async def bare(double: Double, guild: Guild, channel: Channel) -> AsyncIterator[BareBot]:
    """A bare bot, connected and ready."""
    with redirected(double.api_url, double.gateway_url):
        async with started(BareBot(), double.token) as bot:
            yield bot
