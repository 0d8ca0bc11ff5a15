"""Remembering what was made of a text, without letting long texts fill the memory. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

_Made = TypeVar("_Made")


def remembered(entries: int, longest: int) -> Callable[[Callable[[str], _Made]], Callable[[str], _Made]]:
    """A cache for a function of one text: the last so many texts of so many characters at most.

    What is made of a longer text is made anew each time, so that the cache is bounded in bytes too.
    """

    def decorate(make: Callable[[str], _Made]) -> Callable[[str], _Made]:
        kept = lru_cache(entries)(make)

        @wraps(make)
        def call(text: str) -> _Made:
            return kept(text) if len(text) <= longest else make(text)

        return call

    return decorate
