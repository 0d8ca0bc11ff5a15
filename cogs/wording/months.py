"""The names of the months, from ``data/vocabulary/months.toml``: one table for what is written and what is read.

Pure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from db.record.dataset import DATA

_TABLE = tomllib.loads((DATA / "vocabulary" / "months.toml").read_text(encoding="utf-8"))["month"]


def _numbered(*languages: str) -> Mapping[str, int]:
    return {
        name.casefold(): number
        for number, month in enumerate(_TABLE, 1)
        for language in languages
        for name in month[language]
    }


# In English, January first.
MONTHS: tuple[str, ...] = tuple(month["en"][0] for month in _TABLE)
# From an English name or abbreviation, in small letters, to the month's number.
ENGLISH_MONTHS: Mapping[str, int] = _numbered("en")
# The same for English, Ukrainian and Russian.
ALL_MONTHS: Mapping[str, int] = _numbered("en", "uk", "ru")
