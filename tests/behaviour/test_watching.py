"""What editors see of what is watched; nothing is fetched here: no setting of a test turns that on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from db.record.link_states import Link, LinkState
from db.store import links
from preview import World
from tests.behaviour.editing_steps import set_up
from tests.world import NOW, last, message_of, selects, texts

TODAY = NOW.date()


async def keep_gone(bot: Tiewatch, *sources: str) -> None:
    """Keep the links of these sources as gone."""
    async with bot.database.transaction() as conn:
        for name in sources:
            source = bot.register.record.sources[name]
            gone = Link(name, source.url, LinkState.GONE, 3, TODAY, TODAY, TODAY, "the site says so (404)")
            await links.put(conn, gone)


async def test_only_editors_see_what_is_watched(
    bot: Tiewatch, world: World, vera: MemberActor, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    assert "Only editors" in texts(await vera.slash(channel, "watching show"))
    assert "Only editors" in texts(await vera.slash(channel, "watching links"))
    said = texts(await ed.slash(channel, "watching show"))
    assert "does not look at pages by itself" in said
    assert "none was looked at yet" in said


async def test_without_the_setting_nothing_is_fetched(bot: Tiewatch) -> None:
    cog: Any = bot.get_cog("Watching")
    assert cog.fetcher is None
    assert not cog.rounds.is_running()


async def test_a_broken_link_is_settled_by_an_editor_and_stays_so(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    assert "No link waits" in texts(await ed.slash(channel, "watching links"))
    await keep_gone(bot, "abc7chicago-20220302", "59-20220623")
    shown = await ed.slash(channel, "watching links")
    assert "**2 links** wait for an editor" in texts(shown)
    assert "gone since 28 November 2026" in texts(shown)
    (choice,) = selects(shown)
    after = last(await ed.select(message_of(shown), ["59-20220623"], custom_id=choice.custom_id))
    assert "It is settled" in texts(after)
    assert "**1 link** waits for an editor" in texts(after)
    found = await links.read_link(bot.database, "59-20220623")
    assert found is not None
    assert found.settled


async def test_a_link_that_stands_otherwise_by_now_is_not_settled(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    await keep_gone(bot, "59-20220623")
    shown = await ed.slash(channel, "watching links")
    found = await links.read_link(bot.database, "59-20220623")
    assert found is not None
    async with bot.database.transaction() as conn:
        await links.put(conn, replace(found, state=LinkState.ALIVE))
    (choice,) = selects(shown)
    assert "stands otherwise by now" in texts(
        last(await ed.select(message_of(shown), ["59-20220623"], custom_id=choice.custom_id))
    )
