"""Work in a thread that gives way to the event loop. Pure."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

T = TypeVar("T")

# How long a thread keeps the interpreter while the event loop wants it, in seconds: a tenth of what is usual, as a
# command is many short turns of the loop, and each would wait as long.
TURN = 0.0005
# Between two pieces of work, in seconds.
LONGEST_REST = 0.2

_lock = Lock()
_usual: list[float] = []


def in_short_turns(work: Callable[[], T]) -> T:
    """Do something in short turns, so that the event loop seldom waits. May be done in several threads at once."""
    with _lock:
        _usual.append(_usual[0] if _usual else sys.getswitchinterval())
        sys.setswitchinterval(TURN)
    try:
        return work()
    finally:
        with _lock:
            usual = _usual.pop()
            if not _usual:
                sys.setswitchinterval(usual)


class Rests:
    """Pieces of work for one thread, in short turns, each after a rest ``times`` as long as the one before it took:
    commands are answered in between, however much waits.
    """

    def __init__(self, times: float = 1.0) -> None:
        self._times = times
        self._until = 0.0

    def do(self, work: Callable[[], T]) -> T:
        """Rest as long as is left to rest, then do something. To be called in one thread alone."""
        if (left := self._until - time.perf_counter()) > 0:
            time.sleep(left)
        began = time.perf_counter()
        try:
            return in_short_turns(work)
        finally:
            ended = time.perf_counter()
            self._until = ended + min(LONGEST_REST, self._times * (ended - began))
