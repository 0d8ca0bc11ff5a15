"""The buttons of /help and /privacy."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, ReplyMode


class HelpPage(PressRoute, name="help", mode=ReplyMode.IN_PLACE, earlier=("help:{page}",)):
    """A page of /help."""

    page: int


class ForgetMe(PressRoute, name="forget-me", mode=ReplyMode.DEFERRED_IN_PLACE, earlier=("privacy:{user}",)):
    """Delete everything that is kept about a person."""

    user: int


class KeepMine(PressRoute, name="keep-mine", mode=ReplyMode.IN_PLACE, earlier=("privacy:{user}:keep",)):
    """Leave it as it is after all."""

    user: int
