"""What a bot makes of the shipped record at each start, made once for all tests: they differ in what happens after it.

Of any other record it is made anew, as ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cache
from itertools import count
from typing import Any, TypeVar

import bot
from db.record import codec, pages, register
from db.record.dataset.explanations import shipped
from db.record.gazetteer import Gazetteer
from db.record.models import Record
from db.record.other_places import OtherPlaces
from db.record.passages import Passage, all_passages
from db.store import records
from db.store.full_text import FullText

# Of each source's address a start finds what page and what site it is.
page_of, site_of_page = cache(pages.page_of), cache(pages.site_of_page)
# More than the record has rows, so that those of a changed one are kept beside them.
_MOST_ROWS = 4096
_read: dict[tuple[object, ...], Any] = {}
T = TypeVar("T")


def from_row(kind: type[T], row: sqlite3.Row) -> T:
    """What a row of the database says. It cannot be changed, so that bots can share it."""
    key = (kind, tuple(row.keys()), tuple(row))
    if key not in _read:
        if len(_read) == _MOST_ROWS:
            _read.clear()
        _read[key] = codec.from_row(kind, row)
    value: T = _read[key]
    return value


class CopiedIndex(FullText):
    """An index as another was: ``image`` is that one's database, and ``size`` how many passages are in it."""

    def __init__(self, image: bytes, size: int) -> None:
        self._conn = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._conn.deserialize(image)
        self._numbers = count(size + 1)

    @staticmethod
    def image(passages: Iterable[Passage]) -> bytes:
        """The database of an index of these passages."""
        with closing(FullText(passages)) as made:
            return made._conn.serialize()


class KeptParts:
    """The index of names and the index of words of one record."""

    def __init__(self, record: Record) -> None:
        self._names = _names(record)
        self._gazetteer = Gazetteer(record)
        self._gazetteer.make_ready()
        self._passages = tuple(all_passages(record, shipped().in_full()))
        self._image = CopiedIndex.image(self._passages)

    def gazetteer(self, record: Record) -> Gazetteer:
        """The index of a record's names. Nothing changes it, so that bots can share it."""
        return self._gazetteer if _names(record) == self._names else Gazetteer(record)

    def index(self, passages: Iterable[Passage]) -> FullText:
        """An index of these passages; each bot has its own, as it puts into it what is new."""
        wanted = tuple(passages)
        return CopiedIndex(self._image, len(wanted)) if wanted == self._passages else FullText(wanted)

    def use(self, put: Callable[[object, str, object], None]) -> None:
        """Let the bots that start take them. ``put`` sets an attribute."""
        put(register, "Gazetteer", self.gazetteer)
        put(bot, "FullText", self.index)
        put(register, "page_of", page_of)
        put(register, "site_of_page", site_of_page)
        put(records, "from_row", from_row)


def _names(record: Record) -> tuple[object, ...]:
    """All of a record that an index of names is made of."""
    tied = [(tie.us, tie.ru) for tie in record.ties.values()]
    return record.places, tied, record.states, record.regions, OtherPlaces.of(record.other_places)._rows
