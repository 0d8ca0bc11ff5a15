"""What lists say of ties held against each other, and of who has the most. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from cogs.wording.english import (
    series_apart,
)

# Headings.

TIES_BY_STATE = "Ties by state"


# Lists.


def by_state(counts: Iterable[tuple[str, int]]) -> str:
    """How many ties each state has."""
    return f"{series_apart(f'{name} {count}' for name, count in counts)}."
