"""A volunteer asks: by /ask, by naming the bot, in a direct message; and presses what is under the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.card_actions import CardAction
from cogs.kit.routes import PressRoute
from cogs.kit.settings import Settings
from db.record.register import Register
from tests.world import buttons, labels, message_of, texts

HEADLINE = "is Portland still paired with Khabarovsk?"
PINGS_NOBODY = {"parse": [], "replied_user": False}


def last_answer(channel: ChannelHandle) -> discord.Message:
    """The newest message of the channel."""
    return channel.history()[-1]


def allowed_mentions(env: Env) -> list[dict[str, Any]]:
    """What each message that the bot sent or edited may ping."""
    found = []
    for request in env.http_requests:
        body = request.json if isinstance(request.json, dict) else {}
        told = body.get("data", body) if isinstance(body.get("data", body), dict) else {}
        if "components" in told and isinstance(told["components"], list) and "flags" in told:
            found.append(told.get("allowed_mentions", {}))
    return found


async def test_the_headline_question_gets_a_dated_sourced_answer(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await vera.slash(channel, "ask", question=HEADLINE)
    said = texts(shown)
    assert "### Portland, Oregon – Khabarovsk, Russia" in said
    assert "-# ● **Active**" in said
    assert "no council vote either way was found" in said
    assert "searched 28 November 2026" in said
    assert "[[1]](<https://www.portland.gov/" in said
    assert labels(shown)[:2] == ["History", "Sources"]
    assert not shown.ephemeral


async def test_a_standing_shows_by_colour_shape_and_word(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = message_of(await vera.slash(channel, "ask", question="is Chicago paired with Moscow?"))
    frame = shown.components[0]
    assert isinstance(frame, discord.Container)
    assert frame.accent_colour == discord.Colour(0xE69F00)
    assert "◐ **Suspended, not ended**" in texts(shown)


async def test_a_wrong_partner_is_corrected_before_anything_else(vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "ask", question="when did Chicago end its tie with Khabarovsk?"))
    assert said.index("No tie between Chicago, Illinois, and Khabarovsk, Russia, is on record.") < said.index(
        "### Chicago, Illinois"
    )
    assert "Portland, Oregon" in said


async def test_which_portland_is_asked_and_a_press_turns_the_question_into_the_answer(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    asked = await vera.slash(channel, "ask", question="how does Portland stand with its Russian sister city?")
    assert "Which one?" in texts(asked)
    assert labels(asked) == ["Portland, Maine", "Portland, Oregon", "Remove"]
    await vera.click(message_of(asked), label="Portland, Maine")
    answer = last_answer(channel)
    assert answer.id == message_of(asked).id
    assert "### Portland, Maine – Arkhangelsk, Russia" in texts(answer)
    assert "Remove" in labels(answer)


async def test_another_persons_choice_answers_that_person_alone(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    asked = await vera.slash(channel, "ask", question="how does Portland stand with its Russian sister city?")
    shown = await olga.click(message_of(asked), label="Portland, Oregon")
    assert shown.ephemeral
    assert "Khabarovsk" in texts(shown)
    assert "Remove" not in labels(shown)
    assert "Which one?" in texts(last_answer(channel))


async def test_history_and_sources_open_for_the_reader_alone(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ask", question=HEADLINE))
    history = await olga.click(card, label="History")
    assert history.ephemeral
    assert "3 June 2022" in texts(history)
    assert "Page 1 of 2" in texts(history)
    assert "Searches" in texts(await olga.click(message_of(history), label="Next"))
    sources = await olga.click(card, label="Sources")
    assert sources.ephemeral
    assert "City of Portland: “International Relations Program”" in texts(sources)


async def test_a_long_history_turns_its_pages_after_a_restart(
    empty: Env, bot: Tiewatch, settings: Settings, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ask", question="is San Jose paired with Yekaterinburg?"))
    history = await vera.click(card, label="History")
    first = texts(history)
    assert "Page 1 of" in first
    await bot.close()
    fresh = await Tiewatch.open(settings, empty.now)
    try:
        await empty.restart_bot(fresh)
        turned = await vera.click(message_of(history), label="Next")
        assert turned.acknowledged
        assert "Page 2 of" in texts(history)
        assert texts(history) != first
        await vera.click(message_of(history), label="Back")
        assert texts(history) == first
    finally:
        await fresh.close()


async def test_the_old_buttons_of_a_card_work_after_a_restart(
    empty: Env, bot: Tiewatch, settings: Settings, vera: MemberActor, channel: ChannelHandle
) -> None:
    asked = message_of(await vera.slash(channel, "ask", question="how does Portland stand with its sister city?"))
    await bot.close()
    fresh = await Tiewatch.open(settings, empty.now)
    try:
        await empty.restart_bot(fresh)
        await vera.click(asked, label="Portland, Oregon")
        assert "Khabarovsk" in texts(last_answer(channel))
        history = await vera.click(last_answer(channel), label="History")
        assert "3 June 2022" in texts(history)
    finally:
        await fresh.close()


async def test_only_the_asker_can_remove_an_answer(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ask", question=HEADLINE))
    (refused,) = (await olga.click(card, label="Remove")).followups
    assert refused.flags.ephemeral
    assert "Only the person who asked" in texts(refused)
    assert card.id in {message.id for message in channel.history()}
    await vera.click(card, label="Remove")
    assert card.id not in {message.id for message in channel.history()}


async def test_a_private_answer_is_seen_by_the_asker_alone_and_needs_no_remove(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await vera.slash(channel, "ask", question=HEADLINE, private=True)
    assert shown.ephemeral
    assert labels(shown)[:2] == ["History", "Sources"]
    assert "Remove" not in labels(shown)
    assert not channel.history()


async def test_a_choice_in_a_private_answer_stays_private(vera: MemberActor, channel: ChannelHandle) -> None:
    asked = await vera.slash(channel, "ask", question="how does Portland stand?", private=True)
    await vera.click(message_of(asked), label="Portland, Maine")
    assert "Arkhangelsk" in texts(asked)
    assert asked.ephemeral
    assert not channel.history()


async def test_a_message_that_names_the_bot_is_answered_without_a_ping(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    asked = await vera.send(channel, f"<@{bot.user.id}> {HEADLINE}")  # type: ignore[union-attr]
    answer = last_answer(channel)
    assert "Khabarovsk" in texts(answer)
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert allowed_mentions(env)[-1] == PINGS_NOBODY
    assert "Remove" in labels(answer)


async def test_the_asker_of_a_message_removes_its_answer(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await vera.send(channel, f"{bot.user.mention} {HEADLINE}")  # type: ignore[union-attr]
    answer = last_answer(channel)
    await vera.click(answer, label="Remove")
    assert answer.id not in {message.id for message in channel.history()}


async def test_a_reply_that_only_pings_is_left_alone(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    card = message_of(await vera.slash(channel, "ask", question=HEADLINE))
    reply = await vera.send(channel, "thanks, is Portland good?", reply_to=card)
    assert last_answer(channel).id == reply.id
    await vera.send(channel, f"<@{bot.user.id}> and Dubuque?", reply_to=card)  # type: ignore[union-attr]
    assert "Dubuque, Iowa" in texts(last_answer(channel))


@pytest.mark.parametrize("text", ["is this true?", "is that right", "true?", ""])
async def test_a_reply_that_asks_about_a_message_says_how_to_check_that_message(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle, text: str
) -> None:
    claim = await olga.send(channel, "Portland voted to end its tie with Khabarovsk")
    await vera.send(channel, f"<@{bot.user.id}> {text}", reply_to=claim)  # type: ignore[union-attr]
    assert "Check this claim" in texts(last_answer(channel))
    assert "only know about sister-city ties" not in texts(last_answer(channel))


async def test_a_reply_with_a_question_of_its_own_is_answered_as_that(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    claim = await olga.send(channel, "Portland voted to end its tie with Khabarovsk")
    await vera.send(channel, f"<@{bot.user.id}> is Dubuque still paired?", reply_to=claim)  # type: ignore[union-attr]
    assert "Dubuque, Iowa" in texts(last_answer(channel))
    assert "Check this claim" not in texts(last_answer(channel))


@pytest.mark.parametrize("text", ["@everyone is Portland paired?", "@here Portland?", "is Portland paired?"])
async def test_what_is_not_said_to_the_bot_is_left_alone(vera: MemberActor, channel: ChannelHandle, text: str) -> None:
    said = await vera.send(channel, text)
    assert last_answer(channel).id == said.id


async def test_other_bots_and_webhooks_get_no_answer(env: Env, bot: Tiewatch, channel: ChannelHandle) -> None:
    """Else two bots could talk to each other for ever, or one could let this one speak."""
    asked = f"<@{bot.user.id}> is Portland paired with Khabarovsk?"  # type: ignore[union-attr]
    robot = env.guild.add_member(env.create_user("robot", bot=True))
    said = await robot.send(channel, asked)
    assert last_answer(channel).id == said.id
    hook = env.guild.create_webhook(channel)
    await hook.send(asked)
    assert "Khabarovsk, Russia" not in texts(last_answer(channel))


async def test_a_question_that_is_changed_afterwards_changes_no_answer(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    """The answer names what it is about, so that it says nothing of what stands above it by then."""
    said = await vera.send(channel, f"<@{bot.user.id}> is Portland paired with Khabarovsk?")  # type: ignore[union-attr]
    answer = texts(last_answer(channel))
    assert "Portland, Oregon" in answer
    await vera.edit(said, f"<@{bot.user.id}> is the mayor a criminal?")  # type: ignore[union-attr]
    assert texts(last_answer(channel)) == answer


async def test_its_role_alone_is_no_question(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    role = next(role for role in bot.guilds[0].roles if role.managed)
    said = await vera.send(channel, f"<@&{role.id}> is Portland paired?")
    assert last_answer(channel).id == said.id


async def test_a_mention_without_a_question_says_how_to_ask(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await vera.send(channel, f"<@{bot.user.id}>")  # type: ignore[union-attr]
    assert "for example" in texts(last_answer(channel))


async def test_every_direct_message_is_answered(vera: MemberActor, bot: Tiewatch) -> None:
    await vera.send_dm(HEADLINE)
    answer = vera.user.dm_channel.history()[-1]
    assert "Khabarovsk" in texts(answer)
    assert labels(answer)[:2] == ["History", "Sources"]
    assert "Remove" not in labels(answer)


async def test_in_a_direct_message_a_choice_replaces_the_question(vera: MemberActor, bot: Tiewatch) -> None:
    await vera.send_dm("Portland?")
    asked = vera.user.dm_channel.history()[-1]
    await vera.user.click(asked, label="Portland, Oregon")
    assert "### Portland, Oregon – Khabarovsk" in texts(vera.user.dm_channel.history()[-1])


async def test_ask_works_in_a_direct_message(vera: MemberActor, bot: Tiewatch) -> None:
    shown = await vera.user.slash("ask", question=HEADLINE)
    assert "Khabarovsk" in texts(shown)
    assert not shown.ephemeral
    assert "Remove" not in labels(shown)


HOSTILE = [
    "🙂🙂🙂",
    "\u200b\u200d\u2060",
    "\u202eдебил\u202c",
    "**bold** __under__ ~~gone~~ ||spoiler||",
    "```\ncode\n```",
    "{{ 7 * 7 }} {% for x in y %}",
    "'; DROP TABLE ties; --",
    "[click me](https://evil.example) <@1> <#2> <@&3>",
    "# Heading\n> quote\n-# small",
    "?",
]
UNREADABLE = ["🙂🙂🙂", "\u200b\u200d\u2060", "?!", "<@123456789012345678>"]


@pytest.mark.parametrize("text", HOSTILE)
async def test_odd_input_gets_a_clear_sentence_and_nothing_is_echoed_raw(
    env: Env, vera: MemberActor, channel: ChannelHandle, text: str
) -> None:
    shown = await vera.slash(channel, "ask", question=text)
    said = texts(shown)
    assert len(said) > 40
    for raw in ("**bold**", "```", "](https://evil", "<@1>", "# Heading", "{{"):
        assert raw not in said
    assert all(found.get("parse") == [] for found in allowed_mentions(env))


@pytest.mark.parametrize("text", UNREADABLE)
async def test_a_question_without_words_says_so_and_how_to_ask(
    vera: MemberActor, channel: ChannelHandle, text: str
) -> None:
    said = texts(await vera.slash(channel, "ask", question=text))
    assert "I cannot find a question in that" in said
    assert "for example" in said


async def test_a_question_that_shouts_at_everyone_pings_nobody(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await vera.send(channel, f"<@{bot.user.id}> @everyone @here <@{vera.id}> is Xyzzyville paired?")  # type: ignore[union-attr]
    answer = last_answer(channel)
    assert "@everyone" not in texts(answer)
    assert not answer.mention_everyone
    assert allowed_mentions(env)[-1] == PINGS_NOBODY


async def test_six_thousand_characters_in_a_direct_message_are_answered(vera: MemberActor, bot: Tiewatch) -> None:
    noise = "we talked about many things and it was nice. " * 200
    await vera.send_dm(f"{HEADLINE} {noise}"[:1990])
    assert "Khabarovsk" in texts(vera.user.dm_channel.history()[-1])


async def test_six_thousand_characters_by_command_are_answered(vera: MemberActor, channel: ChannelHandle) -> None:
    question = f"{'lorem ipsum ' * 480} {HEADLINE}"
    assert 5700 < len(question) <= 6000
    assert "Khabarovsk" in texts(await vera.slash(channel, "ask", question=question))


async def test_where_the_bot_may_not_write_it_stays_silent_and_well(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    there = bot.get_channel(channel.id)
    assert isinstance(there, discord.TextChannel)
    await there.set_permissions(there.guild.me, send_messages=False)
    said = await vera.send(channel, f"<@{bot.user.id}> {HEADLINE}")  # type: ignore[union-attr]
    assert last_answer(channel).id == said.id
    assert "the bot may not write there" in caplog.text
    assert HEADLINE not in caplog.text


async def test_without_the_right_to_read_the_history_the_answer_comes_without_a_reference(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    there = bot.get_channel(channel.id)
    assert isinstance(there, discord.TextChannel)
    await there.set_permissions(there.guild.me, read_message_history=False)
    await vera.send(channel, f"<@{bot.user.id}> {HEADLINE}")  # type: ignore[union-attr]
    answer = last_answer(channel)
    assert "Khabarovsk" in texts(answer)
    assert answer.reference is None


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_send_that_fails_is_logged_and_the_next_one_works(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    env.inject_error("POST", f"/channels/{channel.id}/messages", status=status, code=50013, times=1)
    await vera.send(channel, f"<@{bot.user.id}> {HEADLINE}")  # type: ignore[union-attr]
    assert "stays without an answer" in caplog.text
    await vera.send(channel, f"<@{bot.user.id}> {HEADLINE}")  # type: ignore[union-attr]
    assert "Khabarovsk" in texts(last_answer(channel))


async def test_every_button_of_a_ties_card_is_alive(vera: MemberActor, channel: ChannelHandle) -> None:
    for place in ("Dubuque, Iowa", "Albany, New York", "Juneau, Alaska"):
        card = message_of(await vera.slash(channel, "status", place=place))
        assert len(buttons(card)) > 2
        for button in buttons(card):
            if button.label != "Remove" and button.style is not discord.ButtonStyle.link:
                assert (await vera.click(card, custom_id=button.custom_id)).acknowledged


async def test_a_tie_that_left_the_record_is_answered_kindly(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ask", question=HEADLINE))
    ties = dict(bot.register.record.ties)
    del ties["portland-or--khabarovsk"]
    bot.register = Register(replace(bot.register.record, ties=ties))
    shown = await vera.click(card, label="History")
    assert "no longer in the record" in texts(shown)


async def test_a_reply_to_our_own_list_goes_on_from_it(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ask", question="which ties are suspended in Texas?"))
    await vera.send(channel, f"<@{bot.user.id}> and in Virginia?", reply_to=card)  # type: ignore[union-attr]
    assert "Suspended, in Virginia: 2 of 2 ties on record there." in texts(last_answer(channel))
    await vera.send(
        channel,
        f"<@{bot.user.id}> which of them was first?",  # type: ignore[union-attr]
        reply_to=last_answer(channel),
    )
    assert "The first is of" in texts(last_answer(channel))


async def test_a_direct_message_goes_on_from_the_last_answer(vera: MemberActor, bot: Tiewatch) -> None:
    await vera.send_dm("which ties are suspended in Texas?")
    await vera.send_dm("and in Virginia?")
    assert "Suspended, in Virginia" in texts(vera.user.dm_channel.history()[-1])
    await vera.send_dm("is Dubuque still paired?")
    await vera.send_dm("when?")
    assert "Dubuque, Iowa – Pyatigorsk" in texts(vera.user.dm_channel.history()[-1])


async def test_in_a_direct_message_a_choice_is_made_in_words_and_gone_on_from(vera: MemberActor, bot: Tiewatch) -> None:
    await vera.send_dm("Portland?")
    await vera.send_dm("Oregon")
    assert "Portland, Oregon – Khabarovsk" in texts(vera.user.dm_channel.history()[-1])
    await vera.send_dm("source?")
    assert "sources:" in texts(vera.user.dm_channel.history()[-1])
    await vera.send_dm("а що каже росія?")
    assert "Russian side" in texts(vera.user.dm_channel.history()[-1])


async def test_a_reply_to_an_explanation_asks_for_the_ties_that_stand_so(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "ask", question="what does dormant mean?"))
    await vera.send(channel, f"<@{bot.user.id}> which ones are like that", reply_to=card)  # type: ignore[union-attr]
    assert "Dormant: 6 of 106 ties on record." in texts(last_answer(channel))


async def test_a_question_that_needs_more_than_a_card_holds_is_told_so(vera: MemberActor, bot: Tiewatch) -> None:
    await vera.send_dm("which of them was first?")
    assert "I do not see which ties you mean" in texts(vera.user.dm_channel.history()[-1])


@pytest.mark.expects_errors
async def test_what_goes_wrong_with_a_message_is_said_to_who_asked(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    def fails(tie: str) -> PressRoute:
        raise ValueError(tie)

    bot.actions.add(CardAction("Fails", fails))
    await vera.send(channel, f"<@{bot.user.id}> {HEADLINE}")  # type: ignore[union-attr]
    assert "something went wrong" in texts(last_answer(channel))


@pytest.mark.parametrize("command", [("ask", "question"), ("status", "place"), ("search", "text")])
async def test_who_is_at_an_end_is_told_whom_to_call_alone(
    command: tuple[str, str], vera: MemberActor, channel: ChannelHandle
) -> None:
    name, option = command
    shown = await vera.slash(channel, name, **{option: "I want to die. Chicago, Moscow"})
    assert "988" in texts(shown)
    assert "Chicago" not in texts(shown)
    assert shown.ephemeral
    assert labels(shown) == []


async def test_who_is_at_an_end_is_told_whom_to_call_even_where_an_order_was_read(
    vera: MemberActor, bot: Tiewatch
) -> None:
    await vera.send_dm("watch Chicago, I want to die")
    shown = vera.user.dm_channel.history()[-1]
    assert "988" in texts(shown)
    assert labels(shown) == []
