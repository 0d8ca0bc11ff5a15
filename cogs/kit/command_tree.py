"""The command tree: one place for what goes wrong in any command."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from cogs.kit.components import Interaction
from cogs.kit.replies import answer_error, answer_nothing_to_choose, require_answered


class CommandTree(app_commands.CommandTree[Any]):
    """The command tree, with one place for what goes wrong in any command."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer what a command raised."""
        await answer_error(interaction, error)

    async def _call(self, interaction: Interaction) -> None:
        # discord.py lets everything but an AppCommandError vanish here, and leaves a failed autocomplete unanswered.
        try:
            await super()._call(interaction)
            if interaction.type is discord.InteractionType.autocomplete:
                await answer_nothing_to_choose(interaction)
            elif not interaction.command_failed:
                require_answered(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:
            interaction.command_failed = True
            await answer_error(interaction, error)
