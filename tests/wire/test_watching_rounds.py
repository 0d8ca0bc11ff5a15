"""A round of all that is watched, by the bot's own database and register, over a web on this machine."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot import Tiewatch
from cogs.fetching import Fetcher
from cogs.kit.settings import Settings
from cogs.watching.rounds import MOST_COPIES_A_ROUND, MOST_LINKS_A_ROUND, Rounds
from db.record.models import ArchivedCopy
from db.store import councils, feeds
from db.store.copies import CopyState, jobs_of
from db.store.drafts import set_home
from db.store.editing_models import HomeServer
from db.store.records import read_record
from db.store.watched_models import QUIET_AFTER, Council, Platform, ReadingOutcome, SourceReading
from tests.web import PlainConnector, Web, web_of_sites
from tests.world import NOW

# The first source of the record, which has no copy yet.
FIRST = "13newsnow-nd"


@pytest.fixture
async def sites() -> AsyncIterator[Web]:
    """A web in which every page is missing, but for an archive that has one copy."""
    async with web_of_sites() as running:
        yield running


@pytest.fixture
async def bot(tmp_path: Path, first_start: Path) -> AsyncIterator[Tiewatch]:
    """The bot, opened and not connected."""
    path = tmp_path / "rounds.sqlite3"
    shutil.copyfile(first_start, path)
    opened = await Tiewatch.open(Settings(database=path), lambda: NOW)
    yield opened
    await opened.close()


async def test_a_round_looks_at_everything_that_is_due(
    bot: Tiewatch, sites: Web, caplog: pytest.LogCaptureFixture
) -> None:
    page = bot.register.record.sources[FIRST].url
    closest = {"status": "200", "available": True, "timestamp": "20220309000000"}
    sites.page("archive.org/wayback/available", json.dumps({"archived_snapshots": {"closest": closest}}))
    sites.page(f"web.archive.org/web/20220309000000id_/{page}", "<p>Norfolk suspends its tie with Kaliningrad</p>")
    sites.page("paper.example/feed", "<rss version='2.0'><channel><title>Paper</title></channel></rss>")
    async with bot.database.transaction() as conn:
        await feeds.add(conn, "http://paper.example/feed", (), NOW)
        await councils.add(conn, Council("juneau-ak", Platform.LEGISTAR, "juneau"), NOW)
    async with Fetcher("x@y.example", bot.clock, resolver=sites, connector=PlainConnector, between=0) as fetcher:
        with caplog.at_level(logging.INFO):
            await Rounds(bot, fetcher).go()
    assert not [entry for entry in caplog.records if entry.levelno >= logging.ERROR]
    sources = list(bot.register.record.sources.values())
    copy = ArchivedCopy(f"https://web.archive.org/web/20220309000000/{page}", date(2022, 3, 9))
    assert bot.register.record.sources[FIRST].copies == (copy,)
    assert (await read_record(bot.database)).sources[FIRST].copies == (copy,)
    jobs = await jobs_of(bot.database, sources)
    assert sum(job.state is not CopyState.WANTED or job.tries > 0 for job in jobs) == MOST_COPIES_A_ROUND
    looked = await bot.database.read("SELECT count(*) AS number FROM link WHERE looked_on IS NOT NULL")
    assert looked[0]["number"] == MOST_LINKS_A_ROUND
    (feed,), (council,) = await feeds.all_feeds(bot.database), await councils.all_councils(bot.database)
    assert (feed.reading.outcome, council.reading.outcome) == (ReadingOutcome.EMPTY, ReadingOutcome.UNREADABLE)


def stopped_at(moment: datetime) -> Callable[[], datetime]:
    """A clock that stands."""
    return lambda: moment


async def words_in_the_review_channel(bot: Tiewatch) -> int:
    """How many words that work waits are kept for the review channel."""
    rows = await bot.database.read("SELECT count(*) AS number FROM delivery WHERE kind = 'new_work'")
    return int(rows[0]["number"])


async def test_what_goes_quiet_or_fails_for_a_week_is_told_once_and_again_when_it_happens_again(
    bot: Tiewatch, sites: Web
) -> None:
    """A feed and a council, of which nothing new comes for two months; then the feed fails."""
    item = "<item><guid>1</guid><title>Budget</title></item>"
    sites.page("paper.example/feed", f"<rss version='2.0'><channel><title>Paper</title>{item}</channel></rss>")
    sites.page("webapi.legistar.com/v1/juneau/events", "[]", headers={"Content-Type": "application/json"})
    async with bot.database.transaction() as conn:
        await set_home(conn, HomeServer(guild=1, editor_role=2, review_channel=3), by=4, at=NOW)
        await feeds.add(conn, "http://paper.example/feed", (), NOW)
        await councils.add(conn, Council("juneau-ak", Platform.LEGISTAR, "juneau"), NOW)
    heard = []
    async with Fetcher("x@y.example", bot.clock, resolver=sites, connector=PlainConnector, between=0) as fetcher:
        for days in (0, 59, 60, 61, 62, 63, 69, 70, 71, 78):
            if days == 63:
                sites.page("paper.example/feed", "what is this", status=500)
            bot.clock = stopped_at(NOW + timedelta(days=days))
            for part in (rounds := Rounds(bot, fetcher)).read_councils, rounds.read_feeds, rounds.tell_editors:
                await part()
            heard.append(await words_in_the_review_channel(bot))
    assert heard == [0, 0, 1, 1, 1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    ("day", "is_quiet"), [(NOW - QUIET_AFTER, True), (NOW - QUIET_AFTER + timedelta(seconds=1), False), (NOW, False)]
)
def test_quiet_begins_after_sixty_days_and_what_fails_is_not_quiet(day: datetime, is_quiet: bool) -> None:
    reading = SourceReading(NOW, ReadingOutcome.READ, spoke_at=day)
    assert reading.is_quiet(NOW) is is_quiet
    assert not reading.went(ReadingOutcome.UNREADABLE, "500", NOW).is_quiet(NOW)
    assert not SourceReading(NOW, ReadingOutcome.READ, spoke_at=NOW + timedelta(days=30)).is_quiet(NOW), (
        "a meeting is to come"
    )


@pytest.mark.expects_errors
async def test_a_part_that_fails_holds_up_no_other(bot: Tiewatch, sites: Web, caplog: pytest.LogCaptureFixture) -> None:
    async with bot.database.transaction() as conn:
        await feeds.add(conn, "http://paper.example/feed", (), NOW)
        await conn.execute("UPDATE feed SET outcome = 'never heard of'")
    async with Fetcher("x@y.example", bot.clock, resolver=sites, connector=PlainConnector, between=0) as fetcher:
        await Rounds(bot, fetcher).go()
    failed = [entry.getMessage() for entry in caplog.records if entry.levelno >= logging.ERROR]
    assert failed == ["A part of a round failed"] * 2, "reading feeds, and telling of them"
    looked = await bot.database.read("SELECT count(*) AS number FROM link WHERE looked_on IS NOT NULL")
    assert looked[0]["number"] == MOST_LINKS_A_ROUND
