"""An editor records an act, from the command to the register."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.standings import Standing
from db.store.audit import entries_about
from preview import World
from tests.behaviour.database_lock_steps import answered_first, locked
from tests.behaviour.dataset_steps import Restart
from tests.behaviour.editing_steps import (
    JUNEAU,
    MINUTES,
    NEWS,
    SUSPENDED,
    TIE,
    act_fields,
    act_of,
    begin,
    button_id,
    enter,
    record_it,
    standing,
    take_role,
)
from tests.world import buttons, labels, last, message_of, selects, texts

pytestmark = pytest.mark.usefixtures("home")


async def test_an_act_is_entered_in_two_forms_previewed_and_recorded(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    answer = await ed.submit_modal(await begin(ed, channel), act_fields())
    said = texts(answer)
    assert "A source is missing" in said
    assert "Voted to suspend" in said
    answer = await ed.submit_modal(await ed.click(message_of(answer), label="Add the source"), dict(MINUTES))
    said = texts(answer)
    assert "Before: ● Active (Juneau Assembly, 4 April 2022)" in said
    assert "After: ◐ Suspended, not ended (Juneau Assembly, 20 November 2026)" in said
    assert "last so far" in said
    assert "The suspension is to last until Russian troops have left Ukraine" in said
    assert "carries a change of standing" in said
    done = await ed.click(message_of(answer), label="Record quietly")
    assert "### Recorded" in texts(done)
    act = act_of(bot, SUSPENDED)
    assert (act.actor, act.vote, act.condition) == ("Juneau Assembly", "9–0", "Until Russian troops have left Ukraine")
    assert bot.register.record.sources[act.sources[0]].url == MINUTES["address"]
    assert standing(bot) is Standing.SUSPENDED


async def test_what_was_recorded_is_there_for_everybody_after_a_restart_with_an_audit_row(
    ed: MemberActor, vera: MemberActor, channel: ChannelHandle, restart: Restart
) -> None:
    await record_it(ed, channel)
    bot = await restart()
    assert standing(bot) is Standing.SUSPENDED
    (entry,) = await entries_about(bot.database, TIE)
    assert (entry.who, entry.did, entry.before) == (ed.id, "recorded", "active")
    assert (entry.after, entry.draft) == ("suspended", 1)
    assert "20 November 2026" in texts(await vera.slash(channel, "status", place=JUNEAU))


async def test_only_an_editor_may_record(vera: MemberActor, olga: MemberActor, channel: ChannelHandle) -> None:
    for who in (vera, olga):
        refused = await begin(who, channel)
        assert refused.modal is None
        assert "Only editors can do this" in texts(last(refused))


async def test_a_command_with_a_bad_date_or_place_is_refused_with_the_reason(
    ed: MemberActor, channel: ChannelHandle
) -> None:
    for option, typed, says in (
        ("date", "29 November 2026", "in the future"),
        ("date", "1939", "before 1940"),
        ("date", "some day", "not a date that I can read"),
        ("place", "Atlantis", "No tie on record fits “Atlantis”"),
        ("place", "Portland, Texas", "No tie on record"),
        ("place", "*@everyone*", "No tie on record"),
    ):
        refused = await begin(ed, channel, **{option: typed})
        assert refused.modal is None
        assert says in texts(refused)


async def test_a_date_that_cannot_be_read_loses_neither_place_nor_kind(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await begin(ed, channel, date="29 Nov 2026")
    said = texts(card)
    assert JUNEAU in said
    assert "**Suspended** · 29 November 2026" in said
    assert "is in the future" in said
    primary = [button.label for button in buttons(card) if button.style.name == "primary"]
    assert primary == ["Change date or kind"]
    form = await ed.click(message_of(card), label="Change date or kind")
    card = await ed.submit_modal(form, {"date": "20 November 2026", "kind": ["suspended"]})
    assert "is in the future" not in texts(card)
    form = await ed.click(message_of(card), label="Enter the act")
    card = await ed.submit_modal(form, act_fields())
    assert "**Suspended** · 20 November 2026" in texts(card)


async def test_places_are_suggested_by_tie_and_a_free_text_is_taken(ed: MemberActor, channel: ChannelHandle) -> None:
    offered = await ed.autocomplete(channel, "record act", "place", "Junea")
    assert [found["value"] for found in offered] == [JUNEAU]
    assert (await begin(ed, channel, place="juneau")).modal is not None


async def test_a_place_with_several_ties_is_asked_about(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    asked = await begin(ed, channel, place="Vladivostok")
    assert "Which tie?" in texts(asked)
    (select,) = selects(asked)
    assert TIE in [option.value for option in select.options]
    form = await ed.select(message_of(asked), [TIE], custom_id=select.custom_id)
    answer = await ed.submit_modal(form, act_fields())
    assert JUNEAU in texts(answer)


async def test_a_date_known_to_the_month_stays_so_and_its_place_can_be_chosen(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, kind="statement", date="April 2022")
    said = texts(card)
    assert "**Statement** · April 2022" in said
    assert "Its date allows other places too" in said
    (select,) = selects(card)
    moved = await ed.select(card, ["first"], custom_id=select.custom_id)
    assert "In the order of acts it comes before" in texts(moved)
    await ed.click(message_of(moved), label="Record quietly")
    assert bot.register.tie(TIE).acts[0].id == f"{TIE}.202204.statement"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("11/4/2026", "4 November 2026 (read month first)"), ("04.11.2026", "4 November 2026 (read day first)")],
)
async def test_figures_that_may_be_read_otherwise_are_said_to_be_read_so(
    typed: str, read: str, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, date=typed)
    assert read in texts(card)


async def test_the_date_and_kind_can_be_changed_afterwards(ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel)
    form = await ed.click(card, label="Change date or kind")
    answer = await ed.submit_modal(form, {"date": "next week", "kind": ["ended"]})
    assert "“next week” is not a date" in texts(answer)
    form = await ed.click(message_of(answer), label="Change date or kind")
    answer = await ed.submit_modal(form, {"date": "19 November 2026", "kind": ["ended"]})
    assert "After: ○ Ended (Juneau Assembly, 19 November 2026)" in texts(answer)


async def test_a_proposal_carries_its_hearing_and_moves_nothing(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, kind="proposed")
    assert "Hearing: 3 December 2026" in texts(card)
    assert "The standing stays: ● Active" in texts(card)
    await ed.click(card, label="Record quietly")
    assert str(act_of(bot, f"{TIE}.20261120.proposed").hearing) == "2026-12-03"
    assert standing(bot) is Standing.ACTIVE


async def test_an_older_act_is_said_to_be_overruled_by_a_later_one(ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel, kind="confirmed", date="20 March 2022")
    assert "A later act still decides the standing: “Kept” of 4 April 2022 by “Juneau Assembly”" in texts(card)


async def test_the_same_act_again_is_refused_and_the_known_one_shown(ed: MemberActor, channel: ChannelHandle) -> None:
    await record_it(ed, channel)
    answer = await ed.submit_modal(
        await begin(ed, channel), act_fields(actor="juneau assembly", summary="Other words.")
    )
    answer = await ed.submit_modal(await ed.click(message_of(answer), label="Add the source"), dict(NEWS))
    said = texts(answer)
    assert "The record already has this act" in said
    assert "Voted to suspend the sister-city tie." in said
    assert not [label for label in labels(answer) if label.startswith("Record")]


async def test_two_editors_with_the_same_act_record_it_once(
    bot: Tiewatch, ed: MemberActor, eve: MemberActor, channel: ChannelHandle
) -> None:
    first, second = await enter(ed, channel), await enter(eve, channel)
    await ed.click(first, label="Record quietly")
    late = await eve.click(second, label="Record quietly")
    assert "This changed since the card was made, so nothing was recorded" in texts(late.followups[-1])
    assert "The record already has this act" in texts(message_of(late))
    assert [act.id for act in bot.register.tie(TIE).acts].count(SUSPENDED) == 1


async def test_a_second_press_is_told_that_it_is_done(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel)
    other = await ed.slash(channel, "queue")
    again = await ed.select(message_of(other), [button_id(card, "Cancel").split("/")[-1]])
    await ed.click(card, label="Record quietly")
    late = await ed.click(message_of(again), label="Record quietly")
    assert f"This was already recorded by <@{ed.id}>" in texts(last(late))
    assert len(bot.register.tie(TIE).acts) == 3


async def test_a_page_that_the_record_has_is_recognised_by_its_address(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    known = bot.register.record.sources["ktoo-20220406"]
    typed = {
        "address": known.url.replace("https://", "http://"),
        "title": "",
        "publisher": "",
        "published": "",
        "grade": [],
    }
    card = await enter(ed, channel, typed, kind="statement", date="6 April 2022")
    assert known.publisher in texts(card)
    await ed.click(card, label="Record quietly")
    assert act_of(bot, f"{TIE}.20220406.statement").sources == (known.id,)


async def test_what_is_typed_about_a_known_page_is_said_not_to_count(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    known = bot.register.record.sources["ktoo-20220406"]
    card = await enter(ed, channel, {**MINUTES, "address": known.url})
    said = texts(card)
    assert "The record has this page already" in said
    assert "Evidence: C. That is less than grade A" in said


async def test_a_card_that_was_overtaken_by_an_edit_records_nothing(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel)
    old = button_id(card, "Record quietly")
    listed = await ed.slash(channel, "queue")
    (select,) = selects(listed)
    copy = await ed.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)
    form = await ed.click(message_of(copy), label="Edit the act")
    await ed.submit_modal(form, act_fields(summary="Voted to suspend the tie for a year."))
    late = await ed.click(card, custom_id=old)
    assert "This changed since the card was made" in texts(late.followups[-1])
    assert "for a year" in texts(late)
    assert standing(bot) is Standing.ACTIVE


async def test_pages_that_the_record_has_for_the_tie_are_offered(ed: MemberActor, channel: ChannelHandle) -> None:
    answer = await ed.submit_modal(await begin(ed, channel), act_fields())
    (select,) = selects(answer)
    assert "ktoo-20220406" in [option.value for option in select.options]
    card = await ed.select(message_of(answer), ["ktoo-20220406"], custom_id=select.custom_id)
    assert "Record this act?" in texts(card)


async def test_a_source_that_is_no_web_page_is_kept_and_can_be_mended(ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel, {**MINUTES, "address": "ftp://juneau.org/minutes"})
    said = texts(card)
    assert "must start with https:// or http://" in said
    assert MINUTES["title"] in said
    card = message_of(await ed.submit_modal(await ed.click(card, label="Fix source 1"), dict(MINUTES)))
    assert "Record this act?" in texts(card)


async def test_a_source_without_its_address_is_kept_and_asked_for(ed: MemberActor, channel: ChannelHandle) -> None:
    card = await enter(ed, channel, {**MINUTES, "address": ""})
    said = texts(card)
    assert "The address of the page is missing" in said
    assert f"Source: {MINUTES['title']}" in said
    assert "Fix source 1" in labels(card)


async def test_several_sources_are_entered_edited_and_taken_out(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel, MINUTES, NEWS)
    assert "Evidence: A, C." in texts(card)
    asked = await ed.click(card, label="Edit the sources")
    (select,) = selects(asked)
    form = await ed.select(message_of(asked), ["2"], custom_id=select.custom_id)
    card = message_of(await ed.submit_modal(form, dict.fromkeys(("address", "title", "publisher", "published"), "")))
    assert "Evidence: A." in texts(card)
    await ed.click(card, label="Record quietly")
    assert len(act_of(bot, SUSPENDED).sources) == 1


async def test_the_bot_may_restart_at_every_step_and_nothing_typed_is_lost(
    ed: MemberActor, channel: ChannelHandle, restart: Restart
) -> None:
    form = await begin(ed, channel)
    await restart()
    answer = await ed.submit_modal(form, act_fields())
    await restart()
    form = await ed.click(message_of(answer), label="Add the source")
    await restart()
    answer = await ed.submit_modal(form, dict(MINUTES))
    bot = await restart()
    await ed.click(message_of(answer), label="Record quietly")
    assert standing(bot) is Standing.SUSPENDED


async def test_a_form_whose_answer_does_not_reach_discord_is_saved_all_the_same(
    env: Env, bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(ed, channel)
    env.inject_error("POST", "/interactions/*/*/callback", status=500)
    await ed.submit_modal(shown, act_fields())
    drafts = await bot.database.read("SELECT actor, summary FROM draft")
    assert [tuple(row) for row in drafts] == [(act_fields()["actor"], act_fields()["summary"])]


async def test_the_evidence_grade_has_one_name(ed: MemberActor, channel: ChannelHandle) -> None:
    answer = await ed.submit_modal(await begin(ed, channel), act_fields())
    form = await ed.click(message_of(answer), label="Add the source")
    assert form.modal is not None
    assert "Evidence grade" in [item["label"] for item in form.modal["components"]]
    card = await ed.submit_modal(form, {**MINUTES, "grade": []})
    assert "The evidence grade is missing. Choose one from the list." in texts(card)


async def test_a_form_that_was_closed_is_found_again_in_the_queue(ed: MemberActor, channel: ChannelHandle) -> None:
    await begin(ed, channel)
    listed = await ed.slash(channel, "queue")
    assert "**Your drafts**: 1 draft" in texts(listed)
    (select,) = selects(listed)
    opened = await ed.select(message_of(listed), [select.options[0].value], custom_id=select.custom_id)
    assert "Recording an act" in texts(opened)
    assert labels(opened)[0] == "Add the source"


async def test_a_cancelled_draft_is_over(ed: MemberActor, bot: Tiewatch, channel: ChannelHandle) -> None:
    card = await enter(ed, channel)
    await ed.click(card, label="Cancel")
    listed = await ed.slash(channel, "queue")
    assert "**Your drafts**: none" in texts(listed)
    assert standing(bot) is Standing.ACTIVE


async def test_whoever_is_no_editor_any_more_cannot_record_but_loses_nothing(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    card = await enter(ed, channel)
    form = await ed.click(card, label="Edit the act")
    await take_role(bot, world, ed)
    answer = await ed.submit_modal(form, act_fields(summary="Voted to suspend the tie, again."))
    assert "Only editors can do this" in texts(answer.followups[-1])
    refused = await ed.click(card, label="Record quietly")
    assert "Only editors can do this" in texts(last(refused))
    assert standing(bot) is Standing.ACTIVE
    rows = await bot.database.read("SELECT summary FROM draft")
    assert rows[0]["summary"] == "Voted to suspend the tie, again."


@pytest.mark.parametrize(("label", "says"), [("Record quietly", "nothing was changed"), ("Edit the act", "not saved")])
async def test_a_locked_database_is_said_and_what_was_typed_is_given_back(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, label: str, says: str
) -> None:
    card = await enter(ed, channel)
    form = await ed.click(card, label="Edit the act") if label == "Edit the act" else None
    await bot.database.read("PRAGMA busy_timeout = 100")
    async with bot.database.transaction() as conn:
        await conn.execute("PRAGMA busy_timeout = 100")
    with closing(sqlite3.connect(bot.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = await (ed.submit_modal(form, act_fields()) if form else ed.click(card, label=label))
        said = texts(done.followups[-1])
    assert says in said
    assert "Voted to suspend" in said or form is None
    assert standing(bot) is Standing.ACTIVE
    await ed.click(card, label="Record quietly")
    assert standing(bot) is Standing.SUSPENDED


async def test_a_source_without_its_address_is_kept_and_an_empty_one_taken_out(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    answer = await ed.submit_modal(await begin(ed, channel), act_fields())
    for title in ("Minutes", "Minutes of 20 November 2026"):
        label = "Add the source" if title == "Minutes" else "Fix source 1"
        form = await ed.click(message_of(answer), label=label)
        answer = await ed.submit_modal(form, {**MINUTES, "address": "", "title": title})
        assert "address of the page is missing" in texts(answer)
        rows = await bot.database.read("SELECT title FROM draft_source")
        assert [row["title"] for row in rows] == [title]
    form = await ed.click(message_of(answer), label="Fix source 1")
    await ed.submit_modal(form, {**MINUTES, "address": "", "title": "", "publisher": "", "published": ""})
    assert await bot.database.read("SELECT 1 FROM draft_source") == []


@pytest.mark.expects_errors
async def test_what_was_typed_into_a_form_is_given_back_when_the_database_cannot_be_read(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    first, form = await begin(ed, channel), await begin(ed, channel)
    async with bot.database.transaction() as conn:
        await conn.execute("ALTER TABLE draft RENAME TO away")
    lost = await ed.submit_modal(first, act_fields(summary="Voted to suspend the tie for a year."))
    assert "Voted to suspend the tie for a year." in texts(lost)
    async with bot.database.transaction() as conn:
        await conn.execute("ALTER TABLE away RENAME TO draft")
        await conn.execute("DELETE FROM draft")
    gone = await ed.submit_modal(form, act_fields(summary="Voted to suspend the tie for a year."))
    assert "This draft is no longer kept" in texts(gone)
    assert "Voted to suspend the tie for a year." in texts(gone)


@pytest.mark.expects_errors
async def test_what_was_typed_into_a_command_is_given_back_when_the_database_is_locked(
    env: Env, bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    async with locked(bot):
        said = await ed.slash(
            channel, "record searched", place=JUNEAU, where="Minutes of the Assembly from January to November"
        )
        assert answered_first(env)
        told = texts(said.followups[-1] if said.followups else message_of(said))
    assert "nothing was changed" in told
    assert "Minutes of the Assembly from January to November" in told


async def test_the_longest_texts_fit_into_the_card(ed: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(ed, channel)
    typed = act_fields(actor="*" * 120, summary="_" * 500, vote="~" * 120, condition="|" * 300)
    answer = await ed.submit_modal(shown, typed)
    for number in range(5):
        source = {
            **MINUTES,
            "address": f"https://a{number}.org/" + "x" * 370,
            "title": "*" * 250,
            "publisher": "_" * 99,
        }
        label = "Add another source" if number else "Add the source"
        answer = await ed.submit_modal(await ed.click(message_of(answer), label=label), source)
    assert "Record this act?" in texts(answer)
    assert "Record and announce" in labels(answer)
