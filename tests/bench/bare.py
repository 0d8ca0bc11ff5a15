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


class Bare(commands.AutoShardedBot):
    """discord.py as its guide shows it."""

    def __init__(self) -> None:
        super().__init__(commands.when_mentioned, intents=discord.Intents.default())
        self.tree.add_command(globals()["ping"])

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_ready(self) -> None:
        print("Ready", flush=True)


@app_commands.command(description="Answers.")
async def ping(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("pong")


if __name__ == "__main__":
    addresses = json.loads(sys.argv[1])
    redirect(addresses["api"], addresses["gateway"])
    Bare().run(os.environ["DISCORD_TOKEN"], log_handler=None)
