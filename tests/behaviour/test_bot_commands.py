"""The commands and routes of the whole bot: in the README, with a handler, within Discord's limits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import discord
from discord.app_commands import Command

from bot import Tiewatch
from cogs.kit.help import help_of
from cogs.kit.routes import Route
from cogs.kit.settings import ROOT
from preview import HOME_SERVER


def who_may(command: Command[Any, ..., Any] | discord.app_commands.ContextMenu, *, at_home: bool) -> str:
    """Who may use a command, in the words of the README."""
    root = command.root_parent or command if isinstance(command, Command) else command
    known = help_of(command.extras)
    if root.default_permissions is None and not (known and known.organizers_only):
        return "editors" if at_home else "everyone"
    assert root.default_permissions in {None, discord.Permissions(manage_guild=True)}
    return "Manage Server in the home server" if at_home else "Manage Server"


def test_every_command_is_in_the_readme_with_who_may_use_it_and_no_other(bot: Tiewatch) -> None:
    home = discord.Object(HOME_SERVER)
    wanted = {}
    for guild in (None, home):
        for command in bot.tree.walk_commands(guild=guild):
            if isinstance(command, Command):
                wanted[f"/{command.qualified_name}"] = who_may(command, at_home=guild is not None)
        for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
            for menu in bot.tree.walk_commands(guild=guild, type=kind):
                wanted[menu.name] = who_may(menu, at_home=guild is not None)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (section,) = [part for part in readme.split("\n## ") if part.startswith("Commands in Discord\n")]
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", section, re.MULTILINE)
    assert dict(rows) == wanted
    assert len(rows) == len(wanted)


def test_what_a_command_says_of_itself_is_no_docstring(bot: Tiewatch) -> None:
    for guild in (None, discord.Object(HOME_SERVER)):
        for command in bot.tree.walk_commands(guild=guild):
            if isinstance(command, Command):
                docstring = (command.callback.__doc__ or "").strip()
                assert docstring.split("\n")[0] != command.description, "it is left out where the bot is served (-OO)"


def routes_below(base: type[Route]) -> Iterator[type[Route]]:
    """A route and all that are made from it."""
    yield base
    for route in base.__subclasses__():
        yield from routes_below(route)


def test_every_route_that_a_feature_declares_has_a_handler(bot: Tiewatch) -> None:
    declared = {route for route in routes_below(Route) if route.name and route.__module__.startswith("cogs.")}
    assert len(declared) > 50
    assert not {route.__name__ for route in declared - set(bot.router.routes())}


def test_the_payload_of_every_command_is_within_discords_limits(bot: Tiewatch) -> None:
    for command in bot.tree.get_commands():
        payload = command.to_dict(bot.tree)
        assert len(json.dumps(payload, ensure_ascii=False)) < 8000
