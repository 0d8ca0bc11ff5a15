"""A day of one server at its busiest, as fast as the machine allows: does the memory stay flat, does it end cleanly?"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from statistics import median

from db.record.dataset import load_dataset
from tests.bench.figures import Figure, resident
from tests.bench.questions import KINDS, questions
from tests.bench.wire import ready
from tests.wire.double import Double
from tests.wire.fanout import prepare
from tests.wire.process import Launcher, stop

HOURS = 24
# What one large server may ask in its busiest hour, and how many channels there are to hear of news.
CALLS_AN_HOUR = 120
CHANNELS = 20
# After so many hours every cache is warm.
WARM_HOURS = 6
SECONDS_TO_STOP = 10.0


async def measure() -> AsyncIterator[Figure]:
    """The memory at the end of the day to that of its morning, what was asked, and how the day ended."""
    record = load_dataset()
    asked = [text for kind in KINDS for text in questions(record, kind, HOURS * CALLS_AN_HOUR // len(KINDS) + 1)]
    sizes: list[int] = []
    async with Double(answer_within=60) as double:
        with tempfile.TemporaryDirectory() as folder:
            launcher = Launcher(double, Path(folder), {"TIEWATCH_SWEEP": "1"})
            fan_out = await prepare(double, launcher.database, CHANNELS)
            bot = await launcher.start()
            person, channel = double.world.add_user("Vera"), fan_out.channels[0]
            people = double.people
            calls: tuple[Callable[[str], Awaitable[object]], ...] = (
                lambda text: people.slash(person, channel, "ask", {"question": text}),
                lambda text: people.slash(person, channel, "status", {"place": text[:100]}),
                lambda text: people.autocomplete(person, channel, "status", "place", text[:40]),
                lambda text: people.slash(person, channel, "search", {"text": text[:100]}),
            )
            try:
                await ready(bot)
                for hour in range(HOURS):
                    for number in range(CALLS_AN_HOUR):
                        at = hour * CALLS_AN_HOUR + number
                        await calls[at % len(calls)](asked[at])
                    await asyncio.sleep(0.5)
                    assert bot.running, bot.output
                    sizes.append(resident(bot.process.pid))
                bot.terminate()
                ended = await bot.ended(SECONDS_TO_STOP)
            finally:
                await stop(bot)
            reached = fan_out.reached
            cut_off = "cut" in bot.output or "Task was destroyed" in bot.output
    group = f"a day of {HOURS * CALLS_AN_HOUR:,} calls"
    warm, evening = median(sizes[WARM_HOURS : WARM_HOURS + 3]), median(sizes[-3:])
    yield Figure(group, f"memory in the evening, to that after {WARM_HOURS} hours", evening / warm, "×", 1.05, 1.02)
    yield Figure(group, "memory in the evening", evening / 2**20, "MiB")
    yield Figure(group, "channels that have their news", reached / CHANNELS, "×", 1.0, 1.0, at_least=True)
    yield Figure(group, "exit code, and 1 more for a task that was cut off", float((ended or 0) + cut_off), "", 0, 0)
