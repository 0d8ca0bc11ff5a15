"""Why a message did not arrive, as clauses: they are kept with the row, and stand behind a colon wherever it is told.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterable

CANNOT_SEE = "the bot cannot see the channel"
LACKS_PERMISSION = "the bot lacks a permission in the channel"
THREAD_ARCHIVED = "the thread is archived"
THREAD_LOCKED = "the thread is locked"
STOPPED_BY_AUTOMOD = "the server's AutoMod stopped the message"
NOT_ALLOWED = "Discord does not allow it"
HISTORY_UNREADABLE = "the channel's history could not be read, so it is not known whether this arrived"
TOO_MUCH_TO_READ = "too much was written there"
SERVER_AWAY = "the server is not available at the moment"

CHANNEL_GONE = "the channel no longer exists"
SERVER_GONE = "the server no longer exists"
SERVER_LEFT = "the bot is no longer in the server"
OTHER_KIND_OF_CHANNEL = "the channel is not a text channel, announcement channel or thread"
ACCOUNT_GONE = "this account no longer exists"
DMS_CLOSED = "direct messages are closed"
NO_SERVER_IN_COMMON = "there is no longer a server in common"
MESSAGE_DELETED = "the message was deleted"
NOTHING_LEFT_TO_SAY = "there was nothing left to say"

SLOW_MODE = "slow mode"
WRITTEN_TO_TOO_OFTEN = "the channel is written to too often"
SWITCHED_OFF = "Discord has switched this off for the moment"
DISCORD_BUSY = "Discord is busy"
ASKED_TO_WAIT = "Discord asked to wait"
CONNECTION_FAILED = "the connection to Discord failed"

COULD_NOT_WRITE = "the bot could not write the message"


def missing(labels: Iterable[str]) -> str:
    """What the bot lacks in the channel."""
    return f"missing: {', '.join(labels)}"


def not_read_since_restore(why: str) -> str:
    """That it is not known what was sent before the bot was restored from a backup."""
    return f"the bot was restored from a backup and could not read here what it had sent since: {why}"


def answered(status: int) -> str:
    """That Discord's servers failed."""
    return f"Discord answered {status}"


def refused(code: int) -> str:
    """That Discord does not take what we made."""
    return f"Discord refused the message (code {code})"


def for_a_day(reason: str) -> str:
    """That it was tried in vain for 24 hours."""
    return f"for 24 hours: {reason}"
