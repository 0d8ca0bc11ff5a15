"""Senders from whom no tips are taken: told why, listed, unblocked, and blocked though forgotten."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.store import tips
from tests.behaviour.tips_steps import TIP, hand_in, open_first
from tests.world import last, message_of, selects, texts

pytestmark = pytest.mark.usefixtures("home")


async def test_a_blocked_sender_is_told_why_and_may_be_unblocked(
    vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    form = await ed.click(await open_first(ed, channel), label="Block the sender")
    card = message_of(await ed.submit_modal(form, {"reason": "Ten tips about the weather."}))
    refused = texts(last(await hand_in(vera, channel, address="")))
    assert "Their reason: Ten tips about the weather." in refused
    assert TIP["words"] in refused, "what was typed is given back"
    await ed.click(card, label="Unblock the sender")
    assert "Thank you" in texts(await hand_in(vera, channel, address="", date=""))


async def test_blocked_senders_are_listed_with_the_reason_and_unblocked_there(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    async with bot.database.transaction() as conn:
        await tips.block(conn, vera.id, "Ten tips about the weather.", by=ed.id, now=bot.clock())
    listed = message_of(await ed.slash(channel, "queue", show="tip-blocked"))
    (select,) = selects(listed)
    card = message_of(await ed.select(listed, [select.options[0].value], custom_id=select.custom_id))
    assert f"No tips are taken from <@{vera.id}>" in texts(card)
    assert "Ten tips about the weather." in texts(card)
    await ed.click(card, label="Unblock the sender")
    assert "Thank you" in texts(await hand_in(vera, channel))


async def test_a_block_stays_when_its_person_is_forgotten_and_is_said_to(
    vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    form = await ed.click(await open_first(ed, channel), label="Block the sender")
    await ed.submit_modal(form, {"reason": "Ten tips about the weather."})
    asked = await vera.slash(channel, "privacy forget")
    done = await vera.click(message_of(asked), label="Delete everything")
    assert "This alone stays: a block on handing in tips" in texts(done)
    assert "about the weather" in texts(last(await hand_in(vera, channel)))
