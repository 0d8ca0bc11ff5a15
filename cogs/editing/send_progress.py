"""The progress line under what was recorded: sent, waiting, paused, kept true until nothing waits any more."""

from __future__ import annotations

import asyncio
import logging

import discord

from cogs.editing import recorded_card
from cogs.editing.commit import announcement_afterwards
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.failures import NETWORK_ERRORS
from cogs.kit.replies import edit_or_send
from db.store.announcements import by_id, progress
from db.store.database import DatabaseError
from db.store.draft_models import ActDraft
from db.store.subscription_models import Audience

log = logging.getLogger(__name__)

# The waits between two looks, nearly 14 minutes in all: an answer can be edited for 15.
_PAUSES = (0.3, 0.7, 1, 2, 4, *(8,) * 10, *(20,) * 36)


class SendProgress:
    """The announcements on their way whose progress somebody looks at."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, interaction: Interaction, draft: ActDraft, reach: Audience, *, goes_on: bool = False) -> None:
        """Keep the answer to an interaction true from now on."""
        task = asyncio.create_task(self._until_sent(interaction, draft, reach, goes_on))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self) -> None:
        """Follow nothing any more."""
        for task in self._tasks:
            task.cancel()

    async def show(
        self, interaction: Interaction, draft: ActDraft, reach: Audience | None, *, goes_on: bool = False
    ) -> None:
        """Show what came of a draft, as of now. Without a ``reach`` its audience is not named. What ``goes_on`` has
        opened the next that waits already.
        """
        database, register = self._bot.database, self._bot.register
        news = await by_id(database, draft.announcement) if draft.announcement else None
        done = await progress(database, news.id) if news else None
        mends = news is not None and news.is_correction
        tie = register.tie(draft.tie)
        late = await announcement_afterwards(database, draft, tie) is not None
        queue = self._bot.work_queue
        besides = await queue.comes_of(draft.id)
        card = recorded_card.recorded(
            draft, tie, register, done, reach, is_correction=mends, can_announce=late, besides=besides
        )
        await edit_or_send(interaction, card if goes_on else await queue.with_next(card))

    async def _until_sent(self, interaction: Interaction, draft: ActDraft, reach: Audience, goes_on: bool) -> None:
        shown = None
        try:
            for pause in _PAUSES:
                await asyncio.sleep(pause)
                now = await progress(self._bot.database, draft.announcement or "")
                if now != shown:
                    await self.show(interaction, draft, reach, goes_on=goes_on)
                    shown = now
                if not now.waiting:
                    return
        except (discord.HTTPException, DatabaseError, *NETWORK_ERRORS) as error:
            log.info("A progress line is no longer updated", extra={"why": type(error).__name__})
