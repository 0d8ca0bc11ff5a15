"""Archived copies of the record's sources, and the work of finding them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

import aiosqlite

from db.record.codec import from_row, to_row
from db.record.models import ArchivedCopy, Source
from db.record.values import value
from db.store.database import Database, fetch, stamp, unstamp

TABLE = "copy_job"


class CopyState(StrEnum):
    """How far the work on a copy is. ``DOUBTFUL``: there is one, and it does not show what the page is cited for."""

    WANTED = "wanted"
    ASKED = "asked"
    KEPT = "kept"
    DOUBTFUL = "doubtful"
    NONE = "none"


@value
class CopyJob:
    """The work on a copy of one source. ``job`` is the archive's name for a copy that it was asked to make.

    ``next_at`` is when to go on, None for never. ``tries`` counts what failed since something went well. ``doubtful``
    is a copy that was read and does not show what the page is cited for.
    """

    source: str
    address: str
    state: CopyState = CopyState.WANTED
    job: str = ""
    next_at: datetime | None = None
    tries: int = 0
    why: str = ""
    doubtful: str = ""


async def add_copy(conn: aiosqlite.Connection, source_id: str, copy: ArchivedCopy) -> Source:
    """Add a copy to a source, in place of one at the same address; the source as it now is, copies oldest first.

    Raises KeyError for an unknown source.
    """
    rows = await fetch(conn, "SELECT * FROM source WHERE id = ?", (source_id,))
    if not rows:
        raise KeyError(source_id)
    source = from_row(Source, rows[0])
    kept = {known.url: known for known in source.copies} | {copy.url: copy}
    changed = replace(source, copies=tuple(sorted(kept.values(), key=lambda known: (known.taken, known.url))))
    await conn.execute("UPDATE source SET copies = ? WHERE id = ?", (to_row(changed)["copies"], source_id))
    return changed


async def jobs_of(database: Database, sources: Iterable[Source]) -> list[CopyJob]:
    """The work on copies of some sources, in their order; for a new address it begins anew."""
    known = {row["source"]: _job(row) for row in await database.read("SELECT * FROM copy_job")}
    return [
        found if (found := known.get(source.id)) and found.address == source.url else CopyJob(source.id, source.url)
        for source in sources
    ]


async def save_job(conn: aiosqlite.Connection, job: CopyJob) -> None:
    """Keep how far the work on a copy is."""
    await conn.execute(
        "INSERT OR REPLACE INTO copy_job (source, address, state, job, next_at, tries, why, doubtful)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            job.source,
            job.address,
            job.state,
            job.job,
            stamp(job.next_at) if job.next_at else None,
            job.tries,
            job.why,
            job.doubtful,
        ),
    )


def merged(held: str, shipped: str) -> str:
    """The copies of a source, as JSON, that are held or that the dataset has: the dataset's word on each stands."""
    kept = {copy["url"]: copy for copy in (*json.loads(held), *json.loads(shipped))}
    return json.dumps(sorted(kept.values(), key=lambda copy: (copy["taken"], copy["url"])), ensure_ascii=False)


def _job(row: sqlite3.Row) -> CopyJob:
    return CopyJob(
        row["source"],
        row["address"],
        CopyState(row["state"]),
        row["job"],
        unstamp(row["next_at"]) if row["next_at"] else None,
        row["tries"],
        row["why"],
        row["doubtful"],
    )
