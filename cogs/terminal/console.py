"""What the sub-commands share: their exit codes, the settings as they find them, and how they refuse."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from dotenv import dotenv_values

from cogs.kit.settings import ROOT, SettingsError

# What a supervisor may go by: 78 (EX_CONFIG of sysexits.h) is what no restart mends.
OK = 0
NOT_FOUND = 1
FAULTS = 1
FAILED = 1
CONFIGURATION = 78
NO_TOKEN = (
    "DISCORD_TOKEN is not set: put the bot's token into .env (README, Go live), "
    "or look at the bot without one: python bot.py preview"
)
BAD_TOKEN = (
    "DISCORD_TOKEN: Discord does not accept this token; make a new one on the page Bot of your application "
    "in Discord's developer portal (Reset Token) and put it into .env"
)
NO_HOME = "TIEWATCH_HOME_SERVER is not set: lookups work, nothing can be recorded"
_NOT_UTF_8 = ".env: it is not UTF-8 text; save it anew as UTF-8 (in Notepad: Save as, Encoding)"
_NOT_READABLE = ".env: this user cannot read it; run the command as its owner, or hand the settings down as environment"


def environment() -> Mapping[str, str]:
    """The environment, over what `.env` in the project's folder says. Raises SettingsError if that is no UTF-8 text."""
    try:
        from_file = dotenv_values(ROOT / ".env")
    except UnicodeDecodeError as error:
        raise SettingsError((_NOT_UTF_8,)) from error
    except PermissionError as error:
        if "DISCORD_TOKEN" not in os.environ:  # a supervisor has read the file where it hands its settings down
            raise SettingsError((_NOT_READABLE,)) from error
        from_file = {}
    return {**{name: value for name, value in from_file.items() if value is not None}, **os.environ}


def complain(line: str) -> None:
    """Say a line to whoever started the program."""
    print(line, file=sys.stderr, flush=True)


def refuse(lines: Sequence[str]) -> int:
    """Say what has to be set right, a line each; the exit code for it."""
    for line in lines:
        complain(line)
    return CONFIGURATION
