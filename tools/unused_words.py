"""List the phrases of ``data/vocabulary`` by which no question of the corpus is understood: ``make unused``.

A phrase is used if it is found in a question, as questions are normalised. What is not used is to be given a question
that needs it, or to go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli

from cogs.lookup.phrases.patterns import phrases
from db.record.text import clean, tokens
from db.record.vocabulary import LANGUAGES, vocabulary

# Those that have a table a meaning.
FILES = (
    "authorities", "filters", "kinds", "levels", "lists", "questions", "russian_regions", "slang", "sorting",
    "standings",
)  # fmt: skip
CORPUS = Path(__file__).parent.parent / "tests" / "corpus"


def questions() -> Iterator[str]:
    """Every question of the corpus, normalised."""
    for file in sorted(CORPUS.glob("*.toml")):
        for question in tomli.loads(file.read_text(encoding="utf-8")).get("question", ()):
            yield " ".join(word.norm for word in tokens(clean(question["ask"])))


def listed() -> Iterator[tuple[str, str]]:
    """Every phrase, with where it stands."""
    for language in LANGUAGES:
        table = vocabulary(language)
        for name in ("subject", "strong_subject", "other_subjects"):
            yield from ((f"{language}: {name}", phrase) for phrase in table[name])
        for name, found in table["asks"].items():
            yield from ((f"{language}: asks.{name}", phrase) for phrase in found)
    for file in FILES:
        yield from _phrases(file, vocabulary(file))


def _phrases(where: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every phrase of a table and of the tables in it."""
    for name, found in table.items():
        if isinstance(found, Mapping):
            yield from _phrases(f"{where}: {name}", found)
        else:
            yield from ((f"{where}: {name}", phrase) for phrase in found)


def unused() -> Iterator[tuple[str, str]]:
    """The phrases that no question has, with where they stand."""
    asked = tuple(questions())
    for where, phrase in listed():
        pattern = phrases(phrase)
        if not any(pattern.search(question) for question in asked):
            yield where, phrase


if __name__ == "__main__":
    for where, phrase in unused():
        print(f"{where}: {phrase}")
