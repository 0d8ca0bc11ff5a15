"""Which known word a mistyped one is like. Pure."""

from __future__ import annotations

from collections.abc import Iterable


def near_miss(typed: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word most like what was typed, if any is so alike, of 1. What compares them loads with the first."""
    from difflib import get_close_matches

    found = get_close_matches(typed, list(known), n=1, cutoff=likeness)
    return found[0] if found else None
