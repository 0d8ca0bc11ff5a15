"""What takes long to count in a large record: counted beside the event loop, once for each state of the record."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Concatenate, ParamSpec, TypeVar

from db.record.register import Register

P = ParamSpec("P")
T = TypeVar("T")

# What was asked for: the whole country and every state, for a few days' worth of cards.
_MOST = 128


class RegisterCache:
    """Values by the function that makes them of the register, and its arguments."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()

    async def of(
        self, make: Callable[Concatenate[Register, P], T], register: Register, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """What the function makes of the register as it is now. Raises what it raises."""
        key = (make, args, tuple(sorted(kwargs.items())))
        version = register.version
        known = self._made.get(key)
        if known is not None and known[0] == version:
            value: T = known[1]
            return value
        value = await asyncio.to_thread(make, register, *args, **kwargs)
        if register.version == version:
            self._made[key] = version, value
            while len(self._made) > _MOST:
                self._made.popitem(last=False)
        return value
