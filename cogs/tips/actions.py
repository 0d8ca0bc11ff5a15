"""What tips offer on every tie's card."""

from __future__ import annotations

from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardAction
from cogs.kit.tip_route import KNOW_NEWER, OpenTip


def add_actions(bot: TiewatchBot) -> None:
    """Add *I know something newer*, where there may be editors who read it."""
    if bot.settings.home_server is not None:
        bot.actions.add(CardAction(KNOW_NEWER, OpenTip))
