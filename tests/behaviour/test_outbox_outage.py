"""An outage of Discord is not answered with a storm: after twenty failures in a row the outbox rests."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from simcord import Env
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.outbox import outbox_of
from cogs.outbox.rate_limit import CircuitBreaker
from cogs.outbox.scheduler import LANES
from db.store import deliveries
from tests.behaviour.announcements_steps import later, sent
from tests.behaviour.test_outbox import NOTE, Note, put, render, said, to

LIMIT = 20
RESTS = "Discord does not answer; the outbox rests for a while"


@pytest.fixture
def channels(bot: Tiewatch, env: Env) -> list[ChannelHandle]:
    """As many channels as failures are borne, and one more; time stands still, so that nothing is tried again."""
    now = bot.clock()
    bot.clock = lambda: now
    outbox_of(bot).register(NOTE, render)
    return [env.guild.create_text_channel(f"channel-{number}") for number in range(LIMIT + 1)]


async def try_each(bot: Tiewatch, env: Env, channels: Sequence[ChannelHandle], text: str, status: int) -> None:
    """Put a note into each channel, none of which Discord takes."""
    env.inject_error("POST", "/channels/*/messages", status=status, times=len(channels))
    for channel in channels:
        await put(bot, channel, NOTE, f"{text} in {channel.name}")
    await sent()


async def test_nineteen_failures_are_borne_and_the_twentieth_is_rested_upon(
    bot: Tiewatch, env: Env, channels: list[ChannelHandle], caplog: pytest.LogCaptureFixture
) -> None:
    await try_each(bot, env, channels[: LIMIT - 1], "One", 503)
    assert RESTS not in caplog.messages
    await try_each(bot, env, channels[LIMIT - 1 : LIMIT], "One", 503)
    assert caplog.messages.count(RESTS) == 1
    await put(bot, channels[-1], NOTE, "Meanwhile")
    await sent()
    assert said(channels[-1]) == []


async def test_one_message_that_arrives_ends_the_count(
    bot: Tiewatch, env: Env, channels: list[ChannelHandle], caplog: pytest.LogCaptureFixture
) -> None:
    await try_each(bot, env, channels[: LIMIT - 1], "One", 503)
    await put(bot, channels[-1], NOTE, "Arrives")
    await sent()
    assert said(channels[-1]) == ["note: Arrives"]
    await try_each(bot, env, channels[-1:], "Two", 503)
    assert RESTS not in caplog.messages
    later(bot, hours=1)
    await outbox_of(bot).wake()
    await sent()
    assert said(channels[-1]) == ["note: Arrives", f"note: Two in {channels[-1].name}"]


async def test_what_a_channel_alone_refuses_is_no_outage(
    bot: Tiewatch, env: Env, channels: list[ChannelHandle], caplog: pytest.LogCaptureFixture
) -> None:
    await try_each(bot, env, channels[:LIMIT], "One", 403)
    assert RESTS not in caplog.messages
    await put(bot, channels[-1], NOTE, "Arrives")
    await sent()
    assert said(channels[-1]) == ["note: Arrives"]


async def test_what_was_ready_when_an_outage_began_is_sent_after_it(
    bot: Tiewatch, env: Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CircuitBreaker, "FIRST", 0.5)
    outbox_of(bot).register(NOTE, render)
    names = [f"channel-{number}" for number in range(LANES + 5)]
    more = [env.guild.create_text_channel(name) for name in names]
    env.inject_error("POST", "/channels/*/messages", status=503, times=LANES)
    async with bot.database.transaction() as conn:
        made = [NOTE.new(to(channel, bot), name, payload=Note(name)) for channel, name in zip(more, names, strict=True)]
        await deliveries.enqueue(conn, made, bot.clock())
    await sent()
    assert not any(said(channel) for channel in more), "it rests"
    await asyncio.sleep(1)
    later(bot, hours=1)
    await outbox_of(bot).wake()
    await sent()
    assert [said(channel) for channel in more] == [[f"note: {name}"] for name in names]
