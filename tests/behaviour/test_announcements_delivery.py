"""What is announced arrives where it is wanted, once, in order, and by itself again after whatever stood in the way."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from typing import Any

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.common.settings import Settings
from db import deliveries, subscriptions
from db.announcements import progress
from db.deliveries import State, Target
from db.models import ActKind
from preview import World
from tests.behaviour.announcing import (
    HOUR,
    JUNEAU,
    PORTLAND,
    SWEEP,
    TACOMA,
    decide,
    later,
    mentions,
    real,
    swept,
    told,
    withdraw,
)
from tests.world import labels, message_of, texts


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The outbox looks every five minutes: days go by quickly then."""
    return Settings(database=settings.database, home_server=settings.home_server, sweep=SWEEP)


@pytest.fixture
async def news(bot: Tiewatch, env: Env, world: World) -> ChannelHandle:
    """A channel that follows everything."""
    made = env.guild.create_text_channel("news")
    await world.olga.slash(world.channel, "announcements follow", channel=made)
    return made


async def allow(bot: Tiewatch, channel: ChannelHandle, *, send_messages: bool | None) -> None:
    """Change whether the bot may write in a channel."""
    found = real(bot, channel)
    await found.set_permissions(found.guild.me, send_messages=send_messages)


def tried(env: Env, channel: ChannelHandle) -> list[dict[str, Any]]:
    """Whom each message to a channel was allowed to ping."""
    return mentions(env, "POST", f"/channels/{channel.id}/messages")


async def test_a_change_arrives_with_standing_date_decision_and_sources(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    (said,) = told(news)
    assert "◐ Changed: suspended, not ended" in said
    assert "Portland, Oregon – Khabarovsk" in said
    assert "**Suspended by The city council on 20 November 2026**" in said
    assert "Before this: ● Active." in said
    assert "[[1]](<http" in said
    assert "recorded on" not in said


async def test_channels_hear_what_they_asked_for(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    asked: dict[str, dict[str, Any]] = {
        "all": {},
        "oregon": {"states": "OR"},
        "ended": {"standings": "ended"},
        "no-votes": {"votes": False},
        "weekly": {"digest": "only"},
    }
    made = {name: env.guild.create_text_channel(name) for name in asked}
    for name, options in asked.items():
        await olga.slash(channel, "announcements follow", channel=made[name], **options)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, TACOMA, ActKind.ENDED)
    await decide(bot, JUNEAU, ActKind.PROPOSED, vote=True, hearing=date(2026, 12, 3))
    await swept(env)
    heard = {name: [line for text in told(where) for line in text.splitlines()[:1]] for name, where in made.items()}
    suspended, ended, proposed = heard["all"]
    assert ("suspended" in suspended, "ended" in ended, "Proposed" in proposed) == (True, True, True)
    assert heard["oregon"] == [suspended]
    assert heard["ended"] == [ended, proposed]
    assert heard["no-votes"] == [suspended, ended]
    assert heard["weekly"] == []
    assert "**Hearing:** it is set for 3 December 2026." in told(made["all"])[2]


async def test_nothing_old_is_announced_to_a_new_subscription(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    late = env.guild.create_text_channel("late")
    await olga.slash(channel, "announcements follow", channel=late, digest="also")
    later(bot, days=8)
    await env.advance_time(HOUR)
    assert told(late) == []


async def test_announcing_the_same_again_adds_nothing(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    from db.announcements import announce

    item, reached = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    async with bot.database.transaction() as conn:
        assert await announce(conn, item, state="OR", now=bot.clock()) == reached
    await swept(env)
    assert len(told(news)) == 1


async def test_only_the_chosen_role_is_pinged_and_only_by_news(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    role = env.guild.create_role("News", mentionable=True)
    where = env.guild.create_text_channel("pings")
    await olga.slash(channel, "announcements follow", channel=where, role=role, digest="also")
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED, summary="@everyone <@1> <@&2>")
    await swept(env)
    assert f"<@&{role.id}>" in told(where)[0]
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    later(bot, days=8)
    await env.advance_time(HOUR + SWEEP)
    welcome, change, correction, digest = tried(env, where)
    nobody: dict[str, object] = {"parse": [], "roles": []}
    assert change == {"parse": [], "roles": [role.id]}, "without replied_user, which is false then"
    assert (correction, digest) == (nobody, nobody)
    assert not welcome.get("roles")
    assert mentions(env, "PATCH", f"/channels/{where.id}/messages/") == [nobody]


async def test_a_correction_rewrites_the_message_and_replies_once(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    later = env.guild.create_text_channel("later")
    await olga.slash(channel, "announcements follow", channel=later)
    await olga.slash(channel, "announcements edit", channel=news, states="ME")
    mend, reached = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    assert (reached.channels, reached.watchers) == (1, 0)
    await swept(env)
    rewritten, reply = told(news)
    assert "Corrected on 25 November 2026." in rewritten
    assert "This message said: “Suspended by The city council on 20 November 2026.” That was wrong." in rewritten
    assert "**Right is:** Ended by The city council on 20 November 2026" in rewritten
    assert "The message above said:" in reply
    assert "Reason: The minutes say otherwise." in reply
    answer = news.history()[-1]
    assert answer.reference is not None
    assert answer.reference.message_id == news.history()[-2].id
    assert told(later) == []
    assert (await progress(bot.database, mend.id)).sent == 1
    await swept(env)
    assert len(told(news)) == 2


async def test_a_deleted_message_is_passed_over_by_its_correction(
    bot: Tiewatch, env: Env, news: ChannelHandle, world: World
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await real(bot, news).get_partial_message(news.history()[-1].id).delete()
    mend, _ = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    assert told(news) == []
    done = await progress(bot.database, mend.id)
    assert (done.sent, done.gone, done.total) == (0, 1, 1)


async def test_a_correction_of_a_correction_mends_all_that_was_said(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    first, _ = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    await decide(bot, PORTLAND, ActKind.DORMANT, instead_of=first)
    await swept(env)
    rewritten, earlier, newest = told(news)
    assert "Right is:** Reported without contact" in rewritten
    assert "Right is:** Reported without contact" in earlier
    assert "The last correction said: “Ended by" in newest


async def test_a_retraction_says_what_is_known_without_it(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await withdraw(bot, item)
    await swept(env)
    rewritten, reply = told(news)
    for said in (rewritten, reply):
        assert "Withdrawn on 25 November 2026." in said
        assert "Reason: It never happened." in said
        assert "**What is known without it:** Active" in said


async def test_an_error_that_was_put_right_before_it_was_sent_is_never_told(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await allow(bot, news, send_messages=False)
    wrong, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    void, _ = await decide(bot, TACOMA, ActKind.ENDED)
    await swept(env)
    _, reached = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=wrong)
    await withdraw(bot, void)
    assert reached.channels == 0
    await allow(bot, news, send_messages=None)
    await swept(env)
    (said,) = told(news)
    assert "Changed: ended" in said
    assert "An error in this news was put right before it was sent here." in said
    assert (await progress(bot.database, void.id)).gone == 1


async def test_a_correction_finds_its_message_whatever_the_clock_says(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    later(bot, days=-2)
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    rewritten, reply = told(news)
    assert "Corrected on" in rewritten
    assert "The message above said" in reply


async def test_what_was_put_right_before_it_was_sent_is_quoted_as_it_was_sent(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await allow(bot, news, send_messages=False)
    wrong, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    right, _ = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=wrong)
    await allow(bot, news, send_messages=None)
    await swept(env)
    await decide(bot, PORTLAND, ActKind.DORMANT, instead_of=right)
    await swept(env)
    rewritten, _ = told(news)
    assert "This message said: “Ended by The city council on 20 November 2026.” That was wrong." in rewritten


async def test_what_is_told_right_at_the_second_try_is_not_corrected(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    mend, reached = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    assert reached.channels == 1, "it may have arrived"
    for _ in range(3):
        await swept(env)
    (said,) = told(news)
    assert "Changed: ended" in said
    assert (await progress(bot.database, mend.id)).gone == 1


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
    assert "Sent late: recorded on 25 November 2026." in said
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
    assert f"Announcements for <#{news.id}> are paused" in texts(said)
    assert "missing: Send Messages" in texts(said)
    asked = await olga.user.click(said, label="Is it mended?")
    assert "Still paused: missing: Send Messages" in texts(asked)
    await allow(bot, news, send_messages=None)
    await swept(env)
    await swept(env)
    assert len(told(news)) == 2
    assert len(olga.user.dm_channel.history()) == 1
    asked = await olga.user.click(said, label="Is it mended?")
    assert "It is settled" in texts(asked)


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
    assert f"Announcements for <#{news.id}> are paused" in texts(world.channel.last_message)


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
    assert "Right is: Ended by" in mended
    assert "The message above said: “Suspended by" in reply


async def test_errors_of_discord_are_waited_out_in_order(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503, times=3)
    first, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, TACOMA, ActKind.ENDED)
    await swept(env)
    assert told(news) == []
    assert (await progress(bot.database, first.id)).waiting == 1
    for _ in range(4):
        await swept(env)
    assert ["Portland" in said for said in told(news)] == [True, False]


async def test_one_bad_channel_delays_no_other(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    other = env.guild.create_text_channel("other")
    await olga.slash(channel, "announcements follow", channel=other)
    env.inject_error("POST", f"/channels/{news.id}/messages", status=500, times=None)
    for tie in (PORTLAND, TACOMA):
        await decide(bot, tie, ActKind.SUSPENDED)
    await swept(env)
    assert len(told(other)) == 2


async def test_a_day_of_errors_pauses_and_drops_nothing(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503, times=None)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await env.advance_time(HOUR)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is State.RETRY
    assert found.attempts < 13
    later(bot, days=1)
    await swept(env)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is State.PAUSED
    assert found.reason == "for 24 hours: Discord answered 503"
    env.backend.faults.clear()
    await env.advance_time(HOUR + SWEEP)
    assert (await progress(bot.database, item.id)).sent == 1
    assert len(told(news)) == 1


@pytest.mark.expects_errors
async def test_a_message_that_discord_refuses_fails_alone_and_the_editors_are_told(
    bot: Tiewatch, env: Env, world: World, news: ChannelHandle
) -> None:
    await world.olga.slash(world.channel, "setup", role=world.editors, channel=world.channel)
    env.inject_error("POST", f"/channels/{news.id}/messages", status=400, code=50035)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, TACOMA, ActKind.ENDED)
    await swept(env)
    await swept(env)
    assert (await progress(bot.database, item.id)).failed == 1
    (said,) = told(news)
    assert "Tacoma" in said
    assert world.channel.last_message is not None
    assert "A message could not be sent" in texts(world.channel.last_message)
    assert "code 50035" in texts(world.channel.last_message)


async def test_a_message_that_arrived_before_an_interruption_is_not_sent_again(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await forget_the_end(bot)
    for _ in range(60):
        await real(bot, news).send("talk")
    await swept(env)
    assert len([said for said in told(news) if "Portland" in said]) == 1
    assert (await progress(bot.database, item.id)).sent == 1


async def test_a_message_that_did_not_arrive_before_an_interruption_is_sent(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await real(bot, news).get_partial_message(news.history()[-1].id).delete()
    await forget_the_end(bot)
    await swept(env)
    assert len(told(news)) == 1
    assert (await progress(bot.database, item.id)).sent == 1


async def test_where_the_history_cannot_be_read_nothing_is_sent_blind(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await forget_the_end(bot)
    env.inject_error("GET", f"/channels/{news.id}/messages", status=403, code=50001, times=None)
    await swept(env)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is State.PAUSED
    assert found.reason is not None
    assert "it is not known whether this arrived" in found.reason
    assert len(told(news)) == 1
    env.backend.faults.clear()
    await env.advance_time(HOUR + SWEEP)
    assert len(told(news)) == 1
    assert (await progress(bot.database, item.id)).sent == 1


async def forget_the_end(bot: Tiewatch) -> None:
    """Leave the newest delivery as a process leaves it that is killed between the sending and the writing down."""
    async with bot.database.transaction() as conn:
        await conn.execute(
            "UPDATE delivery SET state = 'sending', message = NULL, place = NULL, done_at = NULL"
            " WHERE id = (SELECT max(id) FROM delivery)"
        )


async def test_what_waits_is_sent_once_after_a_restart(
    bot: Tiewatch, env: Env, world: World, news: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await bot.close()
    fresh = await Tiewatch.open(bot.settings, env.now)
    try:
        await env.restart_bot(fresh)
        await swept(env)
        assert len(told(news)) == 1
        said = await world.vera.click(news.history()[-1], label="Details")
        assert "Portland, Oregon – Khabarovsk" in texts(said)
        assert "Watch" in labels(said)
    finally:
        await fresh.close()


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
    await bot.outbox.guild_left(other.id)
    await swept(env)
    assert told(where) == []
    assert await subscriptions.of_guild(bot.database, other.id) == ()
    await bot.outbox.guild_back(other.id)
    await swept(env)
    assert len(await subscriptions.of_guild(bot.database, other.id)) == 1
    assert len(told(where)) == 1
    await bot.outbox.guild_left(other.id)
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


async def test_what_is_announced_in_an_announcement_channel_is_published(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    board = env.guild.create_news_channel("board")
    await olga.slash(channel, "announcements follow", channel=board)
    env.inject_error("POST", f"/channels/{board.id}/messages/*/crosspost", status=429)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert len(told(board)) == 1
    await swept(env)
    await swept(env)
    done = [item for item in env.http_requests if item.path.endswith("/crosspost")]
    assert len(done) == 2
    async with bot.database.snapshot() as conn:
        rows = await conn.execute_fetchall("SELECT state FROM delivery WHERE kind = 'crosspost'")
    assert [row["state"] for row in rows] == ["sent"]


async def test_a_locked_database_loses_and_doubles_nothing(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    async with bot.database.transaction() as conn:
        await conn.execute("PRAGMA busy_timeout = 50")
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    holder = sqlite3.connect(bot.settings.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        await swept(env)
        assert told(news) == []
    finally:
        holder.rollback()
        holder.close()
    await swept(env)
    assert len(told(news)) == 1
    assert (await progress(bot.database, item.id)).sent == 1


async def test_a_clock_set_back_neither_stalls_nor_doubles(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    now = bot.clock
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503)
    bot.clock = lambda: now() + timedelta(days=300)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert (await progress(bot.database, item.id)).waiting == 1
    bot.clock = now
    await swept(env)
    await swept(env)
    assert len(told(news)) == 1
    await forget_the_end(bot)
    bot.clock = lambda: now() - timedelta(days=300)
    await swept(env)
    assert len(told(news)) == 1
    assert (await progress(bot.database, item.id)).sent == 1


async def test_a_feature_may_say_something_later(
    bot: Tiewatch, env: Env, vera: MemberActor, news: ChannelHandle
) -> None:
    from cogs.common.base import Layout
    from cogs.common.cards import container, rows
    from cogs.common.outbox import Post, mark
    from db.deliveries import Delivery

    async def write(row: Delivery) -> Post:
        return Post(Layout(container(f"Reminder {row.payload['letter']}", *rows([mark(row.id, "Done")]))))

    bot.outbox.register("reminder", write)
    now = bot.clock()
    async with bot.database.transaction() as conn:
        for number in (1, 2):
            await deliveries.enqueue(
                conn,
                kind="reminder",
                target=Target("user", vera.id),
                key=f"reminder:{number}",
                now=now,
                not_before=now + timedelta(days=3),
                letter=number,
            )
        await deliveries.cancel(conn, "reminder:2", now)
    await swept(env)
    later(bot, days=2)
    await swept(env)
    assert vera.user.dm_channel.history() == []
    later(bot, days=2)
    await swept(env)
    assert [texts(message) for message in vera.user.dm_channel.history()] == ["Reminder 1"]
    later(bot, days=2)
    await swept(env)
    assert len(vera.user.dm_channel.history()) == 1
    said = await vera.user.click(vera.user.dm_channel.history()[0], label="Done")
    assert "so old that the bot no longer keeps" in texts(message_of(said))
