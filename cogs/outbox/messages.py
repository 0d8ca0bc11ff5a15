"""What a delivery becomes when its turn comes: a message with the delivery's id in it, and messages to be rewritten."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from cogs.kit.bot import Interaction
from cogs.kit.cards import button
from cogs.kit.components import Layout, custom_id
from db.store.deliveries import Delivery

ROUTE = "delivery"


@dataclass(frozen=True, slots=True)
class Edit:
    """An earlier message of ours in the same channel, to be rewritten."""

    message: int
    view: Layout


@dataclass(frozen=True, slots=True)
class Post:
    """A message to be sent. It pings ``role`` and nobody else, replies to ``reply_to``, and is published if it may be.
    If every message that it ``edits`` was deleted, nothing is sent; if only ``reply_to`` was, it replies to the last.

    The view must hold a component made with ``mark``.
    """

    view: Layout
    role: int | None = None
    reply_to: int | None = None
    edits: tuple[Edit, ...] = ()
    publish: bool = False
    files: tuple[discord.File, ...] = ()


Renderer = Callable[[Delivery], Awaitable[Post | None]]
OnPress = Callable[[Interaction, Delivery, tuple[str, ...]], Awaitable[None]]
OnDmClosed = Callable[[Delivery], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class DeliveryHandler:
    """How a kind of delivery is written, who handles the buttons made with ``mark``, and who hears of closed DMs."""

    write: Renderer
    pressed: OnPress | None = None
    closed: OnDmClosed | None = None


def delivery_button(delivery_id: int, label: str, *args: str | int) -> ui.Button[Any]:
    """A quiet button with the delivery's id in it: by it the bot finds its own message again after an interruption."""
    return button(label, custom_id(ROUTE, delivery_id, *args))


def carries_delivery(items: Iterable[Any], delivery_id: int) -> bool:
    """Whether one of these components, however deep, carries the delivery's id."""
    wanted = custom_id(ROUTE, delivery_id)
    return any(found == wanted or found.startswith(f"{wanted}:") for found in _custom_ids(items))


def _custom_ids(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        found = getattr(item, "custom_id", None)
        if isinstance(found, str):
            yield found
        yield from _custom_ids(getattr(item, "children", ()) or ())
        accessory = getattr(item, "accessory", None)
        if accessory is not None:
            yield from _custom_ids([accessory])
