"""The command tree: one place for what goes wrong in any command."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

import discord
from discord import app_commands

from cogs.kit.components import Interaction, options_of
from cogs.kit.failures import Refusal
from cogs.kit.replies import answer_error, answer_nothing_to_choose, require_answered
from cogs.kit.sanitize import sanitize

# discord.py's own names for these: it logs what an autocomplete raises before anybody else can see it.
_log = logging.getLogger("discord.app_commands.tree")


def _is_unexpected(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], Refusal))


class CommandTree(app_commands.CommandTree[Any]):
    """The command tree: cleans what a command brings, and answers whatever goes wrong in it.

    A Refusal in an autocomplete suggests nothing, and nothing is logged of it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _log.addFilter(_is_unexpected)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer what a command raised."""
        await answer_error(interaction, error)

    async def _call(self, interaction: Interaction) -> None:
        # discord.py lets everything but an AppCommandError vanish here, and leaves a failed autocomplete unanswered.
        await interaction.client.until_loaded(str(interaction.data.get("name")) if interaction.data else "")
        try:
            _clean(options_of(interaction))
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


def _clean(options: Iterable[Any]) -> None:
    """Clean the texts among a command's options in their place, each onto one line, as forms are cleaned."""
    for option in options:
        if isinstance(option.get("value"), str):
            option["value"] = sanitize(option["value"]).replace("\n", " ")
        _clean(option.get("options", ()))
