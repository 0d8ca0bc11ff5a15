"""One request on its way through the double, and what a handler answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from aiohttp import web

from tests.wire.double.basics import Json
from tests.wire.double.errors import MISSING_ACCESS, UNKNOWN_CHANNEL, UNKNOWN_GUILD
from tests.wire.double.world import Channel, Guild

if TYPE_CHECKING:
    from tests.wire.double.server import Double


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a multipart request."""

    filename: str
    content: bytes
    content_type: str


@dataclass(slots=True)
class Call:
    """A request as a handler sees it. ``body`` is the JSON payload, or the ``payload_json`` of a multipart one."""

    double: Double
    parts: Mapping[str, str]
    query: Mapping[str, str]
    body: Json = field(default_factory=dict)
    listing: list[Json] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)

    @property
    def channel(self) -> Channel:
        """The channel named in the path. Raises ApiError if there is none."""
        channel = self.double.world.channels.get(int(self.parts["channel"]))
        if channel is None:
            raise UNKNOWN_CHANNEL
        return channel

    @property
    def guild(self) -> Guild:
        """The guild named in the path. Raises ApiError if there is none, or the bot is no member."""
        guild = self.double.world.guilds.get(int(self.parts["guild"]))
        if guild is None:
            raise UNKNOWN_GUILD
        if not guild.joined:
            raise MISSING_ACCESS
        return guild


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler answers; no ``body`` means an empty answer."""

    body: Json | list[Json] | None = None
    status: int = 200


Handler: TypeAlias = Callable[[Call], Awaitable[Reply]]
Routes: TypeAlias = Mapping[str, Handler]

NOTHING = Reply(status=204)


async def read(request: web.Request, double: Double) -> Call:
    """Take a request apart."""
    call = Call(double, dict(request.match_info), dict(request.query))
    if request.content_type == "multipart/form-data":
        await _read_multipart(request, call)
    elif request.can_read_body:
        _take(call, await request.text())
    return call


def _take(call: Call, text: str) -> None:
    found = json.loads(text) if text else {}
    if isinstance(found, list):
        call.listing = found
    else:
        call.body = found


async def _read_multipart(request: web.Request, call: Call) -> None:
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            call.uploads.append(Upload(value.filename, value.file.read(), value.content_type))
        elif name == "payload_json":
            _take(call, str(value))
