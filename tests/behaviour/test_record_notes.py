"""The short commands: a search, an office's page, the decisions about a tie."""

from __future__ import annotations

from datetime import date

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.models import SearchOutcome
from db.store.audit import entries_about
from preview import World
from tests.behaviour.record_steps import JUNEAU, TIE, record_it, set_up
from tests.world import NOW, texts

PAGE = "https://juneau.org/assembly"


@pytest.fixture(autouse=True)
async def home(bot: Tiewatch, world: World) -> None:
    """The home server is set up."""
    await set_up(world)


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
