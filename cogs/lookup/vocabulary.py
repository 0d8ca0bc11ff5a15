"""Words of the languages that are asked in, as ``data/vocabulary/{en,uk,ru}.toml`` has them. Pure."""

from __future__ import annotations

import tomllib
from typing import Any

from db.record.paths import DATA

LANGUAGES = ("en", "uk", "ru")


def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((DATA / "vocabulary" / f"{language}.toml").read_text(encoding="utf-8"))


TABLES = {language: _table(language) for language in LANGUAGES}
# Phrases of talk of something else, in the notation of ``patterns``.
OTHER_SUBJECTS: tuple[str, ...] = tuple(phrase for table in TABLES.values() for phrase in table["other_subjects"])
