"""What a feed's bytes say: its items, that there are none, or that they cannot be read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from cogs.kit.sanitize import sanitize
from db.record.pages import AddressError, page_of, read_address
from db.record.values import value
from db.store.watched_models import Item, ReadingOutcome

MOST_ITEMS = 200
_LONGEST_TITLE = 200
_LONGEST_SUMMARY = 1500
_LONGEST_ID = 300
# Of a text with its tags, which are often longer than its words: a picture in several sizes.
_LONGEST_MARKUP = 40_000
_TAG = re.compile(r"<[a-z/!?][^<>]*(?:>|\Z)", re.IGNORECASE)


@value
class ReadFeed:
    """What a reading found."""

    outcome: ReadingOutcome
    why: str = ""
    title: str = ""
    items: tuple[Item, ...] = ()


def read_feed(body: bytes, content_type: str) -> ReadFeed:
    """Read RSS or Atom, of any age. Nothing is fetched, and nothing in the bytes makes it fail."""
    import feedparser

    try:
        # A stream: of bytes it would try to make a file's name, of a text an address.
        found = feedparser.parse(
            io.BytesIO(body),
            response_headers={"content-type": content_type},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # it reads what strangers wrote, by several parsers
        return ReadFeed(ReadingOutcome.UNREADABLE, "what came is not a feed that can be read")
    if not found.get("version"):
        return ReadFeed(ReadingOutcome.UNREADABLE, "what came is not a feed")
    items = tuple(_items(found.entries[:MOST_ITEMS]))
    if found.entries and not items:
        return ReadFeed(ReadingOutcome.UNREADABLE, "none of its items has a headline or an address")
    return ReadFeed(
        ReadingOutcome.READ if items else ReadingOutcome.EMPTY,
        "",
        _plain(found.feed.get("title"), _LONGEST_TITLE),
        items,
    )


def _items(entries: list[Mapping[str, Any]]) -> Iterator[Item]:
    for entry in entries:
        summary = _plain(entry.get("summary"), _LONGEST_SUMMARY)
        title = _plain(entry.get("title"), _LONGEST_TITLE) or summary[:_LONGEST_TITLE].rstrip()
        address, page = _address(entry.get("link"))
        if title or page:
            guid = _plain(entry.get("id"), _LONGEST_ID) or page or title
            yield Item(guid, page, title, address, summary, _day(entry))


def _address(link: object) -> tuple[str, str]:
    """An item's address, safe to stand in a link, and its page; empty where it is none."""
    with suppress(AddressError):
        address = read_address(str(link or ""))
        return address, page_of(address)
    return "", ""


def _day(entry: Mapping[str, Any]) -> date | None:
    plain = dict(entry)  # the library's own would take the one for the other, and say that it will not for long
    parsed = plain.get("published_parsed") or plain.get("updated_parsed")
    with suppress(TypeError, ValueError):
        return date(*parsed[:3]) if parsed else None
    return None


def _plain(text: object, most: int) -> str:
    """A text of a stranger's as one plain line."""
    import html

    bare = html.unescape(_TAG.sub(" ", str(text or "")[:_LONGEST_MARKUP]))
    return " ".join(sanitize(bare).split())[:most]
