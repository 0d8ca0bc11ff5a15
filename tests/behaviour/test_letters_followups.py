"""Letters over time: drafts expire, one reminder comes, what is noted of sent letters goes after a year."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.settings import Settings
from preview import HOME_SERVER
from tests.behaviour.letters_steps import REASON, begin, choose, file_of, open_words, press, words
from tests.world import labels, message_of, texts

HOUR = 3601


async def wait(env: Env, bot: Tiewatch, days: float) -> None:
    """Let days pass: the bot's clock is moved on, and then every loop has its turn.

    The loops themselves are not run through all these days, which would take minutes.
    """
    moved = bot.clock() + timedelta(days=days) - env.now()
    bot.clock = lambda: env.now() + moved
    await env.advance_time(HOUR)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Drafts live for three days, and the outbox looks once an hour."""
    return Settings(database=tmp_path / "test.sqlite3", home_server=HOME_SERVER, sweep=3600, draft_days=3)


async def test_a_draft_expires_with_all_its_buttons_and_nothing_typed_meanwhile_is_lost(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    form = await open_words(vera, shown)
    await wait(env, bot, 2)
    assert "draft, changed" in texts(await vera.slash(channel, "letter mine"))
    await wait(env, bot, 1)
    assert "None yet." in texts(await vera.slash(channel, "letter mine"))
    assert "I no longer have this draft" in texts(await press(vera, shown, "copy"))
    late = (await vera.submit_modal(form, words("Typed while it expired."))).followups[-1]
    assert "What you typed is in this file" in texts(late)
    name, data = await file_of(late)
    assert (name, data.decode()) == ("what-you-typed.txt", "Typed while it expired.")


async def test_an_expired_draft_leaves_nothing_in_the_database(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await press(vera, await begin(vera, channel), "copy")
    assert await bot.database.read("SELECT 1 FROM letter_shingle")
    await wait(env, bot, 3)
    for table in ("letter_draft", "letter_shingle"):
        assert not await bot.database.read(f"SELECT 1 FROM {table}")


async def test_a_change_gives_a_draft_its_days_again(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    assert "deleted on 1 December 2026" in texts(shown)
    await wait(env, bot, 2)
    options = await press(vera, shown, "options")
    await press(vera, options, "fair", "1")
    assert "deleted on 3 December 2026" in texts(await press(vera, options, "show"))


async def test_an_untouched_panel_is_gone_after_a_day(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await vera.slash(channel, "letter write", place="Eugene")
    await wait(env, bot, 1)
    assert not await bot.database.read("SELECT 1 FROM letter_draft")


async def test_one_reminder_comes_in_two_weeks_also_after_a_restart(
    env: Env, bot: Tiewatch, settings: Settings, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await begin(vera, channel)
    after = await press(vera, shown, "sent")
    told = await vera.click(message_of(after), label="Remind me in two weeks")
    assert "I will ask you on 12 December 2026, by direct message." in texts(told)
    await wait(env, bot, 7)
    await bot.close()
    assert not vera.user.dm_channel.history()
    fresh = await Tiewatch.open(settings, bot.clock)
    try:
        await env.restart_bot(fresh)
        assert not vera.user.dm_channel.history()
        await wait(env, fresh, 7)
        reminder = vera.user.dm_channel.history()[-1]
        assert "On 28 November 2026 you wrote to an office about Portland, Oregon – Khabarovsk." in texts(reminder)
        assert labels(reminder) == ["They agreed", "They declined", "They only acknowledged it", "No answer"]
        answered = await vera.user.click(reminder, label="They declined")
        assert "They declined: noted." in texts(answered)
        await wait(env, fresh, 20)
        assert len(vera.user.dm_channel.history()) == 1
    finally:
        await fresh.close()


@pytest.mark.parametrize(
    ("form", "done", "told"),
    [
        ("statement", "I gave it", "you spoke before an office about Portland, Oregon – Khabarovsk."),
        ("editor", "I sent it", "you wrote to the local paper about Portland, Oregon – Khabarovsk."),
    ],
)
async def test_a_reminder_says_what_was_done_also_when_the_draft_is_gone(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, form: str, done: str, told: str
) -> None:
    options = await choose(vera, await press(vera, await begin(vera, channel), "options"), "form", form)
    after = await vera.click(message_of(await press(vera, options, "show")), label=done)
    await vera.click(message_of(after), label="Remind me in two weeks")
    await wait(env, bot, 3)
    assert not await bot.database.read("SELECT 1 FROM letter_draft")
    await wait(env, bot, 11)
    assert f"On 28 November 2026 {told}" in texts(vera.user.dm_channel.history()[-1])


async def test_no_answer_is_noted_from_the_reminder(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    await vera.click(message_of(after), label="Remind me in two weeks")
    await wait(env, bot, 14)
    noted = await vera.user.click(vera.user.dm_channel.history()[-1], label="No answer")
    assert "Noted: no answer so far." in texts(noted)
    assert "no answer" in texts(await vera.slash(channel, "letter mine"))


@pytest.mark.parametrize("how", ["answer", "take back", "forget"])
async def test_no_reminder_comes_where_none_is_wanted_any_more(
    how: str, env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    waiting = await vera.click(message_of(after), label="Remind me in two weeks")
    if how == "answer":
        await vera.select(message_of(waiting), ["agreed"])
    elif how == "take back":
        await vera.click(message_of(waiting), label="No reminder")
    else:
        asked = await vera.slash(channel, "privacy forget")
        await vera.click(message_of(asked), label="Delete everything")
    await wait(env, bot, 15)
    assert not vera.user.dm_channel.history()


async def test_a_reminder_is_promised_only_where_it_will_come(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    agreed = await vera.select(message_of(after), ["agreed"])
    assert "Remind me in two weeks" not in labels(message_of(agreed))
    silent = await vera.select(message_of(agreed), ["silent"])
    told = await vera.click(message_of(silent), label="Remind me in two weeks")
    assert "I will ask you on 12 December 2026" in texts(told)
    await wait(env, bot, 14)
    assert "Did it answer?" in texts(vera.user.dm_channel.history()[-1])


async def test_a_reminder_to_closed_direct_messages_does_no_harm(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    after = await press(vera, await begin(vera, channel), "sent")
    await vera.click(message_of(after), label="Remind me in two weeks")
    env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=None)
    await wait(env, bot, 15)
    rows = await bot.database.read("SELECT state FROM delivery")
    assert [row["state"] for row in rows] == ["gone"]


async def test_what_is_noted_of_a_sent_letter_has_no_text_outlives_the_draft_and_goes_after_a_year(
    env: Env, bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    await press(vera, await begin(vera, channel), "sent")
    await wait(env, bot, 4)
    assert "28 November 2026, no word yet" in texts(await vera.slash(channel, "letter mine"))
    rows = await bot.database.read("SELECT * FROM letter_sent")
    assert REASON not in str([dict(row) for row in rows])
    # A clock that leaps deletes nothing for an hour.
    await wait(env, bot, 363)
    await wait(env, bot, 0.1)
    assert not await bot.database.read("SELECT 1 FROM letter_sent")
