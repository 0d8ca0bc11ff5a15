"""Processes forked from one that has imported the bot already, and made what it makes of the record at each start: what
that costs is paid once. A process from nothing is in ``tests.wire.process``.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot import EXTENSIONS
from cogs.kit.settings import ROOT

STDOUT, STDERR = 1, 2

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["bot", *EXTENSIONS, "tests.wire.ready"])


class Forked:
    """A forked process, with as much of asyncio's process as the tests need."""

    def __init__(self, process: ForkServerProcess) -> None:
        assert process.pid is not None
        self.pid = process.pid
        self._process = process
        self._loop = asyncio.get_running_loop()
        self._ended: asyncio.Future[int | None] = self._loop.create_future()
        self._loop.add_reader(process.sentinel, self._note_end)

    @property
    def returncode(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        return self._ended.result() if self._ended.done() else None

    async def wait(self) -> int | None:
        """Wait for the end; the exit code."""
        return await asyncio.shield(self._ended)

    def send_signal(self, number: int) -> None:
        """Send a signal. Raises ProcessLookupError if the process has ended."""
        if self._ended.done():
            raise ProcessLookupError
        os.kill(self.pid, number)

    def _note_end(self) -> None:
        self._loop.remove_reader(self._process.sentinel)
        self._ended.set_result(self._process.exitcode)


async def forked(arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> Forked:
    """Run ``python -m`` these arguments in this environment, as if anew; all that it writes goes to ``log``."""
    log.touch()  # noqa: ASYNC240
    process = _SERVER.Process(target=_run, args=(list(arguments), dict(environment), log))
    process.start()
    return Forked(process)


def _run(arguments: list[str], environment: dict[str, str], log: Path) -> None:
    gc.freeze()  # what is shared need not be looked through, and so copied, by each
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    with log.open("wb") as output:
        for stream in (STDOUT, STDERR):
            os.dup2(output.fileno(), stream)
    sys.argv = arguments
    sys.exit(import_module(arguments[0]).main())
