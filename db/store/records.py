"""The record in the database: read whole or a tie at a time, and written by editors within their own transactions.

Whoever writes is remembered as ``by``, a Discord user's id; what came from the dataset has none. Acts are never
deleted: they are replaced by another or retracted.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import aiosqlite

from db.record.codec import Plain, from_row, to_row
from db.record.dataset.files import OTHER_PLACE_FIELDS
from db.record.models import (
    Act,
    Country,
    Listing,
    Petition,
    Place,
    Recipient,
    Record,
    Search,
    Source,
    TalkingPoint,
    Tie,
    UkraineTie,
    UsRegion,
    UsState,
)
from db.record.order import position_for
from db.record.other_places import FIELD, ROW, OtherPlaces
from db.store.database import Database

T = TypeVar("T")

_ACTS = """
SELECT act.*, (SELECT json_group_array(source) FROM (
    SELECT source FROM act_source WHERE act_source.act = act.id ORDER BY position)) AS sources
FROM act"""
_LISTINGS = """
SELECT listing.*, (SELECT json_group_array(source) FROM (
    SELECT source FROM listing_source WHERE listing_source.listing = listing.id ORDER BY position)) AS sources
FROM listing"""
# As ``OtherPlaces`` keeps them: SQLite puts the rows together in a tenth of the time that values would take.
_OTHER_PLACES = f"""
SELECT CAST(group_concat(fields, char({ord(ROW)})) AS BLOB) AS rows, group_concat(DISTINCT country) AS countries FROM (
    SELECT country, {f" || char({ord(FIELD)}) || ".join(OTHER_PLACE_FIELDS)} AS fields FROM other_place
    ORDER BY position)"""  # noqa: S608 - the program's own names


async def read_record(source: Database | aiosqlite.Connection) -> Record:
    """The whole record, as of one moment."""
    if isinstance(source, Database):
        async with source.snapshot() as conn:
            return await read_record(conn)
    return replace(
        await read_entries(source),
        other_places=await _other_places(source),
        states={state.code: state for state in await _all(source, "state", UsState)},
        regions={region.id: region for region in await _all(source, "us_region", UsRegion)},
    )


async def read_entries(conn: aiosqlite.Connection) -> Record:
    """The record without its known other places, states and regions, which no editor changes."""
    petitions = await _rows(conn, "SELECT * FROM petition")
    return Record(
        places={place.id: place for place in await _all(conn, "place", Place)},
        ties={tie.id: tie for tie in await _ties(conn)},
        sources={source.id: source for source in await _all(conn, "source", Source)},
        talking_points={point.id: point for point in await _all(conn, "talking_point", TalkingPoint)},
        ukraine_ties={tie.id: tie for tie in await _all(conn, "ukraine_tie", UkraineTie)},
        petition=from_row(Petition, petitions[0]) if petitions else None,
    )


async def read_tie(source: Database | aiosqlite.Connection, tie_id: str) -> Tie:
    """One tie with its acts, listings and searches. Raises KeyError for an unknown one."""
    if isinstance(source, Database):
        async with source.snapshot() as conn:
            return await read_tie(conn, tie_id)
    found = await _rows(source, "SELECT * FROM tie WHERE id = ?", tie_id)
    if not found:
        raise KeyError(tie_id)
    return replace(
        from_row(Tie, found[0]),
        acts=tuple(
            from_row(Act, row) for row in await _rows(source, f"{_ACTS} WHERE tie = ? ORDER BY position", tie_id)
        ),
        listings=tuple(
            from_row(Listing, row)
            for row in await _rows(source, f"{_LISTINGS} WHERE tie = ? ORDER BY position", tie_id)
        ),
        searches=tuple(
            from_row(Search, row)
            for row in await _rows(source, "SELECT * FROM search WHERE tie = ? ORDER BY id", tie_id)
        ),
    )


async def _ties(conn: aiosqlite.Connection) -> list[Tie]:
    acts: defaultdict[str, list[Act]] = defaultdict(list)
    for row in await _rows(conn, f"{_ACTS} ORDER BY position"):
        acts[row["tie"]].append(from_row(Act, row))
    listings: defaultdict[str, list[Listing]] = defaultdict(list)
    for row in await _rows(conn, f"{_LISTINGS} ORDER BY position"):
        listings[row["tie"]].append(from_row(Listing, row))
    searches: defaultdict[str, list[Search]] = defaultdict(list)
    for row in await _rows(conn, "SELECT * FROM search ORDER BY id"):
        searches[row["tie"]].append(from_row(Search, row))
    return [
        replace(tie, acts=tuple(acts[tie.id]), listings=tuple(listings[tie.id]), searches=tuple(searches[tie.id]))
        for tie in await _all(conn, "tie", Tie)
    ]


async def add_act(conn: aiosqlite.Connection, tie_id: str, act: Act, position: int | None, *, by: int | None) -> int:
    """Add an act to a tie, before the act now at ``position``, or where its date allows; its new position.

    Raises KeyError for an unknown tie, and sqlite3.IntegrityError if its id is taken or a source is unknown.
    """
    acts = (await read_tie(conn, tie_id)).acts
    place = position_for(acts, act.date) if position is None else min(position, len(acts))
    await order_acts(conn, [*(known.id for known in acts[:place]), act.id, *(known.id for known in acts[place:])])
    await insert(conn, "act", to_row(act) | {"tie": tie_id, "position": place, "written_by": by})
    return place


async def order_acts(conn: aiosqlite.Connection, ids: Sequence[str]) -> None:
    """Put acts of a tie in the order of their ids; an id that is not there yet leaves its place free."""
    await conn.executemany("UPDATE act SET position = ? WHERE id = ?", enumerate(ids))


async def retract_act(conn: aiosqlite.Connection, act_id: str, why: str, *, by: int | None) -> None:
    """Withdraw an act: it stays in the history and says nothing more. Raises KeyError for an unknown one."""
    done = await conn.execute("UPDATE act SET retracted = ?, written_by = ? WHERE id = ?", (why, by, act_id))
    if done.rowcount == 0:
        raise KeyError(act_id)


async def add_source(conn: aiosqlite.Connection, source: Source, *, by: int | None) -> None:
    """Add a source. Raises sqlite3.IntegrityError if its id is taken."""
    await insert(conn, "source", to_row(source) | {"position": await next_position(conn, "source"), "written_by": by})


async def add_search(conn: aiosqlite.Connection, tie_id: str, search: Search, *, by: int | None) -> int:
    """Add that somebody looked for news of a tie; its number. Raises sqlite3.IntegrityError for an unknown tie."""
    await insert(conn, "search", to_row(search) | {"tie": tie_id, "written_by": by})
    (row,) = await _rows(conn, "SELECT max(id) AS number FROM search")
    return int(row["number"])


async def remove_search(conn: aiosqlite.Connection, number: int) -> tuple[str, Search] | None:
    """Remove a search that an editor noted: its tie's id and what it was. None if it is not there, or the dataset's."""
    rows = await _rows(conn, "SELECT * FROM search WHERE id = ? AND written_by IS NOT NULL", number)
    if not rows:
        return None
    await conn.execute("DELETE FROM search WHERE id = ?", (number,))
    return rows[0]["tie"], from_row(Search, rows[0])


async def set_recipient(conn: aiosqlite.Connection, place_id: str, recipient: Recipient, *, by: int | None) -> Place:
    """Put a recipient in the place of the one of the same office, or add it; the place as it now is.

    Raises KeyError for an unknown place.
    """
    rows = await _rows(conn, "SELECT * FROM place WHERE id = ?", place_id)
    if not rows:
        raise KeyError(place_id)
    place = from_row(Place, rows[0])
    kept = {known.office.casefold(): known for known in place.recipients} | {recipient.office.casefold(): recipient}
    changed = replace(place, recipients=tuple(kept.values()))
    row = to_row(changed)
    await conn.execute(
        "UPDATE place SET recipients = ?, written_by = ? WHERE id = ?", (row["recipients"], by, place_id)
    )
    return changed


async def answer_both_ways(conn: aiosqlite.Connection, point: str, others: Iterable[str]) -> None:
    """Let the talking points that one answers name it in turn."""
    for other in others:
        for row in await _rows(conn, "SELECT answers FROM talking_point WHERE id = ?", other):
            named = [*json.loads(row["answers"]), point]
            text = json.dumps(list(dict.fromkeys(named)), ensure_ascii=False)
            await conn.execute("UPDATE talking_point SET answers = ? WHERE id = ?", (text, other))


async def insert(conn: aiosqlite.Connection, table: str, row: Plain) -> None:
    """Insert a row; the ``sources`` of an act or a listing go to their own table."""
    columns = {name: value for name, value in row.items() if name != "sources"}
    await insert_all(conn, table, [columns])
    if "sources" in row:
        await save_sources(conn, table, row["id"], row["sources"])


async def insert_all(conn: aiosqlite.Connection, table: str, rows: Sequence[Plain]) -> None:
    """Insert rows of the same columns. The names of table and columns are the program's own, never a person's words."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in rows[0])
    marks = ", ".join("?" * len(rows[0]))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    await conn.executemany(statement, [tuple(row.values()) for row in rows])


async def save_sources(conn: aiosqlite.Connection, table: str, entry: str, sources: str) -> None:
    """Write the sources, a JSON list of ids, of an act or a listing in place of those it had."""
    await conn.execute(f"DELETE FROM {table}_source WHERE {table} = ?", (entry,))  # noqa: S608
    rows = [{table: entry, "position": number, "source": source} for number, source in enumerate(json.loads(sources))]
    await insert_all(conn, f"{table}_source", rows)


async def _rows(conn: aiosqlite.Connection, sql: str, *parameters: object) -> list[sqlite3.Row]:
    return list(await conn.execute_fetchall(sql, parameters))


async def _all(conn: aiosqlite.Connection, table: str, kind: type[T]) -> list[T]:
    return [from_row(kind, row) for row in await _rows(conn, f"SELECT * FROM {table} ORDER BY position")]  # noqa: S608


async def next_position(conn: aiosqlite.Connection, table: str) -> int:
    """The position behind all others of a table."""
    rows = await _rows(conn, f"SELECT coalesce(max(position) + 1, 0) AS next FROM {table}")  # noqa: S608
    return int(rows[0]["next"])


async def _other_places(conn: aiosqlite.Connection) -> OtherPlaces:
    (found,) = await _rows(conn, _OTHER_PLACES)
    for country in (found["countries"] or "US").split(","):
        Country(country)
    return OtherPlaces(found["rows"] or b"")
