"""A night of reading: all places' councils and 300 feeds, against a web on this machine; time, memory, answers."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from aiohttp import web

from bot import Tiewatch
from cogs.fetching import SECONDS_BETWEEN, Fetcher
from cogs.kit.settings import Settings
from cogs.lookup.answers.answer import answer
from cogs.watching.rounds import Rounds
from db.store import councils, feeds, tips
from db.store.watched_models import Council, Platform
from tests.bench.figures import Figure, percentile, resident
from tests.web import PlainConnector, Web, web_of_sites
from tests.world import NOW

# One council a place: the 106 ties that ship are of 104 places.
PLACES, FEEDS, ITEMS, MEETINGS = 104, 300, 40, 6
MINUTES_OF_A_NIGHT = 8 * 60
_MEBIBYTE = 1024 * 1024
_PAUSE = 0.01
_WORDS = """
    road school budget harbour library trail snow council hearing bridge parade museum ferry clinic garden market
    storm election police airport river festival teacher housing water bus forest mayor visit Portland Chicago
    Alaska Oregon friends letter vote street theatre music winter summer harvest factory union strike court
""".split()
_QUESTION = "is Portland still paired with Khabarovsk?"


async def measure() -> AsyncIterator[Figure]:
    """Two nights: the first finds everything new, the second is as nights are."""
    with TemporaryDirectory() as folder:
        async with _bot(Path(folder)) as bot, web_of_sites() as sites:
            await list_all(bot)
            put_up(sites, bot.today, night=1)
            async with Fetcher(
                "bench@tiewatch.example", bot.clock, resolver=sites, connector=PlainConnector, between=0
            ) as fetcher:
                rounds = Rounds(bot, fetcher)
                quiet = await _answers(bot, asyncio.create_task(asyncio.sleep(3)))
                before = resident()
                began = time.monotonic()
                await _answers(bot, asyncio.create_task(_night(rounds)))
                yield Figure("watching", "first night, at no pace", time.monotonic() - began, "s", 300, 120)
                put_up(sites, bot.today, night=2)
                sites.asked.clear()
                await _make_due(bot)
                began = time.monotonic()
                busy = await _answers(bot, asyncio.create_task(_night(rounds)))
                yield Figure("watching", "a night, at no pace", time.monotonic() - began, "s", 300, 120)
                busiest = max(_by_host(sites).values())
                minutes = busiest * SECONDS_BETWEEN / 60
                yield Figure(
                    "watching", "a night at the pace of the busiest host", minutes, "min", MINUTES_OF_A_NIGHT, 120
                )
                yield Figure(
                    "watching", "memory more after two nights", (resident() - before) / _MEBIBYTE, "MB", 60, 30
                )
                yield Figure("watching", "an answer meanwhile, p50", percentile(busy, 50), "ms")
                yield Figure("watching", "an answer meanwhile, p99", percentile(busy, 99), "ms", 50, 20)
                yield Figure("watching", "an answer in quiet, p99", percentile(quiet, 99), "ms")
                yield Figure("watching", "tips made", len(await tips.waiting(bot.database, 9999)), "")


@asynccontextmanager
async def _bot(folder: Path) -> AsyncIterator[Tiewatch]:
    logging.getLogger("cogs.watching").setLevel(logging.ERROR)
    opened = await Tiewatch.open(Settings(database=folder / "bench.sqlite3"), lambda: NOW)
    answer(_QUESTION, opened.register, opened.today)  # what is made once is made before
    try:
        yield opened
    finally:
        await opened.close()


async def list_all(bot: Tiewatch) -> None:
    """List the feeds and councils to be read."""
    places = sorted({tie.us for tie in bot.register.record.ties.values()})
    async with bot.database.transaction() as conn:
        for number in range(PLACES):
            place = places[number % len(places)]
            await councils.add(conn, Council(place, list(Platform)[number % 4], _client(number)), NOW)
        for number in range(FEEDS):
            await feeds.add(conn, f"http://feed{number}.example/rss", (), NOW)


def _client(number: int) -> str:
    return f"city{number}/1" if number % 4 == 1 else f"city{number}"


async def _make_due(bot: Tiewatch) -> None:
    async with bot.database.transaction() as conn:
        await conn.execute("UPDATE feed SET next_at = NULL")
        await conn.execute("UPDATE council SET next_at = NULL")


async def _night(rounds: Rounds) -> None:
    """As many rounds as it takes."""
    for _ in range(4):
        await rounds.read_councils()
        await rounds.read_feeds()


async def _answers(bot: Tiewatch, work: asyncio.Task[None]) -> list[float]:
    """How long an answer took, in ms, from the moment at which it was due, while something else is done."""
    took = []
    while not work.done():
        due = time.monotonic() + _PAUSE
        await asyncio.sleep(_PAUSE)
        answer(_QUESTION, bot.register, bot.today)
        took.append((time.monotonic() - due) * 1000)
    await work
    return took


def _by_host(sites: Web) -> Counter[str]:
    counted: Counter[str] = Counter()
    for where, times in sites.asked.items():
        counted[where.partition("/")[0]] += times
    return counted


def put_up(sites: Web, today: date, *, night: int) -> None:
    """The sites of a night: one feed in thirty has something about a tie, one council in twenty."""
    for number in range(FEEDS):
        sites.page(f"feed{number}.example/rss", _feed(number, night))
    for number in range(PLACES):
        for where in _asked(number):
            sites.pages[where] = lambda request: _council(request, today)


def _feed(number: int, night: int) -> str:
    random = Random(number * 10 + night)
    entries = "".join(_entry(number, night, index, random) for index in range(ITEMS))
    return f'<rss version="2.0"><channel><title>Town {number}</title>{entries}</channel></rss>'


def _entry(number: int, night: int, index: int, random: Random) -> str:
    said = " ".join(random.choices(_WORDS, k=60))
    about = "Juneau asks after Vladivostok" if number % 30 == 0 and index == 0 else ""
    link = f"http://feed{number}.example/{night}/{index}"
    title = f"{about} {said[:70]}"
    return f"<item><guid>{link}</guid><title>{title}</title><link>{link}</link><description>{said}</description></item>"


def _asked(number: int) -> list[str]:
    """Where a council's platform is asked for meetings and agendas."""
    client = f"city{number}"
    match number % 4:
        case 0:
            root = f"webapi.legistar.com/v1/{client}/events"
            return [root, *(f"{root}/{meeting}/eventitems" for meeting in range(MEETINGS))]
        case 1:
            return [f"{client}.granicus.com/ViewPublisherRSS.php", f"{client}.granicus.com/agenda"]
        case 2:
            root = f"{client}.primegov.com"
            return [f"{root}/api/v2/PublicPortal/ListUpcomingMeetings", f"{root}/Public/CompiledDocument"]
        case _:
            root = f"{client}.api.civicclerk.com/v1"
            return [f"{root}/Events", f"{root}/Meetings/GetMeetingFileStream(fileId=1,plainText=true)"]


async def _council(request: web.Request, today: date) -> web.StreamResponse:
    days = [today + timedelta(days=3 + meeting) for meeting in range(MEETINGS)]
    host = request.host
    if request.path.endswith("/events"):
        found = [
            {"EventId": at, "EventDate": f"{held}T00:00:00", "EventBodyName": "Council"} for at, held in enumerate(days)
        ]
        return web.Response(text=json.dumps(found))
    if request.path.endswith("ListUpcomingMeetings"):
        files = [{"templateId": 1, "templateName": "Agenda"}]
        meetings = [
            {"id": at, "title": "Council", "dateTime": f"{held}T18:00:00", "documentList": files}
            for at, held in enumerate(days)
        ]
        return web.Response(text=json.dumps(meetings))
    if request.path.endswith("/Events"):
        published = [{"fileId": 1, "type": "Agenda"}]
        events = [
            {"id": at, "eventName": "Council", "startDateTime": f"{held}T18:00:00Z", "publishedFiles": published}
            for at, held in enumerate(days)
        ]
        return web.Response(text=json.dumps({"value": events}))
    if request.path.endswith("ViewPublisherRSS.php"):
        items = "".join(
            f"<item><guid>{at}</guid><title>Council - {held:%b %d, %Y} - 06:00 PM</title>"
            f"<link>http://{host}/agenda</link></item>"
            for at, held in enumerate(days)
        )
        return web.Response(text=f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>')
    return web.Response(text=_AGENDA)


_AGENDA = "<html><title>Agenda</title>" + "<p>Ordinance on roads, budgets, parks and the harbour.</p>" * 2000
