"""The outbox as a cog: what features call, and the events of Discord by which servers and channels come and go."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord.ext import commands, tasks

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.failures import Refusal
from cogs.kit.replies import lost_button
from cogs.kit.router import handles
from cogs.outbox.mark import DeliveryAction, DeliveryMark, DeliveryPress, is_of
from cogs.outbox.presence import Presence
from cogs.outbox.registry import (
    Action,
    DeliveryHandler,
    InTransaction,
    Late,
    OnPress,
    OutboxListener,
    Registry,
    Renderer,
)
from cogs.outbox.restoration import Restoration
from cogs.outbox.scheduler import Scheduler
from cogs.outbox.sender import CROSSPOST, Sender, render_crosspost
from db.store import deliveries, history_gaps
from db.store.clock_guard import may_delete
from db.store.delivery_models import Delivery, DeliveryKind

log = logging.getLogger(__name__)

RECHECK_MINUTES = 60
_WAKE = "outbox"
_OLD_BUTTON = "This message is so old that the bot no longer keeps what it was about. `/status` has the newest word."


class Outbox(commands.Cog):
    """Sends everything that the bot says unasked, once, in order for each channel and person.

    Features register their kinds and listeners at start, and put rows in with ``deliveries.put``: they are sent once
    the transaction is committed.
    """

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._registry = Registry()
        self._presence = Presence(bot, self._registry)
        self._restoration = Restoration(bot, self._registry)
        self._sender = Sender(bot, self._registry, self._presence, self._restoration)
        self._scheduler = Scheduler(bot, self._registry, self._sender, self._restoration)
        self._sweep = tasks.loop(seconds=bot.settings.sweep)(self.wake)
        self.register(CROSSPOST, render_crosspost)

    def register(
        self,
        kind: DeliveryKind[Any],
        render: Renderer,
        *,
        on_press: OnPress | None = None,
        on_dm_closed: InTransaction | None = None,
        before_render: InTransaction | None = None,
        late: Late | None = None,
    ) -> None:
        """Let a feature send a kind of message: see ``DeliveryHandler``. Raises ValueError if another does already."""
        self._registry.add(DeliveryHandler(kind, render, on_press, on_dm_closed, before_render, late))

    def register_action(self, kind: DeliveryKind[Any], act: Action) -> None:
        """Let a feature do something in a server that is no message, in the order of that server's rows: rows of the
        kind go to ``Target("news", server, server)``.

        ``act(row, guild)`` returns the id of what it did, or None if nothing was left to do. It is asked again after an
        interruption, so it looks first whether it was done. It raises ``NotNow`` where something has to be mended.
        Raises ValueError if another feature has the kind already.
        """
        self._registry.add(DeliveryHandler(kind, _no_message, act=act))

    @property
    def kinds(self) -> tuple[DeliveryKind[Any], ...]:
        """The kinds of messages that are sent, in the order in which features registered them."""
        return tuple(handler.kind for handler in self._registry.handlers.values())

    def listen(self, listener: OutboxListener) -> None:
        """Let a feature hear of what becomes of deliveries, channels and servers."""
        self._registry.listeners.append(listener)

    @property
    def last_sweep(self) -> float | None:
        """When it was last looked for what waits, by ``time.monotonic``; None if not yet."""
        return self._scheduler.last_sweep

    async def wake(self) -> None:
        """Look for what is due now. Nobody has to: every commit that put something in does it, and a sweep."""
        await self._scheduler.wake()

    async def recheck(self, guild: int | None = None) -> None:
        """Let paused deliveries go on, of one server or of all, where nothing in sight stands against it."""
        await self._presence.recheck(guild)

    async def cog_load(self) -> None:
        """Begin to send, as soon as the bot is ready."""
        self.bot.router.add_handlers(self)
        await self._restoration.load()
        self.bot.database.on_commit(deliveries.TABLE, lambda: self.bot.dispatch(_WAKE))
        self._sweep.start()
        self.hourly.start()
        self.daily.start()

    async def cog_unload(self) -> None:
        """Claim nothing more, and let what is under way finish, for at most 8 seconds."""
        self._sweep.cancel()
        self.hourly.cancel()
        self.daily.cancel()
        await self._scheduler.stop()

    @tasks.loop(minutes=RECHECK_MINUTES)
    async def hourly(self) -> None:
        """Look whether what is paused may go on."""
        await self._presence.recheck()
        await self._restoration.retry()

    @tasks.loop(hours=24)
    async def daily(self) -> None:
        """Forget what ended long ago."""
        try:
            async with self.bot.database.transaction() as conn:
                if not await may_delete(conn, self.bot.clock()):
                    return
                await deliveries.prune(conn, self.bot.clock())
                oldest = discord.utils.time_snowflake(self.bot.clock() - deliveries.KEPT)
                await history_gaps.prune(conn, oldest)
                await self._registry.tell(lambda listener: listener.on_prune(conn))
        except Exception:
            log.exception("Old deliveries could not be removed; they are tried again tomorrow")

    @commands.Cog.listener()
    async def on_outbox(self) -> None:
        """Something was put in, or may go on."""
        await self.wake()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """The bot is there, perhaps after a long time."""
        await self._presence.recheck()
        await self._restoration.read()
        await self.wake()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot left a server. An outage does not come here."""
        await self._presence.guild_left(guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot came to a server, perhaps back."""
        await self._presence.guild_back(guild.id)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server is there again after an outage."""
        await self._presence.guild_back(guild.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel was deleted."""
        await self._presence.channel_gone(channel.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """A thread was deleted."""
        await self._presence.channel_gone(payload.thread_id)

    @commands.Cog.listener()
    async def on_guild_channel_update(self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        """Permissions in a channel may have changed."""
        await self._presence.recheck(after.guild.id)

    @commands.Cog.listener()
    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """Permissions of a role may have changed."""
        await self._presence.recheck(after.guild.id)

    @commands.Cog.listener()
    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """The bot's own roles or its timeout may have changed."""
        if after == after.guild.me:
            await self._presence.recheck(after.guild.id)

    @commands.Cog.listener()
    async def on_thread_update(self, before: discord.Thread, after: discord.Thread) -> None:
        """A thread may have been unlocked."""
        await self._presence.recheck(after.guild.id)

    @handles(DeliveryPress, DeliveryAction)
    async def pressed(self, interaction: Interaction, mark: DeliveryMark) -> None:
        """A button of a delivery's message: what it does is for the row's kind to say."""
        row = await self._row_of(interaction, mark)
        handler = self._registry.handlers.get(row.kind) if row else None
        if row is None or handler is None or handler.on_press is None:
            raise Refusal(lost_button(interaction) if self.bot.router.is_lost(interaction) else _OLD_BUTTON)
        action = mark.action if isinstance(mark, DeliveryAction) else ""
        await handler.on_press(interaction, row, action)

    async def _row_of(self, interaction: Interaction, mark: DeliveryMark) -> Delivery | None:
        """The row whose message this is: by its mark, or because it took the message for its own after a restore."""
        row = await deliveries.by_id(self.bot.database, mark.row)
        if row is not None and is_of(mark, row):
            return row
        taken = await self._restoration.row_of(interaction.message.id) if interaction.message else None
        return await deliveries.by_id(self.bot.database, taken) if taken is not None else None


async def _no_message(_: Delivery) -> None:
    """What is done in a server has no message."""


def outbox_of(bot: TiewatchBot) -> Outbox:
    """The bot's outbox. Raises LookupError before ``cogs.outbox.extension`` is loaded."""
    found = bot.get_cog(Outbox.__cog_name__)
    if not isinstance(found, Outbox):
        raise LookupError("the outbox is not loaded: cogs.outbox.extension has to be the first")
    return found
