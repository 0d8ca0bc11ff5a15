"""Whatever dies between the claim and the last note of a delivery: each channel has the message once."""

from __future__ import annotations

import asyncio
import sqlite3
import types
from collections.abc import Coroutine, Generator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from simcord import Env
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.cards import container, rows
from cogs.kit.components import Layout
from cogs.outbox import Edit, OutgoingMessage, delivery_button, outbox_of
from cogs.outbox.presence import Presence
from cogs.outbox.registry import DeliveryHandler, Late, Registry
from cogs.outbox.sender import Sender
from db.record.act_kinds import ActKind
from db.store import deliveries
from db.store.announcements import progress
from db.store.database import DatabaseError, Transaction
from db.store.delivery_models import Delivery, DeliveryKind, DeliveryState, Target
from preview import World
from tests.behaviour.announcements_steps import HOUR, PORTLAND, SWEEP, decide, forget_the_end, later, real, swept, told
from tests.outbox_rows import row_of
from tests.world import labels, texts


@dataclass(frozen=True, slots=True)
class Note:
    """What a note holds."""

    number: int


NOTE = DeliveryKind("note", Note)


@types.coroutine
def until(work: Coroutine[Any, Any, None], steps: int) -> Generator[Any, Any, bool]:
    """Do so many steps of some work and then end it, as a process ends; True if it was done before."""
    done = 0
    while True:
        try:
            waits = work.send(None)
            done += 1
            if done == steps:
                waits = work.throw(asyncio.CancelledError())
        except StopIteration:
            return True
        except asyncio.CancelledError:
            return False
        yield waits


async def enqueue(bot: Tiewatch, channel: ChannelHandle, number: int) -> Delivery:
    """Put a note into the outbox; its row."""
    to = Target("channel", channel.id, bot.guilds[0].id)
    async with bot.database.transaction() as conn:
        await deliveries.enqueue(conn, [NOTE.new(to, number, payload=Note(number))], bot.clock())
        conn.touched.clear()
    return await row_of(bot.database, NOTE.key(number))


async def test_a_delivery_that_dies_at_any_step_arrives_once(bot: Tiewatch, env: Env, channel: ChannelHandle) -> None:
    edited = await real(bot, channel).send(view=Layout(container("Old")))

    async def render(row: Delivery) -> OutgoingMessage:
        number = NOTE.read(row).number
        edit = Edit(edited.id, Layout(container(f"Rewritten {number}")))
        return OutgoingMessage(
            Layout(container(f"Note {number}.", *rows([delivery_button(row, "Note")]))), edits=(edit,)
        )

    outbox_of(bot).register(NOTE, render)
    registry = Registry()
    registry.add(DeliveryHandler(NOTE, render))
    sender = Sender(bot, registry, Presence(bot, registry))
    number = 0
    finished = False
    while not finished:
        number += 1
        row = await enqueue(bot, channel, number)
        finished = await until(sender.deliver(row), number)
        await swept(env)
        said = [text for text in map(texts, channel.history()) if f"Note {number}." in text]
        assert len(said) == 1, f"{len(said)} messages after the end at step {number}"
        settled = await deliveries.by_id(bot.database, row.id)
        assert settled is not None
        assert settled.state is DeliveryState.SENT
        assert any(f"Rewritten {number}" in text for text in map(texts, channel.history()))
    assert number > 5, "there were steps to die at: the claim, the sending, the note of it"


def note(row: Delivery) -> OutgoingMessage:
    """What a note says."""
    return OutgoingMessage(Layout(container(f"Note {NOTE.read(row).number}.", *rows([delivery_button(row, "Note")]))))


@pytest.mark.parametrize("was_tried", [True, False])
async def test_a_row_that_ends_between_its_search_and_its_claim_is_not_sent(
    bot: Tiewatch, channel: ChannelHandle, was_tried: bool
) -> None:
    async def render(row: Delivery) -> OutgoingMessage:
        return note(row)

    registry = Registry()
    registry.add(DeliveryHandler(NOTE, render))
    row = await enqueue(bot, channel, 1)
    async with bot.database.transaction() as conn:
        if was_tried:
            assert await deliveries.claim(conn, row, 1)
    taken = await deliveries.by_id(bot.database, row.id)
    assert taken is not None
    async with bot.database.transaction() as conn:
        await deliveries.gone_with_channel(conn, channel.id, "no longer wanted", bot.clock())
    ended = await deliveries.by_id(bot.database, row.id)
    await Sender(bot, registry, Presence(bot, registry)).deliver(taken)
    assert await deliveries.by_id(bot.database, row.id) == ended
    assert channel.history() == []


async def test_what_was_tried_since_it_was_read_is_not_tried_again_before_its_time_nor_without_looking(
    bot: Tiewatch, env: Env, channel: ChannelHandle
) -> None:
    async def render(row: Delivery) -> OutgoingMessage:
        return note(row)

    registry = Registry()
    registry.add(DeliveryHandler(NOTE, render))
    sender = Sender(bot, registry, Presence(bot, registry))
    as_read = await enqueue(bot, channel, 1)
    env.inject_error("POST", f"/channels/{channel.id}/messages", status=503)
    await sender.deliver(as_read)
    failed = await deliveries.by_id(bot.database, as_read.id)
    assert failed is not None
    assert failed.state is DeliveryState.RETRY
    await sender.deliver(as_read)
    assert await deliveries.by_id(bot.database, as_read.id) == failed
    assert channel.history() == []
    await sender.deliver(failed)
    assert len(channel.history()) == 1


@pytest.mark.parametrize(("seconds", "state"), [(0.8, DeliveryState.SENT), (None, DeliveryState.SENDING)])
async def test_what_was_sent_while_the_database_was_busy_is_written_down_after_a_moment(
    bot: Tiewatch, channel: ChannelHandle, seconds: float | None, state: DeliveryState
) -> None:
    holder = sqlite3.connect(bot.settings.database, isolation_level=None)

    async def render(row: Delivery) -> OutgoingMessage:
        holder.execute("BEGIN IMMEDIATE")
        if seconds:
            asyncio.get_running_loop().call_later(seconds, holder.rollback)
        return note(row)

    async with bot.database.transaction() as conn:
        await conn.execute("PRAGMA busy_timeout = 20")
        conn.touched.clear()
    registry = Registry()
    registry.add(DeliveryHandler(NOTE, render))
    row = await enqueue(bot, channel, 1)
    with nullcontext() if seconds else pytest.raises(DatabaseError):
        await Sender(bot, registry, Presence(bot, registry)).deliver(row)
    holder.close()
    now = await deliveries.by_id(bot.database, row.id)
    assert now is not None
    assert now.state is state
    assert len(channel.history()) == 1


async def test_a_row_of_a_kind_that_nobody_sends_is_left_as_it_is(bot: Tiewatch, channel: ChannelHandle) -> None:
    row = await enqueue(bot, channel, 1)
    registry = Registry()
    await Sender(bot, registry, Presence(bot, registry)).deliver(row)
    assert await deliveries.by_id(bot.database, row.id) == row


async def test_a_late_row_that_becomes_one_of_a_kind_that_nobody_sends_waits(
    bot: Tiewatch, channel: ChannelHandle
) -> None:
    async def render(row: Delivery) -> OutgoingMessage:
        return note(row)

    async def into_another(conn: Transaction, row: Delivery, now: datetime) -> None:
        await deliveries.merge(conn, row, "unknown", now, now)

    registry = Registry()
    registry.add(DeliveryHandler(NOTE, render, late=Late(timedelta(0), into_another)))
    row = await enqueue(bot, channel, 1)
    later(bot, seconds=1)
    await Sender(bot, registry, Presence(bot, registry)).deliver(row)
    found = await deliveries.by_id(bot.database, row.id)
    assert found is not None
    assert (found.kind, found.state) == ("unknown", DeliveryState.SENDING)
    assert channel.history() == []


@pytest.mark.parametrize("days", [0, 8])
async def test_a_message_that_arrived_before_an_interruption_is_not_sent_again_nor_taken_for_late(
    bot: Tiewatch, env: Env, news: ChannelHandle, days: int
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await forget_the_end(bot)
    later(bot, days=days)
    kinds = "SELECT kind FROM delivery ORDER BY id"
    before = [row["kind"] for row in await bot.database.read(kinds)]
    for _ in range(60):
        await real(bot, news).send("talk")
    await swept(env)
    assert len([said for said in told(news) if "Portland" in said]) == 1
    assert (await progress(bot.database, item.id)).sent == 1
    assert [row["kind"] for row in await bot.database.read(kinds)] == before


async def test_a_message_that_did_not_arrive_before_an_interruption_is_sent(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await real(bot, news).get_partial_message(news.history()[-1].id).delete()
    await forget_the_end(bot)
    await swept(env)
    assert len(told(news)) == 1
    assert (await progress(bot.database, item.id)).sent == 1


async def test_where_the_history_cannot_be_read_nothing_is_sent_blind(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await forget_the_end(bot)
    env.inject_error("GET", f"/channels/{news.id}/messages", status=403, code=50001, times=None)
    await swept(env)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is DeliveryState.PAUSED
    assert found.reason is not None
    assert "it is not known whether this arrived" in found.reason
    assert len(told(news)) == 1
    env.backend.faults.clear()
    await env.advance_time(HOUR + SWEEP)
    assert len(told(news)) == 1
    assert (await progress(bot.database, item.id)).sent == 1


async def test_a_channel_that_proves_deleted_while_it_is_looked_through_is_gone(
    bot: Tiewatch, env: Env, news: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    await forget_the_end(bot)
    env.inject_error("GET", f"/channels/{news.id}/messages", status=404, code=10003, times=None)
    await swept(env)
    found = await deliveries.last_tried(bot.database, news.id)
    assert found is not None
    assert found.state is DeliveryState.GONE


async def test_what_waits_is_sent_once_after_a_restart(
    bot: Tiewatch, env: Env, world: World, news: ChannelHandle
) -> None:
    await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await bot.close()
    fresh = await Tiewatch.open(bot.settings, env.now)
    try:
        await env.restart_bot(fresh)
        await swept(env)
        assert len(told(news)) == 1
        said = await world.vera.click(news.history()[-1], label="Details")
        assert "Portland, Oregon – Khabarovsk" in texts(said)
        assert "Watch" in labels(said)
    finally:
        await fresh.close()


async def test_a_clock_set_back_neither_stalls_nor_doubles(bot: Tiewatch, env: Env, news: ChannelHandle) -> None:
    now = bot.clock
    env.inject_error("POST", f"/channels/{news.id}/messages", status=503)
    bot.clock = lambda: now() + timedelta(days=300)
    item, _ = await decide(bot, PORTLAND, ActKind.SUSPENDED)
    await swept(env)
    assert (await progress(bot.database, item.id)).waiting == 1
    bot.clock = now
    await swept(env)
    await swept(env)
    assert len(told(news)) == 1
    await forget_the_end(bot)
    bot.clock = lambda: now() - timedelta(days=300)
    await swept(env)
    assert len(told(news)) == 1
    assert (await progress(bot.database, item.id)).sent == 1
