"""Each query of the outbox on its own: which rows it takes, which it leaves, and what it writes."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from db.store import deliveries, meta
from db.store.database import Database, Transaction
from db.store.delivery_models import (
    LONGEST_WAIT,
    NO_PAYLOAD,
    Delivery,
    DeliveryKind,
    DeliveryState,
    NoPayload,
    SendResult,
    Target,
)
from tests.outbox_rows import row_of

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SERVER = 9
HERE, THERE = Target("channel", 1, SERVER), Target("channel", 2, 8)
PERSON = Target("user", 3)
PUBLISHED = Target("news", 1, SERVER)
# A snowflake of the moment of the first attempt.
TRIED_AT = 500
NOTE = DeliveryKind("note", NoPayload)
OTHER = DeliveryKind("other", NoPayload)
KINDS = ("note", "other")
S = DeliveryState


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without a row, made once."""
    path = tmp_path_factory.mktemp("empty") / "tiewatch.db"

    async def make() -> None:
        await (await Database.open(path)).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def database(empty: Path, tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(Path(shutil.copy(empty, tmp_path / "tiewatch.db")))
    yield opened
    await opened.close()


async def write(database: Database, step: Callable[[Transaction], Coroutine[Any, Any, Any]]) -> Any:
    """One step in a transaction of its own."""
    async with database.transaction() as conn:
        return await step(conn)


async def put(
    database: Database,
    name: object,
    to: Target = HERE,
    kind: DeliveryKind[NoPayload] = NOTE,
    at: datetime = NOW,
    **more: Any,
) -> Delivery:
    """A row that waits."""
    row = kind.new(to, name, payload=NO_PAYLOAD, **more)
    await write(database, lambda conn: deliveries.enqueue(conn, [row], at))
    return await row_of(database, row.key)


async def now(database: Database, row: Delivery) -> Delivery:
    """A row as it is by now."""
    return await row_of(database, row.key)


async def tried(database: Database, row: Delivery, result: SendResult | None = None, at: datetime = NOW) -> Delivery:
    """Try a row, and write down what became of it; without a result the process died before it could."""
    assert await write(database, lambda conn: deliveries.claim(conn, row, TRIED_AT))
    if result is not None:
        await write(database, lambda conn: deliveries.settle(conn, row.id, result, at))
    return await now(database, row)


async def in_state(database: Database, name: object, state: DeliveryState, to: Target = HERE, **more: Any) -> Delivery:
    """A row in a state; all but the waiting ones were tried."""
    row = await put(database, name, to, **more)
    if state is S.PENDING:
        return row
    next_at = NOW + SECOND if state is S.RETRY else None
    return await tried(database, row, None if state is S.SENDING else SendResult(state, "why", next_at=next_at))


async def heads(database: Database, at: datetime = NOW, limit: int = 10, *, people: bool = False) -> list[str]:
    """The keys of what is due."""
    found = await deliveries.due_heads(database, at, limit, kinds=KINDS, people=people)
    return [row.key for row in found]


async def test_a_row_holds_all_that_was_put_in(database: Database) -> None:
    first = await put(database, 1)
    assert (first.kind, first.key, first.to, first.payload) == ("note", "note:1", HERE, {})
    assert (first.state, first.attempts, first.epoch, first.created_at) == (S.PENDING, 0, 0, NOW)
    assert (first.search_after_id, first.stream, first.corrects_delivery, first.withdrawn) == (None, None, None, None)
    later = await put(database, 2, stream="subscription:1", corrects_delivery=first.id, not_before=NOW + SECOND)
    assert (later.stream, later.corrects_delivery) == ("subscription:1", first.id)
    assert later.nonce != first.nonce
    assert len(first.nonce) == 24


async def test_the_same_key_is_put_in_once_and_a_row_keeps_the_epoch_of_its_day(database: Database) -> None:
    first = await put(database, 1)
    await write(database, lambda conn: meta.set_value(conn, deliveries.EPOCH, "7"))
    assert await put(database, 1, THERE) == first
    assert (await put(database, 2)).epoch == 7


@pytest.mark.parametrize("state", S)
async def test_only_what_nobody_tried_is_cancelled(database: Database, state: DeliveryState) -> None:
    row, other = await in_state(database, 1, state), await put(database, 2)
    await write(database, lambda conn: deliveries.cancel(conn, row.key, NOW + SECOND))
    found = await now(database, row)
    if state is not S.PENDING:
        assert found == row
        return
    assert (found.state, found.reason, found.done_at) == (S.GONE, "withdrawn", NOW + SECOND)
    assert await now(database, other) == other


@pytest.mark.parametrize("state", S)
async def test_a_stream_is_withdrawn_and_taken_up_again(database: Database, state: DeliveryState) -> None:
    row = await in_state(database, 1, state, stream="subscription:1")
    await write(database, lambda conn: deliveries.withdraw(conn, "subscription:1", "left", NOW))
    found = await now(database, row)
    is_final = state in {S.SENT, S.GONE, S.FAILED}
    assert found.withdrawn == (None if is_final else "left")
    # What may have arrived stays open, to be looked for.
    assert found.state is (S.GONE if state is S.PENDING else state)
    assert found.done_at == (NOW if is_final or state is S.PENDING else None)
    await write(database, lambda conn: deliveries.resume_stream(conn, "subscription:1", NOW))
    again = await now(database, row)
    assert again == row


async def test_what_was_withdrawn_before_is_not_taken_up_again(database: Database) -> None:
    old, new = await put(database, 1, stream="a"), await put(database, 2, stream="b")
    for name, at in (("a", NOW - SECOND), ("b", NOW)):
        await write(database, partial(deliveries.withdraw, stream=name, why="left", now=at))
        await write(database, partial(deliveries.resume_stream, stream=name, since=NOW))
    found = await now(database, old)
    assert (found.state, found.withdrawn) == (S.GONE, "left")
    assert (await now(database, new)).state is S.PENDING


async def test_what_was_cancelled_does_not_come_back_with_its_stream(database: Database) -> None:
    row = await put(database, 1, stream="a")
    await write(database, lambda conn: deliveries.cancel(conn, row.key, NOW))
    cancelled = await now(database, row)
    await write(database, lambda conn: deliveries.withdraw(conn, "a", "left", NOW))
    await write(database, lambda conn: deliveries.resume_stream(conn, "a", NOW))
    assert await now(database, row) == cancelled


async def test_taking_up_a_stream_touches_no_other_and_not_what_went_for_another_reason(database: Database) -> None:
    gone = await in_state(database, 1, S.GONE, stream="a")
    other = await put(database, 2, stream="b")
    open_there = await in_state(database, 3, S.RETRY, THERE, stream="b")
    await write(database, lambda conn: deliveries.withdraw(conn, "b", "left", NOW))
    before = [await now(database, row) for row in (gone, other, open_there)]
    await write(database, lambda conn: deliveries.resume_stream(conn, "a", NOW - SECOND))
    assert [await now(database, row) for row in (gone, other, open_there)] == before


async def test_taken_up_again_a_row_begins_afresh(database: Database) -> None:
    row = await in_state(database, 1, S.RETRY, stream="a")
    await write(database, lambda conn: deliveries.withdraw(conn, "a", "left", NOW))
    # It was searched for, had not arrived, and is not to be sent.
    await tried(database, row, SendResult(S.GONE, "left"))
    await write(database, lambda conn: deliveries.resume_stream(conn, "a", NOW))
    found = await now(database, row)
    assert (found.state, found.withdrawn, found.reason, found.done_at) == (S.PENDING, None, None, None)
    assert (found.next_at, found.attempts, found.failing_since) == (None, 0, None)
    assert found.search_after_id == TRIED_AT


async def test_corrections_are_not_withdrawn(database: Database) -> None:
    first = await in_state(database, 1, S.SENT, stream="a")
    mends = [await in_state(database, name, state, stream="a", corrects_delivery=first.id) for name, state in
             ((2, S.PENDING), (3, S.RETRY))]  # fmt: skip
    await write(database, lambda conn: deliveries.withdraw(conn, "a", "left", NOW))
    assert [await now(database, row) for row in mends] == mends


async def test_the_first_of_each_queue_is_due_oldest_first(database: Database) -> None:
    for name, to in ((1, THERE), (2, HERE), (3, THERE), (4, PUBLISHED), (5, PERSON)):
        await put(database, name, to)
    assert await heads(database) == ["note:1", "note:2", "note:4"]
    assert await heads(database, limit=2) == ["note:1", "note:2"]
    assert await heads(database, people=True) == ["note:5"]


@pytest.mark.parametrize(
    ("state", "is_due", "holds_back"),
    [
        (S.PENDING, True, True),
        (S.SENDING, True, True),
        (S.RETRY, False, True),
        (S.PAUSED, False, True),
        (S.SENT, False, False),
        (S.GONE, False, False),
        (S.FAILED, False, False),
    ],
)
async def test_what_is_open_holds_back_the_rest_of_its_queue(
    database: Database, state: DeliveryState, is_due: bool, holds_back: bool
) -> None:
    await in_state(database, 1, state)
    await put(database, 2)
    assert await heads(database) == (["note:1"] if is_due else [] if holds_back else ["note:2"])


@pytest.mark.parametrize(
    ("waits", "is_due"),
    [(-SECOND, True), (timedelta(), True), (SECOND, False), (LONGEST_WAIT, False), (LONGEST_WAIT + SECOND, True)],
)
async def test_a_retry_is_due_at_its_time_and_if_that_is_further_off_than_any_wait(
    database: Database, waits: timedelta, is_due: bool
) -> None:
    await tried(database, await put(database, 1), SendResult(S.RETRY, "why", next_at=NOW + waits))
    assert await heads(database) == ["note:1"] * is_due


@pytest.mark.parametrize(("later", "due"), [(SECOND, ["note:2"]), (timedelta(), ["note:1"])])
async def test_what_is_not_to_be_sent_before_a_time_holds_nothing_back_until_then(
    database: Database, later: timedelta, due: list[str]
) -> None:
    await put(database, 1, not_before=NOW + later)
    await put(database, 2)
    assert await heads(database) == due


async def test_a_row_of_a_kind_that_nobody_registered_waits_alone_and_is_named_once(database: Database) -> None:
    strange, gone = DeliveryKind("strange", NoPayload), DeliveryKind("gone", NoPayload)
    for name in (1, 2):
        await put(database, name, kind=strange)
    ended = await put(database, 3, kind=gone)
    await tried(database, ended, SendResult(S.GONE))
    await put(database, 4)
    assert await heads(database) == ["note:4"]
    assert [row.key for row in await deliveries.first_of_other_kinds(database, KINDS)] == ["strange:1"]
    await put(database, 5, kind=gone)
    named = await deliveries.first_of_other_kinds(database, KINDS)
    assert [row.key for row in named] == ["strange:1", "gone:5"]


@pytest.mark.parametrize("state", S)
async def test_what_is_open_and_not_paused_can_be_claimed(database: Database, state: DeliveryState) -> None:
    row, other = await in_state(database, 1, state), await put(database, 2, THERE)
    claimed = await write(database, lambda conn: deliveries.claim(conn, row, TRIED_AT + 1))
    found = await now(database, row)
    assert claimed is (state in {S.PENDING, S.SENDING, S.RETRY})
    assert await now(database, other) == other
    if not claimed:
        assert found == row
        return
    # The first attempt's snowflake is kept: the message may have arrived since.
    assert found.search_after_id == (TRIED_AT + 1 if state is S.PENDING else TRIED_AT)
    assert (found.state, found.attempts) == (S.SENDING, row.attempts + 1)


async def test_what_was_tried_since_it_was_read_cannot_be_claimed(database: Database) -> None:
    row = await put(database, 1)
    under_way = await tried(database, row)
    await write(
        database, lambda conn: deliveries.settle(conn, row.id, SendResult(S.RETRY, "why", next_at=NOW, attempts=1), NOW)
    )
    found = await now(database, row)
    for seen in (row, under_way):
        async with database.transaction() as conn:
            assert not await deliveries.claim(conn, seen, TRIED_AT)
    assert await now(database, row) == found
    assert await write(database, lambda conn: deliveries.claim(conn, found, TRIED_AT))


async def test_what_became_of_an_attempt_is_written_down(database: Database) -> None:
    row, other = await put(database, 1), await put(database, 2, THERE)
    failed = SendResult(S.RETRY, "why", 503, next_at=NOW + SECOND, attempts=3)
    found = await tried(database, row, failed)
    assert (found.state, found.reason, found.code, found.next_at) == (S.RETRY, "why", 503, NOW + SECOND)
    assert (found.attempts, found.failing_since, found.done_at) == (3, NOW, None)
    again = await tried(database, found, SendResult(S.RETRY, "why", next_at=NOW), NOW + SECOND)
    # It has failed since the first time, and for the fourth.
    assert (again.failing_since, again.attempts) == (NOW, 4)
    sent = await tried(database, again, SendResult(S.SENT, channel=1, message=77), NOW + SECOND)
    assert (sent.state, sent.message_channel, sent.message, sent.done_at) == (S.SENT, 1, 77, NOW + SECOND)
    assert (sent.reason, sent.code, sent.next_at, sent.failing_since) == (None, None, None, None)
    assert await now(database, other) == other


@pytest.mark.parametrize(("tired", "since"), [(True, NOW), (False, None)])
async def test_a_pause_after_a_day_of_failures_goes_on_counting(
    database: Database, tired: bool, since: datetime | None
) -> None:
    row = await in_state(database, 1, S.RETRY)
    found = await tried(database, row, SendResult(S.PAUSED, "why", tired=tired), NOW + SECOND)
    assert (found.state, found.failing_since, found.done_at) == (S.PAUSED, since, None)


@pytest.mark.parametrize("state", S)
async def test_what_was_ended_meanwhile_stays_so_unless_it_was_sent_after_all(
    database: Database, state: DeliveryState
) -> None:
    row = await in_state(database, 1, S.SENDING)
    await write(database, lambda conn: deliveries.gone_with_channel(conn, HERE.id, "deleted", NOW))
    result = SendResult(state, "why", next_at=NOW, channel=1, message=77)
    await write(database, lambda conn: deliveries.settle(conn, row.id, result, NOW))
    found = await now(database, row)
    assert (found.state, found.message) == ((S.SENT, 77) if state is S.SENT else (S.GONE, None))


async def test_where_a_message_arrived_is_not_forgotten(database: Database) -> None:
    row = await in_state(database, 1, S.SENDING)
    for result in (SendResult(S.SENT, channel=1, message=77), SendResult(S.SENT)):
        await write(database, partial(deliveries.settle, delivery_id=row.id, result=result, now=NOW))
    found = await now(database, row)
    assert (found.message_channel, found.message) == (1, 77)


async def test_others_of_the_kind_and_target_are_merged_if_nobody_tried_them_and_they_are_older(
    database: Database,
) -> None:
    old = NOW - SECOND
    head = await put(database, "head", at=old)
    waiting = await put(database, "waiting", at=old)
    paused = await put(database, "was paused", at=old)
    await write(database, lambda conn: deliveries.settle(conn, paused.id, SendResult(S.PAUSED, "why"), NOW))
    left = [
        await put(database, "young"),
        await put(database, "elsewhere", THERE, at=old),
        await put(database, "news", PUBLISHED, at=old),
        await put(database, "of another kind", kind=OTHER, at=old),
        *[await in_state(database, state, state, at=old) for state in S if state is not S.PENDING],
    ]
    merged = await write(database, lambda conn: deliveries.merge(conn, head, "other", NOW, NOW + SECOND))
    assert merged == [waiting.id, paused.id]
    assert (await now(database, head)).kind == "other"
    for row in (waiting, paused):
        found = await now(database, row)
        assert (found.state, found.reason, found.done_at) == (S.GONE, "told in a summary", NOW + SECOND)
    assert [await now(database, row) for row in left] == left


async def test_paused_rows_are_those_of_a_server_or_all(database: Database) -> None:
    for name, to in ((1, HERE), (2, THERE), (3, PERSON)):
        await in_state(database, name, S.PAUSED, to)
    for state in S:
        if state is not S.PAUSED:
            await in_state(database, state, state, THERE)
    assert [row.key for row in await deliveries.paused(database)] == ["note:1", "note:2", "note:3"]
    assert [row.key for row in await deliveries.paused(database, SERVER)] == ["note:1"]


@pytest.mark.parametrize("state", S)
async def test_only_paused_rows_are_released_and_are_tried_again_at_once(
    database: Database, state: DeliveryState
) -> None:
    row, other = await in_state(database, 1, state), await in_state(database, 2, S.PAUSED, THERE)
    await write(database, lambda conn: deliveries.release(conn, [row.id]))
    found = await now(database, row)
    if state is not S.PAUSED:
        assert found == row
        return
    assert (found.state, found.next_at, found.attempts) == (S.PENDING, None, 0)
    assert await now(database, other) == other


@pytest.mark.parametrize("state", S)
async def test_with_a_channel_go_all_its_open_rows(database: Database, state: DeliveryState) -> None:
    row = await in_state(database, 1, state)
    published = await in_state(database, 2, state, PUBLISHED)
    left = [await in_state(database, 3, state, THERE), await in_state(database, 4, state, Target("user", HERE.id))]
    await write(database, lambda conn: deliveries.gone_with_channel(conn, HERE.id, "deleted", NOW + SECOND))
    for was in (row, published):
        found = await now(database, was)
        if state in {S.SENT, S.GONE, S.FAILED}:
            assert found == was
        else:
            assert (found.state, found.reason, found.done_at) == (S.GONE, "deleted", NOW + SECOND)
    assert [await now(database, was) for was in left] == left


@pytest.mark.parametrize(
    ("state", "stream", "corrects", "goes"),
    [
        (S.PENDING, None, False, True),
        (S.PENDING, "a", False, True),
        (S.PENDING, "a", True, False),
        (S.PENDING, None, True, False),
        (S.PAUSED, None, False, True),
        # It may have arrived, and may have to be corrected.
        (S.PAUSED, "a", False, False),
        (S.SENDING, "a", False, False),
        (S.SENT, None, False, False),
        (S.FAILED, None, False, False),
    ],
)
async def test_with_a_server_goes_what_need_not_be_corrected(
    database: Database, state: DeliveryState, stream: str | None, corrects: bool, goes: bool
) -> None:
    told = await in_state(database, "told", S.SENT, THERE)
    row = await in_state(database, 1, state, stream=stream, corrects_delivery=told.id if corrects else None)
    other = await put(database, 2, THERE)
    assert await deliveries.guilds_with_rows_to_end(database) == {8, *([SERVER] if goes else [])}
    await write(database, lambda conn: deliveries.gone_with_guild(conn, SERVER, "left", NOW + SECOND))
    found = await now(database, row)
    assert await now(database, other) == other
    if goes:
        assert (found.state, found.reason, found.done_at) == (S.GONE, "left", NOW + SECOND)
    else:
        assert found == row


async def test_rows_of_people_are_of_no_server(database: Database) -> None:
    await put(database, 1, PERSON)
    assert await deliveries.guilds_with_rows_to_end(database) == set()


async def test_corrections_of_a_message_are_those_that_were_sent_in_their_order(database: Database) -> None:
    told = await in_state(database, 1, S.SENT)
    for state in S:
        await in_state(database, state, state, corrects_delivery=told.id)
    await in_state(database, "second", S.SENT, corrects_delivery=told.id)
    await in_state(database, "other", S.SENT)
    assert [row.key for row in await deliveries.sent_corrections(database, told.id)] == ["note:sent", "note:second"]


async def test_the_newest_message_and_what_waits_are_those_of_the_channel(database: Database) -> None:
    assert await deliveries.last_message(database, HERE.id) is None
    for number, to in ((5, HERE), (9, HERE), (7, HERE), (20, THERE)):
        await tried(database, await put(database, number, to), SendResult(S.SENT, channel=to.id, message=number))
    assert await deliveries.last_message(database, HERE.id) == 9
    for state in S:
        await in_state(database, state, state)
    await put(database, "person", Target("user", HERE.id))
    await put(database, "published", PUBLISHED)
    assert await deliveries.waiting(database, HERE.id) == 4


@pytest.mark.parametrize("state", S)
async def test_what_was_tried_last_in_a_channel(database: Database, state: DeliveryState) -> None:
    first = await in_state(database, 1, S.SENT)
    row = await in_state(database, 2, state)
    await in_state(database, 3, S.SENT, PUBLISHED)
    await in_state(database, 4, S.SENT, THERE)
    found = await deliveries.last_tried(database, HERE.id)
    assert found == (first if state is S.PENDING else row)


async def test_what_was_ended_before_anybody_tried_is_not_what_was_tried_last(database: Database) -> None:
    row = await put(database, 1)
    await write(database, lambda conn: deliveries.cancel(conn, row.key, NOW))
    assert await deliveries.last_tried(database, HERE.id) is None
    paused = await put(database, 2)
    await write(database, lambda conn: deliveries.settle(conn, paused.id, SendResult(S.PAUSED, "why"), NOW))
    assert await deliveries.last_tried(database, HERE.id) == await now(database, paused)


@pytest.mark.parametrize("change", ["put", "resume", "release"])
async def test_what_may_make_a_row_due_wakes_the_outbox(database: Database, change: str) -> None:
    row = await in_state(database, 1, S.PAUSED, stream="a")
    heard: list[str] = []
    database.on_commit(deliveries.TABLE, lambda: heard.append(change))
    if change == "put":
        await put(database, 2)
    if change == "resume":
        await write(database, lambda conn: deliveries.resume_stream(conn, "a", NOW))
    if change == "release":
        await write(database, lambda conn: deliveries.release(conn, [row.id]))
    assert heard == [change]


async def test_what_failed_before_anybody_tried_to_send_it_begins_afresh_with_its_stream(database: Database) -> None:
    row = await put(database, 1, stream="a")
    # The channel was not there: the row was not claimed.
    failed = SendResult(S.RETRY, "why", next_at=NOW + SECOND, attempts=2)
    await write(database, lambda conn: deliveries.settle(conn, row.id, failed, NOW))
    await write(database, lambda conn: deliveries.withdraw(conn, "a", "left", NOW))
    await write(database, lambda conn: deliveries.resume_stream(conn, "a", NOW))
    assert await now(database, row) == row
