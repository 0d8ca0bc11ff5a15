"""Small things to remember under a key, such as the hash of the commands last sent to Discord."""

from __future__ import annotations

import aiosqlite

from db.store.database import Database


async def get(database: Database, key: str) -> str | None:
    """The value kept under a key, or None."""
    rows = await database.read("SELECT value FROM meta WHERE key = ?", (key,))
    return rows[0]["value"] if rows else None


async def set_value(conn: aiosqlite.Connection, key: str, value: str) -> None:
    """Keep a value under a key, in place of what was there."""
    await conn.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
