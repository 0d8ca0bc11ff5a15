"""Hearings: when they begin and end, what is to come, and that one keeps its name when it is moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from db.record.act_kinds import ActKind
from db.record.hearings import coming, hearings_of
from db.record.models import Act, PartialDate, Record, Tie
from db.record.register import Register
from db.record.states import read_states
from db.record.time_zones import STATE_ZONES, US_ZONES, is_time_zone, only_zone, usual_zone

DAY = date(2026, 12, 3)
TIE = "juneau-ak--vladivostok"


def proposal(tie: Tie, name: str = "first", **changes: object) -> Act:
    """A proposal of 20 November 2026 that is heard on 3 December."""
    made = replace(
        tie.acts[0],
        id=name,
        date=PartialDate(date(2026, 11, 20)),
        kind=ActKind.PROPOSED,
        said=None,
        replaces=None,
        hearing=DAY,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def with_acts(register: Register, *acts: Act) -> Tie:
    """Juneau's tie with these acts behind its own, in the register."""
    tie = register.tie(TIE)
    changed = replace(tie, acts=(*tie.acts, *acts))
    register.replace_tie(changed)
    return changed


@pytest.fixture
def known(frozen_record: Record) -> Register:
    """The small record of the tests, to be changed."""
    return Register(frozen_record)


@pytest.fixture
def tie(known: Register) -> Tie:
    return known.tie(TIE)


def test_a_time_is_by_the_clocks_of_its_zone(known: Register, tie: Tie) -> None:
    timed = proposal(tie, hearing_time=time(18, 30), hearing_zone="America/Juneau")
    (found,) = hearings_of(with_acts(known, timed), known)
    assert found.starts == datetime(2026, 12, 4, 3, 30, tzinfo=UTC)
    assert found.ends == datetime(2026, 12, 4, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(("day", "hour"), [(date(2027, 3, 13), 8), (date(2027, 3, 15), 7)])
def test_summer_time_moves_the_moment_and_not_the_clock(known: Register, tie: Tie, day: date, hour: int) -> None:
    timed = proposal(tie, hearing=day, hearing_time=time(0, 0), hearing_zone="America/Los_Angeles")
    (found,) = hearings_of(with_acts(known, timed), known)
    assert found.starts == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def test_a_day_without_a_time_is_over_with_that_day_where_it_is_held(known: Register, tie: Tie) -> None:
    with_acts(known, proposal(tie))
    over = datetime(2026, 12, 4, 9, tzinfo=UTC)  # midnight in Juneau
    (found,) = coming(known, over - timedelta(seconds=1))
    assert found.starts is None
    assert found.ends == over
    assert coming(known, over) == ()


def test_a_hearing_keeps_its_name_when_it_is_moved(known: Register, tie: Tie) -> None:
    moved = proposal(tie, "second", hearing=date(2026, 12, 10), replaces="first", replaces_why="It was put off.")
    again = proposal(tie, "third", hearing=date(2026, 12, 17), replaces="second", replaces_why="And again.")
    (found,) = hearings_of(with_acts(known, proposal(tie), moved, again), known)
    assert (found.name, found.version, found.day) == ("first", 2, date(2026, 12, 17))


def test_what_was_decided_on_or_withdrawn_is_heard_no_more(known: Register, tie: Tie) -> None:
    decided = proposal(tie, "ended", kind=ActKind.ENDED, hearing=None)
    assert not list(hearings_of(with_acts(known, proposal(tie), decided), known))
    withdrawn = replace(tie, acts=(*tie.acts, proposal(tie, retracted="It never was.")))
    assert not list(hearings_of(withdrawn, known))


def test_what_is_cancelled_is_still_told_until_its_day_is_over(known: Register, tie: Tie) -> None:
    with_acts(known, proposal(tie, hearing_cancelled=True))
    (found,) = coming(known, datetime(2026, 12, 1, tzinfo=UTC))
    assert found.is_cancelled


def test_every_state_has_its_zones_and_every_zone_is_one(register: Register) -> None:
    assert set(register.record.states) <= set(STATE_ZONES)
    assert all(is_time_zone(zone) for zones in STATE_ZONES.values() for zone in zones)
    assert all(is_time_zone(zone) for zone in US_ZONES)
    assert read_states("Oregon", register).codes == ("OR",)
    assert (only_zone("OR"), usual_zone("OR"), only_zone("WA")) == (
        None,
        "America/Los_Angeles",
        "America/Los_Angeles",
    )


@pytest.mark.parametrize("name", ["", "PST", "Moon/Crater", "../etc/passwd", "/etc/localtime", "UTC"])
def test_what_names_no_place_is_no_zone_of_a_hearing(name: str) -> None:
    assert not is_time_zone(name)
