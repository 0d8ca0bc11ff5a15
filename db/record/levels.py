"""The levels of a tie, and all that is known of each. Pure. Nothing else in the project lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class Level(StrEnum):
    """What kind of relationship a tie is."""

    SISTER_CITY = "sister_city"
    FRIENDSHIP = "friendship"
    PARTNERSHIP = "partnership"
    SISTER_COUNTY = "sister_county"
    SISTER_STATE = "sister_state"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelFacts:
    """What is known of a level.

    ``label`` names ties of it in a list, ``noun`` one tie inside a sentence. ``note`` is said of each such tie, where
    there is something to say. What asks for it in a question is in ``data/vocabulary/levels.toml``.
    """

    label: str
    noun: str
    note: str = ""


LEVELS = complete(
    Level,
    {
        Level.SISTER_CITY: LevelFacts(
            label="sister cities",
            noun="sister-city tie",
        ),
        Level.FRIENDSHIP: LevelFacts(
            label="friendship",
            noun="friendship tie",
        ),
        Level.PARTNERSHIP: LevelFacts(
            label="partnership",
            noun="partnership",
            note="It is on record as a partnership agreement, not as a sister-city tie.",
        ),
        Level.SISTER_COUNTY: LevelFacts(
            label="sister counties",
            noun="sister-county tie",
        ),
        Level.SISTER_STATE: LevelFacts(
            label="sister states",
            noun="sister-state tie",
        ),
    },
)
