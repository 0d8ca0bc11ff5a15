"""The short commands: a search, an office's page, the decisions about a tie."""

from __future__ import annotations

from datetime import date

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.search_outcomes import SearchOutcome
from db.store.audit import entries_about
from db.store.records import read_tie
from preview import World
from tests.behaviour.editing_steps import JUNEAU, SUSPENDED, TIE, act_fields, record_it, take_role
from tests.world import NOW, last, message_of, texts

pytestmark = pytest.mark.usefixtures("home")

PAGE = "https://juneau.org/assembly"


async def test_a_search_is_noted_with_its_day_and_shown_to_everybody(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    said = await ed.slash(channel, "record searched", place=JUNEAU, where="Assembly minutes", note="all of 2026")
    assert "Searched today: Assembly minutes (all of 2026)." in texts(said)
    search = bot.register.tie(TIE).searches[-1]
    assert (search.date.first, search.outcome) == (NOW.date(), SearchOutcome.NOTHING_FURTHER)
    assert "28 November 2026" in texts(await vera.slash(channel, "status", place=JUNEAU))
    again = await ed.slash(channel, "record searched", place=JUNEAU, where="Assembly minutes", note="all of 2026")
    assert "already on record today" in texts(again)
    assert len(await entries_about(bot.database, TIE)) == 1


async def test_no_search_vouches_for_an_act_that_was_entered_after_it(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    searched = bot.register.tie(TIE).searches[-1].date
    assert searched.first == NOW.date(), "the shipped search is of today, and had missed what is entered now"
    await record_it(ed, channel, kind="ended", date="2 November 2026")
    assert "searched 28 November 2026" not in texts(await vera.slash(channel, "status", place=JUNEAU))
    await ed.slash(channel, "record searched", place=JUNEAU, where="Assembly minutes")
    assert "searched 28 November 2026" in texts(await vera.slash(channel, "status", place=JUNEAU))
    form = await ed.slash(channel, "record correct", place=JUNEAU, act=f"{TIE}.20261102.ended", why="A word was wrong.")
    card = await ed.submit_modal(form, act_fields("ended", summary="Voted to end the tie."))
    await ed.click(message_of(card), label="Correct quietly")
    assert "searched 28 November 2026" in texts(await vera.slash(channel, "status", place=JUNEAU))


async def test_a_search_for_a_place_with_several_ties_asks_which(ed: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await ed.slash(channel, "record searched", place="Vladivostok", where="Local papers"))
    assert "Which tie? These fit:" in said
    assert JUNEAU in said


async def test_an_offices_page_is_noted_as_checked(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    known = bot.register.place("juneau-ak").recipients[0]
    offered = await ed.autocomplete(channel, "record recipient", "office", "", place="Juneau, Alaska")
    assert known.office in [found["value"] for found in offered]
    said = await ed.slash(channel, "record recipient", place="Juneau, Alaska", office=known.office.upper(), page=PAGE)
    assert "Noted" in texts(said)
    (kept,) = bot.register.place("juneau-ak").recipients
    assert (kept.office, kept.body, kept.page, kept.verified_on) == (known.office, known.body, PAGE, date(2026, 11, 28))
    (entry,) = await entries_about(bot.database, "juneau-ak")
    assert entry.did == "noted an office"


async def test_a_noted_search_can_be_taken_back(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    before = bot.register.tie(TIE)
    said = await ed.slash(channel, "record searched", place=JUNEAU, where="Assembly minutes")
    undone = await ed.click(message_of(said), label="Undo")
    assert "The search is no longer on record: Assembly minutes." in texts(undone)
    assert bot.register.tie(TIE) == before == await read_tie(bot.database, TIE)
    assert [entry.did for entry in await entries_about(bot.database, TIE)] == ["took back a search", "searched"]
    assert "took back a search: Assembly minutes" in texts(await ed.slash(channel, "record history", place=JUNEAU))


async def test_a_noted_office_can_be_taken_back_as_long_as_nothing_came_after(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    before = bot.register.place("juneau-ak")
    options = {"place": "Juneau, Alaska", "office": before.recipients[0].office}
    said = await ed.slash(channel, "record recipient", **options, page=PAGE)
    later = await ed.slash(channel, "record recipient", **options, page=f"{PAGE}/new")
    early = await ed.click(message_of(said), label="Undo")
    assert "changed again since" in texts(last(early))
    await ed.click(message_of(later), label="Undo")
    assert bot.register.place("juneau-ak").recipients[0].page == PAGE
    assert "as before" in texts(await ed.click(message_of(said), label="Undo"))
    assert bot.register.place("juneau-ak") == before
    rows = await bot.database.read("SELECT written_by FROM place WHERE id = 'juneau-ak'")
    assert [row["written_by"] for row in rows] == [None], "it is the dataset's again"
    assert (await entries_about(bot.database, "juneau-ak"))[0].did == "took back an office"


async def test_who_is_no_editor_any_more_takes_nothing_back(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    said = await ed.slash(channel, "record searched", place=JUNEAU, where="Assembly minutes")
    await take_role(bot, world, ed)
    assert "Only editors can do this" in texts(last(await ed.click(message_of(said), label="Undo")))
    assert bot.register.tie(TIE).searches[-1].where == "Assembly minutes"


async def test_a_correction_of_what_the_line_does_not_show_is_named(ed: MemberActor, channel: ChannelHandle) -> None:
    await record_it(ed, channel)
    form = await ed.slash(channel, "record correct", place=JUNEAU, act=SUSPENDED, why="It was a motion.")
    card = message_of(await ed.submit_modal(form, act_fields(summary="Moved to suspend the sister-city tie.")))
    await ed.click(card, label="Correct quietly")
    said = texts(await ed.slash(channel, "record history", place=JUNEAU))
    assert f"<@{ed.id}> corrected the summary of “20 November 2026 · Suspended · Juneau Assembly · 9–0”" in said


async def test_a_new_office_needs_its_body(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    options = {"place": "Juneau, Alaska", "office": "Clerk", "page": PAGE}
    assert "give its body too" in texts(await ed.slash(channel, "record recipient", **options))
    assert "Noted" in texts(await ed.slash(channel, "record recipient", **options, body="City Clerk's Office"))
    assert len(bot.register.place("juneau-ak").recipients) == 2


async def test_a_bad_page_or_place_is_refused(ed: MemberActor, channel: ChannelHandle) -> None:
    for option, typed, says in (
        ("page", "juneau.org", "must start with https"),
        ("page", "http://localhost/", "not a public web site"),
        ("place", "Vladivostok", "Several places fit"),
        ("place", "Nowhere", "No tie on record fits"),
        ("office", "Mayor Beth Weldon", "“Beth Weldon” is not the name of an office"),
    ):
        chosen = {"place": "Juneau, Alaska", "office": "Mayor", "page": PAGE} | {option: typed}
        assert says in texts(await ed.slash(channel, "record recipient", **chosen))


async def test_the_decisions_about_a_tie_are_listed_with_who_and_when(ed: MemberActor, channel: ChannelHandle) -> None:
    assert "No editor has decided anything" in texts(await ed.slash(channel, "record history", place=JUNEAU))
    await record_it(ed, channel)
    said = texts(await ed.slash(channel, "record history", place=JUNEAU))
    act = "“20 November 2026 · Suspended · Juneau Assembly · 9–0”"
    assert f"<@{ed.id}> recorded {act}: active → suspended, quietly." in said
    assert "<t:1795867200:d>" in said
