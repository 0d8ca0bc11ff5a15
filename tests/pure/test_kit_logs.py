"""The log: one line a record, no secret, nothing that a person typed."""

from __future__ import annotations

import io
import json
import logging
import sqlite3
from collections.abc import Iterator
from types import SimpleNamespace

import discord
import pytest

from cogs.kit.logs import OUR_LOGGERS, logging_to, trace

SECRET = "MTAx.Gabc.secret"


@pytest.fixture(autouse=True)
def levels() -> Iterator[None]:
    """Put the levels of the loggers back."""
    loggers = [logging.getLogger(), *map(logging.getLogger, OUR_LOGGERS)]
    before = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


def written(level: str = "info") -> tuple[io.StringIO, logging.Logger]:
    """Where the log goes, and one of our own loggers."""
    return io.StringIO(), logging.getLogger("cogs.example")


def test_a_record_is_one_line_with_its_keys() -> None:
    stream, log = written()
    with logging_to(stream, "info", None):
        log.info("Commands sent\nto Discord", extra={"scope": "global", "why": 'a "b" c'})
    (line,) = stream.getvalue().splitlines()
    assert line.endswith(r' info cogs.example: Commands sent\nto Discord scope=global why="a \"b\" c"')


def test_a_secret_and_a_callbacks_token_are_blacked_out() -> None:
    stream, log = written()
    with logging_to(stream, "info", SECRET):
        log.warning("We are being rate limited: %s", f"POST /interactions/12/aW50ZXJhY3Rpb24/callback with {SECRET}")
        log.warning("Also here", extra={"token": SECRET})
    assert SECRET not in stream.getvalue()
    assert "aW50ZXJhY3Rpb24" not in stream.getvalue()
    assert "/interactions/12/…/callback" in stream.getvalue()


def test_a_trace_names_places_and_kinds_and_holds_no_values() -> None:
    stream, log = written()
    with logging_to(stream, "info", None):
        try:
            _fail("my own words")
        except KeyError:
            log.exception("Unexpected error")
    (line,) = stream.getvalue().splitlines()
    assert "my own words" not in line
    assert "tests/pure/test_kit_logs.py" in line
    assert "_fail" in line
    assert "KeyError <- " in line
    assert "ValueError" in line


def _fail(text: str) -> None:
    try:
        int(text)
    except ValueError as error:
        raise KeyError(text) from error


def test_a_trace_says_what_the_machine_said_and_looks_into_groups() -> None:
    assert trace(sqlite3.OperationalError("no such table: tie")) == "OperationalError: no such table: tie"
    assert "[OSError: disk]" in trace(ExceptionGroup("several", [OSError("disk"), ValueError("private")]))


def test_only_our_own_loggers_go_below_info() -> None:
    stream, log = written()
    with logging_to(stream, "debug", None):
        log.debug("ours")
        logging.getLogger("discord.http").debug("a message's text")
        logging.getLogger("aiosqlite").debug("a parameter")
    assert stream.getvalue().count("\n") == 1


def test_suggestions_that_come_too_late_are_no_error() -> None:
    stream, _ = written()
    gone = discord.NotFound(SimpleNamespace(status=404, reason="Not Found"), {"code": 10062, "message": "Unknown"})
    with logging_to(stream, "info", None):
        logging.getLogger("discord.app_commands.tree").error(
            "Ignoring exception in autocomplete for %r (Guild: %s, User: %s)", "status", 1, 2, exc_info=gone
        )
    assert " info " in stream.getvalue()
    assert "trace" not in stream.getvalue()


def test_a_failed_autocomplete_is_logged_without_the_person() -> None:
    stream, _ = written()
    with logging_to(stream, "info", None):
        logging.getLogger("discord.app_commands.tree").error(
            "Ignoring exception in autocomplete for %r (Guild: %s, User: %s)", "status", 4242, 777777
        )
    assert "autocomplete for 'status'" in stream.getvalue()
    assert "777777" not in stream.getvalue()


def test_as_json_a_record_is_one_object_with_the_same_keys_and_nothing_secret() -> None:
    stream, log = written()
    with logging_to(stream, "info", SECRET, "json"):
        log.info(
            "Commands sent\nto Discord", extra={"scope": "global", "count": 3, "of": ("a", "b"), "message_of": SECRET}
        )
        try:
            _fail("my own words")
        except KeyError:
            log.exception("Unexpected error")
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first.pop("at").endswith("Z")
    assert first == {
        "level": "info",
        "logger": "cogs.example",
        "message": "Commands sent\nto Discord",
        "scope": "global",
        "count": 3,
        "of": "('a', 'b')",
        "message_of": "…",
    }
    assert "_fail > KeyError" in second["trace"]
    assert "my own words" not in stream.getvalue()
