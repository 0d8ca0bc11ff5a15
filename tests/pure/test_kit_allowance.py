"""How often somebody may have something, at the boundary; and that a flood of names fills no memory."""

from __future__ import annotations

from cogs.kit.allowance import _MOST_KEYS, Allowance


def test_so_many_times_within_the_time_and_no_more() -> None:
    allowance = Allowance(3, 60)
    assert [allowance.take("vera", second) for second in (0, 1, 2, 3, 59.9)] == [True, True, True, False, False]
    assert allowance.take("olga", 3)
    assert [allowance.take("vera", second) for second in (60, 60.5, 61, 62, 63)] == [True, False, True, True, False]


def test_a_no_is_said_once_within_the_time() -> None:
    allowance = Allowance(1, 60)
    assert [allowance.is_news("here", second) for second in (0, 1, 59, 60, 61)] == [True, False, False, True, False]
    assert allowance.is_news("there", 1)


def test_those_who_are_quiet_are_forgotten() -> None:
    allowance = Allowance(1, 60)
    for number in range(3 * _MOST_KEYS):
        assert allowance.take(number, number)
    assert len(allowance._used) <= _MOST_KEYS + 1
