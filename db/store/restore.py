"""From a backup back to a database in use: the file put in its place, and what is remembered of that.

A restored database knows nothing of what was sent and given ids since its backup. So sending is held (``HELD``) until
the channels were read and somebody said that it may go on, and every id of an outbox row belongs to one *epoch*.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import aiosqlite

from db.record.values import value
from db.store import meta
from db.store.backups import PRIVATE, BackupManifest, check_backup, copy_database, new_file, sync_folder, synced
from db.store.database import Database, DatabaseError, address_to_read, explained, stamp, unstamp
from db.store.deliveries import EPOCH
from db.store.process_lock import lock_file, only_process

# The keys in ``meta``: all restores that a database has been through, and whether sending is held after the last.
RESTORES = "restores"
HELD = "restore_held"
# So many numbers are left out, so that what was numbered since the backup is not numbered again.
_LEFT_OUT = 10_000


@value
class Restore:
    """One restore: to the state of when, done when, and the epoch that it began."""

    epoch: int
    backup_at: str
    restored_at: str

    @property
    def since(self) -> datetime:
        """From when on the database knows nothing of what happened."""
        return unstamp(self.backup_at)

    @property
    def until(self) -> datetime:
        """Up to when it does not."""
        return unstamp(self.restored_at)


@value
class Restored:
    """What a restore did: of when the database is now, and where the one before it is kept, if there was one."""

    manifest: BackupManifest
    aside: Path | None


def restore(file: Path, database: Path, now: datetime) -> Restored:
    """Put a backup in the place of a database, and keep that one aside; sending is held at the next start.

    Raises DatabaseError while a bot runs on the database, for a backup that is not sound, and for a disk that fails;
    the database is then as it was.
    """
    with only_process(database):
        if not file.is_file():
            raise DatabaseError(f"Backup {file}: there is no such file; choose another one")
        if file.resolve() == database.resolve():
            raise DatabaseError(f"Backup {file}: this is the database itself; choose a backup")
        manifest = check_backup(file)
        part = database.with_name(f"{database.name}.restoring")
        try:
            _copy(file, part)
            for made in (part, lock_file(database)):
                _give_to_owner(made, database.parent)
            _begin_epoch(part, database, manifest, now)
            synced(part)
            aside = _set_aside(database, now)
            part.replace(database)
            sync_folder(database.parent)
        except OSError as error:
            raise DatabaseError(f"Database {database}: it cannot be written ({error.strerror})") from error
        finally:
            part.unlink(missing_ok=True)
    return Restored(manifest, aside)


def go_on(database: Path) -> bool:
    """Let a bot send again, also one that is running; False if nothing was held. Raises DatabaseError."""
    if not database.is_file():
        raise DatabaseError(f"Database {database}: there is no such file; restore a backup first")
    with explained(database), closing(sqlite3.connect(database, isolation_level=None)) as conn:
        return conn.execute("DELETE FROM meta WHERE key = ?", (HELD,)).rowcount == 1


async def is_held(database: Database) -> bool:
    """Whether nothing may be sent yet."""
    return await meta.get(database, HELD) is not None


async def release(conn: aiosqlite.Connection) -> None:
    """Let sending go on."""
    await conn.execute("DELETE FROM meta WHERE key = ?", (HELD,))


async def restores(database: Database) -> tuple[Restore, ...]:
    """The restores that a database has been through, in their order."""
    return _read(await meta.get(database, RESTORES))


def _read(text: str | None) -> tuple[Restore, ...]:
    return tuple(Restore(**each) for each in json.loads(text or "[]"))


def _give_to_owner(made: Path, folder: Path) -> None:
    """Let the bot's own user have what an administrator has made in the bot's folder."""
    owner = folder.stat()
    if os.geteuid() == 0 and made.stat().st_uid != owner.st_uid:
        os.chown(made, owner.st_uid, owner.st_gid)


def _copy(file: Path, part: Path) -> None:
    with new_file(part), explained(file):
        copy_database(file, part).close()


def _begin_epoch(part: Path, before: Path, manifest: BackupManifest, now: datetime) -> None:
    """Note the restore in the copy. Its epoch is a number that was never used, also not by a database that is lost."""
    known, numbers = _known_by(before)
    with explained(part), closing(sqlite3.connect(part, isolation_level=None)) as conn:
        conn.execute("BEGIN IMMEDIATE")
        kept = dict(conn.execute("SELECT key, value FROM meta WHERE key = ?", (RESTORES,)))
        past = {one.epoch: one for one in (*_read(kept.get(RESTORES)), *known)}
        epoch = max(int(now.timestamp()), manifest.epoch + 1, *(number + 1 for number in past))
        past[epoch] = Restore(epoch, manifest.made_at, stamp(now))
        said = {RESTORES: json.dumps([asdict(one) for one in past.values()]), EPOCH: str(epoch), HELD: str(epoch)}
        conn.executemany("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", said.items())
        for name, number in dict(conn.execute("SELECT name, seq FROM sqlite_sequence")).items():
            ahead = max(number, numbers.get(name, 0)) + _LEFT_OUT
            conn.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (ahead, name))
        conn.execute("COMMIT")


def _known_by(database: Path) -> tuple[tuple[Restore, ...], dict[str, int]]:
    """What the database that is replaced knows of restores and numbers, if it can still be read."""
    if not database.is_file():
        return (), {}
    try:
        with closing(sqlite3.connect(address_to_read(database), uri=True)) as conn:
            kept = dict(conn.execute("SELECT key, value FROM meta WHERE key = ?", (RESTORES,)))
            return _read(kept.get(RESTORES)), dict(conn.execute("SELECT name, seq FROM sqlite_sequence"))
    except (sqlite3.Error, ValueError, TypeError):
        return (), {}


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Keep the present database under another name, with its log. No log is left to be taken for the next one's.

    SQLite is not asked: of a damaged file it might throw away what somebody can still read. The file itself stays until
    the next takes its place: at no moment is there none, which a start would make anew.
    """
    logs = [database.with_name(f"{database.name}{end}") for end in ("-wal", "-shm")]
    aside = database.with_name(f"{database.name}.before-{now.strftime('%Y-%m-%dT%H%M%SZ')}")
    for log in logs:
        if log.exists():
            log.replace(aside.with_name(f"{aside.name}{log.name.removeprefix(database.name)}"))
    if not database.is_file():
        return None
    try:
        os.link(database, aside)
    except OSError:
        shutil.copyfile(database, aside)
    aside.chmod(PRIVATE)
    return aside
