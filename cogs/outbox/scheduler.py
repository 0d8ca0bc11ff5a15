"""Sends what is due: a sweep over the queues, in lanes, so that no channel waits for another.

It only ever sleeps, and waits on no lock, queue or event of its own: what it has to do is in the database, and what it
is doing in two plain collections. Every error ends at the lane or the sweep that met it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Sequence

from cogs.kit.bot import TiewatchBot
from cogs.outbox.registry import Registry
from cogs.outbox.restoration import Restoration
from cogs.outbox.sender import Sender
from db.store import deliveries
from db.store.database import DatabaseError
from db.store.delivery_models import Delivery

log = logging.getLogger(__name__)

LANES = 48
LANE = "outbox lane"
READY = 256
# Discord lets few conversations be opened in a short time: people must not take up the lanes of the channels.
PEOPLE = 8
# Less than the ten seconds in which the process must have ended, so that all else can close too.
GRACE = 8.0


class Scheduler:
    """Hands what is due to the sender, at most one delivery of a target at a time and in the target's order."""

    def __init__(self, bot: TiewatchBot, registry: Registry, sender: Sender, restoration: Restoration) -> None:
        self._bot = bot
        self._registry = registry
        self._sender = sender
        self._restoration = restoration
        self._ready: deque[Delivery] = deque()
        self._busy: set[tuple[str, int]] = set()
        self._lanes: set[asyncio.Task[None]] = set()
        self._refilling = False
        self._again = False
        self._closing = False
        self.last_sweep: float | None = None

    async def stop(self) -> None:
        """Claim nothing more, and let what is under way finish, for at most 8 seconds."""
        self._closing = True
        if not self._lanes:
            return
        _, late = await asyncio.wait(self._lanes, timeout=GRACE)
        for lane in late:
            lane.cancel()
        if late:
            log.warning("Deliveries were cut off; they are looked for at the next start", extra={"count": len(late)})
            await asyncio.wait(late, timeout=1)

    async def wake(self) -> None:
        """Look for what is due and send it. Returns as soon as lanes are at work; called again, it looks once more.

        While enough is ready it does not look: a lane does as soon as there is not, and reading the queues costs more
        than sending one message.
        """
        self._again = True
        if self._refilling or len(self._ready) >= LANES or not self._bot.is_up():
            return
        self._refilling = True
        try:
            if self._restoration.holds:
                await self._restoration.look_again()
            while self._again and self._may_send():
                self._again = False
                await self._refill()
            self.last_sweep = time.monotonic()
        except Exception:
            log.exception("The outbox could not be read; it is tried again at the next sweep")
        finally:
            self._refilling = False

    async def _refill(self) -> None:
        busy = len(self._busy)
        self._take(await self._due_heads(READY + busy, people=False), READY)
        busy = sum(kind == "user" for kind, _ in self._busy)
        self._take(await self._due_heads(PEOPLE + busy, people=True), PEOPLE - busy)
        while len(self._lanes) < min(LANES, len(self._busy)):
            self._lanes.add(asyncio.create_task(self._lane(), name=LANE))

    async def _due_heads(self, limit: int, *, people: bool) -> tuple[Delivery, ...]:
        now = self._bot.clock()
        return await deliveries.due_heads(self._bot.database, now, limit, kinds=self._registry.handlers, people=people)

    def _take(self, heads: Sequence[Delivery], most: int) -> None:
        free = [head for head in heads if (head.to.kind, head.to.id) not in self._busy][: max(most, 0)]
        self._busy.update((head.to.kind, head.to.id) for head in free)
        self._ready.extend(free)

    async def _lane(self) -> None:
        try:
            while self._ready and self._may_send():
                went_well = await self._deliver(self._ready.popleft())
                if went_well and len(self._ready) < LANES:
                    await self.wake()
        finally:
            # At once, not by a callback: whoever refills next must not count on a lane that has ended.
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
            self._give_back()
        except Exception:
            log.exception("A lane of the outbox met an error", extra={"delivery": head.id})
        finally:
            self._busy.discard((head.to.kind, head.to.id))
        return False

    def _may_send(self) -> bool:
        if self._closing or self._restoration.holds or self._sender.circuit.holds(time.monotonic()):
            self._give_back()
            return False
        return True

    def _give_back(self) -> None:
        """Leave what is not begun to the next sweep."""
        self._busy.difference_update((row.to.kind, row.to.id) for row in self._ready)
        self._ready.clear()
