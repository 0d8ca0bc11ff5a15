"""`python bot.py health`, `reload` and `invite`: about the bot that runs, or is to be invited."""

from __future__ import annotations

import argparse
import base64
import os
import signal
from contextlib import suppress
from datetime import UTC, datetime

from cogs.kit.access import invitation
from cogs.kit.settings import Settings
from cogs.operations.monitor import signs_file
from cogs.operations.signs import Signs, ago, judge
from cogs.terminal.console import BAD_TOKEN, FAILED, NO_TOKEN, OK, complain, environment, refuse
from db.store.process_lock import is_in_use


def health(options: argparse.Namespace) -> int:
    """`health`: how a running bot is, a line each; for supervisors and people."""
    settings, now = Settings.from_environment(environment()), datetime.now(UTC)
    try:
        signs = Signs.from_json(signs_file(settings.database).read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        print("BAD process: no bot has run on this database yet")
        return FAILED
    if not is_in_use(settings.database):
        print(f"BAD process: no bot runs on this database; the last one wrote its signs {ago(now - signs.written)} ago")
        return FAILED
    found = judge(signs, now)
    print(*found, sep="\n")
    return OK if all(sign.ok for sign in found) else FAILED


def reload(options: argparse.Namespace) -> int:
    """`reload`: let the running bot read its settings again."""
    settings = Settings.from_environment(environment())
    try:
        if not is_in_use(settings.database):
            raise ProcessLookupError
        os.kill(Signs.from_json(signs_file(settings.database).read_text(encoding="utf-8")).pid, signal.SIGHUP)
    except PermissionError:
        complain("The bot is another user's; run this as that user or as root")
        return FAILED
    except (OSError, ValueError, TypeError):
        complain(f"No bot runs on {settings.database}, or it has only just begun")
        return FAILED
    print("The bot reads its settings again; its log says what it took over and what waits for a start.")
    return OK


def invite(options: argparse.Namespace) -> int:
    """`invite`: the link by which a server gets the bot, with the permissions that it needs and no others."""
    settings = Settings.from_environment(environment())
    if settings.token is None:
        return refuse([NO_TOKEN])
    application = application_of(settings.token)
    if application is None:
        return refuse([BAD_TOKEN])
    print(invitation(application, events=options.events))
    return OK


def application_of(token: str) -> int | None:
    """The id of the application that a token is of: its first part, in base64. None where it is no number."""
    first = token.partition(".")[0]
    with suppress(ValueError):
        return int(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    return None
