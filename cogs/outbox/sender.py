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
from dataclasses import replace

import discord

from cogs.kit.bot import TiewatchBot
from cogs.outbox import reasons
from cogs.outbox.failures import (
    ALREADY_PUBLISHED,
    ARCHIVED,
    EXPECTED,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    SendFailure,
    classify,
    outcome,
)
from cogs.outbox.mark import carries_delivery
from cogs.outbox.messages import Edit, NotNow, OutgoingMessage, Publication, Rewriting
from cogs.outbox.presence import Presence
from cogs.outbox.rate_limit import CircuitBreaker
from cogs.outbox.registry import Action, DeliveryHandler, Registry
from cogs.outbox.restoration import Restoration
from cogs.outbox.targets import ResolvedTarget, find_sent_message, resolve_target
from db.record.values import value
from db.store import deliveries, history_gaps
from db.store.database import DatabaseError, Transaction
from db.store.delivery_models import Delivery, DeliveryKind, DeliveryState, NewDelivery, SendResult, Target

log = logging.getLogger(__name__)

_TRIES = 4


@value
class CrosspostPayload:
    """The message to be published."""

    message: int


CROSSPOST = DeliveryKind("crosspost", CrosspostPayload)


async def render_crosspost(row: Delivery) -> Publication:
    """The outbox's own kind: a message of ours that is published to the channels that follow its channel."""
    return Publication(CROSSPOST.read(row).message)


@value
class _Sent:
    channel: int
    message: int
    publish: bool = False


@value
class _LeftAlone:
    """The row was ended or tried by somebody else before it was claimed, or nobody here sends its kind."""


class Sender:
    """Sends single deliveries."""

    def __init__(
        self, bot: TiewatchBot, registry: Registry, presence: Presence, restoration: Restoration | None = None
    ) -> None:
        self._bot = bot
        self._registry = registry
        self._presence = presence
        self._restoration = restoration or Restoration(bot, registry)
        self.circuit = CircuitBreaker()

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
            result = SendFailure(DeliveryState.FAILED, reasons.COULD_NOT_WRITE)
        if isinstance(result, _Sent):
            self.circuit.success()
        elif isinstance(result, SendFailure) and result.discord_is_down:
            self._slow_down()
        await self._settle(row, result)

    def _slow_down(self) -> None:
        if self.circuit.failure(time.monotonic()):
            log.warning("Discord does not answer; the outbox rests for a while")

    async def _attempt(self, row: Delivery) -> _Sent | _LeftAlone | SendFailure:
        sent_by = self._registry.handlers.get(row.kind)
        if sent_by is None:
            return _LeftAlone()
        if sent_by.act is not None:
            return await self._act(sent_by.act, row)
        target = await resolve_target(self._bot, row)
        if isinstance(target, SendFailure):
            return target
        found = await self._search(target, row)
        if isinstance(found, SendFailure):
            return found
        claimed = await self._claim(row, target, arrived=found is not None)
        handler = self._registry.handlers.get(claimed.kind) if claimed else None
        if claimed is None or handler is None:
            return _LeftAlone()
        return await self._say(handler, target, claimed, found)

    async def _act(self, act: Action, row: Delivery) -> _Sent | _LeftAlone | SendFailure:
        """Do something in a server that is no message; what it is finds out itself whether it was done before."""
        guild = self._bot.get_guild(row.to.id)
        if guild is None or guild.unavailable:
            return SendFailure(DeliveryState.PAUSED, reasons.SERVER_AWAY, quiet=True)
        async with self._bot.database.transaction() as conn:
            if not await deliveries.claim(conn, row, guild.id):
                return _LeftAlone()
            claimed = await deliveries.by_id(conn, row.id) or row
        if claimed.withdrawn:
            return SendFailure(DeliveryState.GONE, claimed.withdrawn)
        try:
            done = await act(claimed, guild)
        except NotNow as held:
            return SendFailure(DeliveryState.PAUSED, str(held), quiet=True)
        return SendFailure(DeliveryState.GONE, reasons.NOTHING_LEFT_TO_SAY) if done is None else _Sent(guild.id, done)

    async def _search(self, target: ResolvedTarget, row: Delivery) -> int | SendFailure | None:
        """The message of an earlier attempt; None also where publishing again does no harm."""
        if row.to.kind == "news":
            return None
        known = await self._restoration.find(row, target.channel)
        if isinstance(known, str):
            return SendFailure(DeliveryState.PAUSED, known)
        if known is not None or row.search_after_id is None:
            return known
        try:
            return await find_sent_message(self._bot, target, row)
        except discord.HTTPException as error:
            failure = classify(error)
            if failure.state is DeliveryState.RETRY or failure.code == UNKNOWN_CHANNEL or failure.closed:
                return failure
            return SendFailure(DeliveryState.PAUSED, reasons.HISTORY_UNREADABLE, failure.code)

    async def _claim(self, row: Delivery, target: ResolvedTarget, *, arrived: bool) -> Delivery | None:
        async with self._bot.database.transaction() as conn:
            if not await deliveries.claim(conn, row, target.search_after_id):
                return None
            # Read anew: it may have been withdrawn while the channel was looked through.
            claimed = await deliveries.by_id(conn, row.id)
            return claimed if arrived or claimed is None else await self._prepare(conn, claimed)

    async def _prepare(self, conn: Transaction, row: Delivery) -> Delivery:
        """The row as it is to be written: another kind, if it is late and its feature wants that."""
        now, late = self._bot.clock(), self._registry.handlers[row.kind].late
        if late and not row.withdrawn and row.created_at < now - late.after:
            await late.apply(conn, row, now)
            row = await deliveries.by_id(conn, row.id) or row
        handler = self._registry.handlers.get(row.kind)
        if handler and handler.before_render:
            await handler.before_render(conn, row)
        return row

    async def _say(
        self, handler: DeliveryHandler, target: ResolvedTarget, row: Delivery, found: int | None
    ) -> _Sent | SendFailure:
        post = None if row.withdrawn else await handler.render(row)
        if isinstance(post, Publication):
            return await self._publish(target, post)
        if isinstance(post, Rewriting):
            left = [edit.message for edit in post.edits if await self._edit(target, edit)]
            deleted = SendFailure(DeliveryState.GONE, reasons.MESSAGE_DELETED, UNKNOWN_MESSAGE)
            return _Sent(target.channel.id, left[-1]) if left else deleted
        if post is None:
            nothing = SendFailure(DeliveryState.GONE, row.withdrawn or reasons.NOTHING_LEFT_TO_SAY)
            return nothing if found is None else _Sent(target.channel.id, found)
        left = [edit.message for edit in post.edits if await self._edit(target, edit)]
        if post.edits and not left and found is None:
            return SendFailure(DeliveryState.GONE, reasons.MESSAGE_DELETED, UNKNOWN_MESSAGE)
        if left and post.reply_to not in left:
            post = replace(post, reply_to=left[-1])
        message = found or await self._send(target, row, post)
        return _Sent(target.channel.id, message, post.publish and target.is_news)

    async def _send(self, target: ResolvedTarget, row: Delivery, post: OutgoingMessage) -> int:
        if not carries_delivery(post.view.children, row):
            raise ValueError(f"a {row.kind} without its delivery's mark")
        channel = target.channel
        reply = post.reply_to and discord.MessageReference(message_id=post.reply_to, channel_id=channel.id)
        sent = await channel.send(
            view=post.view,
            files=list(post.files),
            nonce=row.nonce,
            reference=reply or None,  # type: ignore[arg-type]
            allowed_mentions=_pings(post.role),
        )
        return sent.id

    async def _edit(self, target: ResolvedTarget, edit: Edit) -> bool:
        """Rewrite an earlier message; False if it was deleted."""
        message = target.channel.get_partial_message(edit.message)
        try:
            await message.edit(view=edit.view, allowed_mentions=_pings(None))
        except discord.HTTPException as error:
            if error.code == UNKNOWN_MESSAGE:
                return False
            if error.code != ARCHIVED or not isinstance(target.channel, discord.Thread):
                raise
            await target.channel.edit(archived=False)
            await message.edit(view=edit.view, allowed_mentions=_pings(None))
        return True

    async def _publish(self, target: ResolvedTarget, published: Publication) -> _Sent | SendFailure:
        message = target.channel.get_partial_message(published.message)
        try:
            await message.publish()
        except discord.HTTPException as error:
            failure = classify(error)
            if error.code != ALREADY_PUBLISHED:
                return failure if failure.state is DeliveryState.RETRY else replace(failure, state=DeliveryState.GONE)
        return _Sent(target.channel.id, message.id)

    async def _settle(self, row: Delivery, result: _Sent | _LeftAlone | SendFailure) -> None:
        """Write the result down, trying again for a while: a message that was sent should not be looked for later."""
        if isinstance(result, _LeftAlone):
            return
        for left in reversed(range(_TRIES)):
            try:
                await self._write_down(row, result)
                return
            except (DatabaseError, sqlite3.Error):
                if not left:
                    raise
                await asyncio.sleep(0.5)

    async def _write_down(self, row: Delivery, result: _Sent | SendFailure) -> None:
        if isinstance(result, _Sent):
            await self._write_sent(row, result)
            return
        now = self._bot.clock()
        failed = outcome(result, attempts=row.attempts + 1, failing_since=row.failing_since, now=now)
        told = {"delivery": row.id, "kind": row.kind, "why": failed.reason, "code": failed.code}
        log.log(logging.ERROR if failed.state is DeliveryState.FAILED else logging.INFO, "Not delivered", extra=told)
        async with self._bot.database.transaction() as conn:
            await deliveries.settle(conn, row.id, failed, now)
            await self._tell_failure(conn, row, result, failed)

    async def _tell_failure(self, conn: Transaction, row: Delivery, result: SendFailure, failed: SendResult) -> None:
        handler = self._registry.handlers.get(row.kind)
        if result.closed and handler and handler.on_dm_closed:
            await handler.on_dm_closed(conn, row)
        if result.code == UNKNOWN_CHANNEL:
            await self._presence.end_channel(conn, row.to.id, result.reason)
        if failed.state is DeliveryState.PAUSED and not result.quiet:
            why = failed.reason or ""
            await self._registry.tell(lambda listener: listener.on_paused(conn, row, why))
        if failed.state is DeliveryState.FAILED:
            await self._registry.tell(lambda listener: listener.on_failed(conn, row))

    async def _write_sent(self, row: Delivery, sent: _Sent) -> None:
        now = self._bot.clock()
        async with self._bot.database.transaction() as conn:
            done = SendResult(DeliveryState.SENT, channel=sent.channel, message=sent.message)
            await deliveries.settle(conn, row.id, done, now)
            await history_gaps.take(conn, row.id, sent.message)
            await self._registry.tell(lambda listener: listener.on_sent(conn, row))
            if sent.publish:
                await deliveries.enqueue(conn, [_crosspost(row, sent.message)], now)


def _pings(role: int | None) -> discord.AllowedMentions:
    roles: list[discord.abc.Snowflake] = [discord.Object(role)] if role else []
    return discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False)


def _crosspost(row: Delivery, message: int) -> NewDelivery:
    """A queue of its own: publishing is limited to a few an hour, and must hold back no announcement."""
    to = Target("news", row.to.id, row.to.guild)
    return CROSSPOST.new(to, row.id, payload=CrosspostPayload(message))
