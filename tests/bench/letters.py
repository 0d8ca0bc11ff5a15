"""Letters as files: how long each kind takes, and what /status costs while twenty are made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from statistics import median
from time import perf_counter

from cogs.letters.export import FileFormat, export
from db.record.dataset import load_dataset
from db.record.register import Register
from tests.bench.figures import Figure, percentile
from tests.bench.wire import SHIPPED, Stage, staged
from tests.pure.letters import REASON, TIES, draft_about, letter_of
from tests.wire.double import Exchange, Message, User
from tests.wire.double.exchange import custom_ids

MADE = 60
PEOPLE = 20
IDLE = 100
ROUNDS = 5
# The first PDF of a process reads the fonts.
WARM_UP = 2
GROUP = "letters"
BUDGETS: dict[FileFormat, tuple[float | None, float | None]] = {
    FileFormat.PDF: (150.0, 50.0),
    FileFormat.DOCX: (150.0, 50.0),
}


async def measure() -> AsyncIterator[Figure]:
    """The time for a file of each kind by itself, then twenty people at once."""
    for figure in files():
        yield figure
    async with staged(SHIPPED) as stage:
        letters = [await _begin(stage, stage.double.world.add_user(f"Person {number}")) for number in range(PEOPLE)]
        idle = [await _status(stage) for _ in range(IDLE)]
        busy: list[float] = []
        began = perf_counter()
        for _ in range(ROUNDS):
            busy += await _while_made(stage, letters)
        seconds = perf_counter() - began
    yield Figure(GROUP, f"/status while {PEOPLE} files are made: median, to idle", median(busy) / median(idle), "×")
    yield Figure(GROUP, f"/status while {PEOPLE} files are made: p99", percentile(busy, 99), "ms")
    yield Figure(GROUP, "/status idle: median", median(idle), "ms")
    yield Figure(GROUP, "/status idle: p99", percentile(idle, 99), "ms")
    yield Figure(GROUP, "files a second, PDF and Word, asked for at once", ROUNDS * PEOPLE / seconds, "/s")


def files() -> Iterator[Figure]:
    """How long one file of each kind takes; the first PDF by itself."""
    register = Register(load_dataset())
    for form in FileFormat:
        times = []
        for number in range(WARM_UP + MADE):
            tie = list(TIES.values())[number % len(TIES)]
            draft = draft_about(tie, register, name=f"Person {number}", connection="resident")
            letter = letter_of(draft, register)
            began = perf_counter()
            export(letter, form, "letter")
            took = (perf_counter() - began) * 1000
            if number == 0 and form is FileFormat.PDF:
                yield Figure(GROUP, "first PDF of a process", took, "ms", 150.0)
            if number >= WARM_UP:
                times.append(took)
        must, aim = BUDGETS.get(form, (None, None))
        yield Figure(GROUP, f"{form}: p50", median(times), "ms")
        yield Figure(GROUP, f"{form}: p99", percentile(times, 99), "ms", must, aim)


async def _begin(stage: Stage, person: User) -> tuple[User, Message]:
    """A person's letter, typed in."""
    people = stage.double.people
    asked = await people.slash(person, stage.channel, "letter write", {"place": "Eugene, Oregon"})
    message = await _message(asked)
    form = await people.press(person, message, _custom_id(message, "words"))
    reason = f"{REASON} I am {person.name}."
    done = await people.submit(form, {"connection": ["resident"], "reason": reason, "respect": ""})
    return person, await _message(done)


async def _while_made(stage: Stage, letters: list[tuple[User, Message]]) -> list[float]:
    """Ask for a file for each person at once, and for /status until all are there; how long each answer took."""
    made = [
        asyncio.create_task(_file(stage, person, message, (FileFormat.PDF, FileFormat.DOCX)[number % 2]))
        for number, (person, message) in enumerate(letters)
    ]
    took = []
    while not all(task.done() for task in made):
        took.append(await _status(stage))
    await asyncio.gather(*made)
    return took


async def _file(stage: Stage, person: User, message: Message, form: FileFormat) -> None:
    await _message(await stage.double.people.press(person, message, _custom_id(message, "file"), [form]))


async def _status(stage: Stage) -> float:
    answered = await stage.double.people.slash(stage.person, stage.channel, "status", {"place": "Portland, Oregon"})
    return answered.seconds * 1000


async def _message(exchange: Exchange) -> Message:
    """What was answered in the end: what writes answers "wait" first."""
    await exchange.until(lambda answered: answered.original is not None)
    assert exchange.original is not None
    return exchange.original


def _custom_id(message: Message, action: str) -> str:
    return next(name for name in custom_ids(message.payload) if name.startswith(f"letter-{action}/"))
