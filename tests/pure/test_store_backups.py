"""Backups: what is copied, what is refused, and which are kept."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.settings import Settings
from cogs.terminal.private_files import keep_private, readable_by_others
from db.store import meta
from db.store.backup_retention import DAYS, MONTHS, WEEKS, backups_to_keep
from db.store.backups import (
    BackupManifest,
    backup_name,
    backups_in,
    check_backup,
    manifest_beside,
    newest_good,
    write_backup,
    write_nightly,
)
from db.store.database import Database, DatabaseError

NOW = datetime(2026, 11, 29, 3, tzinfo=UTC)
DAY = timedelta(days=1)
MOMENTS = st.sets(
    st.integers(1, 2 * 365 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=80,
)


async def made_at(path: Path) -> None:
    """Make a database."""
    await (await Database.open(path)).close()


@pytest.fixture(autouse=True)
def umask() -> Iterator[None]:
    """Put back for whom files are made."""
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database that is not in use."""
    made = tmp_path / "tiewatch.sqlite3"
    asyncio.run(made_at(made))
    return made


def damage(file: Path) -> None:
    """Write nonsense into the middle of a file."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    file.write_bytes(content)


async def backed_up_amid_work(path: Path, to: Path) -> BackupManifest:
    """A backup while one thing is committed and the next is not."""
    database = await Database.open(path)
    try:
        async with database.transaction() as conn:
            await meta.set_value(conn, "one", "kept")
        async with database.transaction() as conn:
            await meta.set_value(conn, "two", "under way")
            return write_backup(path, to, NOW)
    finally:
        await database.close()


def test_a_backup_has_what_is_committed_while_the_bot_runs_and_not_more(path: Path, tmp_path: Path) -> None:
    made = asyncio.run(backed_up_amid_work(path, tmp_path / "copy.sqlite3"))
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        kept = dict(copy.execute("SELECT key, value FROM meta"))
        assert made.rows["meta"] == len(kept)
    assert kept == {"one": "kept", "backup_at": "2026-11-29T03:00:00.000Z"}
    assert {file.name for file in tmp_path.iterdir()} >= {"copy.sqlite3", "copy.sqlite3.json"}
    assert not [file for file in tmp_path.iterdir() if file.suffix == ".part" or file.name.startswith("copy.sqlite3-")]


def test_a_backup_and_its_manifest_are_for_this_user_alone(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite3"
    write_backup(path, file, NOW)
    assert [each.stat().st_mode & 0o777 for each in (file, manifest_beside(file))] == [0o600, 0o600]


def test_the_manifest_says_what_the_file_is(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite3"
    made = write_backup(path, file, NOW)
    said = json.loads(manifest_beside(file).read_text(encoding="utf-8"))
    assert said["sha256"] == made.sha256
    found = check_backup(file)
    assert (found.made_at, found.epoch, found.version, dict(found.rows)) == (
        said["made_at"],
        said["epoch"],
        said["version"],
        said["rows"],
    )


def test_a_damaged_database_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    damage(path)
    file = tmp_path / "copy.sqlite3"
    with pytest.raises(DatabaseError, match="damaged"):
        write_backup(path, file, NOW)
    assert not file.exists()
    assert not manifest_beside(file).exists()


def test_an_existing_file_is_not_written_over(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(DatabaseError, match="exists already"):
        write_backup(path, file, NOW)
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_not_there_is_one_line(path: Path, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be written"):
        write_backup(path, tmp_path / "none" / "copy.sqlite3", NOW)


def test_a_backup_that_was_changed_or_damaged_is_not_sound(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy.sqlite3"
    write_backup(path, file, NOW)
    with closing(sqlite3.connect(file)) as conn:
        conn.execute("INSERT INTO meta (key, value) VALUES ('x', 'y')")
        conn.commit()
    with pytest.raises(DatabaseError, match="not the file that"):
        check_backup(file)
    manifest_beside(file).unlink()
    check_backup(file)
    damage(file)
    with pytest.raises(DatabaseError, match="damaged"):
        check_backup(file)


def test_a_database_of_another_program_is_no_backup(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(file)) as conn:
        conn.execute("CREATE TABLE x (y)")
    with pytest.raises(DatabaseError, match="another program"):
        check_backup(file)


def test_a_backup_of_a_newer_version_is_refused(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("INSERT INTO migration (number, name) VALUES (9999, 'later')")
        conn.commit()
    with pytest.raises(DatabaseError, match="newer than this program"):
        write_backup(path, tmp_path / "copy.sqlite3", NOW)


def test_one_backup_a_day_is_made_and_the_old_ones_go(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = [write_nightly(path, folder, NOW + DAY * day) for day in range(10)]
    assert all(made)
    assert write_nightly(path, folder, NOW + DAY * 9 + timedelta(hours=5)) is None
    kept = list(backups_in(folder).values())
    assert set(filter(None, made[3:])) <= set(kept) < set(made), "all of the newest week, and not all"
    assert {file.name for file in folder.iterdir()} == {
        name for file in kept for name in (file.name, manifest_beside(file).name)
    }
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_night_without_a_sound_backup_deletes_none(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(7):
        write_nightly(path, folder, NOW + DAY * day)
    before = backups_in(folder)
    damage(path)
    with pytest.raises(DatabaseError):
        write_nightly(path, folder, NOW + DAY * 7)
    assert backups_in(folder) == before


def test_the_newest_good_backup_is_the_newest_that_is_sound(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert newest_good(folder) is None
    first, second = (write_nightly(path, folder, NOW + DAY * day) for day in range(2))
    assert newest_good(folder) == second
    assert second is not None
    damage(second)
    assert newest_good(folder) == first


@given(MOMENTS)
def test_the_newest_is_kept_and_so_is_the_newest_of_each_period(moments: set[datetime]) -> None:
    kept = backups_to_keep(moments, NOW)
    assert kept <= moments
    assert len(kept) <= DAYS + WEEKS + MONTHS
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest = newest_of_each(moments, period)
        assert set(newest[:most]) <= kept
    assert backups_to_keep(kept, NOW) == kept, "nothing more goes at the next look"


def newest_of_each(moments: Iterable[datetime], period: str) -> list[datetime]:
    """The newest moment of each period, newest period first."""
    found: dict[str, datetime] = {}
    for moment in sorted(moments):
        found[moment.strftime(period)] = moment
    return sorted(found.values(), reverse=True)


def test_after_three_years_of_nights_there_are_7_days_5_weeks_and_24_months() -> None:
    kept: frozenset[datetime] = frozenset()
    for day in range(3 * 365):
        now = NOW + DAY * day
        kept = backups_to_keep({*kept, now}, now)
    newest = max(kept)
    assert {newest - DAY * day for day in range(DAYS)} <= kept
    assert len({moment.strftime("%G-%V") for moment in kept if newest - moment < timedelta(weeks=4)}) >= WEEKS - 1
    assert len({moment.strftime("%Y-%m") for moment in kept}) == MONTHS
    assert min(kept) > newest - timedelta(days=31 * MONTHS)


def test_a_clock_that_is_ahead_costs_no_backup_of_today() -> None:
    nights = {NOW - DAY * day for day in range(DAYS)}
    ahead = {NOW + timedelta(days=400 + day) for day in range(DAYS)}
    assert nights | ahead <= backups_to_keep(nights | ahead, NOW)


def test_the_name_of_a_backup_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / backup_name(NOW)
    file.touch()
    (tmp_path / "tiewatch-2026-99-99T000000Z.sqlite3").touch()
    assert backups_in(tmp_path) == {NOW: file}


def test_backups_lie_beside_the_database_unless_a_setting_says_otherwise(tmp_path: Path) -> None:
    database = str(tmp_path / "a" / "x.sqlite3")
    for said, folder in (("", tmp_path / "a" / "backups"), ("/srv/copies", Path("/srv/copies")), ("Off", None)):
        read = Settings.from_environment({"TIEWATCH_DATABASE": database, "TIEWATCH_BACKUPS": said})
        assert read.backup_folder == folder


def test_the_database_is_made_private_and_check_says_what_is_not(path: Path) -> None:
    path.chmod(0o644)
    settings = Settings(database=path)
    assert path in readable_by_others(settings)
    keep_private(settings)
    assert path not in readable_by_others(settings)
