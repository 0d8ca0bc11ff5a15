"""A volunteer writes a letter: from the panel to the file, for each standing."""

from __future__ import annotations

import io
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import discord
import docx
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.letters import requests
from cogs.letters.requests import Request, requests_for
from db.record.models import Recipient
from db.record.standings import Standing
from tests.behaviour.dataset_steps import Restart
from tests.behaviour.letters_steps import (
    PORTLAND,
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
from tests.world import Shown, labels, message_of, selects, texts

PLACES = {
    Standing.ACTIVE: PORTLAND,
    Standing.UNCONFIRMED: "Oakland, California",
    Standing.SUSPENDED: "Dallas",
    Standing.DORMANT: "Jacksonville, Florida",
    Standing.ENDED: "Tallahassee",
}


@pytest.mark.parametrize("standing", PLACES)
async def test_the_whole_way_for_each_standing(standing: Standing, vera: MemberActor, channel: ChannelHandle) -> None:
    panel = await vera.slash(channel, "letter write", place=PLACES[standing])
    assert panel.ephemeral
    assert "**To** the Mayor of" in texts(panel)
    assert "Usual office: " in texts(panel)
    assert "usa.gov" not in texts(panel)
    assert "A letter begun now is deleted on 28 December 2026 unless you change it" in texts(panel)
    offered = [option.value for select in selects(panel) for option in select.options]
    assert offered == (list(requests_for(standing)) if len(requests_for(standing)) > 1 else [])
    shown = await write_words(vera, panel)
    assert message_of(shown).flags.ephemeral
    assert REASON in texts(shown)
    assert "A resident of" in texts(shown)
    assert "**Review**" in texts(shown)
    copied = texts(await press(vera, shown, "copy"))
    for told in (texts(shown), copied):
        assert "**To** the Mayor of" in told
        assert "Usual office: " in told
    name, data = await file_of(await choose(vera, shown, "file", "docx"))
    assert name.startswith("2026-11-28_letter_")
    assert REASON in [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    after = await press(vera, shown, "sent")
    assert "### Sent on 28 November 2026" in texts(after)
    assert "To: the Mayor of" in texts(after)
    assert "The text is deleted on 28 December 2026, unless you change or delete it before" in texts(after)


@pytest.mark.parametrize("standing", [Standing.ACTIVE, Standing.SUSPENDED])
async def test_another_ask_that_fits_changes_the_letter(
    standing: Standing, vera: MemberActor, channel: ChannelHandle
) -> None:
    panel = await open_panel(vera, channel, PLACES[standing])
    for ask in requests_for(standing)[1:]:
        panel = message_of(await choose(vera, panel, "ask", ask))
        assert [option.value for option in selects(panel)[0].options if option.default] == [ask]
    before = texts(await write_words(vera, panel))
    options = await press(vera, panel, "options")
    back = await choose(vera, options, "ask", requests_for(standing)[0])
    assert "Change the letter" in texts(back)
    assert texts(await press(vera, back, "show")) != before


async def test_the_guide_is_there_in_ukrainian(vera: MemberActor, channel: ChannelHandle) -> None:
    guide = await vera.click(await open_panel(vera, channel), label="Інструкція українською")
    assert guide.ephemeral
    assert "Свою причину можна написати українською" in texts(guide)


async def test_never_mind_leaves_nothing(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    gone = await vera.click(await open_panel(vera, channel), label="Never mind")
    assert "Deleted." in texts(gone)
    assert not await bot.database.read("SELECT 1 FROM letter_draft")


async def test_a_status_card_leads_to_the_letter(vera: MemberActor, channel: ChannelHandle) -> None:
    card = await vera.slash(channel, "status", place="Portland, Oregon")
    panel = await vera.click(message_of(card), label="Write a letter")
    assert panel.ephemeral
    assert "A letter about Portland, Oregon – Khabarovsk" in texts(panel)


@pytest.mark.parametrize(
    "typed", ["portland oregon", "Khabarovsk", "Портленд, Хабаровск", "  PORTLAND, OR  ", "portlnd oregon"]
)
async def test_a_place_is_found_however_it_is_typed(typed: str, vera: MemberActor, channel: ChannelHandle) -> None:
    assert "Portland, Oregon – Khabarovsk" in texts(await open_panel(vera, channel, typed))


async def test_while_typing_ties_are_offered_with_their_standing(vera: MemberActor, channel: ChannelHandle) -> None:
    offered = await vera.autocomplete(channel, "letter write", "place", "portl")
    assert {"name": f"● {PORTLAND}", "value": PORTLAND} in [{k: o[k] for k in ("name", "value")} for o in offered]
    assert "Khabarovsk" in texts(await open_panel(vera, channel, PORTLAND))


async def test_with_nothing_typed_the_ties_of_the_largest_places_are_offered(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    offered = await vera.autocomplete(channel, "letter write", "place", "")
    assert 20 < len(offered) <= 25
    assert "◐ Chicago, Illinois – Moscow, Russia" in [item["name"] for item in offered]


async def test_a_place_with_several_ties_asks_which_one(vera: MemberActor, channel: ChannelHandle) -> None:
    asked = await vera.slash(channel, "letter write", place="Portland")
    assert "Which tie do you mean?" in texts(asked)
    chosen = await vera.click(message_of(asked), custom_id="letter-tie/1/portland-me--arkhangelsk")
    assert "Portland, Maine – Arkhangelsk" in texts(chosen)


async def test_a_place_without_a_tie_offers_the_nearest_tie_or_a_general_letter(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    told = await vera.slash(channel, "letter write", place="Seattle")
    assert "No tie between Seattle, Washington and Russia is on record." in texts(told)
    assert labels(told) == ["Ask the mayor of Seattle", "Write about Tacoma"]
    panel = await vera.click(message_of(told), label="Ask the mayor of Seattle")
    assert "No tie with Russia is on record here." in texts(panel)
    shown = await write_words(vera, panel)
    assert "whether Seattle has any official tie with a place in Russia?" in texts(shown)
    assert "A resident of Seattle, Washington" in texts(shown)
    assert "- Seattle, Washington: draft" in texts(await vera.slash(channel, "letter mine"))
    text = texts(await press(vera, shown, "copy"))
    assert "Dear Mayor and Members of the Seattle City Council," in text


async def test_the_nearest_tie_can_be_written_about(vera: MemberActor, channel: ChannelHandle) -> None:
    told = await vera.slash(channel, "letter write", place="Seattle")
    panel = await vera.click(message_of(told), label="Write about Tacoma")
    assert "A letter about Tacoma, Washington – Vladivostok" in texts(panel)


async def test_a_name_of_several_places_without_a_tie_asks_which(vera: MemberActor, channel: ChannelHandle) -> None:
    asked = await vera.slash(channel, "letter write", place="Springfield")
    assert "None of these has a tie with Russia on record." in texts(asked)
    assert len(labels(asked)) > 3
    panel = await vera.click(message_of(asked), label="Springfield, Oregon")
    assert "A letter about Springfield, Oregon" in texts(panel)


async def test_an_unknown_place_is_told_so(vera: MemberActor, channel: ChannelHandle) -> None:
    told = await vera.slash(channel, "letter write", place="xyzzyplugh")
    assert told.ephemeral
    assert "I know no American place by that name." in texts(told)


async def test_a_state_without_a_tie_is_told_so(vera: MemberActor, channel: ChannelHandle) -> None:
    told = await vera.slash(channel, "letter write", place="Kansas")
    assert told.ephemeral
    assert "No tie in Kansas is on record. Name a city there" in texts(told)


async def test_a_verified_office_is_shown_with_its_page_and_date(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    place = bot.register.place("portland-or")
    office = Recipient(
        "Mayor of Portland (Oregon)", "Portland City Council", "https://www.portland.gov/council", bot.today
    )
    bot.register.replace_place(replace(place, recipients=(office,)))
    told = texts(await open_panel(vera, channel))
    assert "[Official page](<https://www.portland.gov/council>), checked on 28 November 2026" in told
    assert "Usual office" not in told


async def test_several_offices_get_a_letter_each(vera: MemberActor, channel: ChannelHandle) -> None:
    panel = await open_panel(vera, channel, "Bloomington-Normal")
    assert "the Mayor of Bloomington and the Bloomington City Council" in texts(panel)
    assert "Mayor of Normal and the Normal Town Council" in texts(panel)
    shown = await write_words(vera, panel)
    assert "2 offices answer for this tie" in texts(shown)
    second = await choose(vera, shown, "recipient", "1")
    assert "Dear Mayor and Members of the Normal Town Council," in texts(second)
    assert REASON in texts(second)


async def test_non_residents_are_told_kindly_and_not_called_constituents(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = texts(await begin(vera, channel, connection="none"))
    assert "What helps most from outside" in shown
    assert "I do not live in Portland, Oregon, and I do not speak for those who do." in shown
    assert "resident of" not in shown


async def test_name_and_neighborhood_stand_under_the_letter(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    form = await press(vera, shown, "about")
    signed = await vera.submit_modal(form, {"name": "  Zoë O’Brien-Їжак  ", "neighborhood": "Kenton"})
    assert "\nZoë O’Brien-Їжак\nKenton, Portland, Oregon" in texts(signed)
    assert REASON in texts(signed)
    again = await press(vera, signed, "about")
    unsigned = await vera.submit_modal(again, {"name": "", "neighborhood": ""})
    assert "A resident of Portland, Oregon" in texts(unsigned)


async def test_words_can_be_edited_and_the_form_holds_what_was_typed(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, respect="The exchanges mattered to many families.")
    form = await open_words(vera, shown)
    assert form.modal is not None
    assert REASON in str(form.modal)
    assert "The exchanges mattered to many families." in str(form.modal)
    changed = await vera.submit_modal(form, words("A new reason, and a short one."))
    assert "A new reason, and a short one." in texts(changed)
    assert REASON not in texts(changed)
    assert "**Review**" in texts(changed)


async def test_a_finding_is_mended_by_its_own_button(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} Call me: 503-555-0142.")
    assert "There seems to be a phone number in it." in texts(shown)
    form = await press(vera, shown, "words", "0")
    mended = await vera.submit_modal(form, words())
    assert "phone number" not in texts(mended)


async def test_points_template_and_the_fair_line_can_be_chosen(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    before = texts(shown)
    assert "fair" not in before
    options = await press(vera, shown, "options")
    points, template = _select(options, "points"), _select(options, "template")
    assert points.max_values == 3
    await choose(vera, options, "points", points.options[0].value)
    await choose(vera, options, "template", next(item.value for item in template.options if not item.default))
    await press(vera, options, "fair", "1")
    letter = texts(await press(vera, options, "show"))
    assert any(line in letter for line in requests.WORDS[Request.END].fair)
    assert "a resident of Portland, Oregon, asked the city to end its tie with Khabarovsk until Russia" in letter
    assert letter.split(REASON)[0] != before.split(REASON)[0]


def _select(shown: Shown, action: str) -> discord.SelectMenu:
    return next(select for select in selects(shown) if f"letter-{action}/" in str(select.custom_id))


async def test_the_copy_comes_first_and_holds_the_whole_letter(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel)
    assert labels(shown)[0] == "Copy"
    copy = await press(vera, shown, "copy")
    assert copy.ephemeral
    assert "paste it into your own e-mail" in texts(copy)
    block = texts(copy).split("```")[1].strip()
    assert block.startswith("Dear Mayor and Members of the Portland City Council,")
    assert block.endswith("A resident of Portland, Oregon")


@pytest.mark.parametrize("reason", ["Слово до міста. " * 240, f"{REASON} ``` and on"])
async def test_a_letter_that_no_block_can_hold_comes_as_a_file(
    reason: str, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason=reason)
    name, data = await file_of(await press(vera, shown, "copy"))
    assert name.endswith(".txt")
    assert reason.strip() in data.decode()


async def test_every_kind_of_file_is_made_and_named(vera: MemberActor, channel: ChannelHandle) -> None:
    shown = await begin(vera, channel, reason=f"{REASON} 😢")
    files = {form: await file_of(await choose(vera, shown, "file", form)) for form in ("txt", "docx", "pdf", "eml")}
    assert {name for name, _ in files.values()} == {
        f"2026-11-28_letter_portland-oregon_khabarovsk_mayor-of-portland.{form}" for form in files
    }
    assert files["pdf"][1].startswith(b"%PDF")
    mail = message_from_bytes(files["eml"][1], policy=default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", "")
    assert "The PDF's letters do not have 😢" in texts(shown)
    pdf = await choose(vera, shown, "file", "pdf")
    assert "Left out, because the PDF's letters lack them, and Word shows the same: 😢" in texts(pdf)


async def test_the_draft_is_there_after_a_restart(restart: Restart, vera: MemberActor, channel: ChannelHandle) -> None:
    panel = await open_panel(vera, channel)
    await restart()
    shown = await write_words(vera, panel)
    await restart()
    options = await press(vera, shown, "options")
    await restart()
    assert REASON in texts(await press(vera, options, "show"))
    await restart()
    name, _ = await file_of(await choose(vera, shown, "file", "pdf"))
    assert name.endswith(".pdf")


async def test_what_is_typed_into_a_form_from_before_a_restart_is_saved(
    restart: Restart, vera: MemberActor, channel: ChannelHandle
) -> None:
    form = await open_words(vera, await open_panel(vera, channel))
    await restart()
    shown = await vera.submit_modal(form, words())
    assert shown.acknowledged
    assert REASON in texts(shown)


async def test_of_two_forms_on_one_draft_neither_overwrites_the_other(
    vera: MemberActor, channel: ChannelHandle
) -> None:
    panel = await open_panel(vera, channel)
    first, second = await open_words(vera, panel), await open_words(vera, panel)
    kept = await vera.submit_modal(first, words("The first text, typed in one window."))
    other = (await vera.submit_modal(second, words("The second text, typed in another window."))).followups[-1]
    assert "kept here, as a second draft" in texts(other)
    assert "The second text" in texts(other)
    assert draft_id(kept) != draft_id(other)
    assert "The first text" in texts(kept)
    listed = await vera.slash(channel, "letter mine")
    assert {option.value for option in selects(listed)[0].options} == {draft_id(kept), draft_id(other)}
