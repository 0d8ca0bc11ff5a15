"""Names by their runs of three letters: those near to one that was mistyped are found without looking at all. Pure."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

_FEWEST_SHARED = 2


class LikeNames:
    """An index of names without blanks. Which names hold a run is one row of numbers for all runs, each behind how many
    they are: a tuple for each would take three times the memory.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for run in _runs(name):
                holders[run].append(number)
        self._rows = array("I")
        self._starts: dict[str, int] = {}
        for run, numbers in holders.items():
            self._starts[run] = len(self._rows)
            self._rows.append(len(numbers))
            self._rows.extend(numbers)

    def near(self, typed: str, errors: int) -> list[str]:
        """The names with enough runs in common with what was typed, the last first: an error spoils three at most.

        They differ in length by no more than ``errors``.
        """
        runs = _runs(typed)
        shared: Counter[int] = Counter()
        for run in runs:
            shared.update(self._holders(run))
        needed = max(_FEWEST_SHARED, len(runs) - 3 * errors)
        enough = (number for number, count in shared.items() if count >= needed)
        # In a certain order: the set of runs has another one in each process.
        names = [self._names[number] for number in sorted(enough, reverse=True)]
        return [name for name in names if abs(len(name) - len(typed)) <= errors]

    def _holders(self, run: str) -> Iterable[int]:
        start = self._starts.get(run)
        return () if start is None else self._rows[start + 1 : start + 1 + self._rows[start]]


def _runs(name: str) -> set[str]:
    padded = f"^{name}$"
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
