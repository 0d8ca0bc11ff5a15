"""What a newer dataset changed is put before the editors, who announce it or skip it."""

from __future__ import annotations

import json
from dataclasses import replace

from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.codec import to_plain
from db.record.standings import Standing
from db.store.audit import entries_about
from db.store.dataset_changes import pending_changes, read_change
from db.store.editing_models import ChangeKind, ChangeState, DatasetChange
from preview import World
from tests.behaviour.dataset_steps import NEW_ACT, Updated, Version, following, newest
from tests.behaviour.editing_steps import JUNEAU, TIE, act_of, set_up
from tests.world import NOW, labels, last, message_of, selects, texts, waits_not

KEPT = f"{TIE}.20220404.kept"
MOVED = DatasetChange(0, NOW, TIE, KEPT, ChangeKind.STANDING, Standing.UNCONFIRMED, Standing.ACTIVE, None, None)


async def test_a_newer_dataset_announces_nothing_until_an_editor_does(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    bot = await updated(data=version(NEW_ACT))
    assert bot.register.status(TIE).standing is Standing.SUSPENDED
    assert len(news.history()) == 1
    card = channel.last_message
    assert card is not None
    assert "After: ◐ Suspended" in texts(card)
    assert "If announced, it goes to 1 channel." in texts(card)
    done = await ed.click(card, label="Announce")
    assert f"Announced by <@{ed.id}> to 1 channel." in texts(done)
    assert "The assembly voted to suspend the tie." in texts(news.history()[-1])
    await updated(data=version(NEW_ACT))
    assert len(news.history()) == 2


async def test_a_standing_that_moved_is_a_card_in_the_review_channel_once(
    world: World, channel: ChannelHandle, updated: Updated
) -> None:
    await set_up(world)
    await updated(MOVED)
    card = channel.last_message
    assert card is not None
    said = texts(card)
    assert "The dataset changed how a tie stands" in said
    assert JUNEAU in said
    assert "Before: ? Unconfirmed" in said
    assert "After: ● Active" in said
    assert "Voted down the resolution to suspend" in said
    assert "Nothing is sent before an editor decides" in said
    assert labels(card)[:2] == ["Announce", "Skip"]
    await updated()
    assert [texts(message) for message in channel.history()].count(said) == 1


async def test_what_was_skipped_can_be_announced_afterwards_once(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await following(world, env)
    await updated(data=version(NEW_ACT))
    skipped = await ed.click(newest(channel), label="Skip")
    assert labels(skipped) == ["Announce after all"]
    done = await ed.click(message_of(skipped), label="Announce after all")
    assert f"Announced by <@{ed.id}> to 1 channel." in texts(done)
    assert labels(done) == []
    assert "The assembly voted to suspend the tie." in texts(news.history()[-1])
    assert len(news.history()) == 2


async def test_a_change_from_before_the_setup_is_shown_when_the_channel_is_chosen(
    world: World, channel: ChannelHandle, updated: Updated
) -> None:
    await updated(MOVED)
    assert not channel.history()
    await set_up(world)
    assert "The dataset changed how a tie stands" in texts(channel.history()[-1])


async def test_the_first_decision_wins_and_a_late_press_is_told_whose_it_was(
    world: World, ed: MemberActor, eve: MemberActor, channel: ChannelHandle, updated: Updated
) -> None:
    await set_up(world)
    bot = await updated(MOVED)
    card = channel.last_message
    assert card is not None
    copy = await eve.click(card, label="Look again")
    assert f"Not announced: skipped by <@{ed.id}>" in texts(await ed.click(card, label="Skip"))
    late = await eve.click(message_of(copy), label="Announce")
    assert f"already skipped by <@{ed.id}>" in texts(last(late))
    (change_id,) = [row["id"] for row in await bot.database.read("SELECT id FROM dataset_change")]
    change = await read_change(bot.database, change_id)
    assert change is not None
    assert change.state is ChangeState.SKIPPED
    (entry,) = await entries_about(bot.database, TIE)
    assert (entry.who, entry.did) == (ed.id, "skipped a change by the dataset")
    assert await bot.database.read("SELECT 1 FROM announcement") == []


async def test_an_announced_change_says_to_whom_it_went(
    world: World, ed: MemberActor, channel: ChannelHandle, updated: Updated
) -> None:
    await set_up(world)
    bot = await updated(MOVED)
    card = channel.last_message
    assert card is not None
    done = await ed.click(card, label="Announce")
    assert f"Decided by <@{ed.id}>. No message was sent: no channel hears of this at once" in texts(done)
    (row,) = await bot.database.read("SELECT kind, act, before, after FROM announcement")
    assert tuple(row) == ("change", KEPT, "unconfirmed", "active")


async def test_only_editors_decide(
    world: World, vera: MemberActor, olga: MemberActor, channel: ChannelHandle, updated: Updated
) -> None:
    await set_up(world)
    bot = await updated(MOVED)
    card = channel.last_message
    assert card is not None
    for who in (vera, olga):
        for label in ("Announce", "Skip", "Look again"):
            assert "Only editors can do this" in texts(last(await who.click(card, label=label)))
    assert len(await pending_changes(bot.database)) == 1


async def test_an_editors_act_that_the_dataset_overrode_shows_both_versions(
    world: World, ed: MemberActor, channel: ChannelHandle, updated: Updated, bot: Tiewatch
) -> None:
    await set_up(world)
    after = act_of(bot, KEPT)
    before = replace(after, actor="The *Assembly*", vote=None)
    was, now = (json.dumps(to_plain(act)) for act in (before, after))
    await updated(DatasetChange(0, NOW, TIE, KEPT, ChangeKind.ACT, Standing.ACTIVE, Standing.ACTIVE, was, now))
    card = channel.last_message
    assert card is not None
    said = texts(card)
    assert "The dataset changed an act that an editor had written" in said
    assert r"**Actor**: The \*Assembly\* → Juneau Assembly" in said
    assert "**Vote**: nothing → 5–4 against suspending" in said
    assert "No standing moved, so there is nothing to announce" in said
    assert labels(card)[0] == "Seen"
    await ed.click(card, label="Seen")
    assert waits_not(await ed.slash(channel, "queue"), "Changes by the dataset")


async def test_the_queue_leads_to_a_change(
    world: World, ed: MemberActor, channel: ChannelHandle, updated: Updated
) -> None:
    await set_up(world)
    await updated(MOVED)
    listed = await ed.slash(channel, "queue")
    assert "**Changes by the dataset**: 1 change" in texts(listed)
    (select,) = selects(listed)
    opened = await ed.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)
    assert "Announce" in labels(opened)
    await ed.click(message_of(opened), label="Skip")
    assert waits_not(await ed.slash(channel, "queue"), "Changes by the dataset")
