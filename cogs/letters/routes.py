"""The buttons, selects and forms of letters. Each names its draft or sent letter, which only its writer may open."""

from __future__ import annotations

from cogs.kit.routes import PressRoute, ReplyMode


class WriteAboutTie(PressRoute, name="letter", mode=ReplyMode.DEFERRED_NEW_MESSAGE, earlier=("tie:letter:{tie}",)):
    """Write a letter, on a tie's card."""

    tie: str
