"""Hearings: what an editor enters of one, how it is told, and its calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import discord
import icalendar
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.hearings.views import PER_PAGE
from db.record.act_kinds import ActKind
from db.record.models import PartialDate
from preview import World
from tests.behaviour.editing_steps import JUNEAU, TIE, act_of, enter, record_it, set_up
from tests.behaviour.letters_steps import open_panel, press, write_words
from tests.behaviour.test_campaign_progress import alt_of
from tests.behaviour.test_campaign_sharing import size_of
from tests.world import labels, last, message_of, texts

PROPOSED = f"{TIE}.20261120.proposed"
HEARD: dict[str, Any] = {
    "hearing": "8 December 2026, 6:30 pm",
    "hearing_zone": ["America/Anchorage"],
    "hearing_place": "City Hall, Assembly Chambers, 155 Heritage Way",
    "hearing_speak": "sign up by noon of the day at juneau.org/speak",
    "hearing_agenda": "https://juneau.org/agenda",
}
MOMENT = "<t:1796787000:F>"  # 2026-12-09 03:30 in UTC


@pytest.fixture(autouse=True)
async def setup(world: World, bot: Tiewatch) -> None:
    await set_up(world)


async def heard(ed: MemberActor, channel: ChannelHandle, **typed: Any) -> discord.Message:
    """The card of a proposal in Juneau whose hearing was entered as in ``HEARD``."""
    card = await enter(ed, channel, kind="proposed")
    return await with_hearing(ed, card, **typed)


async def with_hearing(ed: MemberActor, card: discord.Message, **typed: Any) -> discord.Message:
    """The card of a proposal with a hearing as in ``HEARD``."""
    form = await ed.click(card, label="The hearing")
    return message_of(await ed.submit_modal(form, {**HEARD, **typed}))


async def test_without_a_hearing_it_says_so_kindly(vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "hearings"))
    assert "No hearing or vote on a tie is on record as coming. That is so most of the time" in said
    assert "/announcements follow" in said
    assert "*Reminders of hearings* are off until they are chosen there" in said
    assert "*Remind me*" in said
    assert "If you know of one, hand it in with </tip send:" in said
    said = texts(await vera.slash(channel, "hearings", state="oregon, WA"))
    assert "No hearing or vote on a tie in Oregon and Washington is on record as coming." in said
    assert "“Narnia” is not a state that I know" in texts(await vera.slash(channel, "hearings", state="Narnia"))


async def test_what_an_editor_enters_of_a_hearing_is_told_to_everybody(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = await heard(ed, channel)
    assert "Hearing: 8 December 2026, 6:30 pm AKST\nPlace: City Hall, Assembly Chambers, 155 Heritage Way." in texts(
        card
    )
    await ed.click(card, label="Record quietly")
    listed = await vera.slash(channel, "hearings")
    said = texts(listed)
    assert "1 hearing to come" in said
    assert f"Tuesday, 8 December 2026, 6:30 pm AKST (for you: {MOMENT}, <t:1796787000:R>)." in said
    assert "To speak: sign up by noon of the day at juneau.org/speak." in said
    assert "[Agenda](<https://juneau.org/agenda>)" in said
    status = await vera.slash(channel, "status", place="Juneau")
    assert "A hearing is set for 8 December 2026, 6:30 pm AKST (proposed by Juneau Assembly" in texts(status)
    shown = await vera.click(message_of(status), label="Hearing")
    assert MOMENT in texts(shown)
    assert message_of(shown).flags.ephemeral


async def test_a_day_without_a_time_stays_a_day(ed: MemberActor, vera: MemberActor, channel: ChannelHandle) -> None:
    await record_it(ed, channel, kind="proposed")
    listed = await vera.slash(channel, "hearings", state="Alaska")
    assert "3 December 2026. The time of day is not on record." in texts(listed)
    assert "<t:" not in texts(listed)


async def test_a_card_offers_a_hearing_only_where_there_is_one(vera: MemberActor, channel: ChannelHandle) -> None:
    assert "Hearing" not in labels(await vera.slash(channel, "status", place="Juneau"))


async def test_the_calendar_file_is_one_that_calendars_read(
    ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await heard(ed, channel), label="Record quietly")
    answer = last(await vera.click(message_of(await vera.slash(channel, "hearings")), label="Calendar file"))
    (file,) = message_of(answer).attachments
    assert file.filename == "hearings.ics"
    (event,) = icalendar.Calendar.from_ical(await file.read()).walk("VEVENT")
    assert str(event["summary"]) == "Hearing on the sister-city tie Juneau, Alaska – Vladivostok"
    assert message_of(answer).flags.ephemeral


async def test_a_hearing_is_shared_as_a_picture_with_text_to_copy(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await heard(ed, channel), label="Record quietly")
    card = message_of(await vera.slash(channel, "hearings"))
    shown = last(await vera.click(card, label="Share"))
    assert message_of(shown).flags.ephemeral
    assert await size_of(shown) == (1200, 630)
    for told in (texts(shown), alt_of(shown)):
        assert "A hearing on Juneau, Alaska – Vladivostok, " in told
        assert ", is set for 8 December 2026, 6:30 pm AKST." in told
        assert "Place: City Hall, Assembly Chambers, 155 Heritage Way." in told
        assert "To speak: sign up by noon of the day at juneau.org/speak." in told
        assert "Times and rooms change" in told
    await vera.click(message_of(shown), label="For a slide (16:9)")
    assert await size_of(shown) == (1600, 900)
    bot.register.replace_tie(replace(bot.register.tie(TIE), acts=()))
    assert "No hearing on this tie is coming up any longer" in texts(last(await vera.click(card, label="Share")))


async def test_a_page_of_hearings_has_room_for_all_its_buttons(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    for tie in [tie for tie in bot.register.record.ties.values() if tie.acts][:7]:
        day = PartialDate.parse("2026-11-20")
        act = replace(tie.acts[-1], id=f"{tie.id}.new", kind=ActKind.PROPOSED, date=day)
        proposal = replace(act, hearing=date(2026, 12, 8))
        bot.register.replace_tie(replace(tie, acts=(*tie.acts, proposal)))
    shown = await vera.slash(channel, "hearings")
    assert labels(shown).count("Share") == labels(shown).count("Write a statement") == PER_PAGE
    assert "Page 1 of 3" in texts(shown)
    turned = await vera.click(message_of(shown), label="Next")
    assert labels(turned).count("Share") == PER_PAGE


async def test_a_statement_for_a_hearing_is_one_press_away(
    ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await heard(ed, channel), label="Record quietly")
    panel = last(await vera.click(message_of(await vera.slash(channel, "hearings")), label="Write a statement"))
    assert "A hearing is set for 8 December 2026, 6:30 pm AKST" in texts(panel)
    assert "A statement of three minutes about Juneau, Alaska – Vladivostok" in texts(panel)
    assert texts(panel).count("A hearing is set for 8 December 2026") == 1
    spoken = texts(await write_words(vera, panel))
    assert "December 8, 2026, 6:30 pm AKST, City Hall, Assembly Chambers, 155 Heritage Way" in spoken
    assert "you hear the public on the proposal of the Juneau Assembly of November 20, 2026" in spoken


TO_END = "Put before the Assembly a resolution to end the tie with Vladivostok."
NAMED = "A hearing on the proposal of the Juneau Assembly of November 20, 2026 is set for December 8, 2026."
VOTE_FOR_IT = "Will the Juneau Assembly vote at the hearing on December 8, 2026 for the proposal to end our"


async def test_a_letter_beside_a_hearing_asks_for_a_vote_at_that_hearing(
    ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = await with_hearing(ed, await enter(ed, channel, kind="proposed", typed={"summary": TO_END}))
    begun = message_of(await write_words(vera, await open_panel(vera, channel, JUNEAU)))
    assert "take up our sister-city tie with Vladivostok in Russia once more" in texts(begun)
    await ed.click(card, label="Record quietly")

    panel = last(await vera.click(message_of(await vera.slash(channel, "hearings")), label="Write a letter"))
    assert "vote at the hearing on December 8, 2026 for the proposal to end" in texts(panel)
    written = texts(await write_words(vera, panel))
    assert NAMED in written
    assert VOTE_FOR_IT in written
    assert "once more" not in written

    older = message_of(await write_words(vera, begun, "My own reason is another one now, and it is mine."))
    assert "a hearing on the tie is now set for 8 December 2026." in texts(older)
    assert NAMED not in texts(older)
    fresh = texts(await press(vera, older, "refresh", "0"))
    assert NAMED in fresh
    assert VOTE_FOR_IT in fresh
    assert "now set for" not in fresh


async def test_a_cancelled_hearing_is_told_as_cancelled(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await ed.click(await heard(ed, channel, hearing="8 December 2026, 18:30, cancelled"), label="Record quietly")
    assert act_of(bot, PROPOSED).hearing_cancelled
    listed = await vera.slash(channel, "hearings")
    assert "**Canceled:** ~~8 December 2026, 6:30 pm AKST~~" in texts(listed)
    assert "is canceled." in texts(await vera.slash(channel, "status", place="Juneau"))
    assert "Write a statement" not in labels(listed)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"hearing": "8 December 2026, 6:30"}, "“6:30” may be in the morning or in the evening."),
        ({"hearing": "8 December 2026, 25:00"}, "“25:00” is not a time of day."),
        ({"hearing_zone": []}, "A time needs its time zone, as the state has several."),
        ({"hearing_agenda": "http://127.0.0.1/agenda"}, "127.0.0.1"),
        ({"hearing_place": "x"}, "The place of the hearing “x” is too short"),
    ],
)
async def test_what_cannot_be_read_of_a_hearing_is_asked_for_again(
    typed: dict[str, Any], fault: str, ed: MemberActor, channel: ChannelHandle, env: Env
) -> None:
    card = await heard(ed, channel, **typed)
    assert fault in texts(card)
    assert "The hearing" in labels(card)
    assert "Record quietly" not in labels(card)
    form = await ed.click(card, label="The hearing")
    card = message_of(await ed.submit_modal(form, HEARD))
    assert "Record quietly" in labels(card)
