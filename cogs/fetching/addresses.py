"""Which addresses may be fetched: http and https on their usual ports, on machines that all the world can reach.

A name is judged by what it resolves to, at the moment of connecting: what was judged is what is connected to. aiohttp
asks no resolver about hosts that are numbers, so those are judged before.
"""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from cogs.fetching.outcomes import FetchError, FetchFailure

LONGEST_ADDRESS = 2048
_PORTS = {"http": 80, "https": 443}
# A host whose last part is a number is an address to some systems: "127.1", "0x7f.1", "2130706433".
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)\.?", re.IGNORECASE)


class NotPublicError(OSError):
    """A name resolves to machines that are not public, and to no other."""


def is_public(host: str) -> bool:
    """Whether a number is the address of a machine that all the world can reach; False for what is no such number."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return _is_public(address)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    # Those that carry an IPv4 address inside lead to it, wherever that is.
    return isinstance(address, IPv4Address) or not (address.ipv4_mapped or address.teredo or address.sixtofour)


def checked(address: str | URL) -> URL:
    """An address that may be asked for. Raises FetchError for any other."""
    try:
        url = URL(address) if isinstance(address, str) else address
        port = url.port
    except ValueError:
        raise FetchError(FetchFailure.ADDRESS) from None
    host = url.raw_host or ""
    if len(str(url)) > LONGEST_ADDRESS or not host or url.scheme not in _PORTS or port != _PORTS[url.scheme]:
        raise FetchError(FetchFailure.ADDRESS)
    if url.raw_user is not None or url.raw_password is not None:
        raise FetchError(FetchFailure.ADDRESS)
    is_number = ":" in host or _NUMBER.fullmatch(host.removesuffix(".").rpartition(".")[2])
    if is_number and not is_public(host):
        raise FetchError(FetchFailure.NOT_PUBLIC)
    return url.with_fragment(None)


class PublicResolver(AbstractResolver):
    """Asks another resolver, and keeps of its answers those of public machines."""

    def __init__(self, inner: AbstractResolver) -> None:
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The public addresses of a host. Raises NotPublicError where it has only others."""
        found = [each for each in await self._inner.resolve(host, port, family) if is_public(each["host"])]
        if not found:
            raise NotPublicError(f"{host} is not public")
        return found

    async def close(self) -> None:
        """Close the resolver that was asked."""
        await self._inner.close()
