"""The buttons under a tie's card. Features register what they offer; a card shows that and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord

from db.record.models import Tie
from db.record.register import Register

ROUTE = "tie"


def always(tie: Tie, register: Register) -> bool:
    """Shows a button for every tie."""
    return True


@dataclass(frozen=True, slots=True)
class CardAction:
    """A button on a tie's card. ``handle`` gets the interaction and the id of the tie."""

    key: str
    label: str
    shows: Callable[[Tie, Register], bool]
    handle: Callable[[discord.Interaction[Any], str], Awaitable[None]]
    style: discord.ButtonStyle = discord.ButtonStyle.secondary


class CardActions:
    """All card buttons, in the order in which they were added."""

    def __init__(self) -> None:
        self._actions: dict[str, CardAction] = {}

    def add(self, action: CardAction) -> None:
        """Register a button. Raises ValueError if its key is taken."""
        if action.key in self._actions:
            raise ValueError(f"the card button {action.key!r} is already registered")
        self._actions[action.key] = action

    def for_tie(self, tie: Tie, register: Register) -> list[CardAction]:
        """The buttons that fit a tie."""
        return [action for action in self._actions.values() if action.shows(tie, register)]

    def get(self, key: str) -> CardAction | None:
        """The button of this key, or None for one of an earlier version."""
        return self._actions.get(key)
