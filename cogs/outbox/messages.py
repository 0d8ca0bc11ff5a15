"""What a delivery becomes when its turn comes, and the mark by which the bot finds its own message again.

The mark is the custom id of a button. ``delivery_button`` and ``carries_delivery`` alone know its form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from cogs.kit.cards import button
from cogs.kit.components import Layout, custom_id
from db.store.delivery_models import Delivery

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

    The view must hold a component made with ``delivery_button``.
    """

    view: Layout
    role: int | None = None
    reply_to: int | None = None
    edits: tuple[Edit, ...] = ()
    publish: bool = False
    files: tuple[discord.File, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """An earlier message of ours in a news channel, to be published to the channels that follow it."""

    message: int


def delivery_button(row: Delivery, label: str, *args: str | int) -> ui.Button[Any]:
    """A quiet button with the delivery's mark in it: by it the bot finds its own message again."""
    return button(label, custom_id(ROUTE, row.id, *args))


def carries_delivery(items: Iterable[Any], row: Delivery) -> bool:
    """Whether one of these components, however deep, carries the delivery's mark."""
    wanted = custom_id(ROUTE, row.id)
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
