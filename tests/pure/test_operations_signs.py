"""How a bot is, by its signs: each at the boundary of what is still well."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import bot
from cogs.kit.bot import Requests
from cogs.kit.settings import ROOT
from cogs.operations import signs as limits
from cogs.operations.metrics import SignsCollector
from cogs.operations.monitor import signs_file, write_whole
from cogs.operations.signs import Signs, ago, judge
from db.store.process_lock import only_process

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WELL = Signs(
    pid=1,
    written=NOW,
    started=NOW - timedelta(days=3),
    ready=True,
    gateway=NOW,
    request=NOW,
    swept=NOW,
    oldest_unsent=None,
    backup=NOW,
    digest=NOW - timedelta(days=2),
)


def well_but(field: str, value: datetime | None) -> Signs:
    """A bot that is well but for one moment."""
    changed: dict[str, Any] = {field: value}
    return replace(WELL, **changed)


def bad(signs: Signs) -> set[str]:
    """The names of what is not well."""
    return {sign.name for sign in judge(signs, NOW) if not sign.ok}


def test_a_bot_that_is_well_is_told_so_in_every_line() -> None:
    assert bad(WELL) == set()
    assert all(str(sign).startswith("ok ") for sign in judge(WELL, NOW))
    assert "hangs" not in " ".join(map(str, judge(WELL, NOW)))


@pytest.mark.parametrize(
    ("field", "name", "most"),
    [
        ("written", "process", limits.STALE_FILE),
        ("gateway", "gateway", limits.LONGEST_SILENCE),
        ("request", "requests", limits.LONGEST_WITHOUT_REQUEST),
        ("swept", "outbox", limits.LONGEST_SILENCE + timedelta(seconds=45)),
        ("oldest_unsent", "unsent", limits.LONGEST_WAIT),
        ("backup", "backup", limits.LONGEST_WITHOUT_BACKUP),
    ],
)
def test_each_age_is_well_up_to_its_limit_and_not_beyond(field: str, name: str, most: timedelta) -> None:
    assert bad(well_but(field, NOW - most)) == set()
    assert bad(well_but(field, NOW - most - SECOND)) == {name}


@pytest.mark.parametrize(("field", "name"), [("gateway", "gateway"), ("request", "requests"), ("swept", "outbox")])
def test_what_never_happened_is_not_well(field: str, name: str) -> None:
    assert bad(well_but(field, None)) == {name}


def test_a_start_may_take_a_while_and_then_no_longer() -> None:
    starting = replace(WELL, ready=False, gateway=None, request=None, swept=None)
    assert bad(replace(starting, started=NOW - limits.LONGEST_START)) == set()
    assert bad(replace(starting, started=NOW - limits.LONGEST_START - SECOND)) == {"start"}


def test_a_first_backup_is_waited_for_and_none_is_missed_where_they_are_off() -> None:
    assert bad(replace(WELL, backup=None, started=NOW - SECOND)) == set()
    assert bad(replace(WELL, backup=None, started=NOW - timedelta(days=30))) == {"backup"}
    assert bad(replace(WELL, backup=None, started=NOW - timedelta(days=30), backups=False)) == set()


def test_what_a_restore_holds_is_no_fault_of_the_outbox() -> None:
    held = replace(WELL, held=True, swept=None, oldest_unsent=NOW - timedelta(days=1))
    assert bad(held) == set()
    assert "held after a restore" in " ".join(map(str, judge(held, NOW)))


def test_a_disk_is_told_before_it_is_full() -> None:
    assert bad(replace(WELL, room=limits.LEAST_ROOM)) == set()
    assert bad(replace(WELL, room=limits.LEAST_ROOM - 1)) == {"disk"}
    assert "199 MB are free" in " ".join(map(str, judge(replace(WELL, room=limits.LEAST_ROOM - 1), NOW)))


def test_signs_are_read_back_as_they_were_written() -> None:
    assert Signs.from_json(WELL.to_json()) == WELL
    assert "\n" not in WELL.to_json().strip()


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"pid": 1}', '{"nonsense": true}'])
def test_what_is_no_signs_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Signs.from_json(text)


def test_ages_are_told_in_the_unit_that_says_enough() -> None:
    told = [ago(timedelta(seconds=seconds)) for seconds in (-1, 0, 119, 120, 7199, 7200, 172799, 172800)]
    assert told == [
        "0 seconds",
        "0 seconds",
        "119 seconds",
        "2 minutes",
        "119 minutes",
        "2 hours",
        "47 hours",
        "2 days",
    ]


def test_health_reads_the_file_that_the_bot_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "x.sqlite3"
    monkeypatch.setenv("TIEWATCH_DATABASE", str(database))
    assert bot.main(["health"]) == 1
    assert "no bot has run" in capsys.readouterr().out
    now = datetime.now(UTC)
    fresh = replace(WELL, written=now, gateway=now, request=now, swept=now, backup=now)
    write_whole(signs_file(database), fresh.to_json())
    assert bot.main(["health"]) == 1
    assert "BAD process: no bot runs on this database" in capsys.readouterr().out
    with only_process(database):
        assert bot.main(["health"]) == 0
        write_whole(signs_file(database), replace(fresh, gateway=now - timedelta(hours=1)).to_json())
        assert bot.main(["health"]) == 1
    assert "BAD gateway: Discord was last heard 60 minutes ago" in capsys.readouterr().out


def rows(heading: str) -> set[str]:
    """What stands in the first column of a section's table, on the page for operators."""
    page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    (section,) = [part for part in re.split(r"\n##+ ", page) if part.startswith(heading)]
    return {row.partition("{")[0] for row in re.findall(r"^\| `?([\w{}]+)`? \|", section, re.MULTILINE)}


def test_the_page_for_operators_has_every_line_of_health_and_no_other() -> None:
    starting = replace(WELL, ready=False, started=NOW)
    told = {sign.name for signs in (WELL, starting) for sign in judge(replace(signs, room=2**40), NOW)}
    assert rows("Is it well") - {"line"} == told


def test_the_page_for_operators_has_every_figure_and_no_other() -> None:
    requests = Requests()
    requests.ended(200, by_token=True)
    full = replace(WELL, oldest_unsent=NOW, room=2**40, waiting={"pending": 1})
    told = SignsCollector(lambda: full, requests, lambda: NOW).collect()
    assert rows("Figures for Prometheus") - {"figure"} == {sample.name for metric in told for sample in metric.samples}
