"""Whatever dies between the claim and the last note of a delivery: each channel has the message once."""

from __future__ import annotations

import asyncio
import types
from collections.abc import Coroutine, Generator
from dataclasses import replace
from typing import Any

import pytest
from simcord import Env
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.common.base import Layout
from cogs.common.cards import container, rows
from cogs.common.outbox import Edit, Post, mark
from cogs.common.outbox.post import Kind
from cogs.common.outbox.sender import Sender
from cogs.common.settings import Settings
from db import deliveries
from db.deliveries import Delivery, State, Target
from tests.behaviour.announcing import SWEEP, real, swept
from tests.world import texts


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The outbox looks every five minutes: nothing happens that the test does not do."""
    return replace(settings, sweep=SWEEP)


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
    async with bot.database.transaction() as conn:
        name = await deliveries.enqueue(
            conn,
            kind="note",
            target=Target("channel", channel.id, bot.guilds[0].id),
            key=f"note:{number}",
            now=bot.clock(),
            number=number,
        )
    row = await deliveries.by_id(bot.database, name)
    assert row is not None
    return row


async def test_a_delivery_that_dies_at_any_step_arrives_once(bot: Tiewatch, env: Env, channel: ChannelHandle) -> None:
    edited = await real(bot, channel).send(view=Layout(container("Old")))

    async def write(row: Delivery) -> Post:
        number = row.payload["number"]
        edit = Edit(edited.id, Layout(container(f"Rewritten {number}")))
        return Post(Layout(container(f"Note {number}.", *rows([mark(row.id, "Note")]))), edits=(edit,))

    bot.outbox.register("note", write)
    sender = Sender(bot)
    sender.kinds["note"] = Kind(write)
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
        assert settled.state is State.SENT
        assert any(f"Rewritten {number}" in text for text in map(texts, channel.history()))
    assert number > 5, "there were steps to die at: the claim, the sending, the note of it"
