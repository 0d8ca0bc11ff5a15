"""REST over real HTTP: each request is logged, may meet a fault or a limit, and is answered as Discord answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import web

from tests.wire.double import account, interactions, messages, scheduled_events
from tests.wire.double.basics import Json
from tests.wire.double.call import Call, Handler, Reply, read
from tests.wire.double.errors import UNAUTHORIZED, UNEXPECTED_ROUTE, ApiError
from tests.wire.double.faults import Late, LostAnswer, Refusal, Reset, ServerError, Throttle
from tests.wire.double.gateway import abort
from tests.wire.double.limits import Verdict, throttled
from tests.wire.double.log import Entry, Phase

if TYPE_CHECKING:
    from tests.wire.double.server import Double

BASE = "/api/v10"
ROUTES = {**account.ROUTES, **messages.ROUTES, **interactions.ROUTES, **scheduled_events.ROUTES}
LARGEST_REQUEST = 26 * 1024 * 1024
WITHOUT_TOKEN = ("/interactions/", "/webhooks/")

WebHandler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application(double: Double) -> web.Application:
    """The web application: REST, gateway, and a refusal for all else."""
    app = web.Application(client_max_size=LARGEST_REQUEST)
    for name, handler in ROUTES.items():
        method, route = name.split(" ")
        app.router.add_route(method, BASE + route, _handler(double, route, handler))
    app.router.add_get("/gateway/", double.gateway.serve)
    app.router.add_route("*", "/{rest:.*}", _handler(double, "?", _unexpected))
    return app


async def _unexpected(call: Call) -> Reply:
    raise UNEXPECTED_ROUTE


def _handler(double: Double, route: str, handler: Handler) -> WebHandler:
    async def handle(request: web.Request) -> web.StreamResponse:
        call = await read(request, double)
        entry = _entry(double, request, route, call)
        double.log.entries.append(entry)
        double.log.told(entry, Phase.ARRIVED)
        response = await _respond(double, request, entry, handler, call)
        if response is None:
            abort(request)
            return web.Response(status=500)
        with suppress(ConnectionResetError):
            await response.prepare(request)
            await response.write_eof()
            double.log.told(entry, Phase.ANSWERED)
        return response

    return handle


def _entry(double: Double, request: web.Request, route: str, call: Call) -> Entry:
    path = request.path.removeprefix(BASE)
    body = call.body or ({"list": call.listing} if call.listing else {})
    return Entry(double.clock.monotonic(), request.method, route, path, body, len(call.uploads))


async def _respond(
    double: Double, request: web.Request, entry: Entry, handler: Handler, call: Call
) -> web.Response | None:
    """The answer, or None where the connection is to be reset."""
    if not entry.path.startswith(WITHOUT_TOKEN) and request.headers.get("Authorization") != f"Bot {double.token}":
        return _refuse(entry, UNAUTHORIZED, {})
    fault = double.faults.draw(entry)
    entry.fault = str(fault) if fault else None
    if isinstance(fault, Reset | Refusal | Throttle) or (isinstance(fault, ServerError) and not fault.stored):
        return _fail(entry, fault)
    if isinstance(fault, Late):
        await _hold(double, entry, fault)
    verdict = double.limits.ask(entry.name, entry.path, call.parts.get("channel", ""), double.clock.monotonic())
    if verdict.retry_after is not None:
        return _throttle(entry, verdict)
    answer = await _answer(entry, handler, call, verdict.headers)
    double.log.told(entry, Phase.HANDLED)
    return _fail(entry, fault) if fault and not isinstance(fault, Late) else answer


async def _hold(double: Double, entry: Entry, late: Late) -> None:
    """Wait until somebody has read the same path, or for so long."""
    was_read = asyncio.Event()

    def observe(other: Entry, phase: Phase) -> None:
        if phase is Phase.HANDLED and other.method == "GET" and other.path == entry.path:
            was_read.set()

    double.log.observers.append(observe)
    with suppress(TimeoutError):
        await asyncio.wait_for(was_read.wait(), late.seconds)
    double.log.observers.remove(observe)


async def _answer(entry: Entry, handler: Handler, call: Call, headers: dict[str, str]) -> web.Response:
    try:
        reply = await handler(call)
    except ApiError as error:
        return _refuse(entry, error, headers)
    except Exception:
        entry.status = 500
        raise
    entry.status = reply.status
    return _json(reply.body, reply.status, headers)


def _fail(entry: Entry, fault: Reset | LostAnswer | Refusal | ServerError | Throttle) -> web.Response | None:
    match fault:
        case Reset() | LostAnswer():
            return None
        case Refusal(status, code, message):
            return _refuse(entry, ApiError(status, code, message), {})
        case ServerError(status):
            entry.status = status
            return web.Response(status=status, text="upstream error", content_type="text/html")
        case Throttle(retry_after, via, everywhere):
            entry.status = 429
            body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": everywhere}
            return _json(body, 429, throttled(retry_after, everywhere=everywhere, via=via))


def _throttle(entry: Entry, verdict: Verdict) -> web.Response:
    retry_after = verdict.retry_after or 0.0
    entry.status = 429
    body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": verdict.everywhere}
    headers = {**verdict.headers, **throttled(retry_after, everywhere=verdict.everywhere)}
    return _json(body, 429, headers)


def _refuse(entry: Entry, error: ApiError, headers: dict[str, str]) -> web.Response:
    entry.status, entry.code = error.status, error.code
    return _json(error.body(), error.status, headers)


def _json(body: Json | list[Json] | None, status: int, headers: dict[str, str]) -> web.Response:
    """An answer whose Content-Type is exactly ``application/json``: discord.py compares it whole."""
    if body is None:
        return web.Response(status=status, headers=headers)
    content = json.dumps(body).encode()
    return web.Response(body=content, status=status, headers={**headers, "Content-Type": "application/json"})
