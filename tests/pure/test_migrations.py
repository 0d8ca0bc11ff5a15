"""A database of an older version, with everything in it that people do, is opened by this one and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import Tiewatch
from cogs.kit.settings import Settings
from db.store.database import Database
from db.store.deliveries import DeliveryState

OLD = Path(__file__).parent / "database_of_0006.sql"
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
# What later versions call otherwise, and what they write otherwise: each has a test of its own below.
RENAMED: dict[tuple[str, str], str] = {}
REWRITTEN: set[tuple[str, str]] = set()

Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as the version with the migrations up to 0006 left it."""
    path = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(OLD.read_text(encoding="utf-8"))
    return path


@pytest.fixture
async def opened(old: Path) -> AsyncIterator[Database]:
    """That file, opened by this version."""
    database = await Database.open(old)
    yield database
    await database.close()


def contents(path: Path) -> Tables:
    """Every row of every table, read without the program."""
    with closing(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        names = [row["name"] for row in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: [dict(row) for row in conn.execute(f"SELECT * FROM {name} ORDER BY 1, 2")] for name in names}


async def test_no_row_and_no_value_is_lost(old: Path) -> None:
    before = contents(old)
    await (await Database.open(old)).close()
    after = contents(old)
    for table, rows in before.items():
        if table == "migration":
            continue
        assert len(after[table]) == len(rows), table
        for row, now in zip(rows, after[table], strict=True):
            kept = {
                RENAMED.get((table, name), name): value for name, value in row.items() if (table, name) not in REWRITTEN
            }
            assert kept.items() <= now.items(), table


async def test_the_old_database_is_one_of_every_state_and_every_kind(opened: Database) -> None:
    states = await opened.read("SELECT DISTINCT state FROM delivery")
    assert {row["state"] for row in states} == set(DeliveryState)
    kinds = await opened.read("SELECT DISTINCT kind FROM delivery")
    assert len(kinds) == 12
    for table in ("subscription", "watch", "draft", "letter_draft", "letter_sent", "dataset_change", "audit", "home"):
        assert await opened.read(f"SELECT 1 FROM {table}"), table
    assert await opened.read("PRAGMA foreign_key_check") == []


async def test_the_bot_starts_with_it_and_keeps_what_editors_entered(old: Path) -> None:
    before = contents(old)
    entered = {row["id"] for row in before["act"] if row["written_by"]}
    bot = await Tiewatch.open(Settings(database=old), lambda: NOW)
    try:
        known = {act.id for tie in bot.register.record.ties.values() for act in tie.acts}
        assert entered
        assert entered <= known
        assert await bot.database.read("PRAGMA foreign_key_check") == []
    finally:
        await bot.close()
    after = contents(old)
    for table in ("delivery", "subscription", "watch", "letter_draft", "draft", "audit"):
        assert len(after[table]) == len(before[table]), table
