"""Building the site's folder: the same files from the same record, one build at once, and nothing half-made left."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import bot
from cogs.kit.settings import ROOT
from cogs.site import addresses
from cogs.site.build import Built, build_site
from cogs.site.manifest import NAME, SiteError, read_manifest
from cogs.site.site import Site
from db.record.register import Register
from tests.pure.site_pages import TIE, files_of, only, read, small, squeezed, with_acts

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


def test_the_same_record_makes_the_same_files_and_draws_nothing_twice(register: Register, tmp_path: Path) -> None:
    site, folder = small(register), tmp_path / "site"
    first = build_site(site, folder)
    before = files_of(folder)
    again = build_site(small(register), folder)
    assert files_of(folder) == before
    assert (first.drawn, again.drawn) == (first.pictures, 0)
    build_site(small(register), tmp_path / "other")
    assert files_of(tmp_path / "other") == before


def test_only_the_picture_of_what_changed_is_drawn_anew(register: Register, tmp_path: Path) -> None:
    both = (
        (TIE, "juneau-ak--vladivostok")
        if "juneau-ak--vladivostok" in register.record.ties
        else tuple(register.record.ties)[:2]
    )
    made = only(register, *both)
    build_site(Site(made), tmp_path / "site")
    tie = made.record.ties[both[0]]
    acts = (*tie.acts[:-1], replace(tie.acts[-1], said=None, actor="Somebody else"))
    built = build_site(Site(with_acts(made, tie, *acts)), tmp_path / "site")
    assert built.drawn < built.pictures


def test_an_address_that_has_no_page_any_more_says_what_became_of_it(register: Register, tmp_path: Path) -> None:
    folder, other = tmp_path / "site", next(name for name in register.record.ties if name != TIE)
    build_site(small(register, TIE, other), folder)
    picture = (folder / addresses.tie_picture(other)).read_bytes()
    for _ in range(2):
        build_site(small(register), folder)
        told = squeezed(read(folder / addresses.tie_page(other)).all("main")[0].text)
        assert "No longer on record" in told
        assert Register(register.record).place(register.tie(other).us).name in told
        assert (folder / addresses.tie_picture(other)).read_bytes() == picture
    build_site(small(register, TIE, other), folder)
    assert "No longer on record" not in (folder / addresses.tie_page(other)).read_text(encoding="utf-8")
    assert not read_manifest(folder).gone


@pytest.mark.parametrize("held", ["notes.txt", NAME])
def test_a_folder_that_is_not_the_sites_is_left_alone(register: Register, tmp_path: Path, held: str) -> None:
    (tmp_path / held).write_text("mine", encoding="utf-8")
    with pytest.raises(SiteError, match="choose another"):
        build_site(small(register), tmp_path)
    assert files_of(tmp_path) == {held: b"mine"}


def test_of_two_builds_at_once_the_second_is_told_to_wait(register: Register, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build_site(small(register), folder)
    before = files_of(folder)
    with (tmp_path / ".site.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(SiteError, match="another build"):
            build_site(small(register), folder)
    assert files_of(folder) == before


def test_what_an_interrupted_build_left_is_put_right(register: Register, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build_site(small(register), folder)
    before = files_of(folder)
    folder.rename(tmp_path / ".site.old")
    (tmp_path / ".site.new-x" / "site").mkdir(parents=True)
    assert build_site(small(register), folder).drawn == 0
    assert files_of(folder) == before
    assert {found.name for found in tmp_path.iterdir()} == {"site", ".site.lock"}


def test_a_disk_that_is_full_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    code = (
        "import resource, sys, bot; resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)); "
        f"sys.exit(bot.main(['site', {str(folder)!r}]))"
    )
    environment = os.environ | {"TIEWATCH_DATABASE": str(tmp_path / "none.sqlite3")}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "cannot be written (File too large) and is as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert {found.name for found in tmp_path.iterdir()} == {"site", ".site.lock"}
    assert not any(folder.iterdir())


def test_without_a_folder_it_says_how_to_name_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("TIEWATCH_DATABASE", str(tmp_path / "none.sqlite3"))
    assert bot.main(["site"]) == 78
    assert "TIEWATCH_SITE_FOLDER" in capsys.readouterr().err


def test_a_database_that_cannot_be_read_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    database = tmp_path / "mine.sqlite3"
    with closing(sqlite3.connect(database)) as conn:
        conn.execute("CREATE TABLE other (x)")
    monkeypatch.setenv("TIEWATCH_DATABASE", str(database))
    assert bot.main(["site", str(tmp_path / "site")]) == 78
    assert "belongs to another program" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_what_a_site_lacks_without_its_settings_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("cogs.terminal.publishing.build_site", lambda *_: Built(1, 0, 0))
    monkeypatch.setenv("TIEWATCH_DATABASE", str(tmp_path / "none.sqlite3"))
    for name in ("TIEWATCH_SITE_ADDRESS", "TIEWATCH_CONTACT"):
        monkeypatch.setenv(name, "")
    assert bot.main(["site", str(tmp_path / "site")]) == 0
    told = capsys.readouterr().out
    assert "TIEWATCH_SITE_ADDRESS is not set" in told
    assert "TIEWATCH_CONTACT is not set" in told
    monkeypatch.setenv("TIEWATCH_SITE_ADDRESS", "https://example.org/")
    monkeypatch.setenv("TIEWATCH_CONTACT", "mail@example.org")
    assert bot.main(["site", str(tmp_path / "site")]) == 0
    assert "is not set" not in capsys.readouterr().out


def test_ids_that_no_file_can_be_named_after_have_an_address_of_their_own() -> None:
    assert addresses.tie_page("../../etc/passwd").startswith("ties/x-")
    assert addresses.tie_page("a b") != addresses.tie_page("a  b")
    assert addresses.act_anchor("a tie.2022") == "a-tie.2022"


def test_a_web_server_may_read_what_a_running_bot_writes_for_itself_alone(register: Register, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        build_site(small(register), tmp_path / "site")
    finally:
        os.umask(before)
    modes = {(place.is_dir(), place.stat().st_mode & 0o777) for place in (tmp_path / "site").rglob("*")}
    assert modes == {(True, 0o755), (False, 0o644)}
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
