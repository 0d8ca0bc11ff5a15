"""What lookups say of ties with Ukraine, each as its source has it. Pure."""

from __future__ import annotations

from cogs.wording.blocks import Line
from cogs.wording.dates import when
from cogs.wording.english import (
    closed,
    paragraph,
    plural,
)
from db.record.models import UkraineTie

# Headings.

UKRAINIAN_PARTNERS = "Ukrainian partners"


# Ties with Ukraine.

_OF_STATE = "(state)"
_AS_OF_SOURCE = {
    "active": "active",
    "intent": "announced as an intention",
    "unknown": "whether it stands is not known",
}


def ukrainian_partner(tie: UkraineTie, marks: str) -> Line:
    """A tie with Ukraine, as of its source."""
    partner = f"{tie.ua_name}, Ukraine ({tie.ua_note})" if tie.ua_note else f"{tie.ua_name}, Ukraine"
    status = _AS_OF_SOURCE.get(tie.status, tie.status)
    if tie.since:
        told = f"{partner}, since {when(tie.since)}; by its source, {status}{marks}."
    else:
        told = f"{partner}; by its source, {status}{marks}."
    weak = "This rests on one weak source." if tie.weak else ""
    place = f"State of {tie.us_state}" if tie.us_name.endswith(_OF_STATE) else f"{tie.us_name}, {tie.us_state}"
    return Line(f" {paragraph([told, weak])}", f"{place}:")


def ukrainian_ties(number: int) -> str:
    """How many are known."""
    return f"On record are {plural(number, 'U.S. tie')} with Ukraine, each as its source has it and not as of today."


def ukrainian_ties_of_a_time(number: int, undated: int) -> str:
    """How many of them were made in the time asked for, and of how many it is not known when they were made."""
    made = f"Made in the period you ask about: {number}." if number else "None is dated in the period you ask about."
    return f"{made} For {undated} no date is on record."


NONE_OF_PLACES_ASKED_FOR = "None of them is of a place that you asked about; others are, for example:"


def in_ukraine(name: str) -> str:
    """That a place is Ukrainian."""
    return f"{closed(name)} is in Ukraine, not in Russia."


def ukrainian_partners_of(name: str) -> str:
    """What comes before the partners of a Ukrainian place."""
    return f"On record as U.S. partners of {name}, each as its source has it:"


# Other countries.


def no_american_partner(name: str) -> str:
    """That a Ukrainian place has no partner in the United States on record."""
    return f"No U.S. partner of {name} is on record here."


def no_ukrainian_partner(name: str) -> str:
    """That a U.S. place has no Ukrainian partner on record."""
    return f"No Ukrainian partner of {name} is on record here."
