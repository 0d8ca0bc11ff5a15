"""The way of one tip, from its form to the announcement elsewhere and the thanks, with the bot killed in every step."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.wire.double import Double, User, texts
from tests.wire.fanout import FanOut, marks, prepare, stop_cleanly, until
from tests.wire.process import Launcher
from tests.wire.story import PAGE, TIP, Ready, Step, Story, begin_story
from tests.wire.test_editing_kills import ACT

REPORT: Mapping[str, str | list[str]] = {
    "address": PAGE,
    "title": "Juneau suspends its tie",
    "publisher": "A paper",
    "published": "21 November 2026",
    "grade": ["C"],
}


@pytest.fixture
async def fan_out(double: Double, fast: Launcher) -> FanOut:
    """A channel of another server that follows, and no news yet."""
    return await prepare(double, fast.database, 1, news=0)


@pytest.fixture(params=[0, 6])
async def story(request: pytest.FixtureRequest, double: Double, fast: Launcher, fan_out: FanOut) -> Story:
    """A home server that is set up; the kills come so many milliseconds after each step."""
    return await begin_story(double, fast, request.param)


@pytest.mark.slow
async def test_killed_in_every_step_of_a_tip_all_is_told_once(double: Double, story: Story, fan_out: FanOut) -> None:
    (vera, oleh), (ed, eve) = story.volunteers, story.editors

    def hand_in(who: User) -> Ready:
        async def ready() -> Step:
            form = await story.slash(who, "tip send")
            return lambda: double.people.submit(form, TIP)

        return ready

    async def act() -> Step:
        if story.number("SELECT count(*) FROM draft"):
            form = await story.press(ed, await story.own_draft(ed), "Enter the act")
        else:
            form = await story.press(ed, await story.first_of_queue(ed, "The evidence rules"), "Record an act")
        return lambda: double.people.submit(form, ACT)

    async def source() -> Step:
        form = await story.press(ed, await story.own_draft(ed), "Fix source 1")
        return lambda: double.people.submit(form, REPORT)

    async def second() -> Step:
        card = await story.own_draft(ed)
        return lambda: story.press(ed, card, "Ask a second editor")

    async def confirm() -> Step:
        card = await story.first_of_queue(eve, "A second editor is asked")
        return lambda: story.press(eve, card, "Confirm and announce")

    await story.walk(hand_in(vera), f"SELECT count(*) FROM tip WHERE sender = {vera.id}")
    await story.walk(hand_in(oleh), f"SELECT count(*) FROM tip WHERE sender = {oleh.id}")
    await story.walk(act, "SELECT count(*) FROM draft WHERE actor <> ''")
    await story.walk(source, "SELECT count(*) FROM draft_source WHERE title <> ''")
    await story.walk(second, "SELECT count(*) FROM draft WHERE state <> 'open'")
    await story.walk(confirm, "SELECT count(*) FROM draft WHERE state = 'done'")
    async with story.launcher.started() as bot:
        thanked = [double.world.dm(who) for who in story.volunteers]
        await until(fan_out, bot, lambda: fan_out.states() == {"sent": 1} and all(dm.messages for dm in thanked))
        await stop_cleanly(bot)
    fan_out.verify()
    (news,) = fan_out.channels
    assert len(marks(news)) == 1
    for dm in thanked:
        (said,) = dm.messages
        assert "is decided: accepted" in texts(said.payload)
    assert story.number("SELECT count(*) FROM draft") == 1
    assert story.number("SELECT count(*) FROM tip WHERE state IN ('accepted', 'joined')") == 2
    assert story.number("SELECT count(*) FROM act WHERE tie = 'juneau-ak--vladivostok' AND date = '2026-11-20'") == 1
