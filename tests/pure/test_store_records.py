"""What editors write: an act goes where its date allows, and everything that depends on it is told apart."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import derive
from db.record.grades import Grade
from db.record.models import Act, PartialDate, Recipient, Record, Search, Source
from db.record.order import position_for
from db.record.register import Register
from db.record.search_outcomes import SearchOutcome
from db.store.database import Database
from db.store.records import (
    add_act,
    add_search,
    add_source,
    read_record,
    read_tie,
    retract_act,
    set_recipient,
)
from db.store.synchronisation import merged_order, synchronise

ED = 4711
EUGENE = "eugene-or--irkutsk"


@pytest.fixture(scope="module")
def record(frozen_record: Record) -> Record:
    """The record of the tests, which stands still."""
    return frozen_record


def act(name: str, written: str, kind: ActKind = ActKind.STATEMENT) -> Act:
    """An act with only what an order needs."""
    return Act(name, PartialDate.parse(written), kind, "Somebody", Authority.PRESS, "Said so.", ("klcc-20220720",))


@pytest.fixture
async def database(tmp_path: Path, record: Record) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "tiewatch.db")
    needed = {name: record.places[name] for name in ("eugene-or", "irkutsk")}
    small = Record(places=needed, ties={EUGENE: record.ties[EUGENE]}, sources=record.sources)
    await synchronise(opened, small, datetime(2026, 11, 25, tzinfo=UTC))
    yield opened
    await opened.close()


@pytest.mark.parametrize(
    ("written", "position"),
    [("2022-01-01", 0), ("2022-02-28", 1), ("2022-05", 1), ("2022-07", 2), ("2022", 2), ("2026-11-01", 2)],
)
async def test_a_new_act_goes_after_the_last_one_that_its_date_allows(
    database: Database, written: str, position: int
) -> None:
    new = act("new", written)
    before = (await read_tie(database, EUGENE)).acts
    async with database.transaction() as conn:
        assert await add_act(conn, EUGENE, new, None, by=ED) == position
    assert (await read_tie(database, EUGENE)).acts == (*before[:position], new, *before[position:])


async def test_an_editor_may_put_an_act_elsewhere(database: Database) -> None:
    before = (await read_tie(database, EUGENE)).acts
    async with database.transaction() as conn:
        assert await add_act(conn, EUGENE, act("first", "2022"), 0, by=ED) == 0
        assert await add_act(conn, EUGENE, act("last", "2022"), 99, by=ED) == 3
    assert [item.id for item in (await read_tie(database, EUGENE)).acts] == [
        "first",
        *(item.id for item in before),
        "last",
    ]


async def test_a_correction_and_what_it_corrects_are_both_kept(database: Database) -> None:
    suspended = (await read_tie(database, EUGENE)).acts[-1]
    better = replace(suspended, id=f"{suspended.id}-2", replaces=suspended.id, replaces_why="The vote was 7–1.")
    async with database.transaction() as conn:
        await add_act(conn, EUGENE, better, None, by=ED)
    tie = await read_tie(database, EUGENE)
    assert tie.acts[-2:] == (suspended, better)
    assert derive(tie).basis == better


async def test_an_act_with_a_taken_id_or_an_unknown_source_is_refused_and_nothing_is_kept(database: Database) -> None:
    before = await read_tie(database, EUGENE)
    for wrong in (before.acts[0], replace(act("new", "2026"), sources=("unknown",))):
        with pytest.raises(sqlite3.IntegrityError):
            await added(database, wrong)
    assert await read_tie(database, EUGENE) == before


async def added(database: Database, new: Act) -> None:
    async with database.transaction() as conn:
        await add_act(conn, EUGENE, new, None, by=ED)


async def test_unknown_ties_acts_and_places_are_refused(database: Database) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        await read_tie(database, "nowhere")
    async with database.transaction() as conn:
        with pytest.raises(KeyError, match="nothing"):
            await retract_act(conn, "nothing", "why", by=ED)
        with pytest.raises(KeyError, match="nowhere"):
            await set_recipient(conn, "nowhere", Recipient("Mayor", "Council"), by=ED)
        with pytest.raises(KeyError, match="nowhere"):
            await add_act(conn, "nowhere", act("new", "2026"), None, by=ED)


async def test_a_retracted_act_stays_with_the_reason(database: Database) -> None:
    suspended = (await read_tie(database, EUGENE)).acts[-1]
    async with database.transaction() as conn:
        await retract_act(conn, suspended.id, "Never happened.", by=ED)
        assert (await read_tie(conn, EUGENE)).acts[-1] == replace(suspended, retracted="Never happened.")


async def test_a_source_and_a_search_are_added(database: Database) -> None:
    source = Source("new-20261124", "https://new.example/a", "T", "P", PartialDate.parse("2026-11-24"), Grade.C)
    search = Search(PartialDate.parse("2026-11-24"), "minutes", SearchOutcome.NOTHING_FURTHER)
    async with database.transaction() as conn:
        await add_source(conn, source, by=ED)
        await add_search(conn, EUGENE, search, by=ED)
    record = await read_record(database)
    assert record.sources[source.id] == source
    assert list(record.sources)[-1] == source.id
    assert record.ties[EUGENE].searches[-1] == search


async def test_a_recipient_takes_the_place_of_the_one_of_its_office(database: Database) -> None:
    checked = Recipient("mayor of Eugene", "Eugene City Council", "https://www.eugene-or.gov/", date(2026, 11, 24))
    manager = Recipient("City Manager of Eugene", "Eugene City Council")
    async with database.transaction() as conn:
        assert (await set_recipient(conn, "eugene-or", checked, by=ED)).recipients == (checked,)
        place = await set_recipient(conn, "eugene-or", manager, by=ED)
    assert place.recipients == (checked, manager)
    assert (await read_record(database)).places["eugene-or"] == place


async def test_the_register_takes_in_a_changed_tie(record: Record) -> None:
    register = Register(record)
    tie = record.ties[EUGENE]
    resumed = act("new", "2026-11-01", ActKind.RESUMED)
    source = Source("new", "https://new.example/", "T", "P", None, Grade.A)
    register.replace_tie(replace(tie, acts=(*tie.acts, resumed)), [source])
    assert register.status(EUGENE).basis == resumed
    assert register.tie(EUGENE).acts[-1] == resumed
    assert register.tie(EUGENE) in register.ties_of("eugene-or")
    assert register.tie_between("eugene-or", "irkutsk") == register.tie(EUGENE)
    assert register.record.sources["new"] == source
    assert register.version == 1
    assert len(record.ties[EUGENE].acts) == len(tie.acts)
    assert "new" not in record.sources


def test_the_register_finds_a_source_by_its_page_and_its_site(record: Record) -> None:
    register = Register(record)
    tie = record.ties[EUGENE]
    source = Source("new", "https://www.new.example/A?utm_source=x", "T", "P", None, Grade.A)
    assert register.source_of_page(source.url) is None
    register.replace_tie(tie, [source])
    assert register.source_of_page("http://new.example/A/") == source
    assert register.source_of_page("http://new.example/a") is None
    assert register.source_of_page("no address") is None
    assert register.sources_of_site("https://news.new.example/other") == (source,)
    moved = replace(source, url="https://moved.example/")
    register.replace_tie(tie, [moved])
    assert register.source_of_page(source.url) is None
    assert register.sources_of_site(source.url) == ()
    assert register.source_of_page("moved.example") is None
    assert register.source_of_page("https://moved.example") == moved


def test_the_register_takes_in_a_changed_place(record: Record) -> None:
    register = Register(record)
    place = replace(record.places["eugene-or"], recipients=(Recipient("Mayor", "Council"),))
    register.replace_place(place)
    assert register.place("eugene-or") == place
    assert register.version == 1


dates = st.builds(
    lambda year, month, day, exact: PartialDate.parse(f"{year}-{month:02}-{day:02}"[:exact]),
    st.integers(2020, 2026),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from([4, 7, 10]),
)


def in_order(written: list[PartialDate]) -> list[Act]:
    """Acts with these dates, in an order that the dataset's rules allow."""
    acts: list[Act] = []
    for number, value in enumerate(written):
        acts.insert(position_for(acts, value), replace(act(str(number), "2022"), date=value))
    return acts


@given(st.lists(dates, max_size=8), dates)
def test_where_a_new_act_goes_every_neighbour_is_in_order(written: list[PartialDate], new: PartialDate) -> None:
    acts = in_order(written)
    place = position_for(acts, new)
    assert all(new.last >= before.date.first for before in acts[place - 1 : place])
    assert all(after.date.first > new.last for after in acts[place:])


@given(st.lists(dates, max_size=8), st.data())
def test_the_datasets_order_and_the_editors_order_are_both_kept(
    written: list[PartialDate], data: st.DataObject
) -> None:
    acts = in_order(written)
    origins = data.draw(st.lists(st.sampled_from(["both", "editor", "new"]), min_size=len(acts), max_size=len(acts)))
    held = [item for item, origin in zip(acts, origins, strict=True) if origin != "new"]
    shipped = [item for item, origin in zip(acts, origins, strict=True) if origin != "editor"]
    order = merged_order(held, shipped)
    assert sorted(order) == sorted(item.id for item in acts)
    assert [name for name in order if name in {item.id for item in shipped}] == [item.id for item in shipped]
    assert [name for name in order if name in {item.id for item in held}] == [item.id for item in held]


@given(st.permutations(range(5)), st.integers(0, 5))
def test_a_new_order_in_the_dataset_is_taken_over_around_an_editors_act(order: list[int], place: int) -> None:
    acts = [act(str(number), "2022") for number in range(5)]
    editors = act("editor", "2022")
    held = [*acts[:place], editors, *acts[place:]]
    merged = merged_order(held, [acts[number] for number in order])
    assert [name for name in merged if name != "editor"] == [str(number) for number in order]
    assert merged.index("editor") == place
