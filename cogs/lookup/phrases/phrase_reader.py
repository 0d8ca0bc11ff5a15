"""Reads the normalised words of one question for phrases, and remembers which words it understood. Pure."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from cogs.lookup.phrases.patterns import Phrases, PhraseTable
from db.record.lazy_pattern import LazyPattern

_Key = TypeVar("_Key", bound=Hashable)


class PhraseReader:
    """Reads one question, and remembers what words it understood. What is found ``together`` is found in one step."""

    def __init__(self, joined: str, together: PhraseTable[Phrases]) -> None:
        self.joined = joined
        self.understood: set[str] = set()
        self._together = together
        self._found = together.found(joined)

    def has(self, pattern: Phrases) -> bool:
        """Whether one of the phrases is said; all their words are understood."""
        found = self._found.get(pattern)
        if found is None:
            found = [] if pattern in self._together else [*pattern.finditer(self.joined)]
        self._understand(found)
        return bool(found)

    @property
    def found_anything(self) -> bool:
        """Whether any of the phrases that are found together is said, or anything was understood."""
        return bool(self._found or self.understood)

    def drop(self, pattern: Phrases) -> None:
        """Leave out what says nothing that narrows, and remember that it was understood."""
        if self.has(pattern):
            self.joined = pattern.sub("", self.joined)
            self._found = self._together.found(self.joined)

    def leave_out(self, said: str) -> None:
        """Leave out what was understood by other means than phrases."""
        self.understood.update(said.split())
        self.joined = self.joined.replace(said, " ", 1)
        self._found = self._together.found(self.joined)

    def all_of(self, table: Mapping[Phrases, _Key]) -> tuple[_Key, ...]:
        """The keys of a table whose phrases are said, in the order of those that are found together."""
        said = [pattern for pattern in self._found if pattern in table]
        for pattern in said:
            self._understand(self._found[pattern])
        return tuple(table[pattern] for pattern in said)

    def _understand(self, found: Iterable[re.Match[str]]) -> None:
        for match in found:
            self.understood.update(match.group().split())

    def first(self, pattern: LazyPattern) -> re.Match[str] | None:
        """The first place where a pattern fits."""
        match = pattern.search(self.joined)
        if match:
            self.understood.update(match.group().split())
        return match
