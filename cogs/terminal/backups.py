"""`python bot.py backup` and `restore`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from cogs.kit.settings import Settings
from cogs.terminal.console import OK, environment
from cogs.terminal.private_files import keep_private
from db.store import restore as restoring
from db.store.backups import backup_name, write_backup

_AFTER_RESTORE = """\
Start the bot. It sends nothing, and reads in its channels what it has sent since the backup. Then an editor looks into
/queue in the home server and lets sending go on; without a home server: python bot.py restore --go-on"""
_GOES_ON = "Sending goes on; a running bot notices within its next sweep."
_NOTHING_HELD = "Nothing was held back."


def backup(options: argparse.Namespace) -> int:
    """`backup`: a sound copy of the database, also while the bot runs."""
    settings = Settings.from_environment(environment())
    now = datetime.now(UTC)
    file: Path = options.file / backup_name(now) if options.file.is_dir() else options.file
    made = write_backup(settings.database, file, now)
    print(f"{file}: {sum(made.rows.values())} rows of {len(made.rows)} tables, checked")
    return OK


def restore(options: argparse.Namespace) -> int:
    """`restore`: a backup in the place of the database; or, with `--go-on`, let the bot send again after that."""
    settings = Settings.from_environment(environment())
    keep_private(settings)
    if options.go_on:
        print(_GOES_ON if restoring.go_on(settings.database) else _NOTHING_HELD)
        return OK
    done = restoring.restore(options.file, settings.database, datetime.now(UTC))
    print(f"{settings.database} is as of {done.manifest.made_at} again.")
    if done.aside is not None:
        print(f"What was there before is kept as {done.aside}.")
    print(_AFTER_RESTORE)
    return OK
