"""What the acts of a tie say about its standing, by written rules. Pure.

The rules (docs/record.md gives them in full, with examples):

1. Acts are taken in the order of the record. A retracted act, and one that a standing act replaces, say nothing.
2. ``kept``, ``confirmed`` and ``resumed`` make a tie active, if they may be of 24 February 2022 or later.
   ``suspended``, ``ended`` and ``dormant`` make it what they say. Proposals and statements say nothing.
3. After a suspension or an ending only ``resumed``, or another suspension or ending, changes the standing: a mayor's
   wish or an association that carries on lifts nothing, and a report without contact takes nothing back.
4. An act that ``disputes`` a standing act makes the tie disputed, until a later act bears on it under rule 3.
5. Nothing that bears on it: unconfirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.models import Act, ActKind, Grade, Search, Source, Standing, Tie

INVASION = date(2022, 2, 24)
CURRENT_DAYS = 180
AGEING_DAYS = 540

_BEARS = {
    ActKind.CONFIRMED: Standing.ACTIVE,
    ActKind.KEPT: Standing.ACTIVE,
    ActKind.RESUMED: Standing.ACTIVE,
    ActKind.SUSPENDED: Standing.SUSPENDED,
    ActKind.ENDED: Standing.ENDED,
    ActKind.DORMANT: Standing.DORMANT,
}
_DECIDED = {Standing.SUSPENDED, Standing.ENDED}
_LIFTS_NOTHING = {ActKind.KEPT, ActKind.CONFIRMED, ActKind.DORMANT}


class Freshness(StrEnum):
    CURRENT = "current"
    AGEING = "ageing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Status:
    """A standing and the act it follows from. ``against`` is the act that disputes it; both are None if unconfirmed."""

    standing: Standing = Standing.UNCONFIRMED
    basis: Act | None = None
    against: Act | None = None


def standing_acts(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that still count: neither retracted nor replaced by an act that itself was not retracted."""
    kept = [act for act in acts if act.retracted is None]
    replaced = {act.replaces for act in kept}
    return tuple(act for act in kept if act.id not in replaced)


def derive(tie: Tie) -> Status:
    """The standing of a tie, from its acts in their order (the module's rules)."""
    acts = standing_acts(tie.acts)
    by_id = {act.id: act for act in acts}
    held = Standing.UNCONFIRMED
    status = Status()
    for act in acts:
        if act.disputes in by_id:
            status = Status(Standing.DISPUTED, by_id[act.disputes], act)
            continue
        said = _BEARS.get(act.kind)
        if said is None or (said is Standing.ACTIVE and act.date.last < INVASION):
            continue
        if held in _DECIDED and act.kind in _LIFTS_NOTHING:
            continue
        held = said
        status = Status(said, act)
    return status


def freshness(act: Act, today: date) -> Freshness:
    """How old the word of an act is on ``today``; an imprecise date counts from its last possible day."""
    age = (today - act.date.last).days
    if age <= CURRENT_DAYS:
        return Freshness.CURRENT
    return Freshness.AGEING if age <= AGEING_DAYS else Freshness.STALE


def is_thin(act: Act, sources: Mapping[str, Source]) -> bool:
    """Whether the evidence is less than grade A, or B, or two independent C (copies of one text count once)."""
    found = [sources[name] for name in act.sources if name in sources]
    if any(source.grade in {Grade.A, Grade.B} for source in found):
        return False
    return len({source.mirror_of or source.publisher for source in found if source.grade is Grade.C}) < 2


def last_search(tie: Tie) -> Search | None:
    """The newest search for news of a tie, or None if nobody has looked. A month counts from its first day."""
    return max(tie.searches, key=lambda search: search.date.first, default=None)
