"""Everything the bot says unasked, one row a message: put in with what causes it, claimed, sent, settled.

Nothing here knows what a row is about: its kind is a name, its payload a JSON object, its stream a text.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

import aiosqlite

from db.store.database import Database, Transaction, fetch, stamp, unstamp
from db.store.delivery_models import FINAL, LONGEST_WAIT, Delivery, DeliveryState, NewDelivery, SendResult, Target

# The table in which something may be due after a commit: see ``Database.on_commit``.
TABLE = "delivery"
KEPT = timedelta(days=400)
KEPT_GONE = timedelta(days=30)
# The key in ``meta`` of how often the database was restored from a backup; 0 where there is none.
EPOCH = "restore_epoch"


async def enqueue(conn: Transaction, rows: Iterable[NewDelivery], now: datetime) -> None:
    """Put rows into the outbox, in their order, in the transaction of what causes them: they are sent once it is
    committed. Those whose key is known already are passed over.
    """
    await conn.executemany(
        "INSERT INTO delivery (kind, target_kind, target, guild, stream, key, payload, corrects_delivery, nonce,"
        " created_at, not_before, epoch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?), 0)) ON CONFLICT (key) DO NOTHING",
        [_values(row, now) for row in rows],
    )
    conn.touched.add(TABLE)


async def cancel(conn: aiosqlite.Connection, key: str, now: datetime) -> None:
    """Take back a message that was not tried yet, such as a reminder that is no longer wanted."""
    await conn.execute(
        "UPDATE delivery SET state = 'gone', reason = 'withdrawn', done_at = ? WHERE key = ? AND state = 'pending'",
        (stamp(now), key),
    )


async def withdraw(conn: aiosqlite.Connection, stream: str, why: str, now: datetime) -> None:
    """Send nothing more of a stream, but for corrections of what arrived.

    What may have arrived is marked as withdrawn and stays open: it is looked for, so that it can be corrected, but not
    sent again.
    """
    await conn.execute(
        "UPDATE delivery SET state = 'gone', withdrawn = ?1, reason = ?1, done_at = ?2"
        " WHERE stream = ?3 AND corrects_delivery IS NULL AND open = 1 AND search_after_id IS NULL",
        (why, stamp(now), stream),
    )
    await conn.execute(
        "UPDATE delivery SET withdrawn = ? WHERE stream = ? AND corrects_delivery IS NULL AND open = 1", (why, stream)
    )


async def resume_stream(conn: Transaction, stream: str, since: datetime) -> None:
    """Send after all what of a stream was withdrawn at that moment or later."""
    await conn.execute(
        "UPDATE delivery SET state = 'pending', withdrawn = NULL, reason = NULL, done_at = NULL, next_at = NULL,"
        " attempts = 0, failing_since = NULL"
        " WHERE stream = ? AND state = 'gone' AND reason = withdrawn AND done_at >= ?",
        (stream, stamp(since)),
    )
    await conn.execute("UPDATE delivery SET withdrawn = NULL WHERE stream = ? AND open = 1", (stream,))
    conn.touched.add(TABLE)


async def due_heads(
    database: Database, now: datetime, limit: int, *, kinds: Collection[str], people: bool
) -> tuple[Delivery, ...]:
    """The first row in the queue of each person, or else of each other target, if it is due, oldest first.

    One that waits for its next attempt or is paused holds back the rest of its queue. A row that is not to be sent
    before a later time holds nothing back until then, and one of another kind than ``kinds`` never does.
    """
    rows = await database.read(
        "SELECT * FROM delivery WHERE id IN (SELECT min(id) FROM delivery"
        " WHERE open = 1 AND (target_kind = 'user') = ?4 AND (not_before IS NULL OR not_before <= ?1)"
        " AND kind IN (SELECT value FROM json_each(?5)) GROUP BY target_kind, target)"
        " AND (state IN ('pending', 'sending') OR state = 'retry' AND (next_at <= ?1 OR next_at > ?2))"
        " ORDER BY id LIMIT ?3",
        (stamp(now), stamp(now + LONGEST_WAIT), limit, people, json.dumps(sorted(kinds))),
    )
    return tuple(_delivery(row) for row in rows)


async def first_of_other_kinds(database: Database, kinds: Collection[str]) -> tuple[Delivery, ...]:
    """The oldest open row of each kind that is not among ``kinds``."""
    rows = await database.read(
        "SELECT * FROM delivery WHERE id IN (SELECT min(id) FROM delivery"
        " WHERE open = 1 AND kind NOT IN (SELECT value FROM json_each(?)) GROUP BY kind) ORDER BY id",
        (json.dumps(sorted(kinds)),),
    )
    return tuple(_delivery(row) for row in rows)


async def claim(conn: aiosqlite.Connection, row: Delivery, search_after_id: int) -> bool:
    """Mark a row as being tried; False if it is no longer to be sent, or an attempt began or ended since it was
    read: what that left would not be looked for, or not be waited for. The first attempt's snowflake is kept.
    """
    cursor = await conn.execute(
        "UPDATE delivery SET state = 'sending', search_after_id = ifnull(search_after_id, ?), attempts = attempts + 1"
        " WHERE id = ? AND state IN ('pending', 'sending', 'retry')"
        " AND state = ? AND attempts = ? AND search_after_id IS ?",
        (search_after_id, row.id, row.state, row.attempts, row.search_after_id),
    )
    return cursor.rowcount == 1


async def settle(conn: aiosqlite.Connection, delivery_id: int, result: SendResult, now: datetime) -> None:
    """Write down what became of a row. One that was ended meanwhile stays so, unless it was sent after all."""
    is_failing = result.state is DeliveryState.RETRY or result.tired
    await conn.execute(
        "UPDATE delivery SET state = ?, reason = ?, code = ?, next_at = ?,"
        " message_channel = ifnull(?, message_channel), attempts = max(attempts, ?),"
        " message = ifnull(?, message), done_at = ?,"
        " failing_since = CASE WHEN ? THEN ifnull(failing_since, ?) END"
        " WHERE id = ? AND (open = 1 OR ? = 'sent')",
        (
            result.state,
            result.reason,
            result.code,
            stamp(result.next_at) if result.next_at else None,
            result.channel,
            result.attempts,
            result.message,
            stamp(now) if result.state in FINAL else None,
            is_failing,
            stamp(now),
            delivery_id,
            result.state,
        ),
    )


async def merge(
    conn: aiosqlite.Connection, head: Delivery, into: str, older_than: datetime, now: datetime
) -> list[int]:
    """Turn a row into one of the kind ``into``, and end the others of its kind and target from before ``older_than``.

    Only what nobody tried to send is ended: a row that may have arrived stays as it is. The head keeps its place in
    the order. Returns the ids of the others, whose content is now the head's.
    """
    rows = await conn.execute_fetchall(
        "SELECT id FROM delivery WHERE target_kind = ? AND target = ? AND id <> ? AND kind = ? AND created_at < ?"
        " AND state IN ('pending', 'paused') AND search_after_id IS NULL",
        (head.to.kind, head.to.id, head.id, head.kind, stamp(older_than)),
    )
    others = [row["id"] for row in rows]
    await conn.execute("UPDATE delivery SET kind = ? WHERE id = ?", (into, head.id))
    await conn.executemany(
        "UPDATE delivery SET state = 'gone', reason = 'told in a summary', done_at = ? WHERE id = ?",
        [(stamp(now), other) for other in others],
    )
    return others


async def oldest_due(database: Database, now: datetime) -> datetime | None:
    """Since when the message waits that is due, is not held back by a failure, and has waited longest; None if none."""
    rows = await database.read(
        "SELECT min(max(created_at, ifnull(not_before, created_at))) AS since FROM delivery WHERE open = 1"
        " AND state IN ('pending', 'sending') AND (not_before IS NULL OR not_before <= ?1)"
        " AND NOT EXISTS (SELECT 1 FROM delivery AS ahead WHERE ahead.open = 1"
        " AND ahead.target_kind = delivery.target_kind AND ahead.target = delivery.target AND ahead.id < delivery.id"
        " AND ahead.state IN ('retry', 'paused'))",
        (stamp(now),),
    )
    return _moment(rows[0]["since"]) if rows else None


async def open_states(database: Database) -> dict[str, int]:
    """How many rows that are not final are in each state."""
    rows = await database.read("SELECT state, count(*) AS number FROM delivery WHERE open = 1 GROUP BY state")
    return {row["state"]: row["number"] for row in rows}


async def paused(database: Database, guild: int | None = None) -> tuple[Delivery, ...]:
    """The paused rows, of one server or of all and of people, oldest first."""
    rows = await database.read(
        "SELECT * FROM delivery WHERE open = 1 AND state = 'paused' AND (?1 IS NULL OR guild = ?1) ORDER BY id",
        (guild,),
    )
    return tuple(_delivery(row) for row in rows)


async def release(conn: Transaction, delivery_ids: Iterable[int]) -> None:
    """Let paused rows be tried again: one that failed for a day once, before it is paused again."""
    await conn.executemany(
        "UPDATE delivery SET state = 'pending', next_at = NULL, attempts = 0 WHERE id = ? AND state = 'paused'",
        [(name,) for name in delivery_ids],
    )
    conn.touched.add(TABLE)


async def guilds_with_rows_to_end(database: Database) -> frozenset[int]:
    """The servers with rows that ``gone_with_guild`` would end."""
    rows = await database.read(f"SELECT DISTINCT guild FROM delivery WHERE guild IS NOT NULL AND {_ENDS_WITH_GUILD}")  # noqa: S608 - our own text
    return frozenset(row["guild"] for row in rows)


async def gone_with_channel(conn: aiosqlite.Connection, channel: int, why: str, now: datetime) -> None:
    """End every open row of a channel that is no more."""
    await conn.execute(
        "UPDATE delivery SET state = 'gone', reason = ?, done_at = ? WHERE target_kind <> 'user' AND target = ?"
        " AND open = 1",
        (why, stamp(now), channel),
    )


# Not corrections, and not what may have arrived and have to be corrected: the error may yet be seen there.
_ENDS_WITH_GUILD = "open = 1 AND corrects_delivery IS NULL AND (search_after_id IS NULL OR stream IS NULL)"


async def gone_with_guild(conn: aiosqlite.Connection, guild: int, why: str, now: datetime) -> None:
    """End the open rows of a server that the bot has left, but for corrections and for what may be corrected yet."""
    await conn.execute(
        f"UPDATE delivery SET state = 'gone', reason = ?, done_at = ? WHERE guild = ? AND {_ENDS_WITH_GUILD}",  # noqa: S608 - our own text
        (why, stamp(now), guild),
    )


async def prune(conn: aiosqlite.Connection, now: datetime) -> None:
    """Forget what could not be told 30 days ago, and what was sent 400 days ago: nobody will correct it any more.

    A correction that still waits for a server which never came back goes with the message that it was to correct.
    """
    old = (
        "state = 'gone' AND done_at < ?1 OR done_at < ?2 OR open = 1 AND withdrawn IS NOT NULL AND created_at < ?1",
        (stamp(now - KEPT_GONE), stamp(now - KEPT)),
    )
    await conn.execute(
        f"DELETE FROM delivery WHERE open = 1 AND corrects_delivery IN (SELECT id FROM delivery WHERE {old[0]})",  # noqa: S608 - our own text
        old[1],
    )
    await conn.execute(f"DELETE FROM delivery WHERE {old[0]}", old[1])  # noqa: S608 - our own text


async def by_id(source: Database | aiosqlite.Connection, delivery_id: int) -> Delivery | None:
    """The row of this id, or None."""
    rows = await fetch(source, "SELECT * FROM delivery WHERE id = ?", (delivery_id,))
    return next((_delivery(row) for row in rows), None)


async def sent_corrections(database: Database, delivery_id: int) -> tuple[Delivery, ...]:
    """The corrections of a delivery that have been sent, in their order."""
    rows = await database.read(
        "SELECT * FROM delivery WHERE corrects_delivery = ? AND state = 'sent' ORDER BY id", (delivery_id,)
    )
    return tuple(_delivery(row) for row in rows)


async def last_message(database: Database, target: int) -> int | None:
    """The id of the newest message that was delivered to a target, or None."""
    rows = await database.read("SELECT max(message) AS newest FROM delivery WHERE target = ?", (target,))
    return rows[0]["newest"] if rows else None


async def last_tried(database: Database, channel: int) -> Delivery | None:
    """The newest row of a channel that was tried or is paused, whatever became of it; None if there was none."""
    rows = await database.read(
        "SELECT * FROM delivery WHERE target = ? AND target_kind = 'channel' AND state <> 'pending'"
        " AND NOT (state = 'gone' AND search_after_id IS NULL) ORDER BY id DESC LIMIT 1",
        (channel,),
    )
    return _delivery(rows[0]) if rows else None


async def waiting(database: Database, channel: int) -> int:
    """How many rows wait for a channel."""
    rows = await database.read(
        "SELECT count(*) AS number FROM delivery WHERE target_kind = 'channel' AND target = ? AND open = 1",
        (channel,),
    )
    return int(rows[0]["number"])


def _values(row: NewDelivery, now: datetime) -> tuple[object, ...]:
    return (
        row.kind,
        row.to.kind,
        row.to.id,
        row.to.guild,
        row.stream,
        row.key,
        json.dumps(dict(row.payload)),
        row.corrects_delivery,
        secrets.token_hex(12),
        stamp(now),
        stamp(row.not_before) if row.not_before else None,
        EPOCH,
    )


def _delivery(row: sqlite3.Row) -> Delivery:
    return Delivery(
        id=row["id"],
        kind=row["kind"],
        key=row["key"],
        epoch=row["epoch"],
        to=Target(row["target_kind"], row["target"], row["guild"]),
        stream=row["stream"],
        payload=json.loads(row["payload"]),
        corrects_delivery=row["corrects_delivery"],
        withdrawn=row["withdrawn"],
        state=DeliveryState(row["state"]),
        nonce=row["nonce"],
        created_at=unstamp(row["created_at"]),
        search_after_id=row["search_after_id"],
        attempts=row["attempts"],
        failing_since=_moment(row["failing_since"]),
        next_at=_moment(row["next_at"]),
        message_channel=row["message_channel"],
        message=row["message"],
        done_at=_moment(row["done_at"]),
        code=row["code"],
        reason=row["reason"],
    )


def _moment(text: str | None) -> datetime | None:
    return unstamp(text) if text else None
