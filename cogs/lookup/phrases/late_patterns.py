"""Patterns that only questions need, not the names of places: they are compiled beside the first answers. Pure."""

from __future__ import annotations

from db.record.lazy_pattern import LazyPatterns

LATE = LazyPatterns()
