"""/template: the letter templates of a server, for people who manage it. What changes them can be taken back."""

from __future__ import annotations

import asyncio
import io
import re
from itertools import chain, count
from typing import TypeAlias

import discord
from discord import app_commands, ui
from discord.ext import commands

from cogs.kit.access import is_organizer
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import button, container, notice, rule, safe
from cogs.kit.components import Layout
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import defer, edit_or_send, send_private
from cogs.kit.router import handles
from cogs.letters import refusals
from cogs.letters.draft_service import OWN, DraftService
from cogs.letters.export import slug
from cogs.letters.routes import UndoTemplate
from cogs.letters.template_check import dry_run, sample
from cogs.letters.templates import FOLDER, MOST_CHARACTERS, NO_TIE, Template, TemplateError, decode, parse
from cogs.wording.english import clip, listed, series
from db.record.standings import STANDINGS, Standing
from db.store import letter_templates
from db.store.letter_models import TemplateChange
from db.store.letter_templates import MOST_TEMPLATES, ServerFullError

Choices: TypeAlias = list[app_commands.Choice[str]]

_STANDINGS = [app_commands.Choice(name=known.word, value=standing) for standing, known in STANDINGS.items()]
_NONE = app_commands.Choice(name="none: a place without a tie", value=NO_TIE)
_LARGEST = 4 * MOST_CHARACTERS
_NOT_NAME = re.compile(r"[^\w-]+")
_WITHOUT_TIE = "no tie"
_PREVIEW_ROOM = 1750


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
        shipped = "\n".join([_line(template) for template in await self.drafts.shipped()])
        text = f"**Of this server**\n{told}\n\n**That come with the bot**\n{shipped}"
        await interaction.response.send_message(view=notice(clip(text, 3800), title="Letter templates"), ephemeral=True)

    @app_commands.command(
        name="preview",
        description="What a template makes of an invented letter",
        extras=help_extras(Topic.ACT, "see what a letter template makes (organizers)"),
    )
    @app_commands.describe(name="The template", standing="How the tie stands; if left out, the first it is for")
    @app_commands.choices(standing=[*_STANDINGS, _NONE])
    async def preview(self, interaction: Interaction, name: str, standing: str | None = None) -> None:
        """Show a template filled with an invented letter, in full and with what may be empty left out."""
        template = await self._named(interaction, name)
        shown = template.standings[0] if standing is None else None if standing == NO_TIE else Standing(standing)
        if shown not in template.standings:
            known = listed([_word(each) for each in template.standings])
            raise Refusal(f"**{safe(template.title)}** is for {known}, not for {_word(shown)}.")
        about = "a place without a tie" if shown is None else f"a tie that is {_word(shown)}"
        head = f"### {safe(template.title)}\n-# An invented letter, to show the shape, for {about}."
        full, empty = (clip(safe(sample(template, shown, full=full)), _PREVIEW_ROOM) for full in (True, False))
        card = container(head, full, rule(), f"**With all that may be empty left out**\n{empty}")
        await interaction.response.send_message(view=Layout(card), ephemeral=True)

    @app_commands.command(
        name="add",
        description="Add a template of your own, from a text file, or replace one of the same name",
        extras=help_extras(Topic.ACT, "add a letter template of your own (organizers)"),
    )
    @app_commands.describe(
        file="A text file; /template export gives one to begin with", name="What to call it; else the file's name"
    )
    async def add(
        self, interaction: Interaction, file: discord.Attachment, name: app_commands.Range[str, 1, 60] | None = None
    ) -> None:
        """Check a file and keep it as the server's template."""
        server = _server(interaction)
        wanted = _name(name or file.filename.rsplit(".", 1)[0])
        called = await self._free_name(wanted)
        if file.size > _LARGEST:
            told = f"This file is larger than {_LARGEST // 1000} KB. A letter is about a page."
            raise Refusal(f"{told}\n{self._begin_with()}")
        await defer(interaction, fresh=True)
        try:
            text = decode(await file.read())
            template = await asyncio.to_thread(_checked, text, called)
        except TemplateError as error:
            raise Refusal(f"{_faults(error)}\n{self._begin_with()}") from None
        try:
            async with self.bot.database.transaction() as conn:
                now = self.bot.clock()
                change = await letter_templates.save(conn, server, called, text, interaction.user.id, now)
        except ServerFullError:
            raise Refusal(refusals.templates_full(MOST_TEMPLATES)) from None
        said = [f"**{safe(template.title)}** is ready as `{called}`."]
        if change.before is not None:
            said.append(f"It replaces **{_title(change.before)}**.")
        said.append("Volunteers here find it under *Change…* in a letter.")
        if called != wanted:
            said.append(f"`{wanted}` came with the bot, so yours has a number.")
        said += await self._same_title(server, template)
        await send_private(interaction, _with_undo(" ".join(said), change))

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
            change = await letter_templates.remove(conn, server, _name(name), self.bot.clock())
        if change is None:
            raise Refusal(refusals.NO_SUCH_TEMPLATE)
        await send_private(interaction, _with_undo(_removed(change), change))

    @handles(UndoTemplate)
    async def undo(self, interaction: Interaction, route: UndoTemplate) -> None:
        """Take back what was done to a template. Undoing twice brings it back."""
        server, by = _server(interaction), interaction.user.id
        try:
            async with self.bot.database.transaction() as conn:
                change = await letter_templates.undo(conn, server, route.change, by, self.bot.clock())
        except ServerFullError:
            raise Refusal(refusals.templates_full(MOST_TEMPLATES)) from None
        if change is None:
            raise Refusal(refusals.TEMPLATE_CHANGED_SINCE)
        told = _removed(change) if change.after is None else f"`{change.name}` is **{_title(change.after)}** again."
        await edit_or_send(interaction, _with_undo(told, change))

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
        return _choices([*await self.drafts.of_server(_server(interaction)), *await self.drafts.shipped()], typed)

    @remove.autocomplete("name")
    async def suggest_own(self, interaction: Interaction, typed: str) -> Choices:
        """Templates of the server."""
        return _choices([*await self.drafts.of_server(_server(interaction))], typed)

    async def _named(self, interaction: Interaction, name: str) -> Template:
        known = [*await self.drafts.of_server(_server(interaction)), *await self.drafts.shipped()]
        named = [template for template in known if _name(name) == template.key.removeprefix(OWN)]
        titled = [template for template in known if name.casefold() == template.title.casefold()]
        if named or len(titled) == 1:
            return (named or titled)[0]
        if titled:
            raise Refusal(f"Which one? {_names(titled)} have this title.")
        raise Refusal(refusals.NO_SUCH_TEMPLATE)

    async def _free_name(self, wanted: str) -> str:
        """A name that is none of those that came with the bot: with a number, if it has to be."""
        shipped = {template.key for template in await self.drafts.shipped()}
        numbered = (f"{wanted}-{number}" for number in count(2))
        return next(name for name in chain([wanted], numbered) if name not in shipped)

    async def _same_title(self, server: int, added: Template) -> list[str]:
        """That other templates have the title of this one, in a sentence; nothing if none has."""
        known = [*await self.drafts.of_server(server), *await self.drafts.shipped()]
        title = added.title.casefold()
        same = [each for each in known if each.title.casefold() == title and each.key != added.key]
        verb = "has" if len(same) == 1 else "have"
        return [f"{_names(same)} {verb} the same title, so volunteers see the names too."] if same else []

    def _begin_with(self) -> str:
        return f"-# {self.bot.mention_command('template export')} gives one to begin with."

    async def _text(self, interaction: Interaction, template: Template) -> str:
        if not template.key.startswith(OWN):
            return await asyncio.to_thread((FOLDER / f"{template.key}.txt").read_text, encoding="utf-8")
        stored = await letter_templates.of_server(self.bot.database, _server(interaction))
        return next(item.text for item in stored if OWN + item.name == template.key)


def _server(interaction: Interaction) -> int:
    if not is_organizer(interaction) or interaction.guild_id is None:
        raise Refusal(refusals.FOR_ORGANIZERS)
    return interaction.guild_id


def _checked(text: str, name: str) -> Template:
    template = parse(text, OWN + name)
    dry_run(template)
    return template


def _faults(error: TemplateError) -> str:
    told = "\n".join(f"- {safe(clip(str(fault), 400))}" for fault in error.faults[:8])
    return f"This template cannot be used:\n{told}"


def _line(template: Template) -> str:
    standings = series(_word(standing) for standing in template.standings)
    return f"- `{template.key.removeprefix(OWN)}` {safe(template.title)} ({standings})"


def _word(standing: Standing | None) -> str:
    return STANDINGS[standing].word if standing else _WITHOUT_TIE


def _names(known: list[Template]) -> str:
    return series(f"`{template.key.removeprefix(OWN)}`" for template in known)


def _title(text: str) -> str:
    """The title in a template's text, escaped; the rules may have changed since it was accepted."""
    try:
        return safe(parse(text, OWN).title)
    except TemplateError:
        return "an earlier one"


def _removed(change: TemplateChange) -> str:
    told = f"**{_title(change.before or '')}** (`{change.name}`) is removed."
    return f"{told} Drafts that used it take one that came with the bot."


def _with_undo(told: str, change: TemplateChange) -> Layout:
    return Layout(container(told, ui.ActionRow(button("Undo", UndoTemplate(change.id)))))


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
