"""Writes what the outbox sends for the announcements, from the record as it is when its turn comes."""

from __future__ import annotations

from typing import Any

from discord import ui

from cogs.announcements import (
    announced,
    corrections,
    message_text,
    sentences,
    subscription_words,
    summary_rows,
    views,
    watch_words,
)
from cogs.announcements.digest import Digest
from cogs.announcements.message_parts import Message
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.replies import send_private
from cogs.kit.status_card import status_card
from cogs.outbox import Edit, Late, OutgoingMessage, delivery_button, outbox_of
from cogs.wording.sources import Citations
from db.store import announcements, deliveries, subscriptions, watches
from db.store.announcement_models import (
    ANNOUNCEMENT,
    CORRECTION,
    DIGEST,
    SUMMARY,
    WATCH,
    Announcement,
    AnnouncementKind,
)
from db.store.database import Transaction
from db.store.delivery_models import Delivery
from db.store.subscription_models import subscription_of

_LATE = Late(announcements.YOUNG, announcements.merge_into_summary)


class Renderers:
    """One writer a kind of delivery."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Tell the outbox of all of them."""
        outbox, pressed, basis = outbox_of(self._bot), self.pressed, self._note_basis
        outbox.register(ANNOUNCEMENT, self.announcement, on_press=pressed, before_render=basis, late=_LATE)
        outbox.register(
            WATCH, self.watch, on_press=pressed, on_dm_closed=self._dm_closed, before_render=basis, late=_LATE
        )
        outbox.register(
            CORRECTION, self.correction, on_press=pressed, on_dm_closed=self._dm_closed, before_render=basis
        )
        outbox.register(DIGEST, self.digest, on_press=pressed, before_render=basis)
        outbox.register(
            SUMMARY,
            self.summary,
            on_press=pressed,
            on_dm_closed=self._dm_closed,
            before_render=self._before_summary,
        )

    async def announcement(self, row: Delivery) -> OutgoingMessage | None:
        """A change or a vote, for a channel; the chosen role is pinged."""
        told = await self._news(row)
        if told is None:
            return None
        (item,), role = await self._carried(row), await self._role(row)
        buttons = self._buttons(row, item.tie_id)
        return OutgoingMessage(views.story(told, buttons, f"<@&{role}>" if role else ""), role=role, publish=True)

    async def watch(self, row: Delivery) -> OutgoingMessage | None:
        """A change or a vote, for a person who watches the tie and has not stopped meanwhile."""
        (item,) = await self._carried(row)
        if not await watches.watching(self._bot.database, row.to.id, item.tie_id):
            return None
        told = await self._news(row)
        return OutgoingMessage(views.story(told, self._buttons(row, item.tie_id))) if told else None

    async def correction(self, row: Delivery) -> OutgoingMessage | None:
        """A correction or retraction: the message that was wrong is rewritten, earlier corrections too; one reply."""
        (mend,) = await self._carried(row)
        first = await deliveries.by_id(self._bot.database, row.corrects_delivery) if row.corrects_delivery else None
        wrong = await announcements.by_id(self._bot.database, mend.corrects or "")
        if first is None or first.message is None or wrong is None:
            return None
        if await announcements.was_known(self._bot.database, mend.id, first.id):
            return None
        replies = await self._replies(first, mend, row)
        edits = [Edit(first.message, await self._rewritten(first, mend))]
        edits += [Edit(reply.message, await self._put_right(reply, mend)) for reply in replies if reply.message]
        told = corrections.reply(wrong, mend, self._bot.register, self._bot.clock(), again=bool(replies))
        buttons = self._buttons(row, mend.tie_id, stop=await self._watches(row, mend))
        return OutgoingMessage(views.story(told, buttons), reply_to=first.message, edits=tuple(edits), publish=True)

    async def _watches(self, row: Delivery, item: Announcement) -> bool:
        """Whether it goes to a person who watches the tie still: one who has stopped is only told of the error."""
        return row.to.kind == "user" and await watches.watching(self._bot.database, row.to.id, item.tie_id)

    async def _replies(self, first: Delivery, mend: Announcement, row: Delivery) -> list[Delivery]:
        """The replies to a message whose word a correction mends too; those about something else in it stay."""
        found = []
        for reply in await deliveries.sent_corrections(self._bot.database, first.id):
            (carried,) = await self._carried(reply)
            if reply.id != row.id and mend in await announcements.corrections_of(self._bot.database, carried.id):
                found.append(reply)
        return found

    async def digest(self, row: Delivery) -> OutgoingMessage | None:
        """What a week brought for a channel."""
        card = await self._digest(row)
        return OutgoingMessage(card, publish=True) if card else None

    async def summary(self, row: Delivery) -> OutgoingMessage | None:
        """In one message what could not be sent for more than a week."""
        card = await self._summary(row)
        return OutgoingMessage(card, publish=row.to.kind == "channel") if card else None

    async def _dm_closed(self, conn: Transaction, row: Delivery) -> None:
        """Nobody writes to closed direct messages again until the person asks for it."""
        await watches.close(conn, row.to.id, self._bot.clock())

    async def _note_basis(self, conn: Transaction, row: Delivery) -> None:
        await announcements.note_basis(conn, row.id)

    async def _before_summary(self, conn: Transaction, row: Delivery) -> None:
        await announcements.note_basis(conn, row.id)
        if row.to.kind == "user":
            await announcements.drop_unwatched(conn, row)

    async def pressed(self, interaction: Interaction, row: Delivery, action: str) -> None:
        """Details, or Stop watching, under a message of ours."""
        register = self._bot.register
        names = dict.fromkeys(item.tie_id for item in await self._carried(row))
        ties = [register.tie(name) for name in names if name in register.record.ties]
        if not ties:
            raise Refusal(subscription_words.NO_SINGLE_TIE)
        if len(ties) > 1:
            await send_private(interaction, views.ties_card(ties, register))
            return
        tie = ties[0]
        if action == "off":
            note = watch_words.STOPPED
            async with self._bot.database.transaction() as conn:
                alone = await watches.stop(conn, interaction.user.id, tie.id)
                state = register.state_of(tie)
                if not alone and await watches.stop(conn, interaction.user.id, watches.all_of(state)):
                    note = watch_words.stopped_with_state(register.record.states[state].name)
            await send_private(interaction, views.watch_card(tie, register, on=False, note=note))
            return
        card = status_card(tie, register, self._bot.actions, self._bot.today)
        await send_private(interaction, card)

    async def _news(self, row: Delivery) -> Message | None:
        (item,) = await self._carried(row)
        mends = await announcements.corrections_of(self._bot.database, item.id)
        return message_text.news(item, self._bot.register, self._bot.clock(), mends[-1] if mends else None)

    async def _rewritten(self, first: Delivery, mend: Announcement) -> Layout:
        """What the message that was wrong says from now on."""
        if first.kind not in {DIGEST.name, SUMMARY.name}:
            return await self._put_right(first, mend)
        card = await (self._digest(first) if first.kind == DIGEST.name else self._summary(first))
        assert card is not None
        return card

    async def _put_right(self, row: Delivery, mend: Announcement) -> Layout:
        """A message of its own about one tie, with what that very message said, why it was wrong, and what is right."""
        (carried,) = await self._carried(row)
        known = None if row.corrects_delivery else await announcements.told_by(self._bot.database, row.id)
        said = known or carried
        mends = await announcements.corrections_of(self._bot.database, said.id)
        upto = mends[: 1 + mends.index(mend)]
        told = corrections.rewritten(said, upto, self._bot.register, self._bot.clock())
        return views.story(told, self._buttons(row, carried.tie_id))

    async def _digest(self, row: Delivery) -> Layout | None:
        carried = await self._carried(row)
        found = Digest.unpack(DIGEST.read(row), [item.id for item in carried])
        cited = Citations(self._bot.register.record.sources)
        news = await self._news_rows(row, carried, cited)
        stale, totals = summary_rows.digest_rows(found, self._bot.register)
        if not stale and not any(lines for _, lines in news):
            return None
        parts = [
            *news,
            (sentences.OLD_NEWS, stale),
            (sentences.ALL_TOGETHER, totals),
        ]
        return views.rows_card(
            views.digest_title(found),
            parts,
            cited.sources,
            [delivery_button(row, subscription_words.HOW_THEY_STAND_NOW)],
        )

    async def _summary(self, row: Delivery) -> Layout | None:
        carried = await self._carried(row)
        cited = Citations(self._bot.register.record.sources)
        lines = await self._rows(row, carried, cited)
        note = summary_rows.late_note(carried)
        if not lines:
            return None
        buttons = [delivery_button(row, subscription_words.HOW_THEY_STAND_NOW)]
        return views.rows_card(sentences.NOT_SENT, [("", lines)], cited.sources, buttons, note)

    async def _news_rows(
        self, row: Delivery, items: tuple[Announcement, ...], cited: Citations
    ) -> list[tuple[str, list[str]]]:
        """The lines on what changed, on what else was decided or said, and on what is of long ago, by their titles."""
        register = self._bot.register
        past = tuple(item for item in items if announced.tells_of_the_past(item, register))
        new = [item for item in items if item not in past]
        changed = tuple(item for item in new if announced.tells_of_a_change(item, register))
        besides = tuple(item for item in new if item not in changed)
        parts = (
            (sentences.WHAT_CHANGED, changed),
            (sentences.DECIDED_OR_SAID, besides),
            (sentences.NEWLY_ON_RECORD, past),
        )
        return [(title, await self._rows(row, told, cited)) for title, told in parts]

    async def _rows(self, row: Delivery, items: tuple[Announcement, ...], cited: Citations) -> list[str]:
        """A line for each announcement. Of what was corrected before the message was first written, only what is right
        is told, and what was withdrawn before is not told at all.
        """
        lines = []
        for item in items:
            mends = await announcements.corrections_of(self._bot.database, item.id)
            known = [mend for mend in mends if await announcements.was_known(self._bot.database, mend.id, row.id)]
            told = known[-1] if known else None
            if told is None or told.kind is not AnnouncementKind.RETRACTION:
                since = mends[len(known) :]
                lines.append(summary_rows.row(item, self._bot.register, cited, since, told))
        return lines

    def _buttons(self, row: Delivery, tie: str, *, stop: bool = False) -> list[ui.Button[Any]]:
        shown = [delivery_button(row, "Details"), *self._bot.news_actions.buttons(tie)]
        if stop or row.kind == WATCH.name:
            shown.append(delivery_button(row, "Stop watching", "off"))
        return shown

    async def _carried(self, row: Delivery) -> tuple[Announcement, ...]:
        return await announcements.carried_by(self._bot.database, row.id)

    async def _role(self, row: Delivery) -> int | None:
        """The role to ping, if the channel still wants it and the server still has it."""
        followed = subscription_of(row.stream)
        found = await subscriptions.by_id(self._bot.database, followed) if followed else None
        guild = self._bot.get_guild(found.guild) if found else None
        role = guild.get_role(found.preferences.role) if guild and found and found.preferences.role else None
        return role.id if role and not role.is_default() else None
