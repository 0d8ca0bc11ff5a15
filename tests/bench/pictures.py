"""What /status costs while ten pictures are drawn: ten people ask for the maps of ten states that nobody drew yet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from statistics import median

from db.record.dataset import load_dataset
from db.record.register import Register
from tests.bench.figures import Figure, percentile
from tests.bench.wire import SHIPPED, Stage, staged
from tests.wire.double import User

GROUP = "pictures"
DRAWN = 10
IDLE = 100


async def measure() -> AsyncIterator[Figure]:
    """Alone, then while pictures are drawn, ten at a time, each for the first time."""
    register = Register(load_dataset())
    codes = sorted({register.state_of(tie) for tie in register.record.ties.values()})
    states = [register.record.states[code].name for code in codes if code in register.record.states]
    async with staged(SHIPPED) as stage:
        people = [stage.double.world.add_user(f"Person {number}") for number in range(DRAWN)]
        # The first picture of a process loads what draws.
        await _progress(stage, people[0], states[0])
        idle = [await _status(stage) for _ in range(IDLE)]
        busy: list[float] = []
        for start in range(1, len(states) - DRAWN + 1, DRAWN):
            busy += await _while_drawn(stage, people, states[start : start + DRAWN])
    ratio = median(busy) / median(idle)
    yield Figure(GROUP, f"/status while {DRAWN} pictures are drawn: median, to idle", ratio, "×", 1.3)
    yield Figure(GROUP, f"/status while {DRAWN} pictures are drawn: p99", percentile(busy, 99), "ms")
    yield Figure(GROUP, f"/status while {DRAWN} pictures are drawn: answers", len(busy), "")
    yield Figure(GROUP, "/status idle: median", median(idle), "ms")


async def _while_drawn(stage: Stage, people: list[User], states: list[str]) -> list[float]:
    drawn = [asyncio.create_task(_progress(stage, who, state)) for who, state in zip(people, states, strict=True)]
    took = []
    while not all(task.done() for task in drawn):
        took.append(await _status(stage))
    await asyncio.gather(*drawn)
    return took


async def _progress(stage: Stage, person: User, state: str) -> None:
    asked = await stage.double.people.slash(person, stage.channel, "progress", {"state": state})
    await asked.until(lambda answered: answered.original is not None)


async def _status(stage: Stage) -> float:
    answered = await stage.double.people.slash(stage.person, stage.channel, "status", {"place": "Portland, Oregon"})
    return answered.seconds * 1000
