"""Events of servers for hearings: made once, mended, ended, and held where a permission is missing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import discord
import pytest
from simcord import Env

from bot import Tiewatch
from preview import World
from tests.behaviour.announcements_steps import swept
from tests.behaviour.test_hearings_reminders import HEARD, STARTS, at, follow, look, propose
from tests.world import last, texts

UNTIMED: dict[str, Any] = {"hearing_time": None, "hearing_zone": None}


async def events(bot: Tiewatch) -> list[discord.ScheduledEvent]:
    """The events of the server that are not over."""
    found = await bot.guilds[0].fetch_scheduled_events()
    return [one for one in found if one.status is discord.EventStatus.scheduled]


async def posted(env: Env) -> int:
    """How many events were asked for."""
    return sum(one.method == "POST" and one.path.endswith("/scheduled-events") for one in env.http_requests)


async def test_a_server_has_one_event_of_a_hearing_however_many_channels_ask(
    bot: Tiewatch, env: Env, world: World
) -> None:
    for name in ("one", "two"):
        await follow(world, env, name, events=True)
    await follow(world, env, "oregon", events=True, states="OR")
    await propose(bot, hearing_speak="sign up by noon", hearing_agenda="https://juneau.org/agenda")
    for _ in range(2):
        await at(bot, env, bot.clock() + timedelta(hours=1))
    (event,) = await events(bot)
    assert event.name == "Hearing: Juneau, Alaska – Vladivostok"
    assert event.start_time == STARTS
    assert event.end_time == STARTS + timedelta(hours=3)
    assert event.location == HEARD["hearing_place"]
    assert "To speak: sign up by noon." in (event.description or "")
    assert "https://juneau.org/agenda\n\nTiewatch hearing " in (event.description or "")
    assert await posted(env) == 1
    (request,) = [one for one in env.http_requests if one.method == "POST" and one.path.endswith("/scheduled-events")]
    assert request.json is not None
    # The fields of Discord's ExternalScheduledEventCreateRequest.
    assert set(request.json) == {
        *("name", "description", "scheduled_start_time", "scheduled_end_time"),
        *("privacy_level", "entity_type", "entity_metadata"),
    }
    assert request.json["entity_metadata"] == {"location": HEARD["hearing_place"]}
    assert (request.json["entity_type"], request.json["privacy_level"]) == (3, 2)


async def test_a_hearing_without_a_time_or_without_a_wish_has_no_event(bot: Tiewatch, env: Env, world: World) -> None:
    await follow(world, env, "reminders", reminders=True)
    await propose(bot)
    await look(bot)
    assert await events(bot) == []
    await follow(world, env, "events", events=True)
    await propose(bot, on=date(2026, 11, 22), **UNTIMED)
    await look(bot)
    assert len(await events(bot)) == 1, "the one with a time, also for who asks later"


async def test_a_moved_hearing_moves_its_event_and_a_cancelled_one_ends_it(
    bot: Tiewatch, env: Env, world: World
) -> None:
    await follow(world, env, "events", events=True)
    first = await propose(bot)
    (event,) = await events(bot)
    second = await propose(bot, date(2026, 12, 15), on=date(2026, 11, 21), instead_of=first)
    (moved,) = await events(bot)
    assert (moved.id, moved.start_time) == (event.id, STARTS + timedelta(days=7))
    await propose(bot, date(2026, 12, 15), on=date(2026, 11, 22), instead_of=second, hearing_cancelled=True)
    assert await events(bot) == []
    assert await posted(env) == 1


async def test_an_event_that_was_made_before_an_interruption_is_found_again(
    bot: Tiewatch, env: Env, world: World
) -> None:
    await follow(world, env, "events", events=True)
    await propose(bot)
    async with bot.database.transaction() as conn:
        await conn.execute(
            "UPDATE delivery SET state = 'sending', message = NULL, done_at = NULL WHERE target_kind = 'news'"
        )
    await swept(env)
    assert len(await events(bot)) == await posted(env) == 1


async def test_a_failure_of_discord_is_tried_again_and_makes_one(bot: Tiewatch, env: Env, world: World) -> None:
    await follow(world, env, "events", events=True)
    env.inject_error("POST", "/guilds/*/scheduled-events", status=500, code=0)
    await propose(bot)
    assert await events(bot) == []
    await swept(env)
    await swept(env)
    assert len(await events(bot)) == 1


async def test_who_lacks_the_permission_is_told_and_nothing_is_asked_of_discord(
    bot: Tiewatch, env: Env, world: World
) -> None:
    made = env.guild.create_text_channel("events")
    # SimCord lets nobody change the bot's own role: as if Discord had told of it.
    mine = bot.guilds[0].me.top_role
    held = mine.permissions.value
    lacking = held & ~discord.Permissions(create_events=True, administrator=True).value
    mine._permissions = lacking
    said = texts(last(await world.olga.slash(world.channel, "announcements follow", channel=made, events=True)))
    assert "Create Events" in said
    assert "In the server's settings, under Roles" in said
    mine._permissions = held
    more = await follow(world, env, "more", events=True)
    mine._permissions = lacking
    await propose(bot)
    assert await posted(env) == 0
    diagnosis = texts(last(await world.olga.slash(world.channel, "announcements diagnose", channel=more)))
    assert "✘ Create Events" in diagnosis
    mine._permissions = held
    await env.advance_time(3700)
    assert len(await events(bot)) == 1


@pytest.mark.parametrize("wish", [True, False])
async def test_where_events_are_no_longer_wanted_none_is_made_and_those_there_are_kept_right(
    bot: Tiewatch, env: Env, world: World, wish: bool
) -> None:
    channel = await follow(world, env, "events", events=True)
    if wish:
        first = await propose(bot)
        await world.olga.slash(world.channel, "announcements edit", channel=channel, events=False)
        await propose(bot, date(2026, 12, 15), on=date(2026, 11, 21), instead_of=first)
        (event,) = await events(bot)
        assert event.start_time == STARTS + timedelta(days=7)
    else:
        await world.olga.slash(world.channel, "announcements edit", channel=channel, events=False)
        await propose(bot)
        assert await events(bot) == []
