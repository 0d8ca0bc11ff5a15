"""The channels that asked to hear of changes, with what each wants to hear."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

import aiosqlite

from db.record.codec import from_plain, to_plain
from db.store import deliveries
from db.store.database import Database, Transaction, fetch, stamp, unstamp
from db.store.subscription_models import DigestMode, Preferences, Subscription, SubscriptionEnd, stream_of

KEPT_AFTER_END = timedelta(days=30)
NO_LONGER_FOLLOWS = "the channel no longer follows"


async def follow(
    conn: aiosqlite.Connection,
    *,
    guild: int,
    channel: int,
    by: int,
    preferences: Preferences,
    now: datetime,
) -> Subscription:
    """Subscribe a channel, or change what it gets: one channel has one subscription.

    A new subscription, and one that is taken up again, starts with the news after it.
    """
    found = await _of_channel(conn, channel)
    if found is None:
        await conn.execute(
            "INSERT INTO subscription (guild, channel, set_by, set_at, preferences, digest_until, digest_seq)"
            " VALUES (?, ?, ?, ?, ?, ?, (SELECT ifnull(max(seq), 0) FROM announcement))",
            (guild, channel, by, stamp(now), _pack(preferences), stamp(now)),
        )
        return await _known(conn, channel)
    await conn.execute(
        "UPDATE subscription SET guild = ?, set_by = ?, preferences = ?, earlier = ? WHERE id = ?",
        (guild, by, _pack(preferences), None if found.ended else _pack(found.preferences), found.id),
    )
    if found.ended:
        await conn.execute(
            "UPDATE subscription SET ended = NULL, ended_at = NULL, paused_at = NULL, paused_why = NULL, set_at = ?"
            " WHERE id = ?",
            (stamp(now), found.id),
        )
    if found.ended or found.preferences.digest is DigestMode.OFF:
        await _start_digest(conn, found.id, now)
    return await _known(conn, channel)


async def undo_edit(conn: aiosqlite.Connection, subscription_id: int, now: datetime) -> bool:
    """Take back the last edit; False if there is none to take back. Undoing twice brings the edit back.

    A digest that comes back by it starts with the news after it.
    """
    found = await by_id(conn, subscription_id)
    if found is None or found.earlier is None or found.ended:
        return False
    await conn.execute(
        "UPDATE subscription SET preferences = ?, earlier = ? WHERE id = ?",
        (_pack(found.earlier), _pack(found.preferences), found.id),
    )
    if found.preferences.digest is DigestMode.OFF:
        await _start_digest(conn, found.id, now)
    return True


async def end(conn: aiosqlite.Connection, subscription_ids: Iterable[int], why: SubscriptionEnd, now: datetime) -> None:
    """End subscriptions and withdraw what waits for them, but for corrections of what they got. Kept for 30 days.

    What may have arrived is marked as withdrawn and stays open: it is looked for, so that it can be corrected, but not
    sent again.
    """
    for name in subscription_ids:
        await conn.execute(
            "UPDATE subscription SET ended = ?, ended_at = ? WHERE id = ? AND ended IS NULL", (why, stamp(now), name)
        )
        await deliveries.withdraw(conn, stream_of(name), NO_LONGER_FOLLOWS, now)


async def take_up(conn: Transaction, subscription_ids: Iterable[int]) -> None:
    """Let ended subscriptions go on as if they had not ended: what was withdrawn by this end is sent after all."""
    for name in subscription_ids:
        found = await by_id(conn, name)
        if found is not None and found.ended_at is not None:
            await deliveries.resume_stream(conn, found.stream, found.ended_at)
            await conn.execute("UPDATE subscription SET ended = NULL, ended_at = NULL WHERE id = ?", (name,))


async def end_of_channel(conn: aiosqlite.Connection, channel: int, now: datetime) -> None:
    """End the subscription of a channel that does not exist any more, if it has one."""
    found = await _of_channel(conn, channel)
    if found is not None:
        await end(conn, [found.id], SubscriptionEnd.DELETED, now)


async def pause(conn: aiosqlite.Connection, subscription_id: int, why: str, now: datetime) -> int | None:
    """Note that messages do not arrive, and why. If they did until now, its setter, who is to be told; else None."""
    found = await by_id(conn, subscription_id)
    if found is None or found.ended:
        return None
    since = found.paused_at or now
    await conn.execute(
        "UPDATE subscription SET paused_at = ?, paused_why = ? WHERE id = ?", (stamp(since), why, subscription_id)
    )
    return None if found.paused_at else found.set_by


async def resume(conn: aiosqlite.Connection, subscription_id: int) -> None:
    """Note that messages arrive again."""
    await conn.execute(
        "UPDATE subscription SET paused_at = NULL, paused_why = NULL WHERE id = ? AND paused_at IS NOT NULL",
        (subscription_id,),
    )


async def move_digest(conn: aiosqlite.Connection, subscription_id: int, until: datetime, seq: int) -> None:
    """Note up to which moment and which announcement a channel's digest has come."""
    await conn.execute(
        "UPDATE subscription SET digest_until = ?, digest_seq = ? WHERE id = ?", (stamp(until), seq, subscription_id)
    )


async def prune(conn: aiosqlite.Connection, now: datetime) -> None:
    """Forget subscriptions that ended more than 30 days ago."""
    await conn.execute("DELETE FROM subscription WHERE ended_at < ?", (stamp(now - KEPT_AFTER_END),))


async def of_channel(database: Database, channel: int) -> Subscription | None:
    """The subscription of a channel, ended or not, or None."""
    rows = await database.read("SELECT * FROM subscription WHERE channel = ?", (channel,))
    return _subscription(rows[0]) if rows else None


async def by_id(source: Database | aiosqlite.Connection, subscription_id: int) -> Subscription | None:
    """The subscription of this id, ended or not, or None."""
    rows = await fetch(source, "SELECT * FROM subscription WHERE id = ?", (subscription_id,))
    return next((_subscription(row) for row in rows), None)


async def of_guild(
    source: Database | aiosqlite.Connection, guild: int, *, ended: bool = False
) -> tuple[Subscription, ...]:
    """The subscriptions of a server, oldest first: those that last, or, if ``ended``, those that are over."""
    rows = await fetch(
        source, "SELECT * FROM subscription WHERE guild = ? AND (ended IS NOT NULL) = ? ORDER BY id", (guild, ended)
    )
    return tuple(_subscription(row) for row in rows)


async def lasting(source: Database | aiosqlite.Connection) -> tuple[Subscription, ...]:
    """All subscriptions that last, oldest first."""
    rows = await fetch(source, "SELECT * FROM subscription WHERE ended IS NULL ORDER BY id")
    return tuple(_subscription(row) for row in rows)


async def left(source: Database | aiosqlite.Connection) -> tuple[Subscription, ...]:
    """The subscriptions that ended because the bot left their server."""
    rows = await fetch(source, "SELECT * FROM subscription WHERE ended = 'left' ORDER BY id")
    return tuple(_subscription(row) for row in rows)


async def last_digest(database: Database) -> datetime | None:
    """The newest hour up to which a channel's digest has come; None if no channel follows."""
    rows = await database.read("SELECT max(digest_until) AS until FROM subscription WHERE ended IS NULL")
    return unstamp(rows[0]["until"]) if rows and rows[0]["until"] else None


async def guilds(database: Database) -> tuple[int, ...]:
    """The servers with a subscription that lasts."""
    rows = await database.read("SELECT DISTINCT guild FROM subscription WHERE ended IS NULL ORDER BY guild")
    return tuple(row["guild"] for row in rows)


async def _start_digest(conn: aiosqlite.Connection, subscription_id: int, now: datetime) -> None:
    await conn.execute(
        "UPDATE subscription SET digest_until = ?, digest_seq = (SELECT ifnull(max(seq), 0) FROM announcement)"
        " WHERE id = ?",
        (stamp(now), subscription_id),
    )


async def _of_channel(conn: aiosqlite.Connection, channel: int) -> Subscription | None:
    rows = await conn.execute_fetchall("SELECT * FROM subscription WHERE channel = ?", (channel,))
    return next((_subscription(row) for row in rows), None)


async def _known(conn: aiosqlite.Connection, channel: int) -> Subscription:
    found = await _of_channel(conn, channel)
    assert found is not None
    return found


def _pack(preferences: Preferences) -> str:
    return json.dumps(to_plain(preferences))


@lru_cache(maxsize=1024)
def _unpack(text: str) -> Preferences:
    """The preferences that ``_pack`` wrote. Raises ValueError for what is not sound, rather than to lose a wish."""

    def refuse(entry: str, field: str, message: str) -> None:
        raise ValueError(f"{entry}: {field}: {message}")

    found = from_plain(Preferences, json.loads(text), "preferences", refuse)
    assert found is not None
    return found


def _subscription(row: sqlite3.Row) -> Subscription:
    return Subscription(
        id=row["id"],
        guild=row["guild"],
        channel=row["channel"],
        set_by=row["set_by"],
        set_at=unstamp(row["set_at"]),
        preferences=_unpack(row["preferences"]),
        digest_until=unstamp(row["digest_until"]),
        digest_seq=row["digest_seq"],
        earlier=_unpack(row["earlier"]) if row["earlier"] else None,
        ended=SubscriptionEnd(row["ended"]) if row["ended"] else None,
        ended_at=unstamp(row["ended_at"]) if row["ended_at"] else None,
        paused_at=unstamp(row["paused_at"]) if row["paused_at"] else None,
        paused_why=row["paused_why"],
    )
