"""Run the benchmarks: all of them, or those named."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from cogs.kit.settings import ROOT
from tests.bench import fanout, letters, lookup, night, pictures, presses, site, soak, watching, wire
from tests.bench.figures import Figure, table

RESULT = ROOT / "out" / "bench.json"


def gathered(measure: Callable[[], AsyncIterator[Figure]]) -> Callable[[], Iterable[Figure]]:
    """An asynchronous benchmark as a plain one."""

    async def collect() -> list[Figure]:
        return [figure async for figure in measure()]

    return lambda: asyncio.run(collect())


BENCHMARKS: Mapping[str, Callable[[], Iterable[Figure]]] = {
    "lookup": lookup.measure,
    "trips": gathered(wire.round_trips),
    "start": gathered(wire.starts),
    "memory": gathered(wire.memory),
    "fanout": gathered(fanout.measure),
    "letters": gathered(letters.measure),
    "pictures": gathered(pictures.measure),
    "presses": gathered(presses.measure),
    "site": site.measure,
    "soak": gathered(soak.measure),
    "watching": gathered(watching.measure),
    "night": gathered(night.measure),
}


def save(figures: list[Figure], path: Path) -> None:
    """Write the figures down, with the machine they were measured on."""
    machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
    path.parent.mkdir(exist_ok=True)
    content = {"at": datetime.now(UTC).isoformat(), **machine, "figures": [figure.as_json() for figure in figures]}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Run what the arguments name; 0 whatever was measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the bot.")
    parser.add_argument("names", nargs="*", metavar="|".join(BENCHMARKS), help="which benchmarks (default: all)")
    names = parser.parse_args().names or list(BENCHMARKS)
    if unknown := set(names) - set(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in names:
        measured = list(BENCHMARKS[name]())
        print(table(measured), end="\n\n", flush=True)
        figures += measured
    save(figures, RESULT)
    print(f"written to {RESULT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
