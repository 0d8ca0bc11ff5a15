"""A measured figure, what it should be, and the table they are shown in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. ``must`` and ``aim`` are the budgets; ``at_least`` says that more is better."""

    group: str
    what: str
    value: float
    unit: str
    must: float | None = None
    aim: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """``aim``, ``must`` or ``MISSED``; empty without a budget."""
        for name, budget in (("aim", self.aim), ("must", self.must)):
            if budget is not None and (self.value >= budget if self.at_least else self.value <= budget):
                return name
        return "" if self.must is None and self.aim is None else "MISSED"

    def as_json(self) -> dict[str, object]:
        """For the file."""
        return {**asdict(self), "verdict": self.verdict}


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that ``percent`` of the values do not exceed."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def resident(pid: int | None = None) -> int:
    """The resident memory of a process in bytes; of this one by default."""
    statm = Path(f"/proc/{pid or os.getpid()}/statm").read_text(encoding="ascii")
    return int(statm.split()[1]) * os.sysconf("SC_PAGE_SIZE")


def table(figures: Iterable[Figure]) -> str:
    """The figures as text, a line each."""
    header = ("", "", "value", "unit", "must", "aim", "meets")
    rows = [header, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(figure: Figure) -> tuple[str, ...]:
    budgets = ["" if budget is None else f"{budget:g}" for budget in (figure.must, figure.aim)]
    return (figure.group, figure.what, f"{figure.value:.4g}", figure.unit, *budgets, figure.verdict)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    aligned = ("<", "<", ">", "<", "<", "<", "<")
    cells = [f"{cell:{side}{width}}" for cell, side, width in zip(row, aligned, widths, strict=True)]
    return "  ".join(cells).rstrip()
