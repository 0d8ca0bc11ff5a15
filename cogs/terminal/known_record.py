"""The record that a sub-command answers from: the one in the database, or the one that ships."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from cogs.wording.dates import day
from db.record.dataset import DATA, load_dataset
from db.record.derivation import newest_entry
from db.record.models import Record
from db.record.values import value
from db.store import audit
from db.store.database import RecordUnavailableError, read_only
from db.store.records import read_record


@value
class KnownRecord:
    """A record that was read: from where, when it was last added to, and why it is not the one in the database.

    ``withdrawn`` has the day on which an act of a tie was last withdrawn, by the tie's id.
    """

    record: Record
    where: str
    changed: date | None = None
    instead: str = ""
    withdrawn: Mapping[str, date] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """From which record the answer is, in one line."""
        newest = max(filter(None, (self.changed, newest_entry(self.record.ties.values()))), default=None)
        told = f"Record: {self.where}, as of {day(newest)}." if newest else f"Record: {self.where}."
        return f"{told} {self.instead}".rstrip()


def record_to_ask(path: Path) -> KnownRecord:
    """The record in the database; the dataset's where there is none that this version of the program can read.

    Raises DatabaseError for a file that is no database of ours or is damaged, and DatasetError.
    """
    instead = ""
    if path.exists():
        try:
            return asyncio.run(record_in(path))
        except RecordUnavailableError as error:
            instead = f"Not read: {error}."
    return KnownRecord(load_dataset(), f"{DATA.name}/", instead=instead)


def record_to_publish(path: Path) -> KnownRecord:
    """The record in the database, which must not be passed over if there is one: else what editors did would vanish.

    Raises DatabaseError, and DatasetError.
    """
    return asyncio.run(record_in(path)) if path.exists() else KnownRecord(load_dataset(), f"{DATA.name}/")


async def record_in(path: Path) -> KnownRecord:
    """The record in a database, which is only read. Raises DatabaseError."""
    async with read_only(path) as conn:
        record = await read_record(conn)
        if not record.ties:
            raise RecordUnavailableError(f"Database {path}: it holds no record yet; start the bot once")
        changed, withdrawn = await audit.last_day(conn), await audit.withdrawals(conn)
        return KnownRecord(record, str(path), changed, withdrawn=withdrawn)
