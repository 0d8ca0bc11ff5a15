"""The files of ``data/answers``: answers to general questions, read and checked by the record that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from db.record.dataset.files import DatasetReader, Fault
from db.record.explanations import FIGURE, LONGEST_ANSWER, PLACEHOLDER, Explanation, Explanations
from db.record.models import Record
from db.record.paths import DATA
from db.record.values import value

FOLDER = "answers"


def read_explanations(folder: Path = DATA) -> tuple[Explanation, ...]:
    """The answers of a dataset, the sound ones."""
    return tuple(_read(DatasetReader(folder)))


@value
class _Read:
    """The answers of a dataset, read whenever they are gone through: all at once would leave 3 MiB with the process."""

    folder: Path

    def __iter__(self) -> Iterator[Explanation]:
        return _read(DatasetReader(self.folder))


@cache
def shipped() -> Explanations:
    """The answers that ship."""
    return Explanations(_Read(DATA))


def lapsed(explanations: Iterable[Explanation], figures: Mapping[str, int]) -> tuple[str, ...]:
    """The ids of the answers that do not hold by these figures: what they ask instead stands in their place."""
    found = []
    for each in explanations:
        with suppress(ValueError):  # a condition that cannot be read is a fault, which check_explanations names
            if not each.holds(figures):
                found.append(each.id)
    return tuple(found)


def check_explanations(folder: Path, record: Record, figures: Mapping[str, int]) -> tuple[Fault, ...]:
    """What is wrong with the answers of a dataset, by the record and its figures by name."""
    reading = DatasetReader(folder)
    found = list(_read(reading))
    ids = {each.id for each in found} | set(record.ties)
    for each in found:
        _check(each, reading.files["answer", each.id], ids, record, figures, reading)
    return tuple(reading.faults)


def _read(reading: DatasetReader) -> Iterator[Explanation]:
    for file in sorted((reading.folder / FOLDER).glob("*.toml")):
        yield from reading.entries(f"{FOLDER}/{file.name}", "answer", Explanation)


def _check(
    each: Explanation, file: str, ids: set[str], record: Record, figures: Mapping[str, int], reading: DatasetReader
) -> None:
    faults = (*_of_answer(each, figures), *_of_names(each, ids, record), *_of_condition(each, figures))
    for field, message in faults:
        reading.fault(file, each.id, field, message)


def _of_answer(each: Explanation, figures: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for name in PLACEHOLDER.findall(each.answer):
        if name not in figures:
            yield "answer", f"{{{name}}} is no figure; the names are {', '.join(sorted(figures))}"
    for field, text in (("answer", each.answer), ("answer_uk", each.answer_uk), ("answer_ru", each.answer_ru)):
        if len(text) > LONGEST_ANSWER:
            yield field, f"has {len(text)} characters; at most {LONGEST_ANSWER}"
    figure = FIGURE.search(each.answer)
    if figure and each.holds_while is None:
        yield "answer", f"“{figure[0]}” is a figure; write a placeholder such as {{ties}}, or while it holds"


def _of_names(each: Explanation, ids: set[str], record: Record) -> Iterator[tuple[str, str]]:
    for field, known in (("sources", record.sources), ("see", ids)):
        for name in getattr(each, field):
            if name not in known:
                yield field, f'no entry "{name}"; correct the id'


def _of_condition(each: Explanation, figures: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    if (each.holds_while is None) != (each.instead is None):
        yield "instead", "while and instead go together: when it holds, and what is asked where it does not"
    try:
        each.holds(figures)
    except ValueError as error:
        yield "while", f"{error}; write it as disputed = 0"
