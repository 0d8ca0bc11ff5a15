"""Claims of editors on waiting work, and the word that new work waits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.store import deliveries, work_claims
from db.store.database import Database
from db.store.delivery_models import DeliveryState, SendResult
from db.store.drafts import set_home
from db.store.editing_models import HomeServer
from db.store.new_work import NEW_WORK, tell_of_new_work

NOW = datetime(2026, 11, 28, 12, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ED, EVE = 1, 2


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "tiewatch.db")
    yield opened
    await opened.close()


async def claimed(database: Database, by: int, now: datetime) -> int:
    """Who has it after somebody tried to claim it."""
    async with database.transaction() as conn:
        return (await work_claims.claim(conn, "tip", "7", by, now)).editor


async def test_a_claim_ends_by_itself_after_45_minutes_and_not_before(database: Database) -> None:
    assert await claimed(database, ED, NOW) == ED
    end = NOW + timedelta(minutes=45)
    assert await claimed(database, EVE, end - SECOND) == ED
    assert await work_claims.holder(database, "tip", "7", end - SECOND) is not None
    assert await work_claims.holder(database, "tip", "7", end) is None
    assert await claimed(database, EVE, end) == EVE


async def test_who_has_a_claim_prolongs_it_and_others_do_not(database: Database) -> None:
    await claimed(database, ED, NOW)
    later = NOW + timedelta(minutes=30)
    assert await claimed(database, ED, later) == ED
    assert await claimed(database, EVE, later + timedelta(minutes=44)) == ED
    assert await claimed(database, EVE, later + timedelta(minutes=45)) == EVE


async def test_only_ones_own_claim_is_let_go(database: Database) -> None:
    await claimed(database, ED, NOW)
    async with database.transaction() as conn:
        await work_claims.release(conn, "tip", "7", EVE)
    assert await claimed(database, EVE, NOW) == ED
    async with database.transaction() as conn:
        await work_claims.release(conn, "tip", "7", ED)
    assert await claimed(database, EVE, NOW) == EVE


async def told(database: Database, now: datetime) -> list[tuple[str, str | None]]:
    """The words to the editors that are kept after another one was asked for: of which hour, and not before when."""
    async with database.transaction() as conn:
        await tell_of_new_work(conn, now)
    rows = await database.read("SELECT key, not_before FROM delivery WHERE kind = ? ORDER BY id", (NEW_WORK.name,))
    return [(row["key"].split(":", 1)[1][11:16], row["not_before"] and row["not_before"][11:16]) for row in rows]


async def test_editors_hear_of_new_work_at_once_and_then_with_the_next_hour(database: Database) -> None:
    assert await told(database, NOW) == [], "nobody has set anything up"
    async with database.transaction() as conn:
        await set_home(conn, HomeServer(9, 8, 7, False), by=ED, at=NOW)
    assert await told(database, NOW) == [("12:00", None)]
    assert await told(database, NOW + SECOND) == [("12:00", None)], "the word that waits will tell of it"
    (found,) = await database.read("SELECT id FROM delivery")
    row = await deliveries.by_id(database, found["id"])
    assert row is not None
    async with database.transaction() as conn:
        assert await deliveries.claim(conn, row, 1)
        await deliveries.settle(conn, row.id, SendResult(DeliveryState.SENT, channel=7, message=6), NOW)
    after = [("12:00", None), ("13:00", "13:00")]
    assert await told(database, NOW + timedelta(minutes=49, seconds=59)) == after
    assert await told(database, NOW + timedelta(minutes=50)) == after
