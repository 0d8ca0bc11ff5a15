"""What every kind of test needs: the shipped record, and the day it is."""

from __future__ import annotations

import asyncio
import gc
import os
from datetime import date
from pathlib import Path

import hypothesis
import pytest

from db.record.dataset import load_dataset
from db.record.dataset.explanations import shipped
from db.record.models import Record
from db.record.passages import all_passages
from db.record.register import Register
from db.store.full_text import FullText
from tests.tables import keep_what_is_read
from tests.world import NOW

# A busy machine is no fault of the code; and a build tries the same examples each time, so that it fails for a change.
hypothesis.settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("project")
# Each bot under test holds a whole record in circles of references: too seldom looked for, they fill the memory.
gc.set_threshold(50_000, 10, 2)
keep_what_is_read()


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than processors: the tests on the wire spend half of their time waiting."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests on the wire come first: some last half a minute, and no run should end with one worker at such one."""
    items.sort(key=lambda item: item.path.parent.name != "wire")


@pytest.fixture(scope="session")
def record() -> Record:
    """The shipped dataset. Not to be changed."""
    return load_dataset()


@pytest.fixture(scope="session")
def register(record: Record) -> Register:
    """The shipped dataset, ready to be asked and searched. Not to be changed."""
    made = Register(record)
    made.search_by(FullText(all_passages(record, shipped().in_full())), record)
    return made


@pytest.fixture(scope="session")
def frozen_record() -> Record:
    """The small record of the tests, which stands still: see tests/record. Not to be changed."""
    return load_dataset(Path(__file__).parent / "record")


@pytest.fixture(scope="session")
def frozen_register(frozen_record: Record) -> Register:
    """The small record of the tests, ready to be asked. Not to be changed."""
    return Register(frozen_record)


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the first start leaves it: what takes the time of a start is done once for all tests."""
    from bot import Tiewatch
    from cogs.kit.settings import Settings

    path = tmp_path_factory.mktemp("first") / "start.sqlite3"

    async def start() -> None:
        await (await Tiewatch.open(Settings(database=path), lambda: NOW)).close()

    asyncio.run(start())
    return path


@pytest.fixture
def today() -> date:
    """The day on which the tests happen."""
    return NOW.date()
