"""The words in ``data/vocabulary``: each stands once where it stands."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from cogs.lookup.phrases.patterns import phrases
from db.record.paths import DATA
from db.record.text import normalise
from db.record.vocabulary import LANGUAGES, vocabulary
from tools.unused_words import listed

LOOKUP = Path(__file__).parent.parent.parent / "cogs" / "lookup"
# Those that have a table a module that reads it.
OF_MODULES = {"lists", "questions"}
FILES = sorted((DATA / "vocabulary").glob("*.toml"))


def lists(table: Any, where: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words of a table and of those in it, with where it stands."""
    inner = table.items() if isinstance(table, dict) else enumerate(table)
    for name, found in inner:
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            yield f"{where}{name}", found
        elif isinstance(found, dict | list):
            yield from lists(found, f"{where}{name}.")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_words_stand_twice_in_one_list(file: Path) -> None:
    read = tomli.loads(file.read_text(encoding="utf-8"))
    twice = {where: {word for word in words if words.count(word) > 1} for where, words in lists(read)}
    assert {where: words for where, words in twice.items() if words} == {}


def test_no_phrase_stands_twice_in_one_list_as_it_is_read() -> None:
    """Cyrillic words lose their endings. In the files of the languages some lists are read as typed as well."""
    read = Counter(
        (where, *phrases(phrase).expressions()) for where, phrase in listed() if where.split(":")[0] not in LANGUAGES
    )
    assert [row for row, times in read.items() if times > 1] == []


@pytest.mark.parametrize("table", [("in_english", "uk", "ru"), ("in_record", "en")], ids=lambda table: table[0])
def test_no_word_has_two_rows_of_words_of_the_record(table: tuple[str, ...]) -> None:
    name, *languages = table
    rows = Counter(normalise(word) for language in languages for word in vocabulary(language)[name])
    assert [word for word, times in rows.items() if times > 1] == []


def tables_read() -> Iterator[tuple[str, str, str]]:
    """Each table of ``OF_MODULES`` that a module reads, its file, and the module."""
    for module in LOOKUP.rglob("*.py"):
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in {"said_for", "words_for"}:
                path = [each.value for each in call.args if isinstance(each, ast.Constant)]
                if len(path) > 1 and path[0] in OF_MODULES:
                    yield str(path[0]), str(path[1]), module.stem


def test_a_table_has_the_name_of_the_module_that_reads_it() -> None:
    read = set(tables_read())
    assert {(file, table) for file, table, module in read if table != module} == set()
    assert {(file, table) for file in OF_MODULES for table in vocabulary(file)} == {each[:2] for each in read}
