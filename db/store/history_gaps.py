"""After a restore: what is still to be read in channels, and the messages of ours that were found there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

import aiosqlite

from db.record.values import value
from db.store.database import Database, Transaction, stamp
from db.store.deliveries import TABLE
from db.store.delivery_models import Delivery, Target

_BY_EDITOR = "an editor said that it was sent before the restore"


@value
class HistoryGap:
    """A channel or person whose messages are to be read from ``since`` on, a snowflake, before anything is sent there.

    ``why`` says what stood against it; None if nobody tried yet. ``waiting`` is how many rows wait there.
    """

    to: Target
    since: int
    why: str | None
    waiting: int


@value
class FoundMessage:
    """A message of ours, with what its mark holds."""

    message: int
    channel: int
    number: int
    epoch: int
    key: str


async def open_gaps(conn: aiosqlite.Connection, targets: Iterable[Target], since: int) -> None:
    """Note that the history of these channels and people is to be read, and of all to whom anything was ever sent.

    What waits there may have arrived since ``since``, a snowflake: it is looked for, and not folded into a summary.
    """
    await conn.execute(
        "UPDATE delivery SET search_after_id = ? WHERE open = 1 AND search_after_id IS NULL"
        " AND target_kind IN ('channel', 'user')",
        (since,),
    )
    await conn.execute(
        "INSERT INTO history_gap (target_kind, target, guild, since)"
        " SELECT target_kind, target, max(guild), ? FROM delivery WHERE target_kind IN ('channel', 'user')"
        " GROUP BY target_kind, target ON CONFLICT DO UPDATE SET since = min(since, excluded.since), why = NULL",
        (since,),
    )
    await conn.executemany(
        "INSERT INTO history_gap (target_kind, target, guild, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [(to.kind, to.id, to.guild, since) for to in targets],
    )


async def gaps(database: Database) -> tuple[HistoryGap, ...]:
    """What is still to be read: first where something waits."""
    rows = await database.read(
        "SELECT history_gap.*, (SELECT count(*) FROM delivery WHERE delivery.target_kind = history_gap.target_kind"
        " AND delivery.target = history_gap.target AND open = 1) AS waiting FROM history_gap"
        " ORDER BY waiting = 0, target_kind, target"
    )
    return tuple(_gap(row) for row in rows)


async def gap_of(database: Database, to: Target) -> HistoryGap | None:
    """What is still to be read of one channel or person; None if nothing is."""
    rows = await database.read(
        "SELECT *, 0 AS waiting FROM history_gap WHERE target_kind = ? AND target = ?", (to.kind, to.id)
    )
    return next((_gap(row) for row in rows), None)


async def fill_gap(conn: aiosqlite.Connection, to: Target, found: Iterable[FoundMessage]) -> None:
    """Note that a channel or person was read, and what was found there."""
    await conn.executemany(
        "INSERT INTO found_message (message, channel, number, epoch, key) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (message) DO NOTHING",
        [(one.message, one.channel, one.number, one.epoch, one.key) for one in found],
    )
    await conn.execute("DELETE FROM history_gap WHERE target_kind = ? AND target = ?", (to.kind, to.id))


async def leave_gap(conn: aiosqlite.Connection, to: Target, why: str) -> None:
    """Note why a channel or person could not be read."""
    await conn.execute("UPDATE history_gap SET why = ? WHERE target_kind = ? AND target = ?", (why, to.kind, to.id))


async def skip_gap(conn: Transaction, to: Target) -> None:
    """Send to a channel or person although it was not read, as an editor wishes."""
    await conn.execute("DELETE FROM history_gap WHERE target_kind = ? AND target = ?", (to.kind, to.id))
    await conn.execute(
        "UPDATE delivery SET state = 'pending', next_at = NULL, search_after_id = NULL"
        " WHERE target_kind = ? AND target = ? AND state = 'paused'",
        (to.kind, to.id),
    )
    conn.touched.add(TABLE)


async def end_as_sent(conn: aiosqlite.Connection, to: Target, now: datetime) -> int:
    """End what waits for a channel or person: an editor has seen that it was sent. How many rows that were."""
    cursor = await conn.execute(
        "UPDATE delivery SET state = 'gone', reason = ?, done_at = ? WHERE target_kind = ? AND target = ? AND open = 1",
        (_BY_EDITOR, stamp(now), to.kind, to.id),
    )
    return cursor.rowcount


async def found_for(database: Database, row: Delivery, channel: int, key: str) -> int | None:
    """The message, among those found, that is a row's own: by number and epoch, or one of an earlier epoch by its key.

    ``key`` is the short hash of the row's key. A message that is another row's is passed over.
    """
    rows = await database.read(
        "SELECT min(message) AS message FROM found_message WHERE channel = ?1 AND (delivery IS NULL OR delivery = ?2)"
        " AND (key = ?3 AND (epoch < ?4 OR number = ?2 AND epoch = ?4)"
        " OR key = '' AND number = ?2 AND epoch = 0 AND ?4 = 0)",
        (channel, row.id, key, row.epoch),
    )
    return rows[0]["message"] if rows else None


async def take(conn: aiosqlite.Connection, delivery: int, message: int) -> None:
    """Note that a found message is that of a row."""
    await conn.execute("UPDATE found_message SET delivery = ? WHERE message = ?", (delivery, message))


async def prune(conn: aiosqlite.Connection, before: int) -> None:
    """Forget what is from before a message id: nobody will correct it any more."""
    await conn.execute("DELETE FROM found_message WHERE message < ?", (before,))
    await conn.execute("DELETE FROM history_gap WHERE since < ?", (before,))


async def row_of(database: Database, message: int) -> int | None:
    """The row that has taken a found message for its own."""
    rows = await database.read("SELECT delivery FROM found_message WHERE message = ?", (message,))
    return rows[0]["delivery"] if rows else None


async def any_left(database: Database) -> bool:
    """Whether a channel is still to be read, or a message was found: else no row has to be looked up here."""
    rows = await database.read(
        "SELECT EXISTS (SELECT 1 FROM history_gap) OR EXISTS (SELECT 1 FROM found_message) AS has"
    )
    return bool(rows[0]["has"])


async def strangers(database: Database) -> tuple[FoundMessage, ...]:
    """The messages that were found and are of no row: what they tell of is not in the record, or not yet again."""
    rows = await database.read(
        "SELECT message, channel, number, epoch, key FROM found_message AS found WHERE delivery IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM delivery WHERE delivery.id = found.number AND delivery.epoch = found.epoch) ORDER BY message"
    )
    return tuple(FoundMessage(**dict(row)) for row in rows)


def _gap(row: sqlite3.Row) -> HistoryGap:
    return HistoryGap(Target(row["target_kind"], row["target"], row["guild"]), row["since"], row["why"], row["waiting"])
