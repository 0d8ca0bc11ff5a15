"""The known other places, kept as one text: what comes out is what went in, and what is no place is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.record.dataset import load_dataset
from db.record.models import Country, OtherPlace, Record
from db.record.other_places import OtherPlaces
from db.store.database import Database
from db.store.records import read_record
from db.store.synchronisation import synchronise

AUSTIN = OtherPlace(Country.US, "Austin", "TX", 30.26715, -97.74306, 961_855, ("Остін", "Остин"))
ABAZA = OtherPlace(Country.RU, "Abaza", "", 52.653, 90.0, 18_094)
NIKOPOL = OtherPlace(Country.UA, "Nikopol", "", 47.5667, 34.4, 105_160, ("Нікополь",))
PLACES = (AUSTIN, ABAZA, NIKOPOL)


def test_places_come_out_as_they_went_in() -> None:
    kept = OtherPlaces.of(PLACES)
    assert tuple(kept) == PLACES
    assert kept == PLACES
    assert kept == PLACES
    assert [kept[number] for number in (0, 1, 2, -1, -3)] == [AUSTIN, ABAZA, NIKOPOL, NIKOPOL, AUSTIN]
    assert kept[1:] == (ABAZA, NIKOPOL)
    assert OtherPlaces.of(kept) is kept
    assert kept != PLACES[:2]


@pytest.mark.parametrize("number", [3, -4])
def test_there_is_none_beyond_the_last(number: int) -> None:
    with pytest.raises(IndexError):
        OtherPlaces.of(PLACES)[number]


def test_none_at_all_are_none() -> None:
    assert not OtherPlaces()
    assert not list(OtherPlaces.of(()))
    assert OtherPlaces() == ()


def test_what_they_are_called_and_where_is_read_without_making_them() -> None:
    kept = OtherPlaces.of(PLACES)
    assert [(country, name, tuple(aliases)) for country, name, aliases in kept.called()] == [
        (place.country, place.name, place.aliases) for place in PLACES
    ]
    assert [kept.country(number) for number in range(3)] == [Country.US, Country.RU, Country.UA]


@pytest.mark.parametrize("rows", [b"US", b"US\x1fAustin\x1fTX\x1f30.2\x1f-97.7\x1f9", b"\x1f\x1f\x1f\x1f\x1f\x1f\n"])
def test_what_is_no_row_of_a_place_is_refused(rows: bytes) -> None:
    with pytest.raises(ValueError, match="known place"):
        OtherPlaces(rows)


async def test_they_are_read_from_the_database_in_their_order(tmp_path: Path) -> None:
    shipped = load_dataset().other_places
    database = await Database.open(tmp_path / "tiewatch.db")
    try:
        await synchronise(database, replace(Record(), other_places=shipped), datetime(2026, 11, 25, tzinfo=UTC))
        assert (await read_record(database)).other_places == shipped
        async with database.transaction() as conn:
            await conn.execute("UPDATE other_place SET country = 'XX' WHERE position = 7")
        with pytest.raises(ValueError, match="XX"):
            await read_record(database)
    finally:
        await database.close()
