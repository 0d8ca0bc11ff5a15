"""What senders hear unasked: a question of an editor, and what came of their tip. Once, by direct message."""

from __future__ import annotations

import discord

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import button, container, rows, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.outbox import OutgoingMessage, delivery_button, outbox_of
from cogs.tips import routes, sentences
from cogs.tips.intake import TipIntake
from cogs.tips.review_card import place_in_words
from db.store import tips
from db.store.delivery_models import Delivery
from db.store.tip_models import TIP_OUTCOME, TIP_QUESTION, TIP_STATES, Tip, TipPayload, TipState


class TipNotices:
    """The two kinds of messages. Whoever cannot be written to finds the same with `/tip mine`."""

    def __init__(self, bot: TiewatchBot, intake: TipIntake) -> None:
        self._bot = bot
        self._intake = intake

    def register(self) -> None:
        """Tell the outbox."""
        outbox = outbox_of(self._bot)
        outbox.register(TIP_OUTCOME, self.render_outcome, on_press=self.pressed)
        outbox.register(TIP_QUESTION, self.render_question, on_press=self.pressed)

    async def render_outcome(self, delivery: Delivery) -> OutgoingMessage | None:
        """What came of a tip; nothing if its sender withdrew it or asked to be forgotten meanwhile."""
        tip = await self._tip_of(delivery)
        if tip is None:
            return None
        state, reason = await self._intake.state_of(tip)
        if not TIP_STATES[state].is_outcome:
            return None
        text = sentences.outcome(tip.id, self._name(tip), state, safe(reason))
        return OutgoingMessage(Layout(container(text, *rows([delivery_button(delivery, sentences.HOW_NOW)]))))

    async def render_question(self, delivery: Delivery) -> OutgoingMessage | None:
        """What an editor asks; nothing once it is answered or decided."""
        tip = await self._tip_of(delivery)
        if tip is None or tip.state is not TipState.ASKED:
            return None
        keys = [
            button(sentences.ANSWER, routes.AnswerTip(tip.id), discord.ButtonStyle.primary),
            delivery_button(delivery, sentences.HOW_NOW),
        ]
        text = sentences.asked(tip.id, self._name(tip), safe(tip.question))
        return OutgoingMessage(Layout(container(text, *rows(keys))))

    async def pressed(self, interaction: Interaction, delivery: Delivery, action: str) -> None:
        """The tip as it is now, for its sender."""
        tip = await self._tip_of(delivery)
        if tip is None or tip.sender != interaction.user.id:
            raise Refusal(sentences.NOT_YOURS)
        await interaction.response.send_message(view=await self._intake.card(tip), ephemeral=True)

    async def _tip_of(self, delivery: Delivery) -> Tip | None:
        tip = await tips.get(self._bot.database, TipPayload(**delivery.payload).tip)
        return tip if tip is not None and tip.sender == delivery.to.id else None

    def _name(self, tip: Tip) -> str:
        return safe(place_in_words(tip, self._bot.register))
