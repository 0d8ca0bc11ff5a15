"""Work on the event loop that gives way to whatever else waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


async def giving_way(steps: Generator[None, None, T]) -> T:
    """What some steps come to, with a turn of the event loop between them: none of them may hold it for long."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]
        await asyncio.sleep(0)
