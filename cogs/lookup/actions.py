"""What lookups offer on every tie's card."""

from __future__ import annotations

from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardAction
from cogs.lookup.routes import TieHistory, TieSources


def add_actions(bot: TiewatchBot) -> None:
    """Add *History* and *Sources*."""
    bot.actions.add(CardAction("History", TieHistory))
    bot.actions.add(CardAction("Sources", TieSources))
