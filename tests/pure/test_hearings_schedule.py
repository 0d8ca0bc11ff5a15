"""When hearings are reminded of, to the second, and what becomes of it when they move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from cogs.hearings.schedule import (
    ASKED_AFTER,
    ASKED_WITHIN,
    PUNCTUAL,
    AskOutcome,
    Change,
    Drop,
    Lead,
    See,
    SendReminder,
    Step,
    due_at,
    is_late,
    is_worth_telling,
    moment_of,
    steps,
)
from db.record.hearings import Hearing, hearings_of
from db.record.models import Act
from db.record.register import Register
from db.store.hearing_models import HearingPlan, LeadDone
from tests.pure.test_record_hearings import TIE, known, proposal, with_acts

__all__ = ["known"]
SECOND = timedelta(seconds=1)
STARTS = datetime(2026, 12, 4, 3, 30, tzinfo=UTC)
LEADS = {Lead.WEEK: timedelta(days=7), Lead.DAY: timedelta(days=1), Lead.HOURS: timedelta(hours=2)}
RECORDED = datetime(2026, 11, 20, tzinfo=UTC)


def hearing(known: Register, *later: Act, **changes: object) -> Hearing:
    """A hearing of half past six in Juneau on 3 December, with acts behind it."""
    timed = {"hearing_time": time(18, 30), "hearing_zone": "America/Juneau"} | changes
    tie = with_acts(known, proposal(known.tie(TIE), **timed), *later)  # type: ignore[arg-type]
    (found,) = hearings_of(tie, known)
    return found


def plan_of(found: Hearing, seen: datetime = RECORDED) -> HearingPlan:
    """How it was first seen."""
    return HearingPlan(found.name, TIE, found.act.id, moment_of(found), found.is_cancelled, seen)


def due(found: Hearing, now: datetime, plan: HearingPlan | None = None, done: Iterable[LeadDone] = ()) -> list[Step]:
    """What is to be done of one hearing that is looked after."""
    plan = plan or plan_of(found)
    return list(steps([found], {plan.hearing: plan}, frozenset(done), frozenset(), now, {}))


def told(found: list[Step]) -> list[Lead]:
    """The reminders that are sent."""
    return [step.lead for step in found if isinstance(step, SendReminder) and step.is_told]


@pytest.mark.parametrize("lead", list(Lead))
def test_each_reminder_has_its_turn_to_the_second(known: Register, lead: Lead) -> None:
    found = hearing(known)
    moment = STARTS - LEADS[lead]
    assert due_at(found, lead) == moment
    done = [(found.name, moment_of(found), other.value) for other in Lead if LEADS[other] > LEADS[lead]]
    assert not due(found, moment - SECOND, done=done)
    assert told(due(found, moment, done=done)) == [lead]
    assert not due(found, moment, done=[*done, (found.name, moment_of(found), lead.value)])


def test_a_day_without_a_time_is_reminded_of_in_the_morning_where_it_is(known: Register) -> None:
    found = hearing(known, hearing_time=None, hearing_zone=None)
    assert due_at(found, Lead.WEEK) == datetime(2026, 11, 26, 18, tzinfo=UTC)  # 9 am in Juneau
    assert due_at(found, Lead.DAY) == datetime(2026, 12, 2, 18, tzinfo=UTC)
    assert due_at(found, Lead.HOURS) is None


def test_after_an_outage_only_the_newest_reminder_is_told(known: Register) -> None:
    found = hearing(known)
    assert told(due(found, STARTS - timedelta(hours=20))) == [Lead.DAY]
    assert told(due(found, STARTS - timedelta(hours=1))) == [Lead.HOURS]
    passed = [step for step in due(found, STARTS - timedelta(hours=1)) if isinstance(step, SendReminder)]
    assert [step.lead for step in passed] == list(Lead)


def test_nothing_is_reminded_of_once_it_has_begun(known: Register) -> None:
    found = hearing(known)
    assert is_worth_telling(found, Lead.HOURS, STARTS - SECOND)
    assert not is_worth_telling(found, Lead.HOURS, STARTS)
    assert told(due(found, STARTS)) == []


def test_what_was_due_before_it_came_on_record_is_not_said(known: Register) -> None:
    found = hearing(known)
    week = STARTS - LEADS[Lead.WEEK]
    assert told(due(found, week + SECOND, plan_of(found, seen=week))) == [Lead.WEEK]
    assert told(due(found, week + SECOND, plan_of(found, seen=week + SECOND))) == []


def test_a_reminder_that_is_late_says_so(known: Register) -> None:
    found = hearing(known)
    moment = STARTS - LEADS[Lead.DAY]
    assert not is_late(found, Lead.DAY, moment + PUNCTUAL)
    assert is_late(found, Lead.DAY, moment + PUNCTUAL + SECOND)


def test_a_moved_hearing_is_reminded_of_anew_and_a_mended_one_is_not(known: Register) -> None:
    first = hearing(known)
    plan, week = plan_of(first), STARTS - LEADS[Lead.WEEK]
    done = [(first.name, moment_of(first), Lead.WEEK.value)]
    mended = proposal(
        known.tie(TIE), "second", hearing_time=time(18, 30), hearing_zone="America/Juneau", hearing_speak="Call."
    )
    mended = replace(mended, replaces="first")
    (now_mended,) = hearings_of(with_acts(known, mended), known)
    (seen,) = due(now_mended, week + SECOND, plan, done)
    assert isinstance(seen, See)
    assert (seen.change, seen.plan.seen_at) == (Change.MENDED, RECORDED)

    moved = replace(mended, id="third", replaces="second", hearing=date(2026, 12, 10))
    (now_moved,) = hearings_of(with_acts(known, moved), known)
    (seen,) = due(now_moved, week + SECOND, seen.plan, done)
    assert isinstance(seen, See)
    assert (seen.change, seen.plan.seen_at) == (Change.MOVED, week + SECOND)
    later = week + timedelta(days=7)
    assert told(due(now_moved, later, seen.plan, done)) == [Lead.WEEK]


def test_a_cancelled_hearing_is_not_reminded_of(known: Register) -> None:
    first = hearing(known)
    off = replace(first.act, id="second", replaces="first", hearing_cancelled=True)
    (cancelled,) = hearings_of(with_acts(known, off), known)
    found = due(cancelled, STARTS - timedelta(hours=1), plan_of(first))
    assert [step.change for step in found if isinstance(step, See)] == [Change.CANCELLED]
    assert told(found) == []


def test_it_is_asked_once_what_came_of_it(known: Register) -> None:
    found = hearing(known)
    done = [(found.name, moment_of(found), lead.value) for lead in Lead]
    after = found.ends + ASKED_AFTER
    assert not due(found, after - SECOND, done=done)
    assert due(found, after, done=done) == [AskOutcome(found, True)]
    assert due(found, found.ends + ASKED_WITHIN, done=done) == [AskOutcome(found, False)]
    assert not list(steps([found], {}, frozenset(), {found.name}, after, {}))


def test_what_is_gone_is_dropped_with_why(known: Register) -> None:
    plan = plan_of(hearing(known))
    now = STARTS - timedelta(days=3)
    assert list(steps([], {"first": plan}, (), (), now, {})) == [Drop(plan, Change.WITHDRAWN)]
    decided = {"first": Change.DECIDED}
    assert list(steps([], {"first": plan}, (), (), now, decided)) == [Drop(plan, Change.DECIDED)]


def test_a_hearing_that_was_over_before_it_came_on_record_is_let_be(known: Register) -> None:
    found = hearing(known)
    assert not list(steps([found], {}, (), (), found.ends, {}))
    first, *passed = steps([found], {}, (), (), STARTS - timedelta(hours=3), {})
    assert isinstance(first, See)
    assert [step.lead for step in passed if isinstance(step, SendReminder)] == [Lead.WEEK, Lead.DAY]
    assert told(passed) == []
