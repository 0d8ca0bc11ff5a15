"""/template: the letter templates of a server, for people who manage it."""

from __future__ import annotations

import asyncio
import io
import re
from typing import TypeAlias

import discord
from discord import app_commands, ui
from discord.ext import commands

from cogs.kit.access import is_organizer
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import container, notice, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import defer, send_private
from cogs.letters.draft_service import OWN, DraftService
from cogs.letters.export import slug
from cogs.letters.template_check import dry_run, sample
from cogs.letters.templates import FOLDER, MOST_CHARACTERS, Template, TemplateError, decode, parse
from cogs.wording.english import clip
from db.store import letter_templates
from db.store.letter_templates import MOST_TEMPLATES

Choices: TypeAlias = list[app_commands.Choice[str]]

_LARGEST = 4 * MOST_CHARACTERS
_NOT_NAME = re.compile(r"[^\w-]+")
_ORGANIZERS = "Templates are for people who manage this server (Manage Server)."
_UNKNOWN = "There is no template of that name here. `/template list` shows them."
_GUIDE = "docs/templates.md"


@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
class TemplateCommands(commands.GroupCog, group_name="template", group_description="Letter templates of this server"):
    """Listing, looking at, adding and removing a server's own templates."""

    def __init__(self, bot: TiewatchBot, drafts: DraftService) -> None:
        self.bot = bot
        self.drafts = drafts
        super().__init__()

    @app_commands.command(
        name="list",
        description="The letter templates that volunteers here can use",
        extras=help_extras(Topic.ACT, "see the letter templates of your server (organizers)"),
    )
    async def show_all(self, interaction: Interaction) -> None:
        """List a server's own templates, and those that ship."""
        own = await self.drafts.of_server(_server(interaction))
        told = "\n".join(_line(template) for template in own) or "None yet. `/template add` takes a text file."
        shipped = "\n".join(_line(template) for template in self.drafts.shipped)
        text = f"**Of this server**\n{told}\n\n**That come with the bot**\n{shipped}"
        await interaction.response.send_message(view=notice(clip(text, 3800), title="Letter templates"), ephemeral=True)

    @app_commands.command(
        name="preview",
        description="What a template makes of an invented letter",
        extras=help_extras(Topic.ACT, "see what a letter template makes (organizers)"),
    )
    @app_commands.describe(name="The template")
    async def preview(self, interaction: Interaction, name: str) -> None:
        """Show a template filled with an invented letter."""
        template = await self._named(interaction, name)
        text = sample(template, template.standings[0])
        head = f"### {safe(template.title)}\n-# An invented letter, to show the shape."
        await interaction.response.send_message(view=Layout(container(head, clip(safe(text), 3500))), ephemeral=True)

    @app_commands.command(
        name="add",
        description="Add a template of your own, from a text file, or replace one of the same name",
        extras=help_extras(Topic.ACT, "add a letter template of your own (organizers)"),
    )
    @app_commands.describe(file=f"A text file as {_GUIDE} describes it", name="What to call it; else the file's name")
    async def add(
        self, interaction: Interaction, file: discord.Attachment, name: app_commands.Range[str, 1, 60] | None = None
    ) -> None:
        """Check a file and keep it as the server's template."""
        server = _server(interaction)
        called = _name(name or file.filename.rsplit(".", 1)[0])
        if file.size > _LARGEST:
            raise Refusal(f"This file is larger than {_LARGEST // 1000} KB. A letter is about a page.")
        await defer(interaction, fresh=True)
        try:
            text = decode(await file.read())
            template = await asyncio.to_thread(_checked, text, called)
        except TemplateError as error:
            raise Refusal(_faults(error)) from None
        async with self.bot.database.transaction() as conn:
            now = self.bot.clock()
            kept = await letter_templates.put(conn, server, called, text, interaction.user.id, now)
        if not kept:
            raise Refusal(f"This server has {MOST_TEMPLATES} templates, which is as many as I keep. Remove one first.")
        told = (
            f"**{safe(template.title)}** is ready as `{called}`. Volunteers here find it under *Change…* in a letter."
        )
        await send_private(interaction, notice(told))

    @app_commands.command(
        name="remove",
        description="Remove a template of this server",
        extras=help_extras(Topic.ACT, "remove a letter template (organizers)"),
    )
    @app_commands.describe(name="The template")
    async def remove(self, interaction: Interaction, name: str) -> None:
        """Remove one of the server's own templates."""
        server = _server(interaction)
        await defer(interaction, fresh=True)
        async with self.bot.database.transaction() as conn:
            if not await letter_templates.remove(conn, server, _name(name)):
                raise Refusal(_UNKNOWN)
        told = f"`{_name(name)}` is removed. Drafts that used it take one that came with the bot."
        await send_private(interaction, notice(told))

    @app_commands.command(
        name="export",
        description="A template as a file, to change it or to pass it on",
        extras=help_extras(Topic.ACT, "take a letter template as a file (organizers)"),
    )
    @app_commands.describe(name="The template")
    async def export(self, interaction: Interaction, name: str) -> None:
        """Hand out a template's file."""
        template = await self._named(interaction, name)
        file = f"{slug(template.key.removeprefix(OWN)) or 'template'}.txt"
        data = (await self._text(interaction, template)).encode()
        layout = Layout(container(f"**{safe(template.title)}**", ui.File(f"attachment://{file}")))
        await interaction.response.send_message(view=layout, file=discord.File(io.BytesIO(data), file), ephemeral=True)

    @preview.autocomplete("name")
    @export.autocomplete("name")
    async def suggest_any(self, interaction: Interaction, typed: str) -> Choices:
        """Templates of the server, then those that ship."""
        return _choices([*await self.drafts.of_server(_server(interaction)), *self.drafts.shipped], typed)

    @remove.autocomplete("name")
    async def suggest_own(self, interaction: Interaction, typed: str) -> Choices:
        """Templates of the server."""
        return _choices([*await self.drafts.of_server(_server(interaction))], typed)

    async def _named(self, interaction: Interaction, name: str) -> Template:
        known = [*await self.drafts.of_server(_server(interaction)), *self.drafts.shipped]
        for template in known:
            if _name(name) == template.key.removeprefix(OWN) or name.casefold() == template.title.casefold():
                return template
        raise Refusal(_UNKNOWN)

    async def _text(self, interaction: Interaction, template: Template) -> str:
        if not template.key.startswith(OWN):
            return await asyncio.to_thread((FOLDER / f"{template.key}.txt").read_text, encoding="utf-8")
        stored = await letter_templates.of_server(self.bot.database, _server(interaction))
        return next(item.text for item in stored if OWN + item.name == template.key)


def _server(interaction: Interaction) -> int:
    if not is_organizer(interaction) or interaction.guild_id is None:
        raise Refusal(_ORGANIZERS)
    return interaction.guild_id


def _checked(text: str, name: str) -> Template:
    template = parse(text, OWN + name)
    dry_run(template)
    return template


def _faults(error: TemplateError) -> str:
    told = "\n".join(f"- {safe(clip(str(fault), 400))}" for fault in error.faults[:8])
    return f"This template cannot be used:\n{told}\n-# `{_GUIDE}` lists every name that may be used."


def _line(template: Template) -> str:
    standings = ", ".join(str(standing or "no tie") for standing in template.standings)
    return f"- `{template.key.removeprefix(OWN)}` {safe(template.title)} ({standings})"


def _choices(known: list[Template], typed: str) -> Choices:
    found = [item for item in known if typed.casefold() in f"{item.key} {item.title}".casefold()]
    return [
        app_commands.Choice(
            name=clip(f"{item.key.removeprefix(OWN)}: {item.title}", 100), value=item.key.removeprefix(OWN)
        )
        for item in found[:25]
    ]


def _name(text: str) -> str:
    """A template's name as it is kept: letters, digits and hyphens."""
    return _NOT_NAME.sub("-", text.strip().casefold()).strip("-")[:60] or "template"
