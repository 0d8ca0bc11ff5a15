"""Following and watching while another process writes to the database: answered at once, and kindly in the end."""

from __future__ import annotations

from typing import Any

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.store import subscriptions, watches
from tests.behaviour.database_lock_steps import TOLD, answered_first, locked
from tests.world import labels, message_of, texts

pytestmark = pytest.mark.expects_errors


def told_kindly(env: Env, result: Any) -> bool:
    """Whether Discord was answered before the database was, and the person then told to try again."""
    said = result.followups[-1] if result.followups else message_of(result)
    return answered_first(env) and TOLD in texts(said)


async def test_a_watch_begun_while_the_database_is_locked(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "status", place="Portland, Oregon"))
    async with locked(bot):
        assert told_kindly(env, await vera.click(card, label="Watch"))
    watch = message_of(await vera.click(card, label="Watch"))
    async with locked(bot):
        assert told_kindly(env, await vera.click(watch, label="Stop watching"))
    assert len(await watches.of_user(bot.database, vera.id)) == 1


async def test_a_channel_changed_while_the_database_is_locked(
    env: Env, bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    async with locked(bot):
        assert told_kindly(env, await olga.slash(channel, "announcements unfollow", channel=news))
    ended = message_of(await olga.slash(channel, "announcements unfollow", channel=news))
    async with locked(bot):
        assert told_kindly(env, await olga.click(ended, label="Undo"))
    await olga.click(ended, label="Undo")
    found = await subscriptions.of_channel(bot.database, news.id)
    assert found is not None
    assert found.ended is None


async def test_a_form_sent_while_the_database_is_locked_is_given_back(
    env: Env, bot: Tiewatch, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    form = await olga.slash(channel, "announcements edit", channel=news)
    async with locked(bot):
        answer = await olga.submit_modal(
            form, {"states": "Oregon, Maine", "standings": "ended", "votes": ["yes"], "digest": ["off"]}
        )
        assert answered_first(env)
    kept = message_of(answer)
    assert TOLD in texts(kept)
    assert "Oregon, Maine" in texts(kept)
    assert "Open the form again" in labels(kept)
