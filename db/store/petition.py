"""Readings of the petition's page, and whom a milestone is told."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime

import aiosqlite

from db.record.milestones import PetitionReading, milestone_passed
from db.record.models import Petition
from db.store import deliveries, subscriptions
from db.store.announcement_models import MILESTONE, MilestonePayload
from db.store.database import Database, Transaction, fetch, stamp
from db.store.delivery_models import Target


async def readings(source: Database | aiosqlite.Connection) -> tuple[tuple[int, PetitionReading], ...]:
    """All readings with their numbers, in the order in which they were noted."""
    rows = await fetch(source, "SELECT * FROM petition_reading ORDER BY id")
    return tuple((row["id"], _reading(row)) for row in rows)


async def reading(source: Database | aiosqlite.Connection, number: int) -> PetitionReading | None:
    """The reading of this number, or None if it was taken back."""
    rows = await fetch(source, "SELECT * FROM petition_reading WHERE id = ?", (number,))
    return next((_reading(row) for row in rows), None)


async def note(
    conn: Transaction, petition: Petition, found: PetitionReading, *, by: int, at: datetime
) -> tuple[int, int]:
    """Note a reading, show it, and put a row into the outbox for each channel that wants the milestone it passed.

    Returns the reading's number and how many channels are told. What the record had before the first is kept as one.
    """
    known = [known for _, known in await readings(conn)]
    shown = PetitionReading(petition.count, petition.goal, petition.count_as_of)
    if not known or known[-1] != shown:
        await _insert(conn, shown, None, at)
        known.append(shown)
    number = await _insert(conn, found, by, at)
    await _show(conn, found, by)
    milestone = milestone_passed(known, found)
    rows = []
    if milestone is not None:
        payload = MilestonePayload(milestone, number)
        rows = [
            MILESTONE.new(
                Target("channel", subscription.channel, subscription.guild),
                *(milestone, subscription.channel),
                payload=payload,
                stream=subscription.stream,
            )
            for subscription in await subscriptions.lasting(conn)
            if subscription.preferences.milestones
        ]
        await deliveries.enqueue(conn, rows, at)
    return number, len(rows)


async def take_back(conn: Transaction, number: int, *, by: int) -> PetitionReading | None:
    """Take back the last reading: the one that is shown again. None if it is not the last, or nobody's."""
    known = await fetch(conn, "SELECT * FROM petition_reading ORDER BY id DESC LIMIT 2")
    if len(known) < 2 or known[0]["id"] != number or known[0]["noted_by"] is None:
        return None
    await conn.execute("DELETE FROM petition_reading WHERE id = ?", (number,))
    before = _reading(known[1])
    await _show(conn, before, by)
    return before


def showing(petition: Petition, found: PetitionReading) -> Petition:
    """The petition with the figures of a reading."""
    return replace(petition, count=found.count, goal=found.goal, count_as_of=found.as_of)


async def _insert(conn: Transaction, found: PetitionReading, by: int | None, at: datetime) -> int:
    cursor = await conn.execute(
        "INSERT INTO petition_reading (count, goal, as_of, noted_at, noted_by) VALUES (?, ?, ?, ?, ?)",
        (found.count, found.goal, found.as_of.isoformat() if found.as_of else None, stamp(at), by),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


async def _show(conn: Transaction, found: PetitionReading, by: int) -> None:
    await conn.execute(
        "UPDATE petition SET count = ?, goal = ?, count_as_of = ?, written_by = ?",
        (found.count, found.goal, found.as_of.isoformat() if found.as_of else None, by),
    )


def _reading(row: sqlite3.Row) -> PetitionReading:
    return PetitionReading(row["count"], row["goal"], date.fromisoformat(row["as_of"]) if row["as_of"] else None)
