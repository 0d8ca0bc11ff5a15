"""What the behaviour tests read off a message: pass a message, a response, or the result of a command or press."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, TypeAlias

import discord
from simcord.results import InteractionResult, ResponseMessage

# How many components Discord takes in one message.
COMPONENT_LIMIT = 40
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
Shown: TypeAlias = discord.Message | ResponseMessage | InteractionResult


def message_of(shown: Shown) -> discord.Message:
    """The message that is meant. Fails where a command or press was answered by none."""
    if isinstance(shown, InteractionResult):
        assert shown.response is not None, f"no message in answer: {shown}"
        return shown.response.message
    return shown.message if isinstance(shown, ResponseMessage) else shown


def texts(shown: Shown) -> str:
    """All that a message says, as one text: its components' texts in their order, or its content."""
    message = message_of(shown)
    found = "\n".join(item.content for item in _walk(message.components) if isinstance(item, discord.TextDisplay))
    return found or message.content


def last(result: InteractionResult) -> Shown:
    """What a press brought in the end: the message that followed, or else the answer itself."""
    return result.followups[-1] if result.followups else result


def buttons(shown: Shown) -> list[discord.Button]:
    """All buttons of a message, in their order."""
    return [item for item in _walk(message_of(shown).components) if isinstance(item, discord.Button)]


def labels(shown: Shown) -> list[str]:
    """What is written on the buttons of a message."""
    return [button.label or str(button.emoji) for button in buttons(shown)]


def selects(shown: Shown) -> list[discord.SelectMenu]:
    """All selects of a message, in their order."""
    return [item for item in _walk(message_of(shown).components) if isinstance(item, discord.SelectMenu)]


def waits_not(queue: Shown, title: str) -> bool:
    """Whether nothing of a kind waits in the editors' list of all that waits."""
    said = texts(queue)
    return "Nothing else waits." in said and f"**{title}**:" not in said


def _walk(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _walk(getattr(item, "children", ()))
        yield from _walk([item.accessory] if isinstance(item, discord.SectionComponent) else ())
