"""What a listing may show, and how each is told. Pure. Nothing else in the project lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class Shows(StrEnum):
    """What a listing shows: both places as partners; that it was so; one side only; the partners without this one."""

    PAIR = "pair"
    PAST = "past"
    UNCLEAR = "unclear"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowsFacts:
    """What is known of it. ``label`` tells it behind the date of a page."""

    label: str


SHOWS = complete(
    Shows,
    {
        Shows.PAIR: ShowsFacts(label="names the two as partners"),
        Shows.PAST: ShowsFacts(label="says that there was a tie"),
        Shows.UNCLEAR: ShowsFacts(label="does not show the pair clearly"),
        Shows.ABSENT: ShowsFacts(label="names partners without this one"),
    },
)
