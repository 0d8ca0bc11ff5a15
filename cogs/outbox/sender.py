"""One delivery from its claim to its end. Whatever is interrupted here is found again by what is already written down.

The order is what keeps every promise: the row is claimed in the database before the request, and settled after it.
A process that dies before the claim has sent nothing; one that dies after it leaves a row that was claimed, and a
claimed row is looked for in its channel before it is sent again.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from dataclasses import dataclass, replace
from datetime import datetime

import discord

from cogs.kit.bot import TiewatchBot
from cogs.outbox.failures import (
    ALREADY_PUBLISHED,
    ARCHIVED,
    EXPECTED,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    Failure,
    classify,
    outcome,
)
from cogs.outbox.messages import DeliveryHandler, Edit, Post, carries_delivery
from cogs.outbox.notices import tell_editors, tell_setter
from cogs.outbox.rate_limit import CircuitBreaker
from cogs.outbox.targets import Reached, find, reach
from db.store import deliveries, drafts, subscriptions
from db.store.database import DatabaseError
from db.store.deliveries import WITHDRAWN, Delivery, DeliveryState, NewDelivery, SendResult, Target

log = logging.getLogger(__name__)

CROSSPOST = "crosspost"
_TRIES = 4
_UNREADABLE = "the channel's history could not be read, so it is not known whether this arrived"


@dataclass(frozen=True, slots=True)
class _Sent:
    place: int
    message: int
    publish: bool = False


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    """The row was ended by somebody else before it was claimed."""


class Sender:
    """Sends single deliveries. ``kinds`` is filled by the features."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self.kinds: dict[str, DeliveryHandler] = {}
        self.brake = CircuitBreaker()

    async def deliver(self, row: Delivery) -> None:
        """Try one delivery and write down what became of it.

        Raises DatabaseError or sqlite3.Error if the database fails: the row then stays as it was, or claimed.
        """
        try:
            result = await self._attempt(row)
        except (DatabaseError, sqlite3.Error):
            raise
        except EXPECTED as error:
            result = classify(error)
        except Exception:
            log.exception("A delivery could not be written", extra={"delivery": row.id, "kind": row.kind})
            result = Failure(DeliveryState.FAILED, "the bot could not write the message")
        if isinstance(result, _Sent):
            self.brake.success()
        elif isinstance(result, Failure) and result.discord_is_down:
            self._slow_down()
        await self._settle(row, result)

    def _slow_down(self) -> None:
        if self.brake.failure(time.monotonic()):
            log.warning("Discord does not answer; the outbox rests for a while")

    async def _attempt(self, row: Delivery) -> _Sent | _Withdrawn | Failure:
        kind = self.kinds.get(row.kind)
        if kind is None and row.kind != CROSSPOST:
            return Failure(DeliveryState.FAILED, f"nothing in this version writes a {row.kind}")
        reached = await reach(self._bot, row)
        if isinstance(reached, Failure):
            return reached
        found = await self._look(reached, row) if row.anchor is not None and kind else None
        if isinstance(found, Failure):
            return found
        claimed = await self._claim(row, reached, arrived=found is not None)
        if claimed is None:
            return _Withdrawn()
        if kind is None:
            return await self._publish(reached, claimed)
        return await self._say(self.kinds[claimed.kind], reached, claimed, found)

    async def _look(self, reached: Reached, row: Delivery) -> int | Failure | None:
        try:
            return await find(self._bot, reached, row)
        except discord.HTTPException as error:
            verdict = classify(error)
            if verdict.state is DeliveryState.RETRY or verdict.code == UNKNOWN_CHANNEL or verdict.closed:
                return verdict
            return Failure(DeliveryState.PAUSED, _UNREADABLE, verdict.code)

    async def _claim(self, row: Delivery, reached: Reached, *, arrived: bool) -> Delivery | None:
        now = self._bot.clock()
        async with self._bot.database.transaction() as conn:
            if not await deliveries.claim(conn, row.id, reached.anchor, arrived=arrived):
                return None
            if not arrived:
                await deliveries.merge_into_summary(conn, row, now)
            if not arrived and row.to.kind == "user":
                await deliveries.drop_unwatched(conn, row.id)
        # Read anew: it may have been folded, or withdrawn while the channel was looked through.
        return await deliveries.by_id(self._bot.database, row.id)

    async def _say(self, kind: DeliveryHandler, reached: Reached, row: Delivery, found: int | None) -> _Sent | Failure:
        withdrawn = row.payload.get("withdrawn")
        post = None if withdrawn else await kind.write(row)
        if post is None:
            nothing = Failure(DeliveryState.GONE, WITHDRAWN if withdrawn else "there was nothing left to say")
            return nothing if found is None else _Sent(reached.channel.id, found)
        left = [edit.message for edit in post.edits if await self._edit(reached, edit)]
        if post.edits and not left and found is None:
            return Failure(DeliveryState.GONE, "the message was deleted", UNKNOWN_MESSAGE)
        if left and post.reply_to not in left:
            post = replace(post, reply_to=left[-1])
        message = found or await self._send(reached, row, post)
        return _Sent(reached.channel.id, message, post.publish and reached.is_news)

    async def _send(self, reached: Reached, row: Delivery, post: Post) -> int:
        if not carries_delivery(post.view.children, row.id):
            raise ValueError(f"a {row.kind} without its delivery's mark")
        channel = reached.channel
        reply = post.reply_to and discord.MessageReference(message_id=post.reply_to, channel_id=channel.id)
        sent = await channel.send(
            view=post.view,
            files=list(post.files),
            nonce=row.nonce,
            reference=reply or None,  # type: ignore[arg-type]
            allowed_mentions=_pings(post.role),
        )
        return sent.id

    async def _edit(self, reached: Reached, edit: Edit) -> bool:
        """Rewrite an earlier message; False if it was deleted."""
        message = reached.channel.get_partial_message(edit.message)
        try:
            await message.edit(view=edit.view, allowed_mentions=_pings(None))
        except discord.HTTPException as error:
            if error.code == UNKNOWN_MESSAGE:
                return False
            if error.code != ARCHIVED or not isinstance(reached.channel, discord.Thread):
                raise
            await reached.channel.edit(archived=False)
            await message.edit(view=edit.view, allowed_mentions=_pings(None))
        return True

    async def _publish(self, reached: Reached, row: Delivery) -> _Sent | Failure:
        message = reached.channel.get_partial_message(row.payload["message"])
        try:
            await message.publish()
        except discord.HTTPException as error:
            verdict = classify(error)
            if error.code != ALREADY_PUBLISHED:
                return verdict if verdict.state is DeliveryState.RETRY else replace(verdict, state=DeliveryState.GONE)
        return _Sent(reached.channel.id, message.id)

    async def _settle(self, row: Delivery, result: _Sent | _Withdrawn | Failure) -> None:
        """Write the result down, trying again for a while: a message that was sent should not be looked for later."""
        if isinstance(result, _Withdrawn):
            return
        for left in reversed(range(_TRIES)):
            try:
                await self._write_down(row, result)
                return
            except (DatabaseError, sqlite3.Error):
                if not left:
                    raise
                await asyncio.sleep(0.5)

    async def _write_down(self, row: Delivery, result: _Sent | Failure) -> None:
        now = self._bot.clock()
        if isinstance(result, _Sent):
            await self._write_sent(row, result, now)
            return
        kind = self.kinds.get(row.kind)
        if result.closed and kind and kind.closed:
            # Before the row is settled: if this fails or is cut off, both are done again, and neither does more twice.
            await kind.closed(row)
        failed = outcome(result, attempts=row.attempts + 1, failing_since=row.failing_since, now=now)
        told = {"delivery": row.id, "kind": row.kind, "why": failed.reason, "code": failed.code}
        log.log(logging.ERROR if failed.state is DeliveryState.FAILED else logging.INFO, "Not delivered", extra=told)
        home = await drafts.read_home(self._bot.database) if failed.state is DeliveryState.FAILED else None
        async with self._bot.database.transaction() as conn:
            await deliveries.settle(conn, row.id, failed, now)
            if result.code == UNKNOWN_CHANNEL:
                await subscriptions.channel_gone(conn, row.to.id, result.reason, now)
            if failed.state is DeliveryState.PAUSED and row.subscription and not result.quiet:
                await tell_setter(conn, row.subscription, failed.reason or "", now)
            if home is not None:
                await tell_editors(conn, row, home, now)

    async def _write_sent(self, row: Delivery, sent: _Sent, now: datetime) -> None:
        async with self._bot.database.transaction() as conn:
            done = SendResult(DeliveryState.SENT, place=sent.place, message=sent.message)
            await deliveries.settle(conn, row.id, done, now)
            if row.subscription:
                await subscriptions.resume(conn, row.subscription)
            if sent.publish:
                await deliveries.enqueue_all(conn, [_crosspost(row, sent.message)], now)


def _pings(role: int | None) -> discord.AllowedMentions:
    roles: list[discord.abc.Snowflake] = [discord.Object(role)] if role else []
    return discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False)


def _crosspost(row: Delivery, message: int) -> NewDelivery:
    """A queue of its own: publishing is limited to a few an hour, and must hold back no announcement."""
    to = Target("news", row.to.id, row.to.guild)
    return NewDelivery(CROSSPOST, to, key=f"{CROSSPOST}:{row.id}", payload={"message": message})
