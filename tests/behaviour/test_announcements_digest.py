"""The weekly digest: what it holds, when it comes, and what it does when something in it was wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.act_kinds import ActKind
from db.store.announcements import progress
from preview import World
from tests.behaviour.announcements_steps import (
    HOUR,
    JUNEAU,
    PORTLAND,
    SWEEP,
    TACOMA,
    decide,
    later,
    swept,
    told,
    withdraw,
)
from tests.world import message_of, texts

# The tests begin on a Saturday at noon.
TO_MONDAY = timedelta(days=2, hours=3) - timedelta(minutes=30)


@pytest.fixture
async def weekly(bot: Tiewatch, env: Env, world: World) -> ChannelHandle:
    """A channel that gets the digest of the West Coast in place of announcements."""
    made = env.guild.create_text_channel("weekly")
    await world.olga.slash(
        world.channel, "announcements follow", channel=made, digest="only", states="OR, WA", votes=False
    )
    return made


async def to_monday(bot: Tiewatch, env: Env) -> None:
    """Let time go on to the digest hour."""
    later(bot, seconds=TO_MONDAY.total_seconds())
    await env.advance_time(HOUR + SWEEP)


async def a_week_later(bot: Tiewatch, env: Env) -> None:
    """Let a week go by."""
    later(bot, days=7)
    await env.advance_time(HOUR + SWEEP)


async def test_it_tells_once_a_week_what_changed_where_it_was_asked_for(
    bot: Tiewatch, env: Env, weekly: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, TACOMA, ActKind.PROPOSED, vote=True)
    await decide(bot, JUNEAU, ActKind.ENDED)
    await swept(env)
    assert told(weekly) == []
    await to_monday(bot, env)
    (said,) = told(weekly)
    assert "The week to 30 November 2026" in said
    assert "Portland, Oregon – Khabarovsk: Suspended by The city council on 20 November 2026" in said
    assert "Tacoma" not in said
    assert "Juneau" not in said
    assert "Of 10 ties on record on 30 November 2026:" in said
    assert "[[1]](<http" in said
    await env.advance_time(HOUR)
    assert len(told(weekly)) == 1


async def test_what_is_newly_on_record_stands_apart_from_what_changed(
    bot: Tiewatch, env: Env, weekly: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, TACOMA, ActKind.SUSPENDED, date(2022, 3, 15))
    await to_monday(bot, env)
    (said,) = told(weekly)
    changed, newly = said.split("Newly on record: acts of an earlier time")
    assert "What changed" in changed
    assert "Portland" in changed
    assert "Tacoma" not in changed
    assert "Tacoma, Washington" in newly


async def test_a_week_without_anything_is_passed_over(bot: Tiewatch, env: Env, weekly: ChannelHandle) -> None:
    await to_monday(bot, env)
    await a_week_later(bot, env)
    assert told(weekly) == []
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await a_week_later(bot, env)
    await a_week_later(bot, env)
    assert len(told(weekly)) == 1


async def test_a_word_that_became_stale_is_told_once(bot: Tiewatch, env: Env, weekly: ChannelHandle) -> None:
    await decide(bot, PORTLAND, ActKind.KEPT, date(2025, 6, 5))
    await to_monday(bot, env)
    assert len(told(weekly)) == 1
    assert "No newer word for 18 months" in told(weekly)[0]
    assert "Portland, Oregon – Khabarovsk: the newest word is from 5 June 2025." in told(weekly)[0]
    await a_week_later(bot, env)
    assert len(told(weekly)) == 1


async def test_weeks_away_come_as_one_digest(bot: Tiewatch, env: Env, world: World, weekly: ChannelHandle) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await bot.close()
    fresh = await Tiewatch.open(bot.settings, lambda: env.now() + timedelta(days=30))
    try:
        await env.restart_bot(fresh)
        await env.advance_time(SWEEP)
        (said,) = told(weekly)
        assert "Portland" in said
    finally:
        await fresh.close()


async def test_it_may_come_besides_the_announcements(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle
) -> None:
    both = env.guild.create_text_channel("both")
    await olga.slash(channel, "announcements follow", channel=both, digest="also")
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await to_monday(bot, env)
    change, digest = told(both)
    assert "Changed: suspended" in change
    assert "What changed" in digest


async def test_an_error_in_it_is_put_right_in_it(
    bot: Tiewatch, env: Env, vera: MemberActor, weekly: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, TACOMA, ActKind.ENDED)
    await to_monday(bot, env)
    _, reached = await decide(bot, PORTLAND, ActKind.DORMANT, instead_of=item)
    assert reached.channels == 1
    await swept(env)
    digest, reply = told(weekly)
    assert (
        "This was wrong, and was corrected on 30 November 2026. The record now says: Reported without contact" in digest
    )
    assert "Tacoma, Washington – Vladivostok: Ended by" in digest
    assert "The message above said: “Suspended by" in reply
    now = await vera.click(weekly.history()[1], label="How they stand now")
    assert "◇ Portland, Oregon – Khabarovsk: Dormant" in texts(message_of(now))
    assert "○ Tacoma, Washington – Vladivostok: Ended" in texts(message_of(now))


async def test_a_first_digest_tells_only_what_is_right_of_what_was_corrected_before_it(
    bot: Tiewatch, env: Env, weekly: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await decide(bot, PORTLAND, ActKind.DORMANT, instead_of=item)
    mend, _ = await decide(bot, TACOMA, ActKind.SUSPENDED)
    await to_monday(bot, env)
    (said,) = told(weekly)
    assert "Portland, Oregon – Khabarovsk: Reported without contact by The city council" in said
    assert "wrong" not in said
    assert said.count("Suspended by") == 1
    await decide(bot, TACOMA, ActKind.ENDED, instead_of=mend)
    await swept(env)
    digest, _ = told(weekly)
    assert "Portland, Oregon – Khabarovsk: Reported without contact by The city council" in digest
    assert digest.count("was corrected on") == 1
    assert said.splitlines()[-1:] == digest.splitlines()[-1:]


async def test_several_errors_in_one_are_each_put_right_and_answered(
    bot: Tiewatch, env: Env, weekly: ChannelHandle
) -> None:
    portland, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    tacoma, _ = await decide(bot, TACOMA, ActKind.ENDED)
    await to_monday(bot, env)
    for wrong in (tacoma, portland):
        undone, _ = await withdraw(bot, wrong)
        await swept(env)
        assert (await progress(bot.database, undone.id)).sent == 1
    digest, first, second = told(weekly)
    assert digest.count("This was withdrawn on 30 November 2026. Reason: It never happened.") == 2
    assert "The message above said: “Ended by" in first
    assert "The message above said: “Suspended by" in second


async def test_a_clock_that_ran_ahead_neither_silences_nor_repeats_it(
    bot: Tiewatch, env: Env, weekly: ChannelHandle
) -> None:
    right = bot.clock
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    later(bot, days=400)
    await env.advance_time(HOUR + SWEEP)
    assert len(told(weekly)) == 1
    bot.clock = right
    await env.advance_time(HOUR + SWEEP)
    assert len(told(weekly)) == 1
    await decide(bot, TACOMA, ActKind.ENDED)
    await to_monday(bot, env)
    assert len(told(weekly)) == 2


async def test_a_digest_that_undo_brings_back_does_not_tell_of_the_time_without_it(
    bot: Tiewatch, env: Env, world: World, weekly: ChannelHandle
) -> None:
    off = await world.olga.slash(world.channel, "announcements edit", channel=weekly, digest="off")
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await a_week_later(bot, env)
    await world.olga.click(message_of(off), label="Undo")
    await a_week_later(bot, env)
    (change,) = told(weekly)
    assert "Changed: suspended" in change
    await decide(bot, TACOMA, ActKind.ENDED)
    await a_week_later(bot, env)
    digest = told(weekly)[1]
    assert "Tacoma" in digest
    assert "Portland" not in digest


async def test_what_was_withdrawn_before_it_could_be_told_is_not_told(
    bot: Tiewatch, env: Env, weekly: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await withdraw(bot, item)
    await to_monday(bot, env)
    assert told(weekly) == []
    item, _ = await decide(bot, PORTLAND, ActKind.ENDED)
    await withdraw(bot, item)
    await decide(bot, TACOMA, ActKind.ENDED)
    await a_week_later(bot, env)
    (said,) = told(weekly)
    assert "Tacoma" in said
    assert "Portland" not in said


async def test_what_it_never_told_is_not_in_it_when_it_is_rewritten(
    bot: Tiewatch, env: Env, weekly: ChannelHandle
) -> None:
    portland, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await withdraw(bot, portland)
    tacoma, _ = await decide(bot, TACOMA, ActKind.ENDED)
    await to_monday(bot, env)
    await decide(bot, TACOMA, ActKind.SUSPENDED, instead_of=tacoma)
    await swept(env)
    digest, _ = told(weekly)
    assert "This was wrong, and was corrected on" in digest
    assert "Portland" not in digest


async def test_a_withdrawal_that_is_news_stands_in_it(
    bot: Tiewatch, env: Env, world: World, weekly: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED, announced=False)
    await withdraw(bot, item, as_news=True)
    await to_monday(bot, env)
    (said,) = told(weekly)
    gone = "withdrawn from the record: “Suspended by The city council on 20 November 2026.” Reason: It never happened."
    assert f"● Active: Portland, Oregon – Khabarovsk, {gone}" in said


@pytest.mark.parametrize("by", ["edit", "undo"])
async def test_a_digest_that_ends_tells_first_what_it_had_gathered(
    bot: Tiewatch, env: Env, olga: MemberActor, channel: ChannelHandle, by: str
) -> None:
    made = env.guild.create_text_channel("weekly")
    await olga.slash(channel, "announcements follow", channel=made)
    card = message_of(await olga.slash(channel, "announcements edit", channel=made, digest="only"))
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert told(made) == []
    if by == "undo":
        await olga.click(card, label="Undo")
    else:
        await olga.slash(channel, "announcements edit", channel=made, digest="off")
    await swept(env)
    (said,) = told(made)
    assert "Portland, Oregon – Khabarovsk: Suspended by" in said
    await to_monday(bot, env)
    assert told(made) == [said]


async def test_each_channel_hears_of_its_own_states_and_weeks(
    bot: Tiewatch, env: Env, world: World, weekly: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.KEPT, date(2025, 6, 5))
    made = {}
    for name, states in (("oregon", "OR"), ("alaska", "AK")):
        made[name] = env.guild.create_text_channel(name)
        await world.olga.slash(world.channel, "announcements follow", channel=made[name], states=states, digest="only")
    await decide(bot, JUNEAU, ActKind.ENDED)
    await to_monday(bot, env)
    (oregon,), (alaska,), (coast,) = told(made["oregon"]), told(made["alaska"]), told(weekly)
    assert "newest word is from 5 June 2025" in oregon
    assert "newest word is from 5 June 2025" in coast
    assert "newest word" not in alaska
    assert "Of 10 ties on record on 30 November 2026:" in coast
    assert "Of 10 ties on record on 30 November 2026:" not in oregon
    assert "Juneau" in alaska
    assert "Juneau" not in oregon


async def test_a_sample_shows_what_a_digest_of_the_channel_looks_like(
    bot: Tiewatch, env: Env, world: World, weekly: ChannelHandle
) -> None:
    card = message_of(await world.olga.slash(world.channel, "announcements edit", channel=weekly, digest="also"))
    shown = await world.olga.click(card, label="Sample digest")
    said = texts(shown)
    assert shown.ephemeral
    assert "A sample: the week to 28 November 2026" in said
    assert "This is a sample, made of older changes on record. None of it is new." in said
    assert "Portland, Oregon" in said or "Eugene, Oregon" in said
    assert "Chicago" not in said
    assert "Of 10 ties on record on 28 November 2026:" in said
    assert told(weekly) == []


async def test_a_sample_says_where_nothing_on_record_fits(bot: Tiewatch, world: World, channel: ChannelHandle) -> None:
    card = message_of(
        await world.olga.slash(
            channel, "announcements follow", channel=channel, digest="also", states="Nevada", votes=False
        )
    )
    said = texts(await world.olga.click(card, label="Sample digest"))
    assert "Nothing on record so far would have been told to this channel." in said
