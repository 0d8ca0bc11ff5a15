"""Restoring: what takes the database's place, what is kept aside, and what is remembered of it."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.store import history_gaps, meta
from db.store.backups import PRIVATE, write_backup
from db.store.database import Database, DatabaseError
from db.store.deliveries import EPOCH, by_id, enqueue
from db.store.delivery_models import NO_PAYLOAD, Delivery, DeliveryKind, NoPayload, Target
from db.store.history_gaps import FoundMessage
from db.store.process_lock import only_process
from db.store.restore import Restore, go_on, is_held, restore, restores

NOW = datetime(2026, 11, 29, 3, tzinfo=UTC)
DAY = timedelta(days=1)
NOTE = DeliveryKind("note", NoPayload)


async def noted(path: Path, *names: str) -> None:
    """Put notes to channel 5 into a database's outbox."""
    database = await Database.open(path)
    try:
        async with database.transaction() as conn:
            rows = [NOTE.new(Target("channel", 5, 9), name, payload=NO_PAYLOAD) for name in names]
            await enqueue(conn, rows, NOW)
    finally:
        await database.close()


def value(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What a database says."""
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(sql).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one note, of which there is a backup, and another note since."""
    made = tmp_path / "tiewatch.sqlite3"
    asyncio.run(noted(made, "first"))
    write_backup(made, tmp_path / "backup.sqlite3", NOW)
    asyncio.run(noted(made, "second"))
    return made


@pytest.fixture
def backup(path: Path) -> Path:
    """That backup."""
    return path.with_name("backup.sqlite3")


def keys(path: Path) -> list[object]:
    """The keys of all rows of the outbox."""
    return [key for (key,) in value(path, "SELECT key FROM delivery ORDER BY id")]


def test_the_backup_takes_the_place_and_what_was_there_is_kept_whole(path: Path, backup: Path) -> None:
    done = restore(backup, path, NOW + DAY)
    assert keys(path) == ["note:first"]
    assert done.aside is not None
    assert keys(done.aside) == ["note:first", "note:second"]
    assert done.manifest.made_at == "2026-11-29T03:00:00.000Z"
    assert [file.stat().st_mode & 0o777 for file in (path, done.aside)] == [PRIVATE, PRIVATE]
    assert {file.name for file in path.parent.iterdir()} == {
        *(path.name, f"{path.name}.lock", done.aside.name, backup.name, f"{backup.name}.json")
    }


def test_what_stood_in_the_log_of_a_bot_that_died_is_kept_aside_and_not_taken_for_the_next_ones(
    path: Path, backup: Path
) -> None:
    dead = sqlite3.connect(path, isolation_level=None)
    dead.execute("PRAGMA journal_mode = WAL")
    dead.execute("INSERT INTO meta (key, value) VALUES ('third', 'in the log')")
    log = path.with_name(f"{path.name}-wal")
    whole, logged = path.read_bytes(), log.read_bytes()
    dead.close()
    path.write_bytes(whole)
    log.write_bytes(logged)
    done = restore(backup, path, NOW)
    assert value(path, "SELECT value FROM meta WHERE key = 'third'") == []
    assert done.aside is not None
    assert value(done.aside, "SELECT value FROM meta WHERE key = 'third'") == [("in the log",)]


def test_a_damaged_database_is_replaced_and_kept_with_its_log(path: Path, backup: Path) -> None:
    path.write_bytes(b"no database at all, and longer than the head of one" * 20)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"and no log")
    done = restore(backup, path, NOW)
    assert keys(path) == ["note:first"]
    assert done.aside is not None
    assert done.aside.read_bytes().startswith(b"no database at all")
    assert done.aside.with_name(f"{done.aside.name}-wal").read_bytes() == b"and no log"
    assert not log.exists()


def test_into_an_empty_place_it_restores_as_well(path: Path, backup: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "new host.sqlite3"
    assert restore(backup, elsewhere, NOW).aside is None
    assert keys(elsewhere) == ["note:first"]


def test_while_a_bot_runs_it_refuses(path: Path, backup: Path) -> None:
    with only_process(path), pytest.raises(DatabaseError, match="another bot is running"):
        restore(backup, path, NOW)
    assert keys(path) == ["note:first", "note:second"]


def test_a_backup_that_is_not_sound_changes_nothing(path: Path, backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    backup.write_bytes(content)
    with pytest.raises(DatabaseError):
        restore(backup, path, NOW)
    assert keys(path) == ["note:first", "note:second"]
    assert not list(path.parent.glob("*.before-*"))
    assert not list(path.parent.glob("*.restoring"))


def test_the_database_itself_and_a_missing_file_are_no_backup(path: Path, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="the database itself"):
        restore(path, path, NOW)
    with pytest.raises(DatabaseError, match="no such file"):
        restore(tmp_path / "none.sqlite3", path, NOW)


def test_every_restore_begins_an_epoch_that_never_was_and_ids_go_on_beyond_the_lost_ones(
    path: Path, backup: Path
) -> None:
    epochs = []
    lost: object = 0
    for number in range(3):
        restore(backup, path, NOW - DAY * number)  # also with a clock that goes back
        ((epoch,),) = value(path, f"SELECT value FROM meta WHERE key = '{EPOCH}'")
        epochs.append(int(str(epoch)))
        asyncio.run(noted(path, "again"))
        ((new, of),) = value(path, "SELECT id, epoch FROM delivery WHERE key = 'note:again'")
        assert of == epochs[-1]
        assert isinstance(new, int)
        assert isinstance(lost, int)
        assert new > lost + 1
        lost = new
    assert epochs == sorted(set(epochs))
    assert epochs[0] > 0


def test_sending_is_held_until_somebody_says_go_on(path: Path, backup: Path) -> None:
    assert not go_on(path)
    restore(backup, path, NOW)
    assert asyncio.run(held(path)) == (True, 1)
    assert go_on(path)
    assert not go_on(path)
    assert asyncio.run(held(path)) == (False, 1)


async def held(path: Path) -> tuple[bool, int]:
    """Whether sending is held, and how many restores a database remembers."""
    database = await Database.open(path)
    try:
        past = await restores(database)
        assert past[-1] == Restore(past[-1].epoch, "2026-11-29T03:00:00.000Z", "2026-11-29T03:00:00.000Z")
        return await is_held(database), len(past)
    finally:
        await database.close()


def test_a_copy_that_was_made_by_hand_is_of_when_its_newest_row_is(path: Path, tmp_path: Path) -> None:
    by_hand = tmp_path / "by hand.sqlite3"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(by_hand)) as copy:
        source.execute("UPDATE migration SET at = '2026-01-01T00:00:00.000Z'")
        source.commit()
        source.backup(copy)
    assert restore(by_hand, path, NOW + DAY).manifest.made_at == "2026-11-29T03:00:00.000Z"


async def test_a_found_message_is_taken_by_the_row_of_its_mark_or_of_its_key_and_by_no_other(path: Path) -> None:
    database = await Database.open(path)
    try:
        async with database.transaction() as conn:
            await meta.set_value(conn, EPOCH, "7")
            await enqueue(conn, [NOTE.new(Target("channel", 5, 9), "third", payload=NO_PAYLOAD)], NOW)
            found = [
                FoundMessage(101, 5, 1, 0, "aaaaaaaa"),  # row 1 as it is
                FoundMessage(102, 5, 3, 0, "cccccccc"),  # a row of the lost time with the number of another
                FoundMessage(103, 6, 3, 0, "cccccccc"),  # the same in another channel
            ]
            await history_gaps.fill_gap(conn, Target("channel", 5, 9), found)
        rows = dict(await by_key(database))
        assert await history_gaps.found_for(database, rows["note:first"], 5, "aaaaaaaa") == 101
        assert await history_gaps.found_for(database, rows["note:second"], 5, "bbbbbbbb") is None
        assert await history_gaps.found_for(database, rows["note:third"], 5, "dddddddd") is None
        assert await history_gaps.found_for(database, rows["note:third"], 5, "cccccccc") == 102
        async with database.transaction() as conn:
            await history_gaps.take(conn, rows["note:third"].id, 102)
        assert await history_gaps.found_for(database, rows["note:second"], 5, "cccccccc") is None
        assert await history_gaps.row_of(database, 102) == rows["note:third"].id
        async with database.transaction() as conn:
            await history_gaps.prune(conn, 102)
        assert await database.read("SELECT 1 FROM found_message WHERE message = 101") == []
        assert await history_gaps.row_of(database, 102) == rows["note:third"].id
    finally:
        await database.close()


async def by_key(database: Database) -> list[tuple[str, Delivery]]:
    """All rows of the outbox with their keys."""
    found = [await by_id(database, row["id"]) for row in await database.read("SELECT id FROM delivery")]
    return [(row.key, row) for row in found if row]


async def test_what_waited_is_taken_for_what_may_have_arrived(path: Path) -> None:
    database = await Database.open(path)
    try:
        async with database.transaction() as conn:
            await history_gaps.open_gaps(conn, [Target("user", 7)], 99)
        assert {row.search_after_id for _, row in await by_key(database)} == {99}
        gaps = await history_gaps.gaps(database)
        assert [(gap.to, gap.since, gap.why, gap.waiting) for gap in gaps] == [
            (Target("channel", 5, 9), 99, None, 2),
            (Target("user", 7), 99, None, 0),
        ]
    finally:
        await database.close()
