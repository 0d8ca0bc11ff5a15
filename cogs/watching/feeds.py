"""Reads the feeds that editors listed, and hands in what is about a tie, as a machine's tip."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from cogs.fetching import Fetcher, FetchError
from cogs.watching import sentences
from cogs.watching.beside import beside
from cogs.watching.feed_reading import ReadFeed, read_feed
from cogs.watching.matter import Hit, find_matter
from cogs.watching.names import feed_name
from db.record.register import Register
from db.record.values import value
from db.store import feeds, tips
from db.store.database import Database
from db.store.tip_models import NewTip, TipSubject
from db.store.watched_models import Feed, Item, ReadingOutcome

# A few: what is more, waits in no queue, and is only counted.
MOST_TIPS_A_DAY = 3
# Of the first sister city in either country; what is older is a clock that was never set.
_OLDEST_NEWS = date(1973, 1, 1)


@value
class Fetched:
    """A feed as it was read, and what is to be sent along at the next time."""

    found: ReadFeed
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


async def fetch_feed(fetcher: Fetcher, feed: Feed) -> Fetched:
    """Read a feed from where it is."""
    try:
        page = await fetcher.fetch(feed.address, etag=feed.etag, modified=feed.modified)
    except FetchError as error:
        return Fetched(ReadFeed(ReadingOutcome.UNREADABLE, str(error)))
    if page.unchanged:
        return Fetched(ReadFeed(ReadingOutcome.READ, title=feed.title), feed.etag, feed.modified, unchanged=True)
    if not page.ok:
        return Fetched(ReadFeed(ReadingOutcome.UNREADABLE, sentences.answered_with(page.status)))
    if page.cut:
        return Fetched(ReadFeed(ReadingOutcome.UNREADABLE, sentences.TOO_LARGE))
    found = await beside(read_feed, page.body, page.content_type)
    return Fetched(found, page.etag, page.modified)


async def read_one(database: Database, register: Register, fetcher: Fetcher, feed: Feed, now: datetime) -> int:
    """Read a feed, keep what came of it, and hand in what is about a tie; how many tips were made."""
    fetched = await fetch_feed(fetcher, feed)
    found = fetched.found
    reading = feed.reading.went(found.outcome, found.why, now)
    # Beside the event loop, and before anything is noted: whatever is interrupted, no item is known and was not read.
    known = await feeds.known_ids(database, feed.id)
    unknown = [] if feed.is_new else [item for item in found.items if item.guid not in known]
    hits = await beside(_hits, unknown, register, feed.covers)
    async with database.transaction() as conn:
        if found.outcome is ReadingOutcome.UNREADABLE:
            await feeds.save(conn, replace(feed, reading=reading))
            return 0
        fresh = await feeds.new_items(conn, feed.id, found.items, now)
        wanted = [(item, hits[item.guid]) for item in fresh if item.guid in hits]
        room = MOST_TIPS_A_DAY - (feed.tips if feed.tips_on == now.date() else 0)
        made = 0
        for item, hit in wanted[:room]:
            made += await tips.add(conn, _tip(feed, item, hit, now), now) is not None
        left_out = len(wanted[room:]) + (feed.left_out if feed.tips_on == now.date() else 0)
        await feeds.save(
            conn,
            replace(
                feed,
                title=found.title or feed.title,
                reading=reading.spoke(now if fresh else None),
                etag=fetched.etag,
                modified=fetched.modified,
                tips_on=now.date(),
                tips=MOST_TIPS_A_DAY - room + made,
                left_out=left_out,
            ),
        )
    return made


def _hits(items: Sequence[Item], register: Register, covers: Sequence[str]) -> dict[str, Hit]:
    """What items are about, by their ids; nothing for those that are about something else."""
    found = ((item.guid, find_matter(f"{item.title}. {item.summary}", register, covers)) for item in items)
    return {guid: hit for guid, hit in found if hit is not None}


def _is_likely(day: date, now: datetime) -> bool:
    """Whether a day is one on which news may have been published: a clock that is wrong says tomorrow, or 1970."""
    return _OLDEST_NEWS <= day <= now.date()


def _tip(feed: Feed, item: Item, hit: Hit, now: datetime) -> NewTip:
    said = f"{item.title}\n{item.summary}"
    return NewTip(
        what=TipSubject.OTHER,
        tie=hit.tie.id if hit.tie else "",
        place="" if hit.tie else hit.place.name,
        date=item.published.isoformat() if item.published and _is_likely(item.published, now) else "",
        address=item.address,
        words=sentences.found_in_feed(item.title, hit.words),
        page=item.page or None,
        machine=feed_name(feed),
        fingerprint=_mark(item.page or f"{feed.address} {item.guid}"),
        content=_mark(said),
        title=item.title,
    )


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
