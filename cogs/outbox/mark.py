"""The mark: the custom id of a button in every delivery's message, by which the bot knows the message again.

``delivery_button`` makes it, ``carries_delivery`` and ``is_of`` read it; nothing else knows its form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from discord import ui

from cogs.kit.cards import button
from cogs.kit.components import components_in
from cogs.kit.routes import PressRoute, Reply
from db.store.delivery_models import Delivery

_HASH_BYTES = 4


class DeliveryMark(PressRoute):
    """The base of the buttons of a delivery's message. What they do is for the row's kind to say.

    ``row``, ``epoch`` and ``key``, a short hash of the row's key, name the row among all that ever were: a row's id
    alone is given again after a backup was restored. Earlier marks hold the id alone, and no hash.
    """

    row: int
    epoch: int = 0
    key: str = ""


class DeliveryPress(DeliveryMark, name="delivery", reply=Reply.NEW_MESSAGE):
    """Show more about what a delivery's message says, as it is now."""


class DeliveryAction(DeliveryMark, name="delivery-action", reply=Reply.DEFERRED, earlier=("delivery:{row}:{action}",)):
    """Do something about what a delivery's message says, which ``action`` names."""

    action: str = ""


def delivery_button(row: Delivery, label: str, action: str = "") -> ui.Button[Any]:
    """A quiet button with the delivery's mark in it. What is pressed goes to ``on_press`` of the row's kind.

    Without an ``action`` it is answered at once, in a new message; with one the answer has been deferred.
    """
    mark = row.id, row.epoch, short_hash(row.key)
    return button(label, DeliveryAction(*mark, action) if action else DeliveryPress(*mark))


def read_mark(custom_id: str) -> DeliveryMark | None:
    """The mark that a custom id is, or None."""
    return DeliveryPress.read(custom_id) or DeliveryAction.read(custom_id)


def carries_delivery(items: Iterable[Any], row: Delivery) -> bool:
    """Whether one of these components, however deep, carries the delivery's mark."""
    marks = (read_mark(component.custom_id) for component in components_in(items))
    return any(mark is not None and is_of(mark, row) for mark in marks)


def mark_in(items: Iterable[Any]) -> DeliveryMark | None:
    """The mark that these components carry, however deep, or None. A message carries only its own."""
    marks = (read_mark(component.custom_id) for component in components_in(items))
    return next((mark for mark in marks if mark is not None), None)


def is_of(mark: DeliveryMark, row: Delivery) -> bool:
    """Whether a mark is that of a row. One of before marks held a hash is of a row from before any restore."""
    if not mark.key:
        return (mark.row, 0) == (row.id, row.epoch)
    return (mark.row, mark.epoch, mark.key) == (row.id, row.epoch, short_hash(row.key))


def short_hash(key: str) -> str:
    """Eight characters by which two keys are told apart."""
    return hashlib.blake2s(key.encode(), digest_size=_HASH_BYTES).hexdigest()
