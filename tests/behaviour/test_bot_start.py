"""Starting and stopping, as an operator sees it: on SimCord, and as the process `python bot.py`."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
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

from bot import ACTIONS, EXTENSIONS, Tiewatch, main, parser
from cogs.kit.bot import Interaction
from cogs.kit.card_actions import CardActions
from cogs.kit.help import help_of
from cogs.kit.routes import Route
from cogs.kit.settings import ROOT, Settings
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.dataset import DATA, DatasetError, load_dataset
from db.record.models import Act, PartialDate, Record
from db.store import audit
from db.store.database import Database
from db.store.editing_models import AuditAction
from db.store.records import add_act
from preview import HOME_SERVER, PORT, World
from tests.world import NOW, texts

TOKEN = "MTAxMjM0NTY3ODkwMTIzNDU2Nw.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB"
HEADLINE = "is Portland still paired with Khabarovsk?"
TIE_FILE = "ties/OR.toml"
EMPTIED = "".join(
    f"DELETE FROM {table};" for table in ("search", "act_source", "act", "listing_source", "listing", "tie")
)


def python_bot(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `python bot.py` to its end. What is not given is unset, whatever this machine's `.env` says."""
    none = str(ROOT / "no-such.sqlite3")
    unset = {"DISCORD_TOKEN": "", "TIEWATCH_DATABASE": none, "TIEWATCH_HOME_SERVER": "", "TIEWATCH_LOG_LEVEL": ""}
    return subprocess.run(
        [sys.executable, "bot.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **unset, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[str], name: str) -> str:
    """The one line with which a start was refused for a fault of what is configured."""
    assert done.returncode == 78, done
    assert "Traceback" not in done.stderr
    (line,) = [text for text in done.stderr.splitlines() if name in text]
    return line


def puts(env: Env) -> list[str]:
    """The paths to which commands were sent."""
    return [request.path for request in env.http_requests if request.method == "PUT" and "commands" in request.path]


async def restarted(env: Env, old: Tiewatch, settings: Settings, data: Path = DATA) -> Tiewatch:
    """End the bot and start it anew."""
    await old.close()
    new = await Tiewatch.open(settings, env.now, data)
    await env.restart_bot(new)
    return new


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the dataset with one field of one tie gone."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    file = folder / TIE_FILE
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.startswith("ru = "))
    file.write_text("".join([*lines[:place], *lines[place + 1 :]]), encoding="utf-8")
    return folder


async def test_every_feature_is_loaded_and_its_commands_are_there(bot: Tiewatch, vera: MemberActor, env: Env) -> None:
    assert set(bot.extensions) == set(EXTENSIONS)
    assert {"ask", "status", "ties", "help", "about"} <= set(bot.command_ids)


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


@pytest.mark.parametrize(
    ("arguments", "port"),
    [((), PORT), (("--port", "9000"), 9000), (("preview", "--port", "9000"), 9000), (("preview",), PORT)],
)
def test_the_previews_port_may_be_said_with_or_without_its_sub_command(arguments: tuple[str, ...], port: int) -> None:
    assert parser().parse_args(arguments).port == port


def test_run_without_a_token_says_where_to_put_it() -> None:
    line = refused(python_bot("run"), "DISCORD_TOKEN")
    assert ".env" in line
    assert "preview" in line


@pytest.mark.parametrize(
    ("name", "value"),
    [("DISCORD_TOKEN", "hunter2"), ("TIEWATCH_HOME_SERVER", "home"), ("TIEWATCH_LOG_LEVEL", "loud")],
)
def test_a_bad_setting_is_one_line_with_what_is_allowed(name: str, value: str) -> None:
    line = refused(python_bot("run", **{"DISCORD_TOKEN": TOKEN, name: value}), name)
    assert "must be" in line
    assert value not in line.partition(":")[2]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_of_settings_in_another_encoding_is_one_line(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".env").write_bytes(f"TIEWATCH_CONTACT=olga@exämple.org\nDISCORD_TOKEN={TOKEN}\n".encode(encoding))
    monkeypatch.setattr("cogs.terminal.console.ROOT", tmp_path)
    assert main(["run"]) == 78
    shown = capsys.readouterr()
    assert shown.err.startswith(".env: it is not UTF-8 text")
    assert shown.err.count("\n") == 1


def test_a_missing_folder_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    done = python_bot("run", DISCORD_TOKEN=TOKEN, TIEWATCH_DATABASE=str(tmp_path / "no" / "x.sqlite3"))
    assert "create it" in refused(done, "Database")


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT) STRICT")
        connection.execute("INSERT INTO migration VALUES (9999, 'from_the_future', '')")
        connection.commit()
    done = python_bot("run", DISCORD_TOKEN=TOKEN, TIEWATCH_DATABASE=str(path))
    assert "newer" in refused(done, "Database")
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()
    assert tables == (1,)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes " * 200)
    assert refused(python_bot("run", DISCORD_TOKEN=TOKEN, TIEWATCH_DATABASE=str(path)), "Database")
    assert path.read_text() == "my notes " * 200


def test_a_read_only_folder_is_one_line_with_the_remedy(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    if os.geteuid() == 0:
        folder = Path("/proc")  # root may write into any other folder
    done = python_bot("run", DISCORD_TOKEN=TOKEN, TIEWATCH_DATABASE=str(folder / "x.sqlite3"))
    assert "let this user" in refused(done, "Database")


def test_one_question_in_the_terminal() -> None:
    done = python_bot("ask", HEADLINE)
    assert done.returncode == 0, done.stderr
    assert "Portland, Oregon" in done.stdout
    assert "https://" in done.stdout
    assert not done.stderr


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("is Portland, Maine still paired with Arkhangelsk?", "Portland, Maine"),
        ("is portland still paired with arkhangelsk", "Portland, Maine"),
    ],
)
def test_the_other_portland_in_the_terminal(question: str, names: str) -> None:
    done = python_bot("ask", question)
    assert done.returncode == 0
    assert names in done.stdout


def test_without_a_database_the_answer_is_from_the_shipped_files_and_says_so(tmp_path: Path) -> None:
    done = python_bot("ask", HEADLINE, TIEWATCH_DATABASE=str(tmp_path / "none.sqlite3"))
    assert done.stdout.splitlines()[-1] == "Record: data/, as of 28 November 2026."
    assert not list(tmp_path.iterdir())


def test_an_answer_is_from_the_database_where_there_is_one_and_says_so(settings: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "a copy?.sqlite3"
    asyncio.run(worked_in(settings.database, copy))
    before = copy.read_bytes()
    done = python_bot("ask", HEADLINE, TIEWATCH_DATABASE=str(copy))
    assert (done.returncode, done.stderr) == (0, "")
    assert "The Portland City Council ended it on 27 November 2026" in " ".join(done.stdout.split())
    assert done.stdout.splitlines()[-1] == f"Record: {copy}, as of 28 November 2026."
    assert set(tmp_path.iterdir()) == {settings.database, copy}
    assert copy.read_bytes() == before


async def test_the_record_of_a_running_bot_is_read_beside_it(bot: Tiewatch, settings: Settings) -> None:
    async with bot.database.transaction() as conn:
        done = await asyncio.to_thread(python_bot, "ask", HEADLINE, TIEWATCH_DATABASE=str(settings.database))
        await conn.execute("UPDATE meta SET value = value")
    assert done.returncode == 0, done.stderr
    assert f"Record: {settings.database}, as of" in done.stdout


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("INSERT INTO migration (number, name) VALUES (9999, 'later')", "its version 9999 is newer than this program"),
        ("DELETE FROM migration WHERE number > 1", "its version 1 is older than this program"),
        (EMPTIED, "it holds no record yet"),
    ],
)
def test_a_database_that_cannot_be_read_is_named_and_left_alone(
    settings: Settings, tmp_path: Path, change: str, why: str
) -> None:
    copy = tmp_path / "tiewatch.sqlite3"
    shutil.copy(settings.database, copy)
    with closing(sqlite3.connect(copy)) as conn:
        conn.executescript(change)
    before = copy.read_bytes()
    asked = python_bot("ask", HEADLINE, TIEWATCH_DATABASE=str(copy))
    assert (asked.returncode, asked.stderr) == (0, "")
    last = asked.stdout.splitlines()[-1]
    assert last.startswith("Record: data/, as of 28 November 2026. Not read: ")
    assert why in last
    line = refused(python_bot("export", str(tmp_path / "out"), TIEWATCH_DATABASE=str(copy)), str(copy))
    assert why in line
    assert not (tmp_path / "out").exists()
    assert copy.read_bytes() == before


def test_what_is_no_database_of_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "text.sqlite3", tmp_path / "other.sqlite3"
    text.write_text("no database " * 100)
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("CREATE TABLE notes (text)")
    for file, why in ((text, "not an SQLite database"), (other, "belongs to another program")):
        for command in (("ask", HEADLINE), ("export", str(tmp_path / "out"))):
            assert why in refused(python_bot(*command, TIEWATCH_DATABASE=str(file)), str(file))
    assert {file.name for file in tmp_path.iterdir()} == {text.name, other.name}


def test_an_export_without_a_database_makes_none(tmp_path: Path) -> None:
    none = tmp_path / "none.sqlite3"
    line = refused(python_bot("export", str(tmp_path / "out"), TIEWATCH_DATABASE=str(none)), str(none))
    assert "there is no such file; start the bot once" in line
    assert not list(tmp_path.iterdir())


async def worked_in(database: Path, copy: Path) -> None:
    """Copy a database and record in it, as an editor would, that a tie was ended."""
    shutil.copy(database, copy)
    opened = await Database.open(copy)
    act = Act(
        "portland-or--khabarovsk.20261127.ended", PartialDate.parse("2026-11-27"), ActKind.ENDED,
        "Portland City Council", Authority.COUNCIL, "Ended the tie.", ("ktoo-20220406",),
    )  # fmt: skip
    async with opened.transaction() as conn:
        await add_act(conn, "portland-or--khabarovsk", act, None, by=1)
        await audit.write(conn, at=NOW, who=1, did=AuditAction.RECORDED, subject=act.id, before=None, after=None)
    await opened.close()


def test_a_terminal_that_lacks_our_signs_still_shows_the_answer() -> None:
    done = python_bot("ask", HEADLINE, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "Portland, Oregon" in done.stdout


def test_a_question_about_nothing_known_ends_with_1() -> None:
    done = python_bot("ask", "what is the airspeed of a swallow?")
    assert done.returncode == 1
    assert done.stdout.strip()


def test_check_passes_on_what_ships() -> None:
    done = python_bot("check")
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1] == "No faults."
    assert "nothing can be recorded" in done.stdout


def test_check_names_file_entry_and_field_of_a_fault(broken: Path) -> None:
    done = python_bot("check", "--data", str(broken))
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "faults: 1"
    (line,) = [text for text in done.stdout.splitlines() if text.startswith(TIE_FILE)]
    assert ": ru: " in line


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("{{ reason }}", "{{ reasons }}", "reasons"),
        ("{{ reason }}", "{% for x in y %}{% endfor %}", "For"),
        ("---", "", ""),
    ],
)
def test_check_names_a_faulty_letter_template_and_its_line(tmp_path: Path, old: str, new: str, named: str) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    file = tmp_path / "data" / "letters" / "end-1.txt"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    done = python_bot("check", "--data", str(tmp_path / "data"))
    assert done.returncode == 1
    lines = [line for line in done.stdout.splitlines() if line.startswith("letters/end-1.txt")]
    assert [line for line in lines if named in line]


def test_check_names_a_bad_setting() -> None:
    done = python_bot("check", TIEWATCH_HOME_SERVER="home")
    assert done.returncode == 1
    assert "TIEWATCH_HOME_SERVER: must be" in done.stdout


def test_links_are_not_looked_at_without_a_contact() -> None:
    done = python_bot("check", "--links", TIEWATCH_CONTACT="")
    refused(done, "TIEWATCH_CONTACT")
    assert "No faults." in done.stdout


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


def test_the_record_is_exported_as_files_that_load_again(settings: Settings, tmp_path: Path, record: Record) -> None:
    out = tmp_path / "out"
    done = python_bot("export", str(out), TIEWATCH_DATABASE=str(settings.database))
    assert (done.returncode, done.stderr) == (0, "")
    assert load_dataset(out) == record


def test_an_export_that_cannot_be_written_says_so_in_a_line(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = python_bot("export", str(tmp_path / "file" / "out"), TIEWATCH_DATABASE=str(settings.database))
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
