"""The log: one line a record on standard error, written outside the event loop, without secrets or what anyone typed.

A line is ``time level logger: message key=value … trace="…"``; the keys are what a call gave as ``extra``.
"""

from __future__ import annotations

import json
import logging
import re
import sqlite3
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from logging.handlers import QueueHandler, QueueListener
from pathlib import Path
from queue import SimpleQueue
from typing import TextIO

import discord

OUR_LOGGERS = ("bot", "cogs", "db", "preview")
_ROOT = str(Path(__file__).resolve().parents[2])
_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
# Their messages tell of code or of the machine; those of other errors may hold what a person typed.
_TELLING = (AttributeError, ImportError, NameError, NotImplementedError, OSError, discord.HTTPException, sqlite3.Error)
# SQLite's words for a text that is not UTF-8, behind which it gives that text.
_QUOTING = "Could not decode"
_CALLBACK_TOKEN = re.compile(r"(/(?:interactions|webhooks)/\d+)/[^/\s?]+")
_PLAIN_VALUE = re.compile(r"[^\s\"=]+")
_MOST_FRAMES = 12
_JSON_VALUES = (str, int, float, bool, type(None))


@contextmanager
def logging_to(stream: TextIO, level: str, secret: str | None, form: str = "text") -> Iterator[None]:
    """Send the log to a stream while the block runs, and write what is left at its end.

    ``form`` is text or json. Only our own loggers go below ``info``: others would write messages and parameters there.
    """
    queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handler = QueueHandler(queue)
    handler.setFormatter((JsonFormatter if form == "json" else LineFormatter)(secret))
    handler.addFilter(_tame)
    root = logging.getLogger()
    log_from(level)
    root.addHandler(handler)
    listener = QueueListener(queue, logging.StreamHandler(stream))
    listener.start()
    try:
        yield
    finally:
        root.removeHandler(handler)
        listener.stop()


def log_from(level: str) -> None:
    """Log what is of this level or above."""
    wanted = logging.getLevelNamesMapping()[level.upper()]
    logging.getLogger().setLevel(max(wanted, logging.INFO))
    for name in OUR_LOGGERS:
        logging.getLogger(name).setLevel(wanted)


class LineFormatter(logging.Formatter):
    """A record as one line of text. The secret and the tokens of interactions are blacked out wherever they turn up."""

    def __init__(self, secret: str | None = None) -> None:
        super().__init__()
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line = _CALLBACK_TOKEN.sub(r"\1/…", self.written(record))
        return line.replace(self._secret, "…") if self._secret else line

    def written(self, record: logging.LogRecord) -> str:
        """The line before anything is blacked out."""
        said = record.getMessage().replace("\n", "\\n")
        line = f"{_at(record)} {record.levelname.lower()} {record.name}: {said}"
        return line + "".join(f" {key}={_value(value)}" for key, value in _given(record).items())


class JsonFormatter(LineFormatter):
    """A record as one JSON object on one line: ``at``, ``level``, ``logger``, ``message``, and what a call gave."""

    def written(self, record: logging.LogRecord) -> str:
        """The line before anything is blacked out."""
        said = {"at": _at(record), "level": record.levelname.lower(), "logger": record.name}
        given = {key: value if isinstance(value, _JSON_VALUES) else str(value) for key, value in _given(record).items()}
        return json.dumps({**given, **said, "message": record.getMessage()}, ensure_ascii=False)


def _at(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _given(record: logging.LogRecord) -> dict[str, object]:
    """What a call gave as ``extra``, and the trace of the error that it logs."""
    given = {key: value for key, value in record.__dict__.items() if key not in _STANDARD}
    if record.exc_info and record.exc_info[1] is not None:
        given["trace"] = trace(record.exc_info[1])
    return given


def trace(error: BaseException) -> str:
    """Where an error came from and what kinds it is made of, on one line, without the values in its message."""
    own = f"{_frames(error)}{_named(error)}"
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    parts = [own, *(f"[{trace(part)}]" for part in inner)]
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " ".join(parts) + (f" <- {trace(before)}" if before is not None else "")


def _named(error: BaseException) -> str:
    said = f": {error}" if isinstance(error, _TELLING) and _QUOTING not in str(error) else ""
    return f"{type(error).__name__}{said}"


def _frames(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    return "".join(f"{_short(frame.filename)}:{frame.lineno} {frame.name} > " for frame in frames)


def _short(filename: str) -> str:
    if "site-packages" in filename:
        return filename.rpartition("site-packages/")[2]
    return filename.removeprefix(f"{_ROOT}/").removeprefix(f"{sys.base_prefix}/")


def _value(value: object) -> str:
    text = str(value)
    return text if _PLAIN_VALUE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _tame(record: logging.LogRecord) -> bool:
    """Take the ids of the person and the server out of discord.py's own record of a failed autocomplete.

    Whoever types fast leaves suggestions behind that come too late: that is no error.
    """
    if record.name == "discord.app_commands.tree" and isinstance(record.args, tuple) and len(record.args) > 1:
        record.msg = f"{record.msg.partition(' (')[0]}"
        record.args = record.args[:1]
        if record.exc_info and isinstance(record.exc_info[1], discord.NotFound):
            record.levelno, record.levelname, record.exc_info = logging.INFO, "INFO", None
            record.msg = "Suggestions for %r came too late"
    return True
