"""What the editors are told of the outbox: a message that was refused, and rows that nobody sends."""

from __future__ import annotations

from collections.abc import Collection

from cogs.kit.bot import Interaction, TiewatchBot
from cogs.kit.cards import Tone, container, rows
from cogs.kit.components import Layout
from cogs.outbox import OutboxListener, OutgoingMessage, delivery_button, outbox_of
from db.record.values import value
from db.store import deliveries
from db.store.database import Transaction
from db.store.delivery_models import DELIVERY_STATES, FINAL, Delivery, DeliveryKind, Target
from db.store.drafts import read_home


@value
class AboutDelivery:
    """The id of the row that a notice is about."""

    delivery: int


FAILED_NOTICE = DeliveryKind("failed", AboutDelivery)
UNREGISTERED_NOTICE = DeliveryKind("unregistered", AboutDelivery)


class OutboxNotices(OutboxListener):
    """Tells the editors, in their channel, of the bot's own faults."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Tell the outbox."""
        outbox = outbox_of(self._bot)
        outbox.listen(self)
        outbox.register(FAILED_NOTICE, self.render_failed, on_press=self.pressed)
        outbox.register(UNREGISTERED_NOTICE, self.render_unregistered, on_press=self.pressed)

    async def on_failed(self, conn: Transaction, row: Delivery) -> None:
        """A message was refused. Of a notice that is refused nobody is told by another notice."""
        if row.kind not in {FAILED_NOTICE.name, UNREGISTERED_NOTICE.name}:
            await self._put(conn, FAILED_NOTICE, row)

    async def on_unregistered(self, conn: Transaction, row: Delivery) -> None:
        """Rows of a kind that nobody sends wait. The key makes it one notice for the same oldest row."""
        await self._put(conn, UNREGISTERED_NOTICE, row)

    async def targets_served(self) -> Collection[Target]:
        """The review channel."""
        home = await read_home(self._bot.database)
        return [Target("channel", home.review_channel, home.guild)] if home else []

    async def _put(self, conn: Transaction, kind: DeliveryKind[AboutDelivery], row: Delivery) -> None:
        home = await read_home(conn)
        if home is None:
            return
        to = Target("channel", home.review_channel, home.guild)
        await deliveries.enqueue(conn, [kind.new(to, row.id, payload=AboutDelivery(row.id))], self._bot.clock())

    async def render_failed(self, row: Delivery) -> OutgoingMessage | None:
        """That Discord refused a message of ours."""
        found = await deliveries.by_id(self._bot.database, FAILED_NOTICE.read(row).delivery)
        if found is None:
            return None
        where = f"<#{found.to.id}>" if found.to.kind == "channel" else "a person"
        return _notice(
            row,
            f"### A message could not be sent\nTo {where}, of the kind *{found.kind}*: {found.reason}. "
            "This is a fault of the bot. Whoever runs it finds more in the log under "
            f"delivery {found.id}; later messages go on.",
        )

    async def render_unregistered(self, row: Delivery) -> OutgoingMessage | None:
        """That rows wait which no part of this version sends; nothing if they have gone on meanwhile."""
        found = await deliveries.by_id(self._bot.database, UNREGISTERED_NOTICE.read(row).delivery)
        if found is None or found.state in FINAL:
            return None
        return _notice(
            row,
            "### Messages are waiting that this version of the bot cannot send\n"
            f"They are of the kind *{found.kind}*; the oldest is delivery {found.id}. They are kept, nothing else "
            "waits for them, and they are sent as soon as a version runs that knows them. Whoever runs the bot can see "
            "from its log which part was not loaded.",
        )

    async def pressed(self, interaction: Interaction, row: Delivery, action: str) -> None:
        """How it stands by now."""
        found = await deliveries.by_id(self._bot.database, AboutDelivery(**row.payload).delivery)
        text = f"It is {DELIVERY_STATES[found.state].word}: {found.reason}." if found else "It is no longer kept."
        await interaction.response.send_message(view=Layout(container(text)), ephemeral=True)


def _notice(row: Delivery, text: str) -> OutgoingMessage:
    return OutgoingMessage(
        Layout(container(text, *rows([delivery_button(row, "How is it now?")]), accent=Tone.REFUSED.value))
    )
