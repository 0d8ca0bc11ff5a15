"""What a newcomer finds by /help and /about, and what Discord is told of the commands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import discord
import pytest
import tomli
from discord import app_commands
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.bot import Interaction
from cogs.kit.help import Topic, help_extras, help_of
from cogs.kit.settings import ROOT
from db.record.dataset.explanations import shipped
from preview import World
from tests.behaviour.editing_steps import set_up
from tests.world import Shown, buttons, message_of, texts

LOOKUPS = ["ask", "status", "ties", "search"]


async def test_help_lists_what_one_can_do_with_commands_to_click_on(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    shown = await vera.slash(channel, "help")
    said = texts(shown)
    assert shown.ephemeral
    for name in [*LOOKUPS, "about"]:
        assert f"</{name}:{bot.command_ids[name]}>" in said
    assert "**Check this claim**" in said
    assert "is Portland still paired with Khabarovsk?" in said


async def test_a_long_help_turns_its_pages(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    async def nothing(interaction: Interaction) -> None:
        """Do nothing."""

    for number in range(60):
        wish = f"do thing {number} " + "as one does " * 6
        command: app_commands.Command[Any, ..., Any] = app_commands.Command(
            name=f"thing-{number}",
            description="A thing",
            callback=nothing,
            extras=help_extras(list(Topic)[number % 5], wish),
        )
        bot.tree.add_command(command)
    shown = await vera.slash(channel, "help")
    found = re.search(r"Page 1 of (\d)", texts(shown))
    assert found is not None
    said = texts(shown)
    for page in range(2, int(found[1]) + 1):
        await vera.click(message_of(shown), label="Next")
        assert f"Page {page} of {found[1]}" in texts(shown)
        said += texts(shown)
    assert all(f"do thing {number} " in said for number in range(60))


async def test_help_mentions_only_commands_that_exist(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "help"))
    known = {command.qualified_name for command in bot.tree.walk_commands()}
    assert set(re.findall(r"</([^:]+):\d+>", said)) <= known


async def test_help_lists_for_each_what_they_can_use(
    world: World, ed: MemberActor, olga: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    named = {who: set(re.findall(r"</([^:]+):\d+>", await _whole_help(who, channel))) for who in (ed, olga, vera)}
    assert {name for name in named[olga] if name in {"setup", "queue", "record act", "letter stats"}} == {
        "setup",
        "letter stats",
    }
    assert {name for name in named[ed] if name in {"setup", "queue", "record act", "letter stats"}} == {
        "queue",
        "record act",
    }
    assert not named[vera] & {"setup", "queue", "record act", "letter stats"}
    assert {"letter write", "letter mine"} <= named[vera]


async def test_help_begins_with_where_to_begin_and_for_editors_with_their_own_commands(
    world: World, ed: MemberActor, vera: MemberActor, channel: ChannelHandle
) -> None:
    await set_up(world)
    first = {who: re.findall(r"</([^:]+):\d+>", texts(await who.slash(channel, "help"))) for who in (ed, vera)}
    assert first[vera][0] == "start"
    assert {"queue", "record act"} <= set(first[ed]), "on the first page"
    assert first[ed].index("queue") < first[ed].index("start")


async def _whole_help(who: MemberActor, channel: ChannelHandle) -> str:
    """What all pages of the help say."""
    shown: Shown = await who.slash(channel, "help")
    said = texts(shown)
    while any(button.label == "Next" and not button.disabled for button in buttons(shown)):
        shown = await who.click(message_of(shown), label="Next")
        said += texts(shown)
    return said


async def test_help_works_in_a_direct_message_and_hides_what_does_not_work_there(
    bot: Tiewatch, vera: MemberActor
) -> None:
    said = texts(await vera.user.slash("help"))
    mentioned = set(re.findall(r"</([^:]+):\d+>", said))
    assert set(LOOKUPS) <= mentioned
    only_in_servers = {command.name for command in bot.tree.get_commands() if getattr(command, "guild_only", False)}
    assert not {name.split()[0] for name in mentioned} & only_in_servers


async def test_every_command_says_what_it_is_for(bot: Tiewatch) -> None:
    guild = discord.Object(bot.settings.home_server or 0)
    leaves = [
        command
        for where in (None, guild)
        for command in [
            *bot.tree.walk_commands(guild=where),
            *bot.tree.get_commands(guild=where, type=discord.AppCommandType.message),
        ]
        if not isinstance(command, app_commands.Group)
    ]
    assert {command.qualified_name for command in leaves} >= {*LOOKUPS, "help", "about", "Check this claim"}
    assert [command.qualified_name for command in leaves if help_of(command.extras) is None] == []


async def test_about_says_what_is_known_and_how(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    said = texts(await vera.slash(channel, "about"))
    version = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"### Tiewatch {version}" in said
    assert "Of 106 ties: ● 20 active, ◐ 20 suspended, ○ 8 ended, ◇ 6 dormant, ? 52 unconfirmed." in said
    assert "News of each was last searched for in November 2026." in said
    assert "[GeoNames](<https://www.geonames.org/>)" in said
    assert "`/tip send` tells the editors, with a link" in said


async def test_about_has_the_link_that_adds_it_where_anybody_may(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    assert bot.application is not None
    assert bot.application.bot_public
    link = discord.utils.oauth_url(bot.application.id).partition("&")[0]
    assert f"[Add me to your server]({link}" in texts(await vera.slash(channel, "about"))
    bot.application.bot_public = False
    assert "Add me" not in texts(await vera.slash(channel, "about"))


async def test_about_names_where_errors_can_be_told(bot: Tiewatch, vera: MemberActor, channel: ChannelHandle) -> None:
    bot.settings = replace(bot.settings, contact="https://example.org/tiewatch")
    said = texts(await vera.slash(channel, "about"))
    assert "The people who run me can be reached here: https://example.org/tiewatch." in said


async def test_about_names_its_source_and_the_guide_to_templates_where_they_can_be_read(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    assert "read my source" not in texts(await vera.slash(channel, "about"))
    bot.settings = replace(bot.settings, source_address="https://example.org/src/")
    said = texts(await vera.slash(channel, "about"))
    assert "[read my source](<https://example.org/src/>)" in said
    assert "[How letter templates are written](<https://example.org/src/docs/templates.md>)" in said


async def test_about_works_in_a_direct_message(vera: MemberActor, bot: Tiewatch) -> None:
    assert "### Tiewatch" in texts(await vera.user.slash("about"))


def characters(option: dict[str, Any]) -> int:
    """What Discord counts of a command: names, descriptions and the values of choices."""
    own = len(option.get("name", "")) + len(option.get("description", "")) + len(str(option.get("value", "")))
    return own + sum(characters(inner) for key in ("options", "choices") for inner in option.get(key, ()))


async def test_lookups_can_be_used_everywhere_and_stay_within_discords_limits(bot: Tiewatch) -> None:
    payloads = [command.to_dict(bot.tree) for command in bot.tree.get_commands()]
    open_to_all = [found for found in payloads if found["name"] in {*LOOKUPS, "help", "about", "Check this claim"}]
    assert len(open_to_all) == len(LOOKUPS) + 3
    for found in open_to_all:
        assert sorted(found["contexts"]) == [0, 1, 2]
        assert sorted(found["integration_types"]) == [0, 1]
        assert characters(found) <= 8000
        assert all(1 <= len(option["description"]) <= 100 for option in found.get("options", ()))


@pytest.mark.parametrize("name", LOOKUPS)
async def test_each_lookup_can_be_private(bot: Tiewatch, name: str) -> None:
    command = bot.tree.get_command(name)
    assert isinstance(command, app_commands.Command)
    assert command.get_parameter("private") is not None


async def test_every_command_that_an_explanation_names_is_there(bot: Tiewatch) -> None:
    known = {command.qualified_name for command in bot.tree.walk_commands()}
    named = {name for each in shipped().all for name in each.commands}
    assert "/letter write" in named
    assert {name.removeprefix("/") for name in named} <= known
