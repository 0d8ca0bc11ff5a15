"""Whether what is old may be deleted: not at the first look of a clock that has moved on by more than a week.

A machine that starts with a wrong date would else delete at once what people wrote. A bot that stood still for longer
waits for the same hour.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import aiosqlite

from db.store import meta
from db.store.database import Transaction, fetch, stamp, unstamp

log = logging.getLogger(__name__)

LONGEST_STEP = timedelta(days=7)
SECOND_LOOK = timedelta(hours=1)
# Under which keys it is remembered when it was last looked, and since when the clock is doubted.
_SEEN, _DOUBTED = "clock_seen", "clock_doubted"


async def may_delete(conn: Transaction, now: datetime) -> bool:
    """Whether the clock is believed, in the transaction that would delete; asked at least once a week."""
    seen = await _read(conn, _SEEN)
    if seen is not None and now - seen > LONGEST_STEP and not await _is_second_look(conn, now):
        return False
    await meta.set_value(conn, _SEEN, stamp(now))
    await conn.execute("DELETE FROM meta WHERE key = ?", (_DOUBTED,))
    return True


async def _is_second_look(conn: Transaction, now: datetime) -> bool:
    doubted = await _read(conn, _DOUBTED)
    if doubted is not None and doubted <= now:
        return now - doubted >= SECOND_LOOK
    log.warning("The clock has moved on by more than a week: nothing is deleted within the next hour")
    await meta.set_value(conn, _DOUBTED, stamp(now))
    return False


async def _read(conn: aiosqlite.Connection, key: str) -> datetime | None:
    rows = await fetch(conn, "SELECT value FROM meta WHERE key = ?", (key,))
    return unstamp(rows[0]["value"]) if rows else None
