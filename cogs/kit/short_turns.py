"""Work in a thread that gives way to the event loop. Pure."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

T = TypeVar("T")

# How long a thread keeps the interpreter while the event loop wants it, in seconds: a tenth of what is usual, as a
# command is many short turns of the loop, and each would wait as long.
TURN = 0.0005

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
