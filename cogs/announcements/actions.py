"""What announcements offer on every tie's card."""

from __future__ import annotations

from cogs.announcements.routes import WatchTie
from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardAction


def add_actions(bot: TiewatchBot) -> None:
    """Add *Watch*."""
    bot.actions.add(CardAction("Watch", WatchTie))
