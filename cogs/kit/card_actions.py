"""The buttons under a tie's card. Features register what they offer; a card shows that and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import ui

from cogs.kit.cards import button
from cogs.kit.routes import PressRoute
from db.record.values import value


def _for_every_tie(_: str) -> bool:
    return True


@value
class CardAction:
    """A button on a tie's card. ``route`` makes its route from the id of the tie; it is shown for the ties that
    ``offered`` says.
    """

    label: str
    route: Callable[[str], PressRoute]
    style: discord.ButtonStyle = discord.ButtonStyle.secondary
    offered: Callable[[str], bool] = _for_every_tie


@value
class CardLink:
    """A button on a tie's card that opens a page. ``address`` makes its address from the id of the tie; it is shown for
    the ties that ``offered`` says.
    """

    label: str
    address: Callable[[str], str]
    offered: Callable[[str], bool] = _for_every_tie


class CardActions:
    """All card buttons, in the order in which they were added."""

    def __init__(self) -> None:
        self._actions: list[CardAction] = []
        self._links: list[CardLink] = []

    def add_link(self, link: CardLink) -> None:
        """Register a button that opens a page; it comes behind the others."""
        self._links.append(link)

    def add(self, action: CardAction) -> None:
        """Register a button."""
        self._actions.append(action)

    def buttons(self, tie_id: str) -> list[ui.Button[Any]]:
        """The buttons of a tie's card."""
        shown = (action for action in self._actions if action.offered(tie_id))
        pressed = [button(action.label, action.route(tie_id), action.style) for action in shown]
        return pressed + [_link(known.label, known.address(tie_id)) for known in self._links if known.offered(tie_id)]


def _link(label: str, address: str) -> ui.Button[Any]:
    return ui.Button(label=label, url=address)
