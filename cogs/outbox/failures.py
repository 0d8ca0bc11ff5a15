"""What a failed request means for a delivery, by its status and code and not by its class, and how long to wait.

The codes are Discord's (its documentation, "Opcodes and Status Codes").
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

from cogs.kit.failures import NETWORK_ERRORS
from db.store.delivery_models import LONGEST_WAIT, DeliveryState, SendResult

PATIENCE = timedelta(hours=24)
FIRST_WAIT = timedelta(seconds=2)
UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
ALREADY_PUBLISHED = 40033
ARCHIVED = 50083
EXPECTED = (discord.HTTPException, *NETWORK_ERRORS)

# Not only 403: Discord answers some of these with 400.
_PAUSES = {
    50001: "the bot cannot see the channel",
    50013: "the bot lacks a permission in the channel",
    50083: "the thread is archived",
    160005: "the thread is locked",
    200000: "the server's AutoMod stopped the message",
    200001: "the server's AutoMod stopped the message",
}
_GONE = {
    UNKNOWN_CHANNEL: "the channel does not exist any more",
    10004: "the server does not exist any more",
}
_CLOSED = {
    10013: "this account does not exist any more",
    50007: "direct messages are closed",
    50278: "there is no server in common any more",
}
_WAITS = {
    20016: "slow mode",
    20028: "the channel is written to too often",
    40006: "Discord has switched this off for the moment",
    40062: "Discord is busy",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What a failure means. ``closed``: the person cannot be written to. ``wait``: how long Discord asks to wait.

    ``discord_is_down`` tells failures of Discord or the network from those of one channel, and ``quiet`` a pause that
    nobody in the server can mend and nobody is told of.
    """

    state: DeliveryState
    reason: str
    code: int | None = None
    closed: bool = False
    wait: timedelta = timedelta()
    discord_is_down: bool = False
    quiet: bool = False


def classify(error: BaseException) -> Failure:
    """The meaning of an error of a request. Whatever it is, the request may have been carried out all the same."""
    if isinstance(error, discord.RateLimited):
        return Failure(DeliveryState.RETRY, "Discord asked to wait", 429, wait=timedelta(seconds=error.retry_after))
    if not isinstance(error, discord.HTTPException):
        return Failure(DeliveryState.RETRY, "the connection to Discord failed", discord_is_down=True)
    if error.status == 429 or error.status >= 500 or error.status == 401:
        return Failure(DeliveryState.RETRY, f"Discord answered {error.status}", error.status, discord_is_down=True)
    return _refused(error)


def _refused(error: discord.HTTPException) -> Failure:
    code = error.code
    if code in _GONE:
        return Failure(DeliveryState.GONE, _GONE[code], code)
    if code in _CLOSED:
        return Failure(DeliveryState.GONE, _CLOSED[code], code, closed=True)
    if code in _WAITS:
        return Failure(DeliveryState.RETRY, _WAITS[code], code)
    if code in _PAUSES or error.status == 403:
        return Failure(DeliveryState.PAUSED, _PAUSES.get(code, "Discord does not allow it"), code or error.status)
    if code == UNKNOWN_MESSAGE or (code == 50035 and "message_reference" in error.text):
        return Failure(DeliveryState.GONE, "the message was deleted", UNKNOWN_MESSAGE)
    if error.status == 404:
        return Failure(DeliveryState.RETRY, "Discord answered 404", code or 404)
    return Failure(DeliveryState.FAILED, f"Discord refused the message (code {code})", code or error.status)


def outcome(failure: Failure, *, attempts: int, failing_since: datetime | None, now: datetime) -> SendResult:
    """The failure as what to write down: a retry with its time, or, after 24 hours of failures, a pause."""
    if failure.state is not DeliveryState.RETRY:
        return SendResult(failure.state, failure.reason, failure.code)
    if failing_since is not None and now - failing_since >= PATIENCE:
        tired = f"for 24 hours: {failure.reason}"
        return SendResult(DeliveryState.PAUSED, tired, failure.code, tired=True, attempts=attempts)
    wait = max(backoff(attempts), min(failure.wait, LONGEST_WAIT))
    return SendResult(DeliveryState.RETRY, failure.reason, failure.code, next_at=now + wait, attempts=attempts)


def backoff(attempts: int) -> timedelta:
    """How long to wait after this many attempts: 2 seconds, doubled each time up to an hour, up to half of it less."""
    doubled: int = 2 ** min(max(attempts - 1, 0), 20)
    return min(LONGEST_WAIT, FIRST_WAIT * doubled) * random.uniform(0.5, 1)  # noqa: S311 - spreads the load, guards nothing
