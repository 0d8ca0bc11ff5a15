"""How much the database keeps for one person or server, and for how long: what the docs and the answers promise."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.store import deliveries, letter_drafts, letter_templates, sent_letters, subscriptions, watches
from db.store.database import Database
from db.store.deliveries import DeliveryState, NewDelivery, SendResult, Target
from db.store.models import LetterDraft, LetterOutcome, Preferences, SubscriptionEnd

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HERE = Target("channel", 5, 9)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "tiewatch.db")
    yield opened
    await opened.close()


async def put(database: Database, kind: str = "announcement", to: Target = HERE) -> deliveries.Delivery:
    """A delivery that waits since now."""
    async with database.transaction() as conn:
        key = f"{kind}:{to.id}:{len(await database.read('SELECT 1 FROM delivery'))}"
        number = await deliveries.enqueue(conn, kind=kind, target=to, key=key, now=NOW)
    return await known(database, number)


async def known(database: Database, number: int) -> deliveries.Delivery:
    """A delivery that must still be kept."""
    found = await deliveries.by_id(database, number)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("state", "days"), [(DeliveryState.GONE, 30), (DeliveryState.SENT, 400), (DeliveryState.FAILED, 400)]
)
async def test_what_was_sent_is_kept_for_400_days_and_what_could_not_be_told_for_30(
    database: Database, state: DeliveryState, days: int
) -> None:
    row = await put(database)
    async with database.transaction() as conn:
        await deliveries.claim(conn, row.id, 1)
        await deliveries.settle(conn, row.id, SendResult(state, "why"), NOW)
    for after, kept in ((timedelta(), True), (timedelta(days=days), True), (timedelta(days=days) + SECOND, False)):
        async with database.transaction() as conn:
            await deliveries.prune(conn, NOW + after)
        assert (await deliveries.by_id(database, row.id) is not None) == kept


async def test_what_waits_is_kept_however_long_unless_it_was_withdrawn_30_days_ago(database: Database) -> None:
    waits = await put(database)
    async with database.transaction() as conn:
        withdrawn = await deliveries.enqueue(
            conn, kind="announcement", target=HERE, key="withdrawn", now=NOW, withdrawn=True
        )
        await deliveries.prune(conn, NOW + timedelta(days=30))
    assert await deliveries.by_id(database, withdrawn)
    async with database.transaction() as conn:
        await deliveries.prune(conn, NOW + timedelta(days=30) + SECOND)
        await deliveries.prune(conn, NOW + timedelta(days=4000))
    assert await deliveries.by_id(database, withdrawn) is None
    assert await deliveries.by_id(database, waits.id)


async def test_a_correction_is_forgotten_with_the_message_that_it_corrects(database: Database) -> None:
    told = await put(database)
    order = NewDelivery("correction", HERE, "correction:1", about=told.id)
    async with database.transaction() as conn:
        await deliveries.claim(conn, told.id, 1)
        await deliveries.settle(conn, told.id, SendResult(DeliveryState.SENT, place=5, message=6), NOW)
        await deliveries.enqueue_all(conn, [order], NOW)
        await deliveries.prune(conn, NOW + timedelta(days=400))
    assert len(await database.read("SELECT 1 FROM delivery")) == 2
    async with database.transaction() as conn:
        await deliveries.prune(conn, NOW + timedelta(days=400) + SECOND)
    assert await database.read("SELECT 1 FROM delivery") == []


@pytest.mark.parametrize("kind", ["announcement", "watch"])
@pytest.mark.parametrize(("after", "is_merged"), [(-SECOND, False), (timedelta(), False), (SECOND, True)])
async def test_news_that_waited_for_more_than_7_days_become_one_summary(
    database: Database, kind: str, after: timedelta, is_merged: bool
) -> None:
    head, other = await put(database, kind), await put(database, kind)
    async with database.transaction() as conn:
        assert await deliveries.merge_into_summary(conn, head, NOW + timedelta(days=7) + after) == is_merged
    assert (await known(database, head.id)).kind == ("summary" if is_merged else kind)
    told = await known(database, other.id)
    assert (told.state is DeliveryState.GONE, told.reason) == (is_merged, "told in a summary" if is_merged else None)


async def test_a_subscription_that_ended_is_kept_for_30_days(database: Database) -> None:
    async with database.transaction() as conn:
        for channel in (1, 2):
            await subscriptions.follow(
                conn, guild=9, channel=channel, by=7, preferences=Preferences(), slot=NOW, now=NOW
            )
    ended = await subscriptions.of_channel(database, 1)
    assert ended is not None
    async with database.transaction() as conn:
        await subscriptions.end(conn, [ended.id], SubscriptionEnd.UNFOLLOWED, NOW)
        await subscriptions.prune(conn, NOW + timedelta(days=30))
    assert await subscriptions.of_channel(database, 1) is not None
    async with database.transaction() as conn:
        await subscriptions.prune(conn, NOW + timedelta(days=30) + SECOND)
    assert await subscriptions.of_channel(database, 1) is None
    assert await subscriptions.of_channel(database, 2) is not None


def letter(name: str) -> LetterDraft:
    """A draft with what the database needs."""
    return LetterDraft(name, 7, 9, "eugene-or", "eugene-or--irkutsk", "end")


async def begin(database: Database, name: str) -> None:
    """Store a draft in which something was typed."""
    async with database.transaction() as conn:
        await letter_drafts.add(conn, letter(name), NOW)
        assert await letter_drafts.change(conn, name, 7, {"reason": "Mine.", "begun": True}, NOW)


async def test_a_draft_expires_after_its_days_and_a_panel_in_which_nothing_was_typed_after_one(
    database: Database,
) -> None:
    await begin(database, "begun")
    async with database.transaction() as conn:
        await letter_drafts.add(conn, letter("empty"), NOW)
        assert await letter_drafts.expire(conn, NOW + timedelta(days=1), 30) == 0
        assert await letter_drafts.expire(conn, NOW + timedelta(days=1) + SECOND, 30) == 1
    assert await letter_drafts.get(database, "empty") is None
    async with database.transaction() as conn:
        assert await letter_drafts.expire(conn, NOW + timedelta(days=30), 30) == 0
        assert await letter_drafts.expire(conn, NOW + timedelta(days=30) + SECOND, 30) == 1
    assert await letter_drafts.get(database, "begun") is None


async def test_a_person_has_at_most_25_drafts_and_empty_ones_do_not_count(database: Database) -> None:
    for number in range(25):
        async with database.transaction() as conn:
            assert not await letter_drafts.is_full(conn, 7)
        await begin(database, f"draft {number}")
    async with database.transaction() as conn:
        assert await letter_drafts.is_full(conn, 7)
        assert not await letter_drafts.is_full(conn, 8)
        await letter_drafts.delete(conn, "draft 3", 7)
        await letter_drafts.add(conn, letter("empty"), NOW)
        assert not await letter_drafts.is_full(conn, 7)


async def test_a_sent_letter_is_kept_for_a_year(database: Database) -> None:
    async with database.transaction() as conn:
        assert await sent_letters.add(conn, letter("sent"), "letter", "Mayor", NOW)
        await sent_letters.answer(conn, "sent", LetterOutcome.AGREED)
        assert await sent_letters.expire(conn, NOW + timedelta(days=365)) == 0
        assert await sent_letters.expire(conn, NOW + timedelta(days=365) + SECOND) == 1
    assert await sent_letters.get(database, "sent") is None
    assert {found.number for found in await sent_letters.counts(database, 9)} == {1}, "counts name nobody, and stay"


async def test_a_server_has_at_most_25_templates_and_may_replace_each(database: Database) -> None:
    async with database.transaction() as conn:
        added = [await letter_templates.put(conn, 9, f"t{number}", "text", 7, NOW) for number in range(26)]
        assert added == [True] * 25 + [False]
        assert await letter_templates.put(conn, 9, "t3", "better", 7, NOW)
        assert await letter_templates.put(conn, 10, "t25", "text", 7, NOW)
    assert len(await letter_templates.of_server(database, 9)) == 25


async def test_a_person_watches_at_most_100_ties(database: Database) -> None:
    async with database.transaction() as conn:
        assert [await watches.start(conn, 7, f"tie {number}", NOW) for number in range(100)] == [True] * 100
        with pytest.raises(watches.TooManyWatchesError):
            await watches.start(conn, 7, "one more", NOW)
        assert not await watches.start(conn, 7, "tie 3", NOW), "it is watched already"
        assert await watches.start(conn, 8, "one more", NOW)
    assert len(await watches.of_user(database, 7)) == 100
