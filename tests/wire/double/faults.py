"""What a test lets go wrong on the wire."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TypeAlias

from tests.wire.double.log import Entry


@dataclass(frozen=True, slots=True)
class Refusal:
    """The request is refused and changes nothing."""

    status: int
    code: int
    message: str = "Refused by the test"


@dataclass(frozen=True, slots=True)
class ServerError:
    """A 5xx; with ``stored`` the request took effect all the same."""

    status: int = 500
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Throttle:
    """A 429. Without ``via`` it looks like Cloudflare's, which discord.py raises at once."""

    retry_after: float = 0.05
    via: bool = True
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset before anything is stored."""


@dataclass(frozen=True, slots=True)
class LostAnswer:
    """The request takes effect and its answer never comes: the connection is reset."""


@dataclass(frozen=True, slots=True)
class Late:
    """The request is long on its way: it takes effect only once the same path has been read, or after some seconds."""

    seconds: float = 30.0


Fault: TypeAlias = Refusal | ServerError | Throttle | Reset | LostAnswer | Late


@dataclass(slots=True)
class _Rule:
    method: str
    path: str
    faults: tuple[Fault, ...]
    left: int | None
    share: float

    def fits(self, entry: Entry) -> bool:
        return self.left != 0 and self.method in ("*", entry.method) and fnmatchcase(entry.path, self.path)


@dataclass(slots=True)
class Faults:
    """The faults to come. ``random`` is seeded, so that a share of requests is the same one in each run."""

    random: random.Random = field(default_factory=lambda: random.Random(1))
    _rules: list[_Rule] = field(default_factory=list)

    def add(self, method: str, path: str, *faults: Fault, times: int | None = None, share: float = 1.0) -> None:
        """Let a ``share`` of the requests that fit go wrong, ``times`` at most, each in one of the given ways.

        ``path`` is an fnmatch pattern, as in ``/channels/*/messages``.
        """
        self._rules.append(_Rule(method, path, faults, times, share))

    def clear(self) -> None:
        """Let everything go well again."""
        self._rules.clear()

    def draw(self, entry: Entry) -> Fault | None:
        """The fault that meets this request, if any."""
        for rule in self._rules:
            if not rule.fits(entry) or (rule.share < 1 and self.random.random() >= rule.share):
                continue
            if rule.left is not None:
                rule.left -= 1
            return self.random.choice(rule.faults)
        return None
