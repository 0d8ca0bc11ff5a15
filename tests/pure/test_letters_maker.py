"""Files are made in one thread, and neither a slow letter nor a hasty person holds up somebody else's."""

from __future__ import annotations

import asyncio
import sys
import threading
import time

import pytest

from cogs.letters.maker import Maker

pytestmark = pytest.mark.asyncio


async def test_somebody_elses_file_comes_after_one_slow_letter_at_most() -> None:
    maker, slow = Maker(), 0.05
    hasty = [asyncio.create_task(maker.run(1, lambda: time.sleep(slow))) for _ in range(40)]
    await asyncio.sleep(0)
    began = time.perf_counter()
    assert await maker.run(2, lambda: "a file") == "a file"
    assert time.perf_counter() - began < 10 * slow
    await asyncio.gather(*hasty)


async def test_one_thing_at_a_time_is_made_for_a_person() -> None:
    maker, at_once, most = Maker(), 0, 0
    lock = threading.Lock()

    def work() -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.001)
        with lock:
            at_once -= 1

    await asyncio.gather(*(maker.run(person, work) for person in (1, 2) for _ in range(10)))
    assert most == 1


async def test_what_follows_from_a_text_is_found_once() -> None:
    maker, done = Maker(), 0

    def work() -> tuple[str, ...]:
        nonlocal done
        done += 1
        return ("😢",)

    found = await asyncio.gather(*(maker.once(person, "the same text", work) for person in (1, 2) for _ in range(20)))
    assert set(found) == {("😢",)}
    assert done == 1
    assert await maker.once(1, "another text", lambda: ()) == ()


async def test_what_fails_is_raised_to_who_asked_and_to_nobody_else() -> None:
    maker = Maker()

    def fails() -> str:
        raise ValueError("no file")

    with pytest.raises(ValueError, match="no file"):
        await maker.run(1, fails)
    assert await maker.run(1, lambda: "a file") == "a file"


async def test_the_thread_gives_way_while_it_makes_something_and_no_longer() -> None:
    usual = sys.getswitchinterval()
    assert await Maker().run(1, sys.getswitchinterval) < usual
    assert sys.getswitchinterval() == usual
