"""Which count of signatures is worth telling, and when one was passed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.record.values import value

STEP = 2_500


@value
class PetitionReading:
    """What the petition's page showed. ``as_of`` is None where the copy that was read bore no date."""

    count: int
    goal: int
    as_of: date | None


def milestone_passed(before: Sequence[PetitionReading], now: PetitionReading) -> int | None:
    """The highest count worth telling that a reading passed and none before it had; None if it passed none.

    Worth telling are every 2,500 and the goal by the last reading: a goal that was moved meanwhile, by a reading that
    does not reach it as it was, is nothing new. Without an earlier reading nothing was passed.
    """
    if not before:
        return None
    highest = max(reading.count for reading in before)
    passed = [*range(STEP * (highest // STEP + 1), now.count + 1, STEP), before[-1].goal]
    return max((count for count in passed if highest < count <= now.count), default=None)
