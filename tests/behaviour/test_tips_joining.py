"""Two tips of one page are one tip, and what is merely alike is two until an editor joins them."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.pages import page_of
from db.store import tips
from db.store.tip_models import NewTip, TipSubject
from tests.behaviour.editing_steps import (
    TIE,
)
from tests.behaviour.tips_steps import PAGE, decide, hand_in, heard, open_first
from tests.world import labels, message_of, texts

pytestmark = pytest.mark.usefixtures("home")


async def test_the_same_page_is_one_tip_and_both_hear_the_outcome(
    env: Env, bot: Tiewatch, vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    second = texts(await hand_in(olga, channel, address="http://www.juneau.org/minutes/20261120.pdf?utm_source=x"))
    assert "Somebody reported the same before" in second
    assert "**Tips**: 1 tip" in texts(await ed.slash(channel, "queue"))
    card = await open_first(ed, channel)
    assert f"Reported by <@{vera.id}>, <@{olga.id}>" in texts(card)
    done = await decide(ed, card, "nothing_new", "The vote of 2022 is on record already.")
    assert "2 senders will be told" in texts(done)
    for who in (vera, olga):
        (said,) = await heard(env, who)
        assert "nothing new" in said
        assert "The vote of 2022 is on record already." in said


async def test_what_is_merely_alike_is_two_tips_until_an_editor_joins_them(
    env: Env, vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    other = await hand_in(olga, channel, address=f"{PAGE}?other", date="21 November 2026")
    assert "Somebody reported the same before" not in texts(other)
    card = await open_first(ed, channel)
    join = next(label for label in labels(card) if label.startswith("Join to tip 2"))
    assert "goes with tip 2 now" in texts(await ed.click(card, label=join))
    assert "**Tips**: 1 tip" in texts(await ed.slash(channel, "queue"))
    await decide(ed, await open_first(ed, channel), "refused", "This is about another city.")
    for who in (vera, olga):
        (said,) = await heard(env, who)
        assert "This is about another city." in said


async def test_a_sender_withdraws_and_whoever_reported_the_same_takes_their_place(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    mine = await hand_in(vera, channel)
    await hand_in(olga, channel)
    assert "withdrawn" in texts(await vera.click(message_of(mine), label="Withdraw"))
    card = texts(await open_first(ed, channel))
    assert f"Reported by <@{olga.id}>" in card
    assert f"<@{vera.id}>" not in card


async def test_a_machine_and_a_person_who_report_one_page_are_one_tip(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    async with bot.database.transaction() as conn:
        found = NewTip(
            TipSubject.OTHER, TIE, address=PAGE, words="Words that matched", page=page_of(PAGE), machine="A feed"
        )
        await tips.add(conn, found, bot.clock())
    assert "Somebody reported the same before" in texts(await hand_in(vera, channel))
    card = texts(await open_first(ed, channel))
    assert f"Reported by <@{vera.id}>, the watcher “A feed”" in card
    assert "Words that matched" in card
