"""What takes the processor for longer is done beside the event loop, one thing at a time: answers come first.

Several threads at once would each take a turn before an answer gets its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_ONE = ThreadPoolExecutor(1, "watching")


async def beside(work: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """What work gives, done in the one thread that is for this."""
    return await asyncio.get_running_loop().run_in_executor(_ONE, lambda: work(*args, **options))
