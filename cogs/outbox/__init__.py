"""The outbox: everything the bot says unasked goes through here, once, in order, and at a pace that Discord allows.

What features need stands here; README.md says what is promised.
"""

from cogs.outbox.cog import Outbox, outbox_of
from cogs.outbox.failures import EXPECTED, classify
from cogs.outbox.mark import delivery_button
from cogs.outbox.messages import Edit, NotNow, OutgoingMessage, Rewriting
from cogs.outbox.rate_limit import RateLimiter
from cogs.outbox.reasons import missing
from cogs.outbox.registry import Late, OutboxListener

__all__ = [
    "EXPECTED",
    "Edit",
    "Late",
    "NotNow",
    "Outbox",
    "OutboxListener",
    "OutgoingMessage",
    "RateLimiter",
    "Rewriting",
    "classify",
    "delivery_button",
    "missing",
    "outbox_of",
]
