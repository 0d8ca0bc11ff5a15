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
    there is something to say. ``asked`` are the phrases that ask for it, in the notation of ``cogs/lookup/phrases``;
    empty for none.
    """

    label: str
    noun: str
    note: str = ""
    asked: str = ""


LEVELS = complete(
    Level,
    {
        Level.SISTER_CITY: LevelFacts(
            label="sister cities",
            noun="sister-city tie",
            asked="sister cit(y|ies) proper; (proper|full|actual|true) sister cities",
        ),
        Level.FRIENDSHIP: LevelFacts(
            label="friendship",
            noun="friendship tie",
            asked="friendship (city|cities|ties?|towns?|agreements?|pacts?|deals?|ones|or|and); friendships",
        ),
        Level.PARTNERSHIP: LevelFacts(
            label="partnership",
            noun="partnership",
            note="It is on record as a partnership agreement, not as a sister-city tie.",
            asked=(
                "partnership (agreements?|ties?|cities|deals?|ones|only); partnerships only; "
                "(arent|isnt|werent|not|never|non) ..1 (really|actually|technically|strictly|formally|quite) "
                "..1 sister cit(y|ies); other than sister cit(y|ies); "
                "не ..1 (справж*|повноцін*|зовсім|формаль*|настоящ*|полноцен*|совсем) ..2 побрат*"
            ),
        ),
        Level.SISTER_COUNTY: LevelFacts(
            label="sister counties",
            noun="sister-county tie",
            asked="sister count(y|ies)",
        ),
        Level.SISTER_STATE: LevelFacts(
            label="sister states",
            noun="sister-state tie",
            asked="sister states?; state (to|level) (state )?ties",
        ),
    },
)
