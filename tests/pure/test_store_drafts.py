"""Drafts of editors in the database: two presses at one moment lose nothing, and what waits stays as it was."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.store.database import Database
from db.store.draft_models import DraftSource, DraftState, DraftTask
from db.store.drafts import change_sources, move_draft, open_draft, read_draft

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
FIRST, SECOND = DraftSource("https://one.example"), DraftSource("https://two.example")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "tiewatch.db")
    yield opened
    await opened.close()


async def test_sources_added_at_one_moment_are_both_kept(database: Database) -> None:
    async with database.transaction() as conn:
        number = await open_draft(conn, editor=7, task=DraftTask.RECORD, at=NOW)
        assert await change_sources(conn, number, lambda held: (*held, FIRST))
    async with database.transaction() as conn:
        assert await change_sources(conn, number, lambda held: (*held, SECOND))
    draft = await read_draft(database, number)
    assert draft is not None
    assert draft.sources == (FIRST, SECOND)


async def test_the_sources_of_a_draft_that_waits_are_not_changed(database: Database) -> None:
    async with database.transaction() as conn:
        number = await open_draft(conn, editor=7, task=DraftTask.RECORD, at=NOW)
        assert await change_sources(conn, number, lambda held: (*held, FIRST))
        assert await move_draft(conn, number, since=DraftState.OPEN, to=DraftState.WAITING, by=None, at=NOW)
        assert not await change_sources(conn, number, lambda held: ())
    draft = await read_draft(database, number)
    assert draft is not None
    assert draft.sources == (FIRST,)


async def test_a_draft_that_nobody_went_on_with_for_a_month_is_forgotten(database: Database) -> None:
    async with database.transaction() as conn:
        old = await open_draft(conn, editor=7, task=DraftTask.RECORD, at=NOW)
        waits = await open_draft(conn, editor=7, task=DraftTask.RECORD, at=NOW)
        await move_draft(conn, waits, since=DraftState.OPEN, to=DraftState.WAITING, by=None, at=NOW)
        fresh = await open_draft(conn, editor=7, task=DraftTask.RECORD, at=NOW + timedelta(days=30))
    assert await read_draft(database, old) is not None
    async with database.transaction() as conn:
        await open_draft(conn, editor=8, task=DraftTask.RECORD, at=NOW + timedelta(days=30, seconds=1))
    assert await read_draft(database, old) is None
    assert await read_draft(database, waits) is not None
    assert await read_draft(database, fresh) is not None
