"""Looks at every link at once, from the machine's command line: `python bot.py check --links`."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from cogs.fetching import Fetcher
from cogs.watching.links import keep, look_at_all
from cogs.watching.sentences import report
from db.record.link_states import Link
from db.record.models import Source
from db.store.database import Database, read_only
from db.store.links import links_of
from db.store.records import read_record


async def check_links(
    fetcher: Fetcher, database: Path, otherwise: Mapping[str, Source], now: datetime
) -> tuple[str, ...]:
    """Look at the links of the record in the database, and keep how they stand; a line each, and the counts first.

    Where there is no database, those of ``otherwise`` are looked at, and nothing is kept. Raises DatabaseError for a
    database of another version, one without a record, and one that cannot be written.
    """
    if not await asyncio.to_thread(database.exists):
        unknown = [Link(source.id, source.url) for source in otherwise.values()]
        return tuple(report(await look_at_all(fetcher, unknown, now.date())))
    async with read_only(database) as conn:  # refuses another version, which opening would bring up to date
        sources = (await read_record(conn)).sources
    opened = await Database.open(database)
    try:
        seen = await look_at_all(fetcher, await links_of(opened, sources.values()), now.date())
        await keep(opened, seen)
    finally:
        await opened.close()
    return tuple(report(seen))
