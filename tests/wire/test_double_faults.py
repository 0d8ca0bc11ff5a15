"""What goes wrong on the double reaches discord.py as from Discord: limits, 5xx, lost answers, lost connections."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import discord
import pytest

from tests.wire.bare import BareBot, started
from tests.wire.double import Channel, Double, Guild, LostAnswer, Refusal, Reset, ServerError, Throttle, User
from tests.wire.double.limits import Limit, Window
from tests.wire.redirect import redirected

SEND = "POST /channels/{channel}/messages"
MESSAGES = "/channels/*/messages"


def partial(bot: BareBot, channel: Channel) -> discord.PartialMessageable:
    """A channel to send to, whether the bot has it in its cache or not."""
    return bot.get_partial_messageable(channel.id)


async def test_a_bot_waits_for_its_channels_limit(double: Double, bare: BareBot, channel: Channel) -> None:
    double.limits.routes[SEND] = Limit(5, 0.5)
    await asyncio.gather(*(partial(bare, channel).send(str(number)) for number in range(12)))
    sent = [entry.at for entry in double.log.of(SEND)]
    assert len(channel.messages) == 12
    assert sent[5] - sent[0] >= 0.5
    assert sent[10] - sent[5] >= 0.5
    assert not [entry for entry in double.log if entry.status == 429]


async def test_too_many_requests_at_once_are_held_back(double: Double, bare: BareBot, guild: Guild) -> None:
    double.limits.everywhere = Window(Limit(10, 0.5))
    channels = [double.world.add_channel(guild, f"c{number}") for number in range(15)]
    await asyncio.gather(*(partial(bare, channel).send("x") for channel in channels))
    held_back = [entry for entry in double.log if entry.status == 429]
    assert len(held_back) == 5
    assert all(len(channel.messages) == 1 for channel in channels)
    double.log.expect(429)


async def test_answers_to_interactions_count_against_no_limit(
    double: Double, bare: BareBot, channel: Channel, vera: User
) -> None:
    double.limits.everywhere = Window(Limit(0, 60.0))
    answered = await double.people.slash(vera, channel, "ping")
    assert answered.text == "pong en-US"


@pytest.mark.parametrize("fault", [Throttle(0.01), ServerError(500), ServerError(500, stored=True)])
async def test_discord_py_tries_again_by_itself(
    double: Double, bare: BareBot, channel: Channel, fault: Throttle | ServerError
) -> None:
    double.faults.add("POST", MESSAGES, fault, times=1)
    await partial(bare, channel).send("once")
    assert [entry.status for entry in double.log.of(SEND)][-1] == 200
    assert len(channel.messages) == 1


@pytest.mark.parametrize(
    ("fault", "raised", "stored"),
    [
        (Throttle(via=False), discord.HTTPException, 0),
        (ServerError(503), discord.DiscordServerError, 0),
        (ServerError(503, stored=True), discord.DiscordServerError, 1),
        (Refusal(403, 50013), discord.Forbidden, 0),
        (Refusal(404, 10003), discord.NotFound, 0),
        (Reset(), aiohttp.ClientOSError, 0),
        (LostAnswer(), aiohttp.ClientOSError, 1),
    ],
)
async def test_a_fault_is_raised_and_the_message_stored_or_not(
    double: Double,
    bare: BareBot,
    channel: Channel,
    fault: Throttle | ServerError | Refusal | Reset | LostAnswer,
    raised: type[Exception],
    stored: int,
) -> None:
    double.faults.add("POST", MESSAGES, fault, times=1)
    with pytest.raises(raised):
        await partial(bare, channel).send("once", nonce="n-1")
    assert len(channel.messages) == stored
    await partial(bare, channel).send("once", nonce="n-1")
    assert len(channel.messages) == 1


async def test_a_share_of_requests_fails_and_faults_can_end(double: Double, bare: BareBot, guild: Guild) -> None:
    double.faults.add("POST", MESSAGES, Refusal(403, 50013), share=0.3)
    channels = [double.world.add_channel(guild, f"c{number}") for number in range(30)]
    sends = [partial(bare, channel).send("x") for channel in channels]
    results = await asyncio.gather(*sends, return_exceptions=True)
    refused = [result for result in results if isinstance(result, discord.Forbidden)]
    assert 0 < len(refused) < 30
    double.faults.clear()
    await partial(bare, channels[0]).send("x")


async def lose_connection(double: Double) -> None:
    """The connection is reset."""
    double.gateway.reset()


@pytest.mark.parametrize(
    "lose",
    [
        lambda double: double.gateway.close(4000),
        lambda double: double.gateway.ask_to_reconnect(),
        lambda double: double.gateway.invalidate(resumable=True),
        lose_connection,
    ],
    ids=["close 4000", "op 7", "op 9", "reset"],
)
async def test_a_lost_connection_is_resumed_and_nothing_is_missed(
    double: Double, bare: BareBot, channel: Channel, vera: User, lose: Callable[[Double], Awaitable[None]]
) -> None:
    await lose(double)
    await double.until(lambda: double.gateway.resumes == 1 or not double.gateway.connected, "the connection is lost")
    missed = double.world.say(channel, vera, f"<@{double.world.bot.id}> are you there")
    answered = await double.people.slash(vera, channel, "ping")
    assert answered.text == "pong en-US"
    assert double.gateway.resumes == 1
    assert double.gateway.identifies == 1
    assert [message.id for message in bare.heard if message.author.id == vera.id] == [missed.id]


async def test_a_forgotten_session_is_begun_anew(double: Double, bare: BareBot, channel: Channel, vera: User) -> None:
    await double.gateway.invalidate(resumable=False)
    await double.until(lambda: double.gateway.identifies == 2 and double.gateway.connected, "a new session")
    assert (await double.people.slash(vera, channel, "ping")).text == "pong en-US"
    assert double.gateway.resumes == 0


async def test_a_malformed_event_ends_the_bot(double: Double, guild: Guild) -> None:
    """discord.py raises out of ``start``: whoever runs a bot must be ready for it."""
    with redirected(double.api_url, double.gateway_url), pytest.raises(KeyError):
        await hear_something_malformed(double, guild)


async def hear_something_malformed(double: Double, guild: Guild) -> None:
    """Connect, and get a channel without a name."""
    async with started(BareBot(), double.token) as bot:
        double.gateway.emit("CHANNEL_CREATE", {"id": "1", "type": 0, "guild_id": str(guild.id)}, guild.id)
        await double.until(bot.is_closed, "the bot is closed")
