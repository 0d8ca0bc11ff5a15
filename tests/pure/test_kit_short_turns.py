"""Threads that give way: short turns while any of them works, and the usual ones after the last."""

from __future__ import annotations

import sys
from threading import Event, Thread

import pytest

from cogs.kit.short_turns import TURN, in_short_turns


def test_turns_are_short_while_something_is_done_and_as_before_after_it() -> None:
    usual = sys.getswitchinterval()
    assert in_short_turns(sys.getswitchinterval) == pytest.approx(TURN)
    assert sys.getswitchinterval() == pytest.approx(usual)


def test_they_are_as_before_after_a_failure() -> None:
    usual = sys.getswitchinterval()
    with pytest.raises(ZeroDivisionError):
        in_short_turns(lambda: 1 // 0)
    assert sys.getswitchinterval() == pytest.approx(usual)


def test_of_two_at_once_the_last_to_end_brings_the_usual_turns_back() -> None:
    usual, first_may_end, second_runs = sys.getswitchinterval(), Event(), Event()
    first = Thread(target=in_short_turns, args=(lambda: first_may_end.wait(10),))
    first.start()

    def second() -> float:
        second_runs.set()
        first_may_end.set()
        first.join(10)
        return sys.getswitchinterval()

    assert in_short_turns(second) == pytest.approx(TURN)
    assert second_runs.is_set()
    assert sys.getswitchinterval() == pytest.approx(usual)
