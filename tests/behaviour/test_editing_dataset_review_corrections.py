"""What the dataset changes, withdraws or puts right after it was announced, and what nobody was told of."""

from __future__ import annotations

from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from db.record.standings import Standing
from db.store.announcements import last_about
from db.store.dataset_changes import pending_changes
from preview import World
from tests.behaviour.announcements_steps import allow, swept, told
from tests.behaviour.dataset_steps import LATER, NEW_ACT, RIGHT, SAYS, Updated, Version, announced, held_back, newest
from tests.behaviour.editing_steps import SUSPENDED, TIE, act_of, correct_vote, enter, set_up, withdraw
from tests.world import labels, texts

KEPT = f"{TIE}.20220404.kept"


async def test_an_announced_act_that_the_dataset_words_otherwise_is_mended_where_it_was_said_if_an_editor_wants(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    right = version(NEW_ACT.replace(SAYS, 'summary = "Voted to suspend the tie for a year."\n'))
    await updated(data=right)
    card = channel.last_message
    assert card is not None
    said = texts(card)
    assert "The dataset changed an act that was announced" in said
    assert "**Summary**: Voted to suspend the tie. → Voted to suspend the tie for a year." in said
    assert "A correction goes to the messages that carried the error: 1 channel." in said
    assert labels(card)[:2] == ["Correct what was announced", "Skip"]
    assert len(news.history()) == 2
    done = await ed.click(card, label="Correct what was announced")
    assert f"Mended by <@{ed.id}> where it was said: 1 channel." in texts(done)
    first, reply = news.history()[-2:]
    assert "This message got this act wrong." in texts(first)
    assert "The message above got this act wrong." in texts(reply)
    for message in (first, reply):
        assert "The assembly voted to suspend the tie for a year." in texts(message)


async def test_an_act_that_the_dataset_tells_in_other_words_shows_them(
    world: World, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    await announced(world, env, updated, version)
    said = "On 20 November 2026 Juneau suspended its own support."
    told = f'said = "{said}"\ndate_basis = "inferred"\ndate_note = "The minutes are undated."\n'
    await updated(data=version(NEW_ACT.replace(SAYS, f"{SAYS}{told}")))
    card = texts(newest(channel))
    assert f"**Told in its own words**: nothing → {said}" in card
    assert "**How sure the date is**: A page gives it → Worked out from other pages" in card
    assert "**Note on the date**: nothing → The minutes are undated." in card


async def test_a_correction_by_the_dataset_has_not_the_reason_of_an_earlier_one(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    await updated(data=version(NEW_ACT + RIGHT))
    await ed.click(newest(channel), label="Correct what was announced")
    assert "Reason: " in texts(news.history()[-1])
    reworded = RIGHT.replace('summary = "', 'summary = "As the minutes have it: ')
    assert reworded != RIGHT
    await updated(data=version(NEW_ACT + reworded))
    await ed.click(newest(channel), label="Correct what was announced")
    first, earlier, reply = (texts(message) for message in news.history()[-3:])
    assert "Reason" not in reply
    assert "Reason" not in earlier
    assert first.count("Reason given then: ") == 1
    assert "Reason: " not in first
    assert "**The entry that replaced it has been put right since.**" in first
    assert "wrong too" not in first


async def test_an_announced_act_that_the_dataset_withdraws_is_withdrawn_where_it_was_said(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    gone = version(NEW_ACT.replace(SAYS, f'{SAYS}retracted = "It was another Juneau."\n'))
    await updated(data=gone)
    card = channel.last_message
    assert card is not None
    assert labels(card)[:2] == ["Correct what was announced", "Skip"]
    await ed.click(card, label="Correct what was announced")
    for message in news.history()[-2:]:
        assert "Withdrawn on " in texts(message)
        assert "Reason: It was another Juneau." in texts(message)


async def test_what_an_editor_mended_meanwhile_is_not_mended_again(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    await updated(data=version(NEW_ACT.replace(SAYS, 'summary = "Voted to pause."\n')))
    card = channel.last_message
    assert card is not None
    await withdraw(ed, world.eve, channel, "It was another Juneau.", "and announce")
    before = len(news.history())
    refused = await ed.click(card, label="Correct what was announced")
    assert "withdrawn, corrected or mended meanwhile" in texts(refused.followups[-1])
    assert len(news.history()) == before
    assert "Not mended: skipped by" in texts(await ed.click(card, label="Skip"))


async def test_a_change_whose_act_was_withdrawn_meanwhile_is_not_announced(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    bot = await updated(data=version(NEW_ACT))
    card = channel.last_message
    assert card is not None
    await withdraw(ed, world.eve, channel, "It was another Juneau.")
    refused = await ed.click(card, label="Announce")
    assert "so nothing was announced" in texts(refused.followups[-1])
    assert len(news.history()) == 1
    assert len(await pending_changes(bot.database)) == 1
    assert "Not announced: skipped by" in texts(await ed.click(card, label="Skip"))


async def test_an_announced_act_that_the_dataset_replaces_is_mended_where_it_was_said(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    bot = await updated(data=version(NEW_ACT + RIGHT))
    assert bot.register.status(TIE).basis == act_of(bot, f"{SUSPENDED}-2")
    card = channel.last_message
    assert card is not None
    assert "The dataset changed an act that was announced" in texts(card)
    assert "**Summary**: Voted to suspend the tie. → Voted to suspend the tie for a year." in texts(card)
    assert len(await pending_changes(bot.database)) == 1
    done = await ed.click(card, label="Correct what was announced")
    assert f"Mended by <@{ed.id}> where it was said: 1 channel." in texts(done)
    first, reply = news.history()[-2:]
    assert "This message said: “The assembly voted to suspend the tie.” That was wrong." in texts(first)
    for message in (first, reply):
        assert "Reason: It is for a year." in texts(message)
        assert "The assembly voted to suspend the tie for a year." in texts(message)


async def test_a_dataset_that_mends_an_announced_act_and_brings_news_asks_about_each_on_a_card_of_its_own(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    before = len(channel.history())
    right = version(NEW_ACT + RIGHT + LATER)
    bot = await updated(data=right)
    wrong, newer = channel.history()[before:]
    assert "The dataset changed an act that was announced" in texts(wrong)
    assert "The dataset changed how a tie stands" in texts(newer)
    assert "**Changes by the dataset**: 2 changes" in texts(await ed.slash(channel, "queue"))
    await ed.click(newer, label="Announce")
    await ed.click(wrong, label="Correct what was announced")
    first, told, reply = news.history()[-3:]
    assert "The assembly voted to suspend the tie for a year." in texts(first)
    assert "The assembly voted to end the tie." in texts(told)
    assert "The message above said: “The assembly voted to suspend the tie.”" in texts(reply)
    assert reply.reference is not None
    assert reply.reference.message_id == first.id
    assert await pending_changes(bot.database) == ()
    await updated(data=right)
    assert len(news.history()) == 4


async def test_what_an_editor_corrected_and_the_dataset_withdraws_is_not_mended_again(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    await correct_vote(ed, channel, "and announce")
    told = [texts(message) for message in news.history()]
    bot = await updated(data=version(NEW_ACT.replace(SAYS, f'{SAYS}retracted = "No such vote."\n')))
    assert await pending_changes(bot.database) == ()
    assert [texts(message) for message in news.history()] == told
    assert bot.register.status(TIE).standing is Standing.SUSPENDED


async def test_what_an_editor_corrected_and_the_dataset_corrects_too_is_one_chain(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    await correct_vote(ed, channel, "and announce")
    other = RIGHT.replace(f"{SUSPENDED}-2", f"{TIE}.20261119.suspended").replace("2026-11-20", "2026-11-19")
    await updated(data=version(other + NEW_ACT))
    done = await ed.click(newest(channel), label="Correct what was announced")
    assert "Mended by" in texts(done)
    first = texts(news.history()[1])
    assert "What replaced it was wrong too" in first
    assert "The assembly voted to suspend the tie for a year." in first


async def test_what_the_dataset_replaces_before_it_could_be_sent_is_told_right(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await held_back(world, env, updated, version)
    running = await updated(data=version(NEW_ACT + RIGHT))
    await allow(running, news, send_messages=None)
    await swept(env)
    (said,) = told(news)
    assert "The assembly voted to suspend the tie for a year." in said
    assert "An error in this news was put right before it was sent here." in said
    await ed.click(newest(channel), label="Correct what was announced")
    await swept(env)
    assert told(news) == [said]


async def test_several_changes_of_one_act_are_mended_at_once_in_whatever_was_written_between(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await held_back(world, env, updated, version)
    running = await updated(data=version(NEW_ACT.replace(SAYS, 'summary = "For a year."\n')))
    first = newest(channel)
    await allow(running, news, send_messages=None)
    await swept(env)
    assert "For a year." in told(news)[0]
    await updated(data=version(NEW_ACT.replace(SAYS, 'summary = "For two years."\n')))
    await ed.click(first, label="Correct what was announced")
    await swept(env)
    assert "For two years." in told(news)[0]
    assert len(told(news)) == 2


async def test_a_correction_from_an_old_card_does_not_stand_for_how_the_tie_stands(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    reworded = NEW_ACT.replace(SAYS, 'summary = "For a year."\n')
    bot = await updated(data=version(reworded))
    old = newest(channel)
    resumed = await enter(ed, channel, kind="resumed", date="22 November 2026")
    await ed.click(resumed, label="Record and announce")
    await ed.click(old, label="Correct what was announced")
    await swept(env)
    last = await last_about(bot.database, TIE)
    assert last is not None
    assert (last.is_correction, last.after) == (True, Standing.ACTIVE)
    assert "For a year." in told(news)[0]
