"""The buttons, selects and forms of letters. Each names its draft or sent letter, which only its writer may open."""

from __future__ import annotations

from dataclasses import dataclass

from cogs.kit.routes import PressRoute, ReplyMode


@dataclass(frozen=True)
class WriteAboutTie(PressRoute, name="letter", mode=ReplyMode.DEFERRED_NEW_MESSAGE, earlier=("tie:letter:{tie}",)):
    """Write a letter, on a tie's card."""

    tie: str
