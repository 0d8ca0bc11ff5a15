"""Milestones of the petition, told once to the channels that asked for them."""

from __future__ import annotations

import discord
from discord import ui

from cogs.campaign import guide_sentences as sentences
from cogs.campaign.guides import bar, invitation
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, container, notice, rows, safe
from cogs.kit.components import Layout
from cogs.kit.replies import send_private
from cogs.outbox import OutgoingMessage, delivery_button, outbox_of
from cogs.wording.petition import NO_PETITION
from db.store import petition, subscriptions
from db.store.announcement_models import MILESTONE
from db.store.delivery_models import Delivery
from db.store.subscription_models import subscription_of


class Milestones:
    """Writes what a milestone says when its turn comes."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Tell the outbox."""
        outbox_of(self._bot).register(MILESTONE, self.render, on_press=self.pressed)

    async def render(self, row: Delivery) -> OutgoingMessage | None:
        """The milestone with the reading that passed it; nothing if that was taken back, or it is no longer wanted."""
        payload, known = MILESTONE.read(row), self._bot.register.record.petition
        found = await petition.reading(self._bot.database, payload.reading)
        followed = subscription_of(row.stream)
        subscription = await subscriptions.by_id(self._bot.database, followed) if followed else None
        if known is None or found is None or subscription is None or not subscription.preferences.milestones:
            return None
        told = petition.showing(known, found)
        link: ui.Button[ui.LayoutView] = ui.Button(
            label=sentences.OPEN_PETITION, style=discord.ButtonStyle.link, url=known.url
        )
        lines = [
            f"### {sentences.milestone(payload.milestone)}",
            sentences.milestone_told(safe(known.title), told),
            bar(told),
        ]
        return OutgoingMessage(
            Layout(
                container(
                    "\n".join(lines),
                    *rows([link, delivery_button(row, sentences.INVITE_FRIENDS)]),
                    accent=Tone.DONE.value,
                )
            ),
            publish=True,
        )

    async def pressed(self, interaction: Interaction, row: Delivery, action: str) -> None:
        """A message to five friends, to the person alone."""
        known = self._bot.register.record.petition
        if known is None:
            await send_private(interaction, notice(NO_PETITION))
            return
        text = invitation(self._bot.register, known, "").replace("```", "`")
        await send_private(interaction, Layout(container(f"{sentences.INVITE}\n```\n{text}\n```")))
