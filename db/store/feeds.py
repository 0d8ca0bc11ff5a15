"""Feeds that editors listed: when each is due, what was read of it, and which of its items are known."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import aiosqlite
from rapidfuzz import fuzz

from db.store.database import Database, fetch, stamp, unstamp
from db.store.watched_models import Feed, Item, ReadingOutcome, SourceReading

TABLE = "feed"
ITEMS_KEPT = timedelta(days=180)
# One headline in two wordings, within two weeks, is one item.
ALIKE = 95
ALIKE_FOR = timedelta(days=14)
MOST_FEEDS = 1000
# The second condition says what the index holds; without it SQLite would read every item.
_OF_PAGE = "SELECT 1 FROM feed_item WHERE page = ? AND page <> '' LIMIT 1"


async def add(conn: aiosqlite.Connection, address: str, covers: Sequence[str], now: datetime) -> bool:
    """List a feed, or change what a listed one covers; whether it is new. Raises OverflowError over 1,000 feeds."""
    rows = await fetch(conn, "SELECT count(*) AS number, sum(address = ?) AS known FROM feed", (address,))
    if rows[0]["number"] >= MOST_FEEDS and not rows[0]["known"]:
        raise OverflowError(MOST_FEEDS)
    await conn.execute(
        "INSERT INTO feed (address, title, covers, added_at) VALUES (?, '', ?, ?)"
        " ON CONFLICT (address) DO UPDATE SET covers = excluded.covers",
        (address, json.dumps(list(covers)), stamp(now)),
    )
    return not rows[0]["known"]


async def remove(conn: aiosqlite.Connection, address: str) -> bool:
    """Take a feed off the list, with what is known of it. False if it is not there."""
    return (await conn.execute("DELETE FROM feed WHERE address = ?", (address,))).rowcount > 0


async def all_feeds(source: Database | aiosqlite.Connection) -> list[Feed]:
    """All feeds, in the order in which they were listed."""
    return [_feed(row) for row in await fetch(source, "SELECT * FROM feed ORDER BY id")]


async def settle(conn: aiosqlite.Connection, address: str) -> bool:
    """Note that an editor knows that a feed fails or is quiet. False if it is not there."""
    return await settle_in(conn, TABLE, "address", address)


async def settle_in(conn: aiosqlite.Connection, table: str, column: str, name: str) -> bool:
    """Note that an editor knows what is wrong now. The names of table and column are the program's own."""
    cursor = await conn.execute(
        f"UPDATE {table} SET settled = failing_since IS NOT NULL, silence_known = failing_since IS NULL"  # noqa: S608
        f" WHERE {column} = ?",
        (name,),
    )
    return cursor.rowcount > 0


async def save(conn: aiosqlite.Connection, feed: Feed) -> None:
    """Keep what was read of a feed."""
    await conn.execute(
        "UPDATE feed SET title = ?, etag = ?, modified = ?, tips_on = ?, tips = ?, left_out = ? WHERE id = ?",
        (
            feed.title,
            feed.etag,
            feed.modified,
            feed.tips_on.isoformat() if feed.tips_on else "",
            feed.tips,
            feed.left_out,
            feed.id,
        ),
    )
    await save_reading(conn, "feed", "id", feed.id, feed.reading)


async def save_reading(
    conn: aiosqlite.Connection, table: str, column: str, name: int | str, reading: SourceReading
) -> None:
    """Keep what came of a reading. The names of table and column are the program's own."""
    await conn.execute(
        f"UPDATE {table} SET read_at = ?, outcome = ?, why = ?, next_at = ?, fails = ?, failing_since = ?, settled = ?,"  # noqa: S608
        f" spoke_at = ?, silence_known = ?, told_at = ? WHERE {column} = ?",
        (
            _stamp(reading.read_at),
            reading.outcome or "",
            reading.why,
            _stamp(reading.next_at),
            reading.fails,
            _stamp(reading.failing_since),
            reading.settled,
            _stamp(reading.spoke_at),
            reading.silence_known,
            _stamp(reading.told_at),
            name,
        ),
    )


async def new_items(conn: aiosqlite.Connection, feed: int, items: Iterable[Item], now: datetime) -> list[Item]:
    """Those of a feed's items that are new, in their order; all are known from now on.

    An item is known by its id in the feed, by its page in any feed, or by a headline much like one of the last two
    weeks in this feed.
    """
    recent = [
        row["title"]
        for row in await fetch(
            conn,
            "SELECT title FROM feed_item WHERE feed = ? AND first_seen > ? AND title <> ''",
            (feed, stamp(now - ALIKE_FOR)),
        )
    ]
    by_id = await known_ids(conn, feed)
    found = []
    for item in items:
        known = item.guid in by_id or (item.page and await fetch(conn, _OF_PAGE, (item.page,)))
        if not known and not any(fuzz.ratio(item.title, title) >= ALIKE for title in recent):
            found.append(item)
            recent.append(item.title)
        await conn.execute(
            "INSERT INTO feed_item (feed, guid, page, title, first_seen, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?5)"
            " ON CONFLICT (feed, guid) DO UPDATE SET last_seen = excluded.last_seen",
            (feed, item.guid, item.page, item.title, stamp(now)),
        )
    return found


async def known_ids(source: Database | aiosqlite.Connection, feed: int) -> frozenset[str]:
    """The ids of the items of a feed that are known."""
    rows = await fetch(source, "SELECT guid FROM feed_item WHERE feed = ?", (feed,))
    return frozenset(row["guid"] for row in rows)


async def prune(conn: aiosqlite.Connection, now: datetime) -> None:
    """Forget items that have not stood in their feed for half a year."""
    await conn.execute("DELETE FROM feed_item WHERE last_seen < ?", (stamp(now - ITEMS_KEPT),))


def reading_of(row: sqlite3.Row) -> SourceReading:
    """What came of the readings of a row."""
    return SourceReading(
        _moment(row["read_at"]),
        ReadingOutcome(row["outcome"]) if row["outcome"] else None,
        row["why"],
        _moment(row["next_at"]),
        row["fails"],
        _moment(row["failing_since"]),
        bool(row["settled"]),
        _moment(row["spoke_at"]),
        bool(row["silence_known"]),
        _moment(row["told_at"]),
    )


def _feed(row: sqlite3.Row) -> Feed:
    return Feed(
        row["id"],
        row["address"],
        row["title"],
        tuple(json.loads(row["covers"])),
        reading_of(row),
        row["etag"],
        row["modified"],
        date.fromisoformat(row["tips_on"]) if row["tips_on"] else None,
        row["tips"],
        row["left_out"],
    )


def _stamp(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None


def _moment(text: str | None) -> datetime | None:
    return unstamp(text) if text else None
