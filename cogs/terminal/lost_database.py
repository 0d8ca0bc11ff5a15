"""What a start says of a database that is gone or damaged."""

from __future__ import annotations

from cogs.kit.settings import Settings
from db.store.backups import backups_in, newest_good
from db.store.database import DatabaseDamagedError


def require_not_lost(settings: Settings) -> None:
    """Raise DatabaseDamagedError for a database that is gone or empty while there are backups of it: a start would make
    a new one in its place.
    """
    path, folder = settings.database, settings.backup_folder
    if (path.is_file() and path.stat().st_size) or path.is_dir() or folder is None or not backups_in(folder):
        return
    raise DatabaseDamagedError(f"Database {path}: it is gone or empty, and there are backups of it in {folder}")


def what_to_restore(settings: Settings) -> str:
    """What is said after a damaged database: the newest backup that can be put in its place."""
    found = newest_good(settings.backup_folder)
    if found is None:
        return "There is no sound backup where this bot keeps them"
    return f"The newest sound backup: python bot.py restore {found}"
