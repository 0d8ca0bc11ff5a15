"""List the phrases of ``data/vocabulary`` by which no question of the corpus is understood: ``make unused``.

A phrase is used if it is found in a question, as questions are normalised. What is not used is to be given a question
that needs it, or to go.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli

from cogs.lookup.phrases.patterns import PhraseTable, phrases
from db.record.paths import DATA
from db.record.text import clean, tokens

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
# Files whose words are not in the notation of phrases, or are read otherwise.
NO_PHRASES = {
    "capitals", "concepts", "events", "harmless", "in_a_word", "made_from_names", "months", "numbers", "people",
    "quotations",
}  # fmt: skip
# The same of tables and lists, in whatever file.
NO_PHRASES_IN = {
    "apologies", "demonyms", "examples_named", "exceptions_first", "fillers", "finds", "governments", "had_already",
    "in_english", "in_record", "instead", "kinds", "names", "never", "no_names", "not_searched", "of", "places",
    "provinces", "said_besides", "ties", "told", "two_lists", "unless", "where",
}  # fmt: skip


def questions() -> Iterator[str]:
    """Every question of the corpus, of its dialogues and its families, normalised."""
    for file in sorted(CORPUS.rglob("*.toml")):
        for asked in _asked(tomli.loads(file.read_text(encoding="utf-8"))):
            yield " ".join(word.norm for word in tokens(clean(asked)))


def _asked(read: dict[str, Any]) -> Iterator[str]:
    yield from (question["ask"] for question in read.get("question", ()))
    for dialogue in read.get("dialogue", ()):
        yield from dialogue["turns"]
    for family in read.get("family", ()):
        yield from (ask.replace("{}", word) for ask in family["ask"] for word in (family["plain"], *family["words"]))


def listed() -> Iterator[tuple[str, str]]:
    """Every phrase, with where it stands."""
    for file in sorted((DATA / "vocabulary").glob("*.toml")):
        if file.stem not in NO_PHRASES:
            yield from _phrases(file.stem, tomli.loads(file.read_text(encoding="utf-8")))


def _phrases(where: str, table: Any) -> Iterator[tuple[str, str]]:
    """Every phrase of a table or list, and of those in it."""
    if isinstance(table, list):
        yield from ((where, each) for each in table if isinstance(each, str))
        inner = [(f"{where}: {number}", each) for number, each in enumerate(table, 1)]
    else:
        inner = [(f"{where}: {name}", each) for name, each in table.items() if name not in NO_PHRASES_IN]
    for name, each in inner:
        if isinstance(each, list | dict):
            yield from _phrases(name, each)


def unused() -> list[tuple[str, str]]:
    """The phrases that no question has, with where they stand."""
    known = list(listed())
    table = PhraseTable({number: phrases(phrase) for number, (_, phrase) in enumerate(known)})
    used = {number for question in set(questions()) for number in table.found(question)}
    return [each for number, each in enumerate(known) if number not in used]


if __name__ == "__main__":
    for where, phrase in unused():
        print(f"{where}: {phrase}")
