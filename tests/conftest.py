"""What every kind of test needs: the shipped record, and the day it is."""

from __future__ import annotations

from datetime import date

import pytest

from db.dataset import load_dataset
from db.models import Record
from db.register import Register
from tests.world import NOW


@pytest.fixture(scope="session")
def record() -> Record:
    """The shipped dataset. Not to be changed."""
    return load_dataset()


@pytest.fixture(scope="session")
def register(record: Record) -> Register:
    """The shipped dataset, ready to be asked. Not to be changed."""
    return Register(record)


@pytest.fixture
def today() -> date:
    """The day on which the tests happen."""
    return NOW.date()
