"""The pure answer and the suggestions on records of several sizes: time and memory, each size in its own process."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from time import perf_counter, thread_time

from tests.bench.figures import Figure, percentile, resident

SIZES = (106, 2_000, 20_000)
ASKED = 600
WARM_UP = 30
TODAY = date(2026, 11, 28)
BUDGETS: dict[int, tuple[float | None, float]] = {106: (1.0, 0.5), 2_000: (5.0, 2.0), 20_000: (None, 5.0)}

ANY_TEXT = (20.0, 10.0)
_END = object()


def measure() -> list[Figure]:
    """All figures, smallest record first."""
    return [figure for size in SIZES for figure in _in_own_process(size)]


def _in_own_process(size: int) -> list[Figure]:
    done = subprocess.run([sys.executable, "-m", __name__, str(size)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [Figure(**fields) for fields in json.loads(done.stdout)]


def of_size(size: int) -> Iterable[Figure]:
    """The figures for one size. Times are the thread's own, so that a busy machine does not show in them."""
    from cogs.lookup.answers.answer import answer, answer_steps, claim_answer_steps
    from cogs.lookup.answers.preparations import preparations
    from cogs.lookup.autocomplete import suggest
    from db.record.dataset import load_dataset
    from db.record.register import Register
    from tests.bench.adversarial import adversarial
    from tests.bench.questions import KINDS, questions, typed
    from tests.bench.synthetic import grown

    group = f"{size:,} ties"
    empty = resident()
    began = perf_counter()
    record = load_dataset()
    loaded = perf_counter() - began
    record = grown(record, size)
    began = perf_counter()
    register = Register(record)
    yield Figure(group, "reading data/ and checking it", loaded * 1000, "ms")
    yield Figure(group, "building the register", (perf_counter() - began) * 1000, "ms")
    yield Figure(group, "memory of record and register", (resident() - empty) / 2**20, "MiB")
    # As the bot does when it has started, before the first question is answered: what questions are recognised by is
    # read, and nothing of that nor of the record is looked through for garbage.
    for prepare in preparations(lambda: register):
        prepare()
    gc.collect()
    gc.freeze()
    must, aim = BUDGETS[size]
    for kind in KINDS:
        times = timed(lambda text: answer(text, register, TODAY), questions(record, kind, ASKED))
        yield Figure(group, f"answer, {kind}: p50", percentile(times, 50), "ms")
        yield Figure(group, f"answer, {kind}: p99", percentile(times, 99), "ms", must, aim)
    long = adversarial(record).values()
    whole = max(timed(lambda text: answer(text, register, TODAY), [*long]))
    yield Figure(group, "answer, a text meant to take long: the longest", whole, "ms")
    for name, begin in (("answer", answer_steps), ("claim", claim_answer_steps)):
        steps = [took for text in long for took in _times_of(begin(text, register, TODAY))]
        yield Figure(group, f"{name}, a text meant to take long: the longest step", max(steps), "ms", *ANY_TEXT)
    for kind in KINDS:
        times = timed(lambda text: suggest(text, register), typed(record, kind, ASKED))
        yield Figure(group, f"autocomplete, {kind}: p50", percentile(times, 50), "ms")
        yield Figure(group, f"autocomplete, {kind}: p99", percentile(times, 99), "ms", must, aim)
    yield Figure(group, "resident memory at the end", resident() / 2**20, "MiB")


def _times_of(steps: Iterator[None]) -> Iterator[float]:
    """How many milliseconds each step takes: between them the event loop has its turn."""
    going_on = True
    while going_on:
        began = thread_time()
        going_on = next(steps, _END) is not _END
        yield (thread_time() - began) * 1000


def timed(call: Callable[[str], object], texts: list[str]) -> list[float]:
    """How many milliseconds each call takes, after some calls to warm up."""
    for text in texts[:WARM_UP]:
        call(text)
    times = []
    for text in texts:
        began = thread_time()
        call(text)
        times.append((thread_time() - began) * 1000)
    return times


if __name__ == "__main__":
    print(json.dumps([asdict(figure) for figure in of_size(int(sys.argv[1]))]))
