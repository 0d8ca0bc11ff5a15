"""The selects of what is watched."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply


class SettleLink(PressRoute, name="link-settle", reply=Reply.DEFERRED_OWN):
    """A broken link that an editor has dealt with, chosen from the list."""
