"""A pattern that is compiled when it is first used: long ones would hold up every start. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class LazyPattern:
    """What ``re.compile`` takes, and the searches that it gives."""

    text: str
    flags: int = 0

    def search(self, text: str) -> re.Match[str] | None:
        """As a compiled pattern does it."""
        return _compiled(self).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As a compiled pattern does it."""
        return _compiled(self).finditer(text)

    def sub(self, with_text: str, text: str) -> str:
        """As a compiled pattern does it, but for the escapes of what is put in."""
        return _compiled(self).sub(lambda _found: with_text, text)

    def match(self, text: str) -> re.Match[str] | None:
        """As a compiled pattern does it."""
        return _compiled(self).match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As a compiled pattern does it."""
        return _compiled(self).fullmatch(text)


@lru_cache(maxsize=256)
def _compiled(pattern: LazyPattern) -> re.Pattern[str]:
    return re.compile(pattern.text, pattern.flags)
