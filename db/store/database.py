"""The SQLite file: opened, checked and migrated; one writer behind a lock, one reader that never waits for it."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence, Set
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import aiosqlite

MIGRATIONS = Path(__file__).parent / "migrations"
PATIENCE = 5.0
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    # What people deleted is overwritten, and not only marked as free: not every SQLite is built so.
    "PRAGMA secure_delete = ON",
    # In KiB: the record is read once at the start, and what is read later is a few rows.
    "PRAGMA cache_size = -512",
)
_DAMAGED = "it is damaged; restore a backup"
# So SQLite says "cannot be opened" of a log of another kind than it knows (sqlite.org, WAL-mode file format).
_LOG_DAMAGED = "the log beside it is damaged; restore a backup"
_NOT_TEXT = "Could not decode to UTF-8"
# SQLite makes the file that its processes share in steps of this size (sqlite.org, WAL-mode file format).
_SMALLEST_ROOM = 32 * 1024
_REMEDIES = {
    sqlite3.SQLITE_BUSY: "another process is writing to it; stop that one or wait for it, then try again",
    sqlite3.SQLITE_LOCKED: "another process is writing to it; stop that one or wait for it, then try again",
    sqlite3.SQLITE_READONLY: "it is read-only; let this user write the file and its folder",
    sqlite3.SQLITE_PERM: "it is read-only; let this user write the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; let this user read and write the file and its folder",
    sqlite3.SQLITE_FULL: "the disk is full and nothing was changed; free some space, then try again",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written and nothing was changed; check the disk, then try again",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: "it is not an SQLite database; choose another path or move that file away",
}


class DatabaseError(Exception):
    """The database cannot be used. ``str()`` of it is one line: what is wrong, and the remedy."""


class DatabaseBusyError(DatabaseError):
    """Another process kept the database for longer than we waited. It may be free again at any time."""


class DatabaseFullError(DatabaseError):
    """Nothing more fits on the disk. There may be room again at any time."""


class DatabaseDamagedError(DatabaseError):
    """The file is no sound database: only a backup helps."""


class RecordUnavailableError(DatabaseError):
    """A database of ours without a record that this program can read: of another version, or still empty."""


_KINDS: Mapping[int, type[DatabaseError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusyError,
    sqlite3.SQLITE_LOCKED: DatabaseBusyError,
    sqlite3.SQLITE_FULL: DatabaseFullError,
    sqlite3.SQLITE_CORRUPT: DatabaseDamagedError,
    sqlite3.SQLITE_NOTADB: DatabaseDamagedError,
}


def stamp(moment: datetime) -> str:
    """A moment as UTC text that sorts as moments do: ``2026-11-25T20:40:51.123Z``. Raises ValueError without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def unstamp(text: str) -> datetime:
    """The moment, in UTC, that ``stamp`` wrote. Raises ValueError for anything else."""
    return datetime.fromisoformat(text).astimezone(UTC)


class Transaction(aiosqlite.Connection):
    """The connection that writes, as the code inside of a transaction has it.

    ``touched`` are the tables in which the transaction left something to be heard of: see ``Database.on_commit``.
    """

    def __init__(self, path: Path, patience: float) -> None:
        super().__init__(lambda: sqlite3.connect(path, timeout=patience, isolation_level=None), iter_chunk_size=64)
        self.touched: set[str] = set()


class Database:
    """An open database. Make one with ``open``, and close it: an open connection keeps the process alive."""

    def __init__(self, path: Path, writer: Transaction, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._listeners: dict[str, list[Callable[[], None]]] = defaultdict(list)
        self._writing = asyncio.Lock()
        self._reading = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path, *, migrations: Path = MIGRATIONS, patience: float = PATIENCE) -> Database:
        """Open the file, made if missing, and bring it to the newest version.

        ``patience`` is how many seconds to wait for another process that writes. Raises DatabaseError for a missing
        folder, a read-only folder or file, a file of another kind, a newer version, and a file that stays locked.
        """
        await asyncio.to_thread(_bring_up_to_date, path, migrations, patience)
        opened: list[aiosqlite.Connection] = []
        try:
            writer = Transaction(path, patience)
            reader = aiosqlite.connect(path, timeout=patience, isolation_level=None)
            for connection in (writer, reader):
                opened.append(await connection)
                connection.row_factory = sqlite3.Row
                for setting in _SETTINGS:
                    await connection.execute(setting)
        except BaseException as error:
            await _close_all(opened)
            _explain(path, error)
            raise
        return cls(path, writer, reader)

    def on_commit(self, table: str, callback: Callable[[], None]) -> None:
        """Call this after every committed transaction that touched a table. It must not fail, and not take long."""
        self._listeners[table].append(callback)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """The writer, inside ``BEGIN IMMEDIATE``: committed at the end, rolled back after any exception.

        Not to be nested: hand the connection down. Raises DatabaseError if the file is locked by another process,
        read-only, damaged or the disk is full; other exceptions pass unchanged.
        """
        async with self._writing:
            self._writer.touched.clear()
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield self._writer
                await self._writer.commit()
            except BaseException as error:
                with suppress(sqlite3.Error):
                    await self._writer.rollback()
                _explain(self.path, error)
                raise
            touched = frozenset(self._writer.touched)
        for table in touched:
            for callback in self._listeners.get(table, ()):
                callback()

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[aiosqlite.Connection]:
        """The reader, for several queries that must see one state of the record. Other reads wait; writes do not."""
        async with self._reading:
            try:
                await self._reader.execute("BEGIN")
                yield self._reader
            except sqlite3.Error as error:
                _explain(self.path, error)
                raise
            finally:
                with suppress(sqlite3.Error):
                    await self._reader.rollback()

    async def read(self, sql: str, parameters: Sequence[object] = ()) -> list[sqlite3.Row]:
        """The rows of one query, each also readable by column name. Raises DatabaseError if the file cannot be read."""
        async with self._reading:
            try:
                return list(await self._reader.execute_fetchall(sql, parameters))
            except sqlite3.Error as error:
                _explain(self.path, error)
                raise

    async def shrink(self) -> None:
        """Give back what the connections keep of the pages that they have read: after the start most of them are not
        read again.
        """
        async with self._writing, self._reading:
            for connection in (self._writer, self._reader):
                await connection.execute_fetchall("PRAGMA shrink_memory")

    async def empty_log(self) -> None:
        """Move what is in the log beside the file into it, and empty the log: what was deleted is then in neither.

        Where another process reads, the log is emptied at the next time.
        """
        async with self._writing, self._reading:
            with suppress(sqlite3.Error):
                await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Close both connections, after the transaction that may be under way. May be called twice."""
        async with self._writing, self._reading:
            await _close_all([self._reader, self._writer])


@asynccontextmanager
async def read_only(path: Path, *, migrations: Path = MIGRATIONS) -> AsyncIterator[aiosqlite.Connection]:
    """A connection that reads one state of a database, and changes and makes no file; a running bot is not disturbed.

    Raises RecordUnavailableError for a database of a newer or older version, and DatabaseError for a missing file, one
    of another kind, and one that cannot be read.
    """
    try:
        async with aiosqlite.connect(address_to_read(path), uri=True, isolation_level=None) as conn:
            conn.row_factory = sqlite3.Row
            await conn.execute("BEGIN")
            await _require_known_version(conn, path, _scripts(migrations).keys())
            yield conn
    except sqlite3.Error as error:
        _explain(path, error)
        raise


def address_to_read(path: Path) -> str:
    """By which SQLite reads a file and changes and makes none. Raises DatabaseError if there is no such file.

    Where nobody writes there is no log beside the file, and SQLite would leave one: the file is read as it is.
    """
    if not path.is_file():
        raise DatabaseError(f"Database {path}: there is no such file; start the bot once, or choose another path")
    in_use = path.with_name(f"{path.name}-wal").exists()
    return f"{path.absolute().as_uri()}?{'mode=ro' if in_use else 'immutable=1'}"


async def _require_known_version(conn: aiosqlite.Connection, path: Path, known: Set[int]) -> None:
    if not await conn.execute_fetchall("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'"):
        raise DatabaseError(f"Database {path}: it belongs to another program; choose another path")
    done = {row["number"] for row in await conn.execute_fetchall("SELECT number FROM migration")}
    if newer := done - known:
        raise _newer_than_known(path, newer, known)
    if known - done:
        raise RecordUnavailableError(
            f"Database {path}: its version {max(done, default=0)} is older than this program, which needs "
            f"{max(known)}; start the bot once, and it is brought up to date"
        )


def _newer_than_known(path: Path, newer: Set[int], known: Set[int]) -> RecordUnavailableError:
    return RecordUnavailableError(
        f"Database {path}: its version {max(newer)} is newer than this program, which knows up to "
        f"{max(known, default=0)}; update the program, or restore a backup made before the update"
    )


async def fetch(
    source: Database | aiosqlite.Connection, sql: str, parameters: Sequence[object] = ()
) -> list[sqlite3.Row]:
    """The rows of one query: of the transaction or snapshot that a connection is in, or else of the last commit."""
    if isinstance(source, Database):
        return await source.read(sql, parameters)
    return list(await source.execute_fetchall(sql, parameters))


def require_sound(path: Path) -> None:
    """Look through a whole database, which a bot may be using. Raises DatabaseDamagedError if it is not sound.

    Not by ``quick_check``: of a sound table without row ids it says that it holds NULLs (SQLite 3.40.1).
    """
    with explained(path), closing(sqlite3.connect(address_to_read(path), uri=True)) as conn:
        if [row[0] for row in conn.execute("PRAGMA integrity_check(1)")] != ["ok"]:
            raise DatabaseDamagedError(f"Database {path}: {_DAMAGED}")


def statements(script: str) -> list[str]:
    """A script's SQL statements, one by one: ``executescript`` would commit first, and a failure leave half of it."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return [*found, pending.strip()] if pending.strip() else found


def _bring_up_to_date(path: Path, folder: Path, patience: float) -> None:
    """Check that a file can be used, and apply what migrations it lacks, each in one transaction with its record."""
    if not path.parent.is_dir():
        raise DatabaseError(f"Database {path}: there is no folder {path.parent}; create it, or choose another path")
    if path.is_dir():
        raise DatabaseError(f"Database {path}: this is a folder; choose the path of a file")
    scripts = _scripts(folder)
    try:
        with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as conn:
            for setting in _SETTINGS:
                conn.execute(setting)
            for number in _missing(conn, path, set(scripts)):
                _apply(conn, number, *scripts[number])
    except sqlite3.Error as error:
        # Only at a start: later it may also be that the process has too many files open.
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN and _may_use_all(path):
            raise DatabaseDamagedError(f"Database {path}: {_LOG_DAMAGED} ({error})") from error
        _explain(path, error)
        raise


def _scripts(folder: Path) -> Mapping[int, tuple[str, str]]:
    """The migrations in a folder by their number: name and SQL."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return {int(file.name[:4]): (file.stem, file.read_text(encoding="utf-8")) for file in files}


def _missing(conn: sqlite3.Connection, path: Path, known: set[int]) -> list[int]:
    """The numbers of the migrations that a database lacks. Raises DatabaseError if it is not ours, or newer than we."""
    with _all_or_nothing(conn):
        tables = {name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if tables and "migration" not in tables:
            raise DatabaseError(f"Database {path}: it belongs to another program; choose another path")
        # On a read-only file SQLite lets the transaction begin, and refuses only to write.
        conn.execute("PRAGMA user_version = 0")
        conn.execute(
            "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
            "at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ'))) STRICT"
        )
        done = {number for (number,) in conn.execute("SELECT number FROM migration")}
        if newer := done - known:
            raise _newer_than_known(path, newer, known)
    return sorted(known - done)


def _apply(conn: sqlite3.Connection, number: int, name: str, script: str) -> None:
    with _all_or_nothing(conn):
        for statement in statements(script):
            conn.execute(statement)
        conn.execute("INSERT INTO migration (number, name) VALUES (?, ?)", (number, name))


@contextmanager
def _all_or_nothing(conn: sqlite3.Connection) -> Iterator[None]:
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        conn.rollback()
        raise


async def _close_all(connections: list[aiosqlite.Connection]) -> None:
    for connection in connections:
        with suppress(sqlite3.Error):
            await connection.close()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise what goes wrong with a file or its disk in this block as a DatabaseError with its remedy."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        _explain(path, error)
        raise


def _explain(path: Path, error: BaseException) -> None:
    """Raise an error of the file or the disk as a DatabaseError with its remedy; let any other pass.

    A text that is no UTF-8 is damage: SQLite has no code for it, and its message holds the text, which is told to
    nobody.
    """
    if isinstance(error, UnicodeDecodeError) or (isinstance(error, sqlite3.Error) and _NOT_TEXT in str(error)):
        raise DatabaseDamagedError(f"Database {path}: {_DAMAGED} (a text is not UTF-8)") from None
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR and _has_no_room(path):  # so SQLite says of the files that it maps into memory
        code = sqlite3.SQLITE_FULL
    if isinstance(error, sqlite3.Error) and code in _REMEDIES:
        raise _KINDS.get(code, DatabaseError)(f"Database {path}: {_REMEDIES[code]} ({error})") from error


def _may_use_all(path: Path) -> bool:
    """Whether a file, the log beside it and their folder are there, and this user may read and write all of them."""
    files = (path.parent, path, path.with_name(f"{path.name}-wal"))
    return all(os.access(file, os.R_OK | os.W_OK) for file in files)


def _has_no_room(path: Path) -> bool:
    """Whether the disk of a file is full."""
    try:
        return shutil.disk_usage(path.parent).free < _SMALLEST_ROOM
    except OSError:
        return False
