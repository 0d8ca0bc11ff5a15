"""The second editor: asked in the review channel, where they confirm a draft or send it back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord
from discord import ui

from cogs.editing import forms, review_sentences
from cogs.editing.permissions import require_waiting
from cogs.kit.access import person, require_editor, requirements
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, container, notice, rows, safe
from cogs.kit.components import Layout, fields
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send, say
from cogs.outbox import OutgoingMessage, delivery_button
from cogs.wording.names import tie_name
from db.record.values import value
from db.store import audit, deliveries
from db.store.database import Transaction
from db.store.delivery_models import Delivery, DeliveryKind, Target
from db.store.draft_models import ActDraft, DraftState
from db.store.drafts import claim_ping, has_ping, move_draft, read_draft, read_home, send_back, waiting_drafts
from db.store.editing_models import AuditAction, HomeServer


@value
class SecondReviewPayload:
    """The id of the draft that waits."""

    draft: int


SECOND_REVIEW = DeliveryKind("second", SecondReviewPayload)
SENT_BACK = DeliveryKind("returned", SecondReviewPayload)


class SecondReview:
    """Drafts that wait for a second editor. ``card`` makes the card of a draft, for one person or for all."""

    def __init__(self, bot: TiewatchBot, card: Callable[[ActDraft, int | None], Awaitable[Layout]]) -> None:
        self._bot = bot
        self._card = card

    async def ask(self, interaction: Interaction, draft: ActDraft) -> None:
        """Hand a draft on: its card goes to the review channel."""
        home = await read_home(self._bot.database)
        if home is None:
            raise Refusal("No review channel is set yet. Somebody with Manage Server can choose one with `/setup`.")
        now = self._bot.clock()
        async with self._bot.database.transaction() as conn:
            if not await move_draft(conn, draft.id, since=draft.state, to=DraftState.WAITING, by=None, at=now):
                raise Refusal("This draft was already handed on.")
            await self._post(conn, home, draft.id)
        told = [review_sentences.second_asked(f"<#{home.review_channel}>")]
        if not self._can_be_seen(home):
            told.append(review_sentences.SECOND_UNHEARD)
        asked = notice("\n".join(told), tone=Tone.DONE)
        await edit_or_send(interaction, await self._bot.work_queue.with_next(asked))

    async def post_waiting(self) -> int:
        """Put what waits into the review channel, unless it was put there before; how many wait."""
        home = await read_home(self._bot.database)
        waiting = await waiting_drafts(self._bot.database)
        if home is not None:
            async with self._bot.database.transaction() as conn:
                for number in waiting:
                    await self._post(conn, home, number)
        return len(waiting)

    async def _post(self, conn: Transaction, home: HomeServer, draft_id: int) -> None:
        target = Target("channel", home.review_channel, home.guild)
        # By the times that it was sent back, not by a clock, which may be set back.
        times = await audit.number_about(conn, draft_id)
        asked = SECOND_REVIEW.new(target, draft_id, times, home.review_channel, payload=SecondReviewPayload(draft_id))
        await deliveries.enqueue(conn, [asked], self._bot.clock())

    def _can_be_seen(self, home: HomeServer) -> bool:
        """Whether the bot can write into the review channel for now."""
        guild = self._bot.get_guild(home.guild)
        channel = guild.get_channel(home.review_channel) if guild else None
        return isinstance(channel, discord.TextChannel) and all(found.ok for found in requirements(channel))

    async def ask_why(self, interaction: Interaction, draft: ActDraft) -> None:
        """Ask what is missing before a draft is sent back; who entered it takes it back without a word."""
        if draft.editor != interaction.user.id:
            await interaction.response.send_modal(forms.back_form(draft))
            return
        await self._send_back(interaction, draft, "")

    async def send_back(self, interaction: Interaction, draft: ActDraft) -> None:
        """Give a draft that waits back to who entered it, with what the form says."""
        await self._send_back(interaction, draft, " ".join(fields(interaction)["why"]))

    async def _send_back(self, interaction: Interaction, draft: ActDraft, why: str) -> None:
        now, by = self._bot.clock(), interaction.user.id
        async with self._bot.database.transaction() as conn:
            if not await send_back(conn, draft.id, why=why, by=by, at=now):
                raise Refusal("Somebody else was faster. `/queue` shows what waits now.")
            did = AuditAction.SENT_BACK if why else AuditAction.TOOK_BACK
            await audit.write(
                conn, at=now, who=by, did=did, subject=draft.tie, before=None, after=why or None, draft=draft.id
            )
            if why:
                await self._tell_author(conn, draft)
        name = safe(tie_name(self._bot.register.tie(draft.tie), self._bot.register))
        told = (
            review_sentences.was_sent_back(person(by), safe(why))
            if why
            else review_sentences.was_taken_back(person(by))
        )
        can_go_on = review_sentences.can_go_on(person(draft.editor))
        await edit_or_send(interaction, notice(f"**{name}**\n{told}\n{can_go_on}"))

    async def _tell_author(self, conn: Transaction, draft: ActDraft) -> None:
        to, times = Target("user", draft.editor), await audit.number_about(conn, draft.id)
        told = SENT_BACK.new(to, draft.id, times, payload=SecondReviewPayload(draft.id))
        await deliveries.enqueue(conn, [told], self._bot.clock())

    async def claim_ping(self, conn: Transaction, delivery: Delivery) -> None:
        """Let the card ping the editors' role, if it may."""
        await claim_ping(conn, delivery.id, self._bot.clock())

    async def render_sent_back(self, delivery: Delivery) -> OutgoingMessage | None:
        """The word to who entered a draft that it was sent back; nothing once they have gone on with it."""
        draft = await read_draft(self._bot.database, SENT_BACK.read(delivery).draft)
        if draft is None or draft.state is not DraftState.OPEN or not draft.returned:
            return None
        home = self._bot.get_guild(self._bot.settings.home_server or 0)
        name = safe(tie_name(self._bot.register.tie(draft.tie), self._bot.register))
        text = review_sentences.sent_back_to_you(
            name, person(draft.decided_by), safe(draft.returned), safe(home.name) if home else ""
        )
        return OutgoingMessage(Layout(container(text, *rows([delivery_button(delivery, "Is it still open?")]))))

    async def pressed_sent_back(self, interaction: Interaction, delivery: Delivery, action: str) -> None:
        """Whether the draft still waits for who entered it."""
        draft = await read_draft(self._bot.database, SENT_BACK.read(delivery).draft)
        is_open = draft is not None and draft.state is DraftState.OPEN
        await say(interaction, review_sentences.STILL_OPEN if is_open else review_sentences.NO_LONGER_OPEN)

    async def render(self, delivery: Delivery) -> OutgoingMessage | None:
        """The card for the outbox; nothing once the draft waits no more."""
        draft = await read_draft(self._bot.database, SECOND_REVIEW.read(delivery).draft)
        if draft is None or draft.state is not DraftState.WAITING:
            return None
        card = await self._card(draft, None)
        card.add_item(ui.ActionRow(delivery_button(delivery, "Look again")))
        home = await read_home(self._bot.database)
        if home is None or not await has_ping(self._bot.database, delivery.id):
            return OutgoingMessage(card)
        called = review_sentences.second_editor_called(f"<@&{home.editor_role}>")
        return OutgoingMessage(Layout(ui.TextDisplay(called), *card.children), role=home.editor_role)

    async def pressed(self, interaction: Interaction, delivery: Delivery, action: str) -> None:
        """Show the draft as it would be recorded now."""
        require_editor(interaction)
        draft = await read_draft(self._bot.database, SECOND_REVIEW.read(delivery).draft)
        if draft is None:
            raise Refusal("This draft is no longer kept.")
        require_waiting(draft)
        await interaction.response.send_message(view=await self._card(draft, interaction.user.id), ephemeral=True)
