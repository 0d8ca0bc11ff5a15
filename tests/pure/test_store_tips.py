"""Tips in the database: limits, one open tip a fact, machines' findings that were dismissed, and that nothing moves."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.record.dataset import DATA, load_dataset
from db.store import help_tasks, tip_files, tips
from db.store.database import Database
from db.store.help_tasks import TaskOutcome
from db.store.personal_data import forget
from db.store.records import read_record
from db.store.synchronisation import synchronise
from db.store.tip_models import TIP_STATES, NewTip, Tip, TipState, TipSubject
from db.store.tips import BlockedError, TooManyTipsError

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ED = 99


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "tiewatch.db")
    yield opened
    await opened.close()


async def add(database: Database, now: datetime = NOW, **fields: Any) -> Tip | None:
    """A tip, of person 1 if nothing else is said."""
    known: dict[str, Any] = {"what": TipSubject.ENDED, "sender": 1, "words": "I saw it."} | fields
    async with database.transaction() as conn:
        return await tips.add(conn, NewTip(**known), now)


async def ended(database: Database, tip_id: int, state: TipState, now: datetime = NOW) -> bool:
    """Whether a decision was the first."""
    async with database.transaction() as conn:
        return await tips.decide(conn, tip_id, state, reason="So it is.", by=ED, now=now)


async def test_a_person_has_at_most_10_open_tips(database: Database) -> None:
    for _ in range(10):
        await add(database)
    with pytest.raises(TooManyTipsError) as failed:
        await add(database)
    assert (failed.value.most, failed.value.is_open) == (10, True)
    await ended(database, 3, TipState.REFUSED)
    assert await add(database)
    assert await add(database, sender=2), "another person"


async def test_a_person_hands_in_at_most_20_tips_a_day(database: Database) -> None:
    for number in range(1, 21):
        await add(database)
        await ended(database, number, TipState.REFUSED)
    with pytest.raises(TooManyTipsError) as failed:
        await add(database, NOW + timedelta(days=1) - SECOND)
    assert (failed.value.most, failed.value.is_open) == (20, False)
    assert await add(database, NOW + timedelta(days=1))


async def test_a_server_hands_in_at_most_100_tips_a_day(database: Database) -> None:
    for number in range(100):
        await add(database, sender=number, guild=7)
    with pytest.raises(TooManyTipsError) as failed:
        await add(database, sender=500, guild=7)
    assert failed.value.is_server
    assert await add(database, sender=500, guild=8)
    assert await add(database, sender=501), "in a direct message"


async def test_a_thousand_tips_of_one_account_are_ten(database: Database) -> None:
    refused = 0
    for _ in range(1000):
        try:
            await add(database)
        except TooManyTipsError:
            refused += 1
    assert refused == 990
    assert await tips.number_waiting(database) == 10


async def test_one_fact_from_fifty_people_is_one_open_tip_and_all_are_told(database: Database) -> None:
    for person in range(1, 51):
        await add(database, sender=person, page="https://juneau.org/x juneau")
    (only,) = await tips.waiting(database, 25)
    assert only.reported == 50
    await ended(database, only.id, TipState.NOTHING_NEW)
    rows = await database.read("SELECT target FROM delivery WHERE kind = 'tip_outcome' ORDER BY target")
    assert [row["target"] for row in rows] == list(range(1, 51))


async def test_what_may_change_a_standing_waits_first_then_the_older_day_then_what_more_reported(
    database: Database,
) -> None:
    before = NOW - timedelta(days=1)
    await add(database, before, sender=1, what=TipSubject.OFFICE, tie="juneau")
    await add(database, before, sender=2, tie="")
    await add(database, NOW, sender=3, tie="juneau")
    for sender in (4, 5):
        await add(database, NOW, sender=sender, tie="tacoma", page="p")
    await add(database, before, sender=6, what=TipSubject.RESUMED, tie="portland")
    first = [tip.id for tip in await tips.waiting(database, 25)]
    assert first == [6, 4, 3, 1, 2]
    assert [tip.id for tip in await tips.waiting(database, 2)] == first[:2]


async def test_a_fact_is_a_page_or_a_tie_kind_and_day(database: Database) -> None:
    first = await add(database, page="p juneau", event="juneau ended 2026-11-20")
    likes: list[dict[str, Any]] = [{"page": "p juneau"}, {"page": "q juneau", "event": "juneau ended 2026-11-20"}]
    for same in likes:
        joined = await add(database, sender=2, **same)
        assert joined is not None
        assert first is not None
        assert (joined.state, joined.joined_to) == (TipState.JOINED, first.id)
    other = await add(database, sender=2, page="q tacoma")
    assert other is not None
    assert other.state is TipState.NEW
    nothing = await add(database, sender=2)
    assert nothing is not None
    assert nothing.state is TipState.NEW, "two that say nothing by which they could be told are two"


async def test_two_editors_in_one_millisecond_are_one_decision(database: Database) -> None:
    await add(database)
    done = await asyncio.gather(ended(database, 1, TipState.REFUSED), ended(database, 1, TipState.ACCEPTED))
    assert sorted(done) == [False, True]
    assert len(await database.read("SELECT 1 FROM delivery WHERE kind = 'tip_outcome'")) == 1


async def test_who_is_blocked_hands_in_nothing_also_after_they_were_forgotten(database: Database) -> None:
    async with database.transaction() as conn:
        await tips.block(conn, 1, "The weather.", by=ED, now=NOW)
        await forget(conn, 1)
    with pytest.raises(BlockedError, match="The weather"):
        await add(database)
    assert await add(database, sender=2)


async def test_what_a_machine_found_comes_back_only_when_its_page_changed(database: Database) -> None:
    found: dict[str, Any] = {"sender": None, "machine": "feed", "fingerprint": "item 5"}
    assert await add(database, **found, content="a")
    assert await add(database, **found, content="b") is None, "it waits already"
    await ended(database, 1, TipState.REFUSED)
    later = NOW + timedelta(days=4000)
    async with database.transaction() as conn:
        await tips.prune(conn, later)
    assert await add(database, later, **found, content="a") is None
    assert await add(database, later, **found, content="b")


async def test_what_a_machine_found_too_is_known_after_the_tip_it_was_joined_to_is_forgotten(
    database: Database,
) -> None:
    found: dict[str, Any] = {"sender": None, "machine": "feed", "fingerprint": "item 5", "content": "a", "page": "p"}
    await add(database, page="p")
    joined = await add(database, **found)
    assert joined is not None
    assert joined.joined_to == 1
    await ended(database, 1, TipState.REFUSED)
    later = NOW + timedelta(days=4000)
    async with database.transaction() as conn:
        await tips.prune(conn, later)
    assert await tips.get(database, 1) is None
    assert await add(database, later, **found) is None


@pytest.mark.parametrize(("first", "second"), [("", "juneau"), ("juneau", "")])
async def test_a_page_without_a_tie_is_the_same_page(database: Database, first: str, second: str) -> None:
    await add(database, tie=first, page="https://paper.example/a")
    joined = await add(database, sender=2, tie=second, page="https://paper.example/a")
    assert joined is not None
    assert (joined.state, joined.joined_to) == (TipState.JOINED, 1)
    other = await add(database, sender=3, tie=second, page="https://paper.example/ab")
    assert other is not None
    assert other.state is TipState.NEW


async def test_a_page_may_tell_of_two_ties(database: Database) -> None:
    for tie in ("juneau", "tacoma"):
        added = await add(database, tie=tie, page="https://paper.example/a")
        assert added is not None
        assert added.state is TipState.NEW


async def test_a_tip_that_ended_is_kept_for_400_days_and_one_that_waits_however_long(database: Database) -> None:
    await add(database, page="p")
    await add(database, sender=2, page="p")
    await add(database)
    await ended(database, 1, TipState.REFUSED)
    for after, kept in ((timedelta(days=400), 3), (timedelta(days=400) + SECOND, 1), (timedelta(days=4000), 1)):
        async with database.transaction() as conn:
            await tips.prune(conn, NOW + after)
        assert len(await database.read("SELECT 1 FROM tip")) == kept


async def test_whoever_takes_the_place_of_a_withdrawn_tip_may_find_another_there(database: Database) -> None:
    await add(database, page="p", event="e")
    await add(database, sender=2, page="q", event="e")
    await add(database, sender=3, page="p")
    async with database.transaction() as conn:
        assert await tips.withdraw(conn, 1, sender=1, now=NOW)
        assert not await tips.withdraw(conn, 1, sender=1, now=NOW)
        assert not await tips.withdraw(conn, 2, sender=3, now=NOW), "another's"
    (only,) = await tips.waiting(database, 5)
    assert (only.id, only.reported) == (2, 2)


async def test_a_tie_that_was_looked_at_rests_for_30_days_and_one_not_done_only_for_who_could_not(
    database: Database,
) -> None:
    async with database.transaction() as conn:
        await help_tasks.note(conn, "juneau", 1, TaskOutcome.LOOKED, NOW)
        await help_tasks.note(conn, "tacoma", 1, TaskOutcome.COULD_NOT, NOW)
        await help_tasks.note(conn, "eugene", 1, TaskOutcome.BEGUN, NOW)
    days = NOW + timedelta(days=30)
    assert await help_tasks.resting(database, 1, days - SECOND) == {"juneau", "tacoma"}
    assert await help_tasks.resting(database, 2, days - SECOND) == {"juneau"}
    assert await help_tasks.resting(database, 1, days) == frozenset()


async def test_a_file_without_its_tip_is_unwanted_after_a_day(database: Database) -> None:
    async with database.transaction() as conn:
        for sender in (1, 2):
            file = await tip_files.add(
                conn, sender=sender, tip=None, channel=5, kind="pdf", size=7, digest="8", now=NOW
            )
            await tip_files.posted(conn, file.id, 6)
    await add(database)
    async with database.transaction() as conn:
        assert not await tip_files.attach(conn, file.id, 1, sender=1), "another's"
        assert await tip_files.attach(conn, file.id, 1, sender=2)
        assert not await tip_files.attach(conn, file.id, 1, sender=2)
    day = NOW + timedelta(days=1)
    assert await tip_files.unwanted(database, day - SECOND) == ()
    (unwanted,) = await tip_files.unwanted(database, day)
    assert unwanted.sender == 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "decide", "ask", "answer", "join", "withdraw", "block", "look"]),
        st.integers(1, 12),
        st.integers(1, 3),
        st.sampled_from([state for state, known in TIP_STATES.items() if known.is_outcome]),
        st.sampled_from(TipSubject),
    ),
    max_size=30,
)


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the whole record."""
    path = tmp_path_factory.mktemp("tips") / "record.db"

    async def fill() -> None:
        opened = await Database.open(path)
        await synchronise(opened, load_dataset(DATA), NOW)
        await opened.close()

    asyncio.run(fill())
    return path


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_becomes_of_tips_the_record_stays_as_it_is(
    recorded: Path, steps: list[tuple[str, int, int, TipState, TipSubject]]
) -> None:
    async def run() -> None:
        opened = await Database.open(recorded)
        try:
            async with opened.snapshot() as conn:
                before = await read_record(conn)
            for step in steps:
                await _take(opened, *step)
            async with opened.snapshot() as conn:
                assert await read_record(conn) == before
            one_open = await opened.read(
                "SELECT page FROM tip WHERE is_open AND page IS NOT NULL GROUP BY page HAVING count(*) > 1"
            )
            assert not one_open
            lost = await opened.read(
                "SELECT 1 FROM tip WHERE state = 'joined' AND NOT EXISTS (SELECT 1 FROM tip AS head"
                " WHERE head.id = tip.joined_to AND head.state <> 'joined' AND head.state <> 'withdrawn')"
            )
            assert not lost, "whoever is joined hears an outcome"
        finally:
            await opened.close()

    asyncio.run(run())


async def _take(opened: Database, do: str, tip: int, person: int, state: TipState, what: TipSubject) -> None:
    async with opened.transaction() as conn:
        match do:
            case "add":
                new = NewTip(
                    what, "juneau-ak--vladivostok", sender=person, page=f"page {tip % 3}", event=f"{what} {tip % 2}"
                )
                with contextlib.suppress(TooManyTipsError, BlockedError):
                    await tips.add(conn, new, NOW)
            case "decide":
                await tips.decide(conn, tip, state, reason="So.", by=ED, now=NOW)
            case "ask":
                await tips.ask_back(conn, tip, "Which?", by=ED, now=NOW)
            case "answer":
                await tips.answer(conn, tip, "That.", sender=person, now=NOW)
            case "join":
                await tips.join(conn, tip, person, by=ED)
            case "withdraw":
                await tips.withdraw(conn, tip, sender=person, now=NOW)
            case "block":
                await tips.unblock(conn, person)
            case _:
                await tips.look_again(conn, tip, by=ED, note="")
