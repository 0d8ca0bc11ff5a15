"""The select by which something that was said goes into a letter: any feature that shows what was said may offer it."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply


class UsePoint(PressRoute, name="letter-use-point", reply=Reply.DEFERRED_NEW):
    """Quote what is chosen in one's own newest letter that may hold it, or begin one."""
