"""Events of a guild over REST: those that take place outside Discord, which alone the bot makes.

Nobody is told of them over the gateway: the bot does not ask for them there. What may be done follows Discord's page
"Guild Scheduled Event".
"""

from __future__ import annotations

from datetime import datetime

import discord

from tests.wire.double import payloads, permissions
from tests.wire.double.basics import Json
from tests.wire.double.call import NOTHING, Call, Reply, Routes
from tests.wire.double.errors import EVENT_IS_OVER, MISSING_PERMISSIONS, TOO_MANY_EVENTS, UNKNOWN_EVENT, invalid_form
from tests.wire.double.validate import check_event
from tests.wire.double.world import EventStatus, ScheduledEvent

MOST_OPEN = 100
NEXT = {
    EventStatus.SCHEDULED: {EventStatus.ACTIVE, EventStatus.CANCELED},
    EventStatus.ACTIVE: {EventStatus.COMPLETED},
}


async def listed(call: Call) -> Reply:
    """List Scheduled Events for Guild: those that are not over."""
    return Reply([payloads.event(event) for event in _open(call)])


async def create(call: Call) -> Reply:
    """Create Guild Scheduled Event."""
    world, guild = call.double.world, call.guild
    if not _allowed(call).create_events:
        raise MISSING_PERMISSIONS
    check_event(call.body)
    _check_future(call, call.body)
    if len(_open(call)) >= MOST_OPEN:
        raise TOO_MANY_EVENTS
    event = ScheduledEvent(world.snowflakes.next(), guild.id, world.bot, dict(call.body))
    guild.events[event.id] = event
    return Reply(payloads.event(event))


async def get(call: Call) -> Reply:
    """Get Guild Scheduled Event."""
    return Reply(payloads.event(_find(call)))


async def modify(call: Call) -> Reply:
    """Modify Guild Scheduled Event; one that is over stays as it is."""
    event = _own(call)
    if event.status.is_over:
        raise EVENT_IS_OVER
    changes = {part: value for part, value in call.body.items() if part != "status"}
    changed = {**event.payload, **changes}
    check_event(changed)
    if changed["scheduled_start_time"] != event.payload["scheduled_start_time"]:
        _check_future(call, changed)
    status = EventStatus(call.body.get("status") or event.status)
    if status not in {event.status, *NEXT[event.status]}:
        raise invalid_form(f"status: {event.status.name} cannot become {status.name}")
    event.payload, event.status = changed, status
    return Reply(payloads.event(event))


async def delete(call: Call) -> Reply:
    """Delete Guild Scheduled Event."""
    del call.guild.events[_own(call).id]
    return NOTHING


def _open(call: Call) -> list[ScheduledEvent]:
    return [event for event in call.guild.events.values() if not event.status.is_over]


def _find(call: Call) -> ScheduledEvent:
    event = call.guild.events.get(int(call.parts["event"]))
    if event is None:
        raise UNKNOWN_EVENT
    return event


def _own(call: Call) -> ScheduledEvent:
    """The event named in the path, which the bot may change: with Create Events its own, with Manage Events any."""
    event, allowed = _find(call), _allowed(call)
    is_own = event.creator is call.double.world.bot
    if not (allowed.manage_events or (is_own and allowed.create_events)):
        raise MISSING_PERMISSIONS
    return event


def _allowed(call: Call) -> discord.Permissions:
    return permissions.in_guild(call.guild, call.guild.members[call.double.world.bot.id])


def _check_future(call: Call, payload: Json) -> None:
    if datetime.fromisoformat(payload["scheduled_start_time"]) <= call.double.clock.now():
        raise invalid_form("scheduled_start_time: must be in the future")


ROUTES: Routes = {
    "GET /guilds/{guild}/scheduled-events": listed,
    "POST /guilds/{guild}/scheduled-events": create,
    "GET /guilds/{guild}/scheduled-events/{event}": get,
    "PATCH /guilds/{guild}/scheduled-events/{event}": modify,
    "DELETE /guilds/{guild}/scheduled-events/{event}": delete,
}
