"""Point discord.py at the double. Only tests do this: no setting of the shipped bot can."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


def redirect(api_url: str, gateway_url: str) -> None:
    """Send all that discord.py says in this process to these addresses, from now on."""
    Route.BASE = api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    discord.Asset.BASE = f"{yarl.URL(api_url).origin()}/cdn"


@contextmanager
def redirected(api_url: str, gateway_url: str) -> Iterator[None]:
    """The same for a while."""
    before = (Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY, discord.Asset.BASE)
    redirect(api_url, gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY, discord.Asset.BASE = before
