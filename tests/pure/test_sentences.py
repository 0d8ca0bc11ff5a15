"""Sentences are whole: no text of ours begins in the middle of one, to be put behind another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from cogs.kit.settings import ROOT
from cogs.wording.english import (
    either,
    either_apart,
    listed,
    listed_apart,
    paragraph,
    plural,
    series,
    series_apart,
    small,
)

# Begins with a comma or a blank, and goes on: what a fragment does, and a separator does not.
MIDDLE = re.compile(r"[,;:.]? [^\s]")
# What takes such a text for what it is: a separator, a pattern, or what follows the bold beginning of a paragraph.
TAKES_ANY = {"compile", "join", "Line", "partition", "removeprefix", "replace", "rpartition", "split", "sub"}
# Lines of a log: name and value, not sentences.
NO_SENTENCES = {"cogs/kit/logs.py"}
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "cogs").rglob("*.py"))


def begins(node: ast.AST) -> str:
    """The literal text that a string begins with; an empty text for anything else, or where a value comes first."""
    if isinstance(node, ast.JoinedStr):
        return begins(node.values[0]) if node.values else ""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def inner(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a string that do not begin it."""
    if isinstance(node, ast.JoinedStr):
        yield from node.values
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in TAKES_ANY:
            yield from node.args
            yield from [node.func.value] if isinstance(node.func, ast.Attribute) else []


@pytest.mark.parametrize("file", [file for file in FILES if file not in NO_SENTENCES])
def test_no_text_begins_in_the_middle_of_a_sentence(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    allowed = {id(part) for node in ast.walk(tree) for part in inner(node)}
    found = [
        f"{file}:{node.lineno}: {begins(node)!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in allowed and MIDDLE.match(begins(node))
    ]
    assert found == []


def test_lists_and_numbers_are_put_in_words() -> None:
    assert [listed("ABC"[:many]) for many in (1, 2, 3)] == ["A", "A and B", "A, B and C"]
    assert listed([]) == ""
    assert [listed_apart("ABC"[:many]) for many in (1, 2, 3)] == ["A", "A and B", "A; B; and C"]
    assert (either("ABC"), either_apart("ABC")) == ("A or B or C", "A, or B, or C")
    assert (series("ABC"), series_apart("ABC")) == ("A, B, C", "A; B; C")
    assert [plural(many, "tie") for many in (0, 1, 2)] == ["0 ties", "1 tie", "2 ties"]
    assert plural(2, "person", "people") == "2 people"
    assert paragraph(["One.", "", "Two."]) == "One. Two."
    assert small("Kept") == "kept"


def test_no_feature_joins_names_by_hand() -> None:
    own = {"cogs/wording/english.py", "cogs/kit/settings.py", "cogs/outbox/reasons.py"}
    by_hand = re.compile(r"""["'](?:, |; | and | or |, and |, or )["']\.join""")
    found = [file for file in FILES if file not in own and by_hand.search((ROOT / file).read_text(encoding="utf-8"))]
    assert found == []
