"""What a search for news may have brought, and how each is told. Pure. Nothing else in the project lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class SearchOutcome(StrEnum):
    """What came of a search: the first of a tie; what was known, again; a correction; nothing more than was known."""

    FIRST = "first search"
    AGREED = "agreed"
    CORRECTED = "corrected"
    NOTHING_FURTHER = "nothing further found"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOutcomeFacts:
    """What is known of it. ``word`` tells it behind where was searched."""

    word: str


SEARCH_OUTCOMES = complete(
    SearchOutcome,
    {
        SearchOutcome.FIRST: SearchOutcomeFacts(word="first search"),
        SearchOutcome.AGREED: SearchOutcomeFacts(word="found the same again"),
        SearchOutcome.CORRECTED: SearchOutcomeFacts(word="the record was corrected after it"),
        SearchOutcome.NOTHING_FURTHER: SearchOutcomeFacts(word="nothing further found"),
    },
)
