"""After a restore: nothing is sent until the channels were read for what was sent since the backup.

A restored database does not know what it has said since then. What the bot's own messages carry tells it: each is kept
with its mark, and a row whose mark it is, or whose key it has, takes the message for its own. Nothing is sent to a
channel that could not be read.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Iterable

import discord

from cogs.kit.bot import TiewatchBot
from cogs.outbox import reasons
from cogs.outbox.failures import EXPECTED, classify
from cogs.outbox.mark import short_hash
from cogs.outbox.registry import Registry
from cogs.outbox.targets import Channel, lacks_history, own_marks
from db.store import history_gaps, meta, restore
from db.store.database import DatabaseError
from db.store.delivery_models import Delivery, DeliveryState, Target
from db.store.history_gaps import HistoryGap

log = logging.getLogger(__name__)

# Discord's machines make ids by their own clocks, and so does this one.
_SKEW_SECONDS = 600
_LANES = 6
# In a channel that is known; a busier one is left to an editor.
MOST_MESSAGES = 20_000
# Channels of its servers of which the backup knows nothing: those in which somebody wrote since, newest first.
MOST_OTHER_CHANNELS = 25
_PREPARED = "restore_prepared"


class Restoration:
    """What is left to do after a restore. Without one it costs two short reads at the start."""

    def __init__(self, bot: TiewatchBot, registry: Registry) -> None:
        self._bot = bot
        self._registry = registry
        self._concerns_rows = False
        self._reading = False
        self._prepared = True
        self._held = False

    @property
    def holds(self) -> bool:
        """Whether nothing may be sent: nobody said yet that it may, or it is not known yet what is to be read."""
        return self._held or not self._prepared

    async def load(self) -> None:
        """See whether the database was restored, and what is left to do."""
        past = await restore.restores(self._bot.database)
        self._bot.router.lost = tuple((one.since, one.until) for one in past)
        self._held = await restore.is_held(self._bot.database)
        self._prepared = not past or await meta.get(self._bot.database, _PREPARED) == str(past[-1].epoch)
        self._concerns_rows = await history_gaps.any_left(self._bot.database)
        if self._held:
            log.warning("Restored from a backup: nothing is sent until somebody says that it may go on")

    async def look_again(self) -> None:
        """See whether somebody has said meanwhile that sending may go on."""
        self._held = await restore.is_held(self._bot.database)

    async def read(self) -> None:
        """Read what is still to be read, as far as possible. Run again, it goes on where it stopped.

        Before the bot is ready it knows of no channel: then nothing is noted as read.
        """
        if self._reading or not self._bot.is_ready() or not (self.holds or self._concerns_rows):
            return
        self._reading = True
        try:
            await self._prepare()
            left = deque(await history_gaps.gaps(self._bot.database))
            await asyncio.gather(*(self._lane(left) for _ in range(_LANES)))
        except Exception:
            log.exception("The channels could not be read; it is tried again in an hour")
        finally:
            self._reading = False

    async def _lane(self, left: deque[HistoryGap]) -> None:
        while left:
            await self._fill(left.popleft())

    async def _prepare(self) -> None:
        """Note once for each restore which channels and people are to be read."""
        if self._prepared:
            return
        past = await restore.restores(self._bot.database)
        since = discord.utils.time_snowflake(past[-1].since) - (_SKEW_SECONDS * 1000 << 22)
        served = [to for listener in self._registry.listeners for to in await listener.targets_served()]
        async with self._bot.database.transaction() as conn:
            await history_gaps.open_gaps(conn, [*served, *self._written_to(since)], since)
            await meta.set_value(conn, _PREPARED, str(past[-1].epoch))
        self._prepared = self._concerns_rows = True

    def _written_to(self, since: int) -> Iterable[Target]:
        """The channels in which somebody, perhaps the bot, wrote since then; some of each server."""
        for guild in self._bot.guilds:
            places: list[discord.TextChannel | discord.Thread] = [*guild.text_channels, *guild.threads]
            written = [(last, place.id) for place in places if (last := place.last_message_id or 0) > since]
            newest = sorted(written, reverse=True)[:MOST_OTHER_CHANNELS]
            yield from (Target("channel", place, guild.id) for _, place in newest)

    async def _fill(self, gap: HistoryGap) -> None:
        try:
            channel = await self._channel(gap)
            why = reasons.SERVER_AWAY if channel is None else await self._read_one(channel, gap)
        except EXPECTED as error:
            failure = classify(error)
            if failure.state is DeliveryState.GONE:
                async with self._bot.database.transaction() as conn:
                    await history_gaps.fill_gap(conn, gap.to, ())
                return
            why = failure.reason
        if why is not None:
            async with self._bot.database.transaction() as conn:
                await history_gaps.leave_gap(conn, gap.to, why)

    async def _channel(self, gap: HistoryGap) -> Channel | None:
        if gap.to.kind == "user":
            return await self._bot.create_dm(discord.Object(gap.to.id))
        guild = self._bot.get_guild(gap.to.guild) if gap.to.guild else None
        if guild is None or guild.unavailable:
            return None
        channel = guild.get_channel_or_thread(gap.to.id) or await self._bot.fetch_channel(gap.to.id)
        return channel if isinstance(channel, discord.TextChannel | discord.Thread) else None

    async def _read_one(self, channel: Channel, gap: HistoryGap) -> str | None:
        """Read one channel; why it could not be read, or None. Raises the errors of a request."""
        if not isinstance(channel, discord.DMChannel) and (lacks := lacks_history(channel)):
            return reasons.missing(lacks)
        found = await own_marks(self._bot, channel, gap.since, MOST_MESSAGES)
        if found is None:
            return reasons.TOO_MUCH_TO_READ
        async with self._bot.database.transaction() as conn:
            await history_gaps.fill_gap(conn, gap.to, found)
        self._concerns_rows = True
        return None

    async def find(self, row: Delivery, channel: Channel) -> int | str | None:
        """The message that a row was sent as before the restore, or None; a text says why that is not known."""
        if not self._concerns_rows:
            return None
        gap = await history_gaps.gap_of(self._bot.database, row.to)
        if gap is not None and (why := await self._read_one(channel, gap)):
            return reasons.not_read_since_restore(why)
        return await history_gaps.found_for(self._bot.database, row, channel.id, short_hash(row.key))

    async def row_of(self, message: int) -> int | None:
        """The row that has taken a message from before a restore for its own."""
        return await history_gaps.row_of(self._bot.database, message) if self._concerns_rows else None

    async def retry(self) -> None:
        """Try once more what could not be read; the errors of the database wait for the next time."""
        try:
            self._concerns_rows = await history_gaps.any_left(self._bot.database)
        except (DatabaseError, sqlite3.Error) as error:
            log.warning("It is not known what is left to read", extra={"why": str(error)})
            return
        await self.read()
