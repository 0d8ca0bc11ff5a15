"""The letter templates that organizers add for their own server, as uploaded."""

from __future__ import annotations

from datetime import datetime

import aiosqlite

from db.store.database import Database, stamp
from db.store.models import StoredTemplate

MOST_TEMPLATES = 25


async def of_server(database: Database, server: int) -> list[StoredTemplate]:
    """A server's own templates, by name."""
    found = await database.read("SELECT name, text FROM letter_template WHERE server = ? ORDER BY name", (server,))
    return [StoredTemplate(row["name"], row["text"]) for row in found]


async def put(conn: aiosqlite.Connection, server: int, name: str, text: str, who: int, now: datetime) -> bool:
    """Add a template or replace the one of this name. False, and nothing is changed, if the server has too many."""
    known = {
        row["name"]
        for row in await conn.execute_fetchall("SELECT name FROM letter_template WHERE server = ?", (server,))
    }
    if name not in known and len(known) >= MOST_TEMPLATES:
        return False
    await conn.execute(
        "INSERT INTO letter_template (server, name, text, added_by, added_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (server, name) DO UPDATE SET text = excluded.text, added_by = excluded.added_by,"
        " added_at = excluded.added_at",
        (server, name, text, who, stamp(now)),
    )
    return True


async def remove(conn: aiosqlite.Connection, server: int, name: str) -> bool:
    """Remove a template, and say whether it was there."""
    cursor = await conn.execute("DELETE FROM letter_template WHERE server = ? AND name = ?", (server, name))
    return cursor.rowcount > 0
