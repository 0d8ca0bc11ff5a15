"""Which of the Census Bureau's four parts of the country a tie's U.S. place lies in: each state is in one. Pure."""

from __future__ import annotations

from db.record.models import Tie
from db.record.register import Register

_CENSUS = ("northeast", "midwest", "south", "west")


def part_of_the_country(tie: Tie, register: Register) -> str:
    """The name of the part in which a tie's U.S. place lies."""
    state, regions = register.state_of(tie), (register.record.regions[name] for name in _CENSUS)
    return next((region.name for region in regions if state in region.states), "")
