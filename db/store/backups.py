"""Backups: SQLite's own copy of a database that may be in use, checked, with a manifest, all of it or nothing."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from db.record.values import value
from db.store.backup_retention import backups_to_keep
from db.store.database import MIGRATIONS, DatabaseError, address_to_read, explained, stamp, unstamp
from db.store.deliveries import EPOCH

PRIVATE = 0o600
# Under which key a backup says in itself of when it is.
MADE_AT = "backup_at"
_NAME = re.compile(r"tiewatch-(\d{4}-\d\d-\d\dT\d{6}Z)\.sqlite3")
_FORMAT = "%Y-%m-%dT%H%M%SZ"
# What says of when a database is that was copied by hand: the newest moment that it knows of.
_NEWEST = """
    SELECT max(at) FROM (
        SELECT max(created_at) AS at FROM delivery UNION ALL SELECT max(done_at) FROM delivery
        UNION ALL SELECT max(at) FROM audit UNION ALL SELECT max(at) FROM migration
    )
"""


@value
class BackupManifest:
    """What is known of a backup: of when it is, after how many restores, of which version, and how many rows it has."""

    made_at: str
    epoch: int
    version: int
    rows: Mapping[str, int]
    sha256: str = ""


def manifest_beside(file: Path) -> Path:
    """Where the manifest of a backup stands."""
    return file.with_name(f"{file.name}.json")


def backup_name(moment: datetime) -> str:
    """The name of a backup that was made by itself."""
    return f"tiewatch-{moment.astimezone(UTC).strftime(_FORMAT)}.sqlite3"


def backups_in(folder: Path) -> dict[datetime, Path]:
    """The backups of a folder that were made by themselves, by their moments, oldest first."""
    found: dict[datetime, Path] = {}
    for file in sorted(folder.glob("tiewatch-*.sqlite3")):
        if named := _NAME.fullmatch(file.name):
            with suppress(ValueError):
                found[datetime.strptime(named[1], _FORMAT).replace(tzinfo=UTC)] = file
    return found


def newest_good(folder: Path | None) -> Path | None:
    """The newest backup of a folder that is sound, or None."""
    for file in reversed(backups_in(folder).values() if folder else ()):
        with suppress(DatabaseError):
            check_backup(file)
            return file
    return None


def write_backup(database: Path, to: Path, now: datetime) -> BackupManifest:
    """Copy a database, which a bot may be using, to a new file with its manifest beside it; both for this user alone.

    Raises DatabaseError if the database cannot be read or the copy is not sound, if the file exists, and for a disk
    that fails; no file is left then.
    """
    if to.exists():
        raise DatabaseError(f"Backup {to}: this file exists already; choose another name")
    part = to.with_name(f"{to.name}.part")
    try:
        with new_file(part):
            made = _copied(database, part, now)
            synced(part)
            _write_whole(manifest_beside(to), json.dumps(asdict(made), indent=2) + "\n")
            part.replace(to)
            sync_folder(to.parent)
    except OSError as error:
        raise DatabaseError(f"Backup {to}: it cannot be written ({error.strerror})") from error
    return made


def write_nightly(database: Path, folder: Path, now: datetime) -> Path | None:
    """Make the day's backup in a folder, made if missing, and delete those that are no longer kept.

    The new file; None if the day has one. Raises DatabaseError as ``write_backup`` does, and deletes nothing then.
    """
    if any(moment.date() == now.date() for moment in backups_in(folder)):
        return None
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"Backups {folder}: the folder cannot be made ({error.strerror})") from error
    made = folder / backup_name(now)
    write_backup(database, made, now)
    found = backups_in(folder)
    for moment in found.keys() - backups_to_keep(found, now):
        for file in (found[moment], manifest_beside(found[moment])):
            file.unlink(missing_ok=True)
    return made


def check_backup(file: Path) -> BackupManifest:
    """What a backup holds, once it is known to be sound. Raises DatabaseError for one that is not, or is none of ours.

    Where a manifest stands beside it, the file must be the one that the manifest is of.
    """
    with explained(file), closing(sqlite3.connect(address_to_read(file), uri=True)) as conn:
        _require_sound(conn, file)
        found = _manifest(conn, file)
    beside = manifest_beside(file)
    if beside.exists() and _said_by(beside) not in {"", _digest(file)}:
        raise DatabaseError(f"Backup {file}: it is not the file that {beside.name} was written for; take another one")
    return found


def _said_by(manifest: Path) -> str:
    try:
        said = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(said.get("sha256", "")) if isinstance(said, dict) else ""


def _copied(database: Path, part: Path, now: datetime) -> BackupManifest:
    with explained(database), closing(copy_database(database, part)) as copy:
        _require_sound(copy, database)
        copy.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (MADE_AT, stamp(now)),
        )
        found = _manifest(copy, database)
    return BackupManifest(found.made_at, found.epoch, found.version, found.rows, _digest(part))


def copy_database(database: Path, to: Path) -> sqlite3.Connection:
    """Copy all that is committed in a database, what its log holds included, to one file; a connection to the copy."""
    with closing(sqlite3.connect(address_to_read(database), uri=True)) as source:
        copy = sqlite3.connect(to, isolation_level=None)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        except BaseException:
            copy.close()
            raise
        return copy


def _require_sound(conn: sqlite3.Connection, file: Path) -> None:
    if [row[0] for row in conn.execute("PRAGMA integrity_check(1)")] != ["ok"]:
        raise DatabaseError(f"Database {file}: it is damaged; restore a backup")
    if conn.execute("PRAGMA foreign_key_check").fetchone():
        raise DatabaseError(f"Database {file}: it names rows that it does not have; restore a backup")


def _manifest(conn: sqlite3.Connection, file: Path) -> BackupManifest:
    tables = {name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not {"migration", "meta", "delivery"} <= tables:
        raise DatabaseError(f"Database {file}: it belongs to another program; choose another file")
    version = conn.execute("SELECT max(number) FROM migration").fetchone()[0] or 0
    newest = max(int(script.name[:4]) for script in MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    if version > newest:
        raise DatabaseError(
            f"Database {file}: its version {version} is newer than this program, which knows up to {newest}; "
            "update the program first"
        )
    kept = dict(conn.execute("SELECT key, value FROM meta WHERE key IN (?, ?)", (MADE_AT, EPOCH)))
    made_at = kept.get(MADE_AT) or conn.execute(_NEWEST).fetchone()[0]
    rows = {name: conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in sorted(tables)}  # noqa: S608 - names of the schema
    return BackupManifest(stamp(unstamp(made_at)), int(kept.get(EPOCH, 0)), version, rows)


@contextmanager
def new_file(part: Path) -> Iterator[None]:
    """An empty file for this user alone, deleted again if the block fails."""
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))
    try:
        yield
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _write_whole(file: Path, text: str) -> None:
    with new_file(part := file.with_name(f"{file.name}.part")):
        part.write_text(text, encoding="utf-8")
        synced(part)
        part.replace(file)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def synced(file: Path) -> None:
    """Let what was written to a file stand also after a power failure."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Let what was renamed in a folder stand also after a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
