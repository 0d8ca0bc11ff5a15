"""Remembering what was made of a text, without letting long texts fill the memory. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Made = TypeVar("_Made")
_Asked = TypeVar("_Asked")
_LAST = 4


def remembered(entries: int, longest: int) -> Callable[[Callable[[str], _Made]], Callable[[str], _Made]]:
    """A cache for a function of one text: the last so many texts of so many characters at most.

    What is made of a longer text is made anew each time, so that the cache is bounded in bytes too.
    """

    def decorate(make: Callable[[str], _Made]) -> Callable[[str], _Made]:
        # The look-up itself, with no call of Python's around it: it is made some hundred times a question.
        return _Kept(make, entries, longest).__getitem__

    return decorate


def of_the_last(make: Callable[[_Asked], _Made]) -> Callable[[_Asked], _Made]:
    """A cache for a function of a value that does not change: what was made of the last four of them.

    Each is known by being itself, not by what it holds: that is seen at once, however much it holds. So what is made
    must not be changed by whoever gets it.
    """
    kept: tuple[tuple[_Asked, _Made], ...] = ()

    @wraps(make)
    def made_once(asked: _Asked) -> _Made:
        nonlocal kept
        for known, made in kept:
            if known is asked:
                return made
        made = make(asked)
        kept = ((asked, made), *kept[: _LAST - 1])
        return made

    return made_once


class _Kept(dict[str, _Made]):
    """What was made of texts: when half of the entries are used, they are put aside, and those used again come back."""

    def __init__(self, make: Callable[[str], _Made], entries: int, longest: int) -> None:
        super().__init__()
        self._make, self._half, self._longest = make, entries // 2, longest
        self._aside: dict[str, _Made] = {}

    def __missing__(self, text: str) -> _Made:
        if len(text) > self._longest:
            return self._make(text)
        aside = self._aside  # another thread may put it in another's place
        made = aside[text] if text in aside else self._make(text)
        if len(self) >= self._half:
            self._aside = dict(self)
            self.clear()
        self[text] = made
        return made
