"""What the sender does with a row that was withdrawn, whose messages were deleted, or that cannot be found again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.cards import container, rows
from cogs.kit.components import Layout
from cogs.outbox import Edit, Late, OutgoingMessage, delivery_button
from cogs.outbox.presence import Presence
from cogs.outbox.registry import DeliveryHandler, Registry
from cogs.outbox.sender import Sender
from db.store import deliveries
from db.store.delivery_models import Delivery, DeliveryState
from tests.behaviour.announcements_steps import later, real
from tests.behaviour.test_outbox import NOTE, Note, to
from tests.outbox_rows import row_of
from tests.world import texts

STREAM = "news of somewhere"


async def enqueue(bot: Tiewatch, channel: ChannelHandle, *, tried: bool = False) -> Delivery:
    """A note in the outbox, of a stream; an attempt may have been made that left no trace."""
    made = NOTE.new(to(channel, bot), 1, payload=Note("One"), stream=STREAM)
    async with bot.database.transaction() as conn:
        await deliveries.enqueue(conn, [made], bot.clock())
        conn.touched.clear()
    row = await stored(bot)
    if tried:
        async with bot.database.transaction() as conn:
            assert await deliveries.claim(conn, row, 1)
    return await stored(bot)


async def stored(bot: Tiewatch) -> Delivery:
    """The note's row as it is now."""
    return await row_of(bot.database, NOTE.key(1))


def sender(
    bot: Tiewatch, render: Callable[[Delivery], Awaitable[OutgoingMessage | None]], late: Late | None = None
) -> Sender:
    """A sender that knows notes alone."""
    registry = Registry()
    registry.add(DeliveryHandler(NOTE, render, late=late))
    return Sender(bot, registry, Presence(bot, registry))


def post(row: Delivery, **more: object) -> OutgoingMessage:
    """A note as a message."""
    view = Layout(container("A note.", *rows([delivery_button(row, "Note")])))
    return OutgoingMessage(view, **more)  # type: ignore[arg-type]


async def withdraw(bot: Tiewatch) -> None:
    """Nobody wants the note any more."""
    async with bot.database.transaction() as conn:
        await deliveries.withdraw(conn, STREAM, "no longer wanted", bot.clock())


async def test_what_is_withdrawn_while_it_is_looked_for_is_not_sent(bot: Tiewatch, channel: ChannelHandle) -> None:
    async def render(row: Delivery) -> OutgoingMessage:
        return post(row)

    as_read = await enqueue(bot, channel, tried=True)
    await withdraw(bot)
    await sender(bot, render).deliver(as_read)
    row = await stored(bot)
    assert (row.state, row.reason) == (DeliveryState.GONE, "no longer wanted")
    assert channel.history() == []


async def test_what_is_withdrawn_and_had_arrived_is_noted_as_sent_and_is_never_late(
    bot: Tiewatch, channel: ChannelHandle
) -> None:
    async def render(row: Delivery) -> OutgoingMessage:
        return post(row)

    async def never(*_: object) -> None:
        pytest.fail("A row that is not to be sent is not late")

    row = await enqueue(bot, channel, tried=True)
    arrived = await real(bot, channel).send(view=post(row).view)
    await withdraw(bot)
    later(bot, days=30)
    await sender(bot, render, Late(timedelta(0), never)).deliver(await stored(bot))
    row = await stored(bot)
    assert (row.state, row.message) == (DeliveryState.SENT, arrived.id)
    assert len(channel.history()) == 1


async def test_what_is_withdrawn_and_had_not_arrived_is_never_late(bot: Tiewatch, channel: ChannelHandle) -> None:
    async def never(*_: object) -> None:
        pytest.fail("A row that is not to be sent is neither late nor rendered")

    await enqueue(bot, channel, tried=True)
    await withdraw(bot)
    later(bot, days=30)
    await sender(bot, never, Late(timedelta(0), never)).deliver(await stored(bot))
    assert (await stored(bot)).state is DeliveryState.GONE


@pytest.mark.parametrize("arrived", [False, True])
async def test_a_reply_to_what_was_deleted_is_sent_to_nobody_and_one_that_had_arrived_stays(
    bot: Tiewatch, channel: ChannelHandle, arrived: bool
) -> None:
    old = await real(bot, channel).send(view=Layout(container("Earlier")))

    async def render(row: Delivery) -> OutgoingMessage:
        return post(row, edits=(Edit(old.id, Layout(container("Rewritten"))),), reply_to=old.id)

    row = await enqueue(bot, channel, tried=arrived)
    if arrived:
        await real(bot, channel).send(view=post(row).view)
    await old.delete()
    await sender(bot, render).deliver(row)
    assert (await stored(bot)).state is (DeliveryState.SENT if arrived else DeliveryState.GONE)
    assert len(channel.history()) == arrived


async def test_where_the_answered_message_was_deleted_the_last_that_is_left_is_answered(
    bot: Tiewatch, channel: ChannelHandle
) -> None:
    first, second, third = [await real(bot, channel).send(view=Layout(container("Earlier"))) for _ in range(3)]

    async def render(row: Delivery) -> OutgoingMessage:
        edits = tuple(Edit(old.id, Layout(container("Rewritten"))) for old in (first, second, third))
        return post(row, edits=edits, reply_to=third.id)

    row = await enqueue(bot, channel)
    await third.delete()
    await sender(bot, render).deliver(row)
    said = channel.history()
    assert [texts(message) for message in said] == ["Rewritten", "Rewritten", "A note."]
    assert said[-1].reference is not None
    assert said[-1].reference.message_id == second.id


@pytest.mark.expects_errors
async def test_a_message_that_could_not_be_found_again_is_not_sent(bot: Tiewatch, channel: ChannelHandle) -> None:
    async def render(row: Delivery) -> OutgoingMessage:
        return OutgoingMessage(Layout(container("A note without its mark.")))

    await sender(bot, render).deliver(await enqueue(bot, channel))
    assert (await stored(bot)).state is DeliveryState.FAILED
    assert channel.history() == []
