"""One bot a database: a second start is refused while the first runs; a crash leaves nothing that refuses the next."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.store.database import DatabaseError

SUFFIX = ".lock"


@contextmanager
def only_process(database: Path) -> Iterator[None]:
    """Keep a database for this process while the context lasts. Raises DatabaseError if another process has it.

    The lock is the operating system's, on an empty file beside the database: it ends with the process, however that
    ends, and the file without a lock means nothing. It is not on the database itself: SQLite loses its own locks when
    the process closes another handle of that file.
    """
    try:
        held = database.with_name(database.name + SUFFIX).open("ab")
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
