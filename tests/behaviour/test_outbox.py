"""The outbox as a library: what any feature may tell it, put into it and hear from it, whatever it is about."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from discord import ui
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

import cogs
import db
from bot import Tiewatch
from cogs.kit.bot import Interaction
from cogs.kit.cards import container, rows
from cogs.kit.components import Layout
from cogs.outbox import Late, OutboxListener, OutgoingMessage, delivery_button, outbox_of
from db.store import deliveries, meta
from db.store.database import Transaction
from db.store.delivery_models import Delivery, DeliveryKind, DeliveryState, Target
from preview import World
from tests.behaviour.announcements_steps import HOUR, SWEEP, forget_the_end, later, leave_server, real, sent, swept
from tests.behaviour.editing_steps import set_up
from tests.outbox_rows import row_of
from tests.world import texts

TITLES = {"note", "notes", "other"}


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says."""

    text: str


NOTE = DeliveryKind("note", Note)
NOTES = DeliveryKind("notes", Note)
OTHER = DeliveryKind("other", Note)


async def render(row: Delivery) -> OutgoingMessage:
    """A note as a message."""
    return OutgoingMessage(
        Layout(container(f"{row.kind}: {row.payload['text']}", *rows([delivery_button(row, "Note")])))
    )


def to(channel: ChannelHandle, bot: Tiewatch) -> Target:
    """A channel of the home server as a target."""
    return Target("channel", channel.id, bot.guilds[0].id)


async def put(bot: Tiewatch, channel: ChannelHandle, kind: DeliveryKind[Note], *notes: str) -> None:
    """Put notes in, as a feature does."""
    async with bot.database.transaction() as conn:
        made = [kind.new(to(channel, bot), text, payload=Note(text)) for text in notes]
        await deliveries.enqueue(conn, made, bot.clock())


def said(channel: ChannelHandle) -> list[str]:
    """The notes in a channel."""
    return [text for text in map(texts, channel.history()) if text.split(":")[0] in TITLES]


async def states(bot: Tiewatch) -> dict[str, str]:
    """The state of each row by its key."""
    return {row["key"]: row["state"] for row in await bot.database.read("SELECT key, state FROM delivery")}


async def test_what_is_put_in_is_sent_once_it_is_committed_and_nobody_has_to_say_so(
    bot: Tiewatch, channel: ChannelHandle
) -> None:
    outbox_of(bot).register(NOTE, render)
    async with bot.database.transaction() as conn:
        await deliveries.enqueue(conn, [NOTE.new(to(channel, bot), 1, payload=Note("One"))], bot.clock())
        await sent()
        assert said(channel) == []
    await sent()
    assert said(channel) == ["note: One"]


async def test_what_is_rolled_back_is_never_said(bot: Tiewatch, env: Env, channel: ChannelHandle) -> None:
    outbox_of(bot).register(NOTE, render)

    async def fail() -> None:
        async with bot.database.transaction() as conn:
            await deliveries.enqueue(conn, [NOTE.new(to(channel, bot), 1, payload=Note("One"))], bot.clock())
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        await fail()
    await swept(env)
    assert said(channel) == []


async def test_every_kind_that_is_declared_is_sent(bot: Tiewatch) -> None:
    names = [found.name for top in (cogs, db) for found in pkgutil.walk_packages(top.__path__, f"{top.__name__}.")]
    modules = [importlib.import_module(name) for name in names]
    declared = {value.name for module in modules for value in vars(module).values() if isinstance(value, DeliveryKind)}
    assert declared == {kind.name for kind in outbox_of(bot).kinds}


async def test_a_kind_has_one_handler(bot: Tiewatch) -> None:
    outbox_of(bot).register(NOTE, render)
    with pytest.raises(ValueError, match="two handlers for deliveries of the kind 'note'"):
        outbox_of(bot).register(DeliveryKind("note", Note), render)


@pytest.mark.expects_errors
async def test_a_row_of_a_kind_that_nobody_registered_waits_and_holds_nothing_up(
    bot: Tiewatch, env: Env, world: World, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    await set_up(world)
    outbox_of(bot).register(NOTE, render)
    notes = env.guild.create_text_channel("notes")
    await put(bot, notes, OTHER, "Unknown", "Unknown too")
    await put(bot, notes, NOTE, "Known")
    await sent()
    assert said(notes) == ["note: Known"]
    for _ in range(3):
        await env.advance_time(HOUR)
    await swept(env)
    told = [text for text in map(texts, channel.history()) if "cannot send" in text]
    assert len(told) == 1, "the editors are told once, of a kind and not of each row"
    assert "of the kind *other*" in told[0]
    logged = [item for item in caplog.records if "nobody registered" in item.getMessage()]
    assert len(logged) == 1
    assert (await states(bot))["other:Unknown"] == DeliveryState.PENDING
    outbox_of(bot).register(OTHER, render)
    await swept(env)
    await swept(env)
    assert said(notes) == ["note: Known", "other: Unknown", "other: Unknown too"]


@pytest.mark.expects_errors
async def test_after_a_restart_without_the_feature_the_editors_are_not_told_again(
    bot: Tiewatch, env: Env, world: World, channel: ChannelHandle
) -> None:
    await set_up(world)
    await put(bot, channel, OTHER, "Unknown")
    await env.advance_time(HOUR)
    await swept(env)
    await bot.close()
    fresh = await Tiewatch.open(bot.settings, env.now)
    try:
        await env.restart_bot(fresh)
        await env.advance_time(HOUR)
        await swept(env)
    finally:
        await fresh.close()
    assert len([text for text in map(texts, channel.history()) if "cannot send" in text]) == 1


@pytest.mark.expects_errors
async def test_a_row_that_holds_something_else_fails_and_the_next_one_is_sent(
    bot: Tiewatch, env: Env, world: World, channel: ChannelHandle
) -> None:
    await set_up(world)

    async def strict(row: Delivery) -> OutgoingMessage:
        return OutgoingMessage(Layout(container(f"note: {NOTE.read(row).text}", *rows([delivery_button(row, "Note")]))))

    outbox_of(bot).register(NOTE, strict)
    async with bot.database.transaction() as conn:
        await conn.execute(
            "INSERT INTO delivery (kind, target_kind, target, guild, key, payload, nonce, created_at)"
            " VALUES ('note', 'channel', ?, ?, 'note:0', '{\"words\": 1}', 'x', '2026-11-25T12:00:00.000Z')",
            (channel.id, bot.guilds[0].id),
        )
    await put(bot, channel, NOTE, "Next")
    await swept(env)
    await sent()
    assert said(channel) == ["note: Next"]
    assert (await states(bot))["note:0"] == DeliveryState.FAILED
    assert any("A message could not be sent" in text for text in map(texts, channel.history()))


class Ear(OutboxListener):
    """Notes what it hears, and fails if it is told to."""

    def __init__(self, error: Exception | None = None) -> None:
        self.heard: list[tuple[str, str]] = []
        self.error = error

    async def on_sent(self, conn: Transaction, row: Delivery) -> None:
        self._hear("sent", row.key)

    async def on_paused(self, conn: Transaction, row: Delivery, why: str) -> None:
        self._hear("paused", f"{row.key}: {why}")

    async def on_failed(self, conn: Transaction, row: Delivery) -> None:
        self._hear("failed", row.key)

    async def on_channel_gone(self, conn: Transaction, channel: int) -> None:
        self._hear("channel gone", str(channel))

    async def on_guild_left(self, conn: Transaction, guild: int) -> None:
        self._hear("left", str(guild))

    async def on_prune(self, conn: Transaction) -> None:
        self._hear("prune", "")

    def _hear(self, what: str, about: str) -> None:
        self.heard.append((what, about))
        if self.error is not None:
            raise self.error


async def test_a_feature_hears_what_becomes_of_its_messages_and_channels(
    bot: Tiewatch, env: Env, channel: ChannelHandle
) -> None:
    ear = Ear()
    outbox_of(bot).listen(ear)
    outbox_of(bot).register(NOTE, render)
    shut = env.guild.create_text_channel("shut")
    await put(bot, channel, NOTE, "Sent")
    await real(bot, shut).set_permissions(real(bot, shut).guild.me, send_messages=False)
    await put(bot, shut, NOTE, "Paused")
    await sent()
    await real(bot, shut).delete()
    await env.advance_time(HOUR)
    await outbox_of(bot).daily()
    assert ("sent", "note:Sent") in ear.heard
    assert ("paused", "note:Paused: missing: Send Messages") in ear.heard
    assert ("channel gone", str(shut.id)) in ear.heard
    assert ("prune", "") in ear.heard
    assert (await states(bot))["note:Paused"] == DeliveryState.GONE


@pytest.mark.expects_errors
async def test_a_listener_that_fails_is_logged_and_the_message_is_settled(
    bot: Tiewatch, env: Env, channel: ChannelHandle, caplog: pytest.LogCaptureFixture
) -> None:
    deaf, ear = Ear(RuntimeError("deaf")), Ear()
    outbox_of(bot).listen(deaf)
    outbox_of(bot).listen(ear)
    outbox_of(bot).register(NOTE, render)
    await put(bot, channel, NOTE, "One")
    await swept(env)
    await swept(env)
    assert said(channel) == ["note: One"]
    assert (await states(bot))["note:One"] == DeliveryState.SENT
    assert ear.heard == [("sent", "note:One")]
    assert [item.getMessage() for item in caplog.records if item.exc_info] == ["A listener of the outbox failed"]


async def test_a_server_for_which_only_rows_are_kept_is_left_too(bot: Tiewatch, env: Env) -> None:
    """The bot was away when it was removed: no event tells of it, and no feature serves the server."""
    ear = Ear()
    outbox_of(bot).listen(ear)
    outbox_of(bot).register(NOTE, render)
    async with bot.database.transaction() as conn:
        row = NOTE.new(Target("channel", 7, 8), "Nowhere", payload=Note("Nowhere"))
        await deliveries.enqueue(conn, [row], bot.clock())
    await sent()
    assert (await states(bot))["note:Nowhere"] == DeliveryState.PAUSED
    await env.advance_time(HOUR)
    assert (await states(bot))["note:Nowhere"] == DeliveryState.GONE
    assert ear.heard.count(("left", "8")) == 1


@pytest.mark.parametrize(("hours", "expected"), [(24, ["note: A", "note: B"]), (25, ["notes: A, B"])])
async def test_what_is_late_becomes_what_its_feature_says(
    bot: Tiewatch, env: Env, channel: ChannelHandle, hours: int, expected: Sequence[str]
) -> None:
    async def merge(conn: Transaction, row: Delivery, now: datetime) -> None:
        others = [
            await deliveries.by_id(conn, other) for other in await deliveries.merge(conn, row, NOTES.name, now, now)
        ]
        text = ", ".join([NOTE.read(row).text, *(NOTE.read(other).text for other in others if other)])
        await conn.execute("UPDATE delivery SET payload = json_object('text', ?) WHERE id = ?", (text, row.id))

    async with bot.database.transaction() as conn:
        made = [NOTE.new(to(channel, bot), text, payload=Note(text)) for text in "AB"]
        await deliveries.enqueue(conn, made, bot.clock())
    later(bot, hours=hours)
    outbox_of(bot).register(NOTES, render)
    outbox_of(bot).register(NOTE, render, late=Late(timedelta(hours=24), merge))
    await outbox_of(bot).wake()
    await sent()
    assert said(channel) == expected


async def test_what_waits_for_a_server_that_the_bot_leaves_is_gone(
    bot: Tiewatch, env: Env, channel: ChannelHandle
) -> None:
    outbox_of(bot).register(NOTE, render)
    later_on = bot.clock() + timedelta(days=1)
    async with bot.database.transaction() as conn:
        row = NOTE.new(to(channel, bot), 1, payload=Note("One"), not_before=later_on)
        await deliveries.enqueue(conn, [row], bot.clock())
    await leave_server(bot, real(bot, channel).guild)
    assert (await states(bot))["note:1"] == DeliveryState.GONE


async def interrupted(bot: Tiewatch, channel: ChannelHandle, text: str) -> Delivery:
    """A note that was claimed, and of which it is not known whether it arrived."""
    async with bot.database.transaction() as conn:
        await deliveries.enqueue(conn, [NOTE.new(to(channel, bot), text, payload=Note(text))], bot.clock())
        await conn.execute(
            "UPDATE delivery SET state = 'sending', search_after_id = ? WHERE key = ?",
            (channel.id, NOTE.key(text)),
        )
        conn.touched.clear()
    return await row_of(bot.database, NOTE.key(text))


async def restore(bot: Tiewatch, epoch: int) -> None:
    """Go back to a backup in which there were no deliveries yet: their ids begin again."""
    async with bot.database.transaction() as conn:
        await conn.execute("DELETE FROM delivery")
        await conn.execute("DELETE FROM sqlite_sequence WHERE name = 'delivery'")
        await meta.set_value(conn, deliveries.EPOCH, str(epoch))


async def test_a_message_that_an_earlier_version_sent_is_found_by_its_mark(
    bot: Tiewatch, env: Env, channel: ChannelHandle
) -> None:
    outbox_of(bot).register(NOTE, render)
    row = await interrupted(bot, channel, "One")
    earlier: ui.Button[Layout] = ui.Button(label="Note", custom_id=f"delivery:{row.id}")
    await real(bot, channel).send(view=Layout(container("note: One", ui.ActionRow(earlier))))
    await swept(env)
    assert said(channel) == ["note: One"]
    assert (await states(bot))["note:One"] == DeliveryState.SENT


async def test_after_a_restore_the_message_of_another_row_with_the_same_id_is_not_taken_for_it(
    bot: Tiewatch, env: Env, channel: ChannelHandle
) -> None:
    outbox_of(bot).register(NOTE, render)
    await put(bot, channel, NOTE, "Before")
    await sent()
    before = await row_of(bot.database, "note:Before")
    await restore(bot, 1)
    row = await interrupted(bot, channel, "After")
    assert (row.id, row.epoch) == (before.id, 1)
    await swept(env)
    assert said(channel) == ["note: Before", "note: After"]
    await interrupted(bot, channel, "Once more")
    await swept(env)
    await forget_the_end(bot)
    await swept(env)
    assert said(channel) == ["note: Before", "note: After", "note: Once more"]


async def test_after_a_restore_a_button_of_the_time_that_was_lost_does_nothing_else(
    bot: Tiewatch, env: Env, vera: MemberActor, channel: ChannelHandle
) -> None:
    pressed: list[str] = []

    async def press(interaction: Interaction, row: Delivery, action: str) -> None:
        pressed.append(row.key)
        await interaction.response.send_message(view=Layout(container("Pressed")), ephemeral=True)

    outbox_of(bot).register(NOTE, render, on_press=press)
    await put(bot, channel, NOTE, "Before")
    await sent()
    lost = channel.history()[-1]
    await restore(bot, 1)
    await put(bot, channel, NOTE, "After")
    await sent()
    assert "so old that the bot no longer keeps" in texts(await vera.click(lost, label="Note"))
    await vera.click(channel.history()[-1], label="Note")
    assert pressed == ["note:After"]


async def test_people_take_up_no_more_than_eight_lanes(bot: Tiewatch, env: Env) -> None:
    under_way: list[int] = []

    async def render(row: Delivery) -> None:
        under_way.append(row.id)
        await asyncio.sleep(HOUR)

    outbox_of(bot).register(NOTE, render)
    people = [env.guild.add_member(env.create_user(f"person-{number}")) for number in range(20)]
    made = [NOTE.new(Target("user", person.id), number, payload=Note("x")) for number, person in enumerate(people)]
    async with bot.database.transaction() as conn:
        await deliveries.enqueue(conn, made, bot.clock())
    for _ in range(3):
        await env.advance_time(SWEEP)
    assert len(under_way) == 8
    assert sorted((await states(bot)).values()) == ["pending"] * 12 + ["sending"] * 8
