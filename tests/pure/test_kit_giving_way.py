"""Work on the event loop that gives way: between its steps whatever else waits has its turn."""

from __future__ import annotations

import asyncio
from collections.abc import Generator

import pytest

from cogs.kit.giving_way import giving_way


async def test_others_have_their_turn_between_the_steps() -> None:
    done: list[str] = []

    def steps() -> Generator[None, None, str]:
        for number in range(3):
            done.append(f"step {number}")
            yield
        return "told"

    async def other() -> None:
        done.append("other")

    waiting = asyncio.ensure_future(other())
    assert await giving_way(steps()) == "told"
    await waiting
    assert done == ["step 0", "other", "step 1", "step 2"]


async def test_a_failure_of_a_step_is_told() -> None:
    def steps() -> Generator[None, None, None]:
        yield
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        await giving_way(steps())
