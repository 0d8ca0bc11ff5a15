"""The words by which a question sorts a list: ``data/vocabulary/sorting.toml``. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.model import SortBy, SortOrder
from cogs.lookup.phrases.patterns import Phrases
from cogs.lookup.reading.vocabulary import said_for

GREATEST, LEAST = SortOrder.NEWEST, SortOrder.OLDEST
_ENDS = {GREATEST: "greatest", LEAST: "least"}
# Of two that a question may mean the narrower wording, which stands first, is meant.
_IN_ORDER = (
    (SortBy.ACT, LEAST), (SortBy.ACT, GREATEST), (SortBy.RUSSIAN_SIZE, GREATEST), (SortBy.RUSSIAN_SIZE, LEAST),
    (SortBy.SIZE, LEAST), (SortBy.SIZE, GREATEST), (SortBy.SEARCHED, LEAST), (SortBy.SEARCHED, GREATEST),
    (SortBy.FOUNDED, GREATEST), (SortBy.FOUNDED, LEAST), (SortBy.NAME, GREATEST), (SortBy.NAME, LEAST),
    (SortBy.STANDING, LEAST),
)  # fmt: skip
ASKED_SORTS: Mapping[tuple[SortBy, SortOrder], Phrases] = {
    (by, first): said_for("sorting", by, _ENDS[first]) for by, first in _IN_ORDER
}
