"""/privacy: what is kept about a person, as a list, as a file, and gone."""

from __future__ import annotations

import io
import json

import discord
from discord import app_commands, ui
from discord.ext import commands

from cogs.about.routes import ForgetMe, KeepMine
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import button, container, notice
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import edit_or_send
from cogs.kit.router import handles
from db.store import personal_data

_NOTHING = "Nothing is kept about you."
_NEVER = (
    "-# Nobody else can read your drafts, and no letter text or name goes into a log, a figure or an error report. "
    "`/privacy export` gives you everything as a file, `/privacy forget` deletes it."
)
_GONE = "Done. Nothing is kept about you any more."
_NOTHING_WAS = "Nothing was kept about you, so there was nothing to delete."
_OUT_OF_REACH = (
    "-# Out of its reach: what you copied, downloaded or sent; messages that you posted in "
    "channels; and the operator's "
    "backups, in which your data stays until they are replaced."
)
_WHAT_GOES = (
    "This deletes your drafts, what is noted of sent letters, your watches and reminders, and takes your id off "
    "whatever stays (the record's acts, a server's settings). It cannot be undone."
)


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
        told = "\n".join(f"- {what}: {number}" for what, number in found.items()) or _NOTHING
        days = self.bot.settings.draft_days
        kept = f"-# Drafts are deleted {days} days after their last change; what is noted of sent letters after a year."
        await interaction.response.send_message(
            view=notice(f"{told}\n{kept}\n{_NEVER}", title="Kept about you"), ephemeral=True
        )

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
        layout = Layout(container("All that is kept about you:", ui.File(f"attachment://{name}")))
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
        await interaction.response.send_message(
            view=Layout(container(f"{_WHAT_GOES}\n{_OUT_OF_REACH}", ui.ActionRow(confirm, cancel))), ephemeral=True
        )

    @handles(KeepMine)
    async def keep(self, interaction: Interaction, route: KeepMine) -> None:
        """Leave everything as it is."""
        _must_be(interaction, route.user)
        await edit_or_send(interaction, notice("Nothing was deleted."))

    @handles(ForgetMe)
    async def delete(self, interaction: Interaction, route: ForgetMe) -> None:
        """Delete a person's data, for that person alone."""
        _must_be(interaction, route.user)
        async with self.bot.database.transaction() as conn:
            touched = await personal_data.forget(conn, interaction.user.id)
        await self.bot.database.empty_log()
        await edit_or_send(interaction, notice(_GONE if touched else _NOTHING_WAS))


def _must_be(interaction: Interaction, user: int) -> None:
    if interaction.user.id != user:
        raise Refusal("This button is somebody else's.")
