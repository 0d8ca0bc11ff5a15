"""Patterns that are compiled when they are first used: long ones would hold up every start. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol


def any_of(texts: Iterable[str]) -> str:
    """A regular expression of some texts, the longest that fits first; what begins alike is looked at once."""
    behind: dict[str, list[str]] = {}
    for text in texts:
        behind.setdefault(text[:1], []).append(text[1:])
    parts = [re.escape(first) + any_of(rest) for first, rest in behind.items() if first]
    if "" in behind:
        return f"(?:{'|'.join(parts)})?" if parts else ""
    return f"(?:{'|'.join(parts)})" if len(parts) > 1 else parts[0]


class _Search(Protocol):
    def __call__(self, text: str, begin: int = 0, end: int = ..., /) -> re.Match[str] | None: ...


class LazyPattern:
    """What ``re.compile`` takes, and the searches that it gives: each is kept, so that only the first takes longer."""

    __slots__ = ("_compiled", "_flags", "_text", "findall", "finditer", "fullmatch", "match", "search", "sub")

    findall: Callable[[str], list[Any]]
    finditer: Callable[[str], Iterator[re.Match[str]]]
    fullmatch: _Search
    match: _Search
    search: _Search
    sub: Callable[[str | Callable[[re.Match[str]], str], str], str]

    def __init__(self, text: str, flags: int = 0) -> None:
        self._text, self._flags = text, flags
        self._compiled: re.Pattern[str] | None = None

    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        if self._compiled is None:
            self._compiled = re.compile(self._text, self._flags)
        return self._compiled

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A search that was not used yet. Raises AttributeError for what is none."""
            found = getattr(self.compiled(), name)
            setattr(self, name, found)
            return found


class LazyPatterns:
    """The patterns of a module that has many: what would hold up the first to need them is made ready beside it."""

    def __init__(self) -> None:
        self._all: list[LazyPattern] = []

    def compile(self, text: str, flags: int = 0) -> LazyPattern:
        """One more of them."""
        self._all.append(LazyPattern(text, flags))
        return self._all[-1]

    def make_ready(self) -> None:
        """Compile those that were not needed yet."""
        for each in self._all:
            each.compiled()
