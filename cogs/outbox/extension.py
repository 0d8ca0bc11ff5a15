"""The outbox as an extension.

It defines no class: discord.py runs an extension's module anew, and a class of it would not be the one that features
import.
"""

from __future__ import annotations

from cogs.kit.bot import TiewatchBot
from cogs.outbox.cog import Outbox


async def setup(bot: TiewatchBot) -> None:
    """Add the outbox."""
    await bot.add_cog(Outbox(bot))
