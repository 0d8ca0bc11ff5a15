"""Makes the weekly digests when their hour has come, whenever the bot is up next; one a channel and hour."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from cogs.announcements.digest import Digest, due_slot, gather
from cogs.kit.bot import TiewatchBot
from cogs.kit.schedule import WEEK, WeeklyTime
from db.store import announcements, subscriptions
from db.store.announcement_models import DIGEST
from db.store.database import Transaction, stamp
from db.store.delivery_models import NewDelivery, Target
from db.store.subscription_models import DigestMode, Preferences, Subscription

log = logging.getLogger(__name__)


async def make_last(conn: Transaction, bot: TiewatchBot, found: Subscription, preferences: Preferences) -> None:
    """Tell what a channel's digest has gathered, if it is to have none any more that came in place of announcements.

    ``found`` is the subscription as it was, ``preferences`` are the new ones. Once, in the transaction of the change.
    """
    if found.preferences.digest is not DigestMode.ONLY or preferences.digest is not DigestMode.OFF:
        return
    now = bot.clock()
    news = await announcements.news_after(conn, found.digest_seq)
    mended = await announcements.corrections_for(conn, found.channel, found.digest_seq)
    digest = gather(found, news, mended, bot.register, since=found.digest_until, until=now)
    if digest is not None and digest.news:
        await announcements.enqueue_news(conn, [(_row(found, digest, now), digest.news)], now)


def _row(found: Subscription, digest: Digest, moment: datetime) -> NewDelivery:
    to = Target("channel", found.channel, found.guild)
    return DIGEST.new(to, found.id, stamp(moment), payload=digest.payload(), stream=found.stream)


async def make_due(bot: TiewatchBot) -> None:
    """Put every digest that is due into the outbox, and note how far each channel has come.

    A digest and the note of it are one transaction: whatever is interrupted, no week is told twice or left out.
    """
    now = bot.clock()
    hour = bot.settings.digest
    if not _due(await subscriptions.lasting(bot.database), hour, now):
        return
    rows = []
    async with bot.database.transaction() as conn:
        due = _due(await subscriptions.lasting(conn), hour, now)
        if not due:
            return
        news = await announcements.news_after(conn, min(found.digest_seq for found, _ in due))
        newest = max((seq for seq, _, _ in news), default=0)
        for found, slot in due:
            mended = await announcements.corrections_for(conn, found.channel, found.digest_seq)
            since = min(found.digest_until, slot - WEEK)
            digest = gather(found, news, mended, bot.register, since=since, until=slot)
            await subscriptions.move_digest(conn, found.id, slot, max(newest, found.digest_seq))
            if digest is not None:
                rows.append((_row(found, digest, slot), digest.news))
        await announcements.enqueue_news(conn, rows, now)
    log.info("Weekly digests", extra={"due": len(due), "made": len(rows)})


def _due(found: Iterable[Subscription], hour: WeeklyTime, now: datetime) -> list[tuple[Subscription, datetime]]:
    """Those whose digest is to be made, with the hour that it is of."""
    slots = ((subscription, due_slot(subscription, hour, now)) for subscription in found)
    return [(subscription, slot) for subscription, slot in slots if slot is not None]
