"""Tips as their senders see them: handed in, thanked for, asked about, withdrawn, and told of; they move nothing."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.tips import routes
from db.record.standings import Standing
from db.store import tips
from db.store.tip_models import TipState
from tests.behaviour.announcements_steps import swept
from tests.behaviour.editing_steps import (
    JUNEAU,
    TIE,
    standing,
)
from tests.behaviour.forging import forge_form
from tests.behaviour.tips_steps import PAGE, TIP, decide, hand_in, heard, open_first
from tests.world import labels, last, message_of, selects, texts, waits_not

pytestmark = pytest.mark.usefixtures("home")


async def test_a_tip_is_thanked_for_at_once_and_moves_nothing(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    said = texts(await hand_in(vera, channel))
    assert "Thank you. This is tip 1." in said
    assert "a person, not a program" in said
    assert standing(bot) is Standing.ACTIVE
    mine = await vera.slash(channel, "tip mine")
    assert "*waiting*" in texts(mine)
    assert mine.ephemeral


async def test_from_a_card_the_form_knows_the_tie(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    card = await vera.slash(channel, "status", place="Juneau")
    form = await vera.click(message_of(card), label="I know something newer")
    await vera.submit_modal(form, {**TIP, "place": JUNEAU})
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert tip.tie == TIE


async def test_a_link_in_a_message_is_reported_with_its_place(
    bot: Tiewatch, vera: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    posted = await eve.send(channel, f"Juneau and Vladivostok in the minutes: {PAGE}.")
    form = await vera.context_menu(channel, "Report a link", posted)
    assert form.modal is not None
    await vera.submit_modal(form, {**TIP})
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert (tip.address, tip.tie) == (PAGE, TIE)


async def test_a_sender_is_asked_and_answers(
    env: Env, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel, address="")
    form = await ed.click(await open_first(ed, channel), label="Ask back")
    assert "is asked" in texts(await ed.submit_modal(form, {"question": "Which meeting was it?"}))
    listed = message_of(await ed.slash(channel, "queue"))
    assert waits_not(listed, "Tips")
    assert "**Tips whose sender was asked**: 1 tip" in texts(listed)
    only = message_of(await ed.slash(channel, "queue", show="tip-asked"))
    (select,) = selects(only)
    card = message_of(await ed.select(only, [select.options[0].value], custom_id=select.custom_id))
    assert "Answered:** nothing yet" in texts(card)
    await ed.click(card, label="All that waits")
    await swept(env)
    (said,) = vera.user.dm_channel.history()
    assert "Which meeting was it?" in texts(said)
    form = await vera.user.click(said, label="Answer")
    await vera.user.submit_modal(form, {"answer": "That of the 20th, item 9."})
    assert "That of the 20th, item 9." in texts(await open_first(ed, channel))


async def test_a_sender_with_closed_messages_finds_the_outcome_in_tip_mine(
    env: Env, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    closed = f"/channels/{vera.user.dm_channel.id}/messages"
    env.inject_error("POST", closed, status=403, code=50007, times=None)
    await decide(ed, await open_first(ed, channel), "refused", "This is about another city.")
    assert await heard(env, vera) == []
    listed = message_of(await vera.slash(channel, "tip mine"))
    assert "*refused*" in texts(listed)
    (select,) = selects(listed)
    shown = await vera.select(listed, [select.options[0].value], custom_id=select.custom_id)
    assert "This is about another city." in texts(shown)


async def test_a_tip_that_says_nothing_is_not_taken(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    assert "Nothing was handed in yet" in texts(last(await hand_in(vera, channel, address="", words="")))
    assert await tips.get(bot.database, 1) is None


async def test_a_tip_about_a_place_without_a_tie_is_welcome(
    vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel, what=["new_tie"], place="Springfield on the Moon", date="")
    card = await open_first(ed, channel)
    assert "Springfield on the Moon (no tie on record)" in texts(card)
    assert "Record an act" not in labels(card)


async def test_without_editors_nothing_is_taken(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    bot.editor_role = None
    assert "Nobody reviews tips" in texts(await vera.slash(channel, "tip send"))


async def test_nobody_answers_withdraws_or_adds_to_a_tip_of_somebody_else(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    form = await ed.click(await open_first(ed, channel), label="Ask back")
    await ed.submit_modal(form, {"question": "Which meeting was it?"})
    answered = await forge_form(olga, channel, routes.SaveAnswer(1).pack(), answer="Mine.")
    assert "answered already" in texts(last(answered))
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert (tip.state, tip.answer) == (TipState.ASKED, "")
