"""What hearings offer on a tie's card."""

from __future__ import annotations

from cogs.hearings import sentences
from cogs.hearings.routes import ShowHearings
from cogs.kit.bot import TiewatchBot
from cogs.kit.card_actions import CardAction
from db.record.hearings import coming


def add_actions(bot: TiewatchBot) -> None:
    """Add *Hearing*, on the card of a tie that has one to come, and the way to it under an announcement of that tie."""

    def is_to_be_heard(tie_id: str) -> bool:
        tie = bot.register.record.ties.get(tie_id)
        return tie is not None and bool(coming(bot.register, bot.clock(), [tie]))

    bot.actions.add(CardAction(sentences.OPEN, ShowHearings, offered=is_to_be_heard))
    bot.news_actions.add(CardAction(sentences.TAKE_PART, ShowHearings, offered=is_to_be_heard))
