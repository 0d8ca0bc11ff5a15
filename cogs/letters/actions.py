"""What letters offer on every tie's card."""

from __future__ import annotations

from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardAction
from cogs.letters.routes import WriteAboutTie


def add_actions(bot: TiewatchBot) -> None:
    """Add *Write a letter*."""
    bot.actions.add(CardAction("Write a letter", WriteAboutTie))
