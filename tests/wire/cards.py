"""Messages with buttons on the wire: the one that an answer makes, and a button by its label."""

from __future__ import annotations

from tests.wire.double import Exchange, Message, texts
from tests.wire.double.validate import walk


async def message_of(answered: Exchange) -> Message:
    """The message that an answer makes, at once or after thinking."""
    await answered.until(lambda exchange: exchange.original is not None)
    assert answered.original is not None
    return answered.original


def labelled(message: Message, label: str) -> str:
    """The custom id of the button with a label. Raises LookupError if there is none."""
    for component in walk(message.payload["components"]):
        if component.get("label") == label:
            return str(component["custom_id"])
    raise LookupError(f"no button {label!r}: {texts(message.payload)}")
