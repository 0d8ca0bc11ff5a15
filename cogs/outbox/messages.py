"""What a delivery becomes when its turn comes."""

from __future__ import annotations

import discord

from cogs.kit.components import Layout
from db.record.values import value


@value
class Edit:
    """An earlier message of ours in the same channel, to be rewritten."""

    message: int
    view: Layout


@value
class OutgoingMessage:
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


class NotNow(Exception):
    """What has to be done in a server cannot be done before somebody mends what ``str()`` of it names."""


@value
class Rewriting:
    """Earlier messages of ours in the same channel, to be rewritten with nothing new said; but for deleted ones."""

    edits: tuple[Edit, ...]


@value
class Publication:
    """An earlier message of ours in a news channel, to be published to the channels that follow it."""

    message: int
