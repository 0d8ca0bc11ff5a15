"""What was asked of the double, in order: the tests' witness."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tests.wire.double.basics import Json


class Phase(StrEnum):
    """How far a request has come."""

    ARRIVED = "arrived"
    HANDLED = "handled"
    ANSWERED = "answered"


@dataclass(slots=True)
class Entry:
    """One request. ``route`` is its template. ``fault`` names what the test injected, if it did."""

    at: float
    method: str
    route: str
    path: str
    body: Json = field(default_factory=dict)
    files: int = 0
    status: int = 0
    code: int = 0
    fault: str | None = None

    @property
    def name(self) -> str:
        return f"{self.method} {self.route}"

    def __str__(self) -> str:
        return f"{self.method} {self.path} → {self.status}/{self.code} {self.fault or ''}".rstrip()


Observer = Callable[[Entry, Phase], None]


class Log:
    """The requests so far, which refusals a test expects, and who wants to hear of each."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.observers: list[Observer] = []
        self._expected: set[tuple[int, int]] = set()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def told(self, entry: Entry, phase: Phase) -> None:
        """Tell the observers how far a request has come."""
        for observer in tuple(self.observers):
            observer(entry, phase)

    def of(self, name: str) -> list[Entry]:
        """The requests of one route, as in ``POST /channels/{channel}/messages``."""
        return [entry for entry in self.entries if entry.name == name]

    def expect(self, status: int, code: int = 0) -> None:
        """Say that a refusal is part of the test."""
        self._expected.add((status, code))

    def unexplained(self) -> list[Entry]:
        """Refused requests that no fault caused and no test expected."""
        return [
            entry
            for entry in self.entries
            if entry.status >= 400 and entry.fault is None and (entry.status, entry.code) not in self._expected
        ]

    def busiest_second(self, counts: Callable[[Entry], bool]) -> int:
        """The most requests that fell into any one second."""
        times = [entry.at for entry in self.entries if counts(entry)]
        first = most = 0
        for last, at in enumerate(times):
            while at - times[first] >= 1:
                first += 1
            most = max(most, last - first + 1)
        return most
