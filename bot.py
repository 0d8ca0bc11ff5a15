"""Tiewatch: the entry. ``python bot.py`` starts the bot, its preview, one question, or the check of what is set."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias

# Hardly anything that modules make is garbage: looking for it would take a tenth of loading them.
gc.disable()

import discord

import preview
from cogs.kit.bot import Clock, Requests, TiewatchBot
from cogs.kit.card_actions import CardActions
from cogs.kit.command_sync import recall_commands, sync_commands
from cogs.kit.failures import NETWORK_ERRORS
from cogs.kit.logs import log_from, logging_to
from cogs.kit.settings import Settings, SettingsError, reloaded
from cogs.kit.sharing import Sharing
from cogs.kit.short_turns import in_short_turns
from cogs.operations.monitor import Monitor, TokenRevokedError
from cogs.operations.notify import STOPPING, notify
from cogs.outbox import RateLimiter
from cogs.terminal.console import BAD_TOKEN, FAILED, NO_HOME, NO_TOKEN, OK, complain, environment, refuse
from cogs.terminal.lost_database import require_not_lost, what_to_restore
from cogs.terminal.private_files import keep_private
from db.record.dataset import DATA, DatasetError, fingerprint, future_dates, load_dataset
from db.record.dataset.explanations import lapsed, shipped
from db.record.figures import all_figures
from db.record.models import Record
from db.record.passages import all_passages
from db.record.register import Register
from db.record.vocabulary import vocabulary
from db.store import meta
from db.store.database import (
    MIGRATIONS,
    PATIENCE,
    Database,
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseError,
    DatabaseFullError,
)
from db.store.full_text import FullText
from db.store.process_lock import only_process
from db.store.records import read_record

if TYPE_CHECKING:
    import argparse

gc.freeze()
gc.enable()

log = logging.getLogger("bot")

# Whose buttons stand on every tie's card, in this order; they are there before the first card is shown.
ACTIONS: tuple[str, ...] = (
    "cogs.lookup.actions",
    "cogs.announcements.actions",
    "cogs.letters.actions",
    "cogs.tips.actions",
    "cogs.campaign.actions",
    "cogs.hearings.actions",
    "cogs.site.actions",
)
# The outbox first: the features tell it of their kinds of messages, and it stops before they are taken apart.
EXTENSIONS: tuple[str, ...] = (
    "cogs.outbox.extension",
    "cogs.lookup.cog",
    "cogs.about.cog",
    "cogs.announcements.cog",
    "cogs.letters.cog",
    "cogs.tips.cog",
    "cogs.editing.cog",
    "cogs.campaign.cog",
    "cogs.operations.cog",
    "cogs.site.cog",
    "cogs.watching.cog",
    "cogs.hearings.cog",
)
# Their commands are in the home server alone: without one they are not loaded at all.
OF_THE_HOME_SERVER = frozenset({"cogs.editing.cog", "cogs.watching.cog"})
# The commands that are answered as soon as this extension is loaded, while the others still are.
FIRST, FIRST_ANSWERED = "cogs.lookup.cog", frozenset({"status", "ties"})
# How long others may go on between two steps of the start: one who waits for an answer gets it in that time.
SECONDS_BETWEEN_STEPS = 0.01
SECONDS_TO_CLOSE = 10
_M_ARENA_MAX, _M_TRIM_THRESHOLD = -8, -1  # malloc.h
_MOST_FREE_AT_END = 256 * 1024
# As Python has it, but for the last: a card refers to its parts and they to it, and some hundred that nobody needs any
# more would take 3 MiB. To look through all is quick, as nothing of the start is looked through.
_GC_THRESHOLD = (700, 10, 2)
# A backup or a process that is just ending keeps a database for moments, not minutes.
SECONDS_TO_WAIT_FOR_DATABASE = 30
MAX_PORT = 65535
Command: TypeAlias = "Callable[[argparse.Namespace], int]"

# Under which key the database keeps what state of the dataset's files it holds.
_TAKEN_OVER = "dataset"
_BAD_INTENTS = (
    "Discord does not allow the bot its events (intents); it asks for none that is privileged, so look whether the "
    "application was limited on its page in Discord's developer portal"
)
# The codes with which Discord closes a gateway connection for good.
_TOKEN_REFUSED = frozenset({4004})
_INTENTS_REFUSED = frozenset({4013, 4014})
_NO_SIMCORD = "The preview needs SimCord: start it by make run, or install requirements-preview.lock"


class Tiewatch(TiewatchBot):
    """The bot with its database open and its record in memory. Make one with ``open``, and close it."""

    def __init__(self, settings: Settings, clock: Clock, database: Database, register: Register) -> None:
        requests = Requests()
        super().__init__(
            requests,
            # Commands and the channels to announce in; then the text of messages that mention the bot, and of DMs.
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=30,
            http_trace=RateLimiter(settings.pace).trace(requests.ended),
            first_answered=FIRST_ANSWERED,
        )
        self.settings = settings
        self.clock = clock
        self.database = database
        self.register = register
        self.actions = CardActions()
        self.hearing_actions = CardActions()
        self.outcome_actions = CardActions()
        self.news_actions = CardActions()
        self.sharing = Sharing()
        self._loads_beside_connection = False

    @classmethod
    async def open(cls, settings: Settings, clock: Clock, data: Path = DATA, *, patience: float = PATIENCE) -> Tiewatch:
        """Open the database, bring the shipped dataset into it, and build the register.

        ``patience`` is how many seconds to wait at most for another process that writes to the database.

        A dataset with faults is refused whole and logged; the record in the database then stands. Raises DatabaseError
        for a database that cannot be used, and DatasetError for a bad dataset when the database holds no record.
        """
        database = await Database.open(settings.database, patience=patience)
        try:
            await _load_dataset(database, data, clock())
            record = await _sound_record(database)
        except BaseException:
            await database.close()
            raise
        for fault in future_dates(record, clock().date()):
            log.warning("A date in the future; is the clock right?", extra={"fault": fault})
        return cls(settings, clock, database, Register(record))

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        """Log in and stay connected until the bot is closed. What answers is loaded while the connection is made."""
        self._loads_beside_connection = True
        await super().start(token, reconnect=reconnect)

    async def setup_hook(self) -> None:
        """Begin to load what answers; wait for it, unless the connection is to be made meanwhile: both take time."""
        self._loading = asyncio.create_task(self._load())
        if not self._loads_beside_connection:
            await self._loading

    async def _load(self) -> None:
        """Load every feature, and before all else what the first answers need, then what questions need. At last tell
        Discord of changed commands, and let in what has arrived meanwhile.
        """
        await asyncio.to_thread(lambda: self.register.gazetteer)
        await recall_commands(self)
        for name in ACTIONS:
            import_module(name).add_actions(self)
        for name in EXTENSIONS:
            if name in OF_THE_HOME_SERVER and self.settings.home_server is None:
                continue
            await self.load_extension(name)
            if name == FIRST:
                await self.answer_first()
                await self._make_questions_ready()
            elif self._loads_beside_connection and FIRST in self.extensions:
                gc.collect()  # each class with slots was made twice: the next feature takes the memory of the first
            await asyncio.sleep(SECONDS_BETWEEN_STEPS if self._loads_beside_connection else 0)
        await self.prepared()
        await sync_commands(self)
        self.mark_loaded()

    async def _make_questions_ready(self) -> None:
        """Make what questions need, before the other features are loaded: those then take the memory that the making
        leaves free. In the other order 6 MiB of 89 would stay free, in pieces, for good.
        """
        await self.prepared()
        await self._make_searchable()
        if self._loads_beside_connection:
            vocabulary.cache_clear()  # all is made from it
            gc.unfreeze()  # what was loaded first has left garbage, too
            gc.collect()
            gc.freeze()

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected until the bot is closed. A feature that does not load ends it: raises what it raised."""
        connection = asyncio.create_task(super().connect(reconnect=reconnect))
        try:
            await asyncio.gather(self._freeze_memory(), connection)
        finally:
            connection.cancel()
            self._loading.cancel()

    async def _freeze_memory(self) -> None:
        await self._loading
        await self.database.shrink()
        # The record stays: no search for garbage need look through it while somebody waits for an answer.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_GC_THRESHOLD)
        gc.enable()
        _give_back_memory()

    async def _make_searchable(self) -> None:
        """Index the words of the record in a thread. Without an index questions are answered by all else."""
        record = self.register.record
        try:
            index = await asyncio.to_thread(in_short_turns, lambda: FullText(all_passages(record, shipped().in_full())))
        except Exception:
            log.exception("The record cannot be searched")
            return
        self.register.search_by(index, record)
        for name in lapsed(shipped().all, all_figures(self.register)):
            log.warning("An answer no longer holds; mend it in data/answers", extra={"answer": name})

    async def on_ready(self) -> None:
        """Say in the log that the bot is there."""
        log.info("Ready", extra={"servers": len(self.guilds), "ties": len(self.register.record.ties)})

    async def close(self) -> None:
        """End the features and the connection, then the database, also when ending the others fails."""
        try:
            await super().close()
        except AttributeError:
            # discord.py's sharded client misses its queue at the end of closing if it never got to connect.
            if self.shards:
                raise
        finally:
            await self.database.close()


async def _sound_record(database: Database) -> Record:
    """The record in the database. Raises DatabaseDamagedError also for a value that nothing of ours has written."""
    try:
        return await read_record(database)
    except (ValueError, KeyError, TypeError) as error:
        raise DatabaseDamagedError(
            f"Database {database.path}: it is damaged; restore a backup (a value in it cannot be read: "
            f"{type(error).__name__})"
        ) from error


def _share_memory() -> None:
    """Let all threads take their memory from one place, where the C library would give each its own (glibc): what a
    thread of the start no longer needs is then used again, 1.5 MiB of 98. And have what is free at the end given back
    to the system: the library waits for more of it each time that a large piece was needed, and a backup left 2 MiB.
    """
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL("libc.so.6")
        library.mallopt(_M_ARENA_MAX, 1)
        library.mallopt(_M_TRIM_THRESHOLD, _MOST_FREE_AT_END)


def _give_back_memory() -> None:
    """Give what only the start needed back to the system, where the C library does not do so by itself (glibc)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


async def _load_dataset(database: Database, folder: Path, now: datetime) -> None:
    """Take over what the dataset's files say anew; files that were taken over as they are, are not read again."""
    state = f"{len(list(MIGRATIONS.glob('*.sql')))} {fingerprint(folder)}"
    if await meta.get(database, _TAKEN_OVER) == state:
        return
    try:
        shipped = load_dataset(folder)
    except DatasetError as error:
        if not (await read_record(database)).ties:
            raise
        for fault in error.faults:
            log.error("Dataset refused, the record in the database stands", extra={"fault": fault})
        return
    from db.store.synchronisation import synchronise

    await synchronise(database, shipped, now)
    async with database.transaction() as conn:
        await meta.set_value(conn, _TAKEN_OVER, state)
    del shipped
    gc.collect()  # what follows takes its memory


async def live(settings: Settings) -> int:
    """Run the bot until it is told to stop; the exit code. Raises what ``Tiewatch.open`` raises."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    bot = await Tiewatch.open(settings, discord.utils.utcnow, patience=SECONDS_TO_WAIT_FOR_DATABASE)
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, _take_over_settings, bot)
    if settings.home_server is None:
        log.warning(NO_HOME)
    running = asyncio.create_task(bot.start(settings.token or ""))
    stopping = asyncio.create_task(stop.wait())
    watching = asyncio.create_task(Monitor(bot).run())
    try:
        await asyncio.wait({running, stopping, watching}, return_when=asyncio.FIRST_COMPLETED)
        return OK if stop.is_set() else _why_it_ended(running if running.done() else watching)
    finally:
        notify(STOPPING)
        stopping.cancel()
        watching.cancel()
        await _close(bot, running)


def _take_over_settings(bot: Tiewatch) -> None:
    """SIGHUP: take over what may change while the bot runs; of the rest the log says that it waits for a start."""
    try:
        read = Settings.from_environment(environment())
    except SettingsError as error:
        for fault in error.faults:
            log.error("Settings not taken over", extra={"fault": fault})
        return
    bot.settings, waiting = reloaded(bot.settings, read)
    log_from(bot.settings.log_level)
    log.info("Settings taken over", extra={"waiting_for_a_start": waiting} if waiting else {})


async def _close(bot: Tiewatch, running: asyncio.Task[None]) -> None:
    log.info("Stopping")
    try:
        await asyncio.wait_for(bot.close(), SECONDS_TO_CLOSE)
    except TimeoutError:
        log.warning("Closing took too long and was cut short", extra={"seconds": SECONDS_TO_CLOSE})
    running.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await running
    log.info("Stopped")


def _why_it_ended(ended: asyncio.Task[None]) -> int:
    """Say why the connection ended although nobody asked; the exit code, never 0, so that a supervisor restarts."""
    error = ended.exception()
    if isinstance(error, (discord.LoginFailure, TokenRevokedError)) or _closed_with(error, _TOKEN_REFUSED):
        return refuse([BAD_TOKEN])
    if isinstance(error, DatabaseBusyError | DatabaseDamagedError | DatabaseFullError):
        raise error
    if isinstance(error, discord.PrivilegedIntentsRequired) or _closed_with(error, _INTENTS_REFUSED):
        return refuse([_BAD_INTENTS])
    if isinstance(error, (discord.DiscordServerError, discord.GatewayNotFound, *NETWORK_ERRORS)):
        complain(f"Discord cannot be reached ({type(error).__name__}); check the network, then start again")
        return FAILED
    log.critical("The bot ended by itself", exc_info=error)
    kind = type(error).__name__ if error else "its connection was closed"
    complain(f"The bot ended by itself ({kind}); the log says where. Start it again")
    return FAILED


def _closed_with(error: BaseException | None, codes: Collection[int]) -> bool:
    return isinstance(error, discord.ConnectionClosed) and error.code in codes


def run(options: argparse.Namespace) -> int:
    """`run`: the bot on Discord, until it is stopped."""
    settings = Settings.from_environment(environment())
    if settings.token is None:
        return refuse([NO_TOKEN])
    keep_private(settings)
    _share_memory()
    gc.disable()  # until all is loaded: hardly anything of it is garbage
    logged = logging_to(sys.stderr, settings.log_level, settings.token, settings.log_format)
    with logged, only_process(settings.database):
        try:
            require_not_lost(settings)
            return asyncio.run(live(settings))
        except DatabaseDamagedError as error:
            return refuse([f"{error}. {what_to_restore(settings)}"])


def show_preview(options: argparse.Namespace) -> int:
    """`preview`: the same bot in a page of this machine, until it is stopped."""
    if find_spec("simcord") is None:
        return refuse([_NO_SIMCORD])
    with logging_to(sys.stderr, "error", None):
        return asyncio.run(preview.serve(Tiewatch.open, options.port))


def run_or_preview(options: argparse.Namespace) -> int:
    """No sub-command: the bot if there is a token, its preview otherwise."""
    if Settings.from_environment(environment()).token is not None:
        return run(options)
    print(NO_TOKEN, "Opening the preview.", sep="\n", flush=True)
    return show_preview(options)


def _port(text: str) -> int:
    from argparse import ArgumentTypeError

    if not text.isascii() or not text.isdigit() or int(text) > MAX_PORT:
        raise ArgumentTypeError(f"must be a number from 0 to {MAX_PORT}")
    return int(text)


def _add_port(to: argparse.ArgumentParser, default: int | str) -> None:
    to.add_argument(
        "--port", type=_port, default=default, help=f"the preview's port (default: {preview.PORT} or a free one)"
    )


class _Commands:
    """The sub-commands of a parser, by name."""

    def __init__(self, top: argparse.ArgumentParser) -> None:
        self._parsers = top.add_subparsers(title="sub-commands", metavar="")

    def add(self, name: str, go: Command, told: str) -> argparse.ArgumentParser:
        """Add one that is of the bot itself; its parser, to be given what else it takes."""
        added = self._parsers.add_parser(name, help=told)
        added.set_defaults(go=go)
        return added

    def add_of(self, module: str, name: str, told: str) -> argparse.ArgumentParser:
        """Add one of ``cogs.terminal``. What it needs loads when it is asked for: the bot itself starts without."""

        def go(options: argparse.Namespace) -> int:
            command: Command = getattr(import_module(f"cogs.terminal.{module}"), name)
            return command(options)

        return self.add(name, go, told)


def parser() -> argparse.ArgumentParser:
    """The sub-commands and their options."""
    from argparse import SUPPRESS, ArgumentParser

    top = ArgumentParser(prog="python bot.py", description="Tiewatch: how a U.S. tie with Russia stands.")
    top.set_defaults(go=run_or_preview)
    _add_port(top, preview.PORT)
    commands = _Commands(top)
    commands.add("run", run, "the bot on Discord; needs DISCORD_TOKEN")
    shown = commands.add("preview", show_preview, "the same bot in a page of this machine; needs no token")
    _add_port(shown, SUPPRESS)  # what was said before "preview" stands
    asked = commands.add_of("asking", "ask", "one answer as text; exit code 1 if nothing known was found")
    asked.add_argument("question", nargs="+")
    exported = commands.add_of("publishing", "export", "write the record back as the files of data/, to be reviewed")
    exported.add_argument("folder", type=Path, help="the folder to write into; made if it is missing")
    backed = commands.add_of("backups", "backup", "a sound copy of the database, also while the bot runs")
    backed.add_argument("file", type=Path, help="the new file, or a folder for one that is named by the hour")
    restored = commands.add_of("backups", "restore", "put a backup in the place of the database; the bot must not run")
    what = restored.add_mutually_exclusive_group(required=True)
    what.add_argument("file", type=Path, nargs="?", help="the backup")
    what.add_argument("--go-on", action="store_true", help="after a restore: let the bot send again")
    published = commands.add_of("publishing", "site", "write the record as a public page, a folder of files")
    published.add_argument(
        "folder", type=Path, nargs="?", help="the folder to write, made if missing (default: TIEWATCH_SITE_FOLDER)"
    )
    commands.add_of("running_bot", "health", "how the running bot is; exit code 1 if not well")
    commands.add_of("running_bot", "reload", "let the running bot read its settings again")
    invited = commands.add_of("running_bot", "invite", "the link that adds the bot to a server; needs DISCORD_TOKEN")
    invited.add_argument("--events", action="store_true", help="also with Create Events, to enter hearings as events")
    checked = commands.add_of("checking", "check", "check settings, dataset and templates offline")
    checked.add_argument("--data", type=Path, default=DATA, help="the dataset's folder (default: data)")
    checked.add_argument("--links", action="store_true", help="look at the page of every source as well; takes minutes")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit code. What reads options is not loaded by the bot itself, which has none."""
    given = [*(sys.argv[1:] if arguments is None else arguments)]
    options: Any = SimpleNamespace(go=run) if given == ["run"] else parser().parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows "?" for it
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    try:
        code: int = options.go(options)
    except SettingsError as error:
        return refuse(error.faults)
    except DatasetError as error:
        return refuse([str(fault) for fault in error.faults])
    except (DatabaseBusyError, DatabaseFullError) as error:
        complain(str(error))
        return FAILED
    except DatabaseError as error:
        return refuse([str(error)])
    except BrokenPipeError:  # whoever was reading has seen enough, such as `head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


if __name__ == "__main__":
    sys.exit(main())
