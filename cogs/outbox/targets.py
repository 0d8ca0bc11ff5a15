"""From a delivery's target to the channel it is sent to, without a request where the bot knows the answer itself."""

from __future__ import annotations

import discord

from cogs.kit.access import LOCK, TIMEOUT, requirements
from cogs.kit.bot import TiewatchBot
from cogs.outbox import reasons
from cogs.outbox.failures import SendFailure
from cogs.outbox.mark import carries_delivery, mark_in
from db.record.values import value
from db.store import deliveries
from db.store.delivery_models import Delivery, DeliveryState
from db.store.history_gaps import FoundMessage

Channel = discord.TextChannel | discord.Thread | discord.DMChannel

# Discord's machines make ids by their own clocks, which differ by a little.
_SKEW = 60_000 << 22
_VITAL = {"view_channel", "send_messages", "send_messages_in_threads", TIMEOUT, LOCK}
_HISTORY = "read_message_history"


@value
class ResolvedTarget:
    """A channel that may be written to. No message from before ``search_after_id``, a snowflake, can be a delivery that
    is first tried now.
    """

    channel: Channel
    search_after_id: int

    @property
    def is_news(self) -> bool:
        """Whether messages here can be published to the channels that follow it."""
        return isinstance(self.channel, discord.TextChannel) and self.channel.is_news()


async def resolve_target(bot: TiewatchBot, row: Delivery) -> ResolvedTarget | SendFailure:
    """The channel of a delivery, or why it cannot be sent there now. Raises the errors of a request."""
    if row.to.kind == "user":
        return await _direct_messages(bot, row)
    guild = bot.get_guild(row.to.guild) if row.to.guild else None
    if guild is None or guild.unavailable:
        return SendFailure(DeliveryState.PAUSED, reasons.SERVER_AWAY, quiet=True)
    channel = guild.get_channel_or_thread(row.to.id) or await bot.fetch_channel(row.to.id)
    if not isinstance(channel, discord.TextChannel | discord.Thread):
        return SendFailure(DeliveryState.GONE, reasons.OTHER_KIND_OF_CHANNEL)
    if lacks := missing_permissions(channel, row):
        return SendFailure(DeliveryState.PAUSED, reasons.missing(lacks))
    return ResolvedTarget(channel, (channel.last_message_id or channel.id) - _SKEW)


def missing_permissions(channel: discord.TextChannel | discord.Thread, row: Delivery) -> tuple[str, ...]:
    """The labels of what the bot lacks in order to send a delivery to a channel, and to read back for it if it must."""
    needed = _VITAL | {_HISTORY} if row.needs_history else _VITAL
    return tuple(found.label for found in requirements(channel) if not found.ok and found.name in needed)


def seems_open(bot: TiewatchBot, row: Delivery) -> bool:
    """Whether nothing that the bot can see without a request stands against sending a delivery."""
    if row.to.kind == "user":
        return True
    guild = bot.get_guild(row.to.guild) if row.to.guild else None
    if guild is None or guild.unavailable:
        return False
    channel = guild.get_channel_or_thread(row.to.id)
    if not isinstance(channel, discord.TextChannel | discord.Thread):
        return True
    return not missing_permissions(channel, row)


async def find_sent_message(bot: TiewatchBot, target: ResolvedTarget, row: Delivery) -> int | None:
    """The id of the message that already carries a delivery, read back from where its first attempt began, or None.

    Raises the errors of a request.
    """
    assert bot.user is not None
    after = discord.Object(row.search_after_id or target.search_after_id)
    async for message in target.channel.history(limit=None, after=after, oldest_first=True):
        if message.author.id == bot.user.id and carries_delivery(message.components, row):
            return message.id
    return None


def lacks_history(channel: discord.TextChannel | discord.Thread) -> tuple[str, ...]:
    """The labels of what the bot lacks in order to read a channel back."""
    needed = {"view_channel", _HISTORY}
    return tuple(found.label for found in requirements(channel) if not found.ok and found.name in needed)


async def own_marks(bot: TiewatchBot, channel: Channel, after: int, most: int) -> tuple[FoundMessage, ...] | None:
    """The bot's own messages with a mark from after a snowflake; None if there are more than ``most`` messages.

    Raises the errors of a request.
    """
    assert bot.user is not None
    found, read = [], 0
    async for message in channel.history(limit=most + 1, after=discord.Object(after), oldest_first=True):
        read += 1
        if read > most:
            return None
        mark = mark_in(message.components) if message.author.id == bot.user.id else None
        if mark is not None:
            found.append(FoundMessage(message.id, channel.id, mark.row, mark.epoch, mark.key))
    return tuple(found)


async def _direct_messages(bot: TiewatchBot, row: Delivery) -> ResolvedTarget:
    channel = await bot.create_dm(discord.Object(row.to.id))
    known = await deliveries.last_message(bot.database, row.to.id)
    return ResolvedTarget(channel, (known or channel.id) - _SKEW)
