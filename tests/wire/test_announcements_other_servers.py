"""What no client offers and anybody can send: a channel of another server."""

from __future__ import annotations

import pytest

from tests.wire.double import Channel, Double, Exchange
from tests.wire.process import Launcher


async def organize(double: Double, where: Channel, command: str, channel: Channel) -> str:
    """What the owner of a server is told in it about a channel."""
    called = double.people.call(double.world.owner, where, f"announcements {command}", {"channel": channel})
    return (await called.until(_has_text)).text


def _has_text(exchange: Exchange) -> bool:
    return exchange.original is not None and bool(exchange.text)


@pytest.mark.parametrize("command", ["follow", "test", "edit", "unfollow", "diagnose"])
async def test_a_channel_of_another_server_is_refused(double: Double, launcher: Launcher, command: str) -> None:
    here, there = (double.world.add_channel(double.world.add_guild(name), "news") for name in ("Here", "There"))
    async with launcher.started():
        assert "Followed" in await organize(double, there, "follow", there)
        assert len(there.messages) == 1
        told = await organize(double, here, command, there)
        assert "belongs to another server" in told or "follows nothing" in told
        assert len(there.messages) == 1
