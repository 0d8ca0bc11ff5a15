"""The double, and a bare discord.py bot that proves it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.wire.bare import BareBot, started
from tests.wire.double import Channel, Double, Guild, User
from tests.wire.process import Launcher
from tests.wire.redirect import redirected


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    """A Discord of its own for each test; fails the test for requests that Discord would refuse.

    It waits longer for an answer than the real one, for the sake of busy machines.
    """
    async with Double(answer_within=30) as running:
        yield running
    running.verify()


@pytest.fixture
def launcher(double: Double, tmp_path: Path) -> Launcher:
    """Starts the shipped bot with a database of its own."""
    return Launcher(double, tmp_path)


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
