"""A start: what is loaded and answered first, which commands are sent, and a record kept whatever the dataset is."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import discord
import pytest
from discord.app_commands import Command
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import ACTIONS, EXTENSIONS, Tiewatch
from cogs.kit.bot import Interaction
from cogs.kit.card_actions import CardActions
from cogs.kit.settings import Settings
from db.record.dataset import DATA, DatasetError, load_dataset
from db.record.models import Record
from preview import HOME_SERVER, World
from tests.behaviour.terminal_steps import HEADLINE, TIE_FILE
from tests.world import texts


def puts(env: Env) -> list[str]:
    """The paths to which commands were sent."""
    return [request.path for request in env.http_requests if request.method == "PUT" and "commands" in request.path]


async def restarted(env: Env, old: Tiewatch, settings: Settings, data: Path = DATA) -> Tiewatch:
    """End the bot and start it anew."""
    await old.close()
    new = await Tiewatch.open(settings, env.now, data)
    await env.restart_bot(new)
    return new


async def test_every_feature_is_loaded_and_its_commands_are_there(bot: Tiewatch, vera: MemberActor, env: Env) -> None:
    assert set(bot.extensions) == set(EXTENSIONS)
    assert {"ask", "status", "ties", "help", "about"} <= set(bot.command_ids)


async def test_of_servers_that_are_there_at_the_start_it_is_not_told_one_by_one(bot: Tiewatch) -> None:
    told: list[discord.Guild] = []

    async def on_guild_available(guild: discord.Guild) -> None:
        told.append(guild)

    bot.add_listener(on_guild_available)
    guild = bot.guilds[0]
    bot._ready.clear()
    bot.dispatch("guild_available", guild)
    bot._ready.set()
    await asyncio.sleep(0)
    assert told == []
    bot.dispatch("guild_available", guild)
    await asyncio.sleep(0)
    assert told == [guild]


async def test_places_and_lists_are_answered_while_the_rest_is_loaded(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle
) -> None:
    bot.loaded.clear()
    for command, options in (("status", {"place": "Portland, Oregon"}), ("ties", {"state": "Oregon"})):
        assert "Khabarovsk" in texts(await vera.slash(channel, command, **options))
    asked = asyncio.create_task(vera.slash(channel, "ask", question=HEADLINE))
    await asyncio.sleep(0.05)
    assert not asked.done()
    bot.loaded.set()
    assert "Khabarovsk" in texts(await asked)


async def test_who_waits_for_the_first_commands_is_answered_before_more_is_loaded(
    bot: Tiewatch, vera: MemberActor, channel: ChannelHandle, env: Env
) -> None:
    bot.first_loaded.clear()
    asked = asyncio.create_task(vera.slash(channel, "status", place="Portland, Oregon"))
    await asyncio.sleep(0.05)
    answered = [request for request in env.http_requests if request.path.endswith("/callback")]
    await bot.answer_first()
    told = [request for request in env.http_requests if request.path.endswith("/callback")]
    assert len(told) == len(answered) + 1
    assert "Khabarovsk" in texts(await asked)


async def test_every_feature_has_its_buttons_on_a_card_before_its_commands_are_loaded(bot: Tiewatch) -> None:
    bot.actions = CardActions()
    for name in ACTIONS:
        import_module(name).add_actions(bot)
    labels = [shown.label for shown in bot.actions.buttons("portland-or--khabarovsk")]
    assert labels == [
        "History",
        "Sources",
        "Watch",
        "Write a letter",
        "I know something newer",
        "Share",
        "The petition",
    ]


async def test_a_second_start_changes_neither_the_record_nor_what_discord_knows(
    env: Env, bot: Tiewatch, settings: Settings, record: object
) -> None:
    first, ids, sent = bot.register.record, dict(bot.command_ids), len(puts(env))
    assert sent
    again = await restarted(env, bot, settings)
    try:
        assert again.register.record == first
        assert again.command_ids == ids
        assert len(puts(env)) == sent
    finally:
        await again.close()


async def test_changed_commands_are_sent_at_the_next_start(env: Env, bot: Tiewatch, settings: Settings) -> None:
    sent = len(puts(env))
    await bot.close()
    new = await Tiewatch.open(settings, env.now)
    new.tree.add_command(an_extra_command())
    await env.restart_bot(new)
    try:
        assert len(puts(env)) == sent + 1
        assert new.mention_command("extra").startswith("</extra:")
    finally:
        await new.close()


async def test_another_home_server_takes_the_editors_commands_along(
    empty: Env, world: World, settings: Settings
) -> None:
    other = empty.create_guild("Another home")
    first = await started_with_a_command_for(HOME_SERVER, empty, settings)
    assert "extra" in await guild_commands(first, HOME_SERVER)
    await first.close()
    second = await started_with_a_command_for(other.id, empty, Settings(settings.token, settings.database, other.id))
    try:
        assert "extra" in await guild_commands(second, other.id)
        assert not await guild_commands(second, HOME_SERVER)
    finally:
        await second.close()


async def started_with_a_command_for(guild: int, env: Env, settings: Settings) -> Tiewatch:
    """Start the bot with one more command for a server."""
    bot = await Tiewatch.open(settings, env.now)
    bot.tree.add_command(an_extra_command(), guild=discord.Object(guild))
    await env.restart_bot(bot)
    return bot


async def guild_commands(bot: Tiewatch, guild: int) -> set[str]:
    """The names of the commands that Discord has for one server alone."""
    return {command.name for command in await bot.tree.fetch_commands(guild=discord.Object(guild))}


def an_extra_command() -> Command[Any, ..., Any]:
    """A command that no feature has."""

    async def extra(interaction: Interaction) -> None:
        raise AssertionError("not to be called")

    return Command(name="extra", description="One more command", callback=extra)


@pytest.mark.expects_errors
async def test_when_discord_does_not_take_the_commands_the_bot_starts_and_tries_again_next_time(
    empty: Env, world: World, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    empty.inject_error("PUT", "/applications/*/commands", status=503)
    first = await Tiewatch.open(settings, empty.now)
    await empty.restart_bot(first)
    assert [item for item in caplog.records if "will be tried at the next start" in item.getMessage()]
    caplog.clear()
    second = await restarted(empty, first, settings)
    try:
        assert "ask" in second.command_ids
    finally:
        await second.close()


@pytest.mark.expects_errors
async def test_with_a_bad_dataset_the_bot_goes_on_with_the_record_it_has(
    env: Env, bot: Tiewatch, settings: Settings, broken: Path, vera: MemberActor, channel: ChannelHandle,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    held = bot.register.record
    again = await restarted(env, bot, settings, broken)
    try:
        assert again.register.record == held
        assert [item for item in caplog.records if TIE_FILE in str(item.__dict__.get("fault"))]
        assert "Khabarovsk" in texts(await vera.slash(channel, "ask", question=HEADLINE))
    finally:
        await again.close()


async def test_with_a_bad_dataset_and_no_record_the_bot_does_not_start(
    empty: Env, settings: Settings, broken: Path
) -> None:
    settings.database.unlink()
    with pytest.raises(DatasetError, match="ru"):
        await Tiewatch.open(settings, empty.now, broken)
    with closing(sqlite3.connect(settings.database)) as connection:
        assert not connection.execute("SELECT * FROM tie").fetchall()


async def test_files_that_were_taken_over_are_not_read_again_and_changed_ones_are(
    empty: Env, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    read: list[Path] = []

    def reading(which: Path) -> Record:
        read.append(which)
        return load_dataset(which)

    monkeypatch.setattr("bot.load_dataset", reading)
    await (await Tiewatch.open(settings, empty.now, folder)).close()
    assert read == []
    file = folder / TIE_FILE
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    await (await Tiewatch.open(settings, empty.now, folder)).close()
    assert read == [folder]


async def test_a_feature_that_does_not_load_ends_the_start(
    empty: Env, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.EXTENSIONS", ("cogs.nowhere",))
    bot = await Tiewatch.open(settings, empty.now)
    try:
        with pytest.raises(discord.ext.commands.ExtensionNotFound):
            await empty.restart_bot(bot)
    finally:
        await bot.close()
