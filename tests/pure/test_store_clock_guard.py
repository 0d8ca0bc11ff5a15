"""A clock that is far ahead deletes nothing before a second look an hour later."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.store.clock_guard import LONGEST_STEP, SECOND_LOOK, may_delete
from db.store.database import Database

NOW = datetime(2026, 11, 29, 3, tzinfo=UTC)
SECOND = timedelta(seconds=1)
AHEAD = timedelta(days=400)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "x.sqlite3")
    yield opened
    await opened.close()


async def believed(database: Database, *moments: datetime) -> list[bool]:
    """Whether the clock was believed at each of these looks."""
    found = []
    for moment in moments:
        async with database.transaction() as conn:
            found.append(await may_delete(conn, moment))
    return found


async def test_day_by_day_it_is_believed(database: Database) -> None:
    assert all(await believed(database, *(NOW + timedelta(days=day) for day in range(30))))


async def test_a_step_of_more_than_a_week_is_not_believed_before_a_second_look(database: Database) -> None:
    assert await believed(database, NOW, NOW + LONGEST_STEP) == [True, True]
    ahead = NOW + LONGEST_STEP * 2 + SECOND
    looks = (ahead, ahead + SECOND_LOOK - SECOND, ahead + SECOND_LOOK, ahead + SECOND_LOOK + SECOND)
    assert await believed(database, *looks) == [False, False, True, True]


async def test_a_clock_that_is_set_right_within_the_hour_costs_nothing(database: Database) -> None:
    looks = (NOW, NOW + AHEAD, NOW + SECOND_LOOK, NOW + SECOND_LOOK * 2)
    assert await believed(database, *looks) == [True, False, True, True]
    assert await believed(database, NOW + AHEAD + SECOND_LOOK) == [False], "the doubt of before was forgotten"


async def test_a_clock_that_goes_back_is_believed(database: Database) -> None:
    assert await believed(database, NOW, NOW - AHEAD) == [True, True]
