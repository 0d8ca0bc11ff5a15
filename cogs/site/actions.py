"""What the public page offers on every tie's card."""

from __future__ import annotations

from urllib.parse import quote

from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardLink
from cogs.site import addresses, sentences


def add_actions(bot: TiewatchBot) -> None:
    """Add *Open page*, where its address is known."""
    address = bot.settings.site_address
    if address:
        bot.actions.add_link(CardLink(sentences.OPEN_PAGE, lambda tie: f"{address}{quote(addresses.tie_page(tie))}"))
