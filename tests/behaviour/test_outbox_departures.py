"""A channel or a server goes and comes back: what belongs to the time between is neither lost nor told late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from simcord import Env
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.act_kinds import ActKind
from db.store import deliveries, subscriptions
from db.store.announcements import progress
from db.store.database import Database
from preview import World
from tests.behaviour.announcements_steps import (
    HOUR,
    PORTLAND,
    TACOMA,
    decide,
    forget_the_end,
    heard,
    later,
    leave_server,
    real,
    return_to_server,
    swept,
    told,
)
from tests.behaviour.database_lock_steps import locked
from tests.world import message_of, texts


async def test_what_an_earlier_unfollowing_withdrew_is_not_sent_when_the_bot_comes_back(
    bot: Tiewatch, env: Env, world: World, news: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await world.olga.slash(world.channel, "announcements unfollow", channel=news)
    await world.olga.slash(world.channel, "announcements follow", channel=news)
    await decide(bot, TACOMA, ActKind.ENDED)
    later(bot, seconds=1)
    guild = real(bot, news).guild
    await leave_server(bot, guild)
    await return_to_server(bot, guild)
    await swept(env)
    (said,) = [text for text in told(news) if "now hears" not in text]
    assert "Tacoma" in said


async def test_a_correction_survives_the_departure_of_the_bot(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    mend, _ = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    guild = real(bot, news).guild
    await leave_server(bot, guild)
    await return_to_server(bot, guild)
    await swept(env)
    rewritten, reply = told(news)
    assert "Corrected on" in rewritten
    assert "The message above said" in reply
    assert (await progress(bot.database, mend.id)).sent == 1


@pytest.mark.expects_errors
async def test_a_database_that_fails_when_the_bot_comes_back_silences_no_server(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    guild = real(bot, news).guild
    await leave_server(bot, guild)
    async with locked(bot):
        await heard(bot, "guild_join", guild)
        await swept(env)
    await env.advance_time(HOUR)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert len(told(news)) == 1


@pytest.mark.parametrize("arrived", [True, False])
async def test_what_may_have_arrived_before_the_unfollowing_is_looked_for_and_corrected(
    bot: Tiewatch, env: Env, world: World, news: ChannelHandle, arrived: bool
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    if not arrived:
        await real(bot, news).get_partial_message(news.history()[-1].id).delete()
    await forget_the_end(bot)
    await world.olga.slash(world.channel, "announcements unfollow", channel=news)
    await swept(env)
    mend, _ = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    assert (await progress(bot.database, mend.id)).sent == int(arrived)
    assert ["Corrected on" in said for said in told(news)] == [True, True] * int(arrived)


@pytest.mark.parametrize("swept_before", [True, False])
async def test_undo_brings_back_what_was_being_tried_again(
    bot: Tiewatch, env: Env, world: World, news: ChannelHandle, swept_before: bool
) -> None:
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503, times=1)
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert told(news) == []
    ended = await world.olga.slash(world.channel, "announcements unfollow", channel=news)
    if swept_before:
        later(bot, minutes=1)
        await swept(env)
    await world.olga.click(message_of(ended), label="Undo")
    later(bot, minutes=1)
    await swept(env)
    assert len([said for said in told(news) if "Portland" in said]) == 1


async def test_a_correction_is_forgotten_with_its_message(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    mend, _ = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    for days, kept in ((399, 1), (401, 0)):
        async with bot.database.transaction() as conn:
            await deliveries.prune(conn, bot.clock() + timedelta(days=days))
        assert (await progress(bot.database, mend.id)).total == kept


@pytest.mark.parametrize("deleted", [True, False])
async def test_follow_again_needs_what_follow_needs(
    bot: Tiewatch, world: World, news: ChannelHandle, deleted: bool
) -> None:
    ended = await world.olga.slash(world.channel, "announcements unfollow", channel=news)
    found = real(bot, news)
    if deleted:
        await found.delete()
    else:
        await found.set_permissions(found.guild.me, send_messages=False)
    said = (await world.olga.click(message_of(ended), label="Undo")).followups[-1]
    assert ("I cannot see that channel" if deleted else "**Send Messages**: In the channel's settings") in texts(said)
    assert await subscriptions.of_guild(bot.database, found.guild.id) == ()


@pytest.mark.expects_errors
@pytest.mark.parametrize("moment", ["state = 'sending'", "state = 'sent'"])
async def test_a_fault_of_the_database_fails_no_message(
    bot: Tiewatch, env: Env, news: ChannelHandle, moment: str
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await refuse(bot.database, f"NEW.{moment}")
    await swept(env)
    assert (await progress(bot.database, item.id)).failed == 0
    async with bot.database.transaction() as conn:
        await conn.execute("DROP TRIGGER refuse")
    await swept(env)
    assert (await progress(bot.database, item.id)).sent == 1
    assert len(told(news)) == 1


async def refuse(database: Database, when: str) -> None:
    """Let the database refuse to write such rows, with an error that is none of the file or the disk."""
    async with database.transaction() as conn:
        await conn.execute(
            f"CREATE TRIGGER refuse BEFORE UPDATE ON delivery WHEN {when} BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
