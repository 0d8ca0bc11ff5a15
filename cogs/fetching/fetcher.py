"""The fetcher: one address in, one page out, within fixed limits and with good manners.

Public machines only, at every hop; at most 2 MiB and 15 seconds; no cookies, no proxy; one request at a time a host,
with a pause; ``Retry-After`` and robots.txt are obeyed; it says who asks, and where to complain.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import TracebackType

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from cogs.fetching.addresses import NotPublicError, PublicResolver, checked
from cogs.fetching.bodies import PackedError, Unpacker, text_of
from cogs.fetching.outcomes import FetchError, FetchFailure
from cogs.fetching.pace import Pace, seconds_to_wait
from cogs.fetching.robots import Rules
from db.record.values import value

NAME = "Tiewatch"
SECONDS = 15.0
SECONDS_BETWEEN = 3.0
MOST_HOPS = 5
_RULES_KEPT = 86400.0
_SITES_REMEMBERED = 1000
_REDIRECTS = {301, 302, 303, 307, 308}
_TOO_OFTEN = 429
_ASK_LATER = {_TOO_OFTEN, 503}
# Where a host was asked too often and does not say for how long to wait, in seconds.
_PAUSE = 300.0
_PIECE = 64 * 1024
# A robots.txt that leads nowhere is none (RFC 9309, 2.3.1.2 and 2.3.1.3).
_NO_RULES = {FetchFailure.REDIRECTS, FetchFailure.ADDRESS, FetchFailure.NOT_PUBLIC, FetchFailure.UNREADABLE}


@value
class FetchedPage:
    """An answer. ``address`` is where it was found in the end; ``cut`` says that there was more than is kept.

    ``unchanged`` is the answer to an ``etag`` or ``modified`` that still holds; then there is no body. ``challenged``:
    it comes from a guard against programs, whatever its status says.
    """

    address: str
    status: int
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    cut: bool = False
    challenged: bool = False

    @property
    def unchanged(self) -> bool:
        """Whether the page is as it was when it was last read."""
        return self.status == 304

    @property
    def ok(self) -> bool:
        """Whether the answer is the page that was asked for."""
        return 200 <= self.status < 300 and not self.challenged

    @property
    def text(self) -> str:
        """The body as text, as it says of itself; nothing makes this fail."""
        return text_of(self.body, self.content_type)


@value
class _Answer:
    page: FetchedPage
    location: str = ""


class Fetcher:
    """Fetches. Make one with ``async with``; it opens nothing before the first address.

    ``contact`` stands in the name under which it asks. ``resolver`` and ``connector`` are for tests, which have no
    public machines and no certificates.
    """

    def __init__(
        self,
        contact: str,
        clock: Callable[[], datetime],
        *,
        resolver: AbstractResolver | None = None,
        connector: type[aiohttp.TCPConnector] = aiohttp.TCPConnector,
        between: float = SECONDS_BETWEEN,
        seconds: float = SECONDS,
    ) -> None:
        self._agent = f"{NAME}/0.1 (+{contact})"
        self._clock = clock
        self._resolver = resolver
        self._connector = connector
        self._seconds = seconds
        self._pace = Pace(between)
        self._session: aiohttp.ClientSession | None = None
        self._rules: OrderedDict[URL, tuple[float, Rules]] = OrderedDict()

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close every connection. The fetcher can be used again."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def fetch(self, address: str, *, etag: str = "", modified: str = "") -> FetchedPage:
        """The page at an address, where its site lets programs read it. Raises FetchError.

        ``etag`` and ``modified`` are of the page as it was read last.
        """
        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        known = {name: value for name, value in headers.items() if value}
        return await self._follow(checked(address), known, robots=True)

    async def ask(
        self, address: str, *, headers: Mapping[str, str] | None = None, form: Mapping[str, str] | None = None
    ) -> FetchedPage:
        """The answer of an interface that is made for programs: robots.txt does not speak of those. Raises FetchError.

        With ``headers`` or a ``form`` no redirect is followed, so that nothing secret goes elsewhere.
        """
        if headers is None and form is None:
            return await self._follow(checked(address), {}, robots=False)
        url = checked(address)
        async with self._pace.turn(_host_of(url)):
            return (await self._request(url, headers or {}, form, self._seconds)).page

    async def _follow(self, url: URL, headers: Mapping[str, str], *, robots: bool) -> FetchedPage:
        left = self._seconds
        for _ in range(MOST_HOPS + 1):
            delay = await self._permission(url) if robots else 0.0
            async with self._pace.turn(_host_of(url), delay):
                began = time.monotonic()
                answer = await self._request(url, headers, None, left)
                left -= time.monotonic() - began
            if not answer.location:
                return answer.page
            url = checked(_joined(url, answer.location))
        raise FetchError(FetchFailure.REDIRECTS)

    async def _permission(self, url: URL) -> float:
        """The pause that a site asks for between two requests. Raises FetchError where it lets no program read this."""
        site = url.origin()
        kept = self._rules.get(site)
        if kept is None or kept[0] < time.monotonic():
            kept = (time.monotonic() + _RULES_KEPT, await self._read_rules(site))
            self._rules[site] = kept
            self._rules.move_to_end(site)
            if len(self._rules) > _SITES_REMEMBERED:
                self._rules.popitem(last=False)
        if not kept[1].allow(str(url)):
            raise FetchError(FetchFailure.ROBOTS)
        return kept[1].delay

    async def _read_rules(self, site: URL) -> Rules:
        try:
            page = await self._follow(site / "robots.txt", {}, robots=False)
        except FetchError as error:
            if error.failure in _NO_RULES:
                return Rules.of_answer(NAME, 404, "")
            raise
        return Rules.of_answer(NAME, page.status, page.text)

    async def _request(
        self, url: URL, headers: Mapping[str, str], form: Mapping[str, str] | None, seconds: float
    ) -> _Answer:
        """One request, to the end of its answer. Raises FetchError."""
        try:
            async with asyncio.timeout(seconds):
                return await self._exchange(url, headers, form)
        except TimeoutError:
            raise FetchError(FetchFailure.SLOW) from None
        except PackedError:
            raise FetchError(FetchFailure.UNREADABLE) from None
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError):
            raise FetchError(FetchFailure.TLS) from None
        except aiohttp.ClientConnectorDNSError as error:
            barred = isinstance(error.os_error, NotPublicError)
            raise FetchError(FetchFailure.NOT_PUBLIC if barred else FetchFailure.NO_HOST) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise FetchError(FetchFailure.CONNECTION) from None

    async def _exchange(self, url: URL, headers: Mapping[str, str], form: Mapping[str, str] | None) -> _Answer:
        method = "GET" if form is None else "POST"
        request = self._opened().request(method, url, headers=headers, data=form, allow_redirects=False)
        async with request as response:
            found = response.headers
            if response.status in _ASK_LATER:
                wait = seconds_to_wait(found.get("Retry-After", ""), self._clock())
                self._pace.leave_alone(_host_of(url), wait or (_PAUSE if response.status == _TOO_OFTEN else 0.0))
            page = FetchedPage(
                str(url),
                response.status,
                content_type=found.get("Content-Type", "")[:200],
                etag=found.get("ETag", "")[:200],
                modified=found.get("Last-Modified", "")[:100],
                challenged=found.get("cf-mitigated", "").lower() == "challenge",
            )
            location = found.get("Location", "")
            if response.status in _REDIRECTS and location:
                response.close()
                return _Answer(page, location)
            return _Answer(await _with_body(page, response))

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            resolver = self._resolver or PublicResolver(aiohttp.ThreadedResolver())
            self._session = aiohttp.ClientSession(
                connector=self._connector(resolver=resolver, limit=20, limit_per_host=1),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate"},
                auto_decompress=False,
                trust_env=False,
                timeout=aiohttp.ClientTimeout(total=None),
            )
        return self._session


async def _with_body(page: FetchedPage, response: aiohttp.ClientResponse) -> FetchedPage:
    unpacker = Unpacker(response.headers.get("Content-Encoding", ""))
    async for piece in response.content.iter_chunked(_PIECE):
        if not unpacker.feed(piece):
            response.close()
            break
    return replace(page, body=unpacker.body, cut=unpacker.cut)


def _joined(url: URL, location: str) -> URL:
    try:
        return url.join(URL(location))
    except ValueError:
        raise FetchError(FetchFailure.ADDRESS) from None


def _host_of(url: URL) -> str:
    return (url.raw_host or "").removesuffix(".")
