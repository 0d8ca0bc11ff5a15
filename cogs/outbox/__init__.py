"""The outbox: everything the bot says unasked goes through here, once, in order, and at a pace that Discord allows."""

from cogs.outbox.failures import EXPECTED, classify
from cogs.outbox.messages import Edit, Post, delivery_button
from cogs.outbox.notices import FAILED_NOTICE, PAUSED_NOTICE, tell_server
from cogs.outbox.rate_limit import RateLimiter
from cogs.outbox.scheduler import Outbox

__all__ = [
    "EXPECTED",
    "FAILED_NOTICE",
    "PAUSED_NOTICE",
    "Edit",
    "Outbox",
    "Post",
    "RateLimiter",
    "classify",
    "delivery_button",
    "tell_server",
]
