"""Tips as editors decide on them: recorded from, decided once, given back, and undone."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.routes import FormRoute
from cogs.tips import routes
from db.record.standings import Standing
from db.store import tips
from db.store.tip_models import NewTip, TipState, TipSubject
from preview import World
from tests.behaviour.editing_steps import (
    ACT,
    MINUTES,
    NEWS,
    SUSPENDED,
    act_fields,
    act_of,
    standing,
    take_role,
)
from tests.behaviour.forging import forge_form
from tests.behaviour.tips_steps import PAGE, decide, drafted, hand_in, heard, open_first
from tests.world import labels, last, message_of, selects, texts, waits_not

pytestmark = pytest.mark.usefixtures("home")


async def test_an_editor_records_from_a_tip_and_its_sender_hears_of_it_once(
    bot: Tiewatch, env: Env, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    await hand_in(vera, channel, what=["other"], address="", date="", words="Something else, for later.")
    card = await open_first(ed, channel)
    said = texts(card)
    assert f"Reported by <@{vera.id}>" in said
    assert "I was there." in said
    assert "it would move the standing from Active to Suspended" in said
    assert "Why it is here" in said
    form = await ed.click(card, label="Record an act")
    draft = message_of(await ed.submit_modal(form, act_fields()))
    assert PAGE in texts(draft)
    assert "*being looked at*" in texts(await vera.slash(channel, "tip mine"))
    source = await ed.click(draft, label="Fix source 1")
    preview = message_of(await ed.submit_modal(source, dict(MINUTES)))
    done = await ed.click(preview, label="Record and announce")
    assert standing(bot) is Standing.SUSPENDED
    assert act_of(bot, SUSPENDED).actor == ACT["actor"]
    assert "Tip 1 is accepted with it. 1 sender will be told." in texts(done)
    assert "Something else, for later." in texts(last(await ed.click(message_of(done), label="Next")))
    told = await heard(env, vera)
    assert [text for text in told if "Your tip 1 is decided: accepted" in text] == told
    assert len(told) == 1
    assert len(await heard(env, vera)) == 1
    assert "*accepted*" in texts(await vera.slash(channel, "tip mine"))


async def test_a_draft_that_is_cancelled_gives_the_tip_back(
    vera: MemberActor, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    form = await ed.click(await open_first(ed, channel), label="Record an act")
    draft = message_of(await ed.submit_modal(form, act_fields()))
    assert waits_not(await eve.slash(channel, "queue"), "Tips")
    await ed.click(draft, label="Cancel")
    assert "**Tips**: 1 tip" in texts(await eve.slash(channel, "queue"))


async def test_what_is_open_with_one_editor_is_not_open_to_another_for_45_minutes(
    env: Env, vera: MemberActor, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    card = await open_first(ed, channel)
    listed = message_of(await eve.slash(channel, "queue"))
    assert f"open with <@{ed.id}> until" in texts(listed)
    (select,) = selects(listed)
    refused = await eve.select(listed, [select.options[0].value], custom_id=select.custom_id)
    assert f"<@{ed.id}> has this open until" in texts(last(refused))
    await env.advance_time(timedelta(minutes=45).total_seconds())
    other = await open_first(eve, channel)
    late = await ed.click(card, label="Decide")
    assert f"<@{eve.id}> has this open until" in texts(last(late))
    await decide(eve, other, "refused", "This is about another city.")


async def test_the_first_decision_wins_and_a_late_press_says_who_decided(
    env: Env, vera: MemberActor, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    form = await ed.click(await open_first(ed, channel), label="Decide")
    await env.advance_time(timedelta(minutes=46).total_seconds())
    await decide(eve, await open_first(eve, channel), "unverifiable", "The page is gone.")
    late = await ed.submit_modal(form, {"state": "refused", "reason": "I cannot find this page."})
    assert f"<@{eve.id}> has decided this tip: not verifiable. Reason: The page is gone." in texts(last(late))
    assert "I cannot find this page." in texts(last(late)), "what was typed is given back"
    (said,) = await heard(env, vera)
    assert "The page is gone." in said


async def test_nobody_but_an_editor_decides_not_even_one_who_lost_the_role(
    bot: Tiewatch, world: World, vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    form = await ed.click(await open_first(ed, channel), label="Decide")
    await take_role(bot, world, ed)
    late = await ed.submit_modal(form, {"state": "accepted", "reason": "It is as they say."})
    assert "Only editors can do this" in texts(last(late))
    assert "It is as they say." in texts(last(late))
    for who in (vera, olga):
        assert "Only editors can do this" in texts(last(await who.slash(channel, "queue")))
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert tip.state is TipState.NEW


async def test_one_accepted_tip_in_twenty_is_looked_at_by_a_second_editor(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    async with bot.database.transaction() as conn:
        for number in range(1, 41):
            new = NewTip(TipSubject.OTHER, place="Juneau", words=f"Number {number}", machine="test")
            assert await tips.add(conn, new, bot.clock())
            await tips.decide(conn, number, TipState.ACCEPTED, reason="It is so.", by=ed.id, now=bot.clock())
    listed = message_of(await eve.slash(channel, "queue"))
    assert "**Accepted tips for a second look**: 2 tips" in texts(listed)
    own = message_of(await ed.slash(channel, "queue"))
    assert "another editor has to look" in texts(last(await ed.click(own, label="Begin with the first")))
    async with bot.database.transaction() as conn:
        await tips.add(conn, NewTip(TipSubject.OTHER, place="Juneau", words="Later.", machine="test"), bot.clock())
    assert "Tip 41" in texts(await ed.click(own, label="Begin with the first")), "one's own is passed over"
    card = message_of(await eve.click(listed, label="Begin with the first"))
    assert "Tip 20" in texts(card)
    assert "rightly accepted" in texts(await eve.click(card, label="It is right"))
    card = await open_first(eve, channel)
    form = await eve.click(card, label="Something is wrong")
    assert "can be mended" in texts(await eve.submit_modal(form, {"note": "The date is wrong."}))
    assert waits_not(await eve.slash(channel, "queue"), "Accepted tips for a second look")


@pytest.mark.parametrize("route", [routes.SaveDecision(1), routes.SaveQuestion(1), routes.SaveBlock(1)])
async def test_a_forged_form_of_an_editor_does_nothing(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle, route: FormRoute
) -> None:
    await hand_in(vera, channel)
    typed = {"state": "accepted", "reason": "It is so.", "question": "Who?"}
    for who in (vera, olga):
        answered = await forge_form(who, channel, route.pack(), **typed)
        assert "Only editors can do this" in texts(last(answered))
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert tip.state is TipState.NEW
    assert await tips.blocked(bot.database, vera.id) is None


@pytest.mark.parametrize("typed", [{"reason": "It is so."}, {"state": "nonsense", "reason": "It is so."}])
async def test_a_form_without_its_outcome_is_given_back(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle, typed: dict[str, str]
) -> None:
    await hand_in(vera, channel)
    said = texts(last(await forge_form(ed, channel, routes.SaveDecision(1).pack(), **typed)))
    assert "earlier version" in said
    assert "It is so." in said
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert tip.state is TipState.NEW


async def test_what_was_recorded_by_a_slip_is_undone_from_its_own_card(
    bot: Tiewatch, env: Env, vera: MemberActor, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    preview = await drafted(ed, channel, await open_first(ed, channel))
    done = message_of(await ed.click(preview, label="Record and announce"))
    assert standing(bot) is Standing.SUSPENDED
    form = await ed.click(done, label="Undo")
    asked = message_of(last(await ed.submit_modal(form, {"why": "It was the minutes of another city."})))
    assert "Withdraw" in texts(asked)
    assert "It was the minutes of another city." in texts(asked)
    await ed.click(asked, label="Ask a second editor")
    card = channel.last_message
    assert card is not None
    await eve.click(card, label="Confirm and announce")
    assert standing(bot) is Standing.ACTIVE
    late = await ed.click(done, label="Undo")
    assert "nothing to undo" in texts(last(late))


async def test_the_desk_leads_on_after_a_second_editor_was_asked_and_after_a_draft_is_cancelled(
    vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    await hand_in(vera, channel, what=["other"], address="", date="", words="Something else, for later.")
    form = await ed.click(await open_first(ed, channel), label="Record an act")
    draft = message_of(await ed.submit_modal(form, act_fields()))
    source = await ed.click(draft, label="Fix source 1")
    preview = message_of(await ed.submit_modal(source, {**NEWS, "address": PAGE}))
    asked = message_of(await ed.click(preview, label="Ask a second editor"))
    assert "Tip 2" in texts(last(await ed.click(asked, label="Next")))


# Of the processor, for five tips: docs/tips.md. A busy machine takes longer by the clock alone.
SECONDS = 2


async def test_five_tips_are_recorded_and_announced_in_27_presses(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    """From `/queue` to the fifth outcome: two to begin, and five a tip. The machine's share is processor time."""
    kinds = ("suspended", "proposed", "kept", "said", "ended")
    for number, what in enumerate(kinds):
        await hand_in(vera, channel, what=[what], address=f"{PAGE}?item={number}", date=f"{number + 10} November 2026")
    began, presses = time.process_time(), 2
    card = await open_first(ed, channel)
    for number in range(5):
        preview = await drafted(ed, channel, card)
        wanted = {"Announce it, then the next", "Quietly, then the next"}
        if number == 4:
            wanted = {"Record and announce", "Record quietly"}
        done = await ed.click(preview, label=next(label for label in labels(preview) if label in wanted))
        assert "is accepted with it" in texts(done)
        presses += 5
        card = message_of(last(done))
        assert number == 4 or "Next" not in labels(done), "the next is open already"
    assert presses == 27
    assert time.process_time() - began <= SECONDS
    assert waits_not(await ed.slash(channel, "queue"), "Tips")
