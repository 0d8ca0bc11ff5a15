"""/watching, for editors in the home server; and the work beside: a few looks at a time, when they are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.ext import commands, tasks

from cogs.kit.access import is_editor, require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import MOST_OPTIONS, Tone, link, notice, safe
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.watching import copy_entry, sentences, views
from cogs.watching.link_work import LinkWork
from cogs.watching.pace import MINUTES_BETWEEN_ROUNDS
from cogs.watching.platforms import PLATFORMS
from cogs.watching.watched import WatchedList
from cogs.wording.english import clip
from cogs.wording.sources import copy_label
from db.record.pages import LONGEST_ADDRESS
from db.store import links
from db.store.watched_models import Platform

if TYPE_CHECKING:
    from cogs.fetching import Fetcher
    from cogs.watching.rounds import Rounds

_PLATFORMS = [app_commands.Choice(name=facts.label, value=name.value) for name, facts in PLATFORMS.items()]


class Watching(commands.GroupCog, group_name="watching", group_description="What the bot looks at (for editors)"):
    """The commands, and the rounds."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        settings = bot.settings
        self.link_work = LinkWork(bot)
        self.watched = WatchedList(bot)
        self.fetcher: Fetcher | None = None
        self._rounds: Rounds
        if settings.fetch and settings.contact:
            from cogs.fetching import Fetcher
            from cogs.watching.rounds import Rounds

            self.fetcher = Fetcher(settings.contact, bot.clock)
            self._rounds = Rounds(bot, self.fetcher)

    async def cog_load(self) -> None:
        """Take the presses; begin the rounds, if the bot is to look at pages at all."""
        self.bot.router.add_handlers(self.link_work)
        self.bot.router.add_handlers(self.watched)
        self.link_work.register()
        self.watched.register()
        if self.fetcher is not None:
            self.rounds.start()

    async def cog_unload(self) -> None:
        """End the rounds, and close what is open."""
        self.rounds.cancel()
        self.link_work.close()
        self.watched.close()
        if self.fetcher is not None:
            await self.fetcher.close()

    @tasks.loop(minutes=MINUTES_BETWEEN_ROUNDS)
    async def rounds(self) -> None:
        """One round of what is due."""
        await self._rounds.go()

    @rounds.before_loop
    async def wait_for_the_start(self) -> None:
        """Those who wait for an answer come first."""
        await self.bot.wait_until_ready()

    @app_commands.command(
        name="show",
        description="What the bot looks at, and when it was last read",
        extras=help_extras(Topic.EDIT, "see what the bot looks at, and when it was last read"),
    )
    async def show(self, interaction: Interaction) -> None:
        """Show what is read."""
        require_editor(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        sources = self.bot.register.record.sources.values()
        found = await links.links_of(self.bot.database, sources)
        lines = [
            sentences.ON if self.fetcher else sentences.OFF,
            sentences.counted_links(found),
            sentences.counted_copies(sum(bool(source.copies) for source in sources), len(sources)),
        ]
        listed = [(each.name, each.address, each.told) for each in await self.watched.all()]
        await interaction.edit_original_response(view=views.overview_card(lines, listed))

    @app_commands.command(
        name="links",
        description="The sources whose pages no longer answer, and have to be looked at",
        extras=help_extras(Topic.EDIT, "see which sources no longer answer"),
    )
    async def links(self, interaction: Interaction) -> None:
        """Show sources that no longer answer."""
        require_editor(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(view=await self.link_work.card_of_all())

    @app_commands.command(
        name="feed",
        description="List a feed to be read, or change what a listed one is about",
        extras=help_extras(Topic.EDIT, "list a feed to be read for news of ties"),
    )
    @app_commands.describe(
        address="The address of an RSS or Atom feed",
        covers="The U.S. places or states that it is about; any if left out",
    )
    async def feed(
        self,
        interaction: Interaction,
        address: Range[str, 8, LONGEST_ADDRESS],
        covers: Range[str, 1, 300] | None = None,
    ) -> None:
        """List a feed."""
        require_editor(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        told = await self.watched.list_feed(interaction, address, covers or "")
        await interaction.edit_original_response(view=notice(safe(told), tone=Tone.DONE))

    @app_commands.command(
        name="council",
        description="Have the agendas of a place's council read, once a night",
        extras=help_extras(Topic.EDIT, "have the agendas of a place's council read"),
    )
    @app_commands.describe(
        place="The U.S. place",
        platform="The site that lists its meetings",
        client="Its name there, from the address: portland for portland.legistar.com, juneau/2 for Granicus' view 2",
    )
    @app_commands.choices(platform=_PLATFORMS)
    async def council(
        self, interaction: Interaction, place: Range[str, 1, 200], platform: str, client: Range[str, 1, 70]
    ) -> None:
        """List a council."""
        require_editor(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        told = await self.watched.list_council(interaction, place, Platform(platform), client)
        await interaction.edit_original_response(view=notice(safe(told), tone=Tone.DONE))

    @app_commands.command(
        name="stop",
        description="Read a feed or a council no more",
        extras=help_extras(Topic.EDIT, "take a feed or council off the list"),
    )
    @app_commands.describe(what="What is no longer to be read")
    async def stop(self, interaction: Interaction, what: Range[str, 1, LONGEST_ADDRESS]) -> None:
        """Stop reading something."""
        require_editor(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self.watched.stop(interaction, what)
        await interaction.edit_original_response(view=notice(sentences.STOPPED, tone=Tone.DONE))

    @stop.autocomplete("what")
    async def suggest_watched(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """What is read, for what has been typed so far."""
        known = await self.watched.all() if is_editor(interaction) else []
        wanted = typed.casefold()
        found = [each for each in known if wanted in f"{each.name} {each.address}".casefold()][:MOST_OPTIONS]
        return [app_commands.Choice(name=clip(f"{each.name} · {each.address}", 100), value=each.key) for each in found]

    @app_commands.command(
        name="copy",
        description="Note an archived copy of a source, or keep a file",
        extras=help_extras(Topic.EDIT, "note an archived copy of a source, or keep a file"),
    )
    @app_commands.describe(
        source="The source, by a word of its title, publisher or address",
        address="The address of an archived copy",
        file="A file to be kept instead, in the review channel: PDF, PNG or JPEG, at most 8 MiB",
        taken="The day that the copy is of, as 2022-03-03, if its address does not say",
    )
    async def copy(
        self,
        interaction: Interaction,
        source: Range[str, 1, LONGEST_ADDRESS],
        address: Range[str, 8, LONGEST_ADDRESS] | None = None,
        file: discord.Attachment | None = None,
        taken: Range[str, 4, 20] | None = None,
    ) -> None:
        """Note a copy of a source."""
        require_editor(interaction)
        found = copy_entry.sources_like(source, self.bot)
        if len(found) != 1:
            raise Refusal(sentences.WHICH_SOURCE)
        if (address is None) == (file is None):
            raise Refusal(sentences.ONE_OR_THE_OTHER)
        copy = copy_entry.read_copy(found[0], address or found[0].url, taken or "", self.bot.today)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if file is not None:
            copy = await copy_entry.keep_file(self.bot, found[0], file, copy.taken)
        await copy_entry.add(interaction, found[0], copy)
        told = notice(sentences.copy_added(link(copy_label(copy), copy.url)), tone=Tone.DONE)
        await interaction.edit_original_response(view=told)

    @copy.autocomplete("source")
    async def suggest_sources(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Sources for what has been typed so far."""
        found = copy_entry.sources_like(typed, self.bot)[:MOST_OPTIONS]
        return [app_commands.Choice(name=views.source_name(each)[:100], value=each.id) for each in found]


async def setup(bot: TiewatchBot) -> None:
    """Add the editors' commands to the home server; without one ``bot.py`` loads none of this."""
    assert bot.settings.home_server is not None
    await bot.add_cog(Watching(bot), guild=discord.Object(bot.settings.home_server))
