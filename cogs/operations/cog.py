"""What keeps the bot running for years: the backup of each day, and what is left to do after a restore."""

from __future__ import annotations

import asyncio
import logging

from discord.ext import commands, tasks

from cogs.kit.bot import TiewatchBot
from cogs.operations.restore_desk import RestoreDesk
from db.store.backups import write_nightly
from db.store.database import DatabaseError

log = logging.getLogger(__name__)

# A start is no time for it: people wait, and the day has other hours.
_FIRST_LOOK_SECONDS = 600


class Operations(commands.Cog):
    """Backs the database up, once a day, and asks editors what a restore leaves open."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        self._desk = RestoreDesk(bot)

    async def cog_load(self) -> None:
        """Begin to look each hour whether the day has its backup."""
        self._desk.register()
        if self.bot.settings.backup_folder is not None:
            self.hourly.start()

    async def cog_unload(self) -> None:
        """Look no more."""
        self._desk.unregister()
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


async def setup(bot: TiewatchBot) -> None:
    """Add what looks after the bot."""
    await bot.add_cog(Operations(bot))
