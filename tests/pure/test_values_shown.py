"""No value of an enumeration that has a table of facts is shown as it is stored: what is shown is its word or label.

mypy knows the types: it is asked for that of everything that is put into a text, in a copy of the code.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cogs.kit.settings import ROOT
from tests.pure.test_record_facts import TABLES

pytestmark = pytest.mark.slow

# A grade's value is its letter, by which sources are known everywhere.
SHOWN_AS_THEY_ARE = {"Grade"}
# What puts its arguments into a text.
PUTS_INTO_TEXTS = {"str", "join", "series", "listed", "either", "series_apart", "listed_apart", "either_apart"} | {
    *("small", "capital", "safe", "paragraph", "Line", "Paragraph", "Option", "SelectOption")
}
# Files for other programs, stored payloads, the headers of letter templates, what was typed into a draft, the marks
# of a drawing.
NOT_SHOWN = {
    "cogs/announcements/digest.py",
    "cogs/pictures/scene.py",
    "cogs/editing/draft_validation.py",
    "cogs/letters/templates.py",
    "cogs/lookup/lists/csv_export.py",
    "cogs/site/data_files.py",
}
NAMES = {members.__name__ for members, _ in TABLES} - SHOWN_AS_THEY_ARE
RAW = re.compile(rf"\b(?:{'|'.join(sorted(NAMES))})\b")


class Asking(ast.NodeTransformer):
    """Asks for the type of all that is put into a text."""

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.FormattedValue:
        """``{value}`` in a text."""
        self.generic_visit(node)
        node.value = asked(node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """The call of a function that makes a text."""
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in PUTS_INTO_TEXTS:
            node.args = [each if isinstance(each, ast.Starred) else asked(each) for each in node.args]
        return node


def asked(node: ast.expr) -> ast.expr:
    """``reveal_type(…)`` of a value that is not written out."""
    known = isinstance(node, ast.Constant | ast.JoinedStr)
    return node if known else ast.Call(ast.Name("reveal_type", ast.Load()), [node], [])


def ask(code: str) -> str:
    """A module that asks for the types of what it puts into texts."""
    return ast.unparse(ast.fix_missing_locations(Asking().visit(ast.parse(code))))


def raw_values(folder: Path) -> Iterator[str]:
    """The lines of the code below a folder that put a stored value into a text."""
    options = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(folder / "cache")]
    mypy = [sys.executable, "-m", "mypy", "cogs", *options]
    found = subprocess.run(mypy, cwd=folder, capture_output=True, text=True, check=False).stdout
    for line in found.splitlines():
        file, number, told = [*line.split(":", 2), "", ""][:3]
        if "Revealed type" in told and RAW.search(told) and file not in NOT_SHOWN:
            yield f"{file}: {(folder / file).read_text(encoding='utf-8').splitlines()[int(number) - 1].strip()}"
    assert "Revealed type" in found


def test_no_stored_value_is_shown(tmp_path: Path) -> None:
    for top in ("cogs", "db"):
        shutil.copytree(ROOT / top, tmp_path / top)
    for file in (tmp_path / "cogs").rglob("*.py"):
        file.write_text(ask(file.read_text(encoding="utf-8")), encoding="utf-8")
    wrong = tmp_path / "cogs" / "wrong.py"
    told = "from db.record.standings import Standing\n\n\ndef told(one: Standing) -> str:\n    return f'{one}'\n"
    wrong.write_text(ask(told), encoding="utf-8")
    assert list(raw_values(tmp_path)) == ["cogs/wrong.py: return f'{reveal_type(one)}'"]
