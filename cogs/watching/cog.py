"""/watching, for editors in the home server; and the work beside: a few looks at a time, when they are due."""

from __future__ import annotations

import logging

import discord
from discord import app_commands
from discord.ext import commands, tasks

from cogs.fetching import Fetcher
from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.components import Layout, chosen
from cogs.kit.failures import Refusal
from cogs.kit.help import Topic, help_extras
from cogs.kit.replies import edit_own_or_send
from cogs.kit.router import handles
from cogs.watching import sentences, views
from cogs.watching.links import keep, look_at_all
from cogs.watching.routes import SettleLink
from db.record.link_states import Link, is_due
from db.store import links

log = logging.getLogger(__name__)

MINUTES_BETWEEN_ROUNDS = 20
MOST_LINKS_A_ROUND = 60


class Watching(commands.GroupCog, group_name="watching", group_description="What the bot looks at (for editors)"):
    """The commands, and the rounds."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        settings = bot.settings
        self.fetcher = Fetcher(settings.contact, bot.clock) if settings.fetch and settings.contact else None

    async def cog_load(self) -> None:
        """Take the presses; begin the rounds, if the bot is to look at pages at all."""
        self.bot.router.add_handlers(self)
        if self.fetcher is not None:
            self.rounds.start()

    async def cog_unload(self) -> None:
        """End the rounds, and close what is open."""
        self.rounds.cancel()
        if self.fetcher is not None:
            await self.fetcher.close()

    @tasks.loop(minutes=MINUTES_BETWEEN_ROUNDS)
    async def rounds(self) -> None:
        """One round of what is due. Whatever fails is logged, and the next round comes."""
        assert self.fetcher is not None
        try:
            await self._look_at_links(self.fetcher)
        except Exception:
            log.exception("A round of what is watched failed")

    async def _look_at_links(self, fetcher: Fetcher) -> None:
        today = self.bot.today
        due = [link for link in await self._links() if is_due(link, today)][:MOST_LINKS_A_ROUND]
        if due:
            seen = await look_at_all(fetcher, due, today)
            await keep(self.bot.database, seen)
            log.info("Links looked at", extra={"links": len(seen), "broken": sum(link.broken for link in seen)})

    @app_commands.command(
        name="show", extras=help_extras(Topic.EDIT, "see what the bot looks at, and when it was last read")
    )
    async def show(self, interaction: Interaction) -> None:
        """What the bot looks at, and when it was last read"""
        require_editor(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        found = await self._links()
        lines = [sentences.ON if self.fetcher else sentences.OFF, sentences.counted_links(found)]
        await interaction.edit_original_response(view=views.overview_card(lines))

    @app_commands.command(name="links", extras=help_extras(Topic.EDIT, "see which sources no longer answer"))
    async def links(self, interaction: Interaction) -> None:
        """The sources whose pages no longer answer, and have to be looked at"""
        require_editor(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(view=await self._links_card())

    @handles(SettleLink)
    async def settle(self, interaction: Interaction, route: SettleLink) -> None:
        """Note that an editor has dealt with a link, and show what is left."""
        require_editor(interaction)
        link = await links.read_link(self.bot.database, chosen(interaction)[0])
        if link is None or not link.broken:
            raise Refusal(sentences.STANDS_OTHERWISE)
        async with self.bot.database.transaction() as conn:
            await links.settle(conn, link)
        await edit_own_or_send(interaction, await self._links_card(sentences.SETTLED))

    async def _links(self) -> list[Link]:
        return await links.links_of(self.bot.database, self.bot.register.record.sources.values())

    async def _links_card(self, before: str = "") -> Layout:
        broken = [link for link in await self._links() if link.broken]
        return views.links_card(broken, self.bot.register.record.sources, before)


async def setup(bot: TiewatchBot) -> None:
    """Add the editors' commands to the home server. Without one there are no editors, and nothing is watched."""
    if bot.settings.home_server is None:
        return
    await bot.add_cog(Watching(bot), guild=discord.Object(bot.settings.home_server))
