"""The disk is full: the bot goes on, says so, and catches up; a start on a full disk is tried again."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.wire.double import Double
from tests.wire.fanout import at, prepare, stop_cleanly, until
from tests.wire.process import Launcher
from tests.wire.small_disk import filled, small_disk
from tests.wire.test_watched import heard, supervisor

__all__ = ["supervisor"]

pytestmark = pytest.mark.slow

CHANNELS = 5
QUESTION = "is Portland still paired with Khabarovsk?"
# Longer than the bot takes from one writing of its signs to the next.
SECONDS_FULL = 20
# What fails is left to the next sweep, one a second here: it is not tried again and again at once.
MOST_TRIES = 2 * CHANNELS * SECONDS_FULL


@pytest.fixture
def on_small_disk(fast: Launcher, tmp_path: Path) -> Iterator[Launcher]:
    """A bot whose database is on a small disk, with all else where it was."""
    with small_disk(tmp_path / "disk") as disk:
        moved = replace(fast, disk=disk)
        shutil.move(fast.database, moved.database)
        moved.settings["TIEWATCH_BACKUPS"] = "off"
        yield moved


async def test_amid_the_sending_nothing_is_lost_or_twice_and_the_bot_answers_and_stays_alive(
    double: Double, on_small_disk: Launcher, supervisor: socket.socket, tmp_path: Path
) -> None:
    launcher, disk = on_small_disk, on_small_disk.database.parent
    launcher.settings["NOTIFY_SOCKET"] = str(tmp_path / "notify")
    launcher.lanes = 2
    fan_out = await prepare(double, launcher.database, CHANNELS)
    person = double.world.add_user("Vera")
    full: list[asyncio.Task[list[str]]] = []

    async def fill() -> list[str]:
        await double.until(lambda: launcher.latest and "Ready" in launcher.latest.output, "it has started", 60)
        assert fan_out.reached < CHANNELS, "some are yet to be sent"
        with filled(disk):
            await asyncio.sleep(1)
            heard(supervisor)
            answered = await double.people.slash(person, double.world.dm(person), "ask", {"question": QUESTION})
            assert "Khabarovsk" in answered.text
            await asyncio.sleep(SECONDS_FULL)
            return heard(supervisor)

    at(double, 2, lambda: full.append(asyncio.ensure_future(fill())))
    async with launcher.started() as bot:
        await until(fan_out, bot, lambda: full and full[0].done())
        assert "WATCHDOG=1" in full[0].result()
        assert 0 < bot.output.count("could not be written down") <= MOST_TRIES
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    assert "Traceback" not in bot.output
    fan_out.verify()


async def test_a_start_on_a_full_disk_is_one_line_and_not_for_good(double: Double, on_small_disk: Launcher) -> None:
    fan_out = await prepare(double, on_small_disk.database, 1)
    with filled(on_small_disk.database.parent):
        bot = await on_small_disk.start()
        assert await bot.ended(60) == 1
        told = [line for line in bot.output.splitlines() if not line.startswith("20")]
        assert ["the disk is full" in line for line in told] == [True]
    async with on_small_disk.started() as bot:
        await until(fan_out, bot, fan_out.settled)
        await stop_cleanly(bot)
    fan_out.verify()
