"""What waits for a channel arrives once and in order, through interruptions, outages, lost permissions, departures."""

from __future__ import annotations

from random import Random

import pytest

from tests.wire.double import ChannelType, Double, Late, Phase, ServerError, Throttle, texts
from tests.wire.double.messages import NONCE_SECONDS
from tests.wire.fanout import (
    HISTORY,
    SEND,
    FanOut,
    at,
    finish,
    kill_at_random,
    marks,
    prepare,
    record,
    stop_cleanly,
    until,
    withdraw,
)
from tests.wire.process import Launcher

FEW = 20
KILLS = 6
PUBLISHED_IN_AN_HOUR = 10


async def killed_after(launcher: Launcher, double: Double, phase: Phase, number: int = FEW) -> None:
    """Start the bot, and kill it when so many messages have come so far."""
    bot = await launcher.start()
    at(double, number, bot.kill, phase)
    await bot.ended()


async def test_a_message_still_on_its_way_when_the_bot_dies_is_not_sent_twice(double: Double, fast: Launcher) -> None:
    """It arrives after the bot has looked for it in vain: only the nonce tells that it is the same one."""
    fan_out = await prepare(double, fast.database, FEW)
    double.faults.add("POST", "/channels/*/messages", Late(), times=FEW)
    await killed_after(fast, double, Phase.ARRIVED)
    assert fan_out.reached == 0
    await finish(fast, fan_out)
    fan_out.verify()
    assert len(double.log.of(SEND)) == 2 * FEW


async def test_a_message_sent_just_before_the_bot_died_is_found_again_after_any_time(
    double: Double, fast: Launcher
) -> None:
    """Discord has forgotten the nonce by then."""
    fan_out = await prepare(double, fast.database, FEW)
    await killed_after(fast, double, Phase.HANDLED)
    sent = fan_out.reached
    double.clock.advance(NONCE_SECONDS + 1)
    await finish(fast, fan_out)
    fan_out.verify()
    assert sent == FEW
    assert len(double.log.of(SEND)) == FEW


async def test_a_channel_that_cannot_be_read_back_gets_nothing_twice(double: Double, fast: Launcher) -> None:
    fan_out = await prepare(double, fast.database, 1)
    channel = fan_out.channels[0]
    everyone = double.world.guilds[channel.guild_id or 0].everyone
    bot_role = next(role for role in double.world.guilds[channel.guild_id or 0].roles.values() if role.managed)
    await killed_after(fast, double, Phase.HANDLED, 1)
    double.clock.advance(NONCE_SECONDS + 1)
    for role in (everyone, bot_role):
        double.world.overwrite(channel, role, read_message_history=False)
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: fan_out.states()["paused"])
        assert not double.log.of(HISTORY)
        for role in (everyone, bot_role):
            double.world.overwrite(channel, role, read_message_history=True)
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    fan_out.verify()
    assert [entry.path for entry in double.log.of(SEND)].count(f"/channels/{channel.id}/messages") == 1


@pytest.mark.slow
async def test_several_news_come_in_order_although_requests_fail(double: Double, fast: Launcher) -> None:
    fan_out = await prepare(double, fast.database, FEW, news=3)
    double.faults.add("POST", "/channels/*", ServerError(503), ServerError(503, stored=True), share=0.1)
    await finish(fast, fan_out)
    fan_out.verify()
    assert {len(channel.messages) for channel in fan_out.channels} == {3}


async def test_people_who_watch_are_told_once_in_a_direct_message(double: Double, fast: Launcher) -> None:
    directs = [double.world.dm(double.world.add_user(f"Watcher {number}")) for number in range(FEW)]
    await record(double, fast.database, directs)
    fan_out = FanOut(double, fast.database, directs)
    await killed_after(fast, double, Phase.HANDLED, FEW // 2)
    double.clock.advance(NONCE_SECONDS + 1)
    await finish(fast, fan_out)
    fan_out.verify()
    assert {len(direct.messages) for direct in directs} == {1}


@pytest.mark.slow
async def test_what_was_wrong_is_rewritten_and_replied_to_once_however_often_the_bot_dies(
    double: Double, fast: Launcher
) -> None:
    fan_out = await prepare(double, fast.database, FEW)
    await finish(fast, fan_out)
    await withdraw(fast.database)
    random = Random(1)
    for _ in range(KILLS):
        await kill_at_random(fast, random, 3)
    await finish(fast, fan_out)
    fan_out.verify()
    for first, reply in (channel.messages for channel in fan_out.channels):
        assert first.edited_at is not None
        assert int(reply.payload["message_reference"]["message_id"]) == first.id
        pings = reply.payload["allowed_mentions"]
        assert (pings["parse"], pings["roles"], pings.get("replied_user", False)) == ([], [], False)


async def test_a_server_in_an_outage_hears_after_it(double: Double, fast: Launcher) -> None:
    fan_out = await prepare(double, fast.database, 1)
    guild = double.world.guilds[fan_out.channels[0].guild_id or 0]
    double.world.lose_guild(guild)
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: fan_out.states()["paused"])
        assert fan_out.reached == 0
        double.world.restore_guild(guild)
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    fan_out.verify()


async def test_a_permission_taken_pauses_and_tells_its_setter_once_and_given_back_resumes(
    double: Double, fast: Launcher
) -> None:
    fan_out = await prepare(double, fast.database, 2)
    closed, other = fan_out.channels
    told = double.world.dm(double.world.owner)
    guild = double.world.guilds[closed.guild_id or 0]
    bot_role = next(role for role in guild.roles.values() if role.managed)
    for role in (guild.everyone, bot_role):
        double.world.overwrite(closed, role, send_messages=False)
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: fan_out.states() == {"sent": 1, "paused": 1} and told.messages)
        assert other.messages
        assert "Send Messages" in texts(told.messages[0].payload)
        for role in (guild.everyone, bot_role):
            double.world.overwrite(closed, role, send_messages=True)
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    fan_out.verify()
    assert len(told.messages) == 1


async def test_what_went_away_meanwhile_holds_up_nobody(double: Double, fast: Launcher) -> None:
    """A channel deleted and a server left while the bot was down are noted as gone; all others hear."""
    fan_out = await prepare(double, fast.database, FEW)
    left = double.world.add_channel(double.world.add_guild("Left"), "news")
    await record(double, fast.database, [left], news=2)
    double.world.delete_channel(fan_out.channels[0])
    double.world.remove_bot(double.world.guilds[left.guild_id or 0])
    double.log.expect(404, 10003)
    double.log.expect(403, 50001)
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: set(fan_out.states()) == {"sent", "gone"})
        await stop_cleanly(bot)
    assert not left.messages
    assert {len(channel.messages) for channel in fan_out.channels[1:]} == {2}


async def test_publishing_is_limited_and_holds_up_no_news(double: Double, fast: Launcher) -> None:
    """Discord allows ten an hour; what may not be published yet has arrived in its own channel all the same."""
    news = double.world.add_channel(double.world.add_guild("Big"), "news", ChannelType.NEWS)
    fan_out = FanOut(double, fast.database, [news])
    await record(double, fast.database, [news], news=PUBLISHED_IN_AN_HOUR + 2)
    double.log.expect(429)
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: fan_out.settled() and published(double))
        await stop_cleanly(bot)
    fan_out.verify()
    assert published(double) <= PUBLISHED_IN_AN_HOUR


def published(double: Double) -> int:
    """How many messages were published."""
    requests = double.log.of("POST /channels/{channel}/messages/{message}/crosspost")
    return sum(entry.status == 200 for entry in requests)


async def test_commands_are_answered_while_everything_else_waits(double: Double, fast: Launcher) -> None:
    """Discord refuses whatever is sent to channels; answers to people do not wait for it."""
    fan_out = await prepare(double, fast.database, FEW)
    double.faults.add("POST", "/channels/*/messages", Throttle(60.0))
    person = double.world.add_user("Vera")
    async with fast.started() as bot:
        await until(fan_out, bot, lambda: double.log.of(SEND))
        answered = await double.people.slash(person, fan_out.channels[0], "status", {"place": "Portland, Oregon"})
        assert "Khabarovsk" in answered.text
        await stop_cleanly(bot)
    assert not any(marks(channel) for channel in fan_out.channels)


async def test_what_waits_is_not_looked_at_before_every_feature_is_loaded(double: Double, fast: Launcher) -> None:
    """The connection may be there first: what features have not declared yet is no kind that nobody declares."""
    fan_out = await prepare(double, fast.database, 3)
    async with fast.started() as bot:
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    assert "nobody registered" not in bot.output
