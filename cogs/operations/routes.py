"""What the buttons of this room mean."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply


class GoOn(PressRoute, name="restore-go-on", reply=Reply.DEFERRED):
    """Let the bot send again after a restore from a backup."""


class SentAlready(PressRoute, name="restore-sent", reply=Reply.DEFERRED):
    """What waits for a channel that could not be read was sent before the restore: do not send it again."""

    kind: str
    target: str


class SendAnyway(PressRoute, name="restore-send", reply=Reply.DEFERRED):
    """Send what waits for a channel that could not be read."""

    kind: str
    target: str
