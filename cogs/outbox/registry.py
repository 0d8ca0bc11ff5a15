"""What features tell the outbox at start: their kinds of messages, and what they want to hear of."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from typing import Any, TypeAlias

import discord

from cogs.kit.bot import Interaction
from cogs.outbox.messages import OutgoingMessage, Publication, Rewriting
from db.record.values import value
from db.store.database import DatabaseError, Transaction
from db.store.delivery_models import Delivery, DeliveryKind, Target

log = logging.getLogger(__name__)

Renderer: TypeAlias = Callable[[Delivery], Awaitable[OutgoingMessage | Publication | Rewriting | None]]
OnPress: TypeAlias = Callable[[Interaction, Delivery, str], Awaitable[None]]
Action: TypeAlias = Callable[[Delivery, discord.Guild], Awaitable[int | None]]
InTransaction: TypeAlias = Callable[[Transaction, Delivery], Awaitable[None]]


@value
class Late:
    """What becomes of a row that has waited for longer than ``after``: ``apply`` changes it before it is written.

    It may become one of another registered kind, and take others of its target into it: ``deliveries.merge``.
    """

    after: timedelta
    apply: Callable[[Transaction, Delivery, datetime], Awaitable[None]]


@value
class DeliveryHandler:
    """A kind of message, and what its feature does for it.

    ``render`` makes the message from the record when its turn comes, or returns None if nothing is left to say.
    ``before_render`` runs in the transaction that claims the row, unless its message is known to have arrived.
    ``on_press`` handles the buttons made with ``delivery_button``. ``on_dm_closed`` hears of a person who cannot be
    written to, in the transaction that ends the row. ``act`` does something else in a server than to send a message,
    and ``render`` is then not asked.
    """

    kind: DeliveryKind[Any]
    render: Renderer
    on_press: OnPress | None = None
    on_dm_closed: InTransaction | None = None
    before_render: InTransaction | None = None
    late: Late | None = None
    act: Action | None = None


class OutboxListener:
    """What a feature may hear of. It overrides what it needs; each is awaited in the transaction that writes the fact.

    One that fails is logged and does not hold up the delivery.
    """

    async def on_sent(self, conn: Transaction, row: Delivery) -> None:
        """A message has arrived."""

    async def on_paused(self, conn: Transaction, row: Delivery, why: str) -> None:
        """A message cannot be sent before somebody in its server mends what ``why`` names."""

    async def on_failed(self, conn: Transaction, row: Delivery) -> None:
        """Discord refused what we made, or we could not make it. This is our own fault."""

    async def on_unregistered(self, conn: Transaction, row: Delivery) -> None:
        """Rows of a kind that nobody registered wait, the oldest of them ``row``. May be said more than once."""

    async def on_channel_gone(self, conn: Transaction, channel: int) -> None:
        """A channel or thread does not exist any more."""

    async def on_guild_left(self, conn: Transaction, guild: int) -> None:
        """The bot is not in a server any more. May be said more than once."""

    async def on_guild_back(self, conn: Transaction, guild: int) -> None:
        """The bot is again in a server of ``guilds_awaited``."""

    async def on_prune(self, conn: Transaction) -> None:
        """A day has passed: what is old may be forgotten."""

    async def guilds_served(self) -> Collection[int]:
        """The servers for which something is kept that ends when the bot leaves them."""
        return ()

    async def targets_served(self) -> Collection[Target]:
        """The channels and people to whom something may be sent at any time: after a restore they are read first."""
        return ()

    async def guilds_awaited(self) -> Collection[int]:
        """The servers for which something is kept that goes on when the bot comes back."""
        return ()


class Registry:
    """The handlers of kinds by their names, and who listens."""

    def __init__(self) -> None:
        self.handlers: dict[str, DeliveryHandler] = {}
        self.listeners: list[OutboxListener] = []

    def add(self, handler: DeliveryHandler) -> None:
        """Let a feature send a kind. Raises ValueError if another does so already."""
        name = handler.kind.name
        if name in self.handlers:
            raise ValueError(f"two handlers for deliveries of the kind {name!r}")
        self.handlers[name] = handler

    async def tell(self, what: Callable[[OutboxListener], Awaitable[None]]) -> None:
        """Let every listener hear of something. Raises the errors of the database; others are logged."""
        for listener in self.listeners:
            try:
                await what(listener)
            except (DatabaseError, sqlite3.Error):
                raise
            except Exception:
                log.exception("A listener of the outbox failed", extra={"listener": type(listener).__name__})
