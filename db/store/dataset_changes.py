"""What a newer dataset changed in a record that was there already, for editors to announce or to skip."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import aiosqlite

from db.record.standings import Standing
from db.store.database import Database, stamp, unstamp
from db.store.editing_models import ChangeKind, ChangeState, DatasetChange


async def add_change(conn: aiosqlite.Connection, change: DatasetChange) -> DatasetChange:
    """Put a change in the queue; the change with the id that the database gave it."""
    added = await conn.execute(
        "INSERT INTO dataset_change (at, tie, act, what, before_standing, after_standing, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            stamp(change.at),
            change.tie,
            change.act,
            change.what,
            change.before_standing,
            change.after_standing,
            change.before,
            change.after,
        ),
    )
    return replace(change, id=added.lastrowid or 0)


async def pending_changes(database: Database) -> tuple[DatasetChange, ...]:
    """The changes that no editor has decided on yet, oldest first."""
    rows = await database.read("SELECT * FROM dataset_change WHERE state = 'pending' ORDER BY id")
    return tuple(_change(row) for row in rows)


async def newest_about(database: Database, act: str) -> int:
    """The id of the newest change to what was announced of an act; 0 if there was none."""
    rows = await database.read(
        "SELECT ifnull(max(id), 0) AS id FROM dataset_change WHERE act = ? AND what = 'told'", (act,)
    )
    return int(rows[0]["id"])


async def read_change(database: Database, change_id: int) -> DatasetChange | None:
    """One change, decided on or not, or None."""
    rows = await database.read("SELECT * FROM dataset_change WHERE id = ?", (change_id,))
    return _change(rows[0]) if rows else None


async def settle_change(
    conn: aiosqlite.Connection, change_id: int, state: ChangeState, by: int, since: ChangeState = ChangeState.PENDING
) -> bool:
    """Note what an editor decided. False, and nothing changes, if it is not in the state ``since`` any more."""
    done = await conn.execute(
        "UPDATE dataset_change SET state = ?, decided_by = ? WHERE id = ? AND state = ?", (state, by, change_id, since)
    )
    return done.rowcount == 1


def _change(row: sqlite3.Row) -> DatasetChange:
    return DatasetChange(
        id=row["id"],
        at=unstamp(row["at"]),
        tie=row["tie"],
        act=row["act"],
        what=ChangeKind(row["what"]),
        before_standing=Standing(row["before_standing"]),
        after_standing=Standing(row["after_standing"]),
        before=row["before"],
        after=row["after"],
        state=ChangeState(row["state"]),
        decided_by=row["decided_by"],
    )
