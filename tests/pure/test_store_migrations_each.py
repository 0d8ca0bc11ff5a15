"""From each earlier version with people's work in it to this one, and refused by each version before it.

The data are those of the oldest database that is kept, brought forward step by step.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from db.store.database import MIGRATIONS, Database, RecordUnavailableError
from tests.pure.test_store_migrations import OLD

FIRST = 6
NUMBERS = sorted(int(file.name[:4]) for file in MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql"))
LATER = [number for number in NUMBERS if number >= FIRST]
# What people did, of which no migration may lose a row.
WORK = ("act", "announcement", "audit", "delivery", "draft", "letter_draft", "letter_sent", "subscription", "watch")


def program(folder: Path, upto: int) -> Path:
    """The migrations that a version of the program knows."""
    made = folder / f"known-{upto}"
    made.mkdir()
    for file in MIGRATIONS.glob("*.sql"):
        if int(file.name[:4]) <= upto:
            shutil.copyfile(file, made / file.name)
    return made


@pytest.fixture(scope="module")
def oldest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The oldest database that is kept."""
    path = tmp_path_factory.mktemp("oldest") / "old.sqlite3"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(OLD.read_text(encoding="utf-8"))
    return path


async def opened(path: Path, migrations: Path = MIGRATIONS) -> None:
    """Let a version of the program open a file, and close it."""
    await (await Database.open(path, migrations=migrations)).close()


def rows(path: Path) -> dict[str, int]:
    """How many rows of people's work there are."""
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {table: conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in WORK}


def schema(path: Path) -> set[tuple[str, str]]:
    """The tables with their columns, and the indexes."""
    with closing(sqlite3.connect(path)) as conn:
        names = conn.execute("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").fetchall()
        columns = {
            (name, f"{column} {kind} {needed}")
            for what, name in names
            if what == "table"
            for _, column, kind, needed, *_ in conn.execute(f"PRAGMA table_info({name})")
        }
        return columns | set(names)


@pytest.mark.parametrize("version", LATER)
async def test_a_database_of_each_version_is_brought_to_this_one_and_no_work_is_lost(
    oldest: Path, tmp_path: Path, version: int
) -> None:
    path, fresh = tmp_path / "x.sqlite3", tmp_path / "fresh.sqlite3"
    shutil.copyfile(oldest, path)
    before = rows(path)
    assert all(before.values()), "there is something of everything"
    await opened(path, program(tmp_path, version))
    await opened(path)
    assert rows(path) == before
    await opened(fresh)
    assert schema(path) == schema(fresh), "it does not show where it came from"


@pytest.mark.parametrize(("older", "newer"), list(pairwise(LATER)))
async def test_each_version_refuses_the_next_ones_database_and_leaves_it_alone(
    oldest: Path, tmp_path: Path, older: int, newer: int
) -> None:
    path = tmp_path / "x.sqlite3"
    shutil.copyfile(oldest, path)
    await opened(path, program(tmp_path, newer))
    before = path.read_bytes()
    with pytest.raises(RecordUnavailableError, match=f"version {newer} is newer than this program, which knows up to"):
        await opened(path, program(tmp_path, older))
    assert path.read_bytes() == before
