"""Which ties volunteers have looked at of late, or could not, so that nobody is asked for the same again."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

import aiosqlite

from db.store import work_claims
from db.store.database import Database, fetch, stamp

# The name of this work in claims.
WORK = "stale"
# For so long a tie that was looked at is given to nobody, and one that somebody could not do not to them again.
RESTS_FOR = timedelta(days=30)


class TaskOutcome(StrEnum):
    """``looked``: they found nothing newer, and said where; or handed in a tip."""

    BEGUN = "begun"
    LOOKED = "looked"
    COULD_NOT = "could_not"


async def note(conn: aiosqlite.Connection, tie: str, person: int, outcome: TaskOutcome, now: datetime) -> None:
    """Note what became of a person's task, in place of what was noted before."""
    await conn.execute("DELETE FROM help_task WHERE at <= ?", (stamp(now - RESTS_FOR),))
    await conn.execute(
        "INSERT INTO help_task (tie, person, outcome, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (tie, person) DO UPDATE SET outcome = excluded.outcome, at = excluded.at",
        (tie, person, outcome, stamp(now)),
    )


async def end_with_tip(conn: aiosqlite.Connection, tie: str, person: int, now: datetime) -> None:
    """End a person's task, if they have this one: what they found is a tip."""
    rows = await fetch(
        conn, "SELECT 1 FROM help_task WHERE tie = ? AND person = ? AND outcome = 'begun'", (tie, person)
    )
    if rows:
        await note(conn, tie, person, TaskOutcome.LOOKED, now)
        await work_claims.release(conn, WORK, tie, person)


async def is_of(database: Database, tie: str, person: int) -> bool:
    """Whether a person was given this task and has not ended it."""
    return bool(
        await database.read("SELECT 1 FROM help_task WHERE tie = ? AND person = ? AND outcome = 'begun'", (tie, person))
    )


async def resting(database: Database, person: int, now: datetime) -> frozenset[str]:
    """The ties that are not to be given to a person now."""
    rows = await database.read(
        "SELECT tie FROM help_task WHERE at > ? AND (outcome = 'looked' OR outcome = 'could_not' AND person = ?)",
        (stamp(now - RESTS_FOR), person),
    )
    return frozenset(row["tie"] for row in rows)
