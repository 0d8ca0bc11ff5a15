"""A machine whose clock is far ahead when the bot starts: what people wrote is there still, also once it is right."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from db.store import letter_drafts
from db.store.letter_models import LetterDraft
from tests.wire.double import Double
from tests.wire.fanout import stop_cleanly, stopped
from tests.wire.process import Launcher

pytestmark = pytest.mark.slow

AHEAD = timedelta(days=400)
WARNED = "The clock has moved on by more than a week"
DRAFT = LetterDraft("0123456789abcdef", 7, 99, "portland-or", "portland-or--khabarovsk", "end")


def drafts(launcher: Launcher) -> int:
    """How many drafts of letters there are."""
    with closing(sqlite3.connect(launcher.database)) as conn:
        (found,) = conn.execute("SELECT count(*) FROM letter_draft").fetchone()
        return int(found)


async def run_once(double: Double, launcher: Launcher, *, warns: bool) -> None:
    """Start, look through what is old, stop."""
    async with launcher.started() as bot:
        if warns:
            await double.until(lambda: WARNED in bot.output, "the clock is doubted", 30)
        await stop_cleanly(bot)
        assert (WARNED in bot.output) == warns


async def test_a_start_with_a_clock_400_days_ahead_deletes_no_letter(double: Double, fast: Launcher) -> None:
    fast.has_clock = True
    async with stopped(fast.database) as bot, bot.database.transaction() as conn:
        await letter_drafts.add(conn, DRAFT, datetime.now(UTC))
    await run_once(double, fast, warns=False)
    fast.set_clock(AHEAD)
    await run_once(double, fast, warns=True)
    assert drafts(fast) == 1
    fast.set_clock(timedelta())
    await run_once(double, fast, warns=False)
    assert drafts(fast) == 1
