"""A web of made-up sites on this machine: every name leads to one loopback server, which answers by host and path."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import TCPConnector, web
from aiohttp.abc import AbstractResolver, ResolveResult

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Web(AbstractResolver):
    """The sites, and the resolver that finds them. ``pages`` maps ``host/path`` to an answer; others are 404.

    ``asked`` counts the requests, and ``heads`` keeps the headers of the last one, by ``host/path``.
    """

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.heads: dict[str, dict[str, str]] = {}
        self.unknown: set[str] = set()
        self.port = 0

    def page(
        self, where: str, body: bytes | str = b"", status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        """Answer so at ``host/path`` from now on."""
        content = body.encode() if isinstance(body, str) else body

        async def answer(request: web.Request) -> web.StreamResponse:
            return web.Response(body=content, status=status, headers=headers)

        self.pages[where] = answer

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Every host but the unknown ones is here."""
        if host in self.unknown:
            raise OSError(f"no such host: {host}")
        return [result("127.0.0.1", host, self.port)]

    async def close(self) -> None:
        """Nothing is held."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Find the answer and count it; a page with parameters may be put down with or without them."""
        plain = f"{request.host.partition(':')[0]}{request.path}"
        where = f"{plain}?{request.query_string}" if request.query_string else plain
        self.asked[plain] += 1
        self.heads[plain] = dict(request.headers)
        found = self.pages.get(where) or self.pages.get(plain)
        return await found(request) if found else web.Response(status=404, text="There is no such page")


class PlainConnector(TCPConnector):
    """Speaks plainly with https sites as well: there are no certificates on this machine."""

    def _get_ssl_context(self, req: Any) -> None:
        return None


def result(address: str, host: str, port: int) -> ResolveResult:
    """One answer of a resolver."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)


class Names(AbstractResolver):
    """A resolver that says what a test told it."""

    def __init__(self, **addresses: str) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host, by its first label."""
        return [result(address, host, port) for address in self._addresses[host.split(".", maxsplit=1)[0]].split()]

    async def close(self) -> None:
        """Nothing is held."""


@asynccontextmanager
async def web_of_sites() -> AsyncIterator[Web]:
    """The web, while it is up."""
    sites = Web()
    application = web.Application()
    application.router.add_route("*", "/{rest:.*}", sites.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        sites.port = runner.addresses[0][1]
        yield sites
    finally:
        await runner.cleanup()
