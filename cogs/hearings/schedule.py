"""When a hearing is reminded of, and what has to be done about it now. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import Enum, StrEnum

from db.record.hearings import Hearing
from db.record.values import value
from db.store.hearing_models import HearingPlan, LeadDone

# A day has no hours before it: what is only known by its day is reminded of in the morning, where it is held.
MORNING = time(9)
# When a reminder is this much behind its moment, it says that it is late.
PUNCTUAL = timedelta(hours=1)
# When a channel is asked what came of it, and up to when after an outage.
ASKED_AFTER = timedelta(hours=12)
ASKED_WITHIN = timedelta(days=7)


class Lead(StrEnum):
    """How long before a hearing it is reminded of, the longest first. The values stand in keys of the outbox."""

    WEEK = "7d"
    DAY = "1d"
    HOURS = "2h"


_BEFORE: Mapping[Lead, timedelta] = {
    Lead.WEEK: timedelta(days=7),
    Lead.DAY: timedelta(days=1),
    Lead.HOURS: timedelta(hours=2),
}


class Change(Enum):
    """What became of a hearing that is looked after."""

    MENDED = "something else about it"
    MOVED = "another day, time or place"
    CANCELLED = "it does not take place"
    WITHDRAWN = "it is no longer on record"
    DECIDED = "the tie was decided on before it"


@value
class See:
    """A hearing is seen as it is now, for the first time or after a change; ``change`` is None for the first time."""

    hearing: Hearing
    plan: HearingPlan
    change: Change | None = None
    before: HearingPlan | None = None


@value
class SendReminder:
    """A reminder has its turn; it is told, or passed over."""

    hearing: Hearing
    lead: Lead
    is_told: bool


@value
class AskOutcome:
    """A hearing is over, and nothing says what came of it. It is closed; the question is asked if it is not too old."""

    hearing: Hearing
    is_asked: bool


@value
class Drop:
    """A hearing is no longer one that is looked after."""

    plan: HearingPlan
    change: Change


Step = See | SendReminder | AskOutcome | Drop


def moment_of(hearing: Hearing) -> str:
    """When a hearing is, as a text: its moment in UTC, or its day."""
    return hearing.starts.isoformat() if hearing.starts else hearing.day.isoformat()


def due_at(hearing: Hearing, lead: Lead) -> datetime | None:
    """When a hearing is reminded of; None for hours before what has no time of day."""
    if hearing.starts is not None:
        return hearing.starts - _BEFORE[lead]
    if lead is Lead.HOURS:
        return None
    return hearing.local(hearing.day - _BEFORE[lead], MORNING)


def is_worth_telling(hearing: Hearing, lead: Lead, now: datetime) -> bool:
    """Whether a reminder still says what is to come: the hearing has not begun, and no later reminder is due."""
    begins = hearing.starts or hearing.ends
    later = (due for other in _later(lead) if (due := due_at(hearing, other)) is not None)
    return now < begins and not hearing.is_cancelled and all(now < due for due in later)


def is_late(hearing: Hearing, lead: Lead, now: datetime) -> bool:
    """Whether a reminder comes well after its moment."""
    due = due_at(hearing, lead)
    return due is not None and now - due > PUNCTUAL


def steps(
    hearings: Iterable[Hearing],
    plans: Mapping[str, HearingPlan],
    done: Collection[LeadDone],
    closed: Collection[str],
    now: datetime,
    gone: Mapping[str, Change],
) -> Iterator[Step]:
    """What has to be done now. ``hearings`` are those of the record that nothing has decided, past ones too; ``gone``
    says of other hearings that are looked after why they are not among them.
    """
    found = {hearing.name: hearing for hearing in hearings}
    for name, hearing in found.items():
        if name in closed and hearing.ends <= now:
            continue
        plan = plans.get(name)
        if plan is None and hearing.ends <= now:
            continue
        seen = _seen(hearing, plan, now)
        if seen is not None:
            yield seen
        yield from _due(hearing, seen.plan if seen else plan, done, now)
    for name, plan in plans.items():
        if name not in found:
            yield Drop(plan, gone.get(name, Change.WITHDRAWN))


def _seen(hearing: Hearing, plan: HearingPlan | None, now: datetime) -> See | None:
    fresh = HearingPlan(
        hearing.name, hearing.tie.id, hearing.act.id, moment_of(hearing), hearing.is_cancelled, seen_at=now
    )
    if plan is None:
        return See(hearing, fresh)
    if plan.act == fresh.act:
        return None
    change = _change(hearing, plan, fresh)
    if plan.moment == fresh.moment:
        fresh = replace(fresh, seen_at=plan.seen_at)
    return See(hearing, fresh, change, plan)


def _change(hearing: Hearing, plan: HearingPlan, fresh: HearingPlan) -> Change:
    if fresh.is_cancelled:
        return Change.MENDED if plan.is_cancelled else Change.CANCELLED
    before = next((act for act in hearing.tie.acts if act.id == plan.act), None)
    elsewhere = before is not None and before.hearing_place != hearing.act.hearing_place
    return Change.MOVED if plan.moment != fresh.moment or plan.is_cancelled or elsewhere else Change.MENDED


def _due(hearing: Hearing, plan: HearingPlan | None, done: Collection[LeadDone], now: datetime) -> Iterator[Step]:
    if plan is None:
        return
    for lead in Lead:
        due = due_at(hearing, lead)
        if due is not None and due <= now and (hearing.name, plan.moment, lead.value) not in done:
            yield SendReminder(hearing, lead, due >= plan.seen_at and is_worth_telling(hearing, lead, now))
    if now >= hearing.ends + ASKED_AFTER:
        yield AskOutcome(hearing, not hearing.is_cancelled and now < hearing.ends + ASKED_WITHIN)


def _later(lead: Lead) -> list[Lead]:
    known = list(Lead)
    return known[known.index(lead) + 1 :]
