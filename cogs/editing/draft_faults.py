"""What is missing or wrong in what an editor typed, and which step mends it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from cogs.wording.date_parsing import EntryError
from db.record.values import value

T = TypeVar("T")


class DraftStep(StrEnum):
    """What of a draft has to be mended."""

    DATE = "date"
    ACT = "act"
    SOURCE = "source"
    PAGE = "page"
    SAID = "said"
    HEARING = "hearing"


@value
class DraftFault:
    """What is missing or wrong, and in which step; ``number`` is the source's, counted from 1."""

    step: DraftStep
    text: str
    number: int = 0


def attempt(read: Callable[[], T], step: DraftStep, number: int, faults: list[DraftFault]) -> T | None:
    """What ``read`` gives; None, and its fault noted, where it raises EntryError."""
    try:
        return read()
    except EntryError as error:
        faults.append(DraftFault(step, str(error), number))
        return None
