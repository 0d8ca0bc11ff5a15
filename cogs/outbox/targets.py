"""From a delivery's target to the channel it is sent to, without a request where the bot knows the answer itself."""

from __future__ import annotations

from dataclasses import dataclass

import discord

from cogs.kit.access import requirements
from cogs.kit.bot import TiewatchBot
from cogs.outbox.failures import Failure
from cogs.outbox.messages import carries_delivery
from db.store import deliveries
from db.store.deliveries import Delivery, DeliveryState

Channel = discord.TextChannel | discord.Thread | discord.DMChannel

_PAGE = 100
# Discord's machines make ids by their own clocks, which differ by a little.
_SKEW = 60_000 << 22
_VITAL = {"View Channel", "Send Messages", "Send Messages in Threads", "Not timed out", "Thread not locked"}
_HISTORY = "Read Message History"


@dataclass(frozen=True, slots=True)
class Reached:
    """A channel that may be written to. No message from before ``anchor``, a snowflake, can be the delivery."""

    channel: Channel
    anchor: int

    @property
    def is_news(self) -> bool:
        """Whether messages here can be published to the channels that follow it."""
        return isinstance(self.channel, discord.TextChannel) and self.channel.is_news()


async def reach(bot: TiewatchBot, row: Delivery) -> Reached | Failure:
    """The channel of a delivery, or why it cannot be sent there now. Raises the errors of a request."""
    if row.to.kind == "user":
        return await _person(bot, row)
    guild = bot.get_guild(row.to.guild) if row.to.guild else None
    if guild is None or guild.unavailable:
        return Failure(DeliveryState.PAUSED, "the server is not available at the moment", quiet=True)
    channel = guild.get_channel_or_thread(row.to.id) or await bot.fetch_channel(row.to.id)
    if not isinstance(channel, discord.TextChannel | discord.Thread):
        return Failure(DeliveryState.GONE, "the channel is no text channel, announcement channel or thread")
    if lacks := missing(channel, history=row.anchor is not None or row.about is not None):
        return Failure(DeliveryState.PAUSED, f"missing: {', '.join(lacks)}")
    return Reached(channel, (channel.last_message_id or channel.id) - _SKEW)


def missing(channel: discord.TextChannel | discord.Thread, *, history: bool) -> tuple[str, ...]:
    """The labels of what the bot lacks in order to send to a channel, and to read back in it if ``history``."""
    needed = _VITAL | {_HISTORY} if history else _VITAL
    return tuple(found.label for found in requirements(channel) if not found.ok and found.label in needed)


async def find(bot: TiewatchBot, reached: Reached, row: Delivery) -> int | None:
    """The id of the message that already carries a delivery, read back from where its first attempt began, or None.

    Raises the errors of a request.
    """
    assert bot.user is not None
    after = discord.Object(row.anchor or reached.anchor)
    while True:
        page = [message async for message in reached.channel.history(limit=_PAGE, after=after, oldest_first=True)]
        for message in page:
            if message.author.id == bot.user.id and carries_delivery(message.components, row.id):
                return message.id
        if len(page) < _PAGE:
            return None
        after = discord.Object(page[-1].id)


async def _person(bot: TiewatchBot, row: Delivery) -> Reached:
    channel = await bot.create_dm(discord.Object(row.to.id))
    known = await deliveries.last_message(bot.database, row.to.id)
    return Reached(channel, (known or channel.id) - _SKEW)
