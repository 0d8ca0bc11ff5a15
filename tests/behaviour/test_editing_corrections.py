"""What was recorded wrongly is corrected or withdrawn, and stays in the history."""

from __future__ import annotations

from typing import Any

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.standings import Standing
from db.store.audit import entries_about
from tests.behaviour.database_lock_steps import TOLD, answered_first, locked
from tests.behaviour.editing_steps import (
    JUNEAU,
    SUSPENDED,
    TIE,
    act_fields,
    act_of,
    record_it,
    standing,
    withdraw,
)
from tests.world import labels, last, message_of, selects, texts

pytestmark = pytest.mark.usefixtures("home")

KEPT = f"{TIE}.20220404.kept"


async def mend(who: MemberActor, channel: ChannelHandle, how: str, **options: Any) -> Any:
    """The answer to `/record correct` or `retract` in Juneau."""
    chosen = {"place": JUNEAU, "why": "The reporter mixed up two votes."} | options
    return await who.slash(channel, f"record {how}", **chosen)


async def test_a_correction_begins_as_the_wrong_act_is_and_takes_its_place(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    await record_it(ed, channel)
    form = await mend(ed, channel, "correct", act=SUSPENDED, kind="ended")
    typed = act_fields("ended", summary="Voted to end the sister-city tie.")
    card = message_of(await ed.submit_modal(form, typed))
    said = texts(card)
    assert "Record this correction?" in said
    assert (
        "In the order of acts it comes after “Kept” of 4 April 2022 by “Juneau Assembly”. It is the last so far."
        in said
    )
    assert not selects(card)
    assert "It replaces: 20 November 2026 · Suspended · Juneau Assembly" in said
    assert "What was wrong: The reporter mixed up two votes." in said
    assert "Before: ◐ Suspended" in said
    assert "After: ○ Ended" in said
    await ed.click(card, label="Correct quietly")
    assert standing(bot) is Standing.ENDED
    act = act_of(bot, f"{TIE}.20261120.ended")
    assert (act.replaces, act.replaces_why) == (SUSPENDED, "The reporter mixed up two votes.")
    assert act.sources == act_of(bot, SUSPENDED).sources
    assert [entry.did for entry in await entries_about(bot.database, TIE)] == ["corrected", "recorded"]


async def test_a_correction_is_taken_back_by_another_that_says_what_stood_before(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    await record_it(ed, channel)
    form = await mend(ed, channel, "correct", act=SUSPENDED, kind="ended")
    card = message_of(await ed.submit_modal(form, act_fields("ended", summary="Voted to end the sister-city tie.")))
    done = await ed.click(card, label="Correct quietly")
    form = await ed.click(message_of(done), label="Undo")
    assert "What is wrong with the correction" in str(form.modal)
    assert "Why it should not be on record" not in str(form.modal)
    card = message_of(await ed.submit_modal(form, {"why": "It was a suspension after all."}))
    said = texts(card)
    assert "Record this correction?" in said
    assert "It replaces: 20 November 2026 · Ended · Juneau Assembly" in said
    assert "What was wrong: It was a suspension after all." in said
    assert "After: ◐ Suspended" in said
    await ed.click(card, label="Correct quietly")
    assert standing(bot) is Standing.SUSPENDED
    again, before = act_of(bot, f"{SUSPENDED}-2"), act_of(bot, SUSPENDED)
    assert (again.summary, again.vote, again.sources) == (before.summary, before.vote, before.sources)


async def test_an_undo_that_was_overtaken_says_so(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    await record_it(ed, channel)
    form = await mend(ed, channel, "correct", act=SUSPENDED, kind="ended")
    card = message_of(await ed.submit_modal(form, act_fields("ended", summary="Voted to end the sister-city tie.")))
    done = message_of(await ed.click(card, label="Correct quietly"))
    form = await ed.click(done, label="Undo")
    card = message_of(await ed.submit_modal(form, {"why": "It was a suspension after all."}))
    await ed.click(card, label="Correct quietly")
    assert "there is nothing to undo here" in texts(last(await ed.click(done, label="Undo")))


async def test_a_withdrawal_is_taken_back_by_recording_again_what_was_withdrawn(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await record_it(ed, channel)
    done = message_of(await withdraw(ed, eve, channel, "It never happened."))
    form = await eve.click(done, label="Undo")
    assert "What is wrong with the withdrawal" in str(form.modal)
    card = message_of(await eve.submit_modal(form, {"why": "The minutes have the vote."}))
    said = texts(card)
    assert "Record this act?" in said
    assert "It replaces: 20 November 2026 · Suspended · Juneau Assembly" in said
    assert "Why: The minutes have the vote." in said
    assert "One like it was withdrawn" not in said
    assert "After: ◐ Suspended" in said
    again = message_of(await eve.click(card, label="Record quietly"))
    assert standing(bot) is Standing.SUSPENDED
    act, before = act_of(bot, f"{SUSPENDED}-2"), act_of(bot, SUSPENDED)
    assert (act.summary, act.vote, act.sources) == (before.summary, before.vote, before.sources)
    assert (act.replaces, act.replaces_why) == (SUSPENDED, "The minutes have the vote.")
    shown = message_of(await ed.slash(channel, "status", place=JUNEAU))
    gone = next(
        line for line in texts(await ed.click(shown, label="History")).split("\n") if "It never happened" in line
    )
    assert "Withdrawn: It never happened. Another entry has taken its place." in gone
    assert "Wrong, and corrected" not in gone
    decisions = texts(await ed.slash(channel, "record history", place=JUNEAU))
    assert "active → suspended, quietly. Reason: The minutes have the vote." in decisions
    assert "there is nothing to undo here" in texts(last(await eve.click(done, label="Undo")))
    form = await eve.click(again, label="Undo")
    card = message_of(await eve.submit_modal(form, {"why": "They do not have it."}))
    assert "Withdraw this act?" in texts(card)
    assert "After: ● Active" in texts(card)


async def test_of_two_who_take_a_withdrawal_back_one_does(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await record_it(ed, channel)
    done = message_of(await withdraw(ed, eve, channel, "It never happened."))
    first, second = [
        message_of(await eve.submit_modal(await eve.click(done, label="Undo"), {"why": "The minutes have it."}))
        for _ in range(2)
    ]
    await eve.click(first, label="Record quietly")
    late = await eve.click(second, label="Record quietly")
    assert "This changed since the card was made" in texts(late.followups[-1])
    assert "withdrawn or corrected by somebody meanwhile" in texts(late)
    assert not [act for act in bot.register.tie(TIE).acts if act.id == f"{SUSPENDED}-3"]


async def test_a_correction_of_the_words_alone_keeps_the_standing(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    form = await mend(ed, channel, "correct", act="assembly kept")
    typed = act_fields("kept", summary="Voted down a resolution to suspend.", vote="5–4 against suspending")
    card = message_of(await ed.submit_modal(form, typed))
    assert "The standing stays: ● Active" in texts(card)
    await ed.click(card, label="Correct quietly")
    assert bot.register.status(TIE).basis == act_of(bot, f"{KEPT}-2")


async def test_a_correction_that_changes_nothing_is_refused_and_leads_to_the_date(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    await record_it(ed, channel)
    form = await mend(ed, channel, "correct", act=SUSPENDED)
    known = act_of(bot, SUSPENDED)
    same = {"summary": known.summary, "vote": known.vote or "", "condition": known.condition or ""}
    card = message_of(await ed.submit_modal(form, act_fields(**same)))
    assert "Something has to differ from the act on record: its date or kind, its words, or its sources." in texts(card)
    assert labels(card)[0] == "Change date or kind"
    form = await ed.click(card, label="Change date or kind")
    assert "'20 November 2026'" in str(form.modal)
    dated = {"date": "19 November 2026", "kind": ["suspended"], "why": "It was the day before."}
    assert "Record this correction?" in texts(await ed.submit_modal(form, dated))


async def test_a_withdrawn_act_decides_nothing_more_and_stays_in_the_history(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await record_it(ed, channel)
    card = message_of(await mend(ed, channel, "retract", act=SUSPENDED))
    said = texts(card)
    assert "Withdraw this act?" in said
    assert "Before: ◐ Suspended" in said
    assert "After: ● Active" in said
    assert "never announced, so there is no message to mend" in said
    assert "It moves the standing and brings no source of its own, so a second editor has to confirm it." in said
    assert labels(card) == ["Ask a second editor", "Edit the reason", "Cancel"]
    await ed.click(card, label="Ask a second editor")
    asked = channel.last_message
    assert asked is not None
    assert "A second editor is asked: withdraw this act?" in texts(asked)
    assert "It moves the standing and brings no source of its own" in texts(asked)
    assert standing(bot) is Standing.SUSPENDED
    assert "another editor has to confirm" in texts(last(await ed.click(asked, label="Confirm quietly")))
    await eve.click(asked, label="Confirm quietly")
    assert standing(bot) is Standing.ACTIVE
    assert act_of(bot, SUSPENDED).retracted == "The reporter mixed up two votes."
    (entry, _) = await entries_about(bot.database, TIE)
    assert (entry.who, entry.did, entry.before) == (eve.id, "withdrew", "suspended")
    history = texts(await ed.slash(channel, "record history", place=JUNEAU))
    withdrawn = "withdrew “20 November 2026 · Suspended · Juneau Assembly · 9–0”: suspended → active, quietly. Reason: "
    assert f"<@{eve.id}> {withdrawn}" in history
    assert f"(entered by <@{ed.id}>)" in history


async def test_a_withdrawn_correction_does_not_bring_back_what_it_had_corrected(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    await record_it(ed, channel)
    form = await mend(ed, channel, "correct", act=SUSPENDED)
    card = message_of(await ed.submit_modal(form, act_fields(vote="7–4")))
    await ed.click(card, label="Correct quietly")
    right = f"{SUSPENDED}-2"
    card = message_of(await mend(ed, channel, "retract", act=right))
    assert "After: ● Active" in texts(card)
    assert "This act was itself a correction. The act it had corrected stays out too" in texts(card)
    assert "It replaces" not in texts(card)
    await withdraw(ed, eve, channel, "It never happened.", act=right)
    assert standing(bot) is Standing.ACTIVE
    shown = await ed.slash(channel, "status", place=JUNEAU)
    assert "7–4" not in texts(shown)
    assert "9–0" not in texts(shown)
    wrong, mended = [
        line for line in texts(await ed.click(message_of(shown), label="History")).split("\n") if "20 November" in line
    ][:2]
    assert "(9–0)" in wrong
    assert "Wrong, and corrected by another entry." in wrong
    assert "(7–4)" in mended
    assert "corrected by another entry" not in mended
    assert "Withdrawn: It never happened." in mended


async def test_the_act_is_asked_for_where_none_was_named(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    asked = await mend(ed, channel, "retract")
    assert "Which act of" in texts(asked)
    (select,) = selects(asked)
    assert [option.value for option in select.options] == [KEPT, f"{TIE}.20220404.proposed"]
    card = await ed.select(message_of(asked), [KEPT], custom_id=select.custom_id)
    assert "After: ? Unconfirmed" in texts(card)
    form = await ed.click(message_of(card), label="Edit the reason")
    card = await ed.submit_modal(form, {"why": "It was another city's vote."})
    assert "Why: It was another city's vote." in texts(card)


async def test_acts_are_offered_while_typing(ed: MemberActor, channel: ChannelHandle) -> None:
    offered = await ed.autocomplete(channel, "record correct", "act", "kept", place=JUNEAU)
    assert offered == [{"name": "4 April 2022 · Kept · Juneau Assembly · 5–4 against suspending", "value": KEPT}]


async def test_a_tie_without_acts_has_nothing_to_mend(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    bare = next(tie for tie in bot.register.record.ties.values() if not tie.acts)
    refused = await mend(ed, channel, "correct", place=bare.id)
    assert "has no act on record that could be corrected or withdrawn" in texts(refused)


async def test_two_editors_who_mend_the_same_act_mend_it_once(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    proposed = f"{TIE}.20220404.proposed"
    first = message_of(await mend(ed, channel, "retract", act=proposed))
    second = message_of(await mend(eve, channel, "retract", act=proposed))
    await ed.click(first, label="Withdraw quietly")
    late = await eve.click(second, label="Withdraw quietly")
    assert "This changed since the card was made" in texts(late.followups[-1])
    assert "withdrawn or corrected by somebody meanwhile" in texts(late)
    assert labels(late) == ["Cancel"]
    assert "Canceled" in texts(await eve.click(message_of(late), label="Cancel"))
    assert len(await entries_about(bot.database, TIE)) == 1


@pytest.mark.expects_errors
async def test_a_withdrawal_begun_while_the_database_is_locked_is_answered_at_once(
    env: Env, bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    async with locked(bot):
        said = await mend(ed, channel, "retract", act=KEPT)
        assert answered_first(env)
        assert TOLD in texts(said.followups[-1] if said.followups else message_of(said))
    assert "Withdraw this act?" in texts(await mend(ed, channel, "retract", act=KEPT))


async def test_volunteers_cannot_mend(vera: MemberActor, channel: ChannelHandle) -> None:
    for how in ("correct", "retract"):
        assert "Only editors can do this" in texts(await mend(vera, channel, how, act=KEPT))
