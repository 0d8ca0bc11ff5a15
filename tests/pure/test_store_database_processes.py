"""Another process meets the database file: one without the right to write it, and one that is killed in the middle."""

from __future__ import annotations

import asyncio
import ctypes
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.pure.test_store_database import contents, made

ROOT = Path(__file__).resolve().parent.parent.parent
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1

OPEN = """
import asyncio, sys
from pathlib import Path
from db.store.database import Database, DatabaseError

async def main():
    try:
        database = await Database.open(Path(sys.argv[1]))
    except DatabaseError as error:
        sys.exit(str(error))
    await database.close()

asyncio.run(main())
"""


@contextmanager
def read_only(path: Path, mode: int) -> Iterator[None]:
    """Take the right to write a path, for a while."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


def bound_by_permissions() -> None:
    """Give up root's right to write what is read-only; others never had it."""
    ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)


def opening(path: Path) -> str:
    """What opening a database says, as one line, to a process that permissions bind; nothing if it opens."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)],
        cwd=ROOT,
        preexec_fn=bound_by_permissions,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.stderr.strip()


def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    with read_only(tmp_path, 0o555):
        line = opening(tmp_path / "t.db")
    assert line == (
        f"Database {tmp_path / 't.db'}: it cannot be opened; let this user read and write the file and its folder "
        "(unable to open database file)"
    )


def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    asyncio.run(made(tmp_path / "t.db"))
    with read_only(tmp_path / "t.db", 0o444):
        line = opening(tmp_path / "t.db")
    assert line == (
        f"Database {tmp_path / 't.db'}: it is read-only; let this user write the file and its folder "
        "(attempt to write a readonly database)"
    )


def test_a_database_in_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    asyncio.run(made(tmp_path / "t.db"))
    with read_only(tmp_path, 0o555):
        line = opening(tmp_path / "t.db")
    assert line.startswith(f"Database {tmp_path / 't.db'}: it ")
    assert "let this user" in line


def test_a_database_that_may_be_written_opens(tmp_path: Path) -> None:
    assert opening(tmp_path / "t.db") == ""


def test_a_refused_database_lets_the_process_end_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_text("no database" * 100)
    assert opening(tmp_path / "t.db").count("\n") == 0


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
import db.store.database

async def main():
    path, folder = Path(sys.argv[1]), Path(sys.argv[2])
    split = db.store.database.statements
    def dying(script):
        for number, statement in enumerate(split(script)):
            yield statement
            if "'new'" in statement:
                os.kill(os.getpid(), signal.SIGKILL)
    db.store.database.statements = dying
    await db.store.database.Database.open(path, migrations=folder)

asyncio.run(main())
"""


def test_a_kill_in_the_middle_of_a_migration_leaves_the_old_version_whole(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_first.sql").write_text("CREATE TABLE a (b TEXT) STRICT;\nINSERT INTO a VALUES ('old');")
    path = tmp_path / "t.db"
    asyncio.run(made(path, folder))
    (folder / "0002_second.sql").write_text("UPDATE a SET b = 'new';\nCREATE TABLE c (d TEXT) STRICT;")
    command = [sys.executable, "-c", KILLED, str(path), str(folder)]
    done = subprocess.run(command, cwd=ROOT, timeout=30, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert contents(path, "SELECT b FROM a") == [("old",)]
    assert contents(path, "SELECT number FROM migration") == [(1,)]
    asyncio.run(made(path, folder))
    assert contents(path, "SELECT b FROM a") == [("new",)]
