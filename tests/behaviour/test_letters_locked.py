"""Letters while another process writes to the database: every press is answered at once, and kindly in the end."""

from __future__ import annotations

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot import Tiewatch
from cogs.outbox import outbox_of
from tests.behaviour.announcements_steps import sent
from tests.behaviour.database_lock_steps import TOLD, answered_first, locked
from tests.behaviour.letters_steps import PORTLAND, begin, draft_id, press
from tests.behaviour.test_letters_servers import GOOD
from tests.world import last, message_of, texts

pytestmark = pytest.mark.expects_errors


def told_kindly(env: Env, result: InteractionResult) -> bool:
    """Whether Discord was answered before the database was, and the person then told to try again."""
    return answered_first(env) and TOLD in texts(last(result))


async def test_a_letter_begun_while_the_database_is_locked(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    card = message_of(await vera.slash(channel, "status", place="Portland, Oregon"))
    async with locked(bot):
        assert told_kindly(env, await vera.slash(channel, "letter write", place=PORTLAND))
        assert told_kindly(env, await vera.click(card, label="Write a letter"))
        assert told_kindly(env, await vera.user.slash("letter write", place=PORTLAND))
    assert "A letter about" in texts(await vera.slash(channel, "letter write", place=PORTLAND))


async def test_an_answer_noted_from_the_reminder_while_the_database_is_locked(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    await vera.click(message_of(await press(vera, shown, "sent")), label="Remind me in two weeks")
    async with bot.database.transaction() as conn:
        await conn.execute("UPDATE delivery SET not_before = '2026-11-28T00:00:00.000Z'")
    await outbox_of(bot).wake()
    await sent()
    reminder = vera.user.dm_channel.history()[-1]
    async with locked(bot):
        for label in ("They agreed", "No answer"):
            assert told_kindly(env, await vera.user.click(reminder, label=label))
    noted = await vera.user.click(reminder, custom_id=f"letter-answer/1/{draft_id(shown)}/agreed")
    assert "They agreed: noted." in texts(noted)


async def test_templates_and_forgetting_while_the_database_is_locked(
    env: Env, bot: Tiewatch, olga: MemberActor, channel: ChannelHandle
) -> None:
    asked = message_of(await olga.slash(channel, "privacy forget"))
    async with locked(bot):
        assert told_kindly(env, await olga.slash(channel, "template add", file=("ours.txt", GOOD.encode())))
        assert told_kindly(env, await olga.slash(channel, "template remove", name="ours"))
        assert told_kindly(env, await olga.click(asked, label="Delete everything"))


@pytest.mark.parametrize("action", ["copy", "options"])
async def test_a_press_does_not_wait_for_a_file_that_is_being_made(
    action: str, env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel, reason="I saw it myself, and it made me sad 😢.")
    await press(vera, shown, action)
    assert answered_first(env)
