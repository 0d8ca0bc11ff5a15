"""The buttons of /help and /privacy."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, Reply


class HelpPage(PressRoute, name="help", reply=Reply.IN_PLACE):
    """A page of /help."""

    page: int


class ForgetMe(PressRoute, name="privacy", reply=Reply.DEFERRED):
    """Delete everything that is kept about a person."""

    user: int


class KeepMine(PressRoute, name="privacy-keep", reply=Reply.IN_PLACE, earlier=("privacy:{user}:keep",)):
    """Leave it as it is after all."""

    user: int
