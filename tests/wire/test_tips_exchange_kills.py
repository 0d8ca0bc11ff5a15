"""What goes between a sender and the editors, with the bot killed in every step: all once, and nothing lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from db.store.database import stamp
from tests.wire.double import Channel, Double, Message, User, texts
from tests.wire.double.validate import walk
from tests.wire.fanout import stop_cleanly
from tests.wire.process import Launcher
from tests.wire.story import TIP, Ready, Step, Story, begin_story

pytestmark = pytest.mark.slow

PATIENCE = 60
QUESTION = "On which page of the minutes?"
ANSWER = "On page 12, near the end."
REASON = "The record has this vote already."
WHERE = "Council minutes of 2026, the local paper"


@pytest.fixture(params=[6, 25])
async def story(request: pytest.FixtureRequest, double: Double, fast: Launcher) -> Story:
    """A home server that is set up; the kills come so many milliseconds after each step."""
    return await begin_story(double, fast, request.param)


async def handed_in(story: Story, who: User) -> None:
    """A tip of somebody's, kept."""
    async with story.launcher.started() as bot:
        form = await story.slash(who, "tip send")
        await story.shown(await story.double.people.submit(form, TIP), "This is tip")
        await stop_cleanly(bot)


async def heard(story: Story, who: User, number: int) -> list[str]:
    """What somebody was told by direct message, once it is so many; and nothing more is on its way."""
    told: Channel = story.double.world.dm(who)
    async with story.launcher.started() as bot:
        await story.double.until(lambda: len(told.messages) >= number, "it is told", PATIENCE)
        open_rows = "SELECT count(*) FROM delivery WHERE open = 1 AND kind LIKE 'tip_%'"
        await story.double.until(lambda: not story.number(open_rows), "nothing waits", PATIENCE)
        await stop_cleanly(bot)
    return [texts(message.payload) for message in told.messages]


def decides(story: Story, who: User) -> Ready:
    """An editor decides on the first tip that waits."""

    async def ready() -> Step:
        form = await story.press(who, await story.first_of_queue(who, "The evidence rules"), "Decide")
        return lambda: story.double.people.submit(form, {"state": "nothing_new", "reason": REASON})

    return ready


async def test_killed_while_asking_back_and_answering_each_is_told_once(double: Double, story: Story) -> None:
    (vera, _), (ed, _) = story.volunteers, story.editors
    await handed_in(story, vera)

    async def ask() -> Step:
        form = await story.press(ed, await story.first_of_queue(ed, "The evidence rules"), "Ask back")
        return lambda: double.people.submit(form, {"question": QUESTION})

    async def answer() -> Step:
        (asked,) = double.world.dm(vera).messages
        form = await story.press(vera, asked, "Answer")
        return lambda: double.people.submit(form, {"answer": ANSWER})

    await story.walk(ask, f"SELECT count(*) FROM tip WHERE question = '{QUESTION}'")
    (question,) = await heard(story, vera, 1)
    assert QUESTION in question
    await story.walk(answer, f"SELECT count(*) FROM tip WHERE state = 'new' AND answer = '{ANSWER}'")
    await story.walk(decides(story, ed), "SELECT count(*) FROM tip WHERE state = 'nothing_new'")
    _, outcome = await heard(story, vera, 2)
    assert "is decided: nothing new" in outcome
    assert story.number("SELECT count(*) FROM tip") == 1


async def test_killed_while_withdrawing_a_tip_goes_with_its_file_and_the_next_takes_its_place(
    double: Double, story: Story
) -> None:
    (vera, oleh), (ed, _) = story.volunteers, story.editors
    # What was deleted and not noted is deleted again.
    double.log.expect(404, 10008)
    await handed_in(story, vera)
    await handed_in(story, oleh)
    file = double.world.store(story.review, double.world.bot, {"content": "", "attachments": []})
    with closing(sqlite3.connect(story.launcher.database)) as conn, conn:
        conn.execute(
            "INSERT INTO tip_file (sender, tip, channel, message, type, size, hash, created_at)"
            " VALUES (?, 1, ?, ?, 'png', 1, 'x', ?)",
            (vera.id, story.review.id, file.id, stamp(double.clock.now())),
        )

    async def withdraw() -> Step:
        listed = await story.shown(await story.slash(vera, "tip mine"), "My tips")
        (choice,) = [each for each in walk(listed.payload["components"]) if "tip-show" in str(each.get("custom_id"))]
        shown = await double.people.press(vera, listed, str(choice["custom_id"]), ["1"])
        card = await story.shown(shown, "waits for an editor")
        return lambda: story.press(vera, card, "Withdraw")

    await story.walk(withdraw, "SELECT count(*) FROM tip WHERE id = 1 AND state = 'withdrawn'")
    async with story.launcher.started() as bot:
        await double.until(lambda: story.review.message(file.id) is None, "the file is deleted", PATIENCE)
        await double.until(lambda: not story.number("SELECT count(*) FROM tip_file"), "and forgotten", PATIENCE)
        await stop_cleanly(bot)
    await story.walk(decides(story, ed), "SELECT count(*) FROM tip WHERE id = 2 AND state = 'nothing_new'")
    (outcome,) = await heard(story, oleh, 1)
    assert "Your tip 2 is decided: nothing new" in outcome
    assert double.world.dm(vera).messages == []


async def test_killed_in_every_end_of_ten_minutes_each_is_noted_once(double: Double, story: Story) -> None:
    (vera, oleh), (ed, _) = story.volunteers, story.editors

    async def task(who: User) -> Message:
        return await story.shown(await story.slash(who, "help-out", {"place": "Oregon"}), "Ten minutes that help")

    async def looked() -> Step:
        form = await story.press(vera, await task(vera), "Nothing newer")
        return lambda: double.people.submit(form, {"where": WHERE})

    async def could_not() -> Step:
        card = await task(oleh)
        return lambda: story.press(oleh, card, "I could not")

    async def note() -> Step:
        card = await story.first_of_queue(ed, WHERE)
        return lambda: story.press(ed, card, "Note the search")

    await story.walk(looked, f"SELECT count(*) FROM tip WHERE sender = {vera.id}")
    assert story.number("SELECT count(*) FROM help_task WHERE outcome = 'looked'") == 1
    await story.walk(could_not, f"SELECT count(*) FROM help_task WHERE person = {oleh.id} AND outcome = 'could_not'")
    assert story.number("SELECT count(*) FROM help_task") == 2
    claims = "SELECT count(*) FROM work_claim WHERE kind = 'stale'"
    assert story.number(claims) == 0
    await story.walk(note, "SELECT count(*) FROM tip WHERE state = 'accepted'")
    (outcome,) = await heard(story, vera, 1)
    assert "accepted" in outcome
    assert story.number(f"SELECT count(*) FROM search WHERE \"where\" LIKE '{WHERE}%'") == 1
    assert story.number("SELECT count(*) FROM tip") == 1
