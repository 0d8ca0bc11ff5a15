"""Who asked to be told by direct message when a tie changes."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import aiosqlite

from db.store.database import Database, stamp, unstamp
from db.store.subscription_models import TieWatch

MOST = 100
_STATE = "state:"
# A tie itself, or all ties of the state of its American place.
_OF_TIE = (
    "tie IN (?2, (SELECT 'state:' || place.state FROM tie AS known JOIN place ON place.id = known.us"
    " WHERE known.id = ?2))"
)


def all_of(state: str) -> str:
    """What is watched in place of one tie: all of a state, by its postal code."""
    return _STATE + state


def state_watched(watched: str) -> str | None:
    """The postal code, where all ties of a state are watched; None for one tie."""
    return watched.removeprefix(_STATE) if watched.startswith(_STATE) else None


class TooManyWatchesError(Exception):
    """The person already watches as many ties as one may."""


async def start(conn: aiosqlite.Connection, user: int, tie: str, now: datetime) -> bool:
    """Watch a tie, also after direct messages were closed; False if it was watched already.

    Raises TooManyWatchesError for more than 100 ties a person.
    """
    rows = list(await conn.execute_fetchall("SELECT tie, closed_at FROM watch WHERE user = ?", (user,)))
    if any(row["tie"] == tie and row["closed_at"] is None for row in rows):
        return False
    if len(rows) >= MOST and all(row["tie"] != tie for row in rows):
        raise TooManyWatchesError
    await conn.execute(
        "INSERT INTO watch (user, tie, since) VALUES (?, ?, ?) ON CONFLICT (user, tie) DO UPDATE SET closed_at = NULL",
        (user, tie, stamp(now)),
    )
    # Whoever asks again has opened their direct messages, or will soon see that they are closed.
    await conn.execute("UPDATE watch SET closed_at = NULL WHERE user = ?", (user,))
    return True


async def stop(conn: aiosqlite.Connection, user: int, tie: str) -> bool:
    """Watch a tie no longer; False if it was not watched."""
    cursor = await conn.execute("DELETE FROM watch WHERE user = ? AND tie = ?", (user, tie))
    return cursor.rowcount == 1


async def set_reminders(conn: aiosqlite.Connection, user: int, tie: str, *, on: bool) -> bool:
    """Remind a person of the hearings of a tie that they watch, or no longer; False if they do not watch it."""
    cursor = await conn.execute("UPDATE watch SET reminders = ? WHERE user = ? AND tie = ?", (on, user, tie))
    return cursor.rowcount == 1


async def is_reminded(database: Database, user: int, tie: str) -> bool:
    """Whether a person is to be reminded of the hearings of a tie, and can be told."""
    rows = await database.read(
        f"SELECT 1 FROM watch WHERE user = ?1 AND {_OF_TIE} AND reminders AND closed_at IS NULL",  # noqa: S608 - our own text
        (user, tie),
    )
    return bool(rows)


async def close(conn: aiosqlite.Connection, user: int, now: datetime) -> None:
    """Note that a person's direct messages are closed: nothing is sent until they watch something again."""
    await conn.execute("UPDATE watch SET closed_at = ? WHERE user = ? AND closed_at IS NULL", (stamp(now), user))


async def of_user(database: Database, user: int) -> tuple[TieWatch, ...]:
    """What a person watches, the first one first."""
    rows = await database.read("SELECT * FROM watch WHERE user = ? ORDER BY since, tie", (user,))
    return tuple(_watch(row) for row in rows)


async def watchers(database: Database) -> tuple[int, ...]:
    """All who watch something and can be told."""
    rows = await database.read("SELECT DISTINCT user FROM watch WHERE closed_at IS NULL ORDER BY user")
    return tuple(row["user"] for row in rows)


async def watching(database: Database, user: int, tie: str) -> bool:
    """Whether a person watches a tie and can be told."""
    rows = await database.read(f"SELECT 1 FROM watch WHERE user = ?1 AND {_OF_TIE} AND closed_at IS NULL", (user, tie))  # noqa: S608 - our own text
    return bool(rows)


async def watchers_of(conn: aiosqlite.Connection, tie: str, *, reminded: bool = False) -> tuple[int, ...]:
    """Who watches a tie, or its whole state, and can be told; only those who want to be reminded of its hearings."""
    rows = await conn.execute_fetchall(
        f"SELECT DISTINCT user FROM watch WHERE {_OF_TIE} AND closed_at IS NULL AND reminders >= ?1 ORDER BY user",  # noqa: S608 - our own text
        (reminded, tie),
    )
    return tuple(row["user"] for row in rows)


def _watch(row: sqlite3.Row) -> TieWatch:
    closed = row["closed_at"]
    return TieWatch(
        row["user"], row["tie"], unstamp(row["since"]), unstamp(closed) if closed else None, bool(row["reminders"])
    )
