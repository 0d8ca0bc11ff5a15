"""The public page: how long a build takes, how much memory, how heavy a page is. Each build is a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from cogs.kit.settings import ROOT
from cogs.site import addresses
from cogs.site.build import build_site
from cogs.site.site import Site
from db.record.dataset import load_dataset
from db.record.register import Register
from tests.bench.figures import Figure
from tests.bench.synthetic import grown

GROUP = "public page"
SHIPPED, LARGE = 106, 20_000
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Measured:
    """A build: its seconds with every picture drawn, those of another with none, the most memory, the heaviest page.

    Seconds are those of a core: what else the machine does, counts for nothing.
    """

    first: float
    again: float
    pictures: int
    peak: float
    heaviest: int


def measure() -> Iterator[Figure]:
    """Builds of the shipped record and of every sister city in the world."""
    small, large = _measured(SHIPPED), _measured(LARGE)
    yield Figure(GROUP, f"{SHIPPED} ties, no picture drawn", small.again, "s", 3.0, 2.0)
    yield Figure(GROUP, f"{SHIPPED} ties, {small.pictures} pictures drawn", small.first - small.again, "s")
    yield Figure(GROUP, f"{SHIPPED} ties: heaviest page of a tie, without its picture", small.heaviest / 1000, "KB", 60)
    yield Figure(GROUP, f"{LARGE:,} ties, no picture drawn", large.again, "s", 120.0, 60.0)
    yield Figure(GROUP, f"{LARGE:,} ties, {large.pictures} pictures drawn", large.first - large.again, "s")
    yield Figure(GROUP, f"{LARGE:,} ties: most memory", large.peak, "MiB", 300.0, 200.0)


def _measured(ties: int) -> Measured:
    command = [sys.executable, "-m", "tests.bench.site", str(ties)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Measured(**json.loads(done.stdout))


def _build(ties: int) -> Measured:
    register = Register(grown(load_dataset(), ties))
    with TemporaryDirectory() as beside:
        folder = Path(beside) / "site"
        began = process_time()
        built = build_site(Site(register), folder)
        first = process_time() - began
        began = process_time()
        build_site(Site(register), folder)
        again = process_time() - began
        loaded = sum((folder / name).stat().st_size for name in (addresses.STYLE, addresses.SCRIPT))
        heaviest = loaded + max(file.stat().st_size for file in (folder / "ties").iterdir())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MIB
    return Measured(first, again, built.pictures, peak, heaviest)


if __name__ == "__main__":
    print(json.dumps(asdict(_build(int(sys.argv[1])))))
