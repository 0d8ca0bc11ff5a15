"""Thin evidence for a change of standing: a second editor, a proposal, or a dispute."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.standings import Standing
from db.store.draft_models import DraftTask
from db.store.drafts import open_draft
from preview import World
from tests.behaviour.announcements_steps import mentions, real, swept, told
from tests.behaviour.editing_steps import (
    MINUTES,
    NEWS,
    SUSPENDED,
    TIE,
    act_fields,
    act_of,
    button_id,
    correct_vote,
    enter,
    standing,
)
from tests.world import labels, last, message_of, selects, texts, waits_not

pytestmark = pytest.mark.usefixtures("home")

OTHER_NEWS = {
    **NEWS,
    "address": "https://www.example-tribune.com/juneau",
    "title": "Assembly votes on sister city",
    "publisher": "Tribune of Example",
}


async def send_back(who: MemberActor, card: discord.Message, why: str) -> Any:
    """The answer to a draft that is sent back with a reason."""
    return await who.submit_modal(await who.click(card, label="Send back"), {"why": why})


async def test_one_report_is_not_enough_to_change_a_standing_alone(ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel, NEWS)
    assert "That is less than grade A, or B, or two independent C" in texts(card)
    assert "Its evidence is thin, so a second editor has to confirm it." in texts(card)
    assert labels(card)[:4] == [
        "Ask a second editor",
        "Record as disputing",
        "Record as a statement only",
        "Record as a proposal only",
    ]
    assert "Record quietly" not in labels(card)


async def test_two_independent_reports_are_enough(ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel, NEWS, OTHER_NEWS)
    assert "Evidence: C, C. That carries a change of standing" in texts(card)
    assert "Record quietly" in labels(card)


async def test_a_second_editor_confirms_in_the_review_channel(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    asked = await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    assert "A second editor is asked" in texts(asked)
    assert standing(bot) is Standing.ACTIVE
    notice = channel.last_message
    assert notice is not None
    said = texts(notice)
    assert f"Entered by <@{ed.id}>" in said
    assert "After: ◐ Suspended" in said
    own = await ed.click(notice, label="Confirm quietly")
    assert "another editor has to confirm" in texts(last(own))
    done = await eve.click(notice, label="Confirm quietly")
    assert f"Entered by <@{ed.id}>, confirmed by <@{eve.id}>" in texts(done)
    assert standing(bot) is Standing.SUSPENDED
    assert act_of(bot, SUSPENDED).actor == "Juneau Assembly"


async def test_a_review_channel_that_cannot_be_written_to_is_said(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, NEWS)
    found = bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    await found.set_permissions(found.guild.me, send_messages=False)
    assert "The bot cannot write there at the moment" in texts(await ed.click(card, label="Ask a second editor"))
    assert "**Waiting for a second editor**: 1 draft" in texts(await eve.slash(channel, "queue"))


async def test_nobody_but_an_editor_confirms(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    for who in (vera, olga):
        for label in ("Confirm quietly", "Send back", "Look again"):
            assert "Only editors can do this" in texts(last(await who.click(notice, label=label)))
    assert standing(bot) is Standing.ACTIVE


async def test_what_is_sent_back_can_be_mended_and_recorded(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    confirm = button_id(notice, "Confirm quietly")
    copy = await eve.click(notice, label="Look again")
    back = await send_back(eve, notice, "The report names no vote.")
    assert f"Sent back by <@{eve.id}>: The report names no vote." in texts(back)
    history = texts(await eve.slash(channel, "record history", place=TIE))
    returned = f"<@{eve.id}> sent back “2026-11-20 · Suspended”. Reason: The report names no vote."
    assert returned in history
    late = await eve.click(message_of(copy), custom_id=confirm)
    assert f"This is the draft of <@{ed.id}>" in texts(last(late))
    listed = await ed.slash(channel, "queue")
    (select,) = selects(listed)
    assert select.options[0].description == "Record suspended 2026-11-20 (sent back)"
    opened = await ed.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)
    assert f"Sent back by <@{eve.id}>:** The report names no vote." in texts(opened)
    form = await ed.click(message_of(opened), label="Add another source")
    card = await ed.submit_modal(form, dict(MINUTES))
    await ed.click(message_of(card), label="Record quietly")
    assert standing(bot) is Standing.SUSPENDED
    history = texts(await eve.slash(channel, "record history", place=TIE))
    assert returned in history
    assert f"<@{ed.id}> recorded “20 November 2026 · Suspended · Juneau Assembly · 9–0”: active → suspended" in history


async def test_what_was_sent_back_may_be_asked_about_again(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, NEWS)
    for _ in range(2):
        await ed.click(card, label="Ask a second editor")
        asked = channel.last_message
        assert asked is not None
        await send_back(eve, asked, "The report names no vote.")
        listed = message_of(await ed.slash(channel, "queue"))
        (select,) = selects(listed)
        card = message_of(await ed.select(listed, [select.options[0].value], custom_id=select.custom_id))
    await ed.click(card, label="Ask a second editor")
    asked = channel.last_message
    assert asked is not None
    await eve.click(asked, label="Confirm quietly")
    assert standing(bot) is Standing.SUSPENDED


async def test_who_entered_a_draft_takes_it_back_without_a_word(ed: MemberActor, channel: ChannelHandle) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    copy = await ed.click(notice, label="Look again")
    assert f"Taken back by <@{ed.id}>." in texts(await ed.click(message_of(copy), label="Take back"))
    assert waits_not(await ed.slash(channel, "queue"), "Waiting for a second editor")


async def test_what_is_sent_back_too_late_is_given_back(
    ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    form = await eve.click(notice, label="Send back")
    await eve.click(notice, label="Confirm quietly")
    late = await eve.submit_modal(form, {"why": "The report names no vote."})
    assert f"already recorded by <@{eve.id}>" in texts(last(late))
    assert "The report names no vote." in texts(last(late))


async def test_a_draft_that_cannot_be_recorded_any_more_has_a_way_out(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record quietly")
    begun = message_of(await ed.slash(channel, "record retract", place=TIE, act=SUSPENDED, why="It never happened."))
    await ed.click(begun, label="Ask a second editor")
    asked = channel.last_message
    assert asked is not None
    await correct_vote(eve, channel, "quietly")
    stuck = message_of(await eve.click(asked, label="Look again"))
    assert labels(stuck) == ["Send back"]
    await send_back(eve, stuck, "It was corrected meanwhile.")
    listed = message_of(await ed.slash(channel, "queue"))
    (select,) = selects(listed)
    opened = message_of(await ed.select(listed, [select.options[0].value], custom_id=select.custom_id))
    assert labels(opened) == ["Cancel"]
    assert "Canceled" in texts(await ed.click(opened, label="Cancel"))


async def test_a_second_editor_who_confirms_too_late_is_told_who_decided(
    bot: Tiewatch, world: World, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    confirm = button_id(notice, "Confirm quietly")
    copy = message_of(await eve.click(notice, label="Look again"))
    await eve.click(notice, label="Confirm quietly")
    late = await eve.click(copy, custom_id=confirm)
    assert f"already recorded by <@{eve.id}>" in texts(last(late))


async def test_a_late_press_is_told_who_decided(ed: MemberActor, eve: MemberActor, channel: ChannelHandle) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    copy = await ed.click(notice, label="Look again")
    await eve.click(notice, label="Confirm quietly")
    late = await ed.click(message_of(copy), label="Take back")
    assert f"already recorded by <@{eve.id}>" in texts(last(late))


async def test_a_draft_that_waits_is_in_everybodys_queue_and_not_to_be_changed(
    ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, NEWS)
    form = await ed.click(card, label="Edit the act")
    await ed.click(card, label="Ask a second editor")
    refused = await ed.submit_modal(form, act_fields(summary="Voted otherwise."))
    assert "waits for a second editor" in texts(last(refused))
    assert "Voted otherwise." in texts(last(refused))
    listed = await eve.slash(channel, "queue")
    assert "**Waiting for a second editor**: 1 draft" in texts(listed)
    (select,) = selects(listed)
    opened = await eve.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)
    assert "Confirm quietly" in labels(opened)


async def test_the_queue_says_how_many_wait_though_its_list_has_but_25(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    async with bot.database.transaction() as conn:
        for _ in range(27):
            await open_draft(conn, editor=ed.id, task=DraftTask.RECORD, at=bot.clock(), tie=TIE, kind="kept")
    listed = await ed.slash(channel, "queue")
    assert "**Your drafts**: 27 drafts; the list has the newest 25" in texts(listed)
    (select,) = selects(listed)
    assert len(select.options) == 25


async def test_it_may_be_recorded_as_a_proposal_which_moves_nothing(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    form = await ed.click(await enter(ed, channel, NEWS), label="Record as a proposal only")
    assert standing(bot) is Standing.ACTIVE
    typed = {
        "actor": "Mayor of Juneau",
        "authority": ["mayor"],
        "summary": "Asked the Assembly to suspend the tie.",
        "vote": "",
        "hearing": "",
    }
    card = await ed.submit_modal(form, typed)
    assert "**Proposed** · 20 November 2026 · Mayor of Juneau" in texts(card)
    assert "Voted to suspend" not in texts(card)
    assert "The standing stays: ● Active" in texts(card)
    await ed.click(message_of(card), label="Record quietly")
    assert act_of(bot, f"{TIE}.20261120.proposed").condition is None
    assert standing(bot) is Standing.ACTIVE


async def test_a_word_that_it_stands_may_be_recorded_as_a_statement_and_is_never_called_a_proposal(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, NEWS, kind="dormant", date="22 November 2026")
    assert "Record as a statement only" in labels(card)
    assert "Record as a proposal only" not in labels(card)
    shown = await ed.click(card, label="Record as a statement only")
    assert "**Statement** · 22 November 2026 · Juneau Assembly" in texts(shown)
    await ed.click(message_of(shown), label="Record quietly")
    assert act_of(bot, f"{TIE}.20261122.statement").summary == "Voted to suspend the sister-city tie."


async def test_it_may_be_recorded_as_disputing_what_stands(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await ed.click(await enter(ed, channel, NEWS), label="Record as disputing")
    assert "After: ▲ Disputed" in texts(card)
    undone = await ed.click(message_of(card), label="No dispute")
    assert "Its evidence is thin, so a second editor has to confirm it." in texts(undone)
    card = await ed.click(message_of(undone), label="Record as disputing")
    await ed.click(message_of(card), label="Record quietly")
    assert standing(bot) is Standing.DISPUTED
    assert act_of(bot, SUSPENDED).disputes == f"{TIE}.20220404.kept"


async def test_a_retraction_that_was_overtaken_by_a_correction_cannot_be_confirmed(
    bot: Tiewatch, env: Env, ed: MemberActor, eve: MemberActor, channel: ChannelHandle, news: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record and announce")
    await swept(env)
    begun = message_of(await ed.slash(channel, "record retract", place=TIE, act=SUSPENDED, why="It never happened."))
    await ed.click(begun, label="Ask a second editor")
    asked = channel.last_message
    assert asked is not None
    await correct_vote(eve, channel, "and announce")
    await swept(env)
    look = await eve.click(asked, label="Look again")
    assert "withdrawn or corrected by somebody meanwhile" in texts(look)
    assert "Confirm and announce" not in labels(look)
    assert standing(bot) is Standing.SUSPENDED
    assert len(told(news)) == 2


async def test_no_second_editor_is_asked_about_a_retraction_that_was_overtaken(
    ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record quietly")
    begun = message_of(await ed.slash(channel, "record retract", place=TIE, act=SUSPENDED, why="It never happened."))
    await correct_vote(eve, channel, "quietly")
    asked = await ed.click(begun, label="Ask a second editor")
    assert "withdrawn or corrected by somebody meanwhile" in texts(asked)
    assert "A second editor is asked" not in texts(asked)


async def test_a_waiting_retraction_that_moves_nothing_any_more_does_not_say_that_it_does(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel), label="Record quietly")
    begun = message_of(await ed.slash(channel, "record retract", place=TIE, act=SUSPENDED, why="It never happened."))
    await ed.click(begun, label="Ask a second editor")
    asked = channel.last_message
    assert asked is not None
    again = await enter(eve, channel, MINUTES, date="22 November 2026")
    await eve.click(again, label="Record quietly")
    said = texts(await eve.click(asked, label="Look again"))
    assert "The standing stays: ◐ Suspended" in said
    assert "It moves the standing" not in said
    assert f"An editor other than <@{ed.id}> has to confirm it." in said


async def test_who_entered_a_draft_takes_it_back_from_the_queue_and_cannot_confirm_it(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    own = await _from_queue(ed, channel)
    assert "Take back" in labels(own)
    assert not [label for label in labels(own) if "onfirm" in label or label == "Send back"]
    assert "Confirm quietly" in labels(await _from_queue(eve, channel))
    back = await ed.click(message_of(own), label="Take back")
    assert f"Taken back by <@{ed.id}>." in texts(back)
    assert "**Your drafts**: 1 draft" in texts(await ed.slash(channel, "queue"))


async def _from_queue(who: MemberActor, channel: ChannelHandle) -> Any:
    listed = await who.slash(channel, "queue")
    (select,) = selects(listed)
    return await who.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)


async def test_who_entered_a_draft_is_told_that_it_was_sent_back(
    env: Env, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    notice = channel.last_message
    assert notice is not None
    await send_back(eve, notice, "The report names no vote.")
    await swept(env)
    (said,) = ed.user.dm_channel.history()
    assert f"<@{eve.id}> wrote: The report names no vote." in texts(said)
    assert "In **Tiewatch home**, `/queue` has your draft" in texts(said)
    assert "It is still open" in texts(last(await ed.user.click(said, label="Is it still open?")))
    listed = await ed.slash(channel, "queue")
    (select,) = selects(listed)
    opened = await ed.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)
    await ed.click(message_of(opened), label="Cancel")
    assert "It is no longer open" in texts(last(await ed.user.click(said, label="Is it still open?")))


async def test_who_takes_a_draft_back_is_not_told_so(env: Env, ed: MemberActor, channel: ChannelHandle) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    await ed.click(message_of(await _from_queue(ed, channel)), label="Take back")
    await swept(env)
    assert ed.user.dm_channel.history() == []


@pytest.mark.parametrize(("minutes", "pings"), [(59, 1), (60, 2)])
async def test_the_editors_role_is_pinged_at_most_once_an_hour(
    bot: Tiewatch,
    env: Env,
    world: World,
    ed: MemberActor,
    channel: ChannelHandle,
    minutes: int,
    pings: int,
) -> None:
    role = world.editors
    said = texts(await world.olga.slash(channel, "setup", role=role, channel=channel, ping=True))
    assert "the role is pinged there, at most once an hour" in said
    start = bot.clock()
    bot.clock = lambda: start
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    await swept(env)
    first = channel.last_message
    assert first is not None
    assert f"<@&{role.id}>: a second editor is asked." in texts(first)
    bot.clock = lambda: start + timedelta(minutes=minutes)
    await ed.click(await enter(ed, channel, OTHER_NEWS, place="Tacoma"), label="Ask a second editor")
    await swept(env)
    asked = [sent for sent in mentions(env, "POST", f"/channels/{channel.id}/messages") if sent.get("roles")]
    assert [[int(name) for name in sent["roles"]] for sent in asked] == [[role.id]] * pings
    assert not [sent for sent in asked if sent["parse"] or sent.get("users")]
    assert len([message for message in channel.history() if "a second editor is asked." in texts(message)]) == pings


async def test_without_the_option_nobody_is_pinged(env: Env, ed: MemberActor, channel: ChannelHandle) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    await swept(env)
    assert not [sent for sent in mentions(env, "POST", f"/channels/{channel.id}/messages") if sent.get("roles")]


async def test_a_role_that_cannot_be_pinged_is_refused(bot: Tiewatch, world: World, channel: ChannelHandle) -> None:
    await real(bot, channel).set_permissions(real(bot, channel).guild.me, mention_everyone=False)
    said = texts(await world.olga.slash(channel, "setup", role=world.editors, channel=channel, ping=True))
    assert "The role can be pinged" in said
    assert "Nothing was changed" in said


async def test_what_waits_goes_into_a_new_review_channel_once(
    env: Env, world: World, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await enter(ed, channel, NEWS), label="Ask a second editor")
    other = env.guild.create_text_channel("review")
    for _ in range(2):
        said = await world.olga.slash(channel, "setup", role=world.editors, channel=other)
        assert "Drafts that wait there for a second editor: 1." in texts(said)
        await swept(env)
    cards = [message for message in other.history() if "Confirm quietly" in labels(message)]
    assert len(cards) == 1
    await eve.click(cards[0], label="Confirm quietly")
