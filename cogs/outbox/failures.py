"""What a failed request means for a delivery, by its status and code and not by its class, and how long to wait.

The codes are Discord's (its documentation, "Opcodes and Status Codes").
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import discord

from cogs.kit.failures import NETWORK_ERRORS
from cogs.outbox import reasons
from db.record.values import value
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
    50001: reasons.CANNOT_SEE,
    50013: reasons.LACKS_PERMISSION,
    50083: reasons.THREAD_ARCHIVED,
    160005: reasons.THREAD_LOCKED,
    200000: reasons.STOPPED_BY_AUTOMOD,
    200001: reasons.STOPPED_BY_AUTOMOD,
}
_GONE = {
    UNKNOWN_CHANNEL: reasons.CHANNEL_GONE,
    10004: reasons.SERVER_GONE,
}
_CLOSED = {
    10013: reasons.ACCOUNT_GONE,
    50007: reasons.DMS_CLOSED,
    50278: reasons.NO_SERVER_IN_COMMON,
}
_WAITS = {
    20016: reasons.SLOW_MODE,
    20028: reasons.WRITTEN_TO_TOO_OFTEN,
    40006: reasons.SWITCHED_OFF,
    40062: reasons.DISCORD_BUSY,
}


@value
class SendFailure:
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


def classify(error: BaseException) -> SendFailure:
    """The meaning of an error of a request. Whatever it is, the request may have been carried out all the same."""
    if isinstance(error, discord.RateLimited):
        return SendFailure(DeliveryState.RETRY, reasons.ASKED_TO_WAIT, 429, wait=timedelta(seconds=error.retry_after))
    if not isinstance(error, discord.HTTPException):
        return SendFailure(DeliveryState.RETRY, reasons.CONNECTION_FAILED, discord_is_down=True)
    if error.status == 429 or error.status >= 500 or error.status == 401:
        return SendFailure(DeliveryState.RETRY, reasons.answered(error.status), error.status, discord_is_down=True)
    return _refused(error)


def _refused(error: discord.HTTPException) -> SendFailure:
    code = error.code
    if code in _GONE:
        return SendFailure(DeliveryState.GONE, _GONE[code], code)
    if code in _CLOSED:
        return SendFailure(DeliveryState.GONE, _CLOSED[code], code, closed=True)
    if code in _WAITS:
        return SendFailure(DeliveryState.RETRY, _WAITS[code], code)
    if code in _PAUSES or error.status == 403:
        return SendFailure(DeliveryState.PAUSED, _PAUSES.get(code, reasons.NOT_ALLOWED), code or error.status)
    if code == UNKNOWN_MESSAGE or (code == 50035 and "message_reference" in error.text):
        return SendFailure(DeliveryState.GONE, reasons.MESSAGE_DELETED, UNKNOWN_MESSAGE)
    if error.status == 404:
        return SendFailure(DeliveryState.RETRY, reasons.answered(404), code or 404)
    return SendFailure(DeliveryState.FAILED, reasons.refused(code), code or error.status)


def outcome(failure: SendFailure, *, attempts: int, failing_since: datetime | None, now: datetime) -> SendResult:
    """The failure as what to write down: a retry with its time, or, after 24 hours of failures, a pause."""
    if failure.state is not DeliveryState.RETRY:
        return SendResult(failure.state, failure.reason, failure.code)
    if failing_since is not None and now - failing_since >= PATIENCE:
        tired = reasons.for_a_day(failure.reason)
        return SendResult(DeliveryState.PAUSED, tired, failure.code, tired=True, attempts=attempts)
    wait = max(backoff(attempts), min(failure.wait, LONGEST_WAIT))
    return SendResult(DeliveryState.RETRY, failure.reason, failure.code, next_at=now + wait, attempts=attempts)


def backoff(attempts: int) -> timedelta:
    """How long to wait after this many attempts: 2 seconds, doubled each time up to an hour, up to half of it less."""
    doubled: int = 2 ** min(max(attempts - 1, 0), 20)
    return min(LONGEST_WAIT, FIRST_WAIT * doubled) * random.uniform(0.5, 1)  # noqa: S311 - spreads the load, guards nothing
