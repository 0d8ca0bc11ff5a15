"""Hearings as events of servers that chose it: made once, mended when a hearing moves, ended when it is off.

Before anything is made the server's own events are read, and ours are known by a mark in the description: so whatever
was interrupted makes no second one. A request that was given up may be carried out after that all the same, so each
change is followed by one more look. An event needs a time of day, so a hearing without one has none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import discord

from cogs.hearings import sentences
from cogs.kit.access import event_requirement
from cogs.kit.bot import TiewatchBot
from cogs.kit.failures import raise_server_error
from cogs.outbox import NotNow, missing, outbox_of
from cogs.wording.calendar import described
from cogs.wording.english import clip
from cogs.wording.names import pair_name
from db.record.hearings import LASTS, Hearing, coming, hearings_of
from db.record.values import value
from db.store import deliveries, hearings, subscriptions
from db.store.database import Transaction, stamp
from db.store.delivery_models import Delivery, DeliveryKind, NewDelivery, Target

# Discord's limits of an external event: its API, "Guild Scheduled Event".
LONGEST_NAME = LONGEST_PLACE = 100
LONGEST_TEXT = 1000
# Unknown Guild Scheduled Event, Cannot update a finished event: Discord's "Opcodes and Status Codes".
_OVER = {10070, 180000}
_HASH_BYTES = 6
# Longer than a request is on its way: Cloudflare, which stands before Discord, gives one up after 100 seconds (its
# documentation, "Error 524").
LOOK_AGAIN = timedelta(minutes=10)


@value
class EventPayload:
    """A hearing as an act set it, for a server. ``act`` is that, or what withdrew it."""

    tie: str
    hearing: str
    act: str


EVENT = DeliveryKind("hearing_event", EventPayload)
LATER_LOOK = DeliveryKind("hearing_event_look", EventPayload)


@value
class Wanted:
    """An event as it has to be."""

    name: str
    text: str
    place: str
    starts: datetime
    ends: datetime


def mark_of(name: str) -> str:
    """By what the event of a hearing is known, in its description."""
    return f"Tiewatch hearing {hashlib.blake2s(name.encode(), digest_size=_HASH_BYTES).hexdigest()}"


def wanted_event(hearing: Hearing, names: str) -> Wanted | None:
    """The event of a hearing; None for one without a time, or that is cancelled."""
    if hearing.starts is None or hearing.is_cancelled:
        return None
    act, mark = hearing.act, mark_of(hearing.name)
    agenda = f"\n{act.hearing_agenda}" if act.hearing_agenda else ""
    text = clip(described(hearing), LONGEST_TEXT - len(agenda) - len(mark) - 2)
    return Wanted(
        clip(sentences.event_name(names), LONGEST_NAME),
        f"{text}{agenda}\n\n{mark}",
        clip(act.hearing_place or sentences.PLACE_IN_AGENDA, LONGEST_PLACE),
        hearing.starts,
        hearing.starts + LASTS,
    )


class Events:
    """Makes and mends the events."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot

    def register(self) -> None:
        """Tell the outbox."""
        outbox_of(self._bot).register_action(EVENT, self.act)
        outbox_of(self._bot).register_action(LATER_LOOK, self.look_again)

    async def look(self) -> None:
        """Put a row into the outbox for each hearing to come and each server that wants events and has had none of it
        as it is now.
        """
        register, now = self._bot.register, self._bot.clock()
        found = [one for one in coming(register, now) if one.starts is not None and one.starts > now]
        found = [one for one in found if not one.is_cancelled]
        if not found:
            return
        rows = [row for one in found for row in self._rows(one, await self._servers(one))]
        known = await hearings.known_keys(self._bot.database, [row.key for row in rows])
        new = [row for row in rows if row.key not in known]
        if new:
            async with self._bot.database.transaction() as conn:
                await deliveries.enqueue(conn, new, now)

    async def update(self, conn: Transaction, tie: str, hearing: str, act: str) -> None:
        """Put a row into the outbox for each server that may have an event of a hearing that was changed by an act."""
        servers = {row.to.id for row in await hearings.events_of(conn, hearing, EVENT.name)}
        rows = [_row(server, tie, hearing, act) for server in servers]
        await deliveries.enqueue(conn, rows, self._bot.clock())

    async def _servers(self, hearing: Hearing) -> tuple[int, ...]:
        state = self._bot.register.state_of(hearing.tie)
        found = await subscriptions.lasting(self._bot.database)
        return tuple(
            dict.fromkeys(one.guild for one in found if one.preferences.events and one.preferences.is_of(state))
        )

    def _rows(self, hearing: Hearing, servers: Iterable[int]) -> list[NewDelivery]:
        return [_row(server, hearing.tie.id, hearing.name, hearing.act.id) for server in servers]

    async def act(self, row: Delivery, guild: discord.Guild) -> int | None:
        """Let a server have the one event of a hearing as it is now, or none. Returns the event's id; None if nothing
        had to be done. Raises NotNow where a permission is missing, and the errors of a request.
        """
        payload = EVENT.read(row)
        hearing = self._hearing(payload)
        if hearing is not None and hearing.act.id != payload.act:
            return None  # a newer row does it
        wanted, ours = await self._compared(guild, payload)
        if wanted is None or ours:
            return await self._kept_right(guild, payload, wanted, ours)
        if wanted.starts <= self._bot.clock() or not await self._wants(guild, hearing):
            return None
        await self._look_later(guild, payload)
        return await self._made(guild, wanted)

    async def look_again(self, row: Delivery, guild: discord.Guild) -> int | None:
        """Let what stands of a hearing in a server be the one event as it is now, some time after a change was asked
        for; makes none. Returns and raises what ``act`` does.
        """
        payload = LATER_LOOK.read(row)
        return await self._kept_right(guild, payload, *await self._compared(guild, payload))

    async def _compared(
        self, guild: discord.Guild, payload: EventPayload
    ) -> tuple[Wanted | None, Sequence[discord.ScheduledEvent]]:
        """The event as it has to be, and ours that are there."""
        needed = event_requirement(guild)
        if not needed.ok:
            raise NotNow(missing([needed.label]))
        hearing = self._hearing(payload)
        wanted = wanted_event(hearing, pair_name(hearing.tie, self._bot.register)) if hearing else None
        return wanted, await self._ours(guild, payload.hearing)

    async def _kept_right(
        self,
        guild: discord.Guild,
        payload: EventPayload,
        wanted: Wanted | None,
        ours: Sequence[discord.ScheduledEvent],
    ) -> int | None:
        """Of our events leave the first, as it has to be, and none where none has to be; its id."""
        kept = ours[:1] if wanted else ()
        surplus = ours[len(kept) :]
        wrong = [(one, wanted) for one in kept if wanted and not _is_right(one, wanted)]
        if surplus or wrong:
            await self._look_later(guild, payload)
        for one in surplus:
            await _end(one)
        for one, as_it_has_to_be in wrong:
            await _update_event(one, as_it_has_to_be)
        return ours[0].id if ours else None

    async def _look_later(self, guild: discord.Guild, payload: EventPayload) -> None:
        """Before something is asked for: whatever becomes of that, the events are looked at once more."""
        now = self._bot.clock()
        row = LATER_LOOK.new(
            _queue_of(guild.id), payload.hearing, guild.id, stamp(now), payload=payload, not_before=now + LOOK_AGAIN
        )
        async with self._bot.database.transaction() as conn:
            await deliveries.enqueue(conn, [row], now)

    async def _made(self, guild: discord.Guild, wanted: Wanted) -> int:
        """Make an event and return its id. Asks Discord once: by itself discord.py asks again after a 500 or 504, and
        what that answer belonged to may have been made. After any error the next attempt reads the events first.
        """
        payload = {
            "name": wanted.name,
            "description": wanted.text,
            "entity_metadata": {"location": wanted.place},
            "scheduled_start_time": wanted.starts.isoformat(),
            "scheduled_end_time": wanted.ends.isoformat(),
            "entity_type": discord.EntityType.external.value,
            "privacy_level": discord.PrivacyLevel.guild_only.value,
        }
        route = discord.http.Route("POST", "/guilds/{guild_id}/scheduled-events", guild_id=guild.id)
        made = await self._bot.http.request(route, json=payload, raise_for_status=raise_server_error)
        return int(made["id"])

    async def _wants(self, guild: discord.Guild, hearing: Hearing | None) -> bool:
        return hearing is not None and guild.id in await self._servers(hearing)

    async def _ours(self, guild: discord.Guild, name: str) -> list[discord.ScheduledEvent]:
        """The server's events that are ours, of a hearing, and to come or under way, the first made first."""
        events = await guild.fetch_scheduled_events(with_counts=False)
        me, mark = guild.me.id, mark_of(name)
        over = {discord.EventStatus.completed, discord.EventStatus.cancelled}
        ours = (one for one in events if one.creator_id == me and one.status not in over)
        return sorted((one for one in ours if mark in (one.description or "")), key=lambda one: one.id)

    def _hearing(self, payload: EventPayload) -> Hearing | None:
        tie = self._bot.register.record.ties.get(payload.tie)
        found = hearings_of(tie, self._bot.register) if tie else ()
        return next((hearing for hearing in found if hearing.name == payload.hearing), None)


def _row(server: int, tie: str, hearing: str, act: str) -> NewDelivery:
    return EVENT.new(_queue_of(server), hearing, act, server, payload=EventPayload(tie, hearing, act))


def _queue_of(server: int) -> Target:
    """No message of a channel: a queue of its own, that holds no channel up."""
    return Target("news", server, server)


def _is_right(event: discord.ScheduledEvent, wanted: Wanted) -> bool:
    """Whether an event is as it has to be, or has begun and stays as it is."""
    now = Wanted(
        event.name, event.description or "", event.location or "", event.start_time, event.end_time or wanted.ends
    )
    return now == wanted or event.status is not discord.EventStatus.scheduled


async def _update_event(event: discord.ScheduledEvent, wanted: Wanted) -> None:
    await event.edit(
        name=wanted.name,
        description=wanted.text,
        location=wanted.place,
        start_time=wanted.starts,
        end_time=wanted.ends,
    )


async def _end(event: discord.ScheduledEvent) -> None:
    """Cancel an event that has not begun, end one that has; nothing for one that is over by now."""
    try:
        await (event.cancel() if event.status is discord.EventStatus.scheduled else event.end())
    except discord.HTTPException as error:
        if error.code not in _OVER:
            raise
