"""Feeds: read over a web on this machine, known items told from new ones, and tips made of what is about a tie."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from cogs.fetching import Fetcher
from cogs.watching.feed_reading import MOST_ITEMS, read_feed
from cogs.watching.feeds import MOST_TIPS_A_DAY, read_one
from db.record.register import Register
from db.store import feeds, tips
from db.store.database import Database
from db.store.feeds import ITEMS_KEPT
from db.store.tip_models import Tip
from db.store.watched_models import BETWEEN, LONGEST_BACKOFF, TOLD_AFTER, Feed, ReadingOutcome, SourceReading
from tests.web import Web
from tests.world import NOW

ADDRESS = "http://paper.example/feed"
OLD = ("old", "Juneau's sister city Vladivostok", "http://paper.example/old")
NEWS = ("n1", "Juneau Assembly to vote on ending tie with Vladivostok", "http://paper.example/vote")
WEATHER = ("n2", "Juneau: sunny", "http://paper.example/sun")


def rss(items: Sequence[tuple[str, str, str]], title: str = "The Paper") -> str:
    """A feed of these items: id, headline, address."""
    entries = "".join(
        f"<item><guid>{escape(guid)}</guid><title>{escape(headline)}</title><link>{escape(link)}</link>"
        f"<description>&lt;p&gt;{escape(escape(headline))}&lt;/p&gt;</description>"
        "<pubDate>Fri, 27 Nov 2026 10:00:00 GMT</pubDate></item>"
        for guid, headline, link in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{escape(title)}</title>{entries}</channel></rss>'


@pytest.fixture
async def fetcher(sites: Web) -> AsyncIterator[Fetcher]:
    """A fetcher in that web."""
    async with Fetcher("me@tiewatch.example", lambda: NOW, resolver=sites, between=0, seconds=5) as made:
        yield made


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with one feed listed."""
    opened = await Database.open(tmp_path / "feeds.sqlite3")
    async with opened.transaction() as conn:
        await feeds.add(conn, ADDRESS, (), NOW)
    yield opened
    await opened.close()


class Reader:
    """Reads the one feed, at hours counted from the first."""

    def __init__(self, database: Database, register: Register, fetcher: Fetcher) -> None:
        self._database, self._register, self._fetcher = database, register, fetcher

    async def feed(self) -> Feed:
        """The feed as it is kept."""
        (feed,) = await feeds.all_feeds(self._database)
        return feed

    async def read(self, hours: float = 0, *, covers: tuple[str, ...] = ()) -> int:
        """Read it; how many tips were made."""
        feed = replace(await self.feed(), covers=covers)
        return await read_one(self._database, self._register, self._fetcher, feed, NOW + timedelta(hours=hours))

    async def tips(self) -> Sequence[Tip]:
        """The tips that wait."""
        return await tips.waiting(self._database, 99)


@pytest.fixture
def reader(database: Database, register: Register, fetcher: Fetcher) -> Reader:
    """Reads the feed."""
    return Reader(database, register, fetcher)


async def test_the_first_reading_yields_nothing_and_the_next_what_is_new(sites: Web, reader: Reader) -> None:
    sites.page("paper.example/feed", rss([OLD]))
    assert await reader.read() == 0
    sites.page("paper.example/feed", rss([NEWS, WEATHER, OLD]))
    assert await reader.read(6) == 1
    (tip,) = await reader.tips()
    assert (tip.tie, tip.machine, tip.address, tip.date) == (
        "juneau-ak--vladivostok",
        "The Paper",
        "http://paper.example/vote",
        "2026-11-27",
    )
    assert tip.title == NEWS[1]
    assert tip.words == (
        "“Juneau Assembly to vote on ending tie with Vladivostok”. Words that matched: “Juneau”, “Vladivostok”."
    )
    assert await reader.read(12) == 0


@pytest.mark.parametrize(
    "again",
    [
        ("n1", "Another headline: Juneau and Vladivostok", "http://paper.example/other"),
        ("n9", "Juneau and Vladivostok", "https://www.paper.example/vote/?utm_source=feed"),
        ("n9", "Juneau Assembly to vote on ending ties with Vladivostok", "http://paper.example/vote-2"),
    ],
)
async def test_an_item_is_known_by_id_page_or_nearly_the_same_headline(
    sites: Web, reader: Reader, again: tuple[str, str, str]
) -> None:
    sites.page("paper.example/feed", rss([OLD]))
    await reader.read()
    sites.page("paper.example/feed", rss([NEWS]))
    assert await reader.read(6) == 1
    sites.page("paper.example/feed", rss([again]))
    assert await reader.read(12) == 0


async def test_a_headline_may_come_again_after_two_weeks(sites: Web, reader: Reader) -> None:
    sites.page("paper.example/feed", rss([NEWS]))
    await reader.read()
    sites.page("paper.example/feed", rss([("n8", NEWS[1], "http://paper.example/again")]))
    assert await reader.read(24 * 14 - 1) == 0
    sites.page("paper.example/feed", rss([("n9", NEWS[1], "http://paper.example/once-more")]))
    assert await reader.read(24 * 29) == 1


async def test_of_one_feed_a_few_a_day_become_tips_and_the_rest_is_counted(sites: Web, reader: Reader) -> None:
    sites.page("paper.example/feed", rss([OLD]))
    await reader.read()
    subjects = "budget school roads harbour library trails".split()
    many = [
        (str(number), f"The {subject}, Juneau, and a guest of Vladivostok", f"http://paper.example/{number}")
        for number, subject in enumerate(subjects)
    ]
    sites.page("paper.example/feed", rss(many[:2]))
    assert await reader.read(1) == 2
    sites.page("paper.example/feed", rss(many))
    assert await reader.read(2) == MOST_TIPS_A_DAY - 2
    assert (await reader.feed()).left_out == 3
    sites.page("paper.example/feed", rss([NEWS]))
    assert await reader.read(24) == 1
    assert (await reader.feed()).left_out == 0


async def test_what_waits_already_is_no_second_tip(sites: Web, reader: Reader, database: Database) -> None:
    async with database.transaction() as conn:
        await feeds.add(conn, "http://other.example/feed", (), NOW)
    sites.page("paper.example/feed", rss([OLD]))
    await reader_of_all(reader, sites, database)
    sites.page("paper.example/feed", rss([NEWS]))
    sites.page("other.example/feed", rss([("other", "Vladivostok and Juneau again", NEWS[2])]))
    assert await reader_of_all(reader, sites, database, hours=6) == 1


async def reader_of_all(reader: Reader, sites: Web, database: Database, hours: float = 0) -> int:
    """Read every feed of the list."""
    sites.pages.setdefault("other.example/feed", sites.pages["paper.example/feed"])
    made = 0
    for feed in await feeds.all_feeds(database):
        made += await read_one(database, reader._register, reader._fetcher, feed, NOW + timedelta(hours=hours))
    return made


async def test_an_unchanged_feed_is_read_without_being_sent(sites: Web, reader: Reader) -> None:
    sites.page("paper.example/feed", rss([OLD]), headers={"ETag": '"1"'})
    await reader.read()
    sites.page("paper.example/feed", status=304)
    assert await reader.read(6) == 0
    feed = await reader.feed()
    assert feed.reading.outcome is ReadingOutcome.READ
    assert feed.etag == '"1"'
    assert sites.heads["paper.example/feed"]["If-None-Match"] == '"1"'


async def test_what_a_feed_covers_narrows_it_and_names_its_place(sites: Web, reader: Reader) -> None:
    sites.page("paper.example/feed", rss([OLD]))
    await reader.read(covers=("juneau-ak",))
    sites.page(
        "paper.example/feed",
        rss(
            [
                ("a", "Chicago and Moscow", "http://paper.example/a"),
                ("b", "A guest from Vladivostok at the school", "http://paper.example/b"),
            ]
        ),
    )
    assert await reader.read(6, covers=("juneau-ak",)) == 1
    assert (await reader.tips())[0].tie == "juneau-ak--vladivostok"


UNREADABLE = {
    "a page for people": b"<html><title>Just a moment...</title><body>Checking your browser</body></html>",
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
    "json": b'{"items": []}',
    "cut off": b"<?xml",
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=list(UNREADABLE))
async def test_what_is_no_feed_is_unreadable_and_not_empty(sites: Web, reader: Reader, body: bytes) -> None:
    sites.page("paper.example/feed", body)
    await reader.read()
    reading = (await reader.feed()).reading
    assert (reading.outcome, reading.fails, reading.read_at) == (ReadingOutcome.UNREADABLE, 1, None)


async def test_a_feed_without_items_is_empty_and_not_unreadable(sites: Web, reader: Reader) -> None:
    sites.page("paper.example/feed", rss([]))
    await reader.read()
    reading = (await reader.feed()).reading
    assert (reading.outcome, reading.fails, reading.read_at) == (ReadingOutcome.EMPTY, 0, NOW)


@pytest.mark.parametrize("status", [403, 404, 429, 500])
async def test_a_feed_that_does_not_come_keeps_what_is_known(sites: Web, reader: Reader, status: int) -> None:
    sites.page("paper.example/feed", rss([OLD]), headers={"ETag": '"1"'})
    await reader.read()
    sites.page("paper.example/feed", rss([NEWS]), status=status)
    assert await reader.read(6) == 0
    feed = await reader.feed()
    assert (feed.title, feed.etag, feed.reading.read_at) == ("The Paper", '"1"', NOW)
    assert feed.reading.outcome is ReadingOutcome.UNREADABLE


async def test_a_feed_larger_than_may_be_read_is_unreadable(sites: Web, reader: Reader) -> None:
    bomb = gzip.compress(rss([OLD]).encode() + b" " * 50_000_000)
    sites.page("paper.example/feed", bomb, headers={"Content-Encoding": "gzip"})
    await reader.read()
    assert (await reader.feed()).reading.why == "it is larger than 2 MiB"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss version='2.0'><channel><title>&i;</title></channel></rss>"
)
FILES = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">'
    '<!ENTITY y SYSTEM "http://127.0.0.1:1/">]>'
    "<rss version='2.0'><channel><title>&x;&y;</title><item><title>&x;</title></item></channel></rss>"
)


@pytest.mark.parametrize("text", [LAUGHS, FILES])
def test_entities_are_not_expanded_and_lead_nowhere(text: str) -> None:
    found = read_feed(text.encode(), "application/rss+xml")
    told = f"{found.title} {found.items}"
    assert len(told) < 5000
    assert "root:" not in told


def test_a_files_name_and_an_address_are_no_feed(tmp_path: Path) -> None:
    """The library would open them."""
    file = tmp_path / "feed.xml"
    file.write_text(rss([OLD]), encoding="utf-8")
    for text in (str(file), file.as_uri(), "http://127.0.0.1:1/feed"):
        assert read_feed(text.encode(), "").outcome is ReadingOutcome.UNREADABLE


def test_what_strangers_write_is_made_plain_and_short() -> None:
    evil = ("x" * 9000, "<b>Juneau</b> \u202eevil\x00 @everyone " + "y" * 9000, "javascript:alert(1)")
    (item,) = read_feed(rss([evil]).encode(), "").items
    assert item.title.startswith("Juneau evil @everyone y")
    assert (len(item.title), len(item.guid), item.page, item.address) == (200, 300, "", "")
    many = rss([(str(number), f"Item {number}", f"http://paper.example/{number}") for number in range(MOST_ITEMS + 1)])
    assert len(read_feed(many.encode(), "").items) == MOST_ITEMS


def test_an_item_without_a_headline_has_the_beginning_of_what_it_says() -> None:
    """RSS 2.0: an item has a title or a description; short messages often have no title, and some no link."""
    said = "The assembly will vote on Vladivostok. " * 9
    feed = f'<rss version="2.0"><channel><item><description>{said}</description></item></channel></rss>'
    (item,) = read_feed(feed.encode(), "").items
    assert item.title == said[:200].rstrip()
    assert item.guid == item.title
    assert item.summary.startswith("The assembly will vote")


def test_a_tag_of_any_length_is_no_word_of_an_item() -> None:
    picture = f'<img srcset="{"https://paper.example/juneau.png 300w, " * 90}">'
    feed = (
        '<rss version="2.0"><channel><item><title>News</title><link>http://paper.example/1</link>'
        f"<description><![CDATA[{picture}The vote is on &lt; Friday. 3 < 4 {picture}]]></description>"
        "</item></channel></rss>"
    )
    (item,) = read_feed(feed.encode(), "").items
    assert item.summary == "The vote is on < Friday. 3 < 4"


def test_atom_is_read_as_well() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>City</title><entry><id>tag:city.example,1</id>'
        '<title type="html">Ties &amp;amp; more</title><link href="https://city.example/1"/>'
        "<updated>2026-11-27T10:00:00Z</updated></entry></feed>"
    )
    (item,) = read_feed(atom.encode(), "application/atom+xml").items
    assert (item.guid, item.title, item.page) == ("tag:city.example,1", "Ties & more", "https://city.example/1")


def test_what_fails_is_tried_less_and_less_and_never_given_up() -> None:
    reading, waits = SourceReading(read_at=NOW), []
    for _ in range(8):
        reading = reading.went(ReadingOutcome.UNREADABLE, "x", NOW)
        assert reading.next_at is not None
        waits.append((reading.next_at - NOW) / timedelta(hours=1))
    assert waits == [1, 2, 4, 8, 16, 24, 24, 24]
    assert not reading.is_told(NOW + TOLD_AFTER - timedelta(seconds=1))
    assert reading.is_told(NOW + TOLD_AFTER)
    assert not replace(reading, settled=True).is_told(NOW + TOLD_AFTER)
    again = reading.went(ReadingOutcome.EMPTY, "", NOW)
    assert (again.fails, again.failing_since, again.next_at) == (0, None, NOW + BETWEEN)


def test_a_clock_that_was_wrong_puts_nothing_off_for_ever() -> None:
    far = datetime(2099, 1, 1, tzinfo=UTC)
    assert SourceReading(next_at=far).is_due(NOW)
    assert not SourceReading(next_at=NOW + LONGEST_BACKOFF).is_due(NOW)
    assert SourceReading(next_at=NOW).is_due(NOW)


async def test_an_item_is_looked_for_by_its_page_in_an_index(database: Database) -> None:
    (plan,) = await database.read(f"EXPLAIN QUERY PLAN {feeds._OF_PAGE}", ("https://paper.example/1",))
    assert "USING" in plan["detail"]
    assert "feed_item_page" in plan["detail"]


async def test_items_that_left_their_feed_are_forgotten_after_half_a_year(
    sites: Web, reader: Reader, database: Database
) -> None:
    sites.page("paper.example/feed", rss([OLD]))
    await reader.read()
    for after, left in ((ITEMS_KEPT, 1), (ITEMS_KEPT + timedelta(seconds=1), 0)):
        async with database.transaction() as conn:
            await feeds.prune(conn, NOW + after)
        assert len(await database.read("SELECT * FROM feed_item")) == left
