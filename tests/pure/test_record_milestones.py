"""Milestones: what a reading passed, once, whatever count and goal do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.record.milestones import STEP, PetitionReading, milestone_passed


def reading(count: int, goal: int = 25_000) -> PetitionReading:
    return PetitionReading(count, goal, date(2026, 11, 28))


@pytest.mark.parametrize(
    ("before", "now", "passed"),
    [
        ([], reading(20_000), None),
        ([reading(18_900)], reading(19_999), None),
        ([reading(18_900)], reading(20_000), 20_000),
        ([reading(20_000)], reading(20_001), None),
        ([reading(19_999)], reading(23_000), 22_500),
        ([reading(20_100), reading(19_900)], reading(20_050), None),
        ([reading(20_100), reading(19_900)], reading(19_000), None),
        ([reading(23_900, goal=24_000)], reading(24_000, goal=24_000), 24_000),
        ([reading(23_900, goal=24_000)], reading(24_100, goal=30_000), 24_000),
        ([reading(23_900, goal=30_000)], reading(24_000, goal=24_000), None),
        ([reading(24_000, goal=30_000), reading(24_000, goal=23_000)], reading(24_100, goal=23_000), None),
        ([reading(24_900)], reading(25_010, goal=35_000), 25_000),
    ],
)
def test_a_milestone_is_passed_by_the_first_reading_that_reaches_it(
    before: list[PetitionReading], now: PetitionReading, passed: int | None
) -> None:
    assert milestone_passed(before, now) == passed


@given(st.lists(st.builds(reading, st.integers(1, 60_000), st.integers(1, 60_000)), max_size=12))
def test_none_is_passed_twice_and_none_beyond_the_count(found: list[PetitionReading]) -> None:
    passed = [milestone_passed(found[:number], now) for number, now in enumerate(found)]
    told = [count for count in passed if count is not None]
    assert told == sorted(set(told))
    for count, now in zip(passed, found, strict=True):
        assert count is None or count <= now.count
        assert count is None or count % STEP == 0 or count in {known.goal for known in found}
