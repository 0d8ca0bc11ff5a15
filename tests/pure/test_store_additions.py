"""What editors add besides acts meets the dataset: a later one brings the same place, tie, listing or page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db.record.grades import Grade
from db.record.levels import Level
from db.record.models import (
    Country,
    Listing,
    OtherPlace,
    PartialDate,
    Place,
    PlaceKind,
    Recipient,
    Record,
    Source,
    Tie,
)
from db.record.shows import Shows
from db.store import additions
from db.store.database import Database
from db.store.editing_models import AdditionKind
from db.store.records import add_source, read_record
from db.store.synchronisation import synchronise

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
ED = 4711
EUGENE = "eugene-or--irkutsk"
KNOWN = OtherPlace(Country.US, "Austin", "TX", 30.267, -97.743, 961855, ("Остін",))
AUSTIN = Place(
    "austin-tx",
    Country.US,
    "Austin",
    PlaceKind.CITY,
    state="TX",
    lat=30.267,
    lon=-97.743,
    population=961855,
    aliases=("Остін",),
    note="Its GeoNames number was not looked up.",
    recipients=(Recipient("Mayor of Austin", "Austin City Council"),),
)
PAGE = Source("austintexas-nd", "https://austintexas.gov/sisters", "Sister cities", "Austin", None, Grade.B)
TIE = Tie(
    "austin-tx--irkutsk",
    "austin-tx",
    "irkutsk",
    Level.SISTER_CITY,
    since=1990,
    since_source=PAGE.id,
    listings=(Listing("austin-tx--irkutsk.listing.1", None, Shows.PAIR, "Names both.", (PAGE.id,)),),
)


@pytest.fixture
def small(record: Record) -> Record:
    """One tie of the shipped record, with what it needs, and Austin as a known place."""
    tie = record.ties[EUGENE]
    places = {name: record.places[name] for name in (tie.us, tie.ru)}
    others = (*record.other_places[:3], KNOWN)
    return replace(record, ties={EUGENE: tie}, places=places, talking_points={}, ukraine_ties={}, other_places=others)


@pytest.fixture
async def database(tmp_path: Path, small: Record) -> AsyncIterator[Database]:
    """A database into which the small record has been loaded once."""
    opened = await Database.open(tmp_path / "tiewatch.db")
    await synchronise(opened, small, NOW)
    yield opened
    await opened.close()


async def add(database: Database) -> tuple[int, int]:
    """Austin and its tie, entered by an editor: the numbers of the two additions."""
    async with database.transaction() as conn:
        place = await additions.add_place(conn, AUSTIN, KNOWN, by=ED, at=NOW)
        return place, await additions.add_tie(conn, TIE, PAGE, by=ED, at=NOW)


async def undo(database: Database, number: int) -> AdditionKind | None:
    """What was taken back, or None."""
    async with database.transaction() as conn:
        undone = await additions.undo(conn, number, by=ED)
    return undone.kind if undone else None


def grown(small: Record, place: Place = AUSTIN, tie: Tie = TIE, source: Source = PAGE) -> Record:
    """A dataset that has the place and the tie, and Austin no more among the known places."""
    return replace(
        small,
        places={**small.places, place.id: place},
        ties={**small.ties, tie.id: tie},
        sources={**small.sources, source.id: source},
        other_places=small.other_places[:3],
    )


async def test_what_an_editor_added_stays_when_the_dataset_lacks_it(database: Database, small: Record) -> None:
    await add(database)
    before = await read_record(database)
    assert before == grown(small)
    report = await synchronise(database, small, NOW)
    assert (report.added, report.changed) == ({}, {})
    newer = replace(small, other_places=(*small.other_places, replace(KNOWN, name="Newest")))
    await synchronise(database, newer, NOW)
    others = (await read_record(database)).other_places
    assert [other.name for other in others[3:]] == ["Newest"], "the entered place is no known other one any more"
    assert replace(await read_record(database), other_places=()) == replace(before, other_places=())


async def test_a_dataset_with_the_same_place_and_tie_makes_them_its_own(database: Database, small: Record) -> None:
    place, tie = await add(database)
    shipped = grown(small, replace(AUSTIN, geoname_id=4671654, note=None), replace(TIE, note="It began in a school."))
    await synchronise(database, shipped, NOW)
    assert await read_record(database) == shipped
    assert await undo(database, tie) is await undo(database, place) is None, "it is the dataset's now"
    assert (await synchronise(database, shipped, NOW)).changed == {}


async def test_the_log_names_a_place_that_the_dataset_brings_under_another_id(
    database: Database, small: Record, caplog: pytest.LogCaptureFixture
) -> None:
    await add(database)
    other = replace(AUSTIN, id="austin-texas", aliases=())
    shipped = replace(small, places={**small.places, other.id: other})
    for expected in (1, 1):
        await synchronise(database, shipped, NOW)
        told = [line for line in caplog.records if line.message == "An editor's place may be the dataset's"]
        assert len(told) == expected, "once"
    assert {AUSTIN.id, other.id} <= (await read_record(database)).places.keys()


async def test_a_dataset_with_the_page_under_another_id_is_cited_by_the_editors_tie(
    database: Database, small: Record
) -> None:
    await add(database)
    shipped = replace(PAGE, id="austin-sisters", url="http://www.austintexas.gov/sisters/")
    await synchronise(database, replace(small, sources={**small.sources, shipped.id: shipped}), NOW)
    record = await read_record(database)
    assert PAGE.id not in record.sources
    assert record.ties[TIE.id].since_source == shipped.id
    assert record.ties[TIE.id].listings[0].sources == (shipped.id,)


async def test_an_editors_listing_moves_aside_for_the_datasets_of_another_page(
    database: Database, small: Record
) -> None:
    tie = small.ties[EUGENE]
    name = f"{EUGENE}.listing.{len(tie.listings) + 1}"
    mine = Listing(name, None, Shows.PAST, "Says that it was so.", (PAGE.id,))
    async with database.transaction() as conn:
        number = await additions.add_listing(conn, EUGENE, mine, PAGE, by=ED, at=NOW)
    theirs = Listing(name, None, Shows.PAIR, "Names both.", tie.listings[0].sources)
    shipped = replace(small, ties={EUGENE: replace(tie, listings=(*tie.listings, theirs))})
    await synchronise(database, shipped, NOW)
    listings = (await read_record(database)).ties[EUGENE].listings
    moved = replace(mine, id=f"{EUGENE}.listing.{len(tie.listings) + 2}")
    assert set(listings) == {*tie.listings, theirs, moved}
    assert await undo(database, number) is None
    await synchronise(database, shipped, NOW)
    assert set((await read_record(database)).ties[EUGENE].listings) == set(listings)


async def test_the_same_listing_from_the_dataset_is_one(database: Database, small: Record) -> None:
    tie = small.ties[EUGENE]
    mine = Listing(f"{EUGENE}.listing.{len(tie.listings) + 1}", None, Shows.UNCLEAR, "Says so.", (PAGE.id,))
    async with database.transaction() as conn:
        await additions.add_listing(conn, EUGENE, mine, PAGE, by=ED, at=NOW)
    theirs = replace(mine, shows=Shows.PAIR)
    shipped = replace(small, ties={EUGENE: replace(tie, listings=(*tie.listings, theirs))})
    await synchronise(database, replace(shipped, sources={**small.sources, PAGE.id: PAGE}), NOW)
    assert (await read_record(database)).ties[EUGENE].listings == (*tie.listings, theirs)


async def test_an_editors_note_outlives_a_change_of_the_tie_and_not_a_newer_note(
    database: Database, small: Record
) -> None:
    async with database.transaction() as conn:
        await additions.set_notes(conn, EUGENE, "The university began it.", None, by=ED, at=NOW)
    tie = replace(small.ties[EUGENE], since_note="The year is the city's.")
    await synchronise(database, replace(small, ties={EUGENE: tie}), NOW)
    held = (await read_record(database)).ties[EUGENE]
    assert (held.note, held.since_note) == ("The university began it.", tie.since_note)
    await synchronise(database, replace(small, ties={EUGENE: replace(tie, note="A newer note.")}), NOW)
    assert (await read_record(database)).ties[EUGENE].note == "A newer note."


async def test_an_addition_is_taken_back_with_its_source_unless_that_is_cited(
    database: Database, small: Record
) -> None:
    place, tie = await add(database)
    other = Listing(f"{EUGENE}.listing.99", None, Shows.PAST, "Says that it was so.", (PAGE.id,))
    async with database.transaction() as conn:
        listing = await additions.add_listing(conn, EUGENE, other, None, by=ED, at=NOW)
    assert await undo(database, place) is None, "it has a tie"
    assert await undo(database, tie) is AdditionKind.TIE
    assert PAGE.id in (await read_record(database)).sources
    assert await undo(database, place) is AdditionKind.PLACE
    assert await undo(database, listing) is AdditionKind.LISTING
    async with database.transaction() as conn:
        await conn.execute("DELETE FROM source WHERE id = ?", (PAGE.id,))
    assert await read_record(database) == small


async def test_a_tie_with_an_act_or_another_listing_is_not_taken_back(database: Database) -> None:
    _, tie = await add(database)
    more = Source("more-nd", "https://more.example/", "More", "More", None, Grade.C)
    listing = Listing(f"{TIE.id}.listing.2", PartialDate(date(2021, 1, 1)), Shows.PAST, "It was so.", (more.id,))
    async with database.transaction() as conn:
        await add_source(conn, more, by=ED)
        second = await additions.add_listing(conn, TIE.id, listing, None, by=ED, at=NOW)
    assert await undo(database, tie) is None
    assert await undo(database, second) is AdditionKind.LISTING
    assert await undo(database, tie) is AdditionKind.TIE


async def test_an_addition_can_be_taken_back_for_thirty_days(database: Database) -> None:
    _, tie = await add(database)
    async with database.transaction() as conn:
        await additions.set_notes(conn, EUGENE, "One.", None, by=ED, at=NOW + additions.ADDITIONS_KEPT)
    rows = await database.read("SELECT id FROM addition WHERE id = ?", (tie,))
    assert len(rows) == 1
    async with database.transaction() as conn:
        later = NOW + additions.ADDITIONS_KEPT + timedelta(seconds=1)
        await additions.set_notes(conn, EUGENE, "Two.", None, by=ED, at=later)
    assert await undo(database, tie) is None
