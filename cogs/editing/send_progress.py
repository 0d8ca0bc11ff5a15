"""The progress line under what was recorded: sent, waiting, paused, kept true until nothing waits any more."""

from __future__ import annotations

import asyncio
import logging

import discord
from discord import ui

from cogs.editing import views
from cogs.editing.commit import announcement_afterwards
from cogs.kit import sentences
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import button
from cogs.kit.failures import NETWORK_ERRORS
from cogs.kit.replies import edit_or_send
from cogs.kit.work_queue import QueueOn
from db.store.announcements import by_id, progress
from db.store.database import DatabaseError
from db.store.models import ActDraft, Audience

log = logging.getLogger(__name__)

# The waits between two looks, nearly 14 minutes in all: an answer can be edited for 15.
_PAUSES = (0.3, 0.7, 1, 2, 4, *(8,) * 10, *(20,) * 36)


class SendProgress:
    """The announcements on their way whose progress somebody looks at."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, interaction: Interaction, draft: ActDraft, reach: Audience) -> None:
        """Keep the answer to an interaction true from now on."""
        task = asyncio.create_task(self._until_sent(interaction, draft, reach))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self) -> None:
        """Follow nothing any more."""
        for task in self._tasks:
            task.cancel()

    async def show(self, interaction: Interaction, draft: ActDraft, reach: Audience | None) -> None:
        """Show what came of a draft, as of now. Without a ``reach`` its audience is not named."""
        database, register = self._bot.database, self._bot.register
        news = await by_id(database, draft.announcement) if draft.announcement else None
        done = await progress(database, news.id) if news else None
        mends = news is not None and news.is_correction
        tie = register.tie(draft.tie)
        late = await announcement_afterwards(database, draft, tie) is not None
        card = views.recorded(draft, tie, register, done, reach, is_correction=mends, can_announce=late)
        if await self._bot.work_queue.waits():
            card.add_item(ui.ActionRow(button(sentences.QUEUE_NEXT, QueueOn())))
        await edit_or_send(interaction, card)

    async def _until_sent(self, interaction: Interaction, draft: ActDraft, reach: Audience) -> None:
        shown = None
        try:
            for pause in _PAUSES:
                await asyncio.sleep(pause)
                now = await progress(self._bot.database, draft.announcement or "")
                if now != shown:
                    await self.show(interaction, draft, reach)
                    shown = now
                if not now.waiting:
                    return
        except (discord.HTTPException, DatabaseError, *NETWORK_ERRORS) as error:
            log.info("A progress line is no longer updated", extra={"why": type(error).__name__})
