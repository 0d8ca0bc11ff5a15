"""Files that go with tips: where the bot posted them, and what they are. The files themselves are on Discord alone."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

import aiosqlite

from db.record.values import value
from db.store.database import Database, fetch, stamp, unstamp

# The message of a file that is being posted, or was when the bot died: whether it is there has to be looked for.
NOT_KNOWN = 0
# A file whose tip was never handed in is deleted after so long.
WAITS_FOR_ITS_TIP = timedelta(days=1)


@value
class TipFile:
    """One file. ``tip`` is None until its tip is handed in; ``message`` is the bot's own, in ``channel``, and not known
    until it was posted.
    """

    id: int
    sender: int | None
    tip: int | None
    channel: int
    message: int
    type: str
    size: int
    hash: str
    created_at: datetime

    @property
    def name(self) -> str:
        """How it is called where it is posted: no other file of the bot's is called so."""
        return f"tip-{self.tip or 'new'}-{self.id}.{self.type}"


async def add(
    conn: aiosqlite.Connection,
    *,
    sender: int,
    tip: int | None,
    channel: int,
    kind: str,
    size: int,
    digest: str,
    now: datetime,
) -> TipFile:
    """Note a file that is to be posted in a channel."""
    cursor = await conn.execute(
        "INSERT INTO tip_file (sender, tip, channel, message, type, size, hash, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (sender, tip, channel, NOT_KNOWN, kind, size, digest, stamp(now)),
    )
    assert cursor.lastrowid is not None
    return TipFile(cursor.lastrowid, sender, tip, channel, NOT_KNOWN, kind, size, digest, now)


async def posted(conn: aiosqlite.Connection, file: int, message: int) -> None:
    """Note where a file was posted. Of one that was sent in again meanwhile the earlier is unwanted."""
    await conn.execute(
        "UPDATE tip_file SET message = ?1, is_unwanted = is_unwanted OR EXISTS (SELECT 1 FROM tip_file AS other"
        " WHERE other.id > ?2 AND other.message <> 0 AND other.hash = tip_file.hash AND other.tip IS tip_file.tip"
        " AND other.sender IS tip_file.sender) WHERE id = ?2",
        (message, file),
    )


async def not_known(database: Database) -> tuple[TipFile, ...]:
    """Files of which it is not known whether they were posted."""
    return tuple(map(_file, await database.read("SELECT * FROM tip_file WHERE message = 0 ORDER BY id")))


async def attach(conn: aiosqlite.Connection, file: int, tip: int, *, sender: int) -> bool:
    """Let a file of one's own that waits go with a tip; False if there is none."""
    cursor = await conn.execute(
        "UPDATE tip_file SET tip = ? WHERE id = ? AND sender = ? AND tip IS NULL AND NOT is_unwanted",
        (tip, file, sender),
    )
    return cursor.rowcount == 1


async def of_tip(source: Database | aiosqlite.Connection, tip: int) -> tuple[TipFile, ...]:
    """The files of a tip, oldest first."""
    rows = await fetch(
        source, "SELECT * FROM tip_file WHERE tip = ? AND message <> 0 AND NOT is_unwanted ORDER BY id", (tip,)
    )
    return tuple(map(_file, rows))


async def number_waiting(database: Database, sender: int) -> int:
    """How many files of a person wait for their tip."""
    rows = await database.read(
        "SELECT count(*) AS n FROM tip_file WHERE sender = ? AND tip IS NULL AND NOT is_unwanted", (sender,)
    )
    return int(rows[0]["n"])


async def unwanted(database: Database, now: datetime) -> tuple[TipFile, ...]:
    """Files to be deleted: of somebody who asked to be forgotten, of a tip that was withdrawn, or never handed in."""
    rows = await database.read(
        "SELECT * FROM tip_file WHERE message <> 0 AND (is_unwanted OR tip IS NULL AND created_at <= ?"
        " OR tip IN (SELECT id FROM tip WHERE state = 'withdrawn')) ORDER BY id",
        (stamp(now - WAITS_FOR_ITS_TIP),),
    )
    return tuple(map(_file, rows))


async def remove(conn: aiosqlite.Connection, file: int) -> None:
    """Forget a file whose message is gone."""
    await conn.execute("DELETE FROM tip_file WHERE id = ?", (file,))


def _file(row: sqlite3.Row) -> TipFile:
    known = {name: row[name] for name in TipFile.__dataclass_fields__}
    return TipFile(**known | {"created_at": unstamp(row["created_at"])})
