"""The figures of the record: each counts what its name says, and none is counted twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import is_by_vote
from db.record.figures import coming_hearings, figures, per_cent
from db.record.models import PartialDate
from db.record.register import Register
from db.record.standings import Standing


def test_the_standings_add_up_and_what_is_left_is_what_has_not_ended(frozen_register: Register) -> None:
    found = figures(frozen_register)
    assert sum(found.standings.values()) == found.ties == len(frozen_register.record.ties)
    assert found.not_ended == found.ties - found.standings[Standing.ENDED]


def test_figures_of_some_ties_are_of_those(frozen_register: Register) -> None:
    tie = frozen_register.tie("portland-or--khabarovsk")
    found = figures(frozen_register, [tie])
    assert (found.ties, found.american, found.russian, found.states) == (1, 1, 1, 1)
    assert figures(frozen_register, []).ties == 0


def test_a_kind_is_counted_by_ties_and_not_by_acts(register: Register) -> None:
    found = figures(register)
    kept = [tie for tie in register.record.ties.values() if any(act.kind is ActKind.KEPT for act in tie.acts)]
    assert found.kinds[ActKind.KEPT] == len(kept)
    assert found.kinds[ActKind.RESUMED] == 0


def test_a_vote_is_told_from_a_word(register: Register) -> None:
    found = figures(register)
    bases = [status for name in register.record.ties if (status := register.status(name)).basis]
    for standing, many in ((Standing.ENDED, found.ended_by_vote), (Standing.ACTIVE, found.active_by_vote)):
        assert many == sum(s.standing is standing and s.basis is not None and is_by_vote(s.basis) for s in bases)
        assert 0 < many < found.standings[standing]
    assert found.named()["ended_by_vote"] == found.ended_by_vote


def test_a_hearing_is_to_come_until_its_day_or_a_decision(frozen_register: Register) -> None:
    tie = frozen_register.tie("portland-or--khabarovsk")
    day = date(2026, 12, 3)
    proposed = replace(
        tie.acts[0],
        id="proposed",
        kind=ActKind.PROPOSED,
        date=PartialDate(date(2026, 11, 20)),
        hearing=day,
        authority=Authority.COUNCIL,
    )
    ended = replace(proposed, id="ended", kind=ActKind.ENDED, hearing=None)
    waiting = replace(tie, acts=(*tie.acts, proposed))
    assert [(when, act.id) for when, _, act in coming_hearings([waiting], day)] == [(day, "proposed")]
    assert coming_hearings([waiting], date(2026, 12, 4)) == ()
    assert coming_hearings([replace(waiting, acts=(*waiting.acts, ended))], day) == ()


def test_each_figure_has_a_name(register: Register) -> None:
    found = figures(register).named()
    assert found["not_ended"] == found["ties"] - found["ended"]
    assert {str(standing) for standing in Standing} <= found.keys()
    assert {f"acts_{kind}" for kind in ActKind} <= found.keys()


@pytest.mark.parametrize(
    ("part", "whole", "told"), [(0, 106, 0), (20, 106, 19), (1, 1000, 1), (999, 1000, 99), (5, 5, 100), (0, 0, 0)]
)
def test_a_share_is_rounded_and_never_to_nothing_or_all(part: int, whole: int, told: int) -> None:
    assert per_cent(part, whole) == told
