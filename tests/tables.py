"""Python reads TOML slowly, and most tests that load a dataset load files that others loaded: a text is read once."""

from __future__ import annotations

import pickle
import tomllib
from functools import lru_cache
from typing import Any

# The dataset is some forty files, and a test changes one or two.
_TEXTS = 256


def keep_what_is_read() -> None:
    """Let ``tomllib.loads`` read a text once; each who asks for it gets tables of their own."""
    read = tomllib.loads

    @lru_cache(_TEXTS)
    def kept(text: str) -> bytes:
        return pickle.dumps(read(text))

    def loads(text: str, /, **options: Any) -> dict[str, Any]:
        return read(text, **options) if options else pickle.loads(kept(text))

    tomllib.loads = loads
