"""What the bot is compared with: discord.py with its defaults and one command that answers at once.

``python -m tests.bench.bare '{"api": …, "gateway": …}' run`` runs it against a double.
"""

from __future__ import annotations

import json
import os
import sys

import discord
from discord import app_commands
from discord.ext import commands

from tests.wire.redirect import redirect

PARAGRAPH = "The council voted on 8 March 2022, and nothing newer was found since. " * 3


class Bare(commands.AutoShardedBot):
    """discord.py as its guide shows it."""

    def __init__(self) -> None:
        super().__init__(commands.when_mentioned, intents=discord.Intents.default())
        for name in ("ping", "card"):
            self.tree.add_command(globals()[name])

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_ready(self) -> None:
        print("Ready", flush=True)


@app_commands.command(description="Answers.")
async def ping(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("pong")


class Card(discord.ui.LayoutView):
    """As many parts and characters as a status card has."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        texts = [discord.ui.TextDisplay[Card](PARAGRAPH) for _ in range(4)]
        self.add_item(discord.ui.Container(*texts, discord.ui.Separator()))
        buttons = [discord.ui.Button[Card](label=name, custom_id=name) for name in ("History", "Sources", "Remove")]
        self.add_item(discord.ui.ActionRow(*buttons))


@app_commands.command(description="Answers with a card.")
async def card(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(view=Card())


if __name__ == "__main__":
    addresses = json.loads(sys.argv[1])
    redirect(addresses["api"], addresses["gateway"])
    Bare().run(os.environ["DISCORD_TOKEN"], log_handler=None)
