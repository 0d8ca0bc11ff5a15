"""The word to the editors that new work waits, at most one an hour, put in with what brought it; and once a week the
word of what has waited long.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import aiosqlite

from db.store import deliveries
from db.store.database import Transaction, fetch, stamp
from db.store.delivery_models import NO_PAYLOAD, DeliveryKind, NoPayload, Target
from db.store.drafts import read_home
from db.store.editing_models import HomeServer

NEW_WORK = DeliveryKind("new_work", NoPayload)
LONG_WAITING = DeliveryKind("long_waiting", NoPayload)
_HOUR = timedelta(hours=1)


async def tell_of_new_work(conn: Transaction, now: datetime) -> None:
    """Let the review channel hear that something new waits: now, or with the next hour if it heard within this one.

    Nothing is said before `/setup` chose a channel. The word is written when its turn comes, so it tells of all that
    waits then.
    """
    home = await read_home(conn)
    if home is None:
        return
    this = now.replace(minute=0, second=0, microsecond=0)
    due = this + _HOUR if await _is_on_its_way(conn, this, home) else None
    to = Target("channel", home.review_channel, home.guild)
    row = NEW_WORK.new(to, *_about(due or this, home), payload=NO_PAYLOAD, not_before=due)
    await deliveries.enqueue(conn, [row], now)


async def tell_of_long_waiting(conn: Transaction, week: datetime, now: datetime) -> None:
    """Let the review channel hear, once in the week that began then, of what has waited long, if the setup wants pings.

    The word is written when its turn comes: nothing is said of what was done meanwhile.
    """
    home = await read_home(conn)
    if home is None or not home.ping:
        return
    to = Target("channel", home.review_channel, home.guild)
    await deliveries.enqueue(conn, [LONG_WAITING.new(to, *_about(week, home), payload=NO_PAYLOAD)], now)


async def _is_on_its_way(conn: aiosqlite.Connection, hour: datetime, home: HomeServer) -> bool:
    """Whether the word of this hour was written already, so that it does not tell of what came after it."""
    key = NEW_WORK.key(*_about(hour, home))
    return bool(await fetch(conn, "SELECT 1 FROM delivery WHERE key = ? AND state <> 'pending'", (key,)))


def _about(hour: datetime, home: HomeServer) -> tuple[object, ...]:
    return stamp(hour), home.review_channel
