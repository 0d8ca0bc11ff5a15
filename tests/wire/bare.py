"""A bare discord.py bot: the witness that the double behaves as discord.py expects of Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
from discord import app_commands
from discord.ext import commands

READY_SECONDS = 0.05
READY_PATIENCE = 30.0


class BareBot(commands.AutoShardedBot):
    """The smallest bot with one command of each kind. ``events`` lists what it heard from the gateway."""

    def __init__(self) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(commands.when_mentioned, intents=intents, guild_ready_timeout=READY_SECONDS)
        self.events: list[str] = []
        self.heard: list[discord.Message] = []
        self.ready = asyncio.Event()
        for name in ("ping", "slow", "form", "echo"):
            self.tree.add_command(globals()[name])
        self.tree.add_command(app_commands.ContextMenu(name="Quote", callback=quote))

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """The double lets everybody identify at once."""

    async def on_ready(self) -> None:
        self.ready.set()

    async def on_socket_event_type(self, event: str) -> None:
        self.events.append(event)

    async def on_message(self, message: discord.Message, /) -> None:
        self.heard.append(message)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        is_press = interaction.type is discord.InteractionType.component
        if is_press and interaction.custom_id == "again":
            await interaction.response.edit_message(content="pressed")


@asynccontextmanager
async def started(bot: BareBot, token: str) -> AsyncIterator[BareBot]:
    """A bot that is connected and ready; closed at the end. Raises what made its start fail."""
    running = asyncio.create_task(bot.start(token))
    ready = asyncio.create_task(bot.ready.wait())
    try:
        await asyncio.wait({running, ready}, timeout=READY_PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        assert ready.done(), running.exception() if running.done() else "not ready"
        yield bot
    finally:
        ready.cancel()
        await bot.close()
        await running


@app_commands.command(description="Answers.")
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def ping(interaction: discord.Interaction, private: bool = False) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Again", custom_id="again"))
    await interaction.response.send_message(f"pong {interaction.locale}", view=view, ephemeral=private)
    await interaction.followup.send("and more", ephemeral=True)


@app_commands.command(description="Answers later.")
async def slow(interaction: discord.Interaction) -> None:
    await interaction.response.defer(ephemeral=True)
    await interaction.edit_original_response(content="done")


class Form(discord.ui.Modal, title="A form"):
    reason: discord.ui.Label[discord.ui.View] = discord.ui.Label(
        text="Reason", component=discord.ui.TextInput(custom_id="reason")
    )

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        field = self.reason.component
        assert isinstance(field, discord.ui.TextInput)
        await interaction.response.send_message(f"read: {field.value}")


@app_commands.command(description="Opens a form.")
async def form(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Form())


@app_commands.command(description="Says it back.")
@app_commands.describe(text="What to say")
async def echo(interaction: discord.Interaction, text: str) -> None:
    await interaction.response.send_message(text)


@echo.autocomplete("text")
async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=typed.upper(), value=typed)]


async def quote(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"quoted: {message.content}", ephemeral=True)
