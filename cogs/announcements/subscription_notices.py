"""What subscriptions hear of their deliveries: pauses, of which their setters are told, ends, and what goes on."""

from __future__ import annotations

from collections.abc import Collection

from cogs.announcements import subscription_words
from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, container, rows, safe
from cogs.kit.components import Layout
from cogs.outbox import OutboxListener, OutgoingMessage, delivery_button, outbox_of
from db.record.values import value
from db.store import deliveries, subscriptions, watches
from db.store.database import Transaction, stamp
from db.store.delivery_models import Delivery, DeliveryKind, Target
from db.store.subscription_models import SubscriptionEnd, subscription_of


@value
class PausedPayload:
    """The id of the subscription that is paused."""

    subscription: int


PAUSED_NOTICE = DeliveryKind("paused", PausedPayload)


class SubscriptionNotices(OutboxListener):
    """Keeps the subscriptions true to what becomes of their deliveries, and tells who set them."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Tell the outbox."""
        outbox = outbox_of(self._bot)
        outbox.listen(self)
        outbox.register(PAUSED_NOTICE, self.render, on_press=self.pressed, on_dm_closed=self.tell_server)

    async def on_sent(self, conn: Transaction, row: Delivery) -> None:
        """Messages arrive again."""
        if followed := subscription_of(row.stream):
            await subscriptions.resume(conn, followed)

    async def on_paused(self, conn: Transaction, row: Delivery, why: str) -> None:
        """Note it, and tell the setter, unless that was done when the first message did not arrive."""
        followed = subscription_of(row.stream)
        if followed is None:
            return
        now = self._bot.clock()
        setter = await subscriptions.pause(conn, followed, why, now)
        if setter is None:
            return
        to = Target("user", setter)
        told = PAUSED_NOTICE.new(to, followed, stamp(now), payload=PausedPayload(followed))
        await deliveries.enqueue(conn, [told], now)

    async def on_channel_gone(self, conn: Transaction, channel: int) -> None:
        """A subscription ends with its channel."""
        await subscriptions.end_of_channel(conn, channel, self._bot.clock())

    async def on_guild_left(self, conn: Transaction, guild: int) -> None:
        """The subscriptions of a server end, and are kept for 30 days, should the bot come back."""
        ended = [found.id for found in await subscriptions.of_guild(conn, guild)]
        await subscriptions.end(conn, ended, SubscriptionEnd.LEFT, self._bot.clock())

    async def on_guild_back(self, conn: Transaction, guild: int) -> None:
        """What ended when the bot left goes on as if it had not."""
        left = [found.id for found in await subscriptions.left(conn) if found.guild == guild]
        await subscriptions.take_up(conn, left)

    async def on_prune(self, conn: Transaction) -> None:
        """Forget what ended long ago."""
        await subscriptions.prune(conn, self._bot.clock())

    async def guilds_served(self) -> Collection[int]:
        """The servers with a subscription that lasts."""
        return await subscriptions.guilds(self._bot.database)

    async def targets_served(self) -> Collection[Target]:
        """The channels that follow, and who watches."""
        following = await subscriptions.lasting(self._bot.database)
        watching = await watches.watchers(self._bot.database)
        channels = [Target("channel", one.channel, one.guild) for one in following]
        return [*channels, *(Target("user", user) for user in watching)]

    async def guilds_awaited(self) -> Collection[int]:
        """The servers that the bot left, and whose subscriptions are still kept."""
        return {found.guild for found in await subscriptions.left(self._bot.database)}

    async def render(self, row: Delivery) -> OutgoingMessage | None:
        """That a subscription is paused, why, and what to do; nothing if it has gone on meanwhile."""
        found = await subscriptions.by_id(self._bot.database, PAUSED_NOTICE.read(row).subscription)
        if found is None or found.ended or found.paused_why is None:
            return None
        guild = self._bot.get_guild(found.guild)
        # In a direct message a channel's name alone does not say where it is.
        title = subscription_words.paused_where(f"<#{found.channel}>", safe(guild.name) if guild else "")
        diagnose = self._bot.mention_command("announcements diagnose")
        text = f"### {title}\n{subscription_words.paused_why(found.paused_why, diagnose)}"
        return OutgoingMessage(
            Layout(
                container(
                    text, *rows([delivery_button(row, subscription_words.CHECK_AGAIN)]), accent=Tone.CAREFUL.value
                )
            )
        )

    async def tell_server(self, conn: Transaction, row: Delivery) -> None:
        """The setter's direct messages are closed: say it in the server, where its own messages from Discord arrive."""
        payload = PAUSED_NOTICE.read(row)
        found = await subscriptions.by_id(conn, payload.subscription)
        guild = self._bot.get_guild(found.guild) if found else None
        if guild is None or guild.system_channel is None:
            return
        to = Target("channel", guild.system_channel.id, guild.id)
        await deliveries.enqueue(conn, [PAUSED_NOTICE.new(to, row.id, "server", payload=payload)], self._bot.clock())

    async def pressed(self, interaction: Interaction, row: Delivery, action: str) -> None:
        """How it stands by now."""
        found = await subscriptions.by_id(self._bot.database, PAUSED_NOTICE.read(row).subscription)
        why = found.paused_why if found else None
        text = subscription_words.still_paused(why) if why else subscription_words.ARRIVES_AGAIN
        await interaction.response.send_message(view=Layout(container(text)), ephemeral=True)
