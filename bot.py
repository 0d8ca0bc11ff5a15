"""Tiewatch: the entry. ``python bot.py`` starts the bot, its preview, one question, or the check of what is set."""

from __future__ import annotations

import argparse
import asyncio
import base64
import ctypes
import gc
import logging
import os
import signal
import sys
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib import import_module
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path

import discord
from dotenv import dotenv_values

import preview
from cogs.kit.bot import Clock, Requests, TiewatchBot
from cogs.kit.card_actions import CardActions
from cogs.kit.command_sync import recall_commands, sync_commands
from cogs.kit.failures import NETWORK_ERRORS
from cogs.kit.logs import log_from, logging_to
from cogs.kit.settings import ROOT, Settings, SettingsError, reloaded
from cogs.operations.monitor import Monitor, TokenRevokedError
from cogs.operations.notify import STOPPING, notify
from cogs.outbox import RateLimiter
from cogs.wording.dates import day
from db.record.dataset import DATA, DatasetError, fingerprint, future_dates, idle_places, load_dataset
from db.record.dataset.explanations import check_explanations, lapsed, read_explanations, shipped
from db.record.derivation import newest_entry
from db.record.figures import all_figures
from db.record.models import Record
from db.record.passages import all_passages
from db.record.register import Register
from db.store import audit, meta
from db.store.database import (
    MIGRATIONS,
    PATIENCE,
    Database,
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseError,
    RecordUnavailableError,
    read_only,
)
from db.store.full_text import FullText
from db.store.process_lock import only_process
from db.store.records import read_record
from db.store.synchronisation import synchronise

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
OK = 0
NOT_FOUND = 1
FAULTS = 1
FAILED = 1
CONFIGURATION = 78
SECONDS_TO_CLOSE = 10
# A backup or a process that is just ending keeps a database for moments, not minutes.
SECONDS_TO_WAIT_FOR_DATABASE = 30
MAX_PORT = 65535

# Under which key the database keeps what state of the dataset's files it holds.
_TAKEN_OVER = "dataset"
_NO_TOKEN = (
    "DISCORD_TOKEN is not set: put the bot's token into .env (README, Go live), "
    "or look at the bot without one: python bot.py preview"
)
_BAD_TOKEN = (
    "DISCORD_TOKEN: Discord does not accept this token; make a new one on the page Bot of your application "
    "in Discord's developer portal (Reset Token) and put it into .env"
)
_AFTER_RESTORE = """\
Start the bot. It sends nothing, and reads in its channels what it has sent since the backup. Then an editor looks into
/queue in the home server and lets sending go on; without a home server: python bot.py restore --go-on"""
_GOES_ON = "Sending goes on; a running bot notices within its next sweep."
_NOTHING_HELD = "Nothing was held back."
_BAD_INTENTS = (
    "Discord does not allow the bot its events (intents); it asks for none that is privileged, so look whether the "
    "application was limited on its page in Discord's developer portal"
)
# The codes with which Discord closes a gateway connection for good.
_TOKEN_REFUSED = frozenset({4004})
_INTENTS_REFUSED = frozenset({4013, 4014})
_NO_SIMCORD = "The preview needs SimCord: start it by make run, or install requirements-preview.lock"
_NOT_UTF_8 = ".env: it is not UTF-8 text; save it anew as UTF-8 (in Notepad: Save as, Encoding)"
_NO_SITE_FOLDER = "Name the folder to write (python bot.py site FOLDER), or set TIEWATCH_SITE_FOLDER"
_NOT_READABLE = ".env: this user cannot read it; run the command as its owner, or hand the settings down as environment"
_NO_HOME = "TIEWATCH_HOME_SERVER is not set: lookups work, nothing can be recorded"


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
        """Load every feature, and before all else what the first answers need. Then tell Discord of changed commands,
        let in what has arrived meanwhile, and index the words of the record.
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
                self.first_loaded.set()
            await asyncio.sleep(SECONDS_BETWEEN_STEPS)
        await self.prepared()
        await sync_commands(self)
        self.mark_loaded()
        await self._make_searchable()

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
        # The record stays: no search for garbage need look through it while somebody waits for an answer.
        gc.collect()
        gc.freeze()
        gc.enable()
        _give_back_memory()

    async def _make_searchable(self) -> None:
        """Index the words of the record in a thread of its own: nobody waits for it."""
        record = self.register.record
        try:
            index = await asyncio.to_thread(lambda: FullText(all_passages(record, shipped().all)))
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
    await synchronise(database, shipped, now)
    async with database.transaction() as conn:
        await meta.put(conn, _TAKEN_OVER, state)


async def live(settings: Settings) -> int:
    """Run the bot until it is told to stop; the exit code. Raises what ``Tiewatch.open`` raises."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    bot = await Tiewatch.open(settings, discord.utils.utcnow, patience=SECONDS_TO_WAIT_FOR_DATABASE)
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, _take_over_settings, bot)
    if settings.home_server is None:
        log.warning(_NO_HOME)
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
        return _refuse([_BAD_TOKEN])
    if isinstance(error, DatabaseDamagedError):
        raise error
    if isinstance(error, discord.PrivilegedIntentsRequired) or _closed_with(error, _INTENTS_REFUSED):
        return _refuse([_BAD_INTENTS])
    if isinstance(error, (discord.DiscordServerError, discord.GatewayNotFound, *NETWORK_ERRORS)):
        _complain(f"Discord cannot be reached ({type(error).__name__}); check the network, then start again")
        return FAILED
    log.critical("The bot ended by itself", exc_info=error)
    kind = type(error).__name__ if error else "its connection was closed"
    _complain(f"The bot ended by itself ({kind}); the log says where. Start it again")
    return FAILED


def _closed_with(error: BaseException | None, codes: Collection[int]) -> bool:
    return isinstance(error, discord.ConnectionClosed) and error.code in codes


def run(options: argparse.Namespace) -> int:
    """`run`: the bot on Discord, until it is stopped."""
    settings = Settings.from_environment(environment())
    if settings.token is None:
        return _refuse([_NO_TOKEN])
    keep_private(settings)
    gc.disable()  # until all is loaded: hardly anything of it is garbage
    logged = logging_to(sys.stderr, settings.log_level, settings.token, settings.log_format)
    with logged, only_process(settings.database):
        try:
            require_not_lost(settings)
            return asyncio.run(live(settings))
        except DatabaseDamagedError as error:
            return _refuse([f"{error}. {_what_to_restore(settings)}"])


def require_not_lost(settings: Settings) -> None:
    """Raise DatabaseDamagedError for a database that is gone or empty while there are backups of it: a start would make
    a new one in its place.
    """
    from db.store.backups import backups_in

    path, folder = settings.database, settings.backup_folder
    if (path.is_file() and path.stat().st_size) or path.is_dir() or folder is None or not backups_in(folder):
        return
    raise DatabaseDamagedError(f"Database {path}: it is gone or empty, and there are backups of it in {folder}")


def _what_to_restore(settings: Settings) -> str:
    from db.store.backups import newest_good

    found = newest_good(settings.backup_folder)
    if found is None:
        return "There is no sound backup where this bot keeps them"
    return f"The newest sound backup: python bot.py restore {found}"


def show_preview(options: argparse.Namespace) -> int:
    """`preview`: the same bot in a page of this machine, until it is stopped."""
    if find_spec("simcord") is None:
        return _refuse([_NO_SIMCORD])
    with logging_to(sys.stderr, "error", None):
        return asyncio.run(preview.serve(Tiewatch.open, options.port))


def run_or_preview(options: argparse.Namespace) -> int:
    """No sub-command: the bot if there is a token, its preview otherwise."""
    if Settings.from_environment(environment()).token is not None:
        return run(options)
    print(_NO_TOKEN, "Opening the preview.", sep="\n", flush=True)
    return show_preview(options)


def ask(options: argparse.Namespace) -> int:
    """`ask`: one answer as text, from the record in the database or, without one, from the shipped dataset."""
    from cogs.lookup.answer import answer
    from cogs.lookup.render_text import as_text

    settings = Settings.from_environment(environment())
    known = _record_to_ask(settings.database)
    register = Register(known.record)
    register.search_by(FullText(all_passages(known.record, shipped().all)), known.record)
    found = answer(" ".join(options.question), register, datetime.now(UTC).date())
    print(as_text(found, register))
    print(f"\n{known.told}")
    return OK if found.outcome.found else NOT_FOUND


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record that was read: from where, when it was last added to, and why it is not the one in the database.

    ``withdrawn`` has the day on which an act of a tie was last withdrawn, by the tie's id.
    """

    record: Record
    where: str
    changed: date | None = None
    instead: str = ""
    withdrawn: Mapping[str, date] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """From which record the answer is, in one line."""
        newest = max(filter(None, (self.changed, newest_entry(self.record.ties.values()))), default=None)
        as_of = f", as of {day(newest)}" if newest else ""
        return f"Record: {self.where}{as_of}.{self.instead}"


def _record_to_ask(path: Path) -> KnownRecord:
    """The record in the database; the dataset's where there is none that this version of the program can read.

    Raises DatabaseError for a file that is no database of ours or is damaged, and DatasetError.
    """
    instead = ""
    if path.exists():
        try:
            return asyncio.run(_record_in(path))
        except RecordUnavailableError as error:
            instead = f" Not read: {error}."
    return KnownRecord(load_dataset(), f"{DATA.name}/", instead=instead)


async def _record_in(path: Path) -> KnownRecord:
    """The record in a database, which is only read. Raises DatabaseError."""
    async with read_only(path) as conn:
        record = await read_record(conn)
        if not record.ties:
            raise RecordUnavailableError(f"Database {path}: it holds no record yet; start the bot once")
        changed, withdrawn = await audit.last_day(conn), await audit.withdrawals(conn)
        return KnownRecord(record, str(path), changed, withdrawn=withdrawn)


def export(options: argparse.Namespace) -> int:
    """`export`: the record in the database, work of editors included, in the layout of `data/`, to be reviewed."""
    from db.record.toml_export import export_toml

    settings = Settings.from_environment(environment())
    record = asyncio.run(_record_in(settings.database)).record
    try:
        export_toml(record, options.folder)
    except OSError as error:
        _complain(f"{options.folder}: cannot be written ({error.strerror}); choose another folder")
        return FAILED
    print(f"{len(record.ties)} ties written to {options.folder}")
    return OK


def backup(options: argparse.Namespace) -> int:
    """`backup`: a sound copy of the database, also while the bot runs."""
    from db.store.backups import backup_name, write_backup

    settings = Settings.from_environment(environment())
    now = datetime.now(UTC)
    file: Path = options.file / backup_name(now) if options.file.is_dir() else options.file
    made = write_backup(settings.database, file, now)
    print(f"{file}: {sum(made.rows.values())} rows of {len(made.rows)} tables, checked")
    return OK


def health(options: argparse.Namespace) -> int:
    """`health`: how a running bot is, a line each; for supervisors and people."""
    from cogs.operations.monitor import signs_file
    from cogs.operations.signs import Signs, judge

    settings = Settings.from_environment(environment())
    try:
        signs = Signs.from_json(signs_file(settings.database).read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        print("BAD process: no bot has run on this database yet")
        return FAILED
    found = judge(signs, datetime.now(UTC))
    print(*found, sep="\n")
    return OK if all(sign.ok for sign in found) else FAILED


def reload(options: argparse.Namespace) -> int:
    """`reload`: let the running bot read its settings again."""
    from cogs.operations.monitor import signs_file
    from cogs.operations.signs import Signs
    from db.store.process_lock import is_in_use

    settings = Settings.from_environment(environment())
    try:
        if not is_in_use(settings.database):
            raise ProcessLookupError
        os.kill(Signs.from_json(signs_file(settings.database).read_text(encoding="utf-8")).pid, signal.SIGHUP)
    except PermissionError:
        _complain("The bot is another user's; run this as that user or as root")
        return FAILED
    except (OSError, ValueError, TypeError):
        _complain(f"No bot runs on {settings.database}, or it has only just begun")
        return FAILED
    print("The bot reads its settings again; its log says what it took over and what waits for a start.")
    return OK


def invite(options: argparse.Namespace) -> int:
    """`invite`: the link by which a server gets the bot, with the permissions that it needs and no others."""
    from cogs.kit.access import invitation

    settings = Settings.from_environment(environment())
    if settings.token is None:
        return _refuse([_NO_TOKEN])
    application = application_of(settings.token)
    if application is None:
        return _refuse([_BAD_TOKEN])
    print(invitation(application, events=options.events))
    return OK


def application_of(token: str) -> int | None:
    """The id of the application that a token is of: its first part, in base64. None where it is no number."""
    first = token.partition(".")[0]
    with suppress(ValueError):
        return int(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    return None


def restore(options: argparse.Namespace) -> int:
    """`restore`: a backup in the place of the database; or, with `--go-on`, let the bot send again after that."""
    from db.store import restore as restoring

    settings = Settings.from_environment(environment())
    keep_private(settings)
    if options.go_on:
        print(_GOES_ON if restoring.go_on(settings.database) else _NOTHING_HELD)
        return OK
    done = restoring.restore(options.file, settings.database, datetime.now(UTC))
    print(f"{settings.database} is as of {done.manifest.made_at} again.")
    if done.aside is not None:
        print(f"What was there before is kept as {done.aside}.")
    print(_AFTER_RESTORE)
    return OK


def site(options: argparse.Namespace) -> int:
    """`site`: the record as a public page, a folder of files for any web server."""
    from cogs.site.build import build_site
    from cogs.site.manifest import SiteError
    from cogs.site.site import Site
    from db.store import personal_data

    settings = Settings.from_environment(environment())
    folder: Path | None = options.folder or settings.site_folder
    if folder is None:
        return _refuse([_NO_SITE_FOLDER])
    known = _record_to_publish(settings.database)
    kept = tuple(dict.fromkeys(kept.what for kept in personal_data.PEOPLE))
    made = Site(
        Register(known.record),
        address=settings.site_address or "",
        contact=settings.contact or "",
        draft_days=settings.draft_days,
        kept=kept,
        withdrawn=known.withdrawn,
    )
    try:
        built = build_site(made, folder)
    except SiteError as error:
        _complain(str(error))
        return FAILED
    print(f"{built.pages} pages written to {folder}; {built.drawn} of {built.pictures} pictures drawn anew")
    print(known.told)
    return OK


def _record_to_publish(path: Path) -> KnownRecord:
    """The record in the database, which must not be passed over if there is one: else what editors did would vanish.

    Raises DatabaseError, and DatasetError.
    """
    return asyncio.run(_record_in(path)) if path.exists() else KnownRecord(load_dataset(), f"{DATA.name}/")


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: what is good to know, and what has to be mended, a line each."""

    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def check(options: argparse.Namespace) -> int:
    """`check`: the settings, the dataset and what else ships, without Discord or a database; links if asked for."""
    from cogs.letters.selfcheck import check_letters

    letters = Findings(faults=tuple(check_letters(options.data)))
    found = (check_settings(), check_dataset(options.data), letters)
    faults = [fault for findings in found for fault in findings.faults]
    for line in (*(note for findings in found for note in findings.notes), *faults):
        print(line)
    print(f"faults: {len(faults)}" if faults else "No faults.", flush=True)
    if options.links and not faults:
        return check_links(options.data)
    return FAULTS if faults else OK


def check_links(data: Path) -> int:
    """`check --links`: look at the page of every source, and tell how each stands; a database keeps it."""
    from cogs.fetching import Fetcher
    from cogs.watching import by_hand, sentences

    settings = Settings.from_environment(environment())
    if settings.contact is None:
        return _refuse([sentences.NO_CONTACT])
    contact = settings.contact

    async def look() -> tuple[str, ...]:
        async with Fetcher(contact, discord.utils.utcnow) as fetcher:
            shipped = load_dataset(data).sources
            return await by_hand.check_links(fetcher, settings.database, shipped, discord.utils.utcnow())

    for line in asyncio.run(look()):
        print(line)
    return OK


def check_settings() -> Findings:
    """What is to be said of the settings."""
    try:
        settings = Settings.from_environment(environment())
    except SettingsError as error:
        return Findings(faults=error.faults)
    missing = {_NO_TOKEN: settings.token is None, _NO_HOME: settings.home_server is None}
    open_to_all = (
        f"{file}: others on this machine can read it; chmod 600 {file}" for file in readable_by_others(settings)
    )
    told = (*(told for told, is_so in missing.items() if is_so), *open_to_all)
    return Findings(notes=tuple(f"note: {line}" for line in told))


def _private_files(settings: Settings) -> tuple[Path, ...]:
    """The files that hold the token, letters and names, where they exist."""
    beside = (f"{settings.database.name}{end}" for end in ("", "-wal", "-shm"))
    files = (ROOT / ".env", *(settings.database.with_name(name) for name in beside))
    return tuple(file for file in files if file.is_file())


def readable_by_others(settings: Settings) -> tuple[Path, ...]:
    """Those of the private files that other users of this machine can read."""
    return tuple(file for file in _private_files(settings) if file.stat().st_mode & 0o077)


def keep_private(settings: Settings) -> None:
    """Let what this process makes be for this user alone, and what holds letters and names as well."""
    os.umask(0o077)
    for file in readable_by_others(settings):
        if file.name != ".env":  # whoever wrote it chose who may read it; `check` speaks of it
            with suppress(OSError):
                file.chmod(0o600)


def check_dataset(data: Path) -> Findings:
    """What is to be said of the dataset; dates in the future and places in no tie are faults."""
    try:
        record = load_dataset(data)
    except DatasetError as error:
        return Findings(faults=tuple(map(str, error.faults)))
    counted = f"{data.name}: {len(record.ties)} ties, {len(record.places)} places, {len(record.sources)} sources"
    figures = all_figures(Register(record))
    found = (
        *future_dates(record, datetime.now(UTC).date()),
        *idle_places(record),
        *check_explanations(data, record, figures),
    )
    lost = lapsed(read_explanations(data), figures)
    notes = (f"answers: “{name}” no longer holds; the record answers in its place" for name in lost)
    return Findings((counted, *notes), tuple(map(str, found)))


def environment() -> Mapping[str, str]:
    """The environment, over what `.env` in the project's folder says. Raises SettingsError if that is no UTF-8 text."""
    try:
        from_file = dotenv_values(ROOT / ".env")
    except UnicodeDecodeError as error:
        raise SettingsError((_NOT_UTF_8,)) from error
    except PermissionError as error:
        if "DISCORD_TOKEN" not in os.environ:  # a supervisor has read the file where it hands its settings down
            raise SettingsError((_NOT_READABLE,)) from error
        from_file = {}
    return {**{name: value for name, value in from_file.items() if value is not None}, **os.environ}


def _complain(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _refuse(lines: Sequence[str]) -> int:
    for line in lines:
        _complain(line)
    return CONFIGURATION


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > MAX_PORT:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to {MAX_PORT}")
    return int(text)


def _add_port(to: argparse.ArgumentParser, default: int | str) -> None:
    to.add_argument(
        "--port", type=_port, default=default, help=f"the preview's port (default: {preview.PORT} or a free one)"
    )


def parser() -> argparse.ArgumentParser:
    """The sub-commands and their options."""
    top = argparse.ArgumentParser(prog="python bot.py", description="Tiewatch: how a U.S. tie with Russia stands.")
    top.set_defaults(go=run_or_preview)
    _add_port(top, preview.PORT)
    commands = top.add_subparsers(title="sub-commands", metavar="")
    commands.add_parser("run", help="the bot on Discord; needs DISCORD_TOKEN").set_defaults(go=run)
    shown = commands.add_parser("preview", help="the same bot in a page of this machine; needs no token")
    _add_port(shown, argparse.SUPPRESS)  # what was said before "preview" stands
    shown.set_defaults(go=show_preview)
    asked = commands.add_parser("ask", help="one answer as text; exit code 1 if nothing known was found")
    asked.add_argument("question", nargs="+")
    asked.set_defaults(go=ask)
    exported = commands.add_parser("export", help="write the record back as the files of data/, to be reviewed")
    exported.add_argument("folder", type=Path, help="the folder to write into; made if it is missing")
    exported.set_defaults(go=export)
    backed = commands.add_parser("backup", help="a sound copy of the database, also while the bot runs")
    backed.add_argument("file", type=Path, help="the new file, or a folder for one that is named by the hour")
    backed.set_defaults(go=backup)
    restored = commands.add_parser("restore", help="put a backup in the place of the database; the bot must not run")
    what = restored.add_mutually_exclusive_group(required=True)
    what.add_argument("file", type=Path, nargs="?", help="the backup")
    what.add_argument("--go-on", action="store_true", help="after a restore: let the bot send again")
    restored.set_defaults(go=restore)
    published = commands.add_parser("site", help="write the record as a public page, a folder of files")
    published.add_argument(
        "folder", type=Path, nargs="?", help="the folder to write, made if missing (default: TIEWATCH_SITE_FOLDER)"
    )
    published.set_defaults(go=site)
    commands.add_parser("health", help="how the running bot is; exit code 1 if not well").set_defaults(go=health)
    commands.add_parser("reload", help="let the running bot read its settings again").set_defaults(go=reload)
    invited = commands.add_parser("invite", help="the link that adds the bot to a server; needs DISCORD_TOKEN")
    invited.add_argument("--events", action="store_true", help="also with Create Events, to enter hearings as events")
    invited.set_defaults(go=invite)
    checked = commands.add_parser("check", help="check settings, dataset and templates offline")
    checked.add_argument("--data", type=Path, default=DATA, help="the dataset's folder (default: data)")
    checked.add_argument("--links", action="store_true", help="look at the page of every source as well; takes minutes")
    checked.set_defaults(go=check)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit code."""
    options = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows "?" for it
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    try:
        code: int = options.go(options)
    except SettingsError as error:
        return _refuse(error.faults)
    except DatasetError as error:
        return _refuse([str(fault) for fault in error.faults])
    except DatabaseBusyError as error:
        _complain(str(error))
        return FAILED
    except DatabaseError as error:
        return _refuse([str(error)])
    except BrokenPipeError:  # whoever was reading has seen enough, such as `head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


if __name__ == "__main__":
    sys.exit(main())
