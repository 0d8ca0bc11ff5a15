"""A hearing as it was last seen, and the reminders that have had their turn, as values. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from db.record.values import value


@value
class HearingPlan:
    """A hearing as it was last seen. ``moment`` is when it is, as a text: another one makes its reminders new.

    ``seen_at`` is when it was first seen at that moment: what would have been said before is not.
    """

    hearing: str
    tie: str
    act: str
    moment: str
    is_cancelled: bool
    seen_at: datetime


# A reminder that has had its turn: hearing, moment and lead.
LeadDone: TypeAlias = tuple[str, str, str]
