"""What is announced arrives where it is wanted, once, in order, and by itself again after an error of Discord."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.cards import container, rows
from cogs.kit.components import Layout
from cogs.outbox import OutgoingMessage, delivery_button, outbox_of
from db.record.act_kinds import ActKind
from db.store import deliveries
from db.store.announcements import progress
from db.store.delivery_models import Delivery, DeliveryKind, Target
from preview import World
from tests.behaviour.announcements_steps import (
    HOUR,
    JUNEAU,
    PORTLAND,
    SWEEP,
    TACOMA,
    decide,
    later,
    mentions,
    swept,
    told,
    tried,
)
from tests.world import message_of, texts


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a reminder holds."""

    letter: int


REMINDER = DeliveryKind("reminder", Reminder)


async def test_a_change_arrives_with_standing_date_decision_and_sources(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    (said,) = told(news)
    assert "◐ Changed: suspended, not ended" in said
    assert "Portland, Oregon – Khabarovsk" in said
    assert "**Suspended by The city council on 20 November 2026**" in said
    assert "On record before this: ● Active." in said
    assert "[[1]](<http" in said
    assert "recorded on" not in said


async def test_an_act_of_long_ago_is_newly_on_record_and_no_change(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await vera.click(message_of(await vera.slash(channel, "status", place="Tacoma")), label="Watch")
    await decide(bot, TACOMA, ActKind.SUSPENDED, date(2022, 3, 15))
    await swept(env)
    for said in (*told(news), texts(vera.user.dm_channel.history()[0])):
        assert "◐ Newly on record: suspended, not ended" in said
        assert "Changed" not in said
        assert (
            "**This is not new:** it came on record here on 28 November 2026, more than 4 years after its date." in said
        )


@pytest.mark.parametrize(("days", "title"), [(31, "Changed: ended"), (32, "Newly on record: ended")])
async def test_an_act_is_news_for_31_days(bot: Tiewatch, env: Env, news: ChannelHandle, days: int, title: str) -> None:
    await decide(bot, TACOMA, ActKind.ENDED, bot.today - timedelta(days))
    await swept(env)
    assert title in told(news)[0]


async def test_a_vote_of_long_ago_is_newly_on_record_and_a_coming_hearing_is_news(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await decide(bot, JUNEAU, ActKind.KEPT, date(2026, 9, 1), vote=True)
    await decide(bot, TACOMA, ActKind.PROPOSED, date(2026, 9, 1), vote=True, hearing=date(2026, 12, 8))
    await swept(env)
    kept, proposed = told(news)
    assert "Newly on record: a decision not to cut the tie" in kept
    assert "3 months after its date." in kept
    assert "Proposed: nothing is decided yet" in proposed
    assert "not new" not in proposed


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


async def test_a_vote_to_keep_reaches_who_asked_for_votes_whatever_it_does(
    bot: Tiewatch, env: Env, world: World
) -> None:
    heard = {}
    for name, votes, digest in (("votes", True, "off"), ("none", False, "off"), ("weekly", True, "only")):
        heard[name] = env.guild.create_text_channel(name)
        await world.olga.slash(
            world.channel,
            "announcements follow",
            channel=heard[name],
            standings="ended",
            votes=votes,
            digest=digest,
        )
    item, reached = await decide(bot, TACOMA, ActKind.KEPT)
    assert item.before is not item.after
    assert reached.channels == 1
    await swept(env)
    assert "Changed: active" in told(heard["votes"])[0]
    later(bot, days=7)
    await env.advance_time(HOUR + SWEEP)
    assert told(heard["none"]) == []
    assert "Tacoma, Washington" in told(heard["weekly"])[0]


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
    from db.store.announcements import announce

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


async def test_a_feature_may_say_something_later(
    bot: Tiewatch, env: Env, vera: MemberActor, news: ChannelHandle
) -> None:
    async def render(row: Delivery) -> OutgoingMessage:
        text = f"Reminder {REMINDER.read(row).letter}"
        return OutgoingMessage(Layout(container(text, *rows([delivery_button(row, "Done")]))))

    outbox_of(bot).register(REMINDER, render)
    now = bot.clock()
    to, then = Target("user", vera.id), now + timedelta(days=3)
    made = [REMINDER.new(to, number, payload=Reminder(number), not_before=then) for number in (1, 2)]
    async with bot.database.transaction() as conn:
        await deliveries.enqueue(conn, made, now)
        await deliveries.cancel(conn, REMINDER.key(2), now)
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
