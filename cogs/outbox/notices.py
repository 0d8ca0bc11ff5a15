"""Who is told when something does not arrive: once who set the subscription, and the editors of our own faults."""

from __future__ import annotations

from datetime import datetime

import aiosqlite

from db.store import deliveries, subscriptions
from db.store.database import stamp
from db.store.deliveries import Delivery, NewDelivery, Target
from db.store.models import HomeServer

PAUSED_NOTICE = "paused"
FAILED_NOTICE = "failed"


async def tell_setter(conn: aiosqlite.Connection, subscription_id: int, why: str, now: datetime) -> None:
    """Note that a subscription is paused and, unless it was so already, put a message to its setter into the outbox."""
    setter = await subscriptions.pause(conn, subscription_id, why, now)
    if setter is None:
        return
    order = NewDelivery(
        PAUSED_NOTICE,
        Target("user", setter),
        key=f"{PAUSED_NOTICE}:{subscription_id}:{stamp(now)}",
        payload={"subscription": subscription_id},
    )
    await deliveries.enqueue_all(conn, [order], now)


async def tell_server(conn: aiosqlite.Connection, notice: Delivery, target: Target, now: datetime) -> None:
    """Put a notice that did not reach its person into the outbox again, for a channel of the server."""
    order = NewDelivery(PAUSED_NOTICE, target, key=f"{PAUSED_NOTICE}:{notice.id}:server", payload=notice.payload)
    await deliveries.enqueue_all(conn, [order], now)


async def tell_editors(conn: aiosqlite.Connection, failed: Delivery, home: HomeServer, now: datetime) -> None:
    """Put a message about a delivery that Discord refused into the outbox, for the editors' channel."""
    if failed.kind == FAILED_NOTICE:
        return
    order = NewDelivery(
        FAILED_NOTICE,
        Target("channel", home.review_channel, home.guild),
        key=f"{FAILED_NOTICE}:{failed.id}",
        payload={"delivery": failed.id},
    )
    await deliveries.enqueue_all(conn, [order], now)
