"""The names of the months, from ``data/vocabulary/months.toml``: one table for what is written and what is read.

Pure.
"""

from __future__ import annotations

from collections.abc import Mapping

import tomli

from db.record.paths import DATA

_TABLE = tomli.loads((DATA / "vocabulary" / "months.toml").read_text(encoding="utf-8"))["month"]

# In English, January first.
MONTHS: tuple[str, ...] = tuple(month["en"][0] for month in _TABLE)
# From a name, form or abbreviation in English, Ukrainian or Russian, in small letters, to the month's number.
ALL_MONTHS: Mapping[str, int] = {
    name.casefold(): number for number, month in enumerate(_TABLE, 1) for names in month.values() for name in names
}
del _TABLE  # all is made from it
