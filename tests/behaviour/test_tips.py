"""Tips: handed in by volunteers, joined, decided by editors, and told of; they move nothing by themselves."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date, timedelta

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.routes import FormRoute
from cogs.tips import routes
from db.record.models import ArchivedCopy
from db.record.pages import page_of
from db.record.standings import Standing
from db.store import tips
from db.store.drafts import open_drafts_of, read_draft
from db.store.tip_models import NewTip, TipState, TipSubject
from preview import World
from tests.behaviour.announcements_steps import HOUR, SWEEP, later, mentions, swept
from tests.behaviour.editing_steps import (
    ACT,
    JUNEAU,
    MINUTES,
    NEWS,
    SUSPENDED,
    TIE,
    act_fields,
    act_of,
    set_up,
    standing,
    take_role,
)
from tests.behaviour.forging import forge_form
from tests.behaviour.tips_steps import PAGE, TIP, decide, hand_in, open_first
from tests.world import labels, last, message_of, selects, texts, waits_not


@pytest.fixture(autouse=True)
async def home(bot: Tiewatch, world: World) -> None:
    """The home server is set up."""
    await set_up(world)


async def heard(env: Env, who: MemberActor) -> list[str]:
    """What a person was told in direct messages."""
    await swept(env)
    return [texts(said) for said in who.user.dm_channel.history()]


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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("yesterday", "27 November 2026"),
        ("вчора", "27 November 2026"),
        ("20 листопада 2026", "20 November 2026"),
        ("April 2022", "April 2022"),
        ("last month", "October 2026"),
        ("Минулого місяця", "October 2026"),
        ("last year", "2025"),
        ("4/5/2022", "4/5/2022"),
        ("last month I think", "“last month I think”, as said on 28 November 2026"),
        ("", ""),
    ],
)
async def test_a_date_means_the_same_to_every_editor_on_every_day(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, typed: str, kept: str
) -> None:
    assert kept in texts(await hand_in(vera, channel, date=typed))
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert tip.date == kept


async def test_a_date_that_cannot_be_read_stands_beside_the_draft_and_not_in_it(
    vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel, date="when the snow had just melted, as my neighbour says")
    draft = await ed.click(await open_first(ed, channel), label="Record an act")
    said = texts(draft)
    assert "Said of the date: “when the snow had just melted, as my neighbour says”, as said on 28 November" in said
    assert "The date is missing." in said
    assert "not a date that I can read" not in said
    form = await ed.click(message_of(draft), label="Change date or kind")
    assert "snow" not in str(form.modal)


async def test_a_page_that_only_a_later_sender_named_is_what_a_tip_is_checked_against(
    vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel, address="")
    card = await open_first(ed, channel)
    assert "No page was given, so there is nothing to check it against yet." in texts(card)
    await hand_in(olga, channel, address="https://unheard-of.example/juneau")
    said = texts(await open_first(ed, channel))
    assert f"<@{olga.id}>" in said
    assert "No page was given" not in said
    assert "The record has no page of this site" in said


async def test_a_receipt_says_how_a_tip_was_understood_and_what_it_lacks(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    """As a newcomer hands in a page in Ukrainian, a rumour, a wrong phone, and a place without a tie."""
    page = {"address": "https://paper.example/juneau", "words": "Джуно призупинило побратимство"}
    said = texts(await hand_in(vera, channel, place="Джуно", **page))
    assert "**Juneau, Alaska – Vladivostok, Primorsky Krai, Russia**: suspended, 20 November 2026" in said
    assert "Nobody can check it yet" not in said
    rumour = {"date": "", "address": "", "words": "A friend told me that they ended it."}
    said = texts(await hand_in(vera, channel, what=["ended"], place="Tacoma", **rumour))
    assert "**Tacoma, Washington – Vladivostok, Primorsky Krai, Russia**: ended\n" in said
    assert "Nobody can check it yet" in said
    phone = {"date": "", "address": "", "words": "The mayor's phone is wrong."}
    said = texts(await hand_in(vera, channel, what=["office"], place="Portland, Oregon", **phone))
    assert "On record is each office’s own page, and no phone number" in said
    plaque = {"date": "", "address": "", "words": "A plaque in the park says so."}
    said = texts(await hand_in(vera, channel, what=["new_tie"], place="Boise, Idaho and Chita", **plaque))
    assert "**Boise, Idaho and Chita**: a tie not on record\n" in said


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


async def test_a_sender_withdraws_and_whoever_reported_the_same_takes_their_place(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    mine = await hand_in(vera, channel)
    await hand_in(olga, channel)
    assert "withdrawn" in texts(await vera.click(message_of(mine), label="Withdraw"))
    card = texts(await open_first(ed, channel))
    assert f"Reported by <@{olga.id}>" in card
    assert f"<@{vera.id}>" not in card


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


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://discord.com/channels/1/2/3", "leads into Discord"),
        ("discord.gg/tiewatch", "leads into Discord"),
        ("http://127.0.0.1/admin", "no public page"),
        ("http://192.168.0.1", "no public page"),
        ("https://user:secret@juneau.org/x", "no public page"),
        ("javascript:alert(1)", "no public page"),
        (f"https://juneau.org/{'x' * 3000}", "no public page"),
    ],
)
async def test_a_link_that_nobody_else_can_open_is_kept_as_words(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle, address: str, told: str
) -> None:
    assert told in texts(await hand_in(vera, channel, address=address, words=""))
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert (tip.address, tip.words) == ("", address)
    assert "No page was given" in texts(await open_first(ed, channel))


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


async def test_words_of_a_sender_show_as_they_are(vera: MemberActor, ed: MemberActor, channel: ChannelHandle) -> None:
    await hand_in(vera, channel, words="@everyone **look** [here](https://evil.example)")
    said = texts(await open_first(ed, channel))
    assert r"\*\*look\*\*" in said
    assert "@everyone" not in said
    assert r"\[here\]" in said


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


async def test_without_editors_nothing_is_taken(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    bot.editor_role = None
    assert "Nobody reviews tips" in texts(await vera.slash(channel, "tip send"))


async def test_new_work_is_told_in_the_review_channel_at_most_once_an_hour(
    env: Env, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel)
    await hand_in(olga, channel, address="", date="")
    await swept(env)
    told = [texts(said) for said in channel.history() if "New work waits" in texts(said)]
    assert len(told) == 1
    assert "**Tips**: 1 tip" in told[0]
    await env.advance_time(3600)
    told = [texts(said) for said in channel.history() if "New work waits" in texts(said)]
    assert len(told) == 2
    assert any("**Tips**: 2 tips" in text for text in told)


@pytest.mark.parametrize("wanted", [True, False])
async def test_what_has_waited_for_a_week_is_told_of_once_a_week_if_the_setup_wants_pings(
    bot: Tiewatch, env: Env, world: World, vera: MemberActor, channel: ChannelHandle, wanted: bool
) -> None:
    await world.olga.slash(channel, "setup", role=world.editors, channel=channel, ping=wanted)
    await hand_in(vera, channel)
    reminded = []
    for days in (2.1, 7, 0):
        later(bot, days=days)
        await env.advance_time(HOUR + SWEEP)
        told = [texts(said) for said in channel.history()]
        reminded.append([text for text in told if "This has waited for a week or more" in text])
    assert [len(found) for found in reminded] == ([0, 1, 1] if wanted else [0, 0, 0])
    if wanted:
        assert "**Tips**: 1 tip, for 9 days" in reminded[1][0]
        assert "something has waited for a week or more." in reminded[1][0]


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_editors_are_called_for_new_tips_once_an_hour_if_the_setup_says_so(
    env: Env, world: World, vera: MemberActor, olga: MemberActor, channel: ChannelHandle, wanted: bool
) -> None:
    role = world.editors
    await world.olga.slash(channel, "setup", role=role, channel=channel, ping=wanted)
    await hand_in(vera, channel)
    await swept(env)
    await hand_in(olga, channel, address="", date="")
    await swept(env)
    called = [said for said in channel.history() if f"<@&{role.id}>" in texts(said) and "New work" in texts(said)]
    assert len(called) == int(wanted)
    pings = [sent for sent in mentions(env, "POST", f"/channels/{channel.id}/messages") if sent.get("roles")]
    assert [[int(name) for name in sent["roles"]] for sent in pings] == [[role.id]] * int(wanted)
    await env.advance_time(3600)
    called = [said for said in channel.history() if f"<@&{role.id}>" in texts(said) and "New work" in texts(said)]
    assert len(called) == 2 * int(wanted)


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


async def drafted(who: MemberActor, channel: ChannelHandle, card: discord.Message) -> discord.Message:
    """The preview of what an editor enters from the card of a tip: four presses."""
    kind = texts(card).split(": ")[1].split("\n")[0]
    typed = act_fields("statement")
    typed |= {"condition": ""} if kind == "suspended" else {"hearing": ""} if kind == "a proposal" else {}
    form = await who.click(card, label="Record an act")
    draft = message_of(await who.submit_modal(form, typed | {"summary": "The Assembly did what it did that day."}))
    source = await who.click(draft, label="Fix source 1")
    (address,) = set(re.findall(r"https://juneau\.org/minutes/[0-9]+\.pdf(?:\?item=[0-9])?", texts(card)))
    return message_of(await who.submit_modal(source, {**MINUTES, "address": address, "published": ""}))


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


async def test_a_coming_vote_that_is_reported_becomes_the_hearing_of_its_proposal(
    vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await hand_in(vera, channel, what=["proposed"], date="3 December 2026")
    draft = texts(await ed.click(await open_first(ed, channel), label="Record an act"))
    assert "Still needed" in draft
    assert "Hearing: 2026-12-03" in draft
    assert "is in the future" not in draft


async def test_a_page_on_record_is_named_with_its_archived_copies(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    source = next(iter(bot.register.record.sources.values()))
    copy = ArchivedCopy(f"https://web.archive.org/web/20220303000000/{source.url}", date(2022, 3, 3))
    await hand_in(vera, channel, address=source.url)
    assert "No archived copy of it is on record." in texts(await open_first(ed, channel))
    bot.register.replace_source(replace(source, copies=(copy,)))
    card = texts(await open_first(ed, channel))
    assert f"with [copy of 3 March 2022](<{copy.url}>)" in card


async def test_what_a_feed_knows_of_its_page_is_not_typed_again_by_an_editor(
    bot: Tiewatch, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    found = NewTip(
        TipSubject.OTHER,
        TIE,
        date="2026-11-20",
        address=PAGE,
        page=page_of(PAGE),
        machine="A feed",
        title="Juneau votes",
    )
    await hand_in(vera, channel)
    async with bot.database.transaction() as conn:
        await tips.add(conn, found, bot.clock())
    form = await ed.click(await open_first(ed, channel), label="Record an act")
    draft = message_of(await ed.submit_modal(form, act_fields()))
    assert "Source: Juneau votes" in texts(draft)
    assert "The title is missing" not in texts(draft)
    (kept,) = await open_drafts_of(bot.database, ed.id)
    read = await read_draft(bot.database, kept)
    assert read is not None
    assert [(source.address, source.title, source.published) for source in read.sources] == [
        (PAGE, "Juneau votes", "2026-11-20")
    ]


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
