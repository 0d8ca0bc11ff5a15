"""Who changed what, when: one row for each decision. Rows are only ever added."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

import aiosqlite

from db.store.database import Database, stamp, unstamp
from db.store.editing_models import AuditAction, AuditEntry


async def write(
    conn: aiosqlite.Connection,
    *,
    at: datetime,
    who: int,
    did: AuditAction,
    subject: str,
    before: str | None,
    after: str | None,
    draft: int | None = None,
) -> None:
    """Add a decision, in the transaction that carries it out."""
    await conn.execute(
        "INSERT INTO audit (at, who, did, subject, before, after, draft) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (stamp(at), who, did, subject, before, after, draft),
    )


async def number_about(conn: aiosqlite.Connection, draft: int) -> int:
    """How many decisions were about a draft."""
    rows = list(await conn.execute_fetchall("SELECT count(*) AS number FROM audit WHERE draft = ?", (draft,)))
    return int(rows[0]["number"])


async def entries_about(database: Database, subject: str, limit: int = 100) -> tuple[AuditEntry, ...]:
    """The decisions about one subject (the id of a tie, an act, a place), newest first."""
    rows = await database.read("SELECT * FROM audit WHERE subject = ? ORDER BY id DESC LIMIT ?", (subject, limit))
    return tuple(_entry(row) for row in rows)


async def last_day(conn: aiosqlite.Connection) -> date | None:
    """The day of the last decision, or None if nothing was decided yet."""
    (row,) = await conn.execute_fetchall("SELECT max(at) AS last FROM audit")
    return unstamp(row["last"]).date() if row["last"] else None


async def withdrawals(conn: aiosqlite.Connection) -> dict[str, date]:
    """The day on which an act of a tie was last withdrawn, by the tie's id."""
    rows = await conn.execute_fetchall(
        "SELECT subject, max(at) AS last FROM audit WHERE did = ? GROUP BY subject", (AuditAction.WITHDREW,)
    )
    return {row["subject"]: unstamp(row["last"]).date() for row in rows}


def _entry(row: sqlite3.Row) -> AuditEntry:
    return AuditEntry(**{**dict(row), "at": unstamp(row["at"]), "did": AuditAction(row["did"])})
