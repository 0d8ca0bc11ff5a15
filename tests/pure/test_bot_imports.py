"""What is heavy is not loaded at a start: it comes with the first use of what needs it."""

from __future__ import annotations

import subprocess
import sys

from cogs.kit.settings import ROOT

AT_FIRST_USE = frozenset(
    """
    argparse cogs.fetching cogs.letters.danger cogs.letters.menace cogs.letters.no_reason cogs.letters.review
    cogs.pictures.scene cogs.watching.rounds db.store.synchronisation decimal difflib
    docx feedparser html html.entities jinja2 lxml prometheus_client pypdf simcord statistics sysconfig typst zoneinfo
    """.split()
)


def test_what_is_heavy_is_loaded_with_its_first_use() -> None:
    code = "import sys, importlib, bot; [importlib.import_module(name) for name in bot.EXTENSIONS]; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "cogs.lookup.cog" in loaded.split()
    assert not AT_FIRST_USE & set(loaded.split())
