"""What the campaign offers on ties' cards."""

from __future__ import annotations

from cogs.campaign import sentences
from cogs.campaign.routes import ShareTie
from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardAction, CardLink
from db.record.standings import Standing


def add_actions(bot: TiewatchBot) -> None:
    """Add *Share*; and, where a tie stands and a petition is on record, the link to that."""

    def address(_: str) -> str:
        petition = bot.register.record.petition
        return petition.url if petition else ""

    def stands(tie_id: str) -> bool:
        known = tie_id in bot.register.record.ties and bool(address(tie_id))
        return known and bot.register.status(tie_id).standing is Standing.ACTIVE

    bot.actions.add(CardAction(sentences.SHARE, ShareTie))
    bot.actions.add_link(CardLink(sentences.PETITION, address, offered=stands))
