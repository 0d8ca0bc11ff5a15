"""The rows of the outbox as a machine of states: whatever happens in whatever order, the queues keep their promises."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from db.store import deliveries
from db.store.announcement_models import ANNOUNCEMENT, SUMMARY
from db.store.announcements import YOUNG, merge_into_summary
from db.store.database import Database, stamp
from db.store.delivery_models import (
    FINAL,
    LONGEST_WAIT,
    NO_PAYLOAD,
    Delivery,
    DeliveryKind,
    DeliveryState,
    NoPayload,
    SendResult,
    Target,
)

pytestmark = pytest.mark.slow

REMINDER = DeliveryKind("reminder", NoPayload)
UNKNOWN = DeliveryKind("unknown", NoPayload)
KINDS = st.sampled_from([ANNOUNCEMENT, REMINDER, UNKNOWN])
REGISTERED = (ANNOUNCEMENT.name, REMINDER.name, SUMMARY.name)
CHANNELS = st.integers(1, 4)
PERSON = 4
OUTCOMES = st.sampled_from(
    [DeliveryState.SENT, DeliveryState.RETRY, DeliveryState.PAUSED, DeliveryState.GONE, DeliveryState.FAILED]
)


class Queues(RuleBasedStateMachine):
    """Rows are enqueued, claimed, settled and interrupted at random; the clock jumps both ways."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.database: Database = self.run(Database.open(Path(self.folder.name) / "test.sqlite3"))
        self.now = datetime(2026, 11, 25, tzinfo=UTC)
        self.number = 0
        self.final: dict[int, DeliveryState] = {}
        self.searched_from: dict[int, int] = {}
        self.nonces: dict[int, str] = {}

    def teardown(self) -> None:
        self.run(self.database.close())
        self.loop.close()
        self.folder.cleanup()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    async def write(self, *steps: Any) -> Any:
        async with self.database.transaction() as conn:
            return [await step(conn) for step in steps][-1]

    def rows(self) -> list[Delivery]:
        found = self.run(self.database.read("SELECT id FROM delivery ORDER BY id"))
        return [self.run(deliveries.by_id(self.database, row["id"])) for row in found]

    def heads(self) -> list[Delivery]:
        channels = self.run(deliveries.due_heads(self.database, self.now, 100, kinds=REGISTERED, people=False))
        people = self.run(deliveries.due_heads(self.database, self.now, 100, kinds=REGISTERED, people=True))
        assert all((head.to.kind == "user") == (head in people) for head in [*channels, *people])
        return [*channels, *people]

    def late(self) -> list[Delivery]:
        return [row for row in self.heads() if row.kind == ANNOUNCEMENT.name and self.now - row.created_at > YOUNG]

    @rule(kind=KINDS, channel=CHANNELS, days=st.integers(-1, 2), again=st.booleans())
    def put(self, kind: DeliveryKind[NoPayload], channel: int, days: int, again: bool) -> None:
        self.number += not again
        later = self.now + timedelta(days=days) if kind is REMINDER else None
        target = Target("user", channel) if channel == PERSON else Target("channel", channel, 9)
        row = kind.new(target, self.number, payload=NO_PAYLOAD, not_before=later)
        before = len(self.rows())
        self.run(self.write(lambda conn: deliveries.enqueue(conn, [row, row], self.now)))
        assert len(self.rows()) - before <= 1

    @precondition(lambda self: self.heads())
    @rule(pick=st.randoms(use_true_random=False), state=OUTCOMES, waits=st.integers(1, 3600), dies=st.booleans())
    def send(self, pick: Any, state: DeliveryState, waits: int, dies: bool) -> None:
        head = pick.choice(self.heads())
        self.number += 1
        assert self.run(self.write(lambda conn: deliveries.claim(conn, head, self.number)))
        self.searched_from.setdefault(head.id, self.number)
        if dies:
            return
        next_at = self.now + timedelta(seconds=waits) if state is DeliveryState.RETRY else None
        outcome = SendResult(state, "why", next_at=next_at)
        self.run(self.write(lambda conn: deliveries.settle(conn, head.id, outcome, self.now)))
        if state in FINAL:
            self.final[head.id] = state

    @rule(seconds=st.integers(-10_000_000, 10_000_000))
    def clock(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule()
    def release(self) -> None:
        paused = self.run(deliveries.paused(self.database))
        self.run(self.write(lambda conn: deliveries.release(conn, [row.id for row in paused])))
        assert self.run(deliveries.paused(self.database)) == ()

    @precondition(lambda self: self.late())
    @rule(pick=st.randoms(use_true_random=False))
    def merge(self, pick: Any) -> None:
        head = pick.choice(self.late())
        self.run(self.write(lambda conn: merge_into_summary(conn, head, self.now)))
        merged = self.run(deliveries.by_id(self.database, head.id))
        assert (merged.kind, merged.nonce, merged.key) == (SUMMARY.name, head.nonce, head.key)
        for row in self.rows():
            if row.reason == "told in a summary":
                assert row.search_after_id is None, "what may have arrived is never folded away"
                assert row.kind == ANNOUNCEMENT.name
                self.final[row.id] = DeliveryState.GONE

    @rule(channel=CHANNELS)
    def channel_goes(self, channel: int) -> None:
        self.run(self.write(lambda conn: deliveries.gone_with_channel(conn, channel, "deleted", self.now)))
        for row in self.rows():
            if row.to.id == channel != PERSON:
                assert row.state in FINAL
                self.final[row.id] = row.state

    @invariant()
    def what_is_final_stays(self) -> None:
        for row in self.rows():
            if row.id in self.final:
                assert row.state is self.final[row.id]

    @invariant()
    def where_to_search_from_and_the_nonce_never_change(self) -> None:
        for row in self.rows():
            assert row.search_after_id == self.searched_from.get(row.id)
            assert self.nonces.setdefault(row.id, row.nonce) == row.nonce
            assert 0 < len(row.nonce) <= 25

    @invariant()
    def one_head_a_channel_and_nothing_before_it(self) -> None:
        heads = self.heads()
        assert len({head.to.id for head in heads}) == len(heads)
        waiting = self.run(
            self.database.read(
                "SELECT id, target FROM delivery WHERE open = 1 AND kind <> ?"
                " AND (not_before IS NULL OR not_before <= ?)",
                (UNKNOWN.name, stamp(self.now)),
            )
        )
        for head in heads:
            assert head.id == min(row["id"] for row in waiting if row["target"] == head.to.id)

    @invariant()
    def nothing_waits_longer_than_an_hour_whatever_the_clock_does(self) -> None:
        at_once = {head.id for head in self.heads()}
        self.now, now = self.now + LONGEST_WAIT + timedelta(seconds=1), self.now
        first: dict[int, Delivery] = {}
        for row in self.rows():
            due = self.run(
                self.database.read(
                    "SELECT 1 FROM delivery WHERE id = ? AND (not_before IS NULL OR not_before <= ?)",
                    (row.id, stamp(self.now)),
                )
            )
            if row.state not in FINAL and due and row.kind != UNKNOWN.name:
                first.setdefault(row.to.id, row)
        expected = {row.id for row in first.values() if row.state is not DeliveryState.PAUSED}
        later = {head.id for head in self.heads()}
        assert later <= expected
        # A clock set back by just over an hour makes a message due at once, before its time comes round again.
        assert expected <= later | at_once
        self.now = now


TestQueues = Queues.TestCase
TestQueues.settings = hypothesis_settings(max_examples=40, stateful_step_count=30, deadline=None)
