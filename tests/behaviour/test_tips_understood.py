"""What an editor is shown of a tip, and what of it an act begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.models import ArchivedCopy
from db.record.pages import page_of
from db.store import tips
from db.store.drafts import open_drafts_of, read_draft
from db.store.tip_models import NewTip, TipSubject
from tests.behaviour.editing_steps import (
    TIE,
    act_fields,
)
from tests.behaviour.tips_steps import PAGE, hand_in, open_first
from tests.world import message_of, texts

pytestmark = pytest.mark.usefixtures("home")


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
        ("last week", "16 to 22 November 2026 (“last week”, as said on 28 November 2026; not exact)"),
        ("in spring", "March to May 2026 (“in spring”, as said on 28 November 2026; not exact)"),
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
    assert "The record has each office’s own page, and no phone numbers" in said
    plaque = {"date": "", "address": "", "words": "A plaque in the park says so."}
    said = texts(await hand_in(vera, channel, what=["new_tie"], place="Boise, Idaho and Chita", **plaque))
    assert "**Boise, Idaho and Chita**: a tie not on record\n" in said


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://discord.com/channels/1/2/3", "leads into Discord"),
        ("discord.gg/tiewatch", "leads into Discord"),
        ("http://127.0.0.1/admin", "not a public page"),
        ("http://192.168.0.1", "not a public page"),
        ("https://user:secret@juneau.org/x", "not a public page"),
        ("javascript:alert(1)", "not a public page"),
        (f"https://juneau.org/{'x' * 3000}", "not a public page"),
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


async def test_words_of_a_sender_show_as_they_are(vera: MemberActor, ed: MemberActor, channel: ChannelHandle) -> None:
    await hand_in(vera, channel, words="@everyone **look** [here](https://evil.example)")
    said = texts(await open_first(ed, channel))
    assert r"\*\*look\*\*" in said
    assert "@everyone" not in said
    assert r"\[here\]" in said


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
