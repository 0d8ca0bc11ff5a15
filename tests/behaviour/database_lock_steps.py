"""Another process that writes to the database, and what a person is told meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from typing import Any

from simcord import Env

from bot import Tiewatch

TOLD = "so nothing was changed. Please try again in a minute."
# The answers that say "wait": a message that follows, a change that follows.
_HELD = {5, 6}


@asynccontextmanager
async def locked(bot: Tiewatch) -> AsyncIterator[None]:
    """Another process writes; the bot waits for it only a moment, so that the tests are fast."""
    async with bot.database.transaction() as conn:
        await conn.execute("PRAGMA busy_timeout = 100")
    with closing(sqlite3.connect(bot.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def answered_first(env: Env) -> bool:
    """Whether Discord was told to wait before the database was asked."""
    first: Any = next(item for item in reversed(env.http_requests) if item.path.endswith("/callback"))
    return first.json["type"] in _HELD
