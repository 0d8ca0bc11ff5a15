"""The letter templates that organizers add for their own server, as uploaded, and what was done to them lately."""

from __future__ import annotations

from datetime import datetime, timedelta

import aiosqlite

from db.store.database import Database, fetch, stamp
from db.store.letter_models import StoredTemplate, TemplateChange

MOST_TEMPLATES = 25
CHANGES_KEPT = timedelta(days=30)


class ServerFullError(Exception):
    """The server has as many templates as are kept."""


async def of_server(source: Database | aiosqlite.Connection, server: int) -> list[StoredTemplate]:
    """A server's own templates, by name."""
    found = await fetch(source, "SELECT name, text FROM letter_template WHERE server = ? ORDER BY name", (server,))
    return [StoredTemplate(row["name"], row["text"]) for row in found]


async def save(
    conn: aiosqlite.Connection, server: int, name: str, text: str, who: int, now: datetime
) -> TemplateChange:
    """Add a template or replace the one of this name. Raises ServerFullError if the server has too many."""
    known = {template.name: template.text for template in await of_server(conn, server)}
    if name not in known and len(known) >= MOST_TEMPLATES:
        raise ServerFullError
    await conn.execute(
        "INSERT INTO letter_template (server, name, text, added_by, added_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (server, name) DO UPDATE SET text = excluded.text, added_by = excluded.added_by,"
        " added_at = excluded.added_at",
        (server, name, text, who, stamp(now)),
    )
    return await _note(conn, server, name, known.get(name), text, now)


async def remove(conn: aiosqlite.Connection, server: int, name: str, now: datetime) -> TemplateChange | None:
    """Remove a template. None if it was not there."""
    before = await _text(conn, server, name)
    if before is None:
        return None
    await conn.execute("DELETE FROM letter_template WHERE server = ? AND name = ?", (server, name))
    return await _note(conn, server, name, before, None, now)


async def undo(conn: aiosqlite.Connection, server: int, change: int, who: int, now: datetime) -> TemplateChange | None:
    """Take a change of this server back, which is a change too. None if the template was changed again since.

    Raises ServerFullError where the template would be one too many.
    """
    rows = await fetch(conn, "SELECT * FROM letter_template_change WHERE id = ? AND server = ?", (change, server))
    found = next(iter(rows), None)
    if found is None or await _text(conn, server, found["name"]) != found["text_after"]:
        return None
    if found["text_before"] is None:
        return await remove(conn, server, found["name"], now)
    return await save(conn, server, found["name"], found["text_before"], who, now)


async def expire(conn: aiosqlite.Connection, now: datetime) -> None:
    """Forget changes of more than 30 days ago: they can no longer be taken back."""
    await conn.execute("DELETE FROM letter_template_change WHERE changed_at < ?", (stamp(now - CHANGES_KEPT),))


async def _text(conn: aiosqlite.Connection, server: int, name: str) -> str | None:
    return next((template.text for template in await of_server(conn, server) if template.name == name), None)


async def _note(
    conn: aiosqlite.Connection, server: int, name: str, before: str | None, after: str | None, now: datetime
) -> TemplateChange:
    cursor = await conn.execute(
        "INSERT INTO letter_template_change (server, name, text_before, text_after, changed_at) VALUES (?, ?, ?, ?, ?)",
        (server, name, before, after, stamp(now)),
    )
    assert cursor.lastrowid is not None
    return TemplateChange(cursor.lastrowid, name, before, after)
