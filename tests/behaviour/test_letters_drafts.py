"""What happens to drafts: listed, renamed, deleted, changed under, held back, out of other people's reach."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import replace

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.components import Layout
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Act, PartialDate
from tests.behaviour.announcements_steps import heard
from tests.behaviour.letters_steps import (
    REASON,
    begin,
    choose,
    draft_id,
    file_of,
    open_panel,
    open_words,
    press,
    words,
    write_words,
)
from tests.world import labels, last, message_of, selects, texts

TIE = "portland-or--khabarovsk"


async def suspend(bot: Tiewatch, kind: ActKind = ActKind.SUSPENDED) -> None:
    """Record that Portland has suspended its tie, or ended it, as an editor's act does."""
    tie = bot.register.tie(TIE)
    act = Act(
        f"{TIE}.20261120.{kind}",
        PartialDate.parse("2026-11-20"),
        kind,
        "Portland City Council",
        Authority.COUNCIL,
        f"{kind.capitalize()} the tie by resolution.",
        tie.acts[-1].sources,
    )
    bot.register.replace_tie(replace(tie, acts=(*tie.acts, act)))
    await heard(bot, "tie_changed", TIE)


async def public_button(bot: Tiewatch, channel: ChannelHandle, action: str, *args: str) -> discord.Message:
    """A button with a letter's custom id where everybody can press it."""
    room = bot.get_channel(channel.id)
    assert isinstance(room, discord.TextChannel)
    custom_id = "/".join([f"letter-{action}", "1", *args])
    return await room.send(view=Layout(discord.ui.ActionRow(discord.ui.Button(label="Press", custom_id=custom_id))))


async def test_the_list_shows_ones_letters_and_opens_them(vera: MemberActor, channel: ChannelHandle) -> None:
    assert "None yet." in texts(await vera.slash(channel, "letter mine"))
    shown = await begin(vera, channel)
    listed = await vera.slash(channel, "letter mine")
    assert listed.ephemeral
    assert "Portland, Oregon – Khabarovsk: draft, changed on 28 November 2026" in texts(listed)
    opened = await vera.select(message_of(listed), [draft_id(shown)], custom_id="letter-open/1")
    assert REASON in texts(last(opened))


async def test_a_sent_letter_is_listed_once_and_can_be_read_again(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    await press(vera, shown, "sent")
    listed = await vera.slash(channel, "letter mine")
    assert texts(listed).count("Portland, Oregon – Khabarovsk") == 1
    after = await vera.select(message_of(listed), [draft_id(shown)], custom_id="letter-after/1")
    assert REASON in texts(await vera.click(message_of(after), label="Show the letter"))


async def test_the_text_of_a_sent_letter_can_be_deleted_and_the_note_stays(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    after = await press(vera, shown, "sent")
    asked = await vera.click(message_of(after), label="Delete the text now")
    await vera.click(message_of(asked), label="Delete it")
    listed = await vera.slash(channel, "letter mine")
    noted = await vera.select(message_of(listed), [draft_id(shown)], custom_id="letter-after/1")
    assert "The text is deleted. For a year I keep only that you sent it" in texts(noted)
    assert labels(message_of(noted)) == ["Remind me in two weeks"]


async def test_two_panels_of_one_tie_go_on_with_one_draft(vera: MemberActor, channel: ChannelHandle) -> None:
    first, second = await open_panel(vera, channel), await open_panel(vera, channel)
    form = await open_words(vera, first)
    written = await write_words(vera, second)
    assert draft_id(first) == draft_id(second)
    late = await vera.submit_modal(form, words("Typed in the other window."))
    assert "Nothing is lost" in texts(last(late))
    assert "Typed in the other window." in texts(last(late))
    assert REASON in texts(await press(vera, await press(vera, written, "options"), "show"))


async def test_never_mind_on_another_panel_deletes_nothing_that_was_typed(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    first, second = await open_panel(vera, channel), await open_panel(vera, channel)
    await write_words(vera, first)
    assert REASON in texts(await vera.click(second, label="Never mind"))
    assert "Khabarovsk: draft" in texts(await vera.slash(channel, "letter mine"))


async def test_a_panel_that_was_closed_in_another_window_says_so(vera: MemberActor, channel: ChannelHandle) -> None:
    first, second = await open_panel(vera, channel), await open_panel(vera, channel)
    assert "Deleted." in texts(await vera.click(first, label="Never mind"))
    told = texts(await vera.click(second, label="Write it in my words"))
    assert "it was deleted, perhaps from another window" in told
    assert "`/letter mine` lists" in told


async def test_any_number_of_panels_can_be_opened(vera: MemberActor, channel: ChannelHandle) -> None:
    for _ in range(20):
        assert "A letter about" in texts(await open_panel(vera, channel))


async def test_a_panel_in_which_nothing_was_typed_is_no_draft(vera: MemberActor, channel: ChannelHandle) -> None:
    for _ in range(3):
        await open_panel(vera, channel)
    assert "None yet." in texts(await vera.slash(channel, "letter mine"))


async def test_a_draft_can_be_renamed(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    options = await press(vera, shown, "options")
    form = await press(vera, options, "rename")
    renamed = await vera.submit_modal(form, {"title": "For *Halyna*\n@everyone"})
    assert texts(renamed).startswith("### For \\*Halyna\\* @\u200beveryone")
    assert "Halyna" in texts(await vera.slash(channel, "letter mine"))


async def test_a_draft_is_deleted_after_a_question(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    asked = await press(vera, shown, "delete")
    assert "Your words cannot be brought back." in texts(asked)
    kept = await press(vera, asked, "show")
    assert REASON in texts(kept)
    asked = await press(vera, kept, "delete")
    gone = await press(vera, asked, "drop")
    assert "Deleted." in texts(gone)
    assert "None yet." in texts(await vera.slash(channel, "letter mine"))


async def test_ten_drafts_at_once_are_ten_letters(vera: MemberActor, channel: ChannelHandle) -> None:
    places = ["Portland, Oregon", "Oakland, California", "Eugene", "Jacksonville", "Tallahassee"]
    for number, place in enumerate(places * 2):
        shown = await begin(vera, channel, place, f"Letter number {number}, of my own.")
        assert f"Letter number {number}, of my own." in texts(shown)
    assert len(selects(await vera.slash(channel, "letter mine"))[0].options) == 10


async def test_more_than_25_drafts_are_refused_kindly(env: Env, vera: MemberActor, channel: ChannelHandle) -> None:
    for number in range(25):
        await begin(vera, channel, reason=f"Letter {number}.")
        await env.advance_time(5)
    refused = await vera.slash(channel, "letter write", place="Eugene")
    assert "I have 25 letters of yours, drafts and sent ones, which is as many as I keep." in texts(refused)


async def test_nobody_else_can_read_or_change_a_letter(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    draft = draft_id(await begin(vera, channel))
    for action in ("show", "words", "about", "rename", "options", "copy", "delete", "sent", "refresh"):
        told = last(await olga.click(await public_button(bot, channel, action, draft), label="Press"))
        assert message_of(told).flags.ephemeral
        assert texts(told) == "This letter is somebody else's. Begin your own with `/letter write`."
    await olga.click(await public_button(bot, channel, "drop", draft), label="Press")
    assert REASON in texts(last(await vera.click(await public_button(bot, channel, "show", draft), label="Press")))


async def test_nobody_else_can_note_an_answer(
    bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    await press(vera, shown, "sent")
    for action in ("remind", "forget", "answer"):
        args = (draft_id(shown), "agreed") if action == "answer" else (draft_id(shown),)
        told = last(await olga.click(await public_button(bot, channel, action, *args), label="Press"))
        assert "somebody else's" in texts(told)


@pytest.mark.parametrize("args", [("unknown",), ("show",), ("show", "0000"), ("ask", "0000"), ("save", "0000", "1")])
async def test_buttons_of_letters_that_never_were_are_answered(
    args: tuple[str, ...], bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    told = last(await vera.click(await public_button(bot, channel, *args), label="Press"))
    assert message_of(told).flags.ephemeral
    assert "earlier version" in texts(told) or "I no longer have this draft" in texts(told)


async def test_a_threat_from_before_stops_every_way_out_until_it_is_changed(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    async with bot.database.transaction() as conn:
        await conn.execute("UPDATE letter_draft SET reason = 'If you do not listen, I will kill you.'")
    shown = message_of(await press(vera, await press(vera, shown, "options"), "show"))
    assert "⛔" in texts(shown)
    for refused in (await press(vera, shown, "copy"), await choose(vera, shown, "file", "pdf")):
        assert refused.ephemeral
        assert "cannot be taken out with it" in texts(refused)
        assert not message_of(refused).attachments
    mended = await write_words(vera, shown)
    assert "⛔" not in texts(mended)
    assert "```" in texts(await press(vera, mended, "copy"))


async def test_likeness_to_a_letter_that_was_taken_out_is_told(
    vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    unseen = await begin(olga, channel, "Oakland, California")
    assert "earlier letter" not in texts(unseen)
    await press(vera, shown, "copy")
    second = await begin(vera, channel, "Eugene")
    assert "earlier letter" not in texts(second)
    copied = await press(olga, await press(olga, unseen, "options"), "show")
    assert "Please write at least two sentences of your own." in texts(copied)
    few = " ".join(REASON.split()[:20]) + "."
    assert "earlier letter" not in texts(await write_words(olga, copied, few))
    own = await write_words(olga, copied, "We moved to Oakland in 1994, and my grandmother still asks about the flag.")
    assert "earlier letter" not in texts(own)


async def test_the_record_changing_under_a_draft_is_shown_on_opening_and_on_export_and_can_be_mended(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    await suspend(bot)
    told = "the tie was active (2022), and is now suspended (20 November 2026)."
    assert told in texts(await press(vera, await press(vera, shown, "options"), "show"))
    assert f"**Before you send it:** {told}" in texts(await press(vera, shown, "copy"))
    assert told in texts(await choose(vera, shown, "file", "txt"))
    assert "On its own International Relations page" in texts(shown)
    mended = await press(vera, shown, "refresh", "0")
    assert told not in texts(mended)
    assert "On November 20, 2026, the Portland City Council suspended the tie by resolution." in texts(mended)
    assert "into a formal end" in texts(mended)
    assert REASON in texts(mended)


async def test_a_letter_whose_tie_was_ended_says_first_that_it_is_now_one_of_thanks(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    await suspend(bot, ActKind.ENDED)
    changed = await press(vera, await press(vera, shown, "options"), "show")
    assert texts(changed).index("**Before you send it:**") < texts(changed).index("Dear Mayor")
    thanks = await press(vera, changed, "refresh", "0")
    assert texts(thanks).startswith("**This is now a letter of thanks.** Your words were written for another request")
    assert "thank you for the decision on the sister-city tie with Khabarovsk" in texts(thanks)


async def test_two_ties_that_one_act_suspended_are_one_letter(vera: MemberActor, channel: ChannelHandle) -> None:
    panel = await open_panel(vera, channel, "Berkeley, California – Dmitrov, Russia")
    assert "so this is one letter about both" in texts(panel)
    shown = await write_words(vera, panel)
    assert "our sister-city ties with Dmitrov and Ulan-Ude in Russia" in texts(shown)


async def test_a_corrected_act_is_told_as_a_correction(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    tie = bot.register.tie(TIE)
    basis = bot.register.status(TIE).basis
    assert basis is not None
    better = replace(basis, id=f"{basis.id}-2", replaces=basis.id, replaces_why="Wrong page.")
    bot.register.replace_tie(replace(tie, acts=(*tie.acts, better)))
    told = texts(await press(vera, await press(vera, shown, "options"), "show"))
    assert "the tie is still active (2022), but what the record says of it was corrected." in told


async def test_who_asks_for_it_is_told_of_a_change_once_by_direct_message(
    env: Env, bot: Tiewatch, vera: MemberActor, olga: MemberActor, channel: ChannelHandle
) -> None:
    options = await press(vera, await begin(vera, channel), "options")
    await press(vera, options, "tell", "1")
    await begin(olga, channel, reason="My own reason, from my own window on the river.")
    await suspend(bot)
    await env.advance_time(60)
    await suspend(bot)
    await env.advance_time(60)
    sent = vera.user.dm_channel.history()
    assert len(sent) == 1
    assert "is now suspended (20 November 2026)." in texts(sent[0])
    opened = await vera.user.click(sent[0], label="Open the draft")
    assert REASON in texts(last(opened))
    quiet = await vera.user.click(sent[0], label="Do not tell me again")
    assert "I will not write about this draft again." in texts(quiet)
    assert not olga.user.dm_channel.history()


async def test_closed_direct_messages_do_no_harm(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    options = await press(vera, await begin(vera, channel), "options")
    await press(vera, options, "tell", "1")
    env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=None)
    await suspend(bot)
    await env.advance_time(60)
    rows = await bot.database.read("SELECT state FROM delivery")
    assert [row["state"] for row in rows] == ["gone"]


@pytest.mark.parametrize(
    "reason",
    [
        "😀😀😀",
        "<script>alert(1)</script> <b>bold</b> &amp;",
        "**bold** ~~no~~ [link](https://example.org) > quote\n# head\n- list",
        "@everyone @here <@123456789012345678> <#1> <@&2>",
        "{% for x in y {{ 7*7",
        "שלום עולם مرحبا بالعالم",
        "a\x00b\x0bc\ufffe\uffffd\u202ee",
        "One line.\n\n\n\n\nAnother   line.   \n  ",
        "x" * 4000,
        "*_~`|>[]()" * 400,
        "503-555-0142 *bullshit* " * 160,
    ],
)
async def test_odd_words_make_a_letter_that_pings_nobody_and_breaks_nothing(
    reason: str, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=reason)
    assert "**Review**" in texts(shown)
    for form in ("txt", "docx", "pdf", "eml"):
        name, data = await file_of(await choose(vera, shown, "file", form))
        assert name.endswith(form)
        assert data
    copy = await press(vera, shown, "copy")
    assert copy.acknowledged
    assert not message_of(copy).mention_everyone
    for request in env.http_requests:
        allowed = (request.json or {}).get("allowed_mentions") if isinstance(request.json, dict) else None
        assert not allowed or not allowed.get("parse")


async def test_a_name_of_200_characters_is_kept(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    name = ("Їжакович-" * 30)[:200]
    signed = await vera.submit_modal(await press(vera, shown, "about"), {"name": name, "neighborhood": ""})
    assert name.rstrip("-") in texts(signed).replace("\\", "")


async def test_a_reason_in_which_nothing_can_be_seen_is_missing(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason="\u200b \u200b")
    assert "Your own reason is missing." in texts(shown)


async def test_no_letter_text_or_name_goes_into_the_log(
    caplog: pytest.LogCaptureFixture, vera: MemberActor, channel: ChannelHandle
) -> None:
    caplog.set_level(logging.DEBUG, logger="cogs")
    caplog.set_level(logging.DEBUG, logger="db")
    shown = await begin(vera, channel, reason="Sentence-that-must-not-be-logged.")
    await vera.submit_modal(await press(vera, shown, "about"), {"name": "Nametobekept", "neighborhood": ""})
    await choose(vera, shown, "file", "pdf")
    written = "\n".join(
        f"{record.getMessage()} {record.__dict__}" for record in caplog.records if record.name[:4] != "simc"
    )
    assert "must-not-be-logged" not in written
    assert "Nametobekept" not in written


async def test_what_is_typed_while_the_database_is_locked_is_given_back(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    form, later = await open_words(vera, shown), await open_words(vera, shown)
    async with bot.database.transaction() as conn:
        await conn.execute("PRAGMA busy_timeout = 100")
    with closing(sqlite3.connect(bot.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = (await vera.submit_modal(form, words("Typed while it was locked."))).followups[-1]
    assert "could not be saved just now" in texts(told)
    name, data = await file_of(told)
    assert (name, data.decode()) == ("what-you-typed.txt", "Typed while it was locked.")
    again = await vera.submit_modal(later, words("Typed while it was locked."))
    assert "Typed while it was locked." in texts(again)


async def test_the_25_drafts_are_not_exceeded_by_panels_opened_before(
    env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    early = [await open_panel(vera, channel, place) for place in ("Eugene", "Oakland, California")]
    for number in range(24):
        await begin(vera, channel, reason=f"Letter {number}.")
        await env.advance_time(5)
    first, second = await open_words(vera, early[0]), await open_words(vera, early[0])
    await vera.submit_modal(first, words("The last one."))
    late = [second, await open_words(vera, early[1])]
    for form in late:
        told = (await vera.submit_modal(form, words("One too many."))).followups[-1]
        assert "I have 25 letters of yours" in texts(told)
        assert (await file_of(told))[1].decode() == "One too many."
    assert len(selects(await vera.slash(channel, "letter mine"))[0].options) == 25
