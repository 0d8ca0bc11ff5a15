"""A channel that cannot be written to waits, is said to wait, and loses nothing; one that is gone ends."""

from __future__ import annotations

from datetime import timedelta

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.act_kinds import ActKind
from db.store import deliveries, subscriptions
from db.store.announcements import progress
from db.store.delivery_models import DeliveryState
from preview import World
from tests.behaviour.announcements_steps import (
    HOUR,
    JUNEAU,
    PORTLAND,
    SWEEP,
    TACOMA,
    allow,
    decide,
    later,
    leave_server,
    real,
    return_to_server,
    swept,
    told,
    tried,
)
from tests.world import texts


async def test_a_permission_taken_pauses_and_one_given_back_sends(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await allow(bot, news, send_messages=False)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    later(bot, days=2)
    await env.advance_time(HOUR)
    assert told(news) == []
    assert (await progress(bot.database, item.id)).paused == 1
    assert len(tried(env, news)) == 1, "only the welcome was tried: no request was made in vain"
    listed = texts(await olga.slash(channel, "announcements list"))
    assert "**Paused**" in listed
    assert "missing: Send Messages. 1 message waiting" in listed
    await allow(bot, news, send_messages=None)
    await swept(env)
    (said,) = told(news)
    assert "Sent late: recorded on 28 November 2026." in said
    assert "Paused" not in texts(await olga.slash(channel, "announcements list"))


async def test_the_setter_is_told_once_that_messages_do_not_arrive(
    bot: Tiewatch, env: Env, olga: MemberActor, news: ChannelHandle
) -> None:
    await allow(bot, news, send_messages=False)
    for tie in (PORTLAND, TACOMA):
        await decide(bot, tie, ActKind.SUSPENDED)
        later(bot, days=1)
        await env.advance_time(HOUR)
    (said,) = olga.user.dm_channel.history()
    assert f"Announcements for <#{news.id}> in **Tiewatch home** are paused" in texts(said)
    assert "missing: Send Messages" in texts(said)
    asked = await olga.user.click(said, label="Check again")
    assert "Still paused: missing: Send Messages" in texts(asked)
    await allow(bot, news, send_messages=None)
    await swept(env)
    await swept(env)
    assert len(told(news)) == 2
    assert len(olga.user.dm_channel.history()) == 1
    asked = await olga.user.click(said, label="Check again")
    assert "That is settled: messages arrive again." in texts(asked)


async def test_closed_direct_messages_of_the_setter_lead_to_the_servers_own_channel(
    bot: Tiewatch, env: Env, world: World, news: ChannelHandle
) -> None:
    guild = real(bot, news).guild
    await guild.edit(system_channel=real(bot, world.channel))
    olga = world.olga.user.dm_channel
    env.inject_error("POST", f"/channels/{olga.id}/messages", status=403, code=50007, times=None)
    await allow(bot, news, send_messages=False)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await swept(env)
    assert olga.history() == []
    assert world.channel.last_message is not None
    assert f"Announcements for <#{news.id}> in **Tiewatch home** are paused" in texts(world.channel.last_message)


async def test_what_waited_for_more_than_a_week_comes_as_one_summary(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await allow(bot, news, send_messages=False)
    old = [await decide(bot, PORTLAND, ActKind.SUSPENDED), await decide(bot, JUNEAU, ActKind.ENDED)]
    await swept(env)
    later(bot, days=8)
    young = await decide(bot, TACOMA, ActKind.DORMANT)
    later(bot, days=1)
    await swept(env)
    await allow(bot, news, send_messages=None)
    await swept(env)
    await swept(env)
    summary, change = told(news)
    assert "What could not be sent here" in summary
    assert "Portland, Oregon – Khabarovsk: Suspended" in summary
    assert "Juneau, Alaska – Vladivostok: Ended" in summary
    assert "2 messages could not be sent here in time" in summary
    assert "Tacoma, Washington" in change
    for item, _ in [*old, young]:
        done = await progress(bot.database, item.id)
        assert (done.sent, done.total) == (1, 1)
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=old[0][0])
    await swept(env)
    mended, _, reply = told(news)
    assert "This was wrong, and was corrected on" in mended
    assert "The record now says: Ended by" in mended
    assert "The message above said: “Suspended by" in reply


@pytest.mark.parametrize(("hours", "is_summary"), [(-1, False), (1, True)])
async def test_a_message_that_waited_for_a_week_is_sent_and_an_older_one_summed_up(
    bot: Tiewatch, env: Env, news: ChannelHandle, hours: int, is_summary: bool
) -> None:
    await allow(bot, news, send_messages=False)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    later(bot, days=7, hours=hours)
    await allow(bot, news, send_messages=None)
    await swept(env)
    (said,) = told(news)
    assert ("What could not be sent here" in said) == is_summary


async def test_a_day_of_errors_pauses_and_drops_nothing(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503, times=None)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await env.advance_time(HOUR)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is DeliveryState.RETRY
    assert found.attempts < 13
    later(bot, days=1)
    await swept(env)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is DeliveryState.PAUSED
    assert found.reason == "for 24 hours: Discord answered 503"
    before = len(tried(env, news))
    await env.advance_time(3 * HOUR)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is DeliveryState.PAUSED
    assert len(tried(env, news)) - before <= 3
    env.backend.faults.clear()
    await env.advance_time(HOUR + SWEEP)
    assert (await progress(bot.database, item.id)).sent == 1
    assert len(told(news)) == 1


async def test_a_deleted_channel_is_gone_and_shown_in_the_list(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await real(bot, news).delete()
    await swept(env)
    assert (await progress(bot.database, item.id)).gone == 1
    assert "no longer followed (deleted)" in texts(await olga.slash(channel, "announcements list"))


async def test_a_server_that_was_left_is_kept_for_30_days_and_taken_up_again(
    bot: Tiewatch, env: Env, olga: MemberActor
) -> None:
    other = env.create_guild("Other")
    organizer = other.add_member(
        olga.user, roles=[other.create_role("O", permissions=discord.Permissions(manage_guild=True))]
    )
    where = other.create_text_channel("news")
    await organizer.slash(where, "announcements follow", channel=where)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    guild = bot.get_guild(other.id)
    assert guild is not None
    await leave_server(bot, guild)
    await swept(env)
    assert told(where) == []
    assert await subscriptions.of_guild(bot.database, other.id) == ()
    await return_to_server(bot, guild)
    await swept(env)
    assert len(await subscriptions.of_guild(bot.database, other.id)) == 1
    assert len(told(where)) == 1
    await leave_server(bot, guild)
    for days, kept in ((29, 1), (31, 0)):
        async with bot.database.transaction() as conn:
            await subscriptions.prune(conn, bot.clock() + timedelta(days=days))
        assert len(await subscriptions.of_guild(bot.database, other.id, ended=True)) == kept


async def test_an_outage_of_a_server_is_no_departure(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    guild = real(bot, news).guild
    guild.unavailable = True
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert (await progress(bot.database, item.id)).paused == 1
    found = await subscriptions.of_channel(bot.database, news.id)
    assert found is not None
    assert (found.ended, found.paused_why) == (None, None)
    guild.unavailable = False
    await env.advance_time(HOUR + SWEEP)
    assert len(told(news)) == 1
