"""The offices that letters go to, as editors change them and take their changes back."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

import aiosqlite

from db.record.codec import from_row
from db.record.models import Place, Recipient
from db.store.database import fetch, stamp
from db.store.records import set_recipient

CHANGES_KEPT = timedelta(days=30)


async def save(
    conn: aiosqlite.Connection, place_id: str, recipient: Recipient, *, by: int, at: datetime
) -> tuple[Place, int]:
    """Put a recipient in the place of the one of the same office, or add it: the place as it now is, and the change.

    Raises KeyError for an unknown place. Changes of more than 30 days ago are forgotten: they cannot be undone.
    """
    before = await _row(conn, place_id)
    place = await set_recipient(conn, place_id, recipient, by=by)
    after = await _row(conn, place_id)
    await conn.execute("DELETE FROM recipient_change WHERE changed_at < ?", (stamp(at - CHANGES_KEPT),))
    cursor = await conn.execute(
        "INSERT INTO recipient_change (place, recipients_before, recipients_after, shipped, changed_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (place_id, before["recipients"], after["recipients"], before["written_by"] is None, stamp(at)),
    )
    assert cursor.lastrowid is not None
    return place, cursor.lastrowid


async def undo(conn: aiosqlite.Connection, change: int, *, by: int) -> Place | None:
    """Take a change back: the place as it now is. None if its offices were changed again since."""
    rows = await fetch(
        conn,
        "SELECT change.* FROM recipient_change AS change JOIN place ON place.id = change.place"
        " WHERE change.id = ? AND place.recipients = change.recipients_after",
        (change,),
    )
    if not rows:
        return None
    found = rows[0]
    await conn.execute(
        "UPDATE place SET recipients = ?, written_by = ? WHERE id = ?",
        (found["recipients_before"], None if found["shipped"] else by, found["place"]),
    )
    return from_row(Place, await _row(conn, found["place"]))


async def _row(conn: aiosqlite.Connection, place_id: str) -> sqlite3.Row:
    rows = await fetch(conn, "SELECT * FROM place WHERE id = ?", (place_id,))
    if not rows:
        raise KeyError(place_id)
    return rows[0]
