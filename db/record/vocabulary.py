"""The tables of ``data/vocabulary`` that several modules need a part of, each read once. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import tomli

from db.record.paths import DATA

# Those of the languages that are asked in: ``en.toml`` and the others.
LANGUAGES = ("en", "uk", "ru")


@cache
def vocabulary(name: str) -> Mapping[str, Any]:
    """The tables of one file, such as ``en``. Once all is made from them, ``cache_clear`` lets go of them."""
    return tomli.loads((DATA / "vocabulary" / f"{name}.toml").read_text(encoding="utf-8"))
