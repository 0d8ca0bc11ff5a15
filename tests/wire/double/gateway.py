"""The gateway: identify, heartbeat, events, resume; and every way of losing the connection."""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import struct
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord
from aiohttp import WSMsgType, web

from tests.wire.double import payloads
from tests.wire.double.basics import Json
from tests.wire.double.messages import mentions

if TYPE_CHECKING:
    from tests.wire.double.server import Double

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 3, 6, 7, 9, 10, 11
HEARTBEAT_MS = 41_250
AUTHENTICATION_FAILED = 4004
DISALLOWED_INTENTS = 4014
KEPT_FOR_RESUME = 10_000
PRIVILEGED = discord.Intents(members=True, presences=True, message_content=True).value

Socket = web.WebSocketResponse


@dataclass(slots=True)
class Session:
    """One identified shard. Its latest events are kept, so that it can resume."""

    id: str
    shard: int
    shards: int
    intents: discord.Intents
    sequence: int = 0
    kept: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=KEPT_FOR_RESUME))
    socket: Socket | None = None
    outgoing: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    def dispatch(self, event: str, body: Mapping[str, Any]) -> None:
        """Send an event, or keep it for the resume."""
        self.sequence += 1
        text = json.dumps({"op": DISPATCH, "t": event, "s": self.sequence, "d": body})
        self.kept.append((self.sequence, text))
        if self.socket is not None:
            self.outgoing.put_nowait(text)

    def replay(self, after: int) -> None:
        """Send again what the client has not seen."""
        for sequence, text in self.kept:
            if sequence > after:
                self.outgoing.put_nowait(text)


class Gateway:
    """All sessions. ``identifies`` and ``resumes`` count what clients did; ``shards`` is what they are told to use."""

    def __init__(self, double: Double) -> None:
        self._double = double
        self.shards = 1
        self.sessions: dict[str, Session] = {}
        self.sockets: dict[Socket, web.Request] = {}
        self.identifies = 0
        self.resumes = 0
        self.refused_resumes = 0

    @property
    def connected(self) -> list[Session]:
        """The sessions with a live connection."""
        return [session for session in self.sessions.values() if session.socket is not None]

    def emit(self, event: str, body: Mapping[str, Any], guild_id: int | None) -> None:
        """Send an event to whom it concerns."""
        for session in self.sessions.values():
            if _shard_of(guild_id, session.shards) == session.shard and self._wants(session, event, body):
                session.dispatch(event, self._as_seen(session, event, body))

    async def close(self, code: int = 4000) -> None:
        """Close every connection with a code."""
        for connection in tuple(self.sockets):
            await connection.close(code=code)

    def reset(self) -> None:
        """Reset every connection, with no closing handshake."""
        for request in tuple(self.sockets.values()):
            abort(request)

    async def ask_to_reconnect(self) -> None:
        """Op 7."""
        await self._send_all({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Op 9; when not resumable the sessions are forgotten."""
        if not resumable:
            self.sessions.clear()
        await self._send_all({"op": INVALID_SESSION, "d": resumable})

    async def serve(self, request: web.Request) -> Socket:
        """A client's connection, from hello to its end."""
        connection = Socket(autoping=True)
        await connection.prepare(request)
        self.sockets[connection] = request
        await connection.send_str(json.dumps({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}}))
        pump: asyncio.Task[None] | None = None
        try:
            async for message in _frames(connection):
                if message["op"] in (IDENTIFY, RESUME):
                    session = await self._begin(connection, message)
                    pump = pump or (asyncio.create_task(_pump(session, connection)) if session else None)
                elif message["op"] == HEARTBEAT:
                    await connection.send_str(json.dumps({"op": ACK, "d": None}))
        finally:
            self._end(connection)
            if pump:
                pump.cancel()
        return connection

    async def _begin(self, connection: Socket, message: Json) -> Session | None:
        begin: Callable[[Socket, Json], Awaitable[Session | None]]
        begin = self._identify if message["op"] == IDENTIFY else self._resume
        return await begin(connection, message["d"])

    async def _identify(self, connection: Socket, body: Json) -> Session | None:
        self.identifies += 1
        if body["token"] != self._double.token:
            await connection.close(code=AUTHENTICATION_FAILED)
            return None
        if body["intents"] & PRIVILEGED:
            await connection.close(code=DISALLOWED_INTENTS)
            return None
        shard, shards = body.get("shard") or (0, 1)
        for old in [each for each in self.sessions.values() if each.shard == shard and each.socket is None]:
            del self.sessions[old.id]
        session = Session(secrets.token_hex(8), shard, shards, discord.Intents._from_value(body["intents"]))
        session.socket = connection
        self.sessions[session.id] = session
        self._greet(session)
        return session

    def _greet(self, session: Session) -> None:
        world = self._double.world
        guilds = [
            guild
            for guild in world.guilds.values()
            if guild.joined and _shard_of(guild.id, session.shards) == session.shard
        ]
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": payloads.user(world.bot),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "resume_gateway_url": self._double.gateway_url,
                "session_type": "normal",
                "shard": [session.shard, session.shards],
                "application": {"id": str(world.bot.id), "flags": 0},
            },
        )
        for guild in guilds:
            if guild.available:
                session.dispatch("GUILD_CREATE", payloads.guild(guild))

    async def _resume(self, connection: Socket, body: Json) -> Session | None:
        session = self.sessions.get(body["session_id"])
        if session is None or body["token"] != self._double.token:
            self.refused_resumes += 1
            await connection.send_str(json.dumps({"op": INVALID_SESSION, "d": False}))
            return None
        self.resumes += 1
        session.outgoing = asyncio.Queue()
        session.socket = connection
        session.replay(body["seq"])
        session.dispatch("RESUMED", {})
        return session

    def _end(self, connection: Socket) -> None:
        del self.sockets[connection]
        for session in self.sessions.values():
            if session.socket is connection:
                session.socket = None

    async def _send_all(self, body: Json) -> None:
        for connection in tuple(self.sockets):
            await connection.send_str(json.dumps(body))

    def _wants(self, session: Session, event: str, body: Mapping[str, Any]) -> bool:
        if not event.startswith("MESSAGE_"):
            return True
        return session.intents.guild_messages if body.get("guild_id") else session.intents.dm_messages

    def _as_seen(self, session: Session, event: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        if event not in ("MESSAGE_CREATE", "MESSAGE_UPDATE") or not body.get("guild_id"):
            return body
        world = self._double.world
        message = world.channels[int(body["channel_id"])].message(int(body["id"]))
        if message is None or message.author is world.bot or mentions(message, world):
            return body
        return payloads.without_content(dict(body))


def abort(request: web.Request) -> None:
    """Reset a client's connection (RST, not FIN), as a dying server or a middlebox does."""
    transport = request.transport
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def _shard_of(guild_id: int | None, shards: int) -> int:
    return 0 if guild_id is None else (guild_id >> 22) % shards


async def _frames(connection: Socket) -> AsyncIterator[Json]:
    async for message in connection:
        if message.type is WSMsgType.TEXT:
            yield json.loads(message.data)


async def _pump(session: Session, connection: Socket) -> None:
    outgoing = session.outgoing
    while True:
        text = await outgoing.get()
        if connection.closed:
            return
        await connection.send_str(text)
