"""What the dataset brings or withdraws that nobody was told of: an editor can announce it, once, as what it is."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from preview import World
from tests.behaviour.announcements_steps import swept, told
from tests.behaviour.dataset_steps import LATER, NEW_ACT, RIGHT, SAYS, Updated, Version, announced, following, newest
from tests.behaviour.editing_steps import SUSPENDED, TIE, correct_vote, record_it, withdraw
from tests.world import labels, texts

KEPT = f"{TIE}.20220404.kept"
GONE = NEW_ACT.replace(SAYS, f'{SAYS}retracted = "It was another Juneau."\n')
RESUMED = LATER.replace("ended", "resumed").replace("end the tie", "resume the tie")
AGAIN = NEW_ACT.replace("20261120", "20261124").replace("2026-11-20", "2026-11-24").replace("the tie", "it again")


async def test_a_dispute_that_the_dataset_brings_is_told_as_what_it_says(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await following(world, env)
    await updated(data=version(NEW_ACT.replace(SAYS, f'{SAYS}disputes = "{KEPT}"\n')))
    card = newest(channel)
    assert "After: ▲ Disputed" in texts(card)
    await ed.click(card, label="Announce")
    (said,) = told(news)
    assert "### ▲ Changed: disputed" in said
    assert "The assembly voted to suspend the tie." in said
    assert "It contradicts what was on record on 28 November 2026:** On 4 April 2022 the Juneau Assembly voted" in said


async def test_what_was_announced_before_is_not_announced_again_when_the_dataset_comes_back_to_it(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    await updated(data=version(NEW_ACT + LATER))
    await ed.click(newest(channel), label="Skip")
    await updated(data=version(NEW_ACT + LATER + 'retracted = "It was another Juneau."\n'))
    card = newest(channel)
    assert "The last announcement already says so" in texts(card)
    assert labels(card)[:1] == ["Seen"]
    assert len(told(news)) == 1


async def test_a_new_act_is_news_though_the_last_announcement_had_the_same_standing(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await announced(world, env, updated, version)
    await updated(data=version(NEW_ACT + RESUMED))
    await ed.click(newest(channel), label="Skip")
    await updated(data=version(NEW_ACT + RESUMED + AGAIN))
    await ed.click(newest(channel), label="Announce")
    await swept(env)
    assert "The assembly voted to suspend it again." in told(news)[-1]


async def test_a_withdrawal_is_told_as_one(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    await updated(data=version(NEW_ACT))
    news = await following(world, env)
    await updated(data=version(GONE))
    card = newest(channel)
    assert "**Withdrawn**: nothing → It was another Juneau." in texts(card)
    await ed.click(card, label="Announce")
    await swept(env)
    (said,) = told(news)
    assert "### ● Changed: active" in said
    assert "The record said: “Suspended by the Juneau Assembly on 20 November 2026.” That was wrong." in said
    assert "Reason: It was another Juneau." in said


async def test_that_an_editors_quiet_act_is_withdrawn_can_be_told_too(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    news = await following(world, env)
    await record_it(ed, channel)
    await updated(data=version(GONE))
    card = newest(channel)
    assert "The dataset changed an act that an editor had written" in texts(card)
    await ed.click(card, label="Announce")
    await swept(env)
    (said,) = told(news)
    assert "### ● Changed: active" in said
    assert "Reason: It was another Juneau." in said


@pytest.mark.parametrize("was_announced", [True, False])
async def test_an_act_that_decides_where_another_is_withdrawn_is_news_of_its_own(
    world: World,
    ed: MemberActor,
    channel: ChannelHandle,
    env: Env,
    updated: Updated,
    version: Version,
    was_announced: bool,
) -> None:
    if was_announced:
        news = await announced(world, env, updated, version)
    else:
        await updated(data=version(NEW_ACT))
        news = await following(world, env)
    await updated(data=version(GONE + LATER))
    card = newest(channel)
    assert "After: ○ Ended" in texts(card)
    await ed.click(card, label="Announce")
    await swept(env)
    assert "### ○ Changed: ended" in told(news)[-1]
    assert "The assembly voted to end the tie." in told(news)[-1]


@pytest.mark.parametrize("corrected", [True, False])
async def test_what_is_right_after_a_withdrawal_that_was_announced_is_news(
    world: World,
    ed: MemberActor,
    eve: MemberActor,
    channel: ChannelHandle,
    env: Env,
    updated: Updated,
    version: Version,
    corrected: bool,
) -> None:
    news = await announced(world, env, updated, version)
    if corrected:
        await correct_vote(ed, channel, "and announce")
    await withdraw(ed, eve, channel, "It never happened.", "and announce", f"{SUSPENDED}-2" if corrected else SUSPENDED)
    await swept(env)
    await updated(data=version(NEW_ACT + RIGHT.replace(f"{SUSPENDED}-2", f"{SUSPENDED}-3")))
    await ed.click(newest(channel), label="Announce")
    await swept(env)
    said = told(news)[-1]
    assert "### ◐ Changed: suspended, not ended" in said
    assert "The assembly voted to suspend the tie for a year." in said


async def test_what_is_right_after_a_withdrawal_that_was_itself_news_is_news(
    world: World, ed: MemberActor, channel: ChannelHandle, env: Env, updated: Updated, version: Version
) -> None:
    await updated(data=version(NEW_ACT))
    news = await following(world, env)
    await updated(data=version(GONE))
    await ed.click(newest(channel), label="Announce")
    await updated(data=version(GONE + RIGHT))
    await ed.click(newest(channel), label="Announce")
    await swept(env)
    said = told(news)[-1]
    assert "### ◐ Changed: suspended, not ended" in said
    assert "It replaces an earlier entry of the record, which was withdrawn." in said
