"""Talking points that editors are at, from the first word until they are recorded or given up."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime, timedelta

import aiosqlite

from db.store.database import Database, fetch, stamp, unstamp
from db.store.draft_models import DraftSource, DraftState, PointDraft, PointInput

KEPT_UNTOUCHED = timedelta(days=30)


async def open_point(conn: aiosqlite.Connection, typed: PointInput, *, editor: int, at: datetime) -> int:
    """Begin one and return its number. What waits for nobody and was not touched for 30 days is forgotten."""
    await conn.execute(
        "DELETE FROM point_draft WHERE state <> 'waiting' AND updated_at < ?", (stamp(at - KEPT_UNTOUCHED),)
    )
    cursor = await conn.execute(
        "INSERT INTO point_draft (editor, state, typed, updated_at) VALUES (?, 'open', ?, ?)",
        (editor, _text(typed), stamp(at)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


async def change_point(conn: aiosqlite.Connection, number: int, typed: PointInput, *, at: datetime) -> bool:
    """Put what was typed in the place of what was there; False if it is no longer open."""
    cursor = await conn.execute(
        "UPDATE point_draft SET typed = ?, version = version + 1, updated_at = ? WHERE id = ? AND state = 'open'",
        (_text(typed), stamp(at), number),
    )
    return cursor.rowcount == 1


async def move_point(
    conn: aiosqlite.Connection, draft: PointDraft, to: DraftState, *, by: int | None, at: datetime, returned: str = ""
) -> bool:
    """Take it, as it was read, to another state; False if somebody changed or moved it meanwhile.

    ``returned`` is what a second editor says is missing.
    """
    cursor = await conn.execute(
        "UPDATE point_draft SET state = ?, decided_by = ?, returned = ?, version = version + 1, updated_at = ?"
        " WHERE id = ? AND version = ?",
        (to, by, returned, stamp(at), draft.id, draft.version),
    )
    return cursor.rowcount == 1


async def read_point(database: Database, number: int) -> PointDraft | None:
    """One by its number, or None."""
    rows = await database.read("SELECT * FROM point_draft WHERE id = ?", (number,))
    return _draft(rows[0]) if rows else None


async def unfinished_points(source: Database | aiosqlite.Connection) -> tuple[PointDraft, ...]:
    """Those that wait for a second editor, and those that one sent back, the oldest first."""
    rows = await fetch(
        source, "SELECT * FROM point_draft WHERE state = 'waiting' OR (state = 'open' AND returned <> '') ORDER BY id"
    )
    return tuple(map(_draft, rows))


def _text(typed: PointInput) -> str:
    return json.dumps(asdict(typed), ensure_ascii=False)


def _draft(row: sqlite3.Row) -> PointDraft:
    held = json.loads(row["typed"])
    typed = PointInput(**held | {"page": DraftSource(**held["page"])})
    return PointDraft(
        row["id"],
        row["editor"],
        DraftState(row["state"]),
        row["version"],
        typed,
        row["returned"],
        row["decided_by"],
        unstamp(row["updated_at"]),
    )
