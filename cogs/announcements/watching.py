"""Watching a tie: the button on every card, the list, and the buttons that stop it. Only the person sees any of it."""

from __future__ import annotations

import discord

from cogs.announcements import views, watch_words
from cogs.announcements.routes import StartWatch, StopWatch, StopWatches, WatchesPage, WatchTie
from cogs.announcements.watch_orders import watch_order
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import Layout, chosen
from cogs.kit.failures import Refusal
from cogs.kit.replies import edit_or_send, edit_own_or_send, send_private
from cogs.kit.router import handles
from db.store import watches


class WatchHandlers:
    """What the buttons do."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    @handles(WatchTie)
    async def from_card(self, interaction: Interaction, route: WatchTie) -> None:
        """Watch, under a tie's card: start, or say that it is watched already, with the button that stops it."""
        await send_private(interaction, await self._start(interaction, route.tie))

    @handles(StartWatch)
    async def start(self, interaction: Interaction, route: StartWatch) -> None:
        """The button that turns a watch on."""
        await edit_own_or_send(interaction, await self._start(interaction, route.tie))

    @handles(StopWatch)
    async def stop(self, interaction: Interaction, route: StopWatch) -> None:
        """The button that turns a watch off."""
        async with self._bot.database.transaction() as conn:
            await watches.stop(conn, interaction.user.id, route.tie)
        await edit_own_or_send(interaction, self._card(route.tie, on=False, note=watch_words.STOPPED))

    async def ordered(self, message: discord.Message, text: str) -> Layout | None:
        """Watch what a direct message says. In a server everybody would see it: there, the button to do so."""
        order = watch_order(text, self._bot.register)
        if order is None:
            return None
        watched = [tie.id for tie in order.ties] or [watches.all_of(order.state)]
        if message.guild is not None or len(watched) > 1:
            return views.which_to_watch(watched, self._bot.register)
        return await self._watch(message.author.id, watched[0])

    async def start_state(self, interaction: Interaction, code: str) -> None:
        """Watch all ties of a state, those too that come on record later. The interaction must have been deferred."""
        await edit_or_send(interaction, await self._start(interaction, watches.all_of(code)))

    async def listed(self, interaction: Interaction, page: int = 0) -> None:
        """What the person watches."""
        found = await watches.of_user(self._bot.database, interaction.user.id)
        if not found:
            raise Refusal(watch_words.WATCHES_NOTHING)
        await edit_or_send(interaction, views.watches_card(found, self._bot.register, page))

    @handles(WatchesPage)
    async def turn(self, interaction: Interaction, route: WatchesPage) -> None:
        """Another page of the list."""
        await self.listed(interaction, route.page)

    @handles(StopWatches)
    async def from_list(self, interaction: Interaction, route: StopWatches) -> None:
        """A tie of the list, to watch no longer."""
        async with self._bot.database.transaction() as conn:
            for tie_id in chosen(interaction):
                await watches.stop(conn, interaction.user.id, tie_id)
        await self.listed(interaction, route.page)

    async def _start(self, interaction: Interaction, tie_id: str) -> Layout:
        return await self._watch(interaction.user.id, tie_id)

    async def _watch(self, person: int, tie_id: str) -> Layout:
        self._must_know(tie_id)
        try:
            async with self._bot.database.transaction() as conn:
                new = await watches.start(conn, person, tie_id, self._bot.clock())
        except watches.TooManyWatchesError as error:
            raise Refusal(watch_words.watches_too_many(watches.MOST)) from error
        return self._card(tie_id, on=True, note=watch_words.DMS_HAVE_TO_BE_OPEN, known=not new)

    def _card(self, tie_id: str, *, on: bool, note: str, known: bool = False) -> Layout:
        self._must_know(tie_id)
        if state := watches.state_watched(tie_id):
            return views.state_watch_card(state, self._bot.register, on=on, known=known)
        return views.watch_card(self._bot.register.tie(tie_id), self._bot.register, on=on, note=note, known=known)

    def _must_know(self, tie_id: str) -> None:
        record, state = self._bot.register.record, watches.state_watched(tie_id)
        if tie_id not in record.ties and state not in record.states:
            raise Refusal(watch_words.TIE_IS_GONE)
