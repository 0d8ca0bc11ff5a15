"""The home server: who chooses the editors, and that nothing can be recorded without them."""

from __future__ import annotations

from dataclasses import replace

import discord
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.settings import Settings
from db.store.audit import entries_about
from preview import World
from tests.behaviour.editing_steps import begin, set_up
from tests.world import texts


async def test_before_the_setup_nobody_is_an_editor(ed: MemberActor, channel: ChannelHandle) -> None:
    assert "has to choose a role with `/setup` first" in texts(await begin(ed, channel))


async def test_the_setup_says_hello_in_the_review_channel_and_is_written_down(
    bot: Tiewatch, world: World, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    hello = channel.last_message
    assert hello is not None
    assert "Review channel" in texts(hello)
    assert (await begin(ed, channel)).modal is not None
    (entry,) = await entries_about(bot.database, "home server")
    assert (entry.who, entry.did) == (world.olga.id, "set up")


async def test_the_editor_role_is_known_after_a_restart(
    bot: Tiewatch, world: World, env: Env, settings: Settings, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    await bot.close()
    again = await Tiewatch.open(settings, env.now)
    try:
        await env.restart_bot(again)
        assert (await begin(ed, channel)).modal is not None
    finally:
        await again.close()


async def test_another_setup_takes_the_place_of_the_first(
    world: World, env: Env, bot: Tiewatch, ed: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    await world.olga.slash(channel, "setup", role=env.guild.create_role("Others"), channel=channel)
    assert "Only editors can do this" in texts(await begin(ed, channel))


async def test_a_channel_where_the_bot_cannot_write_is_refused_with_the_remedy(
    bot: Tiewatch, world: World, channel: ChannelHandle
) -> None:
    found = bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    await found.set_permissions(found.guild.me, send_messages=False)
    said = texts(await world.olga.slash(channel, "setup", role=world.editors, channel=channel))
    assert "Nothing was changed" in said
    assert "Send Messages" in said
    assert "has to choose a role" in texts(await begin(world.ed, channel))


async def test_everyone_and_the_roles_of_apps_cannot_be_editors(
    bot: Tiewatch, world: World, env: Env, channel: ChannelHandle
) -> None:
    guild = env.guild
    said = texts(await world.olga.slash(channel, "setup", role=guild.default_role, channel=channel))
    assert "everybody could edit the record" in said
    managed = next(role.name for role in bot.guilds[0].roles if role.managed)
    said = texts(await world.olga.slash(channel, "setup", role=guild.roles[managed], channel=channel))
    assert "belongs to an app" in said


async def test_the_setup_is_for_organizers(vera: MemberActor, olga: MemberActor, channel: ChannelHandle) -> None:
    assert "setup" not in {name.split()[0] for name in vera.available_commands(channel)}
    assert "setup" in {command.split()[0] for command in olga.available_commands(channel)}


async def test_without_a_home_server_there_are_no_editors_commands(
    bot: Tiewatch, env: Env, settings: Settings, ed: MemberActor, channel: ChannelHandle
) -> None:
    await bot.close()
    homeless = await Tiewatch.open(replace(settings, home_server=None), env.now)
    try:
        await env.restart_bot(homeless)
        names = {command.split()[0] for command in ed.available_commands(channel)}
        assert "status" in names
        assert not {"record", "queue", "setup"} & names
    finally:
        await homeless.close()


async def test_another_server_sees_no_editors_commands(bot: Tiewatch, env: Env) -> None:
    guild = env.create_guild("Elsewhere")
    channel = guild.create_text_channel("general")
    olga = guild.add_member(env.create_user("olga2"), roles=[])
    names = {command.split()[0] for command in olga.available_commands(channel)}
    assert "status" in names
    assert not {"record", "queue", "setup"} & names


async def test_every_editors_command_is_refused_to_volunteers(
    bot: Tiewatch, world: World, vera: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    options: dict[str, dict[str, str]] = {
        "record act": {"kind": "kept", "date": "2022"},
        "record correct": {"why": "It was wrong."},
        "record retract": {"why": "It was wrong."},
        "record searched": {"where": "Local papers"},
        "record recipient": {"office": "Mayor", "page": "https://juneau.org/mayor"},
        "record history": {},
    }
    for name, chosen in options.items():
        said = await vera.slash(channel, name, place="Juneau", **chosen)
        assert "Only editors can do this" in texts(said)
    assert "Only editors can do this" in texts(await vera.slash(channel, "queue"))
