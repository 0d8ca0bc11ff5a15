"""What a newer dataset changed is put before the editors, who announce it or skip it."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.common.settings import Settings
from db.audit import entries_about
from db.dataset import DATA
from db.dataset_changes import ChangeKind, ChangeState, DatasetChange, add_change, pending_changes, read_change
from db.models import Standing
from db.plain import to_plain
from preview import World
from tests.behaviour.announcing import allow, swept, told
from tests.behaviour.record_steps import JUNEAU, SUSPENDED, TIE, act_fields, act_of, set_up, withdraw
from tests.world import NOW, labels, message_of, selects, texts

KEPT = f"{TIE}.20220404.kept"
MOVED = DatasetChange(0, NOW, TIE, KEPT, ChangeKind.STANDING, Standing.UNCONFIRMED, Standing.ACTIVE, None, None)
NEW_ACT = """
[[tie.act]]
id = "juneau-ak--vladivostok.20261120.suspended"
date = "2026-11-20"
kind = "suspended"
actor = "Juneau Assembly"
authority = "council"
summary = "Voted to suspend the tie."
sources = ["ktoo-20220406"]
confidence = "high"
"""
Updated = Callable[..., Awaitable[Tiewatch]]


@pytest.fixture
async def updated(bot: Tiewatch, world: World, env: Env, settings: Settings) -> AsyncIterator[Updated]:
    """Start the bot anew after the dataset brought these changes."""
    running = [bot]

    async def again(*changes: DatasetChange, data: Path = DATA) -> Tiewatch:
        async with running[-1].database.transaction() as conn:
            for change in changes:
                await add_change(conn, change)
        await running[-1].close()
        running.append(await Tiewatch.open(settings, env.now, data))
        await env.restart_bot(running[-1])
        return running[-1]

    yield again
    await running[-1].close()


@pytest.fixture
def newer_data(tmp_path: Path) -> Path:
    """The dataset of a newer version, in which Juneau has suspended its tie."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    file = folder / "ties" / "AK.toml"
    kept = 'vote = "5–4 against suspending"\n'
    before, after = file.read_text(encoding="utf-8").split(kept)
    file.write_text(f"{before}{kept}{NEW_ACT}{after}", encoding="utf-8")
    return folder


async def test_a_newer_dataset_announces_nothing_until_an_editor_does(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path
) -> None:
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    bot = await updated(data=newer_data)
    assert bot.register.status(TIE).standing is Standing.SUSPENDED
    assert len(news.history()) == 1
    card = channel.last_message
    assert card is not None
    assert "After: ◐ Suspended" in texts(card)
    assert "If announced, it goes to 1 channel." in texts(card)
    done = await ed.click(card, label="Announce")
    assert f"Announced by <@{ed.id}> to 1 channel." in texts(done)
    assert "Voted to suspend the tie." in texts(news.history()[-1])
    await updated(data=newer_data)
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
    assert f"already skipped by <@{ed.id}>" in texts(late)
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
            assert "Only editors can do this" in texts(await who.click(card, label=label))
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
    assert "**Changes by the dataset**: nothing" in texts(await ed.slash(channel, "queue"))


async def test_the_queue_leads_to_a_change(
    world: World, ed: MemberActor, channel: ChannelHandle, updated: Updated
) -> None:
    await set_up(world)
    await updated(MOVED)
    listed = await ed.slash(channel, "queue")
    assert "**Changes by the dataset**: 1 thing" in texts(listed)
    (select,) = selects(listed)
    opened = await ed.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)
    assert "Announce" in labels(opened)
    await ed.click(message_of(opened), label="Skip")
    assert "**Changes by the dataset**: nothing" in texts(await ed.slash(channel, "queue"))


def with_act(data: Path, tmp_path: Path, name: str, old: str, new: str) -> Path:
    """A still newer dataset, in which the text of the act differs."""
    folder = tmp_path / name
    shutil.copytree(data, folder)
    file = folder / "ties" / "AK.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return folder


async def announced(world: World, env: Env, updated: Updated, data: Path) -> ChannelHandle:
    """A channel that follows, in which Juneau's suspension by a newer dataset was announced."""
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(world.channel, "announcements follow", channel=news)
    await updated(data=data)
    card = world.channel.last_message
    assert card is not None
    await world.ed.click(card, label="Announce")
    assert "Voted to suspend the tie." in texts(news.history()[-1])
    return news


SAYS = 'summary = "Voted to suspend the tie."\n'


async def test_an_announced_act_that_the_dataset_words_otherwise_is_mended_where_it_was_said_if_an_editor_wants(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    right = with_act(newer_data, tmp_path, "right", SAYS, 'summary = "Voted to suspend the tie for a year."\n')
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
    assert "This message told of this act wrongly." in texts(first)
    assert "The message above told of this act wrongly." in texts(reply)
    for message in (first, reply):
        assert "Voted to suspend the tie for a year." in texts(message)


async def test_an_announced_act_that_the_dataset_withdraws_is_withdrawn_where_it_was_said(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    gone = with_act(newer_data, tmp_path, "gone", SAYS, f'{SAYS}retracted = "It was another Juneau."\n')
    await updated(data=gone)
    card = channel.last_message
    assert card is not None
    assert labels(card)[:2] == ["Correct what was announced", "Skip"]
    await ed.click(card, label="Correct what was announced")
    for message in news.history()[-2:]:
        assert "Withdrawn on " in texts(message)
        assert "Reason: It was another Juneau." in texts(message)


async def test_what_an_editor_mended_meanwhile_is_not_mended_again(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    await updated(data=with_act(newer_data, tmp_path, "right", SAYS, 'summary = "Voted to pause."\n'))
    card = channel.last_message
    assert card is not None
    await withdraw(ed, world.eve, channel, "It was another Juneau.", "and announce")
    before = len(news.history())
    refused = await ed.click(card, label="Correct what was announced")
    assert "withdrawn, corrected or mended meanwhile" in texts(refused.followups[-1])
    assert len(news.history()) == before
    assert "Not mended: skipped by" in texts(await ed.click(card, label="Skip"))


async def test_a_change_whose_act_was_withdrawn_meanwhile_is_not_announced(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path
) -> None:
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    bot = await updated(data=newer_data)
    card = channel.last_message
    assert card is not None
    await withdraw(ed, world.eve, channel, "It was another Juneau.")
    refused = await ed.click(card, label="Announce")
    assert "so nothing was announced" in texts(refused.followups[-1])
    assert len(news.history()) == 1
    assert len(await pending_changes(bot.database)) == 1
    assert "Not announced: skipped by" in texts(await ed.click(card, label="Skip"))


RIGHT = f"""
[[tie.act]]
id = "{SUSPENDED}-2"
date = "2026-11-20"
kind = "suspended"
actor = "Juneau Assembly"
authority = "council"
summary = "Voted to suspend the tie for a year."
sources = ["ktoo-20220406"]
confidence = "high"
replaces = "{SUSPENDED}"
replaces_why = "It is for a year."
"""
LATER = """
[[tie.act]]
id = "juneau-ak--vladivostok.20261122.ended"
date = "2026-11-22"
kind = "ended"
actor = "Juneau Assembly"
authority = "council"
summary = "Voted to end the tie."
sources = ["ktoo-20220406"]
confidence = "high"
"""


async def test_an_announced_act_that_the_dataset_replaces_is_mended_where_it_was_said(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    bot = await updated(data=with_act(newer_data, tmp_path, "right", NEW_ACT, NEW_ACT + RIGHT))
    assert bot.register.status(TIE).basis == act_of(bot, f"{SUSPENDED}-2")
    card = channel.last_message
    assert card is not None
    assert "The dataset changed an act that was announced" in texts(card)
    assert "**Summary**: Voted to suspend the tie. → Voted to suspend the tie for a year." in texts(card)
    assert len(await pending_changes(bot.database)) == 1
    done = await ed.click(card, label="Correct what was announced")
    assert f"Mended by <@{ed.id}> where it was said: 1 channel." in texts(done)
    first, reply = news.history()[-2:]
    assert "This message said: “Voted to suspend the tie.” That was wrong." in texts(first)
    for message in (first, reply):
        assert "Reason: It is for a year." in texts(message)
        assert "Voted to suspend the tie for a year." in texts(message)


async def test_a_dataset_that_mends_an_announced_act_and_brings_news_asks_about_each_on_a_card_of_its_own(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    before = len(channel.history())
    bot = await updated(data=with_act(newer_data, tmp_path, "right", NEW_ACT, NEW_ACT + RIGHT + LATER))
    wrong, newer = channel.history()[before:]
    assert "The dataset changed an act that was announced" in texts(wrong)
    assert "The dataset changed how a tie stands" in texts(newer)
    assert "**Changes by the dataset**: 2 things" in texts(await ed.slash(channel, "queue"))
    await ed.click(newer, label="Announce")
    await ed.click(wrong, label="Correct what was announced")
    first, told, reply = news.history()[-3:]
    assert "Voted to suspend the tie for a year." in texts(first)
    assert "Voted to end the tie." in texts(told)
    assert "The message above said: “Voted to suspend the tie.”" in texts(reply)
    assert reply.reference is not None
    assert reply.reference.message_id == first.id
    assert await pending_changes(bot.database) == ()
    await updated(data=tmp_path / "right")
    assert len(news.history()) == 4


async def test_what_an_editor_corrected_and_the_dataset_withdraws_is_not_mended_again(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    form = await ed.slash(channel, "record correct", place=JUNEAU, act=SUSPENDED, why="It was a vote of 8 to 1.")
    card = message_of(await ed.submit_modal(form, act_fields(vote="8–1")))
    await ed.click(card, label=next(label for label in labels(card) if label.startswith("Correct and")))
    told = [texts(message) for message in news.history()]
    bot = await updated(data=with_act(newer_data, tmp_path, "gone", SAYS, f'{SAYS}retracted = "No such vote."\n'))
    assert await pending_changes(bot.database) == ()
    assert [texts(message) for message in news.history()] == told
    assert bot.register.status(TIE).standing is Standing.SUSPENDED


async def test_a_dispute_that_the_dataset_brings_is_told_as_what_it_says(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    disputes = with_act(newer_data, tmp_path, "disputes", SAYS, f'{SAYS}disputes = "{KEPT}"\n')
    await updated(data=disputes)
    card = channel.last_message
    assert card is not None
    assert "After: ▲ Disputed" in texts(card)
    await ed.click(card, label="Announce")
    said = texts(news.history()[-1])
    assert "### ▲ Changed: disputed" in said
    assert "Voted to suspend the tie." in said
    assert "It contradicts what was on record on 25 November 2026:** Kept by Juneau Assembly on 4 April 2022" in said


async def test_what_was_announced_before_is_not_announced_again_when_the_dataset_comes_back_to_it(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    await updated(data=with_act(newer_data, tmp_path, "later", NEW_ACT, NEW_ACT + LATER))
    card = channel.last_message
    assert card is not None
    await ed.click(card, label="Skip")
    gone = LATER + 'retracted = "It was another Juneau."\n'
    await updated(data=with_act(newer_data, tmp_path, "gone", NEW_ACT, NEW_ACT + gone))
    card = channel.last_message
    assert card is not None
    assert "What was announced last says so already" in texts(card)
    assert labels(card)[:1] == ["Seen"]
    assert len(news.history()) == 2


async def test_what_an_editor_corrected_and_the_dataset_corrects_too_is_one_chain(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    news = await announced(world, env, updated, newer_data)
    form = await ed.slash(channel, "record correct", place=JUNEAU, act=SUSPENDED, why="It was a vote of 8 to 1.")
    mended = message_of(await ed.submit_modal(form, act_fields(vote="8–1")))
    await ed.click(mended, label=next(label for label in labels(mended) if label.startswith("Correct and")))
    other = RIGHT.replace(f"{SUSPENDED}-2", f"{TIE}.20261119.suspended").replace("2026-11-20", "2026-11-19")
    await updated(data=with_act(newer_data, tmp_path, "other", NEW_ACT, other + NEW_ACT))
    card = channel.last_message
    assert card is not None
    done = await ed.click(card, label="Correct what was announced")
    assert "Mended by" in texts(done)
    first = texts(news.history()[1])
    assert "What replaced it was wrong too" in first
    assert "Voted to suspend the tie for a year." in first


async def test_what_the_dataset_replaces_before_it_could_be_sent_is_told_right(
    bot: Tiewatch,
    world: World,
    ed: MemberActor,
    channel: ChannelHandle,
    env: Env,
    updated: Updated,
    newer_data: Path,
    tmp_path: Path,
) -> None:
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    running = await updated(data=newer_data)
    await allow(running, news, send_messages=False)
    card = channel.last_message
    assert card is not None
    await ed.click(card, label="Announce")
    await swept(env)
    running = await updated(data=with_act(newer_data, tmp_path, "right", NEW_ACT, NEW_ACT + RIGHT))
    card = channel.last_message
    assert card is not None
    await allow(running, news, send_messages=None)
    await swept(env)
    (said,) = told(news)
    assert "Voted to suspend the tie for a year." in said
    assert "An error in this news was put right before it was sent here." in said
    await ed.click(card, label="Correct what was announced")
    await swept(env)
    assert told(news) == [said]


async def test_what_the_dataset_withdraws_and_nobody_was_told_of_is_told_as_withdrawn(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    await set_up(world)
    await updated(data=newer_data)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    await updated(data=with_act(newer_data, tmp_path, "gone", SAYS, f'{SAYS}retracted = "It was another Juneau."\n'))
    card = channel.last_message
    assert card is not None
    assert "**Withdrawn**: nothing → It was another Juneau." in texts(card)
    await ed.click(card, label="Announce")
    await swept(env)
    (said,) = told(news)
    assert "### ● Changed: active" in said
    assert "The record said: “Suspended by Juneau Assembly on 20 November 2026.” That was wrong." in said
    assert "Reason: It was another Juneau." in said


async def test_what_is_right_after_a_withdrawal_that_was_announced_is_news(
    world: World,
    ed: MemberActor,
    eve: MemberActor,
    channel: ChannelHandle,
    env: Env,
    updated: Updated,
    newer_data: Path,
    tmp_path: Path,
) -> None:
    news = await announced(world, env, updated, newer_data)
    await withdraw(ed, eve, channel, "It never happened.", "and announce")
    await swept(env)
    await updated(data=with_act(newer_data, tmp_path, "right", NEW_ACT, NEW_ACT + RIGHT))
    card = channel.last_message
    assert card is not None
    await ed.click(card, label="Announce")
    await swept(env)
    said = told(news)[-1]
    assert "### ◐ Changed: suspended, not ended" in said
    assert "It replaces an earlier entry of the record, which was withdrawn." in said


async def test_several_changes_of_one_act_are_mended_at_once_in_whatever_was_written_between(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, newer_data: Path, tmp_path: Path
) -> None:
    await set_up(world)
    news = env.guild.create_text_channel("news")
    await world.olga.slash(channel, "announcements follow", channel=news)
    running = await updated(data=newer_data)
    await allow(running, news, send_messages=False)
    card = channel.last_message
    assert card is not None
    await ed.click(card, label="Announce")
    await swept(env)
    running = await updated(data=with_act(newer_data, tmp_path, "one", SAYS, 'summary = "For a year."\n'))
    first = channel.last_message
    assert first is not None
    await allow(running, news, send_messages=None)
    await swept(env)
    assert "For a year." in told(news)[0]
    await updated(data=with_act(newer_data, tmp_path, "two", SAYS, 'summary = "For two years."\n'))
    await ed.click(first, label="Correct what was announced")
    await swept(env)
    assert "For two years." in told(news)[0]
    assert len(told(news)) == 2
