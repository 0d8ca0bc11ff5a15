"""Letters under a quick finger: the same button pressed twice at the same moment does what one press does."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import TypeAlias

import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot import Tiewatch
from cogs.kit.bot import Interaction
from tests.behaviour.letters_steps import begin, choose, draft_id, press, write_words
from tests.world import NOW, message_of, texts

Pressed: TypeAlias = Awaitable[InteractionResult]
Twice: TypeAlias = Callable[[Pressed, Pressed], Awaitable[list[InteractionResult]]]


@pytest.fixture
def twice(bot: Tiewatch) -> Twice:
    """Two presses that are both under way before either is answered: what they bring is held back, then let go.

    No two looks at the bot's clock show the same moment.
    """
    looks = itertools.count()
    bot.clock = lambda: NOW + timedelta(milliseconds=next(looks))

    async def both(first: Pressed, second: Pressed) -> list[InteractionResult]:
        held: list[Interaction] = []

        async def hold(interaction: Interaction) -> None:
            held.append(interaction)

        bot.on_interaction = hold  # type: ignore[method-assign]
        results = [await first, await second]
        bot.on_interaction = partial(Tiewatch.on_interaction, bot)  # type: ignore[method-assign]
        await asyncio.gather(*(bot.on_interaction(interaction) for interaction in held))
        return results

    return both


async def test_i_sent_it_twice_is_one_letter(
    twice: Twice, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    for after in await twice(press(vera, shown, "sent"), press(vera, shown, "sent")):
        assert "### Sent on 28 November 2026" in texts(after)
    assert await sent_counts(bot) == {"begun": 1, "sent": 1}


async def test_an_answer_noted_twice_counts_once(
    twice: Twice, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    for noted in await twice(choose(vera, after, "answer", "agreed"), choose(vera, after, "answer", "agreed")):
        assert "They agreed: noted." in texts(noted)
    assert await sent_counts(bot) == {"begun": 1, "sent": 1, "agreed": 1}
    await twice(choose(vera, after, "answer", "declined"), choose(vera, after, "answer", "silent"))
    counts = await sent_counts(bot)
    assert sum(counts.get(outcome, 0) for outcome in ("agreed", "declined", "silent")) == 1


async def test_two_presses_on_remind_me_bring_one_reminder(
    twice: Twice, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    for told in await twice(press(vera, after, "remind"), press(vera, after, "remind")):
        assert "I will ask you on 12 December 2026" in texts(told)
    assert await waiting(bot) == 1


async def test_two_presses_on_no_reminder_leave_none(
    twice: Twice, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    await press(vera, after, "remind")
    await twice(press(vera, after, "forget"), press(vera, after, "forget"))
    assert await waiting(bot) == 0


async def test_two_presses_on_write_a_letter_give_one_draft_that_both_panels_open(
    twice: Twice, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "status", place="Portland, Oregon"))
    panels = await twice(vera.click(card, label="Write a letter"), vera.click(card, label="Write a letter"))
    assert len(await bot.database.read("SELECT 1 FROM letter_draft")) == 1
    assert draft_id(panels[0]) == draft_id(panels[1])
    assert "**Review**" in texts(await write_words(vera, panels[0]))


async def waiting(bot: Tiewatch) -> int:
    """How many messages wait to be sent."""
    return len(await bot.database.read("SELECT 1 FROM delivery WHERE open = 1"))


async def sent_counts(bot: Tiewatch) -> dict[str, int]:
    """All that was counted of letters, by what happened."""
    rows = await bot.database.read("SELECT what, sum(number) AS number FROM letter_count GROUP BY what")
    return {row["what"]: row["number"] for row in rows if row["number"]}
