"""What was announced, to whom it goes, and how far it has come."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import aiosqlite

from db.record.act_kinds import ActKind
from db.record.standings import Standing
from db.store import deliveries, subscriptions, watches
from db.store.announcement_models import (
    ANNOUNCEMENT,
    CORRECTION,
    DIGEST,
    SUMMARY,
    WATCH,
    Announcement,
    AnnouncementKind,
)
from db.store.database import Database, Transaction, stamp, unstamp
from db.store.delivery_models import NO_PAYLOAD, Delivery, NewDelivery, Target
from db.store.subscription_models import Audience, DigestMode, SendCounts, Subscription

# News that has waited for longer is told in one summary, with the rest that has.
YOUNG = timedelta(days=7)


async def announce(conn: Transaction, announcement: Announcement, *, state: str, now: datetime) -> Audience:
    """Store an announcement with a delivery for each channel that wants it and each watcher, in one transaction.

    ``state`` is the postal code of the tie's U.S. place. A correction or retraction goes to the messages that carried
    the announcement it mends, whatever the filters are now, but for those written after the ``change`` by the dataset
    that it follows from. Where it changes the standing it is also news to all others who want it. Announcing the same
    id again adds nothing.
    Raises ValueError if ``corrects`` does not fit the kind, is unknown, or is mended already: a chain has no branches.
    """
    _check(announcement)
    if not await _insert(conn, announcement, state):
        return await _reached(conn, announcement)
    rows = await _rows(conn, announcement, state)
    await enqueue_news(conn, [(row, (announcement.id,)) for row in rows], now)
    return _count(announcement, [(row.kind, row.to.kind) for row in rows])


async def enqueue_news(conn: Transaction, news: Sequence[tuple[NewDelivery, Sequence[str]]], now: datetime) -> None:
    """Put rows into the outbox, each with the ids of the announcements that it tells of."""
    await deliveries.enqueue(conn, [row for row, _ in news], now)
    await conn.executemany(
        "INSERT INTO carried (delivery, announcement) SELECT id, ? FROM delivery WHERE key = ?"
        " ON CONFLICT (announcement, delivery) DO NOTHING",
        [(told, row.key) for row, carried in news for told in carried],
    )


async def note_basis(conn: aiosqlite.Connection, delivery_id: int) -> None:
    """Note what the record has come to when a delivery's message is written: what comes later is not in it."""
    await conn.execute(
        "INSERT INTO message_basis (delivery, announcement_seq, dataset_change) VALUES (?,"
        " (SELECT ifnull(max(seq), 0) FROM announcement), (SELECT ifnull(max(id), 0) FROM dataset_change))"
        " ON CONFLICT (delivery) DO UPDATE SET announcement_seq = excluded.announcement_seq,"
        " dataset_change = excluded.dataset_change",
        (delivery_id,),
    )


async def merge_into_summary(conn: aiosqlite.Connection, late: Delivery, now: datetime) -> None:
    """Turn news that has waited for more than 7 days, with that of its target that did too, into one summary.

    Only what nobody tried to send is folded: a row that may have arrived stays as it is.
    """
    others = await deliveries.merge(conn, late, SUMMARY.name, now - YOUNG, now)
    await conn.executemany(
        "UPDATE OR IGNORE carried SET delivery = ? WHERE delivery = ?", [(late.id, other) for other in others]
    )


async def drop_unwatched(conn: aiosqlite.Connection, summary: Delivery) -> None:
    """Take out of a person's summary, before it is written, what they have stopped watching meanwhile."""
    await conn.execute(
        "DELETE FROM carried WHERE delivery = ?1 AND NOT EXISTS (SELECT 1 FROM announcement JOIN watch"
        " ON watch.tie IN (announcement.tie, 'state:' || announcement.state)"
        " WHERE announcement.id = carried.announcement AND user = ?2 AND closed_at IS NULL)",
        (summary.id, summary.to.id),
    )


async def audience_of(database: Database, announcement: Announcement, *, state: str) -> Audience:
    """To how many channels and watchers an announcement would go now, as ``announce`` has it; nothing is stored."""
    _check(announcement)
    async with database.snapshot() as conn:
        rows = await _rows(conn, announcement, state)
    return _count(announcement, [(row.kind, row.to.kind) for row in rows])


async def progress(database: Database, announcement_id: str) -> SendCounts:
    """How far an announcement has come, over all its messages but the weekly digests."""
    rows = await database.read(
        "SELECT state, count(*) AS number FROM delivery JOIN carried ON carried.delivery = delivery.id"
        " WHERE announcement = ? AND kind <> ? GROUP BY state",
        (announcement_id, DIGEST.name),
    )
    counts = {row["state"]: row["number"] for row in rows}
    waiting = sum(counts.get(state, 0) for state in ("pending", "sending", "retry"))
    return SendCounts(
        sent=counts.get("sent", 0),
        waiting=waiting,
        paused=counts.get("paused", 0),
        failed=counts.get("failed", 0),
        gone=counts.get("gone", 0),
        total=sum(counts.values()),
    )


async def by_id(database: Database, announcement_id: str) -> Announcement | None:
    """The announcement of this id, or None."""
    rows = await database.read("SELECT * FROM announcement WHERE id = ?", (announcement_id,))
    return _announcement(rows[0]) if rows else None


async def of_act(database: Database, act_id: str) -> Announcement | None:
    """The newest announcement of an act, or None if it was recorded quietly."""
    rows = await database.read("SELECT * FROM announcement WHERE act = ? ORDER BY seq DESC LIMIT 1", (act_id,))
    return _announcement(rows[0]) if rows else None


async def last_about(database: Database, tie_id: str) -> Announcement | None:
    """The newest announcement about a tie, or None."""
    rows = await database.read("SELECT * FROM announcement WHERE tie = ? ORDER BY seq DESC LIMIT 1", (tie_id,))
    return _announcement(rows[0]) if rows else None


async def carried_by(database: Database, delivery_id: int) -> tuple[Announcement, ...]:
    """The announcements that a delivery tells of, in the order in which they were made."""
    rows = await database.read(
        "SELECT announcement.* FROM announcement JOIN carried ON carried.announcement = announcement.id"
        " WHERE carried.delivery = ? ORDER BY seq",
        (delivery_id,),
    )
    return tuple(_announcement(row) for row in rows)


async def corrections_of(database: Database, announcement_id: str) -> tuple[Announcement, ...]:
    """The corrections and the retraction in the chain that mends an announcement, in their order."""
    rows = await database.read(
        "WITH RECURSIVE chain (id) AS (SELECT ?1 UNION SELECT announcement.id FROM announcement, chain"
        " WHERE announcement.corrects = chain.id)"
        " SELECT announcement.* FROM announcement JOIN chain USING (id) WHERE id <> ?1 ORDER BY seq",
        (announcement_id,),
    )
    return tuple(_announcement(row) for row in rows)


async def told_by(database: Database, delivery_id: int) -> Announcement | None:
    """What a message about one tie said as a fact when it was written: its news, or the last correction in it."""
    rows = await database.read(
        "WITH RECURSIVE chain (id) AS (SELECT announcement FROM carried WHERE delivery = ?1 UNION"
        " SELECT announcement.id FROM announcement, chain WHERE announcement.corrects = chain.id)"
        " SELECT announcement.* FROM announcement JOIN chain USING (id), message_basis"
        " WHERE delivery = ?1 AND (seq <= announcement_seq OR change <= dataset_change) ORDER BY seq DESC LIMIT 1",
        (delivery_id,),
    )
    return _announcement(rows[0]) if rows else None


async def was_known(database: Database, announcement_id: str, delivery_id: int) -> bool:
    """Whether an announcement was made before a delivery's message was written. No clock decides this."""
    rows = await database.read(
        "SELECT 1 FROM announcement, message_basis WHERE announcement.id = ? AND delivery = ?"
        " AND (seq <= announcement_seq OR change <= dataset_change)",
        (announcement_id, delivery_id),
    )
    return bool(rows)


async def news_after(conn: aiosqlite.Connection, seq: int) -> tuple[tuple[int, str, Announcement], ...]:
    """What was announced as news after a place in the order, oldest first: place, state and announcement.

    A correction that changes the standing is news to who was not told of the error.
    """
    rows = await conn.execute_fetchall(
        "SELECT announcement.*, act.kind AS act_kind FROM announcement LEFT JOIN act ON act.id = announcement.act"
        " WHERE seq > ? AND (corrects IS NULL OR before <> after) ORDER BY seq",
        (seq,),
    )
    return tuple((row["seq"], row["state"], replace(_announcement(row), act_kind=_kind(row))) for row in rows)


async def corrections_for(conn: aiosqlite.Connection, channel: int, seq: int) -> frozenset[str]:
    """The corrections after a place in the order that mend what a channel was told, or is still to be told."""
    rows = await conn.execute_fetchall(
        "WITH RECURSIVE chain (id, wrong) AS (SELECT id, corrects FROM announcement"
        " WHERE seq > ?1 AND corrects IS NOT NULL UNION SELECT chain.id, announcement.corrects FROM chain"
        " JOIN announcement ON announcement.id = chain.wrong WHERE announcement.corrects IS NOT NULL)"
        " SELECT DISTINCT chain.id FROM chain JOIN carried ON carried.announcement = chain.wrong"
        " JOIN delivery ON delivery.id = carried.delivery"
        " WHERE target_kind = 'channel' AND target = ?2 AND state NOT IN ('gone', 'failed')",
        (seq, channel),
    )
    return frozenset(row["id"] for row in rows)


def _kind(row: sqlite3.Row) -> ActKind | None:
    return ActKind(row["act_kind"]) if row["act_kind"] else None


def _check(announcement: Announcement) -> None:
    fits = {AnnouncementKind.CORRECTION: announcement.is_correction, AnnouncementKind.RETRACTION: True}
    if not fits.get(announcement.kind, not announcement.is_correction):
        raise ValueError(f"a {announcement.kind} with corrects={announcement.corrects!r}")


async def _insert(conn: aiosqlite.Connection, item: Announcement, state: str) -> bool:
    if item.corrects is not None and not await _ids(conn, "SELECT 1 FROM announcement WHERE id = ?", item.corrects):
        raise ValueError(f"no announcement {item.corrects!r} to mend")
    if await _ids(conn, "SELECT 1 FROM announcement WHERE corrects = ? AND id <> ?", item.corrects, item.id):
        raise ValueError(f"announcement {item.corrects!r} is mended already")
    cursor = await conn.execute(
        "INSERT INTO announcement (id, kind, tie, act, state, before, after, corrects, recorded_at, change)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (
            item.id,
            item.kind,
            item.tie_id,
            item.act_id,
            state,
            item.before,
            item.after,
            item.corrects,
            stamp(item.recorded_at),
            item.change,
        ),
    )
    return cursor.rowcount == 1


async def _rows(conn: aiosqlite.Connection, announcement: Announcement, state: str) -> list[NewDelivery]:
    if announcement.corrects is None:
        return await _news(conn, announcement, state, frozenset())
    mends = await _corrections(conn, announcement, announcement.corrects)
    if not announcement.moves:
        return mends
    return mends + await _news(conn, announcement, state, await _told_of(conn, announcement.corrects))


async def _news(
    conn: aiosqlite.Connection, announcement: Announcement, state: str, told: frozenset[tuple[str, int]]
) -> list[NewDelivery]:
    """One row for each channel that wants it and each watcher, but for those who were told what it mends."""
    channels = [
        _to_channel(announcement, subscription)
        for subscription in await subscriptions.lasting(conn)
        if subscription.preferences.digest is not DigestMode.ONLY
        and ("channel", subscription.channel) not in told
        and subscription.preferences.wants(announcement, state)
    ]
    watchers = await watches.watchers_of(conn, announcement.tie_id)
    to_people = [
        WATCH.new(Target("user", user), announcement.id, user, payload=NO_PAYLOAD)
        for user in watchers
        if ("user", user) not in told
    ]
    return channels + to_people


def _to_channel(announcement: Announcement, subscription: Subscription) -> NewDelivery:
    to = Target("channel", subscription.channel, subscription.guild)
    return ANNOUNCEMENT.new(to, announcement.id, subscription.channel, payload=NO_PAYLOAD, stream=subscription.stream)


async def _told_of(conn: aiosqlite.Connection, wrong: str) -> frozenset[tuple[str, int]]:
    """The channels and people who were told, or are still to be told, of an announcement or of what it mended."""
    rows = await conn.execute_fetchall(
        "WITH RECURSIVE wrong (id) AS (SELECT ?1 UNION SELECT announcement.corrects FROM announcement, wrong"
        " WHERE announcement.id = wrong.id AND announcement.corrects IS NOT NULL)"
        " SELECT DISTINCT target_kind, target FROM delivery JOIN carried ON carried.delivery = delivery.id"
        " JOIN wrong ON wrong.id = carried.announcement WHERE state NOT IN ('gone', 'failed')",
        (wrong,),
    )
    return frozenset((row["target_kind"], row["target"]) for row in rows)


async def _corrections(conn: aiosqlite.Connection, announcement: Announcement, wrong: str) -> list[NewDelivery]:
    """One row for each message that carried the error, the messages that first said it and not later corrections.

    A delivery that nobody tried to send yet says the right thing when its turn comes.
    """
    rows = await conn.execute_fetchall(
        "WITH RECURSIVE wrong (id) AS (SELECT ?1 UNION SELECT announcement.corrects FROM announcement, wrong"
        " WHERE announcement.id = wrong.id AND announcement.corrects IS NOT NULL)"
        " SELECT DISTINCT delivery.* FROM delivery JOIN carried ON carried.delivery = delivery.id"
        " JOIN wrong ON wrong.id = carried.announcement"
        " LEFT JOIN message_basis ON message_basis.delivery = delivery.id"
        " WHERE delivery.corrects_delivery IS NULL"
        " AND (delivery.state = 'sent' OR delivery.search_after_id IS NOT NULL)"
        " AND delivery.state NOT IN ('gone', 'failed') AND (?2 IS NULL OR ifnull(dataset_change, 0) < ?2)"
        " ORDER BY delivery.id",
        (wrong, announcement.change),
    )
    return [
        CORRECTION.new(
            Target(row["target_kind"], row["target"], row["guild"]),
            announcement.id,
            row["key"],  # not its number: after a restore the same correction has the same key
            payload=NO_PAYLOAD,
            stream=row["stream"],
            corrects_delivery=row["id"],
        )
        for row in rows
    ]


async def _reached(conn: aiosqlite.Connection, announcement: Announcement) -> Audience:
    rows = await conn.execute_fetchall(
        "SELECT kind, target_kind FROM delivery JOIN carried ON carried.delivery = delivery.id"
        " WHERE announcement = ? AND kind <> ?",
        (announcement.id, DIGEST.name),
    )
    return _count(announcement, [(row["kind"], row["target_kind"]) for row in rows])


def _count(announcement: Announcement, rows: Sequence[tuple[str, str]]) -> Audience:
    """The audience by the kind and the target's kind of each row."""
    mends = Counter(target for kind, target in rows if kind == CORRECTION.name)
    news = Counter(target for kind, target in rows if kind != CORRECTION.name)
    told = Audience(news["channel"], news["user"])
    if not announcement.is_correction:
        return told
    return Audience(mends["channel"], mends["user"], told if announcement.moves else None)


async def _ids(conn: aiosqlite.Connection, sql: str, *parameters: object) -> list[int]:
    rows: Iterable[sqlite3.Row] = await conn.execute_fetchall(sql, parameters)
    return [row[0] for row in rows]


def _announcement(row: sqlite3.Row) -> Announcement:
    return Announcement(
        id=row["id"],
        kind=AnnouncementKind(row["kind"]),
        tie_id=row["tie"],
        act_id=row["act"],
        before=Standing(row["before"]),
        after=Standing(row["after"]),
        corrects=row["corrects"],
        recorded_at=unstamp(row["recorded_at"]),
        change=row["change"],
    )
