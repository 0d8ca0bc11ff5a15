"""The files that hold the token, letters and names: who on this machine can read them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from cogs.kit.settings import ROOT, Settings


def _private_files(settings: Settings) -> tuple[Path, ...]:
    """The files that hold the token, letters and names, where they exist."""
    beside = (f"{settings.database.name}{end}" for end in ("", "-wal", "-shm"))
    files = (ROOT / ".env", *(settings.database.with_name(name) for name in beside))
    return tuple(file for file in files if file.is_file())


def readable_by_others(settings: Settings) -> tuple[Path, ...]:
    """Those of the private files that other users of this machine can read."""
    return tuple(file for file in _private_files(settings) if file.stat().st_mode & 0o077)


def keep_private(settings: Settings) -> None:
    """Let what this process makes be for this user alone, and what holds letters and names as well."""
    os.umask(0o077)
    for file in readable_by_others(settings):
        if file.name != ".env":  # whoever wrote it chose who may read it; `check` speaks of it
            with suppress(OSError):
                file.chmod(0o600)
