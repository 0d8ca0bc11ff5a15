"""Words of the languages that are asked in, as ``data/vocabulary/{en,uk,ru}.toml`` has them. Pure."""

from __future__ import annotations

import tomllib
from typing import Any

from db.record.paths import DATA
from db.record.text import normalise

LANGUAGES = ("en", "uk", "ru")


def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((DATA / "vocabulary" / f"{language}.toml").read_text(encoding="utf-8"))


TABLES = {language: _table(language) for language in LANGUAGES}


def of_all_languages(*path: str) -> tuple[str, ...]:
    """The phrases, in the notation of ``patterns``, that stand under these keys in each of the languages."""
    return tuple(phrase for table in TABLES.values() for phrase in _at(table, path))


def _at(table: Any, path: tuple[str, ...]) -> list[str]:
    for name in path:
        table = table.get(name, {})
    return list(table)


# The U.S. places whose ties were named in President Zelenskyy's speech to the mayors.
NAMED_IN_SPEECH = frozenset(
    tomllib.loads((DATA / "vocabulary" / "sayings.toml").read_text(encoding="utf-8"))["named_in_speech"]["places"]
)
# English words of asking and telling, normalised, which say nothing of what is asked about.
OF_ASKING = frozenset(map(normalise, TABLES["en"]["not_searched"]))
# Those and words of talking, which say nothing of what is talked about.
OF_TALKING = OF_ASKING | frozenset(map(normalise, of_all_languages("fillers")))
