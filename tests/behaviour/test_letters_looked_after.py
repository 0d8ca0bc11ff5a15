"""What looks after the writer and the reader: threats, frames, blanks, the other side, undoing, other forms."""

from __future__ import annotations

import io
import logging
import sqlite3
from contextlib import closing
from dataclasses import replace

import docx
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.models import Recipient
from db.store import tips
from db.store.tip_models import TipSubject
from tests.behaviour.letters_steps import (
    REASON,
    begin,
    choose,
    file_of,
    open_panel,
    open_words,
    press,
    words,
    write_words,
)
from tests.world import buttons, labels, last, message_of, texts

THREAT = "If you keep it, we will come to your house at night."


async def test_a_threat_is_neither_stored_nor_logged_nor_shown_again_and_the_rest_is_kept(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        panel = await open_panel(vera, channel)
        told = last(await write_words(vera, panel, THREAT, respect="The exchanges mattered to many families."))
    assert message_of(told).flags.ephemeral
    assert "What you typed in “Your reason” reads as a threat against somebody, so it was not kept" in texts(told)
    assert THREAT not in texts(told)
    assert THREAT not in caplog.text
    rows = await bot.database.read("SELECT reason, respect, connection FROM letter_draft")
    assert [tuple(row) for row in rows] == [("", "The exchanges mattered to many families.", "resident")]
    form = await vera.click(message_of(told), label="Open the form again")
    assert "The exchanges mattered" in str(form.modal)
    assert THREAT not in str(form.modal)
    shown = await vera.submit_modal(form, words())
    assert REASON in texts(shown)
    with closing(sqlite3.connect(bot.database.path)) as conn:
        assert THREAT not in "\n".join(conn.iterdump())


async def test_a_threat_in_a_name_leaves_the_earlier_one(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    form = await press(vera, shown, "about")
    told = await vera.submit_modal(form, {"name": "I will kill you", "neighborhood": "Kenton"})
    assert "“Name”" in texts(last(told))
    rows = await bot.database.read("SELECT name, neighborhood, reason FROM letter_draft")
    assert [tuple(row) for row in rows] == [("", "Kenton", REASON)]


async def test_hard_words_and_testimony_go_through(vera: MemberActor, channel: ChannelHandle) -> None:
    reason = f"{REASON} Shame on you. A man shouted at me: “I know where you live.”"
    shown = await begin(vera, channel, reason=reason)
    assert "I am sorry that this was said: “I know where you live.”" in texts(shown)
    kept = await vera.click(message_of(shown), label="Keep it as it is")
    assert "I am sorry that this was said" not in texts(kept)
    assert "```" in texts(await press(vera, kept, "copy"))


async def test_a_whole_letter_is_shown_without_its_frame_to_be_confirmed(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=f"Dear Mayor,\n\n{REASON}\n\nSincerely,\nJane Doe")
    assert "Your words are a whole letter" in texts(shown)
    form = await vera.click(shown, label="Without the frame")
    assert "Dear Mayor" not in str(form.modal)
    mended = await vera.submit_modal(form, words())
    assert texts(mended).count("Dear Mayor") == 1
    assert "a whole letter" not in texts(mended)


@pytest.mark.parametrize(
    "reason", [f"{REASON} I am [Your Name].", "San Diego should cut its tie with Vladivostok now."]
)
async def test_blanks_and_another_pair_hold_back_the_export_until_changed(
    reason: str, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=reason)
    for refused in (await press(vera, shown, "copy"), await choose(vera, shown, "file", "docx")):
        assert not message_of(refused).attachments
        assert "```" not in texts(refused)
        assert "can be taken out when" in texts(refused)
    mended = await write_words(vera, shown)
    assert "```" in texts(await press(vera, mended, "copy"))


async def test_an_edit_can_be_undone_and_that_undone_too(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    assert "Undo" not in labels(shown)
    changed = await write_words(vera, shown, "Something else that I saw myself, at the market.")
    back = await vera.click(message_of(changed), label="Undo")
    assert REASON in texts(back)
    again = await vera.click(message_of(back), label="Undo")
    assert "at the market" in texts(again)
    options = await press(vera, again, "options")
    older = await choose(vera, options, "undo", "1")
    assert REASON in texts(older)


async def test_who_wants_the_tie_kept_is_told_the_purpose_first_and_gets_the_other_side(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    panel = await open_panel(vera, channel)
    assert "I help people who ask offices to end ties with Russia" in texts(panel)
    told = last(await vera.click(panel, label="I want the tie kept"))
    assert message_of(told).flags.ephemeral
    assert "For keeping the tie of Portland, Oregon" in texts(told)
    assert "“" in texts(told)
    assert "the Mayor of Portland and the Portland City Council" in texts(told)
    shown = await write_words(vera, panel, f"{REASON} Please keep our sister city.")
    assert "Your words speak for keeping the tie" in texts(shown)
    again = last(await vera.click(message_of(shown), label="The other side"))
    assert "For keeping the tie of Portland, Oregon" in texts(again)


async def test_a_statement_and_a_letter_to_the_paper_are_forms_of_their_own(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    options = await press(vera, shown, "options")
    await choose(vera, options, "form", "statement")
    spoken = await press(vera, options, "show")
    assert "Hello, Mayor and Members of the Portland City Council." in texts(spoken)
    assert "Sincerely" not in texts(spoken)
    options = await press(vera, spoken, "options")
    await choose(vera, options, "form", "editor")
    printed = await press(vera, options, "show")
    assert "To the editor:" in texts(printed)
    _name, data = await file_of(await choose(vera, printed, "file", "docx"))
    told = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert "Mayor of Portland\nand the Portland City Council" not in told
    assert REASON in told


async def test_an_address_that_was_found_goes_to_the_editors(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    panel = await open_panel(vera, channel)
    told = last(await vera.click(panel, label="I found the address"))
    assert "where the address of the Mayor of Portland and the Portland City Council" in texts(told)
    assert labels(told) == ["Tell the editors"]
    bot.editor_role = 1
    form = await vera.click(message_of(told), label="Tell the editors")
    typed = {
        "what": ["office"],
        "place": "Portland, Oregon",
        "date": "",
        "address": "",
        "words": "The page is another one.",
    }
    await vera.submit_modal(form, typed)
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert (tip.what, tip.tie) == (TipSubject.OFFICE, "portland-or--khabarovsk")


async def test_an_address_that_is_shown_can_be_called_wrong(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    page = "https://www.portland.gov/council"
    office = Recipient("Mayor of Portland (Oregon)", "Portland City Council", page, bot.today)
    bot.register.replace_place(replace(bot.register.place("portland-or"), recipients=(office,)))
    panel = await open_panel(vera, channel)
    assert "I found the address" not in labels(panel)
    assert "what is wrong with the Mayor of Portland" in texts(
        last(await vera.click(panel, label="This address is wrong"))
    )


async def test_that_no_address_is_on_file_is_said(vera: MemberActor, channel: ChannelHandle) -> None:
    for place in ("Portland, Oregon", "Oakland, California", "Santa Clara County", "Iowa – Stavropol Krai"):
        panel = await open_panel(vera, channel, place)
        assert "I have no address on file" in texts(panel)
        assert "This address is wrong" not in labels(panel)


async def test_the_page_of_an_office_is_named_and_else_where_to_look(vera: MemberActor, channel: ChannelHandle) -> None:
    known = texts(await open_panel(vera, channel))
    assert "[its page, check it here](<https://www.portland.gov/ogr/international-relations-program>)" in known
    assert "look for “Mayor” or “Contact” on the city's or town's own site" in texts(
        await open_panel(vera, channel, "Oakland, California")
    )
    assert "on the county's or borough's own site" in texts(await open_panel(vera, channel, "Santa Clara County"))
    assert "names every governor's page" in texts(await open_panel(vera, channel, "Iowa – Stavropol Krai"))


async def test_a_place_without_a_tie_has_many_ways_on(vera: MemberActor, channel: ChannelHandle) -> None:
    told = await vera.slash(channel, "letter write", place="Seattle")
    assert "No tie between Seattle, Washington and Russia is on record." in texts(told)
    assert next(button.label for button in buttons(told)) == "Ask the mayor of Seattle"
    assert "lists the places that have one" in texts(told)
    assert "Anyone can sign" in texts(told)
    namesake = await vera.slash(channel, "letter write", place="Portland, Texas")
    assert {"I meant Portland, Oregon", "I meant Portland, Maine"} <= {button.label for button in buttons(namesake)}


@pytest.mark.parametrize("typed", ["Kyiv", "Київ", "Kiev, Ukraine"])
async def test_a_ukrainian_place_is_known_with_its_american_partners(
    typed: str, vera: MemberActor, channel: ChannelHandle
) -> None:
    told = await vera.slash(channel, "letter write", place=typed)
    assert "Kyiv is in Ukraine. On record as its U.S. partners" in texts(told)
    assert "- Chicago, Illinois (with Kyiv, since 1991; active). This rests on one weak source." in texts(told)
    assert "- The State of Washington (with Kyiv Oblast" in texts(told)
    assert "Letters from here go to the American office" in texts(told)
    panel = last(await vera.click(message_of(told), label="Write about Chicago"))
    assert "A letter about Chicago" in texts(panel)


async def test_a_place_abroad_without_a_partner_is_said_to_be_where_it_is(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    assert "Bakhmut is in Ukraine. No U.S. partner of it is on record here." in texts(
        await vera.slash(channel, "letter write", place="Bakhmut")
    )
    assert "Tomsk is in Russia, and no tie" in texts(await vera.slash(channel, "letter write", place="Tomsk"))
    assert "An old American pairing with it is no tie with Russia" in texts(
        await vera.slash(channel, "letter write", place="Yalta")
    )


async def test_they_agreed_ends_the_reminder_and_points_to_the_editors(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    waiting = await vera.click(message_of(after), label="Remind me in two weeks")
    agreed = await vera.select(message_of(waiting), ["agreed"])
    assert "I will ask you on" not in texts(agreed)
    assert "the record should know: tell the editors" in texts(agreed)
    assert labels(message_of(agreed)) == ["Tell the editors", "Show the letter", "Delete the text now"]
    bot.editor_role = 1
    form = await vera.click(message_of(agreed), label="Tell the editors")
    typed = {"what": ["ended"], "place": "Portland, Oregon", "date": "", "address": "https://example.org/", "words": ""}
    await vera.submit_modal(form, typed)
    tip = await tips.get(bot.database, 1)
    assert tip is not None
    assert tip.tie == "portland-or--khabarovsk"
    rows = await bot.database.read("SELECT remind_at FROM letter_sent")
    assert [row["remind_at"] for row in rows] == [None]


async def test_what_was_forgotten_is_in_no_file_of_the_database(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await begin(vera, channel, reason=f"{REASON} Zyxwvutsrq.")
    asked = await vera.slash(channel, "privacy forget")
    assert "Out of its reach" in texts(asked)
    done = await vera.click(message_of(asked), label="Delete everything")
    assert "Nothing is kept about you any longer, except in backups" in texts(done)
    path = bot.database.path
    for file in (path, path.with_name(f"{path.name}-wal")):
        assert b"Zyxwvutsrq" not in (file.read_bytes() if file.exists() else b"")
    again = await vera.click(message_of(await vera.slash(channel, "privacy forget")), label="Delete everything")
    assert "Nothing was kept about you" in texts(again)


async def test_the_form_for_ones_words_has_every_connection(vera: MemberActor, channel: ChannelHandle) -> None:
    form = await open_words(vera, await open_panel(vera, channel))
    for told in ("I work there", "I go to school there", "I am writing from Ukraine", "We are a class or a group"):
        assert told in str(form.modal)
    shown = await vera.submit_modal(form, words(connection="group"))
    ours = texts(shown).split(REASON)[0]
    assert "We are writing together, as a group." in ours
    assert " I " not in ours.split("as a group.")[1]


async def test_a_partner_in_ukraine_is_named_and_yalta_is_ukraine(vera: MemberActor, channel: ChannelHandle) -> None:
    told = texts(await vera.slash(channel, "letter write", place="Cincinnati"))
    assert "Cincinnati has a partner in Ukraine: Kharkiv." in told
    old = texts(await vera.slash(channel, "letter write", place="Santa Barbara"))
    assert "Yalta is in Crimea, which is Ukrainian" in old
    assert "has a partner in Ukraine" not in old


async def test_words_for_keeping_hold_the_letter_back_until_their_writer_goes_on(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} Please keep the sister-city tie.")
    assert "```" not in texts(await press(vera, shown, "copy"))
    other = last(await vera.click(shown, label="The other side"))
    on = await vera.click(message_of(other), label="I do want it to end: go on")
    assert "speak for keeping" not in texts(on)
    assert "```" in texts(await press(vera, on, "copy"))


async def test_a_pause_in_the_words_leads_to_the_requests(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} End it until the war is over.")
    options = await vera.click(shown, label="Change the request")
    changed = await choose(vera, options, "ask", "suspend")
    letter = await press(vera, changed, "show")
    assert "Your words speak of a pause" not in texts(letter)
    assert "with the conditions for lifting the suspension in writing" in texts(letter)


async def test_who_threatens_with_nothing_to_lose_is_told_whom_to_call(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    panel = await open_panel(vera, channel)
    told = texts(last(await write_words(vera, panel, f"{THREAT} I have nothing left to lose.")))
    assert "reads as a threat" in told
    assert "in the United States call or text 988, the Suicide & Crisis Lifeline" in told
    assert "from a phone in Ukraine call 7333, Lifeline Ukraine" in told
