"""Places, ties, listings and notes: added in Discord, found at once, taken back, and exported as files."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.editing.place_entry import PlaceEntry, enter_place
from cogs.editing.record_additions import RecordAdditions
from db.record.dataset import idle_places, load_dataset
from db.record.levels import Level
from db.record.models import PartialDate, Search
from db.record.page_kinds import PageKind
from db.record.search_outcomes import SearchOutcome
from db.record.shows import Shows
from db.record.toml_export import export_toml
from db.store import additions
from db.store.audit import entries_about
from db.store.records import add_search, read_record, read_tie
from preview import World
from tests.behaviour.dataset_steps import NEW_ACT, Updated, Version
from tests.behaviour.editing_steps import JUNEAU, TIE, take_role
from tests.world import NOW, labels, last, message_of, texts

pytestmark = pytest.mark.usefixtures("home")

AUSTIN, TVER_TIE = "austin-tx", "austin-tx--tver"
PAGE: Mapping[str, Any] = {
    "page": "https://www.austintexas.gov/sister-cities",
    "date": "3 March 2021",
    "title": "Sister cities of Austin",
    "publisher": "City of Austin",
    "grade": "B",
}
KTOO = "https://www.ktoo.org/2026/11/21/assembly"


async def add_austin(who: MemberActor, channel: ChannelHandle) -> Any:
    """The answer to `/record place` for Austin, as it is offered."""
    offered = await who.autocomplete(channel, "record place", "place", "Austin")
    (austin,) = [found for found in offered if "Austin, Texas" in found["name"]]
    return await who.slash(channel, "record place", place=austin["value"])


async def add_tie(who: MemberActor, channel: ChannelHandle, **options: Any) -> Any:
    """The answer to `/record tie` for Austin and Tver, or as the options say."""
    typed = {"us": "Austin, Texas", "ru": "Tver", "level": "sister_city", **PAGE}
    return await who.slash(channel, "record tie", **typed | options)


def files(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


async def exported(bot: Tiewatch, folder: Path) -> dict[str, bytes]:
    """The record as `bot.py export` writes it."""
    export_toml(await read_record(bot.database), folder)
    return files(folder)


async def test_a_known_place_and_a_tie_of_it_are_found_at_once(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    said = texts(await add_austin(ed, channel))
    assert "**Austin, Texas** is in the record, but in no tie yet." in said
    assert "Letters go to: Mayor of Austin, Austin City Council." in said
    place = bot.register.place(AUSTIN)
    assert (place.state, place.lat is not None, place.aliases != ()) == ("TX", True, True)
    assert all(other.name != "Austin" or other.state != "TX" for other in bot.register.record.other_places)
    assert "no" in texts(await vera.slash(channel, "status", place="Austin, Texas")).lower()
    offered = await ed.autocomplete(channel, "record tie", "us", "Aust")
    assert [found["value"] for found in offered] == ["Austin, Texas"]
    said = texts(await add_tie(ed, channel, since=1990))
    assert "Austin, Texas – Tver" in said
    tie = bot.register.tie(TVER_TIE)
    source = bot.register.record.sources[tie.listings[0].sources[0]]
    assert (tie.level, tie.since, tie.since_source) == (Level.SISTER_CITY, 1990, source.id)
    assert (tie.listings[0].shows, str(tie.listings[0].date)) == (Shows.PAIR, "2021-03-03")
    assert (source.page_kind, source.country, source.citable_in_letter) == (PageKind.CITY_PAGE, "US", True)
    shown = texts(await vera.slash(channel, "status", place="Austin"))
    assert "Austin, Texas – Tver" in shown
    assert "Unconfirmed" in shown
    assert (await entries_about(bot.database, TVER_TIE))[0].did == "added a tie"
    history = texts(await ed.slash(channel, "record history", place=TVER_TIE))
    assert f"<@{ed.id}> added a place: Austin, Texas" in history


async def test_what_was_added_is_exported_and_comes_back_byte_for_byte(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, tmp_path: Path
) -> None:
    await add_austin(ed, channel)
    await add_tie(ed, channel)
    form = await ed.slash(channel, "record note", place=TVER_TIE)
    await ed.submit_modal(form, {"note": "It began in a school.", "editor_note": "Ask the city when."})
    options = {"place": TVER_TIE, "shows": "absent", "says": "Lists the partners without Tver.", "page": KTOO}
    await ed.slash(channel, "record listing", **options, title="Partners", grade="C")
    first = await exported(bot, tmp_path / "first")
    loaded = load_dataset(tmp_path / "first")
    assert idle_places(loaded) == ()
    assert loaded == await read_record(bot.database)
    assert loaded == bot.register.record
    export_toml(loaded, tmp_path / "second")
    assert files(tmp_path / "second") == first


async def test_a_place_without_a_tie_yet_is_exported_and_loaded_too(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, tmp_path: Path
) -> None:
    await add_austin(ed, channel)
    await exported(bot, tmp_path)
    loaded = load_dataset(tmp_path)
    assert loaded.places[AUSTIN] == bot.register.place(AUSTIN)
    assert [fault.entry for fault in idle_places(loaded)] == [AUSTIN]


async def test_a_county_is_typed_with_its_seat_and_its_office(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    options = {"place": "Travis County", "kind": "county"}
    assert "needs its seat too" in texts(await ed.slash(channel, "record place", **options))
    options["seat"] = "Austin, Texas"
    assert "Give office and body too" in texts(await ed.slash(channel, "record place", **options))
    named = {"office": "Sheriff Jane Doe", "body": "Travis County Commissioners Court"}
    assert "is not the name of an office" in texts(await ed.slash(channel, "record place", **options, **named))
    named["office"] = "County Judge"
    assert "Travis County, Texas" in texts(await ed.slash(channel, "record place", **options, **named))
    place = bot.register.place("travis-county-tx")
    assert (place.state, place.lat, place.note) == (
        "TX",
        30.267,
        "The coordinates are those of Austin; its GeoNames number was not looked up.",
    )
    assert any(other.name == "Austin" for other in bot.register.record.other_places), "its seat stays a known place"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"place": "Sevastopol"}, "Sevastopol is Ukrainian"),
        ({"place": "Crimea"}, "Crimea is Ukrainian"),
        ({"place": "Yalta"}, "Yalta is Ukrainian"),
        ({"place": "Donetsk, Russia"}, "the other occupied places never enter this record as Russian ones"),
        ({"place": "Crimea", "kind": "region", "seat": "Krasnodar"}, "Crimea is Ukrainian"),
        ({"place": "Kyiv"}, "Kyiv is Ukrainian"),
        ({"place": "Vladivostok"}, "Vladivostok, Primorsky Krai, Russia is in the record already"),
        ({"place": "Nowhere at all"}, "No known place without a tie is called “Nowhere at all”"),
        ({"place": "Moscow, Idaho"}, "in the record is called “Moscow” too"),
        ({"place": "Springfield"}, "Which one? "),
        ({"place": "Austin, Texas", "names": "Bat City, mayor"}, "“mayor” cannot be a name that a place is found by"),
        (
            {"place": "[Travis](x)", "kind": "county", "seat": "Austin, Texas"},
            "cannot be a name that a place is found by",
        ),
        ({"place": "Kirov"}, "Kirov, Russia @ 58.598, "),
    ],
)
async def test_what_is_no_place_for_the_record_is_refused_with_one_line(
    typed: dict[str, str], says: str, bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    before = bot.register.record
    said = texts(await ed.slash(channel, "record place", **typed))
    assert says in said
    assert "\n" not in said
    assert bot.register.record is before


async def test_a_page_that_the_record_lacks_needs_its_title_and_grade(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    said = texts(await ed.slash(channel, "record listing", place=JUNEAU, shows="past", says="It was so.", page=KTOO))
    assert "The record does not have this page yet" in said
    assert "The title is missing. The evidence grade is missing." in said
    assert "publisher is missing" not in said, "the record has pages of the site"


async def test_a_listing_is_added_shown_and_taken_back(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    before = bot.register.record
    options = {"place": JUNEAU, "shows": "past", "says": "Says that there was a tie.", "page": KTOO}
    said = await ed.slash(channel, "record listing", **options, title="Looking back", grade="C")
    assert "says that there was a tie" in texts(said)
    listing = bot.register.tie(TIE).listings[-1]
    number = len(before.ties[TIE].listings) + 1
    assert (listing.id, listing.shows) == (f"{TIE}.listing.{number}", Shows.PAST)
    again = await ed.slash(channel, "record listing", **options, title="Looking back", grade="C")
    assert "already has a listing for that page" in texts(again)
    undone = await ed.click(message_of(said), label="Undo")
    assert "is no longer on record" in texts(undone)
    assert bot.register.record == before == await read_record(bot.database)
    assert bot.register.source_of_page(KTOO) is None
    dids = [entry.did for entry in await entries_about(bot.database, TIE)]
    assert dids == ["took back a listing", "added a listing"]


async def test_what_is_typed_shows_as_it_is(bot: Tiewatch, ed: MemberActor, channel: ChannelHandle) -> None:
    options = {"place": JUNEAU, "shows": "pair", "says": "**Bold** [x](http://a.b) @everyone says so.", "page": KTOO}
    said = texts(await ed.slash(channel, "record listing", **options, title="`T` <@1>", grade="C"))
    assert "\\*\\*Bold\\*\\* \\[x\\](http://a.b) @\u200beveryone" in said
    assert bot.register.tie(TIE).listings[-1].says == options["says"]


async def test_a_note_for_readers_is_shown_and_one_for_editors_never(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    before = bot.register.tie(TIE)
    form = await ed.slash(channel, "record note", place=JUNEAU)
    said = await ed.submit_modal(form, {"note": "The two ports began it.", "editor_note": "The clerk knows more."})
    assert "For readers: The two ports began it." in texts(said)
    tie = bot.register.tie(TIE)
    assert (tie.note, tie.editor_note) == ("The two ports began it.", "The clerk knows more.")
    assert "The clerk knows more" not in texts(await vera.slash(channel, "status", place=JUNEAU))
    undone = await ed.click(message_of(said), label="Undo")
    assert "are as before" in texts(undone)
    assert bot.register.tie(TIE) == before


async def test_an_instruction_in_a_note_for_readers_is_refused_and_given_back(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    before = bot.register.tie(TIE)
    form = await ed.slash(channel, "record note", place=JUNEAU)
    said = await ed.submit_modal(form, {"note": "Ask the city first.", "editor_note": ""})
    told = texts(last(said))
    assert "is for readers, and" in told
    assert "Ask the city first." in told.split("What you typed", maxsplit=1)[1]
    assert bot.register.tie(TIE) == before


async def test_a_tie_and_a_place_are_taken_back_in_that_order(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    before = bot.register.record
    place = message_of(await add_austin(ed, channel))
    tie = message_of(await add_tie(ed, channel))
    assert "so it cannot be undone" in texts(last(await ed.click(place, label="Undo")))
    shown = await vera.slash(channel, "status", place=TVER_TIE)
    assert "is no longer on record" in texts(await ed.click(tie, label="Undo"))
    assert TVER_TIE not in bot.register.record.ties
    assert (await vera.click(message_of(shown), label="History")).acknowledged
    assert "is no longer in the record" in texts(await ed.click(place, label="Undo"))
    assert bot.register.record == before == await read_record(bot.database)
    assert "austin" not in texts(await vera.slash(channel, "ties", text="Tver")).lower()


async def test_a_tie_that_somebody_watches_is_not_taken_back(
    bot: Tiewatch, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await add_austin(ed, channel)
    added = message_of(await add_tie(ed, channel))
    shown = await vera.slash(channel, "status", place=TVER_TIE)
    await vera.click(message_of(shown), label=next(label for label in labels(shown) if "Watch" in label))
    assert "is used by now" in texts(last(await ed.click(added, label="Undo")))
    assert TVER_TIE in bot.register.record.ties


async def test_only_editors_add_and_take_back(
    bot: Tiewatch, world: World, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    added = await add_austin(ed, channel)
    for name, options in (
        ("place", {"place": "Dallas, Texas"}),
        ("tie", {"us": "Austin", "ru": "Tver", "level": "sister_city", "page": KTOO}),
        ("listing", {"place": JUNEAU, "shows": "pair", "says": "Names both.", "page": KTOO}),
        ("note", {"place": JUNEAU}),
    ):
        refused = await vera.slash(channel, f"record {name}", **options)
        assert "Only editors can do this" in texts(last(refused))
    await take_role(bot, world, ed)
    assert "Only editors can do this" in texts(last(await ed.click(message_of(added), label="Undo")))
    assert AUSTIN in bot.register.record.places


async def test_a_tie_that_is_on_record_or_has_an_unknown_side_is_refused(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    for options, says in (
        ({"us": "Juneau, Alaska", "ru": "Vladivostok"}, "is on record already"),
        ({"us": "Austin, Texas"}, "Use /record place to add one"),
        ({"us": "Juneau, Alaska", "since": 1930}, "The year must be from 1940 to 2026."),
        ({"us": "Juneau, Alaska", "page": "nowhere.org"}, "must start with https"),
        ({"us": "Portland"}, "Which one?"),
    ):
        assert says in texts(await add_tie(ed, channel, **options))


async def test_what_was_added_outlives_a_start_and_a_newer_dataset(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle, updated: Updated, version: Version
) -> None:
    await add_austin(ed, channel)
    await add_tie(ed, channel)
    form = await ed.slash(channel, "record note", place=JUNEAU)
    await ed.submit_modal(form, {"note": "The two ports began it.", "editor_note": ""})
    before = bot.register.record
    again = await updated()
    assert again.register.record == before
    newer = version(NEW_ACT)
    others = newer / "other_places.csv"
    text = others.read_text(encoding="utf-8")
    others.write_text(f"{text}US,Newest,TX,30.0,-97.0,5000,\n", encoding="utf-8")
    later = await updated(data=newer)
    assert later.register.tie(TVER_TIE) == before.ties[TVER_TIE]
    assert later.register.place(AUSTIN) == before.places[AUSTIN]
    assert later.register.tie(TIE).note == "The two ports began it."
    names = {(other.name, other.state) for other in later.register.record.other_places}
    assert ("Newest", "TX") in names
    assert ("Austin", "TX") not in names


async def test_what_is_recorded_while_the_register_is_made_anew_is_not_lost(
    bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    adding = RecordAdditions(bot)
    search = Search(PartialDate(NOW.date()), "Assembly minutes", SearchOutcome.NOTHING_FURTHER)

    async def note_search() -> None:
        async with bot.database.transaction() as conn:
            await add_search(conn, TIE, search, by=ed.id)
            tie = await read_tie(conn, TIE)
        bot.register.replace_tie(tie)

    async def add(name: str) -> None:
        entered = enter_place(PlaceEntry(name), bot.register)
        await adding.renewed(lambda conn: additions.add_place(conn, entered.place, entered.known, by=ed.id, at=NOW))

    await asyncio.gather(add("Austin, Texas"), note_search(), add("Plano, Texas"), note_search())
    assert {AUSTIN, "plano-tx"} <= bot.register.record.places.keys()
    assert bot.register.tie(TIE).searches[-2:] == (search, search)
    assert bot.register.record == await read_record(bot.database)
