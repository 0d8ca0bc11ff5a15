"""Where an act stands among the others of its tie, and what it is called there. Pure."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import count

from db.record.act_kinds import ActKind
from db.record.models import Act, PartialDate, Tie


def act_id(tie_id: str, date: PartialDate, kind: ActKind, number: int = 1) -> str:
    """The id of an act: its tie, its date without hyphens, its kind, and a number from the second of that name on."""
    name = f"{tie_id}.{str(date).replace('-', '')}.{kind}"
    return name if number == 1 else f"{name}-{number}"


def free_act_id(tie: Tie, date: PartialDate, kind: ActKind) -> str:
    """The id of a new act: the usual one, or the next with a number that no act of the tie has."""
    taken = {act.id for act in tie.acts}
    return next(name for number in count(1) if (name := act_id(tie.id, date, kind, number)) not in taken)


def free_listing_id(tie_id: str, taken: Container[str]) -> str:
    """The id of a new listing: its tie and the first number that is not taken."""
    return next(name for number in count(1) if (name := f"{tie_id}.listing.{number}") not in taken)


def places_for(acts: Sequence[Act], new: PartialDate) -> range:
    """The positions that a date allows among acts in their order: after those before it, and not after later ones."""
    highest = position_for(acts, new)
    lowest = 1 + max((number for number, act in enumerate(acts[:highest]) if act.date.last < new.first), default=-1)
    return range(lowest, highest + 1)


def position_for(acts: Sequence[Act], new: PartialDate) -> int:
    """Where a new act goes among acts in their order: after the last one that its date allows."""
    return 1 + max((number for number, act in enumerate(acts) if act.date.first <= new.last), default=-1)
