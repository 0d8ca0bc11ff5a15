"""What keeps the bot running for years: the backup of each day, and what is left to do after a restore."""

from __future__ import annotations

import asyncio
import logging

import discord
from discord import app_commands
from discord.ext import commands, tasks

from cogs.kit.access import require_editor
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, notice
from cogs.kit.help import Topic, help_extras
from cogs.operations import sentences
from cogs.operations.monitor import read_signs
from cogs.operations.restore_review import RestoreReview
from cogs.operations.signs import judge
from db.store.backups import write_nightly
from db.store.database import DatabaseError

log = logging.getLogger(__name__)

# A start is no time for it: people wait, and the day has other hours.
_FIRST_LOOK_SECONDS = 600


class Operations(commands.Cog):
    """Backs the database up, once a day, and asks editors what a restore leaves open."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._review = RestoreReview(bot)

    async def cog_load(self) -> None:
        """Begin to look each hour whether the day has its backup."""
        self._review.register()
        if self.bot.settings.backup_folder is not None:
            self.hourly.start()

    async def cog_unload(self) -> None:
        """Look no more."""
        self._review.unregister()
        self.hourly.cancel()

    @tasks.loop(hours=1)
    async def hourly(self) -> None:
        """Make the day's backup, if it has none."""
        folder = self.bot.settings.backup_folder
        if folder is None:
            return
        try:
            made = await asyncio.to_thread(write_nightly, self.bot.settings.database, folder, self.bot.clock())
        except DatabaseError as error:
            log.error("No backup was made; it is tried again in an hour", extra={"why": str(error)})
            return
        except Exception:
            log.exception("No backup was made; it is tried again in an hour")
            return
        if made is not None:
            log.info("Backup", extra={"file": made.name})

    @hourly.before_loop
    async def _let_the_start_pass(self) -> None:
        await asyncio.sleep(_FIRST_LOOK_SECONDS)


class Health(commands.Cog):
    """/health, for editors."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._started = bot.clock()

    @app_commands.command(
        name="health",
        description="See how the bot is: when it last heard Discord, sent, and was backed up",
        extras=help_extras(Topic.EDIT, "see whether I am well"),
    )
    async def health(self, interaction: Interaction) -> None:
        """Show how the bot is."""
        require_editor(interaction)
        found = judge(await read_signs(self.bot, self._started), self.bot.clock())
        tone = Tone.DONE if all(sign.ok for sign in found) else Tone.CAREFUL
        lines = [sentences.sign(sign.name, sign.said, ok=sign.ok) for sign in found]
        await interaction.response.send_message(
            view=notice("\n".join(lines), title=sentences.HOW_IT_IS, tone=tone), ephemeral=True
        )


async def setup(bot: TiewatchBot) -> None:
    """Add what looks after the bot, and for editors, in the home server, a look at it."""
    await bot.add_cog(Operations(bot))
    if bot.settings.home_server is not None:
        await bot.add_cog(Health(bot), guild=discord.Object(bot.settings.home_server))
