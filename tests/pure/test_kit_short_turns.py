"""Threads that give way: short turns while any of them works, and the usual ones after the last."""

from __future__ import annotations

import sys
import time
from threading import Event, Thread

import pytest

from cogs.kit.short_turns import LONGEST_REST, TURN, Rests, in_short_turns


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


def test_each_piece_of_work_waits_as_many_times_as_long_as_the_one_before_took() -> None:
    rests = Rests(3)
    rests.do(lambda: time.sleep(0.02))
    ended = time.monotonic()
    assert rests.do(time.monotonic) - ended >= 0.055


def test_who_asks_later_than_that_waits_no_more() -> None:
    rests = Rests(1)
    rests.do(lambda: time.sleep(0.1))
    time.sleep(0.15)
    asked = time.monotonic()
    assert rests.do(time.monotonic) - asked < 0.08


def test_a_rest_has_an_end() -> None:
    rests = Rests(1000)
    rests.do(lambda: time.sleep(0.01))
    ended = time.monotonic()
    assert 0.9 * LONGEST_REST < rests.do(time.monotonic) - ended < 5
