"""The double, and a bare discord.py bot that proves it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.wire.bare import BareBot, started
from tests.wire.double import Channel, Double, Guild, User
from tests.wire.redirect import redirected


@pytest.fixture
async def double() -> AsyncIterator[Double]:
    """A Discord of its own for each test; fails the test for requests that Discord would refuse."""
    async with Double() as running:
        yield running
    running.verify()


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
