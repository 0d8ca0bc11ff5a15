"""A database of an older version, with everything in it that people do, is opened by this one and nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import EXTENSIONS, Tiewatch
from cogs.kit.settings import Settings
from cogs.outbox import outbox_of
from db.store import deliveries
from db.store.database import Database
from db.store.delivery_models import DeliveryState

OLD = Path(__file__).parent / "database_of_0006.sql"
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
# What later versions call otherwise, and what they write otherwise: each has a test of its own below.
RENAMED = {
    ("delivery", "anchor"): "search_after_id",
    ("delivery", "about"): "corrects_delivery",
    ("delivery", "place"): "message_channel",
}
# The stream; the withdrawal; what a message was based on.
REWRITTEN = {("delivery", name) for name in ("subscription", "payload", "seen", "seen_change")}

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


async def test_0007_moves_what_was_an_announcements_in_the_rows_of_the_outbox(old: Path) -> None:
    before = {row["id"]: row for row in contents(old)["delivery"]}
    await (await Database.open(old)).close()
    after = contents(old)
    bases = {row["delivery"]: row for row in after["message_basis"]}
    for row in after["delivery"]:
        was = before[row["id"]]
        assert row["stream"] == (was["subscription"] and f"subscription:{was['subscription']}")
        payload = json.loads(was["payload"])
        is_withdrawn = payload.pop("withdrawn", False)
        payload.pop("was", None)
        assert row["withdrawn"] == ("the channel no longer follows" if is_withdrawn else None)
        assert json.loads(row["payload"]) == payload
        assert row["epoch"] == 0
        basis = bases.get(row["id"])
        assert (basis and (basis["announcement_seq"], basis["dataset_change"])) == (
            None if was["seen"] is None else (was["seen"], was["seen_change"])
        )
    assert any(row["withdrawn"] for row in after["delivery"])
    assert any("was" in json.loads(row["payload"]) for row in before.values())


async def test_every_row_of_the_old_database_is_of_a_kind_that_is_sent_and_can_be_read(old: Path) -> None:
    bot = await Tiewatch.open(Settings(database=old, home_server=1), lambda: NOW)
    try:
        for name in EXTENSIONS:
            await bot.load_extension(name)
        kinds = {kind.name: kind for kind in outbox_of(bot).kinds}
        rows = await bot.database.read("SELECT id FROM delivery")
        for found in rows:
            row = await deliveries.by_id(bot.database, found["id"])
            assert row is not None
            kinds[row.kind].read(row)
    finally:
        await bot.close()
