"""Servers, channels and permissions that come and go: what ends with them, what waits for them, what goes on again."""

from __future__ import annotations

import logging

from cogs.kit.bot import TiewatchBot
from cogs.outbox import reasons
from cogs.outbox.registry import Registry
from cogs.outbox.targets import seems_open
from db.store import deliveries
from db.store.database import Transaction
from db.store.delivery_models import Delivery

log = logging.getLogger(__name__)


class Presence:
    """Where the bot is, and what that means for deliveries."""

    def __init__(self, bot: TiewatchBot, registry: Registry) -> None:
        self._bot = bot
        self._registry = registry
        self._returned: set[int] = set()
        self._reported: set[int] = set()

    async def recheck(self, guild: int | None = None) -> None:
        """Let paused deliveries go on, of one server or of all, where nothing in sight stands against it."""
        if not self._bot.is_up():
            return
        try:
            if guild is None:
                await self._end_what_was_left()
                await self._resume_what_is_back()
                await self._report_unregistered()
            rows = await deliveries.paused(self._bot.database, guild)
            free = [row.id for row in rows if seems_open(self._bot, row)]
            if free:
                async with self._bot.database.transaction() as conn:
                    await deliveries.release(conn, free)
        except Exception:
            log.exception("Paused deliveries could not be checked; they are checked again in an hour")

    async def channel_gone(self, channel: int) -> None:
        """End what goes to a channel that was deleted."""
        async with self._bot.database.transaction() as conn:
            await self.end_channel(conn, channel, reasons.CHANNEL_GONE)

    async def end_channel(self, conn: Transaction, channel: int, why: str) -> None:
        """End what goes to a channel, in the transaction of whoever has learnt that it is no more."""
        await self._registry.tell(lambda listener: listener.on_channel_gone(conn, channel))
        await deliveries.gone_with_channel(conn, channel, why, self._bot.clock())

    async def guild_left(self, guild: int) -> None:
        """End what goes to a server that the bot is no longer in. Listeners may take it up if the bot comes back."""
        async with self._bot.database.transaction() as conn:
            await self._registry.tell(lambda listener: listener.on_guild_left(conn, guild))
            await deliveries.gone_with_guild(conn, guild, reasons.SERVER_LEFT, self._bot.clock())

    async def guild_back(self, guild: int) -> None:
        """Take up what ended when the bot left a server, and what was paused by an outage there.

        At a start all servers come at once: they are gathered, and most of them have nothing to take up.
        """
        alone = not self._returned
        self._returned.add(guild)
        if not alone:
            return
        try:
            waiting = {row.to.guild for row in await deliveries.paused(self._bot.database)}
            await self._resume_what_is_back()
        finally:
            returned, self._returned = self._returned, set()
        for name in returned & waiting:
            await self.recheck(name)

    async def _end_what_was_left(self) -> None:
        """End what goes to servers that the bot left while it was away. One with an outage is still known."""
        served = set(await deliveries.guilds_with_rows_to_end(self._bot.database))
        for listener in self._registry.listeners:
            served.update(await listener.guilds_served())
        for guild in served:
            if self._bot.get_guild(guild) is None:
                await self.guild_left(guild)

    async def _resume_what_is_back(self) -> None:
        """Take up what ended when the bot left a server in which it is again."""
        awaited = {guild for listener in self._registry.listeners for guild in await listener.guilds_awaited()}
        back = [guild for guild in awaited if self._bot.get_guild(guild) is not None]
        if not back:
            return
        async with self._bot.database.transaction() as conn:
            for guild in back:
                await self._tell_back(conn, guild)

    async def _tell_back(self, conn: Transaction, guild: int) -> None:
        await self._registry.tell(lambda listener: listener.on_guild_back(conn, guild))

    async def _report_unregistered(self) -> None:
        """Say once which kinds of rows wait in vain: this version, or what is loaded of it, does not send them."""
        for row in await deliveries.first_of_other_kinds(self._bot.database, self._registry.handlers):
            if row.id not in self._reported:
                self._reported.add(row.id)
                log.error("Deliveries of a kind that nobody registered wait", extra={"kind": row.kind, "first": row.id})
                await self._tell_unregistered(row)

    async def _tell_unregistered(self, row: Delivery) -> None:
        async with self._bot.database.transaction() as conn:
            await self._registry.tell(lambda listener: listener.on_unregistered(conn, row))
