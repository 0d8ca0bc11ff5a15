"""A volunteer checks what somebody said: in private first, and for everybody with one press."""

from __future__ import annotations

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.settings import Settings
from tests.world import buttons, labels, last, message_of, texts

CLAIM = "Chicago ended its tie with Khabarovsk years ago, everyone knows that"
MENU = "Check this claim"


async def test_a_claim_is_checked_for_the_asker_alone(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    claim = await olga.send(channel, CLAIM)
    shown = await vera.context_menu(channel, MENU, claim)
    assert shown.ephemeral
    assert "No tie between Chicago, Illinois, and Khabarovsk, Russia, is on record." in texts(shown)
    assert labels(shown)[:2] == ["History", "Sources"]
    assert labels(shown)[-1] == "Post here"
    assert "Remove" not in labels(shown)
    assert [message.id for message in channel.history()] == [claim.id]


async def test_post_here_shows_everybody_the_same_card_with_who_asked(
    env: Env, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    claim = await olga.send(channel, CLAIM)
    shown = await vera.context_menu(channel, MENU, claim)
    said = texts(shown)
    await vera.click(message_of(shown), label="Post here")
    public = channel.history()[-1]
    assert texts(public) == f"-# <@{vera.id}> asked me to check [a message](<{claim.jump_url}>).\n{said}"
    assert labels(public)[:2] == ["History", "Sources"]
    assert labels(public)[-1] == "Remove"
    assert "Post here" not in labels(public)
    sent = env.http_requests[-1].json
    assert sent is not None
    assert sent["allowed_mentions"] == {"parse": []}


async def test_it_is_posted_once(vera: MemberActor, olga: MemberActor, channel: ChannelHandle) -> None:
    claim = await olga.send(channel, CLAIM)
    shown = await vera.context_menu(channel, MENU, claim)
    await vera.click(message_of(shown), label="Post here")
    assert "Post here" not in labels(shown)
    assert len(channel.history()) == 2


async def test_what_was_posted_is_removed_by_who_posted_it(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    shown = await vera.context_menu(channel, MENU, await olga.send(channel, CLAIM))
    await vera.click(message_of(shown), label="Post here")
    public = channel.history()[-1]
    assert "Only the person who asked" in texts(last(await olga.click(public, label="Remove")))
    await vera.click(public, label="Remove")
    assert public.id not in {message.id for message in channel.history()}


async def test_post_here_works_after_a_restart(
    empty: Env, bot: Tiewatch, settings: Settings, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    shown = message_of(await vera.context_menu(channel, MENU, await olga.send(channel, CLAIM)))
    await bot.close()
    fresh = await Tiewatch.open(settings, empty.now)
    try:
        await empty.restart_bot(fresh)
        await vera.click(shown, label="Post here")
        assert "### Chicago, Illinois – Moscow" in texts(channel.history()[-1])
    finally:
        await fresh.close()


async def test_a_choice_is_made_before_posting(vera: MemberActor, olga: MemberActor, channel: ChannelHandle) -> None:
    claim = await olga.send(channel, "Portland is still paired with a Russian city")
    shown = await vera.context_menu(channel, MENU, claim)
    assert labels(shown) == ["Portland, Maine", "Portland, Oregon", "Post here"]
    await vera.click(message_of(shown), label="Portland, Oregon")
    assert "Post here" in labels(shown)
    await vera.click(message_of(shown), label="Post here")
    assert "### Portland, Oregon – Khabarovsk" in texts(channel.history()[-1])


async def test_who_may_not_write_there_gets_no_post_here(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    claim = await olga.send(channel, CLAIM)
    there = bot.get_channel(channel.id)
    assert isinstance(there, discord.TextChannel)
    before = await vera.context_menu(channel, MENU, claim)
    await there.set_permissions(there.guild.default_role, send_messages=False)
    after = await vera.context_menu(channel, MENU, claim)
    assert "History" in labels(after)
    assert "Post here" not in labels(after)
    refused = await vera.click(message_of(before), label="Post here")
    assert "You may not post in this channel" in texts(refused)
    assert [message.id for message in channel.history()] == [claim.id]


async def test_forwarded_words_are_checked_too(
    env: Env, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    claim = await olga.send(channel, CLAIM)
    forwarded = await olga.forward(claim, channel)
    shown = await vera.context_menu(channel, MENU, forwarded)
    assert "No tie between Chicago, Illinois, and Khabarovsk, Russia, is on record." in texts(shown)


@pytest.mark.parametrize("text", ["🙂", "hello there", "@everyone look"])
async def test_a_message_without_a_claim_gets_a_clear_sentence(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle, text: str
) -> None:
    shown = await vera.context_menu(channel, MENU, await olga.send(channel, text))
    assert shown.ephemeral
    assert len(texts(shown)) > 40


async def test_a_claim_in_our_own_answer_can_be_checked(vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ask", question="is Dubuque paired with Pyatigorsk?"))
    shown = await vera.context_menu(channel, MENU, card)
    assert "### Dubuque, Iowa – Pyatigorsk" in texts(shown)
    assert all(button.custom_id for button in buttons(shown))
