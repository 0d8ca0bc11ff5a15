"""What an operator meets: a line with the remedy where a file cannot be used, and a whole record after any accident."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from db.store import audit, meta
from db.store.database import MIGRATIONS, Database, DatabaseError, stamp, statements, unstamp
from db.store.editing_models import AuditAction

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "tiewatch.db")
    yield opened
    await opened.close()


def contents(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What a query finds in a file, read without the program."""
    with closing(sqlite3.connect(path)) as left:
        return left.execute(sql).fetchall()


async def made(path: Path, migrations: Path = MIGRATIONS) -> None:
    """Make a database, or bring it up to date, and close it."""
    await (await Database.open(path, migrations=migrations)).close()


async def refusal(path: Path, patience: float = 5.0) -> str:
    """The line with which opening a database is refused."""
    try:
        opened = await Database.open(path, patience=patience)
    except DatabaseError as error:
        line = str(error)
    else:
        await opened.close()
        pytest.fail("the database was opened")
    assert "\n" not in line
    return line


async def test_a_missing_folder_is_refused_with_the_folder_to_create(tmp_path: Path) -> None:
    line = await refusal(tmp_path / "no" / "t.db")
    assert line == (
        f"Database {tmp_path / 'no' / 't.db'}: there is no folder {tmp_path / 'no'}; create it, or choose another path"
    )


async def test_a_folder_is_refused_as_a_file(tmp_path: Path) -> None:
    assert await refusal(tmp_path) == f"Database {tmp_path}: this is a folder; choose the path of a file"


async def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear mayor, " * 200)
    assert "it is not an SQLite database; choose another path" in await refusal(path)
    assert path.read_text().startswith("Dear mayor")


async def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    assert await refusal(path) == f"Database {path}: it belongs to another program; choose another path"
    assert contents(path, "SELECT name FROM sqlite_schema") == [("songs",)]


async def test_a_newer_version_is_refused_with_both_versions(tmp_path: Path, database: Database) -> None:
    async with database.transaction() as conn:
        await conn.execute("INSERT INTO migration (number, name) VALUES (9001, 'from_the_future')")
    newest = max(int(file.name[:4]) for file in MIGRATIONS.glob("*.sql"))
    assert await refusal(database.path) == (
        f"Database {database.path}: its version 9001 is newer than this program, which knows up to {newest}; "
        "update the program, or restore a backup made before the update"
    )


async def test_a_file_that_another_process_keeps_locked_is_refused(tmp_path: Path, database: Database) -> None:
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        line = await refusal(database.path, patience=0.05)
    finally:
        other.close()
    assert "another process is writing to it; stop that one or wait for it, then try again" in line


async def test_a_damaged_file_is_refused_with_the_backup_as_the_remedy(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "t.db")
    await database.close()
    content = bytearray(database.path.read_bytes())
    content[100:8192] = bytes(8092)
    database.path.write_bytes(content)
    assert "it is damaged; restore a backup" in await refusal(database.path)


async def test_closing_may_be_done_twice(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "t.db")
    await database.close()
    await database.close()


async def test_settings_of_the_file_are_as_promised(database: Database) -> None:
    for setting, value in (("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1), ("busy_timeout", 5000)):
        async with database.transaction() as conn:
            (written,) = await conn.execute_fetchall(f"PRAGMA {setting}")
        (read,) = await database.read(f"PRAGMA {setting}")
        assert (written[0], read[0]) == (value, value)


async def test_every_table_is_strict(database: Database) -> None:
    loose = await database.read("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict")
    assert [row["name"] for row in loose if not row["name"].startswith("sqlite_")] == []


async def test_what_is_written_together_is_kept_together_or_not_at_all(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as conn:
            await meta.set_value(conn, "one", "1")
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        await fail()
    assert await meta.get(database, "one") is None
    async with database.transaction() as conn:
        await meta.set_value(conn, "one", "1")
        await meta.set_value(conn, "one", "2")
    assert await meta.get(database, "one") == "2"


async def test_who_listens_hears_of_a_committed_transaction_that_touched_the_table_and_of_no_other(
    database: Database,
) -> None:
    heard: list[str] = []
    database.on_commit("meta", lambda: heard.append("meta"))
    async with database.transaction() as conn:
        await meta.set_value(conn, "one", "1")
        conn.touched.update({"meta", "other"})
        assert heard == []
    assert heard == ["meta"]
    async with database.transaction() as conn:
        await meta.set_value(conn, "two", "2")

    async def fail() -> None:
        async with database.transaction() as conn:
            conn.touched.add("meta")
            raise RuntimeError("undone")

    with pytest.raises(RuntimeError, match="undone"):
        await fail()
    async with database.transaction():
        pass
    assert heard == ["meta"], "neither by what touched nothing, nor by what was rolled back, nor by what came after it"


async def test_whoever_hears_of_a_commit_may_write_at_once(database: Database) -> None:
    tasks: list[asyncio.Task[None]] = []

    async def write() -> None:
        async with database.transaction() as conn:
            await meta.set_value(conn, "after", "yes")

    database.on_commit("meta", lambda: tasks.append(asyncio.create_task(write())))
    async with database.transaction() as conn:
        conn.touched.add("meta")
    await asyncio.gather(*tasks)
    assert await meta.get(database, "after") == "yes"


async def test_a_cancelled_write_is_undone_and_the_next_one_works(database: Database) -> None:
    started = asyncio.Event()

    async def write() -> None:
        async with database.transaction() as conn:
            await meta.set_value(conn, "key", "half")
            started.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await meta.get(database, "key") is None
    async with database.transaction() as conn:
        await meta.set_value(conn, "key", "whole")
    assert await meta.get(database, "key") == "whole"


async def test_a_write_cancelled_at_any_moment_leaves_the_writer_usable(database: Database) -> None:
    async def write(value: str) -> None:
        async with database.transaction() as conn:
            await meta.set_value(conn, "a", value)
            await meta.set_value(conn, "b", value)

    for number in range(60):
        task = asyncio.create_task(write(str(number)))
        for _ in range(number % 20):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await meta.get(database, "a") == await meta.get(database, "b")
    await write("end")
    assert await meta.get(database, "b") == "end"


async def test_writers_take_turns_and_readers_see_only_what_is_committed(database: Database) -> None:
    seen: list[str | None] = []

    async def add(number: int) -> None:
        async with database.transaction() as conn:
            (row,) = await conn.execute_fetchall("SELECT coalesce(max(cast(value AS INTEGER)), 0) FROM meta")
            await meta.set_value(conn, "count", "-1")
            seen.append(await meta.get(database, "count"))
            await meta.set_value(conn, "count", str(max(row[0], 0) + 1))

    await asyncio.gather(*(add(number) for number in range(20)))
    assert await meta.get(database, "count") == "20"
    assert "-1" not in seen


async def test_a_writer_keeps_other_processes_out_from_its_first_read_on(database: Database) -> None:
    with closing(sqlite3.connect(database.path, isolation_level=None, timeout=0)) as other:
        async with database.transaction():
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")


async def test_a_snapshot_does_not_see_a_write_that_comes_between_its_queries(database: Database) -> None:
    async with database.snapshot() as conn:
        before = list(await conn.execute_fetchall("SELECT * FROM meta"))
        async with database.transaction() as writer:
            await meta.set_value(writer, "key", "new")
        assert list(await conn.execute_fetchall("SELECT * FROM meta")) == before
    assert await meta.get(database, "key") == "new"


async def test_a_full_disk_undoes_the_write_and_says_what_to_do(database: Database) -> None:
    async with database.transaction() as conn:
        await meta.set_value(conn, "kept", "yes")
        (pages,) = await conn.execute_fetchall("PRAGMA page_count")
        await conn.execute(f"PRAGMA max_page_count = {pages[0] + 2}")

    async def fill() -> None:
        async with database.transaction() as conn:
            await meta.set_value(conn, "kept", "no")
            await meta.set_value(conn, "big", "x" * 100_000)

    with pytest.raises(
        DatabaseError, match="the disk is full and nothing was changed; free some space, then try again"
    ):
        await fill()
    assert await meta.get(database, "kept") == "yes"


async def test_a_lock_by_another_process_undoes_the_write_and_says_what_to_do(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "t.db", patience=0.05)
    other = sqlite3.connect(database.path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match="another process is writing to it"):
            async with database.transaction() as conn:
                await meta.set_value(conn, "key", "x")
        other.execute("ROLLBACK")
        async with database.transaction() as conn:
            await meta.set_value(conn, "key", "y")
        assert await meta.get(database, "key") == "y"
    finally:
        other.close()
        await database.close()


async def test_a_mistake_of_the_program_is_not_passed_off_as_one_of_the_disk(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await database.read("SELECT * FROM missing")
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction() as conn:
            await conn.execute("INSERT INTO meta (key, value) VALUES ('x', NULL)")


async def test_decisions_are_read_back_newest_first(database: Database) -> None:
    at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    async with database.transaction() as conn:
        for number, subject in enumerate(("a", "b", "a")):
            when, did = at + timedelta(hours=number), AuditAction.RECORDED
            await audit.write(conn, at=when, who=7 + number, did=did, subject=subject, before=None, after="x")
    assert [entry.at for entry in await audit.entries_about(database, "a")] == [at + timedelta(hours=2), at]


def test_moments_are_kept_in_utc_and_sort_as_text() -> None:
    early = datetime(2026, 11, 25, 23, 30, tzinfo=timezone(timedelta(hours=3)))
    late = datetime(2026, 11, 25, 20, 30, 0, 1000, tzinfo=UTC)
    assert stamp(early) == "2026-11-25T20:30:00.000Z"
    assert stamp(early) < stamp(late)
    assert unstamp(stamp(late)) == late
    with pytest.raises(ValueError, match="time zone"):
        stamp(datetime(2026, 11, 25))  # noqa: DTZ001


def test_a_script_is_split_at_the_ends_of_statements_only() -> None:
    script = (
        "-- one; two\nCREATE TABLE a (b TEXT DEFAULT ';');\n"
        "CREATE TRIGGER c AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  DELETE FROM a;\nEND;\nSELECT 1"
    )
    assert [statement.split()[-1] for statement in statements(script)] == ["';');", "END;", "1"]


async def test_a_migration_that_fails_half_way_leaves_the_old_version_whole(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_first.sql").write_text("CREATE TABLE a (b TEXT) STRICT;\nINSERT INTO a VALUES ('old');")
    path = tmp_path / "t.db"
    await made(path, folder)
    second = folder / "0002_second.sql"
    second.write_text("UPDATE a SET b = 'new';\nCREATE TABLE c (d TEXT) STRICT;\nINSERT INTO missing VALUES (1);")
    with pytest.raises(sqlite3.OperationalError, match="no such table: missing"):
        await Database.open(path, migrations=folder)
    second.write_text("CREATE TABLE c (d TEXT) STRICT;")
    database = await Database.open(path, migrations=folder)
    try:
        assert [row["b"] for row in await database.read("SELECT b FROM a")] == ["old"]
        assert [row["number"] for row in await database.read("SELECT number FROM migration")] == [1, 2]
    finally:
        await database.close()


async def test_a_migration_is_applied_once(tmp_path: Path) -> None:
    for _ in range(2):
        database = await Database.open(tmp_path / "t.db")
        rows = await database.read("SELECT number, name FROM migration ORDER BY number")
        await database.close()
    assert [row["name"] for row in rows] == sorted(file.stem for file in MIGRATIONS.glob("*.sql"))
