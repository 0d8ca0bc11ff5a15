"""How often somebody may have something that others see: so many times within so many seconds. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable

# Beyond so many who used it lately, those who have not are forgotten.
_MOST_KEYS = 2000


class Allowance:
    """``most`` times within ``seconds`` for each key, which may be anything that tells one from another."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self._used: dict[Hashable, deque[float]] = {}
        self._told: dict[Hashable, float] = {}

    def take(self, key: Hashable, now: float) -> bool:
        """Use it once, if it may be used; ``now`` is in seconds, by a clock that only goes on."""
        if len(self._used) > _MOST_KEYS:
            self._forget(now)
        used = self._used.setdefault(key, deque(maxlen=self.most))
        if len(used) == self.most and now - used[0] < self.seconds:
            return False
        used.append(now)
        return True

    def is_news(self, key: Hashable, now: float) -> bool:
        """Whether this no is the first within the time: said once, and not to each of a flood."""
        last = self._told.get(key)
        if last is not None and now - last < self.seconds:
            return False
        self._told[key] = now
        return True

    def _forget(self, now: float) -> None:
        self._used = {key: used for key, used in self._used.items() if now - used[-1] < self.seconds}
        self._told = {key: last for key, last in self._told.items() if now - last < self.seconds}
