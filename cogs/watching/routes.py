"""The buttons and selects of what is watched."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply


class LinkSettled(PressRoute, name="link-settled", reply=Reply.DEFERRED):
    """*I have dealt with it*, on the card of a broken link in the queue."""

    source: str


class WatchedSettled(PressRoute, name="watched-settled", reply=Reply.DEFERRED):
    """*Go on trying* or *It is fine as it is*, on the card of a feed or council that cannot be read or is quiet."""

    name_in_queue: str


class WatchedStopped(PressRoute, name="watched-stopped", reply=Reply.DEFERRED):
    """*Stop reading it*, on the card of a feed or council that cannot be read or is quiet."""

    name_in_queue: str


class SettleLink(PressRoute, name="link-settle", reply=Reply.DEFERRED_OWN):
    """A broken link that an editor has dealt with, chosen from the list."""
