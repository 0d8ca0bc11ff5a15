"""The rounds: every few minutes a little of what is due. What was read, and what was found, is kept in the database."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeAlias, TypeVar

from cogs.fetching import Fetcher
from cogs.kit.bot import TiewatchBot
from cogs.watching.archive import Wayback
from cogs.watching.beside import beside
from cogs.watching.copies import WantedCopy, next_step
from cogs.watching.councils import BETWEEN
from cogs.watching.councils import read_one as read_council
from cogs.watching.feeds import read_one as read_feed
from cogs.watching.links import keep, look_at_all
from cogs.watching.proof import day_of, expected_of
from db.record.link_states import is_due
from db.record.models import Source
from db.record.pages import archived_on
from db.record.register import Register
from db.store import copies, councils, feeds, links
from db.store.copies import CopyJob, CopyState
from db.store.database import Database
from db.store.new_work import tell_of_new_work
from db.store.watched_models import Council, Feed

log = logging.getLogger(__name__)

T = TypeVar("T", Feed, Council)
ReadOne: TypeAlias = Callable[[Database, Register, Fetcher, T, datetime], Awaitable[int]]

MOST_LINKS_A_ROUND = 60
MOST_COPIES_A_ROUND = 20
MOST_FEEDS_A_ROUND = 150
MOST_COUNCILS_A_ROUND = 40
LANES = 8


class Rounds:
    """What is done in a round, each part for itself: one that fails is logged, and holds up no other."""

    def __init__(self, bot: TiewatchBot, fetcher: Fetcher) -> None:
        self._bot = bot
        self._fetcher = fetcher
        self._archive = Wayback(fetcher, bot.settings.archive_keys)

    async def go(self) -> None:
        """One round."""
        for part in (self.read_councils, self.read_feeds, self.tell_editors, self.look_at_links, self.find_copies):
            try:
                await part()
            except Exception:
                log.exception("A part of a round failed")

    async def look_at_links(self) -> None:
        """Look at the links that are due."""
        today = self._bot.today
        known = await links.links_of(self._bot.database, self._bot.register.record.sources.values())
        due = [link for link in known if is_due(link, today)][:MOST_LINKS_A_ROUND]
        if due:
            seen = await look_at_all(self._fetcher, due, today)
            await keep(self._bot.database, seen)
            log.info("Links looked at", extra={"links": len(seen), "broken": sum(link.broken for link in seen)})

    async def find_copies(self) -> None:
        """Go on with the copies that are due; what is a copy itself needs none."""
        record = self._bot.register.record
        wanted = [source for source in record.sources.values() if archived_on(source.url) is None]
        jobs = await copies.jobs_of(self._bot.database, wanted)
        due = [(job, source) for job, source in zip(jobs, wanted, strict=True) if _is_due(job, source, self._bot)]
        found = 0
        for job, source in due[:MOST_COPIES_A_ROUND]:
            found += await self._find_copy(job, source)
        if due:
            log.info("Copies looked for", extra={"due": len(due), "found": found})

    async def read_feeds(self) -> None:
        """Read the feeds that are due."""
        now = self._bot.clock()
        due = [feed for feed in await feeds.all_feeds(self._bot.database) if feed.reading.is_due(now)]
        made = await self._read(read_feed, due[:MOST_FEEDS_A_ROUND], now)
        if due:
            async with self._bot.database.transaction() as conn:
                await feeds.prune(conn, now)
            log.info("Feeds read", extra={"due": len(due), "tips": made})

    async def read_councils(self) -> None:
        """Read the councils that are due."""
        now, known = self._bot.clock(), self._bot.register.record.places
        due = [
            council
            for council in await councils.all_councils(self._bot.database)
            if council.place in known and council.reading.is_due(now, BETWEEN)
        ]
        made = await self._read(read_council, due[:MOST_COUNCILS_A_ROUND], now)
        if due:
            log.info("Councils read", extra={"due": len(due), "tips": made})

    async def tell_editors(self) -> None:
        """Let the review channel hear, once, of what has failed for a week or is quiet for long."""
        now, database = self._bot.clock(), self._bot.database
        feeds_wrong = [feed for feed in await feeds.all_feeds(database) if feed.reading.is_news(now)]
        councils_wrong = [found for found in await councils.all_councils(database) if found.reading.is_news(now)]
        if not feeds_wrong and not councils_wrong:
            return
        async with database.transaction() as conn:
            for feed in feeds_wrong:
                await feeds.save(conn, replace(feed, reading=replace(feed.reading, told_at=now)))
            for found in councils_wrong:
                await councils.save(conn, replace(found, reading=replace(found.reading, told_at=now)))
            await tell_of_new_work(conn, now)
        log.warning(
            "Something that is watched fails or is quiet", extra={"number": len(feeds_wrong) + len(councils_wrong)}
        )

    async def _read(self, read: ReadOne[T], due: Sequence[T], now: datetime) -> int:
        """Read things, several at a time; of one that fails the others know nothing. How many tips were made."""
        ahead, made = deque(due), 0

        async def lane() -> None:
            nonlocal made
            while ahead:
                each = ahead.popleft()
                try:
                    made += await read(self._bot.database, self._bot.register, self._fetcher, each, now)
                except Exception:
                    log.exception("Something that is watched could not be read", extra={"what": type(each).__name__})

        await asyncio.gather(*(lane() for _ in range(LANES)))
        return made

    async def _find_copy(self, job: CopyJob, source: Source) -> bool:
        register = self._bot.register
        wish = await beside(_wish, source, register, self._bot.today)
        step = await next_step(self._archive, job, wish, self._bot.clock())
        async with self._bot.database.transaction() as conn:
            await copies.save_job(conn, step.job)
            changed = await copies.add_copy(conn, source.id, step.copy) if step.copy else None
        if changed is not None:
            register.replace_source(changed)
        return changed is not None


def _wish(source: Source, register: Register, today: date) -> WantedCopy:
    return WantedCopy(day_of(source, register.record.ties.values(), today), expected_of(source, register))


def _is_due(job: CopyJob, source: Source, bot: TiewatchBot) -> bool:
    if job.next_at is not None:
        return job.next_at <= bot.clock()
    return job.state is CopyState.WANTED and not source.copies
