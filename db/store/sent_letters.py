"""What is kept of letters once they are sent: who, about which tie, when, what answer, no text; and the counts."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

import aiosqlite

from db.store.database import Database, stamp, unstamp
from db.store.letter_models import SENT, LetterCount, LetterDraft, LetterOutcome, SentLetter

KEPT = timedelta(days=365)


async def add(conn: aiosqlite.Connection, draft: LetterDraft, template: str, recipient: str, now: datetime) -> bool:
    """Note that a draft was sent, once, and say whether this was the first time."""
    cursor = await conn.execute(
        "INSERT INTO letter_sent (id, writer, server, place, tie, template, recipient, sent_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (draft.id, draft.writer, draft.server, draft.place, draft.tie, template, recipient, stamp(now)),
    )
    if cursor.rowcount:
        await count(conn, draft.server, draft.tie or draft.place, template, SENT, now)
    return cursor.rowcount > 0


async def get(database: Database, letter_id: str) -> SentLetter | None:
    """What is kept of a sent letter, whoever sent it."""
    found = await database.read("SELECT * FROM letter_sent WHERE id = ?", (letter_id,))
    return _sent(found[0]) if found else None


async def of_writer(database: Database, writer: int) -> list[SentLetter]:
    """A person's sent letters, the last first."""
    found = await database.read("SELECT * FROM letter_sent WHERE writer = ? ORDER BY sent_at DESC, id", (writer,))
    return [_sent(row) for row in found]


async def answer(conn: aiosqlite.Connection, letter_id: str, outcome: LetterOutcome) -> None:
    """Note what became of a letter; a later word replaces an earlier one, in the counts too. Said again, it is one."""
    rows = list(await conn.execute_fetchall("SELECT * FROM letter_sent WHERE id = ?", (letter_id,)))
    if not rows or (sent := _sent(rows[0])).outcome is outcome:
        return
    await conn.execute("UPDATE letter_sent SET outcome = ? WHERE id = ?", (outcome, letter_id))
    about = (sent.server, sent.tie or sent.place, sent.template)
    if sent.outcome is not None:
        await count(conn, *about, sent.outcome, sent.sent_at, by=-1)
    await count(conn, *about, outcome, sent.sent_at)


async def remind(conn: aiosqlite.Connection, letter_id: str, at: datetime) -> bool:
    """Note when the writer of a sent letter wants to be reminded; False if that was noted before, and is kept."""
    cursor = await conn.execute(
        "UPDATE letter_sent SET remind_at = ? WHERE id = ? AND remind_at IS NULL", (stamp(at), letter_id)
    )
    return cursor.rowcount > 0


async def do_not_remind(conn: aiosqlite.Connection, letter_id: str) -> None:
    """Note that the writer of a sent letter wants no reminder any more."""
    await conn.execute("UPDATE letter_sent SET remind_at = NULL WHERE id = ?", (letter_id,))


async def expire(conn: aiosqlite.Connection, now: datetime) -> int:
    """Forget what was sent more than a year ago; say how many letters."""
    cursor = await conn.execute("DELETE FROM letter_sent WHERE sent_at < ?", (stamp(now - KEPT),))
    return cursor.rowcount


async def count(
    conn: aiosqlite.Connection, server: int | None, tie: str, template: str, what: str, now: datetime, by: int = 1
) -> None:
    """Add to a month's count. There is no person in it."""
    await conn.execute(
        "INSERT INTO letter_count (server, tie, template, month, what, number) VALUES (?, ?, ?, ?, ?, max(?, 0))"
        " ON CONFLICT (server, tie, template, month, what) DO UPDATE SET number = max(number + ?, 0)",
        (server or 0, tie, template, stamp(now)[:7], what, by, by),
    )


async def counts(database: Database, server: int) -> list[LetterCount]:
    """A server's counts by tie and month, the newest month first."""
    found = await database.read(
        "SELECT tie, month, what, sum(number) AS number FROM letter_count WHERE server = ?"
        " GROUP BY tie, month, what HAVING sum(number) > 0 ORDER BY month DESC, tie, what",
        (server,),
    )
    return [LetterCount(row["tie"], row["month"], row["what"], row["number"]) for row in found]


def _sent(row: sqlite3.Row) -> SentLetter:
    return SentLetter(
        **{name: row[name] for name in ("id", "writer", "server", "place", "tie", "template", "recipient")},
        sent_at=unstamp(row["sent_at"]),
        outcome=LetterOutcome(row["outcome"]) if row["outcome"] else None,
        remind_at=unstamp(row["remind_at"]) if row["remind_at"] else None,
    )
