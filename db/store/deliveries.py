"""Everything the bot says unasked, one row a message: enqueued with what causes it, claimed, sent, settled."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

import aiosqlite

from db.store.database import Database, stamp, unstamp

# A wait between two attempts is never longer. A time of the next attempt that lies further ahead was written by a
# clock that has been set back since, and is not waited for.
LONGEST_WAIT = timedelta(hours=1)
YOUNG = timedelta(days=7)
KEPT = timedelta(days=400)
KEPT_GONE = timedelta(days=30)
# Why a row is gone whose channel no longer follows, be it since the end or since it was looked for in vain.
WITHDRAWN = "the channel no longer follows"

TargetKind = Literal["channel", "user", "news"]


class DeliveryState(StrEnum):
    """``pending`` was never tried, ``sending`` is being tried or was interrupted, ``retry`` waits for its next attempt,
    ``paused`` until something is mended. ``sent``, ``gone`` (nobody to tell, or nothing left to say) and ``failed``
    (Discord refuses what we made) are final."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    RETRY = "retry"
    PAUSED = "paused"
    GONE = "gone"
    FAILED = "failed"


FINAL = frozenset({DeliveryState.SENT, DeliveryState.GONE, DeliveryState.FAILED})


@dataclass(frozen=True, slots=True)
class Target:
    """Where a delivery goes: a channel (with its server), a person, or a news channel to publish a message in."""

    kind: TargetKind
    id: int
    guild: int | None = None


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """A delivery to be enqueued. ``key`` names what it is: the same key is enqueued once."""

    kind: str
    to: Target
    key: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    subscription: int | None = None
    about: int | None = None
    not_before: datetime | None = None
    carries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row. ``anchor`` is a snowflake from before its first attempt, None if nobody tried yet; ``place`` and
    ``message`` say where it arrived."""

    id: int
    kind: str
    to: Target
    subscription: int | None
    payload: Mapping[str, Any]
    about: int | None
    state: DeliveryState
    nonce: str
    created_at: datetime
    anchor: int | None
    attempts: int
    failing_since: datetime | None
    next_at: datetime | None
    place: int | None
    message: int | None
    done_at: datetime | None
    code: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class SendResult:
    """What became of an attempt. ``next_at`` is set for a retry, ``place`` and ``message`` for what was sent; ``tired``
    for a pause after a day of failures, which the next failure goes on with. ``attempts`` is how often it failed.
    """

    state: DeliveryState
    reason: str | None = None
    code: int | None = None
    next_at: datetime | None = None
    place: int | None = None
    message: int | None = None
    tired: bool = False
    attempts: int = 0


async def enqueue(
    conn: aiosqlite.Connection,
    *,
    kind: str,
    target: Target,
    key: str,
    now: datetime,
    not_before: datetime | None = None,
    **payload: Any,
) -> int:
    """Put one message into the outbox, in the transaction of what causes it, and return its id.

    ``payload`` holds ids, not texts: the message is written when it is sent. The same ``key`` again adds nothing and
    returns the first one's id. Nothing is sent before ``not_before``.
    """
    order = NewDelivery(kind, target, key, payload, not_before=not_before)
    await enqueue_all(conn, [order], now)
    rows = list(await conn.execute_fetchall("SELECT id FROM delivery WHERE key = ?", (key,)))
    return int(rows[0]["id"])


async def enqueue_all(conn: aiosqlite.Connection, orders: Iterable[NewDelivery], now: datetime) -> None:
    """Put messages into the outbox, in their order; those whose key is known already are passed over."""
    orders = list(orders)
    await conn.executemany(
        "INSERT INTO delivery (kind, target_kind, target, guild, subscription, key, payload, about, nonce, created_at,"
        " not_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
        [_values(order, now) for order in orders],
    )
    await conn.executemany(
        "INSERT INTO carried (delivery, announcement) SELECT id, ? FROM delivery WHERE key = ?"
        " ON CONFLICT (announcement, delivery) DO NOTHING",
        [(announcement, order.key) for order in orders for announcement in order.carries],
    )


async def cancel(conn: aiosqlite.Connection, key: str, now: datetime) -> None:
    """Withdraw a message that was not tried yet, such as a reminder that is no longer wanted."""
    await conn.execute(
        "UPDATE delivery SET state = 'gone', reason = 'withdrawn', done_at = ? WHERE key = ? AND state = 'pending'",
        (stamp(now), key),
    )


async def heads(database: Database, now: datetime, limit: int, *, people: bool) -> tuple[Delivery, ...]:
    """The first row in the queue of each person, or else of each other target, if it is due, oldest first.

    One that waits for its next attempt or is paused holds back the rest of its queue. A row that is not to be sent
    before a later time holds nothing back until then.
    """
    rows = await database.read(
        "SELECT * FROM delivery WHERE id IN (SELECT min(id) FROM delivery"
        " WHERE open = 1 AND (target_kind = 'user') = ?4 AND (not_before IS NULL OR not_before <= ?1)"
        " GROUP BY target_kind, target)"
        " AND (state IN ('pending', 'sending') OR state = 'retry' AND (next_at <= ?1 OR next_at > ?2))"
        " ORDER BY id LIMIT ?3",
        (stamp(now), stamp(now + LONGEST_WAIT), limit, people),
    )
    return tuple(_delivery(row) for row in rows)


async def claim(conn: aiosqlite.Connection, delivery_id: int, anchor: int, *, arrived: bool = False) -> bool:
    """Mark a row as being tried; False if it is not to be sent any more. The first attempt's anchor is kept.

    If the message is yet to be written, and has not ``arrived`` by an earlier attempt, what it will know of is noted.
    """
    cursor = await conn.execute(
        "UPDATE delivery SET state = 'sending', anchor = ifnull(anchor, ?1), attempts = attempts + 1,"
        " seen = CASE WHEN ?2 THEN seen ELSE (SELECT ifnull(max(seq), 0) FROM announcement) END,"
        " seen_change = CASE WHEN ?2 THEN seen_change ELSE (SELECT ifnull(max(id), 0) FROM dataset_change) END"
        " WHERE id = ?3 AND state IN ('pending', 'sending', 'retry')",
        (anchor, arrived, delivery_id),
    )
    return cursor.rowcount == 1


async def settle(conn: aiosqlite.Connection, delivery_id: int, outcome: SendResult, now: datetime) -> None:
    """Write down what became of a row. One that was withdrawn meanwhile stays so, unless it was sent after all."""
    final = outcome.state in FINAL
    is_failing = outcome.state is DeliveryState.RETRY or outcome.tired
    await conn.execute(
        "UPDATE delivery SET state = ?, reason = ?, code = ?, next_at = ?, place = ifnull(?, place),"
        " attempts = max(attempts, ?),"
        " message = ifnull(?, message), done_at = ?,"
        " failing_since = CASE WHEN ? THEN ifnull(failing_since, ?) END"
        " WHERE id = ? AND (open = 1 OR ? = 'sent')",
        (
            outcome.state,
            outcome.reason,
            outcome.code,
            stamp(outcome.next_at) if outcome.next_at else None,
            outcome.place,
            outcome.attempts,
            outcome.message,
            stamp(now) if final else None,
            is_failing,
            stamp(now),
            delivery_id,
            outcome.state,
        ),
    )


async def paused(database: Database, guild: int | None = None) -> tuple[Delivery, ...]:
    """The paused rows, of one server or of all and of people, oldest first."""
    rows = await database.read(
        "SELECT * FROM delivery WHERE open = 1 AND state = 'paused' AND (?1 IS NULL OR guild = ?1) ORDER BY id",
        (guild,),
    )
    return tuple(_delivery(row) for row in rows)


async def release(conn: aiosqlite.Connection, delivery_ids: Iterable[int]) -> None:
    """Let paused rows be tried again: one that failed for a day once, before it is paused again."""
    await conn.executemany(
        "UPDATE delivery SET state = 'pending', next_at = NULL, attempts = 0 WHERE id = ? AND state = 'paused'",
        [(name,) for name in delivery_ids],
    )


async def merge_into_summary(conn: aiosqlite.Connection, head: Delivery, now: datetime) -> bool:
    """Turn a row that has waited for more than 7 days, with those of its target that did too, into one summary.

    Only news is folded, and only what nobody tried to send: a row that may have arrived stays as it is. The summary is
    the head itself, so it keeps its place in the order. False if the head is no news or not that old.
    """
    limit = stamp(now - YOUNG)
    if head.kind not in {"announcement", "watch"} or stamp(head.created_at) >= limit or head.payload.get("withdrawn"):
        return False
    rows = await conn.execute_fetchall(
        "SELECT id FROM delivery WHERE target_kind = ? AND target = ? AND id <> ? AND kind = ? AND created_at < ?"
        " AND state IN ('pending', 'paused') AND anchor IS NULL",
        (head.to.kind, head.to.id, head.id, head.kind, limit),
    )
    others = [row["id"] for row in rows]
    await conn.execute(
        "UPDATE delivery SET kind = 'summary', payload = json_set(payload, '$.was', kind) WHERE id = ?", (head.id,)
    )
    await conn.executemany(
        "UPDATE OR IGNORE carried SET delivery = ? WHERE delivery = ?", [(head.id, other) for other in others]
    )
    await conn.executemany(
        "UPDATE delivery SET state = 'gone', reason = 'told in a summary', done_at = ? WHERE id = ?",
        [(stamp(now), other) for other in others],
    )
    return True


async def drop_unwatched(conn: aiosqlite.Connection, delivery_id: int) -> None:
    """Take out of a person's summary, before it is written, what they have stopped watching meanwhile."""
    await conn.execute(
        "DELETE FROM carried WHERE delivery = (SELECT id FROM delivery WHERE id = ? AND kind = 'summary')"
        " AND NOT EXISTS (SELECT 1 FROM announcement JOIN watch USING (tie) JOIN delivery ON user = target"
        " WHERE announcement.id = carried.announcement AND delivery.id = carried.delivery AND closed_at IS NULL)",
        (delivery_id,),
    )


async def gone_with_channel(conn: aiosqlite.Connection, channel: int, why: str, now: datetime) -> None:
    """Close every open row of a channel that is no more."""
    await conn.execute(
        "UPDATE delivery SET state = 'gone', reason = ?, done_at = ? WHERE target_kind <> 'user' AND target = ?"
        " AND open = 1",
        (why, stamp(now), channel),
    )


async def gone_with_guild(conn: aiosqlite.Connection, guild: int, why: str, now: datetime) -> None:
    """Close every open row of a server that the bot has left, but for corrections, and for what may have arrived and
    have to be corrected: the error may yet be seen there.
    """
    await conn.execute(
        "UPDATE delivery SET state = 'gone', reason = ?, done_at = ? WHERE guild = ? AND about IS NULL AND open = 1"
        " AND (anchor IS NULL OR subscription IS NULL)",
        (why, stamp(now), guild),
    )


async def prune(conn: aiosqlite.Connection, now: datetime) -> None:
    """Forget what could not be told 30 days ago, and what was sent 400 days ago: nobody will correct it any more."""
    await conn.execute("DELETE FROM delivery WHERE done_at < ? AND state = 'gone'", (stamp(now - KEPT_GONE),))
    await conn.execute("DELETE FROM delivery WHERE done_at < ?", (stamp(now - KEPT),))
    await conn.execute(
        "DELETE FROM delivery WHERE created_at < ? AND open = 1 AND json_extract(payload, '$.withdrawn')",
        (stamp(now - KEPT_GONE),),
    )
    # A correction still waits for a server that never came back; its message was forgotten by the line above.
    await conn.execute("DELETE FROM delivery WHERE open = 1 AND kind = 'correction' AND about IS NULL")


async def by_id(database: Database, delivery_id: int) -> Delivery | None:
    """The row of this id, or None."""
    rows = await database.read("SELECT * FROM delivery WHERE id = ?", (delivery_id,))
    return _delivery(rows[0]) if rows else None


async def sent_about(database: Database, delivery_id: int) -> tuple[Delivery, ...]:
    """The corrections of a delivery that have been sent, in their order."""
    rows = await database.read(
        "SELECT * FROM delivery WHERE about = ? AND kind = 'correction' AND state = 'sent' ORDER BY id", (delivery_id,)
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
        " AND NOT (state = 'gone' AND anchor IS NULL) ORDER BY id DESC LIMIT 1",
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


def _values(order: NewDelivery, now: datetime) -> tuple[object, ...]:
    return (
        order.kind,
        order.to.kind,
        order.to.id,
        order.to.guild,
        order.subscription,
        order.key,
        json.dumps(dict(order.payload)),
        order.about,
        secrets.token_hex(12),
        stamp(now),
        stamp(order.not_before) if order.not_before else None,
    )


def _delivery(row: sqlite3.Row) -> Delivery:
    return Delivery(
        id=row["id"],
        kind=row["kind"],
        to=Target(row["target_kind"], row["target"], row["guild"]),
        subscription=row["subscription"],
        payload=json.loads(row["payload"]),
        about=row["about"],
        state=DeliveryState(row["state"]),
        nonce=row["nonce"],
        created_at=unstamp(row["created_at"]),
        anchor=row["anchor"],
        attempts=row["attempts"],
        failing_since=_moment(row["failing_since"]),
        next_at=_moment(row["next_at"]),
        place=row["place"],
        message=row["message"],
        done_at=_moment(row["done_at"]),
        code=row["code"],
        reason=row["reason"],
    )


def _moment(text: str | None) -> datetime | None:
    return unstamp(text) if text else None
