"""In what order that which waits for editors stands in their list, whichever feature it comes from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from cogs.kit.work_queue import WorkItem, WorkKind, Worth, by_worth

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def item(name: str, worth: Worth, since: datetime, reported: int = 1) -> tuple[WorkKind, WorkItem]:
    """Something that waits; of what kind has no part in its order."""
    return cast("Any", None), WorkItem(name, name, "", worth, since, reported)


def test_what_it_may_change_goes_before_the_day_and_the_day_before_how_many_reported_it() -> None:
    given = [
        item("an old link", Worth.UPKEEP, NOW - timedelta(days=400), 9),
        item("an old address", Worth.RECORD, NOW - timedelta(days=30), 9),
        item("later on the same day", Worth.STANDING, NOW),
        item("reported by three", Worth.STANDING, NOW + timedelta(hours=1), 3),
        item("earlier on the same day", Worth.STANDING, NOW - timedelta(hours=1)),
        item("of the day before", Worth.STANDING, NOW - timedelta(days=1)),
    ]
    assert [found.id for _, found in by_worth(given)] == [
        "of the day before",
        "reported by three",
        "earlier on the same day",
        "later on the same day",
        "an old address",
        "an old link",
    ]
