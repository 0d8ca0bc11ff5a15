"""Reads the normalised words of one question for phrases, and remembers which words it understood. Pure."""

from __future__ import annotations

import re
from collections.abc import Hashable
from itertools import chain
from typing import TypeVar

from cogs.lookup.patterns import Phrases, PhraseTable

_Key = TypeVar("_Key", bound=Hashable)


class PhraseReader:
    """Reads one question, and remembers what words it understood."""

    def __init__(self, joined: str) -> None:
        self.joined = joined
        self.understood: set[str] = set()

    def has(self, pattern: Phrases) -> bool:
        """Whether one of the phrases is said; all their words are understood."""
        found = list(pattern.finditer(self.joined))
        for match in found:
            self.understood.update(match.group().split())
        return bool(found)

    def drop(self, pattern: Phrases) -> None:
        """Leave out what says nothing that narrows, and remember that it was understood."""
        if self.has(pattern):
            self.joined = pattern.sub("", self.joined)

    def all_of(self, table: PhraseTable[_Key]) -> tuple[_Key, ...]:
        """The keys of a table whose phrases are said, in its order."""
        found = table.found(self.joined)
        for match in chain.from_iterable(found.values()):
            self.understood.update(match.group().split())
        return tuple(found)

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first place where a pattern fits."""
        match = pattern.search(self.joined)
        if match:
            self.understood.update(match.group().split())
        return match
