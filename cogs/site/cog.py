"""Keeps the public page as the record is, and lets cards link to it."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

from discord.ext import commands, tasks

from cogs.kit.bot import TiewatchBot
from cogs.kit.settings import ROOT, Settings

log = logging.getLogger(__name__)

# How soon after a change the page is built anew, and how long it is left as it is without one.
MINUTES_BETWEEN = 5
MOST_AGE = timedelta(days=1)
# A start is no time for it: people wait.
FIRST_LOOK_SECONDS = 600
_SECONDS_TO_BUILD = 900


class BuildError(Exception):
    """The page was not built; ``str()`` of it is the reason, in one line."""


class Builder:
    """Builds the page in a process of its own: nobody waits for it, and what it took goes back to the system."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._settings = settings
        self._folder = folder
        self._running: subprocess.Popen[str] | None = None

    def build(self) -> str:
        """Build the page; what the build says of it. Raises BuildError. To be called beside the event loop."""
        program = [sys.executable, str(ROOT / "bot.py"), "site", str(self._folder)]
        # Where there is one core, answers go before it.
        command = ["nice", "-n", "10", *program] if shutil.which("nice") else program
        with subprocess.Popen(  # noqa: S603 - our own program
            command, cwd=ROOT, env=self._environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as self._running:
            try:
                told, complaint = self._running.communicate(timeout=_SECONDS_TO_BUILD)
            except subprocess.TimeoutExpired as error:
                self.stop()
                raise BuildError(f"it took more than {_SECONDS_TO_BUILD} seconds") from error
            if self._running.returncode == 0:
                return told.partition("\n")[0]
        # The last line of a fault that nobody foresaw may hold what somebody wrote.
        unforeseen = "Traceback" in complaint or not complaint
        raise BuildError("an unforeseen fault" if unforeseen else complaint.strip())

    def stop(self) -> None:
        """End a build that is under way; the folder stays as it was."""
        if self._running is not None:
            self._running.kill()

    def _environment(self) -> dict[str, str]:
        """What the build is to know: the settings in use, and no token."""
        settings = self._settings
        return {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"} | {
            "TIEWATCH_DATABASE": str(settings.database),
            "TIEWATCH_SITE_ADDRESS": settings.site_address or "",
            "TIEWATCH_CONTACT": settings.contact or "",
            "TIEWATCH_DRAFT_DAYS": str(settings.draft_days),
            "TIEWATCH_FETCH": "off",
        }


class PublicPage(commands.Cog):
    """Builds the page after changes and once a day, if there is a folder for it."""

    def __init__(self, bot: TiewatchBot) -> None:
        self.bot = bot
        folder = bot.settings.site_folder
        self._builder = Builder(bot.settings, folder) if folder else None
        self._built: int | None = None
        self._built_at: datetime | None = None

    async def cog_load(self) -> None:
        """Begin to look whether something changed."""
        if self._builder is not None:
            self.look.start()

    async def cog_unload(self) -> None:
        """Look no more, and end a build that is under way."""
        self.look.cancel()
        if self._builder is not None:
            self._builder.stop()

    @tasks.loop(minutes=MINUTES_BETWEEN)
    async def look(self) -> None:
        """Build the page, if the record changed since the last time, or that was a day ago."""
        version, now = self.bot.register.version, self.bot.clock()
        is_young = self._built_at is not None and now - self._built_at < MOST_AGE
        if self._builder is None or (self._built == version and is_young):
            return
        try:
            told = await asyncio.to_thread(self._builder.build)
        except (BuildError, OSError) as error:
            log.error("The public page was not built; it is tried again", extra={"why": str(error)})
            return
        self._built, self._built_at = version, now
        log.info("The public page was built", extra={"told": told})

    @look.before_loop
    async def _let_the_start_pass(self) -> None:
        await asyncio.sleep(FIRST_LOOK_SECONDS)


async def setup(bot: TiewatchBot) -> None:
    """Add what keeps the page."""
    await bot.add_cog(PublicPage(bot))
