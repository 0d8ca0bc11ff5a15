"""All phrases as they are read, kept from one start to the next: to read them anew takes more than a second."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from cogs.lookup.phrases import phrase_book
from cogs.lookup.phrases.phrase_book import BOOK, READING, Book
from db.record.paths import DATA
from db.store.kept_beside_byte_code import KeptBesideByteCode


def _read_by() -> Iterator[Path]:
    """The words that ship, and the code of the record and of what reads questions by them."""
    code = (DATA.parent / "db" / "record", DATA.parent / "cogs" / "lookup")
    return chain(DATA.rglob("*.toml"), *(folder.rglob("*.py") for folder in code))


_KEPT = KeptBesideByteCode[Book](phrase_book.__file__, _read_by)


def take() -> None:
    """Have all phrases as they were kept, unless some were read meanwhile."""
    with READING:
        kept = None if BOOK else _KEPT.read()
        if kept:
            BOOK.become(kept)


def keep() -> None:
    """Keep all phrases for the next start, once they are read, where they were to be taken and were not there."""
    _KEPT.write(BOOK)
