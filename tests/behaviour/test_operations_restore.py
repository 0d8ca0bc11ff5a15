"""After a restore: an editor sees in /queue what is held, lets it go on, and decides what nobody could look up."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import discord
import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.settings import Settings
from db.record.act_kinds import ActKind
from db.store.backups import write_backup
from db.store.restore import restore
from preview import World
from tests.behaviour.announcements_steps import JUNEAU, PORTLAND, decide, real, sent, swept
from tests.behaviour.editing_steps import set_up
from tests.world import labels, message_of, selects, texts, waits_not

Back = Callable[[], Awaitable[Tiewatch]]
HOUR = timedelta(hours=1)


@pytest.fixture
async def back(bot: Tiewatch, env: Env, settings: Settings, tmp_path: Path, news: ChannelHandle) -> AsyncIterator[Back]:
    """Go back to how it was before the test began, and start anew."""
    file = tmp_path / "backup.sqlite3"
    await swept(env)
    write_backup(settings.database, file, env.now())
    running = [bot]

    async def again() -> Tiewatch:
        await running[-1].close()
        restore(file, settings.database, env.now())
        running.append(await Tiewatch.open(settings, env.now))
        await env.restart_bot(running[-1])
        await sent()
        return running[-1]

    yield again
    await running[-1].close()


async def asked(who: MemberActor, channel: ChannelHandle, choice: str) -> discord.Message:
    """The card of what waits after a restore, from /queue."""
    listed = await who.slash(channel, "queue")
    assert "After the restore from a backup" in texts(listed)
    (select,) = [one for one in selects(listed) if any(choice in option.value for option in one.options)]
    (value,) = [option.value for option in select.options if choice in option.value]
    return message_of(await who.select(message_of(listed), [value], custom_id=select.custom_id))


def told(channel: ChannelHandle, place: str) -> list[str]:
    """What was announced of a place in a channel."""
    return [text for text in map(texts, channel.history()) if place in text]


async def test_nothing_is_sent_after_a_restore_until_an_editor_lets_it_go_on(
    bot: Tiewatch, env: Env, world: World, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle, back: Back
) -> None:
    await set_up(world)
    await decide(bot, PORTLAND, ActKind.ENDED)
    await swept(env)
    assert len(told(news, "Portland")) == 1
    again = await back()
    await set_up(world)
    await decide(again, PORTLAND, ActKind.ENDED)
    await decide(again, JUNEAU, ActKind.SUSPENDED)
    await swept(env)
    assert not told(news, "Juneau"), "it is held"
    card = await asked(ed, channel, "go-on")
    said = texts(card)
    assert "Nothing is sent until you say so" in said
    assert "All channels and direct messages that the backup knows were read" in said
    assert f"/{news.id}/" in said, "the message of which the backup knows nothing"
    assert labels(card)[0] == "Let sending go on"
    done = await ed.click(card, label="Let sending go on")
    assert "Sending goes on" in texts(done)
    await swept(env)
    assert len(told(news, "Juneau")) == 1
    assert len(told(news, "Portland")) == 1, "entered anew, it has found its message"
    assert waits_not(await ed.slash(channel, "queue"), "After the restore from a backup")


async def test_only_editors_may_let_it_go_on(
    env: Env, world: World, ed: MemberActor, vera: MemberActor, channel: ChannelHandle, back: Back
) -> None:
    again = await back()
    await set_up(world)
    card = await asked(ed, channel, "go-on")
    again.editor_role = None
    refused = await ed.click(card, label="Let sending go on")
    assert "Nobody is an editor yet" in texts(refused.followups[-1])


async def test_what_could_not_be_read_is_asked_about(
    bot: Tiewatch, env: Env, world: World, ed: MemberActor, channel: ChannelHandle, news: ChannelHandle, back: Back
) -> None:
    here = real(bot, news)
    assert isinstance(here, discord.TextChannel)
    again = await back()
    await set_up(world)
    place = again.get_channel(news.id)
    assert isinstance(place, discord.TextChannel)
    await place.set_permissions(place.guild.default_role, read_message_history=False)
    await place.set_permissions(place.guild.me, read_message_history=False)
    await again.database.empty_log()
    async with again.database.transaction() as conn:
        await conn.execute(
            "INSERT OR REPLACE INTO history_gap (target_kind, target, guild, since) VALUES ('channel', ?, ?, 1)",
            (news.id, place.guild.id),
        )
    await ed.click(await asked(ed, channel, "go-on"), label="Let sending go on")
    await decide(again, JUNEAU, ActKind.SUSPENDED)
    await swept(env)
    assert not told(news, "Juneau")
    await env.advance_time(3601)
    card = await asked(ed, channel, str(news.id))
    assert "Please check whether that was already sent" in texts(card)
    assert "Read Message History" in texts(card)
    await ed.click(card, label="Send it")
    await swept(env)
    assert len(told(news, "Juneau")) == 1


async def test_a_button_from_the_lost_time_leads_to_todays_answer(
    bot: Tiewatch, env: Env, world: World, ed: MemberActor, vera: MemberActor, news: ChannelHandle, back: Back
) -> None:
    await set_up(world)
    await decide(bot, PORTLAND, ActKind.ENDED)
    await swept(env)
    (announced,) = [message for message in news.history() if "Portland" in texts(message)]
    await back()
    pressed = await vera.click(announced, label="Details")
    said = texts(pressed)
    assert "from before the bot was restored from a backup" in said
    assert "status" in said
