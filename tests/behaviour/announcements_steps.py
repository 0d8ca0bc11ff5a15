"""The steps that the tests of announcements share: something is decided and announced, and time goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import discord
from simcord import Env
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.outbox import outbox_of
from cogs.outbox.scheduler import LANE
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import derive
from db.record.models import Act, PartialDate
from db.store.announcement_models import Announcement, AnnouncementKind
from db.store.announcements import announce
from db.store.records import add_act, read_tie, retract_act
from db.store.subscription_models import Audience
from tests.world import texts

PORTLAND = "portland-or--khabarovsk"
TACOMA = "tacoma-wa--vladivostok"
JUNEAU = "juneau-ak--vladivostok"
SWEEP = 300
HOUR = 3600


async def heard(bot: Tiewatch, event: str, *about: object) -> None:
    """Tell the bot of an event of its own, and wait until every feature has heard it and the outbox has sent what
    follows: SimCord waits for nothing that a test itself began.
    """
    before = asyncio.all_tasks()
    bot.dispatch(event, *about)
    await asyncio.gather(*(asyncio.all_tasks() - before))
    await sent()


async def decide(
    bot: Tiewatch,
    tie_id: str,
    kind: ActKind,
    day: date = date(2026, 11, 20),
    *,
    instead_of: Announcement | None = None,
    hearing: date | None = None,
    heard: Mapping[str, Any] = MappingProxyType({}),
    vote: bool = False,
    announced: bool = True,
    summary: str = "It was decided at the regular meeting.",
) -> tuple[Announcement, Audience]:
    """Record an act as an editor does, and announce it, in one transaction.

    The outbox does not hear of it, so nothing is sent before time goes on. Without ``announced`` it is recorded
    quietly. ``heard`` is what goes with a hearing, by the names of the act's fields.
    """
    now = bot.clock()
    before = bot.register.status(tie_id).standing
    source = next(iter(bot.register.record.sources.values()))
    act = Act(
        id=f"{tie_id}.{day:%Y%m%d}.{kind}",
        date=PartialDate(day),
        kind=kind,
        actor="The city council",
        authority=Authority.COUNCIL,
        summary=summary,
        sources=(source.id,),
        hearing=hearing,
        **heard,
        replaces=instead_of.act_id if instead_of else None,
        replaces_why="The minutes say otherwise." if instead_of else None,
    )
    async with bot.database.transaction() as conn:
        await add_act(conn, tie_id, act, None, by=1)
        tie = await read_tie(conn, tie_id)
        said = AnnouncementKind.VOTE if vote else AnnouncementKind.CHANGE
        item = Announcement(
            id=act.id,
            kind=AnnouncementKind.CORRECTION if instead_of else said,
            tie_id=tie_id,
            act_id=act.id,
            before=before,
            after=derive(tie).standing,
            corrects=instead_of.id if instead_of else None,
            recorded_at=now,
            act_kind=kind,
        )
        reached = Audience(0, 0)
        if announced:
            reached = await announce(conn, item, state=bot.register.state_of(tie), now=now)
        conn.touched.clear()
    bot.register.replace_tie(tie)
    return item, reached


async def withdraw(bot: Tiewatch, wrong: Announcement, *, as_news: bool = False) -> tuple[Announcement, Audience]:
    """Withdraw an act that was announced, as an editor does; one that was not, ``as_news``."""
    now = bot.clock()
    async with bot.database.transaction() as conn:
        await retract_act(conn, wrong.act_id, "It never happened.", by=1)
        tie = await read_tie(conn, wrong.tie_id)
        item = replace(
            wrong,
            id=f"{wrong.id}.retracted",
            kind=AnnouncementKind.RETRACTION,
            before=wrong.after,
            after=derive(tie).standing,
            corrects=None if as_news else wrong.id,
            recorded_at=now,
        )
        reached = await announce(conn, item, state=bot.register.state_of(tie), now=now)
        conn.touched.clear()
    bot.register.replace_tie(tie)
    return item, reached


async def leave_server(bot: Tiewatch, guild: discord.Guild) -> None:
    """Let the bot hear that it is out of a server."""
    await outbox_of(bot).on_guild_remove(guild)
    await sent()


async def return_to_server(bot: Tiewatch, guild: discord.Guild) -> None:
    """Let the bot hear that it is in a server again."""
    await outbox_of(bot).on_guild_join(guild)
    await sent()


async def sent() -> None:
    """Wait until the outbox has nothing under way. SimCord does so only for what it let the bot do itself."""
    while working := [task for task in asyncio.all_tasks() if task.get_name() in {"discord.py: on_outbox", LANE}]:
        await asyncio.wait(working)


async def swept(env: Env) -> None:
    """Let the outbox look once for what waits."""
    await env.advance_time(SWEEP + 1)


def later(bot: Tiewatch, **time: float) -> None:
    """Set the bot's clock on, as if nothing had happened for so long."""
    now = bot.clock
    bot.clock = lambda: now() + timedelta(**time)


def told(channel: ChannelHandle) -> list[str]:
    """What was said in a channel after its welcome."""
    return [texts(message) for message in channel.history()][1:]


def mentions(env: Env, method: str, path: str) -> list[dict[str, Any]]:
    """Whom each request to a path was allowed to ping; a part of the path is enough."""
    sent = [request for request in env.http_requests if request.method == method and path in request.path]
    return [request.json["allowed_mentions"] for request in sent if request.json]


def real(bot: Tiewatch, channel: ChannelHandle) -> discord.TextChannel:
    """The channel as discord.py has it, to change permissions in."""
    found = bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    return found


async def allow(bot: Tiewatch, channel: ChannelHandle, *, send_messages: bool | None) -> None:
    """Change whether the bot may write in a channel."""
    found = real(bot, channel)
    await found.set_permissions(found.guild.me, send_messages=send_messages)


async def forget_the_end(bot: Tiewatch) -> None:
    """Leave the newest delivery as a process leaves it that is killed between the sending and the writing down."""
    async with bot.database.transaction() as conn:
        await conn.execute(
            "UPDATE delivery SET state = 'sending', message = NULL, message_channel = NULL, done_at = NULL"
            " WHERE id = (SELECT max(id) FROM delivery)"
        )


def tried(env: Env, channel: ChannelHandle) -> list[dict[str, Any]]:
    """Whom each message to a channel was allowed to ping."""
    return mentions(env, "POST", f"/channels/{channel.id}/messages")
