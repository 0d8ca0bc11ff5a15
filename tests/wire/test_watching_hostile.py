"""Hostile and broken answers against what is watched: a feed, the lists of four platforms, an agenda.

Each is read well first; then comes what is here. What was known stays, nothing is cancelled, no tip is made, and the
reading ends in time.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from cogs.fetching import Fetcher
from cogs.watching import councils as reading_councils
from cogs.watching import feeds as reading_feeds
from db.record.register import Register
from db.store import councils, feeds, tips
from db.store.database import Database
from db.store.watched_models import Council, MeetingState, Platform, ReadingOutcome
from tests.web import Answer, PlainConnector, Web
from tests.world import NOW

SECONDS = 0.6
HELD = NOW.date() + timedelta(days=5)
NAMES_BOTH = "Juneau Assembly to vote on ending its tie with Vladivostok"
TITLE = f"Assembly - {HELD:%b %d, %Y} - 06:00 PM"
MEBIBYTES = b"a" * 3 * 1024 * 1024


def rss(*titles: str) -> str:
    """A feed with items of these headlines."""
    items = (f"<item><guid>{title}</guid><title>{title}</title></item>" for title in titles)
    return f"<rss version='2.0'><channel><title>The Paper</title>{''.join(items)}</channel></rss>"


@dataclass(frozen=True, slots=True)
class Listed:
    """How a platform tells of its only meeting: where, and with which answer."""

    platform: Platform
    client: str
    where: str
    answer: str


LISTS = (
    Listed(
        Platform.LEGISTAR,
        "juneau",
        "webapi.legistar.com/v1/juneau/events",
        json.dumps([{"EventId": 7, "EventBodyName": "Assembly", "EventDate": f"{HELD}T00:00:00"}]),
    ),
    Listed(Platform.GRANICUS, "juneau/2", "juneau.granicus.com/ViewPublisherRSS.php", rss(TITLE)),
    Listed(
        Platform.PRIMEGOV,
        "juneau",
        "juneau.primegov.com/api/v2/PublicPortal/ListUpcomingMeetings",
        json.dumps([{"id": 7, "title": "Assembly", "dateTime": f"{HELD}T18:00:00"}]),
    ),
    Listed(
        Platform.CIVICCLERK,
        "juneau",
        "juneau.api.civicclerk.com/v1/Events",
        json.dumps({"value": [{"id": 7, "eventName": "Assembly", "startDateTime": f"{HELD}T18:00:00"}]}),
    ),
)
FEED = "paper.example/feed"


def says(body: bytes | str, **headers: str) -> Answer:
    """An answer of these bytes."""

    async def answer(request: web.Request) -> web.StreamResponse:
        content = body.encode() if isinstance(body, str) else body
        return web.Response(body=content, headers={name.replace("_", "-"): value for name, value in headers.items()})

    return answer


async def drips(request: web.Request) -> web.StreamResponse:
    """An answer that never ends, a byte at a time."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.05)


def leads_to(address: str) -> Answer:
    """A redirect."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": address})

    return answer


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><html><body>&i;</body></html>"
)
CHALLENGE = f"<html><title>Just a moment...</title><p>Are you human? {NAMES_BOTH}</p></html>"
HOSTILE: dict[str, Answer] = {
    "huge": says(MEBIBYTES),
    "a bomb": says(gzip.compress(b"[" + b" " * 60_000_000), Content_Encoding="gzip"),
    "slow": drips,
    "entities": says(LAUGHS, Content_Type="text/xml"),
    "a file of this machine": says(
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
    ),
    "a redirect inwards": leads_to("http://127.0.0.1/secret"),
    "a redirect to a cloud's own address": leads_to("http://169.254.169.254/latest/meta-data/"),
    "a page for people": says(CHALLENGE, Content_Type="text/html"),
    "a page for people that calls itself JSON": says(CHALLENGE, Content_Type="application/json"),
    "a picture": says(b"\x89PNG\r\n\x1a\n" + bytes(900), Content_Type="application/rss+xml"),
    "another layout": says(json.dumps({"data": {"meetings": [{"when": str(HELD), "what": NAMES_BOTH}]}})),
    "another layout of a list": says(json.dumps([{"when": str(HELD), "what": NAMES_BOTH}] * 3)),
    "fields of other kinds": says(json.dumps([{"EventId": "7", "id": [], "EventDate": 7, "dateTime": {}}])),
    "deep": says(b"[" * 200_000),
    "a number without end": says(b'[{"EventId": ' + b"9" * 1_000_000 + b"}]"),
    "nothing": says(b""),
    "half an answer": says(b'[{"EventId": 7, "EventBo'),
}


@pytest.fixture
async def fetcher(sites: Web) -> AsyncIterator[Fetcher]:
    """Fetches from that web, with less patience than the shipped one."""
    options: dict[str, Any] = {"resolver": sites, "connector": PlainConnector, "between": 0, "seconds": SECONDS}
    async with Fetcher("me@tiewatch.example", lambda: NOW, **options) as made:
        yield made


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database."""
    opened = await Database.open(tmp_path / "hostile.sqlite3")
    yield opened
    await opened.close()


@pytest.fixture
def in_time() -> Callable[[float], None]:
    """Fails where more than so many seconds went by since the test began; a busy machine has half a minute for itself:
    what nobody cuts off would never end.
    """
    began = time.monotonic()

    def check(seconds: float) -> None:
        assert time.monotonic() - began < seconds + 30

    return check


@pytest.mark.parametrize("answer", HOSTILE.values(), ids=list(HOSTILE))
async def test_a_feed_keeps_what_is_known_whatever_comes(
    sites: Web,
    fetcher: Fetcher,
    database: Database,
    register: Register,
    answer: Answer,
    in_time: Callable[[float], None],
) -> None:
    sites.page(FEED, rss("Budget"))
    async with database.transaction() as conn:
        await feeds.add(conn, f"http://{FEED}", (), NOW)
    (feed,) = await feeds.all_feeds(database)
    await reading_feeds.read_one(database, register, fetcher, feed, NOW)
    sites.pages[FEED] = answer
    (feed,) = await feeds.all_feeds(database)
    assert await reading_feeds.read_one(database, register, fetcher, feed, NOW + timedelta(hours=6)) == 0
    in_time(3 * SECONDS)
    (after,) = await feeds.all_feeds(database)
    assert (after.reading.outcome, after.reading.read_at, after.title) == (ReadingOutcome.UNREADABLE, NOW, "The Paper")
    assert await feeds.known_ids(database, feed.id) == {"Budget"}
    assert sites.asked["127.0.0.1/secret"] == 0


@pytest.mark.parametrize("answer", HOSTILE.values(), ids=list(HOSTILE))
@pytest.mark.parametrize("listed", LISTS, ids=[listed.platform.value for listed in LISTS])
async def test_the_list_of_no_platform_cancels_or_finds_anything_whatever_comes(
    sites: Web,
    fetcher: Fetcher,
    database: Database,
    register: Register,
    listed: Listed,
    answer: Answer,
    in_time: Callable[[float], None],
) -> None:
    sites.page(listed.where, listed.answer)
    async with database.transaction() as conn:
        await councils.add(conn, Council("juneau-ak", listed.platform, listed.client), NOW)
    (council,) = await councils.all_councils(database)
    await reading_councils.read_one(database, register, fetcher, council, NOW)
    (before,) = await councils.meetings_of(database, "juneau-ak")
    sites.pages[listed.where] = answer
    (council,) = await councils.all_councils(database)
    assert await reading_councils.read_one(database, register, fetcher, council, NOW + timedelta(days=1)) == 0
    in_time(3 * SECONDS)
    (council,) = await councils.all_councils(database)
    assert (council.reading.outcome, council.reading.read_at) == (ReadingOutcome.UNREADABLE, NOW)
    (after,) = await councils.meetings_of(database, "juneau-ak")
    assert (after.meeting.id, after.state) == (before.meeting.id, MeetingState.COMING)
    assert sites.asked["127.0.0.1/secret"] == 0


AGENDA = "webapi.legistar.com/v1/juneau/events/7/eventitems"
# What is on no agenda, and what is: a page that names both sides is words like any other, for an editor to look at.
NO_AGENDA = {name: answer for name, answer in HOSTILE.items() if "people" not in name and "layout" not in name}


@pytest.mark.parametrize("answer", NO_AGENDA.values(), ids=list(NO_AGENDA))
async def test_an_agenda_that_cannot_be_read_leaves_its_meeting_as_it_was_found(
    sites: Web,
    fetcher: Fetcher,
    database: Database,
    register: Register,
    answer: Answer,
    in_time: Callable[[float], None],
) -> None:
    """The hit of the night before may go, where an agenda came; the meeting and its tip stay."""
    sites.page(LISTS[0].where, LISTS[0].answer)
    sites.page(AGENDA, json.dumps([{"EventItemTitle": "The tie with Vladivostok"}]))
    async with database.transaction() as conn:
        await councils.add(conn, Council("juneau-ak", Platform.LEGISTAR, "juneau"), NOW)
    (council,) = await councils.all_councils(database)
    assert await reading_councils.read_one(database, register, fetcher, council, NOW) == 1
    sites.pages[AGENDA] = answer
    (council,) = await councils.all_councils(database)
    assert await reading_councils.read_one(database, register, fetcher, council, NOW + timedelta(days=1)) == 0
    in_time(3 * SECONDS)
    (after,) = await councils.meetings_of(database, "juneau-ak")
    assert after.state is MeetingState.COMING
    assert len(await tips.waiting(database, 9)) == 1
    assert sites.asked["127.0.0.1/secret"] == 0


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("Fri, 27 Nov 2026 10:00:00 GMT", "2026-11-27"),
        ("Sun, 29 Nov 2026 09:00:00 +1400", "2026-11-28"),
        ("Mon, 30 Nov 2026 10:00:00 GMT", ""),
        ("Fri, 01 Jan 2100 10:00:00 GMT", ""),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ""),
        ("yesterday", ""),
    ],
)
async def test_a_feed_whose_clock_is_wrong_says_no_day(
    sites: Web, fetcher: Fetcher, database: Database, register: Register, published: str, date: str
) -> None:
    sites.page(FEED, rss("Budget"))
    async with database.transaction() as conn:
        await feeds.add(conn, f"http://{FEED}", (), NOW)
    (feed,) = await feeds.all_feeds(database)
    await reading_feeds.read_one(database, register, fetcher, feed, NOW)
    dated = f"<title>{NAMES_BOTH}</title><pubDate>{published}</pubDate>"
    sites.page(FEED, rss("Budget").replace("<title>Budget</title>", "<title>Budget</title></item><item>" + dated))
    (feed,) = await feeds.all_feeds(database)
    assert await reading_feeds.read_one(database, register, fetcher, feed, NOW) == 1
    (tip,) = await tips.waiting(database, 9)
    assert tip.date == date


@pytest.mark.parametrize("day", ["0001-01-01", "1970-01-01", "9999-12-31"])
@pytest.mark.parametrize("listed", [LISTS[0], LISTS[2], LISTS[3]], ids=["legistar", "primegov", "civicclerk"])
async def test_a_council_whose_clock_is_wrong_makes_no_tip_and_cancels_nothing_of_today(
    sites: Web, fetcher: Fetcher, database: Database, register: Register, listed: Listed, day: str
) -> None:
    wrong = listed.answer.replace(str(HELD), day).replace("Assembly", NAMES_BOTH)
    sites.page(listed.where, wrong)
    async with database.transaction() as conn:
        await councils.add(conn, Council("juneau-ak", listed.platform, listed.client), NOW)
    (council,) = await councils.all_councils(database)
    assert await reading_councils.read_one(database, register, fetcher, council, NOW) == 0
    found = await councils.meetings_of(database, "juneau-ak")
    assert all(known.state is MeetingState.PASSED for known in found)
    (council,) = await councils.all_councils(database)
    assert council.reading.next_at == NOW + reading_councils.BETWEEN
