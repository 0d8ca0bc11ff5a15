"""One bot a database: a second start is refused while the first runs; a crash leaves nothing that refuses the next."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.store.database import DatabaseError

SUFFIX = ".lock"


def lock_file(database: Path) -> Path:
    """The empty file beside a database that a process holds."""
    return database.with_name(database.name + SUFFIX)


def is_in_use(database: Path) -> bool:
    """Whether a process has a database."""
    try:
        with lock_file(database).open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


@contextmanager
def only_process(database: Path) -> Iterator[None]:
    """Keep a database for this process while the context lasts. Raises DatabaseError if another process has it.

    The lock is the operating system's, on an empty file beside the database: it ends with the process, however that
    ends, and the file without a lock means nothing. It is not on the database itself: SQLite loses its own locks when
    the process closes another handle of that file.
    """
    try:
        held = lock_file(database).open("ab")
    except OSError as error:
        raise DatabaseError(f"Database {database}: {_remedy(database)} ({error.strerror})") from error
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DatabaseError(
                f"Database {database}: another bot is running on it; stop that one first, or choose another path"
            ) from error
        yield


def _remedy(database: Path) -> str:
    if not database.parent.is_dir():
        return f"there is no folder {database.parent}; create it, or choose another path"
    return "it cannot be opened; let this user read and write the file and its folder"
