"""The real bot on SimCord, in a small made-up server, on the day of the tests."""

from __future__ import annotations

import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from functools import partialmethod
from itertools import count
from pathlib import Path

import pytest
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot import Tiewatch
from cogs.kit.settings import Settings
from db.record.dataset import DATA
from db.record.models import Record
from db.store.dataset_changes import add_change
from db.store.editing_models import DatasetChange
from preview import HOME_SERVER, World, build_world, empty_discord
from tests.behaviour.announcements_steps import SWEEP
from tests.behaviour.dataset_steps import Restart, Updated, Version
from tests.behaviour.editing_steps import set_up
from tests.behaviour.terminal_steps import TIE_FILE
from tests.kept import KeptParts
from tests.world import NOW

SECONDS_PER_ACTION = 5
# How often SimCord looks whether a press is done, where nothing that ended tells it: every 0.05 s by itself.
SECONDS_BETWEEN_LOOKS = 0.02


@pytest.fixture(scope="session")
def kept_parts(record: Record) -> KeptParts:
    """What each start would make anew of the shipped record."""
    return KeptParts(record)


@pytest.fixture(autouse=True)
def use_kept_parts(kept_parts: KeptParts, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start takes them."""
    kept_parts.use(monkeypatch.setattr)


@pytest.fixture
def settings(tmp_path: Path, first_start: Path) -> Settings:
    """The settings of the bot under test, with a database of its own that has the shipped record.

    The outbox looks every five minutes: days go by quickly then, and nothing is sent twice but by the test. For the
    same reason no day is backed up.
    """
    path = tmp_path / "test.sqlite3"
    shutil.copyfile(first_start, path)
    return Settings(database=path, backups=None, home_server=HOME_SERVER, sweep=SWEEP)


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


@pytest.fixture
async def empty(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Env]:
    """SimCord without the bot and without a server."""
    monkeypatch.setattr(Env, "_settle_internal", partialmethod(Env._settle_internal, idle=SECONDS_BETWEEN_LOOKS))
    async with empty_discord(NOW, SECONDS_PER_ACTION) as env:
        yield env


@pytest.fixture
def world(empty: Env) -> World:
    """The home server, its channel and its members."""
    return build_world(empty)


@pytest.fixture
async def bot(empty: Env, world: World, settings: Settings) -> AsyncIterator[Tiewatch]:
    """The bot, started in that server."""
    opened = await Tiewatch.open(settings, empty.now)
    try:
        await empty.restart_bot(opened)
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def home(bot: Tiewatch, world: World) -> None:
    """The home server is set up."""
    await set_up(world)


@pytest.fixture
def env(empty: Env, bot: Tiewatch) -> Env:
    """SimCord with the bot in it."""
    return empty


@pytest.fixture
def channel(world: World, bot: Tiewatch) -> ChannelHandle:
    """The channel of the home server, with the bot there."""
    return world.channel


@pytest.fixture
def vera(world: World, bot: Tiewatch) -> MemberActor:
    """A volunteer."""
    return world.vera


@pytest.fixture
def olga(world: World, bot: Tiewatch) -> MemberActor:
    """An organizer: she holds Manage Server."""
    return world.olga


@pytest.fixture
def ed(world: World, bot: Tiewatch) -> MemberActor:
    """An editor."""
    return world.ed


@pytest.fixture
def eve(world: World, bot: Tiewatch) -> MemberActor:
    """Another editor."""
    return world.eve


@pytest.fixture
async def news(bot: Tiewatch, env: Env, world: World) -> ChannelHandle:
    """A channel that follows everything."""
    made = env.guild.create_text_channel("news")
    await world.olga.slash(world.channel, "announcements follow", channel=made)
    return made


@pytest.fixture(autouse=True)
def nothing_unexpected(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that left an error in the log, unless it is marked ``expects_errors``."""
    caplog.set_level(logging.INFO)
    yield
    if request.node.get_closest_marker("expects_errors"):
        return
    bad = [item for item in caplog.get_records("call") if item.levelno >= logging.ERROR]
    assert not bad, [(item.getMessage(), item.exc_info) for item in bad]


@pytest.fixture
async def updated(bot: Tiewatch, world: World, env: Env, settings: Settings) -> AsyncIterator[Updated]:
    """Start the bot anew after the dataset brought these changes."""
    running = [bot]

    async def again(*changes: DatasetChange, data: Path = DATA) -> Tiewatch:
        async with running[-1].database.transaction() as conn:
            for change in changes:
                await add_change(conn, change)
        await running[-1].close()
        running.append(await Tiewatch.open(settings, env.now, data))
        await env.restart_bot(running[-1])
        return running[-1]

    yield again
    await running[-1].close()


@pytest.fixture
def version(tmp_path: Path) -> Version:
    """Newer versions of the dataset, each with these acts in Juneau's tie, after the vote of 2022."""
    made = count()

    def with_acts(acts: str) -> Path:
        folder = tmp_path / f"version-{next(made)}"
        shutil.copytree(DATA, folder)
        file = folder / "ties" / "AK.toml"
        before, kept, after = file.read_text(encoding="utf-8").partition('vote = "5–4 against suspending"\n')
        file.write_text(f"{before}{kept}{acts}{after}", encoding="utf-8")
        return folder

    return with_acts


@pytest.fixture
async def restart(env: Env, bot: Tiewatch, settings: Settings) -> AsyncIterator[Restart]:
    """End the bot and start it anew; closed after the test."""
    running = [bot]

    async def again() -> Tiewatch:
        await running[-1].close()
        running.append(await Tiewatch.open(settings, env.now))
        await env.restart_bot(running[-1])
        return running[-1]

    yield again
    await running[-1].close()
