"""One announcement to 500 channels: each gets exactly one message, however the bot is killed and whatever fails.

A longer soak: ``SOAK_ROUNDS=20 python -m pytest tests/wire/test_outbox_kills.py``.
"""

from __future__ import annotations

import asyncio
import os
from random import Random

import pytest

from tests.wire.double import Double, LostAnswer, ServerError, Throttle
from tests.wire.double.messages import NONCE_SECONDS
from tests.wire.fanout import PATIENCE, FanOut, at, finish, kill_at_random, prepare
from tests.wire.process import Launcher

pytestmark = pytest.mark.slow

CHANNELS = 500
KILLS = 50
KILLS_AMONG_FAULTS = 8
LANES_TO_KILL = 4
SEEDS = range(1 + int(os.environ.get("SOAK_ROUNDS", "0")))
FAULTS = (
    ServerError(500),
    ServerError(500, stored=True),
    ServerError(503),
    ServerError(503, stored=True),
    LostAnswer(),
    Throttle(0.05),
    Throttle(0.05, via=False),
)


@pytest.fixture
async def fan_out(double: Double, fast: Launcher) -> FanOut:
    """An announcement that waits for 500 channels."""
    return await prepare(double, fast.database, CHANNELS)


@pytest.mark.parametrize("seed", SEEDS)
async def test_killed_at_fifty_moments_every_channel_has_one_message(
    double: Double, fast: Launcher, fan_out: FanOut, seed: int
) -> None:
    """After every other kill so long passes that Discord no longer knows the nonces."""
    random = Random(seed)
    fast.lanes = LANES_TO_KILL
    for number in range(KILLS):
        left = CHANNELS - fan_out.reached
        assert left, f"all was sent before kill {number}: nothing is left to interrupt"
        await kill_at_random(fast, random, max(1, left // (KILLS - number) - LANES_TO_KILL))
        if random.random() < 0.5:
            double.clock.advance(NONCE_SECONDS + 1)
    fast.lanes = None
    await finish(fast, fan_out)
    fan_out.verify()


@pytest.mark.parametrize("seed", SEEDS)
async def test_with_every_tenth_request_failing_every_channel_has_one_message(
    double: Double, fast: Launcher, fan_out: FanOut, seed: int
) -> None:
    """Kills and lost connections come on top."""
    double.faults.random.seed(seed)
    double.faults.add("*", "/channels/*", *FAULTS, share=0.1)
    random = Random(seed)
    for _ in range(KILLS_AMONG_FAULTS):
        await kill_at_random(fast, random, CHANNELS // KILLS_AMONG_FAULTS // 2)
    closing: list[asyncio.Task[None]] = []
    at(double, 20, lambda: closing.append(asyncio.create_task(double.gateway.close(4000))))
    at(double, 60, double.gateway.reset)
    await finish(fast, fan_out)
    assert closing
    assert double.gateway.resumes >= 1
    fan_out.verify()


async def test_stopped_in_the_middle_it_ends_in_time_and_sends_the_rest_after_a_restart(
    double: Double, fast: Launcher, fan_out: FanOut
) -> None:
    async with fast.started() as bot:
        at(double, CHANNELS // 5, bot.terminate)
        assert await bot.ended(PATIENCE) == 0, bot.output
        assert "Traceback" not in bot.output
    assert CHANNELS // 5 <= fan_out.reached < CHANNELS
    assert fan_out.states()["sending"] == 0
    await finish(fast, fan_out)
    fan_out.verify()
