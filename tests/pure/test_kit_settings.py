"""Settings: what is read, and what an operator is told about a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cogs.kit.settings import NO_CONTACT, RELOADED, ROOT, TABLE, Settings, SettingsError, reloaded

TOKEN = "MTAxMjM0NTY3ODkwMTIzNDU2Nw.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB"


def faults(**environ: str) -> tuple[str, ...]:
    """The faults of an environment."""
    with pytest.raises(SettingsError) as raised:
        Settings.from_environment(environ)
    return raised.value.faults


def test_an_empty_environment_and_empty_texts_give_the_defaults() -> None:
    blank = {setting.name: " " for setting in TABLE}
    assert Settings.from_environment({}) == Settings.from_environment(blank) == Settings()


def test_the_defaults_of_the_table_are_those_in_use() -> None:
    stated = {setting.name: setting.default for setting in TABLE}
    assert Settings.from_environment(stated) == Settings()


def test_every_row_of_the_table_is_a_field_and_every_field_a_row() -> None:
    assert sorted(setting.field for setting in TABLE) == sorted(Settings.__dataclass_fields__)


def test_good_values_are_read(tmp_path: Path) -> None:
    read = Settings.from_environment(
        {
            "DISCORD_TOKEN": f" {TOKEN} ",
            "TIEWATCH_DATABASE": str(tmp_path / "a.sqlite3"),
            "TIEWATCH_HOME_SERVER": "424242424242424242",
            "TIEWATCH_LOG_LEVEL": "Debug",
            "TIEWATCH_CONTACT": "https://example.org/tiewatch",
            "TIEWATCH_SITE_FOLDER": str(tmp_path / "site"),
            "TIEWATCH_SITE_ADDRESS": "https://example.org/ties",
            "TIEWATCH_SOURCE_ADDRESS": "https://example.org/src/main",
            "TIEWATCH_FETCH": "On",
            "HOME": "/root",
        }
    )
    assert read.token == TOKEN
    assert read.database == tmp_path / "a.sqlite3"
    assert read.home_server == 424242424242424242
    assert read.log_level == "debug"
    assert read.contact == "https://example.org/tiewatch"
    assert read.site_folder == tmp_path / "site"
    assert read.site_address == "https://example.org/ties/"
    assert read.source_address == "https://example.org/src/main/"
    assert read.fetch is True


def test_a_relative_database_lies_in_the_projects_folder() -> None:
    assert Settings.from_environment({"TIEWATCH_DATABASE": "x.sqlite3"}).database == ROOT / "x.sqlite3"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_TOKEN", "abcdefghijklmnopqrstuvwxyz012345"),
        ("DISCORD_TOKEN", f"Bot {TOKEN}"),
        ("DISCORD_TOKEN", "paste-your.token.here"),
        ("TIEWATCH_DATABASE", "data"),
        ("TIEWATCH_DATABASE", "somewhere/"),
        ("TIEWATCH_HOME_SERVER", "my server"),
        ("TIEWATCH_HOME_SERVER", "-1"),
        ("TIEWATCH_HOME_SERVER", "12"),
        ("TIEWATCH_HOME_SERVER", "４２４２４２４２４２４２４２４２４２"),
        ("TIEWATCH_LOG_LEVEL", "loud"),
        ("TIEWATCH_FETCH", "yes"),
        ("TIEWATCH_SITE_ADDRESS", "example.org"),
        ("TIEWATCH_SITE_ADDRESS", "https://example.org/?a=b"),
        ("TIEWATCH_SITE_FOLDER", "bot.py"),
        ("TIEWATCH_CONTACT", "ask around"),
        ("TIEWATCH_CONTACT", "https://example.org/" + "a" * 200),
    ],
)
def test_a_bad_value_is_refused_with_its_name_and_what_is_allowed(name: str, value: str) -> None:
    (fault,) = faults(**{name: value})
    allowed = next(setting.allowed for setting in TABLE if setting.name == name)
    assert fault.startswith(f"{name}: ")
    assert allowed in fault
    assert "\n" not in fault


def test_a_bad_token_is_not_repeated_in_the_message_and_a_good_one_not_shown() -> None:
    assert "hunter2" not in faults(DISCORD_TOKEN="hunter2")[0]
    assert TOKEN not in repr(Settings.from_environment({"DISCORD_TOKEN": TOKEN}))


def test_all_faults_are_named_at_once() -> None:
    assert len(faults(DISCORD_TOKEN="x", TIEWATCH_HOME_SERVER="y", TIEWATCH_NONSENSE="z")) == 3


def test_a_misspelt_name_is_refused_with_the_right_one() -> None:
    assert "TIEWATCH_HOME_SERVER" in faults(TIEWATCH_HOMESERVER="424242424242424242")[0].partition(":")[2]
    assert "README" in faults(TIEWATCH_XYZ="1")[0]


def test_who_looks_at_pages_says_whom_to_ask_about_it() -> None:
    assert faults(TIEWATCH_FETCH="on") == (NO_CONTACT,)
    assert faults(TIEWATCH_FETCH="on", TIEWATCH_CONTACT=" ") == (NO_CONTACT,)
    assert Settings.from_environment({"TIEWATCH_FETCH": "off"}).fetch is False


def test_a_running_bot_takes_over_what_may_change_and_names_what_waits() -> None:
    running = Settings(token=TOKEN, contact="a@example.org")
    read = Settings.from_environment(
        {
            "DISCORD_TOKEN": TOKEN,
            "TIEWATCH_LOG_LEVEL": "debug",
            "TIEWATCH_DIGEST": "friday 9:00",
            "TIEWATCH_DRAFT_DAYS": "7",
            "TIEWATCH_PACE": "10",
            "TIEWATCH_METRICS": "9108",
        }
    )
    new, waiting = reloaded(running, read)
    assert (new.log_level, str(new.digest), new.draft_days, new.contact) == ("debug", "friday 09:00", 7, None)
    assert (new.pace, new.metrics) == (running.pace, None)
    assert waiting == ("TIEWATCH_METRICS", "TIEWATCH_PACE")
    assert reloaded(running, running) == (running, ())


def test_the_docs_name_every_setting_that_is_taken_over_while_the_bot_runs() -> None:
    page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    (told,) = [part for part in page.split("\n\n") if part.startswith("On SIGHUP")]
    assert {setting.field for setting in TABLE if f"`{setting.name}`" in told} == set(RELOADED)
