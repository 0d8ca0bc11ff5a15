"""How much the database keeps for one person or server, and for how long: what the docs and the answers promise."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.store import deliveries, letter_drafts, letter_templates, sent_letters, subscriptions, watches
from db.store.announcement_models import ANNOUNCEMENT, CORRECTION, SUMMARY, WATCH
from db.store.announcements import merge_into_summary
from db.store.database import Database
from db.store.delivery_models import NO_PAYLOAD, Delivery, DeliveryKind, DeliveryState, NoPayload, SendResult, Target
from db.store.letter_models import LetterDraft, LetterOutcome
from db.store.subscription_models import Preferences, SubscriptionEnd
from tests.outbox_rows import row_of

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HERE = Target("channel", 5, 9)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "tiewatch.db")
    yield opened
    await opened.close()


async def put(
    database: Database,
    name: str,
    kind: DeliveryKind[NoPayload] = ANNOUNCEMENT,
    *,
    stream: str | None = None,
    corrects: int | None = None,
    at: datetime = NOW,
) -> Delivery:
    """A delivery that waits since then."""
    row = kind.new(HERE, name, payload=NO_PAYLOAD, stream=stream, corrects_delivery=corrects)
    async with database.transaction() as conn:
        await deliveries.enqueue(conn, [row], at)
    return await row_of(database, row.key)


async def tried(database: Database, row: Delivery, result: SendResult | None = None) -> None:
    """Try a delivery, and write down what became of it unless the process died meanwhile."""
    async with database.transaction() as conn:
        assert await deliveries.claim(conn, row, 1)
        if result is not None:
            await deliveries.settle(conn, row.id, result, NOW)


async def pruned(database: Database, after: timedelta) -> set[int]:
    """The deliveries that are left when so much time has passed."""
    async with database.transaction() as conn:
        await deliveries.prune(conn, NOW + after)
    return {row["id"] for row in await database.read("SELECT id FROM delivery")}


@pytest.mark.parametrize(
    ("state", "days"), [(DeliveryState.GONE, 30), (DeliveryState.SENT, 400), (DeliveryState.FAILED, 400)]
)
async def test_what_was_sent_is_kept_for_400_days_and_what_could_not_be_told_for_30(
    database: Database, state: DeliveryState, days: int
) -> None:
    row = await put(database, "one")
    await tried(database, row, SendResult(state, "why"))
    assert await pruned(database, timedelta(days=days)) == {row.id}
    assert await pruned(database, timedelta(days=days) + SECOND) == set()


async def test_what_waits_is_kept_however_long_unless_it_was_withdrawn_30_days_ago(database: Database) -> None:
    waits, withdrawn = await put(database, "waits"), await put(database, "withdrawn", stream="subscription:1")
    await tried(database, withdrawn)
    async with database.transaction() as conn:
        await deliveries.withdraw(conn, "subscription:1", "unfollowed", NOW)
    assert await pruned(database, timedelta(days=30)) == {waits.id, withdrawn.id}
    assert await pruned(database, timedelta(days=30) + SECOND) == {waits.id}
    assert await pruned(database, timedelta(days=4000)) == {waits.id}


async def test_what_was_withdrawn_and_had_arrived_is_kept_as_what_was_sent(database: Database) -> None:
    row = await put(database, "one", stream="subscription:1", at=NOW - timedelta(days=40))
    gone = await put(database, "other", stream="subscription:1", at=NOW - timedelta(days=40))
    await tried(database, row)
    async with database.transaction() as conn:
        await deliveries.withdraw(conn, "subscription:1", "unfollowed", NOW)
        await deliveries.settle(conn, row.id, SendResult(DeliveryState.SENT, channel=5, message=6), NOW)
    assert await pruned(database, timedelta(days=30)) == {row.id, gone.id}
    assert await pruned(database, timedelta(days=400)) == {row.id}


async def test_a_correction_that_was_sent_is_kept_as_long_as_other_messages(database: Database) -> None:
    told = await put(database, "one")
    await tried(database, told, SendResult(DeliveryState.SENT, channel=5, message=6))
    mend = await put(database, "one", CORRECTION, corrects=told.id)
    async with database.transaction() as conn:
        assert await deliveries.claim(conn, mend, 1)
        sent = SendResult(DeliveryState.SENT, channel=5, message=7)
        await deliveries.settle(conn, mend.id, sent, NOW + SECOND)
    assert await pruned(database, timedelta(days=400) + SECOND) == {mend.id}


async def test_a_correction_is_forgotten_with_the_message_that_it_corrects(database: Database) -> None:
    told = await put(database, "one")
    await tried(database, told, SendResult(DeliveryState.SENT, channel=5, message=6))
    mend = await put(database, "one", CORRECTION, corrects=told.id)
    assert await pruned(database, timedelta(days=400)) == {told.id, mend.id}
    assert await pruned(database, timedelta(days=400) + SECOND) == set()


@pytest.mark.parametrize("kind", [ANNOUNCEMENT, WATCH], ids=lambda kind: kind.name)
async def test_into_a_summary_of_news_goes_what_has_waited_for_more_than_7_days(
    database: Database, kind: DeliveryKind[NoPayload]
) -> None:
    late = await put(database, "late", kind, at=NOW - timedelta(days=7) - SECOND)
    older = await put(database, "older", kind, at=NOW - timedelta(days=7) - SECOND)
    young = await put(database, "young", kind, at=NOW - timedelta(days=7))
    async with database.transaction() as conn:
        await merge_into_summary(conn, late, NOW)
    found = [await deliveries.by_id(database, row.id) for row in (late, older, young)]
    assert [(row.kind, row.state) for row in found if row] == [
        (SUMMARY.name, DeliveryState.PENDING),
        (kind.name, DeliveryState.GONE),
        (kind.name, DeliveryState.PENDING),
    ]


async def test_a_subscription_that_ended_is_kept_for_30_days(database: Database) -> None:
    async with database.transaction() as conn:
        for channel in (1, 2):
            await subscriptions.follow(conn, guild=9, channel=channel, by=7, preferences=Preferences(), now=NOW)
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
        for number in range(25):
            await letter_templates.save(conn, 9, f"t{number}", "text", 7, NOW)
        with pytest.raises(letter_templates.ServerFullError):
            await letter_templates.save(conn, 9, "t25", "text", 7, NOW)
        assert (await letter_templates.save(conn, 9, "t3", "better", 7, NOW)).before == "text"
        assert (await letter_templates.save(conn, 10, "t25", "text", 7, NOW)).before is None
    assert len(await letter_templates.of_server(database, 9)) == 25


async def test_what_was_done_to_a_template_can_be_taken_back_for_30_days(database: Database) -> None:
    async with database.transaction() as conn:
        change = await letter_templates.save(conn, 9, "mine", "text", 7, NOW)
        assert await letter_templates.undo(conn, 10, change.id, 7, NOW) is None, "another server's"
        await letter_templates.expire(conn, NOW + timedelta(days=30))
        back = await letter_templates.undo(conn, 9, change.id, 7, NOW)
        assert back is not None
        await letter_templates.expire(conn, NOW + timedelta(days=30) + SECOND)
        assert await letter_templates.undo(conn, 9, back.id, 7, NOW) is None
    assert await letter_templates.of_server(database, 9) == []


async def test_a_person_watches_at_most_100_ties(database: Database) -> None:
    async with database.transaction() as conn:
        assert [await watches.start(conn, 7, f"tie {number}", NOW) for number in range(100)] == [True] * 100
        with pytest.raises(watches.TooManyWatchesError):
            await watches.start(conn, 7, "one more", NOW)
        assert not await watches.start(conn, 7, "tie 3", NOW), "it is watched already"
        assert await watches.start(conn, 8, "one more", NOW)
    assert len(await watches.of_user(database, 7)) == 100
