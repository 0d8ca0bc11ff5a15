"""``python bot.py run`` as a process, on a wire: start, answers, lost connections, stop."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from contextlib import closing

import pytest

from tests.wire.double import Channel, Double, Fault, Guild, Install, Refusal, Reset, ServerError, User, texts
from tests.wire.process import Launcher

QUESTION = "is Portland still paired with Khabarovsk?"
TIE = "Portland, Oregon"
SYNC = "PUT /applications/{application}/commands"
SEND = "POST /channels/{channel}/messages"
SECONDS_TO_STOP = 10.0
SECONDS_BUSY = 6.0  # longer than a running bot waits for a lock


async def test_commands_are_sent_once_and_answer_in_any_language(
    double: Double, operator: Launcher, channel: Channel, vera: User
) -> None:
    async with operator.started() as bot:
        for locale in ("en-US", "de", "uk", "xx-YY"):
            answered = await double.people.slash(vera, channel, "ask", {"question": QUESTION}, locale=locale)
            assert TIE in answered.text
        bot.terminate()
        assert await bot.ended(SECONDS_TO_STOP) == 0
    async with operator.started():
        answered = await double.people.slash(vera, channel, "ask", {"question": QUESTION})
        assert TIE in answered.text
    assert len(double.log.of(SYNC)) == 1


async def test_what_arrives_while_the_features_load_is_answered_as_later(
    double: Double, operator: Launcher, channel: Channel, vera: User
) -> None:
    direct, bot_user = double.world.dm(vera), double.world.bot
    async with operator.started():
        later = await double.people.slash(vera, channel, "ask", {"question": QUESTION})
    async with operator.connecting() as bot:
        double.world.say(direct, vera, QUESTION)
        asked = double.people.call(vera, channel, "ask", {"question": QUESTION})
        assert "Ready" not in bot.output
        answered = await asked.until(lambda exchange: exchange.answer is not None)
        assert answered.answer == later.answer
        await double.until(lambda: direct.by(bot_user), "the direct message is answered")
        bot.terminate()
        assert await bot.ended(SECONDS_TO_STOP) == 0


async def test_a_feature_that_does_not_load_ends_the_run(double: Double, operator: Launcher) -> None:
    operator.module = "tests.wire.broken"
    bot = await operator.start()
    assert await bot.ended() == 1
    assert "The bot ended by itself (ExtensionNotFound)" in bot.output


async def test_the_editors_commands_are_sent_to_their_server_once_and_to_no_other(
    double: Double, operator: Launcher, guild: Guild
) -> None:
    operator.settings["TIEWATCH_HOME_SERVER"] = str(guild.id)
    for _ in range(2):
        async with operator.started() as bot:
            bot.terminate()
            assert await bot.ended(SECONDS_TO_STOP) == 0
    assert len(double.log.of("PUT /applications/{application}/guilds/{guild}/commands")) == 1
    here = {command["name"] for command in double.commands[guild.id]}
    assert {"record", "setup", "queue"} <= here
    assert not here & {command["name"] for command in double.commands[None]}


async def test_a_user_installed_bot_answers_in_a_server_that_it_is_not_in(
    double: Double, launcher: Launcher, vera: User
) -> None:
    elsewhere = double.world.add_channel(double.world.add_guild("Elsewhere", joined=False), "general")
    async with launcher.started():
        for name, options in (
            ("ask", {"question": QUESTION}),
            ("status", {"place": "Portland, Oregon"}),
            ("ties", {"state": "Oregon"}),
        ):
            answered = await double.people.slash(vera, elsewhere, name, options, install=Install.USER)
            assert TIE in answered.text
        answered = await double.people.slash(vera, double.world.dm(vera), "ask", {"question": QUESTION})
        assert TIE in answered.text
    assert not double.log.of(SEND)


async def test_a_question_in_a_mention_or_a_direct_message_is_answered(
    double: Double, launcher: Launcher, channel: Channel, vera: User
) -> None:
    direct, bot_user = double.world.dm(vera), double.world.bot
    async with launcher.started():
        asked = double.world.say(channel, vera, f"<@{bot_user.id}> {QUESTION}", mentions=[{"id": str(bot_user.id)}])
        double.world.say(channel, vera, QUESTION)
        double.world.say(direct, vera, QUESTION)
        await double.until(lambda: channel.by(bot_user) and direct.by(bot_user), "both are answered")
        for place in (channel, direct):
            assert [TIE in texts(message.payload) for message in place.by(bot_user)] == [True]
        assert channel.by(bot_user)[0].id > asked.id


async def test_a_question_whose_message_is_gone_is_answered_all_the_same(
    double: Double, launcher: Launcher, channel: Channel, vera: User
) -> None:
    bot_user = double.world.bot
    async with launcher.started():
        asked = double.world.say(channel, vera, f"<@{bot_user.id}> {QUESTION}", mentions=[{"id": str(bot_user.id)}])
        double.world.delete_message(channel, asked)
        await double.until(lambda: channel.by(bot_user), "it is answered")
        assert TIE in texts(channel.by(bot_user)[0].payload)


async def test_suggestions_come_while_typing(double: Double, launcher: Launcher, channel: Channel, vera: User) -> None:
    async with launcher.started():
        offered = await double.people.autocomplete(vera, channel, "status", "place", "portl")
        assert TIE in offered.choices[0]["name"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_stop_it_stops_cleanly(double: Double, operator: Launcher, number: signal.Signals) -> None:
    async with operator.started() as bot:
        bot.send(number)
        assert await bot.ended(SECONDS_TO_STOP) == 0
        assert "Traceback" not in bot.output


async def test_a_token_that_discord_refuses_is_one_line_and_78(double: Double, operator: Launcher) -> None:
    double.log.expect(401)
    bot = await operator.start(DISCORD_TOKEN="some-other-bot-entirely.double.not-a-secret-not-a-secret")
    assert await bot.ended() == 78
    complaints = [line for line in bot.output.splitlines() if "DISCORD_TOKEN" in line]
    assert len(complaints) == 1
    assert "Traceback" not in bot.output
    assert "some-other-bot" not in bot.output


@pytest.mark.parametrize("path", ["/users/@me", "/oauth2/applications/@me", "/gateway/bot"])
@pytest.mark.parametrize("fault", [ServerError(503), Reset()], ids=["503", "reset"])
async def test_a_discord_that_is_down_is_one_line_and_a_failure(
    double: Double, launcher: Launcher, path: str, fault: Fault
) -> None:
    double.faults.add("GET", path, fault)
    bot = await launcher.start()
    assert await bot.ended() == 1
    assert "Discord cannot be reached" in bot.output
    assert "Traceback" not in bot.output


async def test_a_home_server_that_is_closed_to_the_bot_stops_nothing(
    double: Double, launcher: Launcher, channel: Channel, vera: User
) -> None:
    double.faults.add("PUT", "/applications/*/guilds/*/commands", Refusal(403, 50001))
    async with launcher.started(TIEWATCH_HOME_SERVER="123456789012345678"):
        answered = await double.people.slash(vera, channel, "ask", {"question": QUESTION})
        assert TIE in answered.text


async def test_a_lost_connection_is_resumed(double: Double, launcher: Launcher, channel: Channel, vera: User) -> None:
    async with launcher.started() as bot:
        await double.gateway.close(4000)
        answered = await double.people.slash(vera, channel, "ask", {"question": QUESTION})
        assert TIE in answered.text
        double.gateway.reset()
        answered = await double.people.slash(vera, channel, "ask", {"question": QUESTION})
        assert TIE in answered.text
        assert (double.gateway.identifies, double.gateway.resumes) == (1, 2)
        bot.terminate()
        assert await bot.ended(SECONDS_TO_STOP) == 0


async def test_a_malformed_event_ends_the_bot_with_a_failure_for_its_supervisor(
    double: Double, launcher: Launcher, guild: Guild
) -> None:
    async with launcher.started() as bot:
        double.gateway.emit("CHANNEL_CREATE", {"id": "1", "type": 0, "guild_id": str(guild.id)}, guild.id)
        assert await bot.ended() not in (0, 78)
        assert "KeyError" in bot.output


async def test_a_second_start_on_the_same_database_is_refused_and_the_first_goes_on(
    double: Double, launcher: Launcher, channel: Channel, vera: User
) -> None:
    async with launcher.started() as first:
        second = await launcher.start()
        assert await second.ended() == 78
        assert second.output.count("\n") == 1
        assert "another bot is running on it" in second.output
        answered = await double.people.slash(vera, channel, "ask", {"question": QUESTION})
        assert TIE in answered.text
        first.kill()
        await first.ended()
    async with launcher.started():
        assert TIE in (await double.people.slash(vera, channel, "ask", {"question": QUESTION})).text


async def test_a_database_that_is_busy_for_a_moment_is_waited_for(double: Double, launcher: Launcher) -> None:
    async with launcher.started() as bot:
        bot.terminate()
        await bot.ended(SECONDS_TO_STOP)
    with closing(sqlite3.connect(launcher.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(SECONDS_BUSY, other.rollback)
        async with launcher.started() as bot:
            bot.terminate()
            assert await bot.ended(SECONDS_TO_STOP) == 0
