"""What cards let people post elsewhere. A feature says what is shared; the campaign draws it and shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import discord

from cogs.kit.share_route import ShareAs
from db.record.values import value


@value
class SharedList:
    """A list that is shared: what it is of, in a sentence, and its ties by id."""

    title: str
    ties: tuple[str, ...]


# What was pressed, the list, how it is shown, and whether that is to stand in a message of its own.
ShareList: TypeAlias = Callable[["discord.Interaction[Any]", SharedList, ShareAs, bool], Awaitable[None]]


class Sharing:
    """Hands what is shared to the feature that draws it."""

    def __init__(self) -> None:
        self._share: ShareList | None = None

    def offer(self, share: ShareList) -> None:
        """Name what draws lists and shows them."""
        self._share = share

    async def share(
        self, interaction: discord.Interaction[Any], shared: SharedList, how: ShareAs, *, fresh: bool
    ) -> None:
        """Show a list as a picture with text to copy, to the person alone."""
        assert self._share is not None, "no feature draws lists"
        await self._share(interaction, shared, how, fresh)
