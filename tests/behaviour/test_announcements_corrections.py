"""What turned out wrong is put right in every message that said it, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.act_kinds import ActKind
from db.store.announcement_models import Announcement
from db.store.announcements import progress
from db.store.subscription_models import Audience
from preview import World
from tests.behaviour.announcements_steps import (
    HOUR,
    PORTLAND,
    SWEEP,
    TACOMA,
    allow,
    decide,
    later,
    real,
    swept,
    told,
    withdraw,
)
from tests.world import message_of, texts


async def test_a_correction_rewrites_the_message_and_replies_once(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await olga.slash(channel, "announcements edit", channel=news, states="ME")
    mend, reached = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    assert (reached.channels, reached.watchers) == (1, 0)
    await swept(env)
    rewritten, reply = told(news)
    assert "Corrected on 28 November 2026." in rewritten
    assert "This message said: “Suspended by The city council on 20 November 2026.” That was wrong." in rewritten
    assert "**The record now says:** Ended by The city council on 20 November 2026" in rewritten
    assert "The message above said:" in reply
    assert "Reason: The minutes say otherwise." in reply
    answer = news.history()[-1]
    assert answer.reference is not None
    assert answer.reference.message_id == news.history()[-2].id
    assert (await progress(bot.database, mend.id)).sent == 1
    await swept(env)
    assert len(told(news)) == 2


async def test_a_correction_that_changes_a_standing_is_news_once_to_whoever_was_not_told(
    bot: Tiewatch, env: Env, olga: MemberActor, vera: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    heard = {}
    filters: dict[str, dict[str, Any]] = {
        "endings": {"standings": "ended"},
        "elsewhere": {"states": "ME"},
        "suspensions": {"standings": "dormant", "votes": False},
        "weekly": {"digest": "only", "standings": "ended"},
    }
    for name, options in filters.items():
        heard[name] = env.guild.create_text_channel(name)
        await olga.slash(channel, "announcements follow", channel=heard[name], **options)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    late = env.guild.create_text_channel("late")
    await olga.slash(channel, "announcements follow", channel=late)
    await vera.click(message_of(await vera.slash(channel, "status", place="Portland, Oregon")), label="Watch")
    mend, reached = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    assert reached == Audience(1, 0, as_news=Audience(2, 1))
    await swept(env)
    for said in (*told(heard["endings"]), *told(late), texts(vera.user.dm_channel.history()[0])):
        assert "○ Changed: ended" in said
        assert "It corrects an entry of the record that others were told of." in said
        assert "What was wrong: The minutes say otherwise." in said
        assert "On record before this: ◐ Suspended, not ended." in said
    assert len(told(heard["endings"])) == len(told(late)) == len(vera.user.dm_channel.history()) == 1
    assert told(heard["elsewhere"]) == told(heard["suspensions"]) == []
    assert len(told(news)) == 2
    later(bot, days=7)
    await env.advance_time(HOUR + SWEEP)
    (weekly,) = told(heard["weekly"])
    assert "Ended by The city council on 20 November 2026" in weekly
    assert (await progress(bot.database, mend.id)).sent == 4
    await decide(bot, PORTLAND, ActKind.KEPT, instead_of=mend)
    await swept(env)
    assert [len(told(place)) for place in (news, heard["endings"], late)] == [3, 2, 2]
    assert "Corrected on" in told(heard["endings"])[0]


async def test_a_digest_that_told_of_the_error_does_not_tell_of_its_correction_as_news(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    weekly = env.guild.create_text_channel("weekly")
    await olga.slash(channel, "announcements follow", channel=weekly, digest="only")
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    later(bot, days=7)
    await env.advance_time(HOUR + SWEEP)
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    later(bot, days=7)
    await env.advance_time(HOUR + SWEEP)
    digest, reply = told(weekly)
    assert "The week to" in digest
    assert "Corrected" in reply


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
    assert "The record now says:** Reported without contact" in rewritten
    assert "The record now says:** Reported without contact" in earlier
    assert "The last correction said: “Ended by" in newest


async def test_a_retraction_says_what_is_on_record_without_it(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await withdraw(bot, item)
    await swept(env)
    rewritten, reply = told(news)
    for said in (rewritten, reply):
        assert "Withdrawn on 28 November 2026." in said
        assert "Reason: It never happened." in said
        assert "**On record on 28 November 2026:** Active" in said


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


async def put_right_unsent(bot: Tiewatch, env: Env, news: ChannelHandle) -> Announcement:
    """The correction of news that could not be sent before, and then was sent as it is right."""
    await allow(bot, news, send_messages=False)
    wrong, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    right, _ = await decide(bot, PORTLAND, ActKind.ENDED, instead_of=wrong)
    await allow(bot, news, send_messages=None)
    await swept(env)
    (said,) = told(news)
    assert "An error in this news was put right before it was sent here." in said
    return right


async def test_what_was_put_right_before_it_was_sent_is_quoted_as_it_was_sent(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    right = await put_right_unsent(bot, env, news)
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


async def test_news_that_told_a_correction_is_itself_the_message_that_was_wrong(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await withdraw(bot, await put_right_unsent(bot, env, news))
    await swept(env)
    _, reply = told(news)
    assert "The message above said: “Ended by" in reply


async def test_a_wrong_correction_is_mended_though_the_message_it_answered_was_deleted(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    mend, _ = await decide(bot, PORTLAND, ActKind.DORMANT, instead_of=item)
    await swept(env)
    await real(bot, news).get_partial_message(news.history()[1].id).delete()
    undone, _ = await withdraw(bot, mend)
    await swept(env)
    reply, newest = told(news)
    assert "Withdrawn on" in reply
    assert "This message said: “Reported without contact by" in reply
    assert "The last correction said: “Reported without contact by" in newest
    assert (await progress(bot.database, undone.id)).sent == 1


async def test_what_is_mended_already_cannot_be_mended_beside_it(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await decide(bot, PORTLAND, ActKind.ENDED, instead_of=item)
    await swept(env)
    before = told(news)
    with pytest.raises(ValueError, match="is mended already"):
        await withdraw(bot, item)
    await swept(env)
    assert told(news) == before
