"""The buttons under a tie's card. Features register what they offer; a card shows that and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from cogs.kit.cards import button
from cogs.kit.routes import PressRoute


@dataclass(frozen=True, slots=True)
class CardAction:
    """A button on a tie's card. ``route`` makes its route from the id of the tie."""

    label: str
    route: Callable[[str], PressRoute]
    style: discord.ButtonStyle = discord.ButtonStyle.secondary


class CardActions:
    """All card buttons, in the order in which they were added."""

    def __init__(self) -> None:
        self._actions: list[CardAction] = []

    def add(self, action: CardAction) -> None:
        """Register a button."""
        self._actions.append(action)

    def buttons(self, tie_id: str) -> list[ui.Button[Any]]:
        """The buttons of a tie's card."""
        return [button(action.label, action.route(tie_id), action.style) for action in self._actions]
