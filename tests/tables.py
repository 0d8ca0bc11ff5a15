"""Python reads TOML slowly, and most tests that load a dataset load files that others loaded: a text is read once."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import Any

import tomli

# The dataset is some forty files, and a test changes one or two.
_TEXTS = 256


def keep_what_is_read() -> None:
    """Let ``tomli.loads`` read a text once; each who asks for it gets tables of their own."""
    read = tomli.loads

    @lru_cache(_TEXTS)
    def kept(text: str) -> bytes:
        return pickle.dumps(read(text))

    def loads(text: str, /, **options: Any) -> dict[str, Any]:
        return read(text, **options) if options else pickle.loads(kept(text))

    tomli.loads = loads
