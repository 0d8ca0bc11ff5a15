"""What ``python bot.py`` and its sub-commands say: one line a fault, answers, checks and exports."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot import Tiewatch, main, parser
from cogs.kit.settings import Settings
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.dataset import DATA, load_dataset
from db.record.models import Act, PartialDate, Record
from db.store import audit
from db.store.database import Database
from db.store.editing_models import AuditAction
from db.store.records import add_act
from preview import PORT
from tests.behaviour.terminal_steps import HEADLINE, TIE_FILE, python_bot, refused
from tests.world import NOW

TOKEN = "MTAxMjM0NTY3ODkwMTIzNDU2Nw.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB"
EMPTIED = "".join(
    f"DELETE FROM {table};" for table in ("search", "act_source", "act", "listing_source", "listing", "tie")
)


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
