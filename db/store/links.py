"""How the links of the record's sources stand: kept after every look, settled by editors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

import aiosqlite

from db.record.link_states import Link, LinkState
from db.record.models import Source
from db.store.database import Database

TABLE = "link"
_PUT = (
    "INSERT INTO link (source, address, state, strikes, struck_on, looked_on, since, why, leads_to, settled)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (source) DO UPDATE SET address = excluded.address, state = excluded.state,"
    " strikes = excluded.strikes, struck_on = excluded.struck_on, looked_on = excluded.looked_on,"
    " since = excluded.since, why = excluded.why, leads_to = excluded.leads_to, settled = excluded.settled"
)


async def links_of(database: Database, sources: Iterable[Source]) -> list[Link]:
    """What is known of the links of some sources, in their order; of a new address nothing is known."""
    known = {row["source"]: _link(row) for row in await database.read("SELECT * FROM link")}
    return [
        found if (found := known.get(source.id)) and found.address == source.url else Link(source.id, source.url)
        for source in sources
    ]


async def save(conn: aiosqlite.Connection, link: Link) -> None:
    """Keep how a link stands, in place of what was kept."""
    days = [day.isoformat() if day else None for day in (link.struck_on, link.looked_on, link.since)]
    await conn.execute(
        _PUT, (link.source, link.address, link.state, link.strikes, *days, link.why, link.leads_to, link.settled)
    )


async def settle(conn: aiosqlite.Connection, link: Link) -> bool:
    """Note that an editor has dealt with how a link stands. False if it stands otherwise by now."""
    cursor = await conn.execute(
        "UPDATE link SET settled = 1 WHERE source = ? AND address = ? AND state = ? AND leads_to = ?",
        (link.source, link.address, link.state, link.leads_to),
    )
    return cursor.rowcount > 0


async def read_link(database: Database, source: str) -> Link | None:
    """What is known of the link of one source, by the source's id."""
    rows = await database.read("SELECT * FROM link WHERE source = ?", (source,))
    return _link(rows[0]) if rows else None


def _link(row: sqlite3.Row) -> Link:
    return Link(
        row["source"],
        row["address"],
        LinkState(row["state"]),
        row["strikes"],
        _day(row["struck_on"]),
        _day(row["looked_on"]),
        _day(row["since"]),
        why=row["why"],
        leads_to=row["leads_to"],
        settled=bool(row["settled"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
