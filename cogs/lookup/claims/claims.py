"""What a message says, wherever it carries its words: its text, what it forwards, cards, link previews and polls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import discord


def claim_text(message: discord.Message) -> str:
    """All that a message says, a line each; empty if it says nothing in words."""
    carriers: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    told = chain(chain.from_iterable(_told(carrier) for carrier in carriers), _poll(message.poll))
    return "\n".join(text for text in told if text)


def _told(carrier: discord.Message | discord.MessageSnapshot) -> Iterator[str | None]:
    yield carrier.content
    for embed in carrier.embeds:
        yield from _embed(embed)
    yield from _component_texts(carrier.components)


def _embed(embed: discord.Embed) -> Iterator[str | None]:
    yield embed.author.name
    yield embed.title
    yield embed.description
    for field in embed.fields:
        yield field.name
        yield field.value


def _component_texts(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _component_texts(getattr(component, "children", ()))


def _poll(poll: discord.Poll | None) -> Iterator[str]:
    if poll is not None:
        yield poll.question
        yield from (answer.text for answer in poll.answers)
