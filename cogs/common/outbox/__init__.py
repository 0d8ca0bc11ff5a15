"""The outbox: everything the bot says unasked goes through here, once, in order, and at a pace that Discord allows."""

from cogs.common.outbox.classify import EXPECTED, judge
from cogs.common.outbox.notices import FAILED_NOTICE, PAUSED_NOTICE, tell_server
from cogs.common.outbox.pace import Pacer
from cogs.common.outbox.post import Edit, Post, mark
from cogs.common.outbox.sweep import Outbox

__all__ = [
    "EXPECTED",
    "FAILED_NOTICE",
    "PAUSED_NOTICE",
    "Edit",
    "Outbox",
    "Pacer",
    "Post",
    "judge",
    "mark",
    "tell_server",
]
