"""From each earlier version with people's work in it to this one, and refused by each version before it.

The data are those of the oldest database that is kept, brought forward step by step. A database of a version before it
is made by the migrations of that time and gets of these data what it has tables and columns for.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from bot import Tiewatch
from cogs.kit.settings import Settings
from db.store.database import MIGRATIONS, Database, RecordUnavailableError
from tests.pure.test_store_migrations import NOW, OLD, contents, require_nothing_lost

pytestmark = pytest.mark.slow

KEPT = 6
NUMBERS = sorted(int(file.name[:4]) for file in MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql"))
BEFORE_KEPT = [number for number in NUMBERS if number < KEPT]
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


def tables(conn: sqlite3.Connection) -> set[str]:
    """The tables of a database."""
    return {name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def columns(conn: sqlite3.Connection, database: str, table: str) -> list[str]:
    """The columns of a table that a row is written to."""
    return [name for (name,) in conn.execute("SELECT name FROM pragma_table_info(?, ?)", (table, database))]


def fill(path: Path, oldest: Path) -> None:
    """Give a database the rows of the oldest that is kept, as far as it has their tables and columns."""
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("ATTACH ? AS kept", (str(oldest),))
        for table in sorted(tables(conn) - {"migration", "sqlite_sequence"}):
            kept = set(columns(conn, "kept", table))
            common = ", ".join(f'"{name}"' for name in columns(conn, "main", table) if name in kept)
            conn.execute(f'INSERT INTO main."{table}" ({common}) SELECT {common} FROM kept."{table}"')
        if "answered_at" in columns(conn, "main", "letter_sent"):
            conn.execute("UPDATE letter_sent SET answered_at = '2026-11-26T12:00:00.000Z', outcome = 'answered'")


async def of_version(version: int, oldest: Path, folder: Path) -> Path:
    """A database with people's work in it, as a version of the program left it."""
    path = folder / "x.sqlite3"
    if version >= KEPT:
        shutil.copyfile(oldest, path)
    await opened(path, program(folder, version))
    if version < KEPT:
        fill(path, oldest)
    return path


def rows(path: Path) -> dict[str, int]:
    """How many rows of people's work there are, by those tables that there are."""
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        known = tables(conn).intersection(WORK)
        return {table: conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in known}


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


@pytest.mark.parametrize("version", NUMBERS)
async def test_a_database_of_each_version_is_brought_to_this_one_and_no_work_is_lost(
    oldest: Path, tmp_path: Path, version: int
) -> None:
    fresh = tmp_path / "fresh.sqlite3"
    path = await of_version(version, oldest, tmp_path)
    before = rows(path)
    assert all(before.values()), "there is something of everything"
    assert before.items() <= rows(oldest).items()
    assert {"act", "audit"} <= before.keys()
    assert version < KEPT or len(before) == len(WORK)
    await opened(path)
    assert before.items() <= rows(path).items()
    await opened(fresh)
    assert schema(path) == schema(fresh), "it does not show where it came from"


@pytest.mark.parametrize("version", BEFORE_KEPT)
async def test_of_versions_before_the_oldest_kept_no_value_is_lost_and_the_bot_starts_with_them(
    oldest: Path, tmp_path: Path, version: int
) -> None:
    path = await of_version(version, oldest, tmp_path)
    before = contents(path)
    await opened(path)
    require_nothing_lost(before, contents(path))
    bot = await Tiewatch.open(Settings(database=path), lambda: NOW)
    try:
        known = {act.id for tie in bot.register.record.ties.values() for act in tie.acts}
        assert {row["id"] for row in before["act"]} <= known
    finally:
        await bot.close()


@pytest.mark.parametrize(("older", "newer"), list(pairwise(NUMBERS)))
async def test_each_version_refuses_the_next_ones_database_and_leaves_it_alone(
    oldest: Path, tmp_path: Path, older: int, newer: int
) -> None:
    path = await of_version(newer, oldest, tmp_path)
    before = path.read_bytes()
    with pytest.raises(RecordUnavailableError, match=f"version {newer} is newer than this program, which knows up to"):
        await opened(path, program(tmp_path, older))
    assert path.read_bytes() == before
