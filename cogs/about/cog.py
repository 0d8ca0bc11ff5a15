"""/help, by what one wants to do, and /about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import discord
import tomli
from discord import app_commands
from discord.ext import commands

from cogs.about import sentences, views
from cogs.about.privacy import Privacy
from cogs.about.routes import HelpPage
from cogs.kit.access import invitation, is_editor, is_organizer
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import Layout
from cogs.kit.help import Topic, help_extras, help_of
from cogs.kit.router import handles
from cogs.kit.settings import ROOT

Listed: TypeAlias = "app_commands.Command[Any, ..., Any] | app_commands.ContextMenu"

VERSION: str = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


class About(commands.Cog):
    """What the bot can do, and what it is."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot

    @app_commands.command(
        name="help",
        description="What I can do for you, by what you want to do",
        extras=help_extras(Topic.ABOUT, "this list"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: Interaction) -> None:
        """List what this person can use here."""
        await interaction.response.send_message(
            view=self._help(interaction, 0), ephemeral=interaction.guild_id is not None
        )

    @app_commands.command(
        name="about",
        description="What I know, how I know it, and how to correct me",
        extras=help_extras(Topic.ABOUT, "what I know, how I know it, and how to correct me"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def about(self, interaction: Interaction) -> None:
        """Say what the bot is."""
        known = self.bot.settings
        links = sentences.Links(
            contact=known.contact, site=known.site_address, source=known.source_address, invite=self._invitation()
        )
        told = sentences.about(self.bot.register, VERSION, links)
        card = views.about_card(told[:-1], told[-1])
        await interaction.response.send_message(view=card, ephemeral=interaction.guild_id is not None)

    def _invitation(self) -> str | None:
        """The link that adds the bot to a server, if whoever runs it lets anybody do so."""
        known = self.bot.application
        return invitation(known.id) if known is not None and known.bot_public else None

    @handles(HelpPage)
    async def turn(self, interaction: Interaction, route: HelpPage) -> None:
        """Another page of the list."""
        await interaction.response.edit_message(view=self._help(interaction, route.page))

    def _help(self, interaction: Interaction, page: int) -> Layout:
        listed = list(self._commands(interaction))
        shown = [command for command in listed if _usable(command, interaction)]
        name = self.bot.user.mention if self.bot.user else "@Tiewatch"
        sections = sentences.sections(map(self._entry, shown), for_editor=is_editor(interaction))
        note = sentences.ORGANIZERS_SEE_MORE if len(shown) < len(listed) else ""
        return views.help_card(sentences.greeting(name), sections, note, page)

    def _commands(self, interaction: Interaction) -> Iterator[Listed]:
        """Every command there is in this place; those of the home server only there. Its editors have all of them;
        others those that go by a permission.
        """
        yield from _leaves(self.bot.tree, None)
        if interaction.guild_id is None or interaction.guild_id != self.bot.settings.home_server:
            return
        for command in _leaves(self.bot.tree, discord.Object(interaction.guild_id)):
            if is_editor(interaction) or _root(command).default_permissions is not None:
                yield command

    def _entry(self, command: Listed) -> sentences.HelpLine:
        menu = isinstance(command, app_commands.ContextMenu)
        known = help_of(command.extras)
        shown = sentences.in_a_menu(command.name) if menu else self._mention(command)
        topic = known.topic if known else Topic.ABOUT
        return sentences.HelpLine(topic, shown, known.summary if known else getattr(command, "description", ""))

    def _mention(self, command: Listed) -> str:
        return self.bot.mention_command(command.qualified_name)


def _leaves(tree: app_commands.CommandTree[TiewatchBot], guild: discord.Object | None) -> Iterator[Listed]:
    for command in tree.walk_commands(guild=guild):
        if not isinstance(command, app_commands.Group):
            yield command
    yield from tree.get_commands(guild=guild, type=discord.AppCommandType.message)


def _root(command: Listed) -> Listed | app_commands.Group:
    """What Discord knows of it: the command itself, or the group that it is part of."""
    return command if isinstance(command, app_commands.ContextMenu) else command.root_parent or command


def _usable(command: Listed, interaction: Interaction) -> bool:
    """Whether a person can use a command here, as far as the command itself says."""
    root, known = _root(command), help_of(command.extras)
    if known and known.organizers_only and not is_organizer(interaction):
        return False
    if interaction.guild_id is None:
        return not root.guild_only and (root.allowed_contexts is None or root.allowed_contexts.dm_channel)
    needed = root.default_permissions
    return needed is None or interaction.permissions >= needed


async def setup(bot: TiewatchBot) -> None:
    """Add /help, /about and /privacy."""
    about = About(bot)
    privacy = Privacy(bot)
    bot.router.add_handlers(about)
    bot.router.add_handlers(privacy)
    await bot.add_cog(about)
    await bot.add_cog(privacy)
