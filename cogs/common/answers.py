"""Answers that come after a wait: Discord is told at once, and the person sees the answer where they pressed."""

from __future__ import annotations

from contextlib import suppress

import discord

from cogs.common.base import NETWORK_ERRORS, Interaction, Layout


async def hold(interaction: Interaction, *, fresh: bool = False) -> None:
    """Tell Discord that the answer follows: another process may keep the database longer than Discord waits.

    What was pressed stays to be changed, unless the answer is to be a ``fresh`` message. If Discord cannot be told,
    what was typed or pressed is done all the same.
    """
    with suppress(discord.HTTPException, *NETWORK_ERRORS):
        await interaction.response.defer(ephemeral=True, thinking=fresh)


async def put(interaction: Interaction, layout: Layout) -> None:
    """Show something in place of what was pressed, or as a new answer to the person alone."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=layout)
    elif interaction.message is not None:
        await interaction.response.edit_message(view=layout)
    else:
        await interaction.response.send_message(view=layout, ephemeral=True)


async def send(interaction: Interaction, layout: Layout, file: discord.File | None = None) -> None:
    """Show something to the person alone, as a message of its own."""
    files = [file] if file else []
    if interaction.response.is_done():
        await interaction.followup.send(view=layout, ephemeral=True, files=files)
    else:
        await interaction.response.send_message(view=layout, ephemeral=True, files=files)
