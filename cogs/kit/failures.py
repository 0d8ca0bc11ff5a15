"""What may go wrong while an interaction is handled: expected refusals, and failures of the network."""

from __future__ import annotations

import asyncio

import aiohttp
import discord

NETWORK_ERRORS = (aiohttp.ClientError, OSError, asyncio.TimeoutError, discord.RateLimited)


class Refusal(Exception):
    """An expected "no": the sentence is shown to the person who asked, and nothing is logged."""


class Unsaved(Refusal):
    """A "no" to a form: what was typed into it is given back."""


def is_transient(error: BaseException) -> bool:
    """Whether the same request may succeed later: the network, a rate limit, or an error of Discord's own."""
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status == 429
    return isinstance(error, (aiohttp.ClientError, ConnectionError, asyncio.TimeoutError, discord.RateLimited))


async def raise_server_error(response: aiohttp.ClientResponse) -> None:
    """As ``raise_for_status`` of a request that must not be made twice: raises DiscordServerError for a 5xx, before
    discord.py sees the answer and asks again.
    """
    if response.status >= 500:
        raise discord.DiscordServerError(response, await response.text())
