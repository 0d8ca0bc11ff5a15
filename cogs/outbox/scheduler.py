"""The outbox: a sweep over what is due, woken by the event ``outbox``, in lanes, so that no channel waits for another.

It only ever sleeps, and waits on no lock, queue or event of its own: what it has to do is in the database, and what it
is doing in two plain collections. Every error ends at the lane or the sweep that met it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Sequence

import discord
from discord.ext import tasks

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.failures import Refusal
from cogs.outbox.messages import ROUTE, DeliveryHandler, OnDmClosed, OnPress, Renderer
from cogs.outbox.sender import Sender
from cogs.outbox.targets import missing
from db.store import deliveries, subscriptions
from db.store.database import DatabaseError
from db.store.deliveries import Delivery
from db.store.models import SubscriptionEnd

log = logging.getLogger(__name__)

LANES = 48
SHELF = 256
# Discord lets few conversations be opened in a short time: people must not take up the lanes of the channels.
PEOPLE = 8
# Less than the ten seconds in which the process must have ended, so that all else can close too.
GRACE = 8.0
RECHECK_MINUTES = 60
_OLD_BUTTON = "This message is so old that the bot no longer keeps what it was about. `/status` has the newest word."


class Outbox:
    """Sends everything that the bot says unasked, once, in order for each channel and person."""

    def __init__(self, bot: TiewatchBot, sweep_seconds: float) -> None:
        self._bot = bot
        self._sender = Sender(bot)
        self._shelf: deque[Delivery] = deque()
        self._busy: set[tuple[str, int]] = set()
        self._lanes: set[asyncio.Task[None]] = set()
        self._filling = False
        self._again = False
        self._closing = False
        self._returned: set[int] = set()
        self._sweep = tasks.loop(seconds=sweep_seconds)(self.wake)
        self._recheck = tasks.loop(minutes=RECHECK_MINUTES)(self.recheck)

    def register(
        self, kind: str, write: Renderer, *, pressed: OnPress | None = None, closed: OnDmClosed | None = None
    ) -> None:
        """Say how a kind of delivery is written. Raises ValueError if somebody writes it already.

        ``write`` makes the message from the record when its turn comes, or returns None if nothing is left to say.
        ``pressed`` handles the buttons made with ``mark``, ``closed`` hears of people who cannot be written to.
        """
        if kind in self._sender.kinds:
            raise ValueError(f"two writers for deliveries of the kind {kind!r}")
        self._sender.kinds[kind] = DeliveryHandler(write, pressed, closed)

    def start(self) -> None:
        """Begin to send, as soon as the bot is ready."""
        self._bot.router.add(ROUTE, self._pressed)
        self._bot.add_listener(self.wake, "on_outbox")
        self._bot.add_listener(self._on_ready, "on_ready")
        self._sweep.start()
        self._recheck.start()

    async def stop(self) -> None:
        """Claim nothing more, and let what is under way finish, for at most 8 seconds."""
        self._closing = True
        self._sweep.cancel()
        self._recheck.cancel()
        if not self._lanes:
            return
        _, late = await asyncio.wait(self._lanes, timeout=GRACE)
        for lane in late:
            lane.cancel()
        if late:
            log.warning("Deliveries were cut off; they are looked for at the next start", extra={"count": len(late)})
            await asyncio.wait(late, timeout=1)

    async def wake(self) -> None:
        """Look for what is due and send it. Returns as soon as lanes are at work; called again, it looks once more."""
        self._again = True
        if self._filling or not self._bot.is_ready():
            return
        self._filling = True
        try:
            while self._again and self._may_send():
                self._again = False
                await self._fill()
        except Exception:
            log.exception("The outbox could not be read; it is tried again at the next sweep")
        finally:
            self._filling = False

    async def recheck(self, guild: int | None = None) -> None:
        """Let paused deliveries go on, of one server or of all, where nothing in sight stands against it."""
        if not self._bot.is_ready():
            return
        try:
            if guild is None:
                await self._end_what_was_left()
                await self._take_up_what_is_back()
            rows = await deliveries.paused(self._bot.database, guild)
            free = [row.id for row in rows if self._seems_open(row)]
            if free:
                async with self._bot.database.transaction() as conn:
                    await deliveries.release(conn, free)
        except Exception:
            log.exception("Paused deliveries could not be checked; they are checked again in an hour")
            return
        if free:
            await self.wake()

    async def channel_gone(self, channel: int) -> None:
        """End what goes to a channel that was deleted."""
        now = self._bot.clock()
        async with self._bot.database.transaction() as conn:
            await subscriptions.channel_gone(conn, channel, "the channel does not exist any more", now)

    async def guild_left(self, guild: int) -> None:
        """End what goes to a server that the bot is no longer in. It is kept for 30 days, should the bot come back."""
        ended = [found.id for found in await subscriptions.of_guild(self._bot.database, guild)]
        async with self._bot.database.transaction() as conn:
            await subscriptions.end(conn, ended, SubscriptionEnd.LEFT, self._bot.clock())
            await deliveries.gone_with_guild(conn, guild, "the bot is not in the server any more", self._bot.clock())

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
            await self._take_up_what_is_back()
        finally:
            returned, self._returned = self._returned, set()
        for name in returned & waiting:
            await self.recheck(name)

    async def _on_ready(self) -> None:
        await self.recheck()
        await self.wake()

    async def _end_what_was_left(self) -> None:
        """End what goes to servers that the bot left while it was away. One with an outage is still known."""
        for guild in await subscriptions.guilds(self._bot.database):
            if self._bot.get_guild(guild) is None:
                await self.guild_left(guild)

    async def _take_up_what_is_back(self) -> None:
        """Take up what ended when the bot left a server in which it is again."""
        left = await subscriptions.left(self._bot.database)
        again = [found.id for found in left if self._bot.get_guild(found.guild) is not None]
        if again:
            async with self._bot.database.transaction() as conn:
                await subscriptions.take_up(conn, again)
            await self.wake()

    async def _fill(self) -> None:
        now, busy = self._bot.clock(), len(self._busy)
        self._shelve(await deliveries.heads(self._bot.database, now, SHELF + busy, people=False), SHELF)
        busy = sum(kind == "user" for kind, _ in self._busy)
        self._shelve(await deliveries.heads(self._bot.database, now, PEOPLE + busy, people=True), PEOPLE - busy)
        while len(self._lanes) < min(LANES, len(self._busy)):
            self._lanes.add(asyncio.create_task(self._lane(), name="outbox lane"))

    def _shelve(self, heads: Sequence[Delivery], most: int) -> None:
        free = [head for head in heads if (head.to.kind, head.to.id) not in self._busy][: max(most, 0)]
        self._busy.update((head.to.kind, head.to.id) for head in free)
        self._shelf.extend(free)

    async def _lane(self) -> None:
        try:
            while self._shelf and self._may_send():
                went_well = await self._deliver(self._shelf.popleft())
                if went_well and len(self._shelf) < LANES:
                    await self.wake()
        finally:
            # At once, not by a callback: whoever fills the shelf next must not count on a lane that has ended.
            current = asyncio.current_task()
            assert current is not None
            self._lanes.discard(current)

    async def _deliver(self, head: Delivery) -> bool:
        """Send one; False if it could not even be written down, and is left to the next sweep."""
        try:
            await self._sender.deliver(head)
            return True
        except DatabaseError as error:
            log.warning("A delivery could not be written down", extra={"delivery": head.id, "why": str(error)})
            self._clear_shelf()
        except Exception:
            log.exception("A lane of the outbox met an error", extra={"delivery": head.id})
        finally:
            self._busy.discard((head.to.kind, head.to.id))
        return False

    def _may_send(self) -> bool:
        if self._closing or self._sender.brake.holds(time.monotonic()):
            self._clear_shelf()
            return False
        return True

    def _clear_shelf(self) -> None:
        """Leave what is not begun to the next sweep."""
        self._busy.difference_update((row.to.kind, row.to.id) for row in self._shelf)
        self._shelf.clear()

    def _seems_open(self, row: Delivery) -> bool:
        if row.to.kind == "user":
            return True
        guild = self._bot.get_guild(row.to.guild) if row.to.guild else None
        if guild is None or guild.unavailable:
            return False
        channel = guild.get_channel_or_thread(row.to.id)
        if not isinstance(channel, discord.TextChannel | discord.Thread):
            return True
        return not missing(channel, history=row.anchor is not None or row.about is not None)

    async def _pressed(self, interaction: Interaction, args: tuple[str, ...]) -> None:
        row = await deliveries.by_id(self._bot.database, int(args[0])) if args and args[0].isdecimal() else None
        kind = self._sender.kinds.get(row.kind) if row else None
        if row is None or kind is None or kind.pressed is None:
            raise Refusal(_OLD_BUTTON)
        await kind.pressed(interaction, row, args[1:])
