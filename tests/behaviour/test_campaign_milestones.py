"""Readings of the petition by editors, and the milestones that channels hear of, each once."""

from __future__ import annotations

from typing import Any

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.store.personal_data import forget
from preview import World
from tests.behaviour.announcements_steps import forget_the_end, sent, swept, told
from tests.behaviour.editing_steps import set_up
from tests.world import last, message_of, texts


@pytest.fixture(autouse=True)
async def setup(world: World, bot: Tiewatch) -> None:
    await set_up(world)


@pytest.fixture
async def wants(bot: Tiewatch, env: Env, world: World) -> ChannelHandle:
    """A channel that wants milestones, and nothing of Oregon but that."""
    made = env.guild.create_text_channel("milestones")
    await world.olga.slash(world.channel, "announcements follow", channel=made, milestones=True, states="OR")
    return made


async def note(ed: MemberActor, channel: ChannelHandle, count: int, **more: Any) -> str:
    """What is answered to a reading."""
    said = texts(last(await ed.slash(channel, "record petition", count=count, **more)))
    await sent()
    return said


async def test_a_reading_is_shown_with_its_day_and_a_milestone_told_once(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle, wants: ChannelHandle, news: ChannelHandle
) -> None:
    card = plain(await vera.slash(channel, "petition"))
    assert "18,900 signatures toward a goal of 25,000, in an undated copy" in card
    assert "A milestone was passed: 1 channel will hear of it, once." in await note(ed, channel, 20_040)
    shown = plain(await vera.slash(channel, "petition"))
    assert "20,040 signatures toward a goal of 25,000, as of 28 November 2026." in shown
    (said,) = told(wants)
    assert "### 20,000 people have signed" in said
    assert "has 20,040 signatures as of 28 November 2026. The goal is 25,000; 4,960 to go." in said
    assert told(news) == []
    assert "fewer than the last reading" in await note(ed, channel, 19_900)
    await note(ed, channel, 20_100)
    assert len(told(wants)) == 1
    await note(ed, channel, 25_300, goal=35_000)
    assert len(told(wants)) == 2
    await note(ed, channel, 25_400, goal=25_350)
    assert len(told(wants)) == 2


def plain(shown: Any) -> str:
    """What is said, without marks for bold."""
    return texts(shown).replace("**", "")


async def test_a_friend_is_invited_by_a_press(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle, wants: ChannelHandle
) -> None:
    await note(ed, channel, 20_000)
    shown = last(await vera.click(wants.history()[-1], label="Invite five friends"))
    assert "change.org" in texts(shown)
    assert message_of(shown).flags.ephemeral


async def test_a_reading_is_taken_back_with_what_was_not_sent(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle, env: Env
) -> None:
    answer = last(await ed.slash(channel, "record petition", count=20_000, goal=30_000))
    undone = await ed.click(message_of(answer), label="Undo")
    assert "Shown again: 18,900 signatures of a goal of 25,000, in an undated copy." in texts(undone)
    assert "18,900 signatures" in texts(await vera.slash(channel, "petition"))


async def test_a_milestone_that_was_told_is_not_told_again_after_its_reading_was_taken_back(
    ed: MemberActor, channel: ChannelHandle, wants: ChannelHandle
) -> None:
    answer = last(await ed.slash(channel, "record petition", count=20_000))
    await sent()
    await ed.click(message_of(answer), label="Undo")
    await note(ed, channel, 20_000)
    assert len(told(wants)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"count": 56_701}, "56,701 is more than three times the last figure, 18,900."),
        ({"count": 19_000, "goal": 75_001}, "75,001 is more than three times the last figure, 25,000."),
        ({"count": 19_000, "date": "30 November 2026"}, "in the future"),
        ({"count": 19_000, "date": "November 2026"}, "A reading needs its day"),
    ],
)
async def test_a_slip_is_refused(typed: dict[str, Any], said: str, ed: MemberActor, channel: ChannelHandle) -> None:
    assert said in texts(last(await ed.slash(channel, "record petition", **typed)))


async def test_an_older_reading_is_refused(ed: MemberActor, channel: ChannelHandle) -> None:
    await note(ed, channel, 19_000)
    said = texts(last(await ed.slash(channel, "record petition", count=19_100, date="27 November 2026")))
    assert "A reading of 28 November 2026 is on record" in said


async def test_what_was_interrupted_is_not_sent_again(
    bot: Tiewatch, env: Env, ed: MemberActor, channel: ChannelHandle, wants: ChannelHandle
) -> None:
    await note(ed, channel, 20_000)
    await forget_the_end(bot)
    await swept(env)
    assert len(told(wants)) == 1


async def test_who_noted_a_reading_can_be_forgotten(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    await note(ed, channel, 19_000)
    async with bot.database.transaction() as conn:
        await forget(conn, ed.id)
    rows = await bot.database.read("SELECT count, noted_by FROM petition_reading")
    assert [(row["count"], row["noted_by"]) for row in rows] == [(18_900, None), (19_000, None)]
