"""Watches the bot from inside: writes its signs into a file beside the database, and tells systemd that it is alive."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import discord

from cogs.kit.bot import TiewatchBot
from cogs.kit.failures import NETWORK_ERRORS
from cogs.operations.notify import ALIVE, READY, notify
from cogs.operations.signs import PROBE_AFTER, WRITE_SECONDS, Signs
from cogs.outbox import outbox_of
from db.store import deliveries, restore, subscriptions
from db.store.backups import backups_in
from db.store.database import DatabaseDamagedError, DatabaseError, require_sound

log = logging.getLogger(__name__)

# Until it is ready, so that systemd and whoever waits for it hear of that at once.
_START_SECONDS = 1
# systemd hears no more from a bot that has not heard of Discord for so long, and starts it anew.
_GIVEN_UP = timedelta(minutes=10)


class TokenRevokedError(Exception):
    """Discord does not accept the bot's token any more."""


def signs_file(database: Path) -> Path:
    """Where the signs of the bot on a database stand."""
    return database.with_name(f"{database.name}.health")


class Monitor:
    """Looks at the bot every 15 seconds, and every second until it is ready."""

    def __init__(self, bot: TiewatchBot) -> None:
        self._bot = bot
        self._requests = bot.requests
        self._started = bot.clock()
        self._was_ready = False
        self._probed = time.monotonic()
        self.signs: Signs | None = None

    async def run(self) -> None:
        """Look until cancelled. Raises TokenRevokedError and DatabaseDamagedError; survives all else."""
        end_metrics = self._serve_metrics()
        try:
            await self._look_again_and_again()
        finally:
            if end_metrics is not None:
                await asyncio.to_thread(end_metrics)

    def _serve_metrics(self) -> Callable[[], None] | None:
        """Tell Prometheus, if a port is set; one that is taken stops nothing."""
        port = self._bot.settings.metrics
        if port is None:
            return None
        from cogs.operations.metrics import SignsCollector, serve

        try:
            return serve(SignsCollector(lambda: self.signs, self._requests, self._bot.clock), port)
        except OSError as error:
            log.error("No figures for Prometheus", extra={"port": port, "why": error.strerror})
            return None

    async def _look_again_and_again(self) -> None:
        while True:
            try:
                await self._look()
            except (TokenRevokedError, DatabaseDamagedError):
                raise
            except Exception:
                log.exception("The signs could not be taken; it is tried again")
            self._requests.refused.clear()
            with suppress(TimeoutError):
                seconds = WRITE_SECONDS if self._was_ready else _START_SECONDS
                await asyncio.wait_for(self._requests.refused.wait(), seconds)

    async def _look(self) -> None:
        if self._bot.is_ready():
            await self._probe()
        self.signs = signs = await read_signs(self._bot, self._started)
        try:
            write_whole(signs_file(self._bot.settings.database), signs.to_json())
        except OSError as error:  # a full disk: the bot itself goes on, and a restart would only stop it
            log.warning("The signs could not be written; it is tried again", extra={"why": error.strerror})
        if signs.ready and not self._was_ready:
            self._was_ready = True
            notify(READY)
            await asyncio.to_thread(require_sound, self._bot.settings.database)
        silent = signs.ready and (signs.gateway is None or signs.written - signs.gateway > _GIVEN_UP)
        if not silent:
            notify(ALIVE)

    async def _probe(self) -> None:
        """Make a request if none has succeeded for a while, or one was refused for the token."""
        since = max(self._requests.succeeded or 0.0, self._probed)
        if not self._requests.refused.is_set() and time.monotonic() - since < PROBE_AFTER.total_seconds():
            return
        self._probed = time.monotonic()
        try:
            await self._bot.http.request(discord.http.Route("GET", "/users/@me"))
        except discord.HTTPException as error:
            if error.status == 401:
                raise TokenRevokedError from error
            log.warning("Discord does not answer as it should", extra={"status": error.status})
        except NETWORK_ERRORS as error:
            log.warning("Discord cannot be reached", extra={"why": type(error).__name__})


async def read_signs(bot: TiewatchBot, started: datetime) -> Signs:
    """The signs of a bot as they are now."""
    now = bot.clock()
    folder = bot.settings.backup_folder
    ready = bot.is_up()
    signs = Signs(
        pid=os.getpid(),
        written=now,
        started=started,
        ready=ready,
        gateway=_heard(bot, now),
        request=_moment(bot.requests.succeeded, now),
        swept=_moment(outbox_of(bot).last_sweep, now) if ready else None,
        backup=max(backups_in(folder), default=None) if folder else None,
        backups=folder is not None,
        sweep=bot.settings.sweep,
        servers=len(bot.guilds),
        room=_room(bot.settings.database),
    )
    try:
        return await _with_waiting(bot, signs, now)
    except DatabaseDamagedError:
        raise
    except DatabaseError:
        return signs


async def _with_waiting(bot: TiewatchBot, signs: Signs, now: datetime) -> Signs:
    return replace(
        signs,
        oldest_unsent=await deliveries.oldest_due(bot.database, now),
        digest=await subscriptions.last_digest(bot.database),
        held=await restore.is_held(bot.database),
        waiting=await deliveries.open_states(bot.database),
    )


def _room(database: Path) -> int | None:
    try:
        return shutil.disk_usage(database.parent).free
    except OSError:
        return None


def _heard(bot: TiewatchBot, now: datetime) -> datetime | None:
    """When the shard that has been silent longest was heard, if only answering a heartbeat.

    discord.py tells of this nowhere else: ``latency`` stays at its last value when a connection dies.
    """
    sockets = [getattr(shard._parent, "ws", None) for shard in bot.shards.values()]
    heard = [getattr(getattr(socket, "_keep_alive", None), "_last_recv", None) for socket in sockets]
    since = [each for each in heard if each is not None]
    if not since or len(since) < len(heard):
        return None
    return now - timedelta(seconds=time.perf_counter() - min(since))


def _moment(monotonic: float | None, now: datetime) -> datetime | None:
    return None if monotonic is None else now - timedelta(seconds=time.monotonic() - monotonic)


def write_whole(file: Path, text: str) -> None:
    """Write a small file at once: whoever reads it sees the text of before or this one."""
    part = file.with_name(f"{file.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(file)
