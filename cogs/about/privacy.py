"""/privacy: what is kept about a person, as a list, as a file, and gone."""

from __future__ import annotations

import io
import json

import discord
from discord import app_commands, ui
from discord.ext import commands

from cogs.about import sentences
from cogs.about.routes import ForgetMe, KeepMine
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import button, container, notice
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import edit_or_send
from cogs.kit.router import handles
from db.store import personal_data


@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
class Privacy(commands.GroupCog, group_name="privacy", group_description="What is kept about you"):
    """A person's own data, from every part of the bot."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        super().__init__()

    @app_commands.command(
        name="show",
        description="See what is kept about you",
        extras=help_extras(Topic.ABOUT, "see what is kept about you"),
    )
    async def show(self, interaction: Interaction) -> None:
        """Say how much of each kind is kept."""
        found = await personal_data.summary(self.bot.database, interaction.user.id)
        told = "\n".join(f"- {what}: {number}" for what, number in found.items()) or sentences.NOTHING_IS_KEPT
        text = "\n".join((told, sentences.kept_for(self.bot.settings.draft_days), sentences.NOBODY_ELSE_CAN_READ))
        card = notice(text, title=sentences.KEPT_ABOUT_YOU)
        await interaction.response.send_message(view=card, ephemeral=True)

    @app_commands.command(
        name="export",
        description="Everything that is kept about you, as a file",
        extras=help_extras(Topic.ABOUT, "take all that is kept about you as a file"),
    )
    async def export(self, interaction: Interaction) -> None:
        """Hand out every row about a person as JSON."""
        found = await personal_data.export(self.bot.database, interaction.user.id)
        data = json.dumps(found, ensure_ascii=False, indent=2).encode()
        name = f"{self.bot.today.isoformat()}_tiewatch_about-me.json"
        layout = Layout(container(sentences.ALL_THAT_IS_KEPT, ui.File(f"attachment://{name}")))
        await interaction.response.send_message(view=layout, file=discord.File(io.BytesIO(data), name), ephemeral=True)

    @app_commands.command(
        name="forget",
        description="Delete everything that is kept about you",
        extras=help_extras(Topic.ABOUT, "delete all that is kept about you"),
    )
    async def forget(self, interaction: Interaction) -> None:
        """Ask before deleting."""
        who = interaction.user.id
        confirm = button("Delete everything", ForgetMe(who), discord.ButtonStyle.danger)
        cancel = button("Cancel", KeepMine(who))
        text = f"{sentences.WHAT_IS_DELETED}\n{sentences.OUT_OF_REACH}"
        card = Layout(container(text, ui.ActionRow(confirm, cancel)))
        await interaction.response.send_message(view=card, ephemeral=True)

    @handles(KeepMine)
    async def keep(self, interaction: Interaction, route: KeepMine) -> None:
        """Leave everything as it is."""
        _must_be(interaction, route.user)
        await edit_or_send(interaction, notice(sentences.NOTHING_WAS_DELETED))

    @handles(ForgetMe)
    async def delete(self, interaction: Interaction, route: ForgetMe) -> None:
        """Delete a person's data, for that person alone."""
        _must_be(interaction, route.user)
        async with self.bot.database.transaction() as conn:
            touched = await personal_data.forget(conn, interaction.user.id)
        await self.bot.database.empty_log()
        # What is kept elsewhere than in the database is deleted by who put it there.
        self.bot.dispatch("forgotten")
        left = await personal_data.summary(self.bot.database, interaction.user.id)
        told = sentences.deleted_but(left) if left else sentences.ALL_IS_DELETED
        await edit_or_send(interaction, notice(told if touched else sentences.NOTHING_TO_DELETE))


def _must_be(interaction: Interaction, user: int) -> None:
    if interaction.user.id != user:
        raise Refusal(sentences.SOMEBODY_ELSES_BUTTON)
