"""The words of what was found in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable


def words_matched(found: Iterable[re.Match[str]]) -> frozenset[str]:
    """All words of some places of a text."""
    return frozenset(word for match in found for word in match.group().split())
