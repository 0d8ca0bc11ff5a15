"""Who is at what waits for an editor. A claim is a lease: it ends by itself, and nobody has to give it back."""

from __future__ import annotations

from datetime import datetime, timedelta

import aiosqlite

from db.record.values import value
from db.store.database import Database, fetch, stamp, unstamp

LEASE = timedelta(minutes=45)


@value
class WorkClaim:
    """That a piece of work is an editor's until a moment; at that moment it is free again."""

    kind: str
    item: str
    editor: int
    until: datetime


async def claim(conn: aiosqlite.Connection, kind: str, item: str, by: int, now: datetime) -> WorkClaim:
    """Claim a piece of work for 45 minutes, from now on if it is one's own; the claim that holds, perhaps another's."""
    await conn.execute("DELETE FROM work_claim WHERE until <= ?", (stamp(now),))
    await conn.execute(
        "INSERT INTO work_claim (kind, item, editor, until) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (kind, item) DO UPDATE SET until = excluded.until WHERE editor = excluded.editor",
        (kind, item, by, stamp(now + LEASE)),
    )
    rows = await fetch(conn, "SELECT * FROM work_claim WHERE kind = ? AND item = ?", (kind, item))
    return WorkClaim(kind, item, rows[0]["editor"], unstamp(rows[0]["until"]))


async def release(conn: aiosqlite.Connection, kind: str, item: str, by: int | None = None) -> None:
    """Let go of a piece of work: one's own, or with no ``by`` whoever has it."""
    await conn.execute(
        "DELETE FROM work_claim WHERE kind = ? AND item = ? AND (?3 IS NULL OR editor = ?3)", (kind, item, by)
    )


async def holder(source: Database | aiosqlite.Connection, kind: str, item: str, now: datetime) -> WorkClaim | None:
    """The claim on a piece of work, or None if it is free."""
    return next((held for held in await _claims(source, now) if (held.kind, held.item) == (kind, item)), None)


async def all_held(database: Database, now: datetime) -> dict[tuple[str, str], WorkClaim]:
    """All claims that hold, by kind and item."""
    return {(held.kind, held.item): held for held in await _claims(database, now)}


async def _claims(source: Database | aiosqlite.Connection, now: datetime) -> list[WorkClaim]:
    rows = await fetch(source, "SELECT * FROM work_claim WHERE until > ?", (stamp(now),))
    return [WorkClaim(row["kind"], row["item"], row["editor"], unstamp(row["until"])) for row in rows]
