"""What the campaign offers on every tie's card."""

from __future__ import annotations

from cogs.campaign import sentences
from cogs.campaign.routes import ShareTie
from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardAction


def add_actions(bot: TiewatchBot) -> None:
    """Add *Share*."""
    bot.actions.add(CardAction(sentences.SHARE, ShareTie))
