"""The thread in which files are made, so that neither a slow letter nor a hasty person holds up the others."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter, OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from cogs.kit.short_turns import Rests

T = TypeVar("T")

_REMEMBERED = 512


class Maker:
    """One thread for all: several would take the interpreter from the commands that others wait for.

    A person has one thing at a time in it, so that what somebody else waits for comes after one of theirs at most.
    """

    def __init__(self, name: str = "letters", rests: float = 0.0) -> None:
        """``rests``: so many times as long as one thing took, the thread leaves the interpreter to commands."""
        self._thread = ThreadPoolExecutor(1, name)
        self._rests = Rests(rests)
        self._lanes: dict[int, asyncio.Lock] = {}
        self._waiting: Counter[int] = Counter()
        self._found: OrderedDict[bytes, Any] = OrderedDict()

    async def run(self, person: int, work: Callable[[], T]) -> T:
        """Do something for a person, after what they asked for before. What it raises is raised here."""
        lane = self._lanes.setdefault(person, asyncio.Lock())
        self._waiting[person] += 1
        try:
            async with lane:
                return await asyncio.get_running_loop().run_in_executor(self._thread, self._rests.do, work)
        finally:
            self._waiting[person] -= 1
            if not self._waiting[person]:
                del self._waiting[person], self._lanes[person]

    async def once(self, person: int, text: str, work: Callable[[], T]) -> T:
        """The same for what follows from a text alone: remembered by the text's hash, and found once."""
        key = hashlib.blake2b(text.encode(), digest_size=16).digest()
        if key in self._found:
            self._found.move_to_end(key)
            found: T = self._found[key]
            return found

        def unless_known() -> T:
            if key not in self._found:
                self._found[key] = work()
            known: T = self._found[key]
            return known

        found = await self.run(person, unless_known)
        while len(self._found) > _REMEMBERED:
            self._found.popitem(last=False)
        return found
