"""How each sub-command ends: every exit code that the README names for it is brought about."""

from __future__ import annotations

import asyncio
import gc
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

import bot
from cogs.kit.settings import ROOT, TABLE, Settings
from db.store.backups import write_backup

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 29, 3, tzinfo=UTC)
# Of some ten ties: a page of all has three hundred pictures to draw.
SMALL = ROOT / "tests" / "record"
TOKEN = "MTAxMjM0NTY3ODkwMTIzNDU2Nw.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB"


@dataclass(frozen=True, slots=True)
class Machine:
    """The folder a sub-command runs in, with a database of a bot that has run, and its environment."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch

    @property
    def database(self) -> Path:
        return self.folder / "tiewatch.sqlite3"

    def set(self, name: str, value: str) -> None:
        self.monkeypatch.setenv(name, value)


@pytest.fixture
def machine(first_start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """A machine whose bot is stopped."""
    made = Machine(tmp_path, monkeypatch)
    shutil.copyfile(first_start, made.database)
    for setting in TABLE:
        made.set(setting.name, "")
    made.set("TIEWATCH_DATABASE", str(made.database))
    monkeypatch.chdir(tmp_path)
    before = os.umask(0)
    os.umask(before)
    yield made
    os.umask(before)
    gc.enable()


def as_it_is(machine: Machine) -> None:
    """Nothing is wrong with it, and no token is set."""


def no_database(machine: Machine) -> None:
    machine.database.unlink()


def no_sound_database(machine: Machine) -> None:
    machine.database.write_text("This is no database, and was none before either.", encoding="utf-8")


def no_database_and_a_dataset_that_ships(machine: Machine) -> None:
    machine.set("TIEWATCH_DATABASE", "none.sqlite3")


def a_small_record(machine: Machine) -> None:
    machine.database.unlink()
    asyncio.run(first_start_with(machine.database, SMALL))


async def first_start_with(database: Path, data: Path) -> None:
    """Let a bot start with another dataset than the one that ships."""
    await (await bot.Tiewatch.open(Settings(database=database), lambda: NOW, data)).close()


def another_kind_of_file_in_the_way(machine: Machine) -> None:
    (machine.folder / "out").write_text("Mine", encoding="utf-8")


def a_folder_of_somebody_else(machine: Machine) -> None:
    (machine.folder / "out").mkdir()
    (machine.folder / "out" / "letter.txt").write_text("Mine", encoding="utf-8")


def a_sound_backup(machine: Machine) -> None:
    write_backup(machine.database, machine.folder / "out", NOW)


def an_unsound_backup(machine: Machine) -> None:
    (machine.folder / "out").write_text("This is no database.", encoding="utf-8")


def a_token(machine: Machine) -> None:
    machine.set("DISCORD_TOKEN", TOKEN)


def a_token_that_is_none(machine: Machine) -> None:
    machine.set("DISCORD_TOKEN", "secret")


def a_bad_setting(machine: Machine) -> None:
    machine.set("TIEWATCH_HOME_SERVER", "home")


Wrong = Callable[[Machine], None]
ENDS: list[tuple[str, Wrong, int]] = [
    ("run", as_it_is, 78),
    ("run", a_bad_setting, 78),
    ("ask is Portland, Oregon still paired?", as_it_is, 0),
    ("ask which ended?", no_database_and_a_dataset_that_ships, 0),
    ("ask is Portland still paired?", as_it_is, 0),
    ("ask what is the airspeed of a swallow?", as_it_is, 1),
    ("ask is Portland still paired?", a_bad_setting, 78),
    ("ask is Portland still paired?", no_sound_database, 78),
    ("export out", as_it_is, 0),
    ("export out", another_kind_of_file_in_the_way, 1),
    ("export out", no_database, 78),
    ("backup out", as_it_is, 0),
    ("backup out", no_database, 78),
    ("backup no/such/folder/out", as_it_is, 78),
    ("restore out", a_sound_backup, 0),
    ("restore --go-on", as_it_is, 0),
    ("restore out", an_unsound_backup, 78),
    ("restore out", as_it_is, 78),
    ("site out", a_small_record, 0),
    ("site out", a_folder_of_somebody_else, 1),
    ("site out", no_sound_database, 78),
    ("health", as_it_is, 1),
    ("reload", as_it_is, 1),
    ("invite", a_token, 0),
    ("invite", as_it_is, 78),
    ("invite", a_token_that_is_none, 78),
    ("check", as_it_is, 0),
    ("check", a_bad_setting, 1),
    ("check --links", a_bad_setting, 1),
    ("check --links", as_it_is, 78),
]
# What a table cannot bring about: a bot that runs is stopped, fails, is asked or told; a page is looked at.
ELSEWHERE = {
    ("run", 0): "tests/wire/test_bot_run.py",
    ("run", 1): "tests/wire/test_bot_run.py",
    ("preview", 0): "tests/browser/conftest.py",
    ("check --links", 0): "tests/wire/test_watching_links.py",
    ("health", 0): "tests/wire/test_watched.py",
    ("reload", 0): "tests/wire/test_watched.py",
}


@pytest.mark.parametrize(("line", "wrong", "code"), ENDS)
def test_a_sub_command_ends_as_the_readme_says(machine: Machine, line: str, wrong: Wrong, code: int) -> None:
    wrong(machine)
    assert bot.main(line.split()) == code


def test_every_exit_code_that_the_readme_names_is_brought_about() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `python bot\.py (\w+(?: --links)?)[^`]*` \| .+ \| (.+) \|$", readme, re.MULTILINE)
    assert len(named) >= 12
    tried = defaultdict(set)
    for line, _, code in ENDS:
        name = "check --links" if "--links" in line else line.split()[0]
        tried[name].add(code)
    for (name, code), file in ELSEWHERE.items():
        assert (ROOT / file).exists()
        tried[name].add(code)
    assert {name: {int(code) for code in re.findall(r"\b\d+\b", ends)} for name, ends in named} == tried
