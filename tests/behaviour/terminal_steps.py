"""The steps that the tests of the terminal share: ``python bot.py`` run to its end."""

from __future__ import annotations

import os
import subprocess
import sys

from cogs.kit.settings import ROOT

HEADLINE = "is Portland still paired with Khabarovsk?"
TIE_FILE = "ties/OR.toml"


def python_bot(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `python bot.py` to its end. What is not given is unset, whatever this machine's `.env` says."""
    none = str(ROOT / "no-such.sqlite3")
    unset = {"DISCORD_TOKEN": "", "TIEWATCH_DATABASE": none, "TIEWATCH_HOME_SERVER": "", "TIEWATCH_LOG_LEVEL": ""}
    return subprocess.run(
        [sys.executable, "bot.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **unset, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[str], name: str) -> str:
    """The one line with which a start was refused for a fault of what is configured."""
    assert done.returncode == 78, done
    assert "Traceback" not in done.stderr
    (line,) = [text for text in done.stderr.splitlines() if name in text]
    return line
