"""Threads and other servers' channels: what is special about them."""

from __future__ import annotations

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.act_kinds import ActKind
from db.store.announcements import progress
from tests.behaviour.announcements_steps import HOUR, PORTLAND, SWEEP, TACOMA, decide, real, swept, told


@pytest.fixture
async def thread(bot: Tiewatch, olga: MemberActor, channel: ChannelHandle) -> ChannelHandle:
    """A thread that follows everything."""
    made = await real(bot, channel).create_thread(name="Ties", type=discord.ChannelType.public_thread)
    handle = next(item for item in channel.threads if item.id == made.id)
    await olga.slash(channel, "announcements follow", channel=handle)
    return handle


def thread_of(bot: Tiewatch, handle: ChannelHandle) -> discord.Thread:
    """The thread as discord.py has it."""
    found = bot.get_channel(handle.id)
    assert isinstance(found, discord.Thread)
    return found


async def test_a_thread_that_went_to_sleep_still_hears_and_is_corrected(
    bot: Tiewatch, env: Env, thread: ChannelHandle
) -> None:
    await thread_of(bot, thread).edit(archived=True)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert len(told(thread)) == 1
    env.inject_error("PATCH", f"/channels/{thread.id}/messages/*", status=400, code=50083)
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    rewritten, reply = told(thread)
    assert "Corrected on" in rewritten
    assert "The message above said" in reply
    woken = [
        request
        for request in env.http_requests
        if request.method == "PATCH" and request.path == f"/channels/{thread.id}"
    ]
    assert woken[-1].json == {"archived": False}


async def test_a_locked_thread_waits_until_it_is_unlocked(bot: Tiewatch, env: Env, thread: ChannelHandle) -> None:
    await thread_of(bot, thread).edit(locked=True)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert (await progress(bot.database, item.id)).paused == 1
    assert told(thread) == []
    await thread_of(bot, thread).edit(locked=False)
    await env.advance_time(HOUR + SWEEP)
    assert len(told(thread)) == 1


async def test_a_deleted_thread_ends_its_subscription(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, thread: ChannelHandle
) -> None:
    await thread_of(bot, thread).delete()
    await swept(env)
    _, reached = await decide(bot, TACOMA, ActKind.ENDED)
    assert reached.channels == 0


async def test_a_reply_to_an_announcement_asks_about_its_tie(
    bot: Tiewatch, env: Env, olga: MemberActor, news: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    said = news.history()[-1]
    await olga.send(news, f"<@{bot.user.id}> and what did they do before that?", reply_to=said)  # type: ignore[union-attr]
    assert "Portland, Oregon" in told(news)[-1]
    await olga.send(news, f"<@{bot.user.id}> source?", reply_to=said)  # type: ignore[union-attr]
    assert "sources:" in told(news)[-1]
