"""A database of an older version, with everything in it that people do, is opened by this one and nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import EXTENSIONS, Tiewatch
from cogs.kit.settings import Settings
from cogs.outbox import outbox_of
from db.record.models import DateBasis, Record
from db.record.shows import Shows
from db.record.standings import Standing
from db.store import deliveries, subscriptions
from db.store.database import MIGRATIONS, Database
from db.store.delivery_models import DeliveryState
from db.store.records import read_record
from db.store.subscription_models import DigestMode, Preferences
from db.store.synchronisation import synchronise

pytestmark = pytest.mark.slow

OLD = Path(__file__).parent / "database_of_0006.sql"
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
# What later versions call otherwise, and what they write otherwise: each has a test of its own below.
RENAMED = {
    ("tie", "notes"): "editor_note",
    ("delivery", "anchor"): "search_after_id",
    ("delivery", "about"): "corrects_delivery",
    ("delivery", "place"): "message_channel",
    ("subscription", "digest_slot"): "digest_until",
}
# The stream; the withdrawal; what a message was based on. What a channel wants to hear. When an office answered, which
# is asked and told by nothing since 0005.
REWRITTEN = {
    *(("delivery", name) for name in ("subscription", "payload", "seen", "seen_change")),
    *(("subscription", name) for name in ("states", "standings", "votes", "role", "digest", "earlier")),
    ("letter_sent", "answered_at"),
}

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


def require_nothing_lost(before: Tables, after: Tables) -> None:
    """Every row of before is there, with every value that a later version does not write otherwise."""
    sent = {row["id"] for row in before.get("letter_draft", ()) if row["sent"]}
    for table, rows in before.items():
        if table == "migration":
            continue
        if table == "letter_shingle":
            rows = [row for row in rows if row["draft"] in sent]
        assert len(after[table]) == len(rows), table
        for row, now in zip(rows, after[table], strict=True):
            kept = {
                RENAMED.get((table, name), name): value for name, value in row.items() if (table, name) not in REWRITTEN
            }
            assert kept.items() <= now.items(), table


async def test_no_row_and_no_value_is_lost(old: Path) -> None:
    before = contents(old)
    await (await Database.open(old)).close()
    require_nothing_lost(before, contents(old))


async def test_the_old_database_is_one_of_every_state_and_every_kind(opened: Database) -> None:
    states = await opened.read("SELECT DISTINCT state FROM delivery")
    assert {row["state"] for row in states} == set(DeliveryState)
    kinds = await opened.read("SELECT DISTINCT kind FROM delivery")
    assert len(kinds) == 12
    for table in ("subscription", "watch", "draft", "letter_draft", "letter_sent", "dataset_change", "audit", "home"):
        assert await opened.read(f"SELECT 1 FROM {table}"), table
    assert await opened.read("PRAGMA foreign_key_check") == []


async def test_what_an_older_record_does_not_say_is_taken_as_the_least_that_may_be_said(old: Path) -> None:
    notes = {row["id"]: row["notes"] for row in contents(old)["tie"]}
    database = await Database.open(old)
    try:
        record = await read_record(database)
    finally:
        await database.close()
    assert {tie.id: tie.editor_note for tie in record.ties.values()} == notes
    assert any(notes.values())
    assert {tie.note for tie in record.ties.values()} == {None}
    assert {listing.shows for tie in record.ties.values() for listing in tie.listings} == {Shows.UNCLEAR}
    acts = [act for tie in record.ties.values() for act in tie.acts]
    assert {(act.said, act.date_basis, act.date_note) for act in acts} == {(None, DateBasis.REPORTED, None)}
    assert {source.citable_in_letter for source in record.sources.values()} == {False}
    assert {(point.fits_letter, point.answers) for point in record.talking_points.values()} == {(False, ())}


async def test_the_start_fills_in_what_the_dataset_says_and_keeps_what_editors_noted(old: Path, record: Record) -> None:
    database = await Database.open(old)
    try:
        await synchronise(database, record, NOW)
        found = await read_record(database)
    finally:
        await database.close()
    assert found.talking_points == record.talking_points
    for name, tie in record.ties.items():
        known = found.ties[name]
        assert (known.note, known.editor_note) == (tie.note, tie.editor_note)
        assert set(tie.listings) <= set(known.listings)
        assert set(tie.acts) <= {replace(act, retracted=None) for act in known.acts}


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


async def test_0014_keeps_what_every_channel_wants_to_hear(old: Path) -> None:
    was = {row["id"]: row for row in contents(old)["subscription"]}
    columns = ("states", "standings", "votes", "role", "digest")
    database = await Database.open(old)
    try:
        for name, row in was.items():
            found = await subscriptions.by_id(database, name)
            assert found is not None
            assert found.preferences == wanted([row[column] for column in columns])
            assert found.earlier == (wanted(json.loads(row["earlier"])) if row["earlier"] else None)
    finally:
        await database.close()
    assert {row["digest"] for row in was.values()} == set(DigestMode)
    assert all(any(row[column] for row in was.values()) for column in (*columns, "earlier"))


def wanted(values: list[Any]) -> Preferences:
    """What a channel wants to hear, from the five columns of before."""
    states, standings, votes, role, digest = values
    chosen = tuple(map(Standing, standings.split()))
    return Preferences(tuple(states.split()), chosen, bool(votes), role, DigestMode(digest))


async def test_the_buttons_of_before_0014_are_still_of_what_they_change(opened: Database) -> None:
    # As the version before wrote them into the buttons of these channels.
    marks = ("3f2c8851", "c1d794bb", "4a3e4d56", "beb74ea1", "dcb48fe7", "eb4ee4a5")
    for name, mark in enumerate(marks, 1):
        found = await subscriptions.by_id(opened, name)
        assert found is not None
        assert found.is_marked(mark)
        assert found.is_marked(found.mark)
        assert not replace(found, preferences=Preferences(("ME",))).is_marked(mark)


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


def test_no_two_migrations_have_one_number() -> None:
    numbers = [file.name[:4] for file in MIGRATIONS.glob("*.sql")]
    assert len(numbers) == len(set(numbers)), "of two with one number only one is applied"
