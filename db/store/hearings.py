"""What was told of hearings: which are looked after, which reminders have had their turn, and who got them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta

import aiosqlite

from db.store.database import Database, Transaction, fetch, stamp, unstamp
from db.store.deliveries import by_id
from db.store.delivery_models import Delivery
from db.store.hearing_models import HearingPlan, LeadDone

# As long as its messages are remembered.
KEPT = timedelta(days=400)


async def open_plans(source: Database | aiosqlite.Connection) -> dict[str, HearingPlan]:
    """The hearings that are looked after still, by their names."""
    rows = await fetch(source, "SELECT * FROM hearing_plan WHERE closed_at IS NULL ORDER BY hearing")
    return {row["hearing"]: _plan(row) for row in rows}


async def closed(source: Database | aiosqlite.Connection) -> frozenset[str]:
    """The names of the hearings that are looked after no more."""
    rows = await fetch(source, "SELECT hearing FROM hearing_plan WHERE closed_at IS NOT NULL")
    return frozenset(row["hearing"] for row in rows)


async def leads_done(source: Database | aiosqlite.Connection) -> frozenset[LeadDone]:
    """The reminders that have had their turn, as hearing, moment and lead."""
    rows = await fetch(
        source,
        "SELECT hearing, moment, lead FROM hearing_lead JOIN hearing_plan USING (hearing, moment)"
        " WHERE closed_at IS NULL",
    )
    return frozenset((row["hearing"], row["moment"], row["lead"]) for row in rows)


async def save_plan(conn: Transaction, plan: HearingPlan) -> None:
    """Note how a hearing is seen; one that was closed is open again."""
    await conn.execute(
        "INSERT INTO hearing_plan (hearing, tie, act, moment, is_cancelled, seen_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (hearing) DO UPDATE SET act = excluded.act, moment = excluded.moment,"
        " is_cancelled = excluded.is_cancelled, seen_at = excluded.seen_at, closed_at = NULL",
        (plan.hearing, plan.tie, plan.act, plan.moment, plan.is_cancelled, stamp(plan.seen_at)),
    )


async def close_plan(conn: Transaction, hearing: str, now: datetime) -> None:
    """Look after a hearing no more."""
    await conn.execute("UPDATE hearing_plan SET closed_at = ? WHERE hearing = ?", (stamp(now), hearing))


async def mark_lead(conn: Transaction, done: LeadDone, now: datetime) -> None:
    """Note that a reminder has had its turn."""
    await conn.execute(
        "INSERT INTO hearing_lead (hearing, moment, lead, done_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (*done, stamp(now)),
    )


async def said_of(source: Database | aiosqlite.Connection, hearing: str) -> tuple[Delivery, ...]:
    """What was said of a hearing and has arrived, or may have, in its order."""
    rows = await fetch(
        source,
        "SELECT id FROM delivery WHERE json_extract(payload, '$.hearing') = ? AND state NOT IN ('gone', 'failed')"
        " AND target_kind <> 'news' AND (state = 'sent' OR search_after_id IS NOT NULL) ORDER BY id",
        (hearing,),
    )
    found = [await by_id(source, row["id"]) for row in rows]
    return tuple(row for row in found if row is not None)


async def events_of(conn: aiosqlite.Connection, hearing: str, kind: str) -> tuple[Delivery, ...]:
    """The rows of one kind about a hearing, whatever became of them."""
    rows = await conn.execute_fetchall(
        "SELECT id FROM delivery WHERE json_extract(payload, '$.hearing') = ? AND kind = ? ORDER BY id", (hearing, kind)
    )
    found = [await by_id(conn, row["id"]) for row in rows]
    return tuple(row for row in found if row is not None)


async def known_keys(database: Database, keys: Iterable[str]) -> frozenset[str]:
    """Which of these keys the outbox has."""
    rows = await database.read(
        "SELECT key FROM delivery WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    return frozenset(row["key"] for row in rows)


async def corrected_targets(conn: aiosqlite.Connection, act: str) -> frozenset[tuple[str, int]]:
    """The channels and people to whom a correction of what was announced tells of an act, or of its withdrawal."""
    rows = await conn.execute_fetchall(
        "SELECT DISTINCT target_kind, target FROM delivery JOIN carried ON carried.delivery = delivery.id"
        " JOIN announcement ON announcement.id = carried.announcement"
        " WHERE announcement.act = ? AND delivery.kind = 'correction'",
        (act,),
    )
    return frozenset((row["target_kind"], row["target"]) for row in rows)


async def let_rest(conn: Transaction, hearing: str, moment: str) -> None:
    """Note that nothing more is to be found out about a hearing at its moment."""
    await conn.execute("INSERT INTO hearing_at_rest VALUES (?, ?) ON CONFLICT DO NOTHING", (hearing, moment))


async def at_rest(database: Database) -> frozenset[tuple[str, str]]:
    """The hearings, with their moments, about which nothing more is to be found out."""
    return frozenset((row["hearing"], row["moment"]) for row in await database.read("SELECT * FROM hearing_at_rest"))


async def prune(conn: aiosqlite.Connection, now: datetime) -> None:
    """Forget hearings that were closed long ago."""
    await conn.execute(
        "DELETE FROM hearing_lead WHERE hearing IN (SELECT hearing FROM hearing_plan WHERE closed_at < ?)",
        (stamp(now - KEPT),),
    )
    await conn.execute("DELETE FROM hearing_plan WHERE closed_at < ?", (stamp(now - KEPT),))


def _plan(row: sqlite3.Row) -> HearingPlan:
    return HearingPlan(
        row["hearing"], row["tie"], row["act"], row["moment"], bool(row["is_cancelled"]), unstamp(row["seen_at"])
    )
