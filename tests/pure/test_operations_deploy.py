"""What runs the bot on a machine: the unit of systemd, the image, the link that invites it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import discord
import pytest

import bot
from cogs.kit.access import INVITED_WITH
from cogs.kit.settings import ROOT
from cogs.operations.signs import WRITE_SECONDS
from cogs.terminal import console
from cogs.terminal.console import CONFIGURATION

TOKEN = "MTAxMjM0NTY3ODkwMTIzNDU2Nw.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB"
UNIT = (ROOT / "deploy" / "tiewatch.service").read_text(encoding="utf-8")
README = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "tiewatch.service"
    made = UNIT.replace("@ROOT@/.venv/bin/python", sys.executable).replace("@ROOT@", str(ROOT))
    unit.write_text(made, encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if "tiewatch.service" in line]
    assert (done.returncode, complaints) == (0, [])


def test_the_unit_goes_by_the_numbers_of_the_bot() -> None:
    said = dict(re.findall(r"^(\w+)=(.+)$", UNIT, re.MULTILINE))
    assert int(said["RestartPreventExitStatus"]) == CONFIGURATION
    assert int(said["TimeoutStopSec"]) > bot.SECONDS_TO_CLOSE
    assert int(said["WatchdogSec"]) >= 4 * WRITE_SECONDS


def test_the_image_is_made_as_hadolint_wants_it() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    if not linter.exists():
        pytest.skip("needs hadolint")
    done = subprocess.run([linter, ROOT / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_is_in_stages_not_root_by_hashes_and_looked_after() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    _, build, last = re.split(r"^FROM ", image, flags=re.MULTILINE)
    assert "--require-hashes" in build
    assert "pip install" not in last
    user = re.findall(r"^USER (\d+)$", last, re.MULTILINE)
    assert user
    assert "0" not in user
    assert re.search(r"^HEALTHCHECK .+ CMD \[.+\"bot\.py\", \"health\"\]$", last, re.MULTILINE)


def test_the_container_writes_nothing_but_its_volume_and_has_the_time_it_needs() -> None:
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    said = dict(re.findall(r"^    (\w+): (.+)$", compose, re.MULTILINE))
    assert said["read_only"] == "true"
    assert said["restart"].startswith("on-failure")
    assert int(said["stop_grace_period"].removesuffix("s")) > bot.SECONDS_TO_CLOSE
    lists = {
        name: re.findall(r"- (.+)$", items, re.MULTILINE)
        for name, items in re.findall(r"^    (\w+):\n((?:      - .+\n)+)", compose, re.MULTILINE)
    }
    assert lists == {
        "volumes": ["tiewatch:/data"],
        "tmpfs": ["/tmp"],
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
    }


def test_the_image_has_what_the_bot_needs_and_no_secret() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert ignored[0] == "*"
    wanted = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert wanted == {"LICENSE", "bot.py", "preview.py", "pyproject.toml", "requirements.lock", "cogs", "db", "data"}


def test_the_invitation_asks_for_what_the_bot_needs_and_no_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    links = []
    for options in ([], ["--events"]):
        assert bot.main(["invite", *options]) == 0
        links.append(parse_qs(urlsplit(capsys.readouterr().out.strip()).query))
    asked = [discord.Permissions(int(link["permissions"][0])) for link in links]
    assert asked[0] == INVITED_WITH
    assert asked[1] == INVITED_WITH | discord.Permissions(create_events=True)
    assert {link["client_id"][0] for link in links} == {"1012345678901234567"}
    assert {tuple(link["scope"][0].split()) for link in links} == {("bot", "applications.commands")}


def test_the_readme_names_every_permission_of_the_invitation() -> None:
    words = {"read_messages": "View Channels"}
    asked = [name for name, is_set in INVITED_WITH if is_set]
    assert len(asked) == 6
    for name in asked:
        assert words.get(name, name.replace("_", " ").title().replace(" In ", " in ")) in README, name


@pytest.mark.slow
def test_a_start_loads_nothing_that_most_bots_do_not_use() -> None:
    loading = (
        "import importlib, sys, bot; [importlib.import_module(name) for name in bot.EXTENSIONS]; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", loading], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "cogs.operations.monitor" in loaded
    assert not loaded & {"prometheus_client", "cogs.operations.metrics", "docx", "typst", "simcord"}


@pytest.mark.parametrize(("token", "lock"), [("x", "requirements.lock"), ("", "requirements-preview.lock")])
def test_with_a_token_nothing_of_the_preview_is_installed(token: str, lock: str) -> None:
    shown = subprocess.run(
        ["make", "--dry-run", "--always-make", "run", f"DISCORD_TOKEN={token}"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {word for word in shown.stdout.split() if word.endswith(".lock")} == {lock}


def test_the_page_for_operators_has_every_exit_code_and_no_other() -> None:
    codes = {value for name, value in vars(console).items() if name.isupper() and isinstance(value, int)}
    page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \| ", page, re.MULTILINE)} == codes


def test_every_sub_command_is_in_the_docs() -> None:
    usage = bot.parser().format_help().partition("sub-commands:")[2]
    names = set(re.findall(r"^    (\w+) ", usage, re.MULTILINE))
    assert {"run", "health", "restore"} < names
    pages = README + "".join(file.read_text(encoding="utf-8") for file in (ROOT / "docs").glob("*.md"))
    assert {name for name in names if not re.search(rf"bot\.py {name}\b|ARGS=\"?{name}\b", pages)} == set()


def test_the_readme_says_of_every_sub_command_how_it_ends() -> None:
    usage = bot.parser().format_help().partition("sub-commands:")[2]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `python bot\.py(?: (\w+))?[^`]*` \| .+ \| (.+) \|$", readme, re.MULTILINE)
    assert {name for name, _ in rows if name} == set(re.findall(r"^    (\w+) ", usage, re.MULTILINE))
    codes = {str(value) for name, value in vars(console).items() if name.isupper() and isinstance(value, int)}
    assert all(set(re.findall(r"\b\d+\b", ends)) <= codes for _, ends in rows)
    assert all(re.search(r"\b0\b", ends) for name, ends in rows if name)


def test_phrases_are_kept_beside_the_byte_code_where_the_bot_is_installed_and_in_the_image() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    install = recipe.partition("install-service:")[2].partition("\n\n")[0]
    build = re.split(r"^FROM ", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    asking = "bot.py ask Portland > /dev/null"
    for compiles in (install, build):
        assert compiles.index("-m compileall") < compiles.index(asking)
