"""Makes the weekly digests when their hour has come, whenever the bot is up next; one a channel and hour."""

from __future__ import annotations

import logging
from datetime import datetime

import aiosqlite

from cogs.announcements.digest import Digest, gather, is_due
from cogs.kit.bot import TiewatchBot
from db.store import announcements, deliveries, subscriptions
from db.store.database import stamp
from db.store.deliveries import NewDelivery, Target
from db.store.models import DigestMode, Preferences, Subscription

log = logging.getLogger(__name__)


async def make_last(
    conn: aiosqlite.Connection, bot: TiewatchBot, found: Subscription, preferences: Preferences
) -> None:
    """Tell what a channel's digest has gathered, if it is to have none any more that came in place of announcements.

    ``found`` is the subscription as it was, ``preferences`` are the new ones. Once, in the transaction of the change.
    """
    if found.preferences.digest is not DigestMode.ONLY or preferences.digest is not DigestMode.OFF:
        return
    now = bot.clock()
    news = await announcements.news_after(conn, found.digest_seq)
    digest = gather(found, news, bot.register, now)
    if digest is not None and digest.news:
        await deliveries.enqueue_all(conn, [_order(found, digest, now)], now)


def _order(found: Subscription, digest: Digest, moment: datetime) -> NewDelivery:
    return NewDelivery(
        kind="digest",
        to=Target("channel", found.channel, found.guild),
        key=f"digest:{found.id}:{stamp(moment)}",
        payload=digest.payload(),
        subscription=found.id,
        carries=digest.news,
    )


async def make_due(bot: TiewatchBot) -> int:
    """Put every digest that is due into the outbox, and note how far each channel has come; how many were made.

    A digest and the note of it are one transaction: whatever is interrupted, no week is told twice or left out.
    """
    now = bot.clock()
    hour = bot.settings.digest
    if not any(is_due(found, hour, now) for found in await subscriptions.lasting(bot.database)):
        return 0
    slot = hour.last(now)
    orders = []
    async with bot.database.transaction() as conn:
        due = [found for found in await subscriptions.lasting(conn) if is_due(found, hour, now)]
        if not due:
            return 0
        news = await announcements.news_after(conn, min(found.digest_seq for found in due))
        newest = max((seq for seq, _, _ in news), default=0)
        for found in due:
            digest = gather(found, news, bot.register, slot)
            await subscriptions.move_digest(conn, found.id, slot, max(newest, found.digest_seq))
            if digest is not None:
                orders.append(_order(found, digest, slot))
        await deliveries.enqueue_all(conn, orders, now)
    log.info("Weekly digests", extra={"due": len(due), "made": len(orders)})
    return len(orders)
