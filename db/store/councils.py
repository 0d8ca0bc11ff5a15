"""Councils whose agendas are read: when each is due, and the meetings that were seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import aiosqlite

from db.store.database import Database, fetch, stamp
from db.store.feeds import reading_of, save_reading, settle_in
from db.store.watched_models import Council, KnownMeeting, Meeting, MeetingState, Platform

TABLE = "council"
MEETINGS_KEPT = timedelta(days=400)


async def add(conn: aiosqlite.Connection, council: Council, now: datetime) -> None:
    """Note the platform of a place's council, in place of another; what was known of that is forgotten."""
    await remove(conn, council.place)
    await conn.execute(
        "INSERT INTO council (place, platform, client, added_at) VALUES (?, ?, ?, ?)",
        (council.place, council.platform, council.client, stamp(now)),
    )


async def remove(conn: aiosqlite.Connection, place: str) -> bool:
    """Read a place's council no more, and forget its meetings. False if it is not there."""
    return (await conn.execute("DELETE FROM council WHERE place = ?", (place,))).rowcount > 0


async def all_councils(source: Database | aiosqlite.Connection) -> list[Council]:
    """All councils that are read, by place."""
    return [_council(row) for row in await fetch(source, "SELECT * FROM council ORDER BY place")]


async def settle(conn: aiosqlite.Connection, place: str) -> bool:
    """Note that an editor knows that a council cannot be read or is quiet. False if it is not there."""
    return await settle_in(conn, TABLE, "place", place)


async def save(conn: aiosqlite.Connection, council: Council) -> None:
    """Keep what came of a reading."""
    await save_reading(conn, TABLE, "place", council.place, council.reading)


async def meetings_of(source: Database | aiosqlite.Connection, place: str) -> list[KnownMeeting]:
    """The meetings that were seen of a place's council, by their days."""
    rows = await fetch(source, "SELECT * FROM council_meeting WHERE place = ? ORDER BY day, meeting", (place,))
    return [_meeting(row) for row in rows]


async def save_meetings(conn: aiosqlite.Connection, place: str, found: Sequence[KnownMeeting], now: datetime) -> None:
    """Keep how meetings stand, and forget those of long ago."""
    await conn.executemany(
        "INSERT OR REPLACE INTO council_meeting"
        " (place, meeting, title, day, time, address, agenda, state, hit, agenda_mark, last_seen)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                place,
                known.meeting.id,
                known.meeting.title,
                known.meeting.day.isoformat(),
                known.meeting.time,
                known.meeting.address,
                known.meeting.agenda,
                known.state,
                known.hit,
                known.agenda_mark,
                stamp(now),
            )
            for known in found
        ],
    )
    old = (now - MEETINGS_KEPT).date().isoformat()
    await conn.execute("DELETE FROM council_meeting WHERE place = ? AND day < ?", (place, old))


def _council(row: sqlite3.Row) -> Council:
    return Council(row["place"], Platform(row["platform"]), row["client"], reading_of(row))


def _meeting(row: sqlite3.Row) -> KnownMeeting:
    meeting = Meeting(
        row["meeting"], row["title"], date.fromisoformat(row["day"]), row["time"], row["address"], row["agenda"]
    )
    return KnownMeeting(meeting, MeetingState(row["state"]), row["hit"], row["agenda_mark"])
