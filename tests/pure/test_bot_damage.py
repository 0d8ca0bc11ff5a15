"""A database that was damaged or lost: one line, 78, the newest sound backup named, never an empty start over it."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import bot
from bot import Tiewatch
from cogs.kit.logs import trace
from cogs.kit.settings import TABLE, Settings
from db.store.backups import write_nightly
from db.store.database import Database, DatabaseDamagedError, require_sound
from tests.pure.test_store_migrations import OLD

NOW = datetime(2026, 11, 29, 3, tzinfo=UTC)
TOKEN = "MTAxMjM0NTY3ODkwMTIzNDU2Nw.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB"
SECRET = "My private letter"
# Of SQLite's log beside a database (sqlite.org, WAL-mode file format).
WAL_FORMAT = 3_007_000


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    """Put back for whom files are made."""
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def path(first_start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it that `run` would use."""
    made = tmp_path / "tiewatch.sqlite3"
    shutil.copyfile(first_start, made)
    for setting in TABLE:
        monkeypatch.setenv(setting.name, "")
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("TIEWATCH_DATABASE", str(made))
    yield made
    gc.enable()


async def opened(path: Path) -> None:
    """Open a database as a start does."""
    await (await Database.open(path)).close()


def truncated(path: Path) -> None:
    """Half of the file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path) -> None:
    """Another file under its name."""
    path.write_bytes(b"This is no database. " * 500)


def with_bad_text(path: Path) -> None:
    """A text that is not UTF-8, in a tie."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("UPDATE tie SET editor_note = CAST(x'4d7920ff' AS TEXT) WHERE position = 3")
        conn.commit()


def with_a_value_of_nobody(path: Path) -> None:
    """A kind of act that there is not."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("UPDATE act SET kind = 'abolished' WHERE position = 1")
        conn.commit()


def with_a_log_of_another_kind(path: Path) -> None:
    """The log beside the database is one of a format that SQLite does not know, with a header that adds up."""
    header = struct.pack(">6I", 0x377F0682, WAL_FORMAT + 1, 4096, 0, 1, 2)
    first = second = 0
    for one, other in struct.iter_unpack("<2I", header):  # little-endian, as its sum takes them
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(header + struct.pack(">2I", first, second) + bytes(8192))


def with_no_file_for_a_log(path: Path) -> None:
    """A folder stands where the log beside the database should be."""
    path.with_name(f"{path.name}-wal").mkdir()


def emptied(path: Path) -> None:
    """A file without content, as a full disk leaves it."""
    path.write_bytes(b"")


def gone(path: Path) -> None:
    """No file."""
    path.unlink()


@pytest.mark.parametrize(
    "damage",
    [
        truncated,
        overwritten,
        with_bad_text,
        with_a_value_of_nobody,
        with_a_log_of_another_kind,
        with_no_file_for_a_log,
        emptied,
        gone,
    ],
)
def test_damage_is_one_line_and_78_and_names_the_newest_sound_backup(
    path: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None]
) -> None:
    folder = path.with_name("backups")
    sound = write_nightly(path, folder, NOW)
    newer = write_nightly(path, folder, NOW.replace(day=30))
    assert newer is not None
    truncated(newer)
    damage(path)
    before = path.read_bytes() if path.exists() else None
    assert bot.main(["run"]) == 78
    said = capsys.readouterr().err.splitlines()
    told = [line for line in said if not line.startswith("20")]
    assert len(told) == 1
    assert f"python bot.py restore {sound}" in told[0]
    assert "Traceback" not in "".join(said)
    if damage in {emptied, gone, truncated, overwritten}:
        assert (path.read_bytes() if path.exists() else None) == before, "nothing was made in its place"
    assert bot.main(["restore", str(sound)]) == 0, "what it says to do can be done"
    asyncio.run(opened(path))


def test_without_a_backup_that_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    truncated(path)
    assert bot.main(["run"]) == 78
    assert "no sound backup" in capsys.readouterr().err


def test_damage_in_what_a_start_does_not_read_is_found_by_looking_through_all(path: Path) -> None:
    require_sound(path)
    with closing(sqlite3.connect(path)) as conn:
        (root,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'delivery_target'").fetchone()
        (size,) = conn.execute("PRAGMA page_size").fetchone()
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(DatabaseDamagedError):
        require_sound(path)


def test_a_sound_database_with_rows_in_every_table_that_people_fill_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(OLD.read_text(encoding="utf-8"))
        assert conn.execute("SELECT count(*) FROM carried").fetchone()[0]

    async def start() -> None:
        await (await Tiewatch.open(Settings(database=path), lambda: NOW)).close()

    asyncio.run(start())
    require_sound(path)


async def test_what_stands_in_a_damaged_text_is_told_nowhere(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "x.sqlite3")
    try:
        async with database.transaction() as conn:
            text = SECRET.encode().hex()
            await conn.execute(f"INSERT INTO meta (key, value) VALUES ('x', CAST(x'{text}ff' AS TEXT))")
        with pytest.raises(DatabaseDamagedError) as raised:
            await database.read("SELECT value FROM meta")
        with pytest.raises(sqlite3.OperationalError) as plain, closing(sqlite3.connect(database.path)) as other:
            other.execute("SELECT value FROM meta").fetchall()
    finally:
        await database.close()
    assert SECRET in str(plain.value), "SQLite tells it"
    assert SECRET not in str(raised.value) + trace(raised.value) + trace(plain.value)
