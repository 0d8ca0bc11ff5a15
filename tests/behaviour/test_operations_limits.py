"""What one person can make the bot do where others see it has an end."""

from __future__ import annotations

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.announcements.subscription_flow import MOST_TESTS
from cogs.lookup.cog import MOST_IN_A_CHANNEL, MOST_OF_A_PERSON
from preview import World
from tests.world import texts


def answers(channel: ChannelHandle) -> list[str]:
    """What the bot said in a channel."""
    return [texts(message) for message in channel.history() if message.author.bot]


async def test_one_person_gets_so_many_answers_in_a_minute_one_no_and_then_silence(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    assert bot.user is not None
    for number in range(MOST_OF_A_PERSON + 3):
        await vera.send(channel, f"{bot.user.mention} is Portland still paired with Khabarovsk? {number}")
    said = answers(channel)
    assert len(said) == MOST_OF_A_PERSON + 1
    assert ["too much at once" in text for text in said].count(True) == 1
    await olga.send(channel, f"{bot.user.mention} is Portland still paired with Khabarovsk?")
    assert len(answers(channel)) == MOST_OF_A_PERSON + 2, "others are answered"
    assert MOST_OF_A_PERSON < MOST_IN_A_CHANNEL


async def test_a_channel_gets_so_many_answers_in_a_minute_whoever_asks(
    bot: Tiewatch,
    vera: MemberActor,
    olga: MemberActor,
    ed: MemberActor,
    eve: MemberActor,
    channel: ChannelHandle,
) -> None:
    assert bot.user is not None
    people = [vera, olga, ed]
    assert len(people) * MOST_OF_A_PERSON == MOST_IN_A_CHANNEL
    for person in people:
        for number in range(MOST_OF_A_PERSON):
            await person.send(channel, f"{bot.user.mention} is Portland still paired with Khabarovsk? {number}")
    assert len(answers(channel)) == MOST_IN_A_CHANNEL
    assert not any("too much at once" in text for text in answers(channel))
    for number in range(3):
        await eve.send(channel, f"{bot.user.mention} is San Diego still paired with Vladivostok? {number}")
    assert len(answers(channel)) == MOST_IN_A_CHANNEL + 1
    assert "too much at once" in answers(channel)[-1]


async def test_a_channel_takes_so_many_tests(world: World, olga: MemberActor, news: ChannelHandle) -> None:
    before = len(answers(news))
    for _ in range(MOST_TESTS):
        await olga.slash(world.channel, "announcements test", channel=news)
    refused = await olga.slash(world.channel, "announcements test", channel=news)
    assert f"has had {MOST_TESTS} test messages" in texts(refused) + "".join(map(texts, refused.followups))
    assert len(answers(news)) == before + MOST_TESTS
