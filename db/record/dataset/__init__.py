"""The shipped dataset: the files of `data/` read into a record, or refused whole with every fault named."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from db.record.dataset.files import (
    PETITION,
    REGIONS,
    SOURCES,
    STATES,
    TALKING_POINTS,
    UKRAINE_TIES,
    DatasetError,
    DatasetReader,
    Fault,
    place_file,
    tie_file,
)
from db.record.dataset.rules import check_record, future_dates
from db.record.models import Petition, Place, Record, Source, TalkingPoint, Tie, UkraineTie, UsRegion, UsState
from db.record.other_places import OtherPlaces
from db.record.paths import DATA

__all__ = ["DATA", "DatasetError", "Fault", "faults_in", "fingerprint", "future_dates", "idle_places", "load_dataset"]

Identified = TypeVar("Identified", Place, Tie, Source, TalkingPoint, UkraineTie, UsRegion)


def load_dataset(folder: Path = DATA) -> Record:
    """The record that a dataset's files hold, ties in the order of their states' codes.

    Raises DatasetError, with every fault found, for a folder that is not whole and sound (the rules are in
    docs/record.md). A date in the future is no fault here, so that a wrong clock cannot silence the bot: see
    ``future_dates``; nor is a place in no tie, as an editor enters it first: see ``idle_places``.
    """
    if not folder.is_dir():
        raise DatasetError((Fault(str(folder), "", "", "the folder of the dataset is missing; restore it"),))
    reading = DatasetReader(folder)
    record = _read(reading)
    check_record(record, reading)
    if reading.faults:
        raise DatasetError(tuple(reading.faults))
    return record


def faults_in(record: Record) -> tuple[Fault, ...]:
    """What a dataset would be refused for that holds this record, beside what ships with it."""
    reading = DatasetReader(DATA)
    for place in record.places.values():
        reading.files["place", place.id] = place_file(place)
    for tie in record.ties.values():
        reading.files["tie", tie.id] = tie_file(tie, record.places) if tie.us in record.places else "ties"
    for kind, file, known in (
        ("source", SOURCES, record.sources),
        ("talking_point", TALKING_POINTS, record.talking_points),
        ("ukraine_tie", UKRAINE_TIES, record.ukraine_ties),
        ("state", STATES, record.states),
        ("region", REGIONS, record.regions),
    ):
        reading.files.update(((kind, name), file) for name in known)
    check_record(record, reading)
    return tuple(reading.faults)


def idle_places(record: Record) -> tuple[Fault, ...]:
    """The places that are in no tie: slips in the dataset, unless a tie is about to be entered."""
    paired = {name for tie in record.ties.values() for name in (tie.us, tie.ru)}
    return tuple(
        Fault(place_file(place), place.id, "", "this place is in no tie; remove it, or add the tie")
        for place in record.places.values()
        if place.id not in paired
    )


def fingerprint(folder: Path = DATA) -> str:
    """What tells two states of a dataset's files apart, without reading what they say."""
    digest = sha256()
    for file in sorted([*folder.rglob("*.toml"), *folder.glob("*.csv")]):
        digest.update(f"{file.relative_to(folder)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _read(reading: DatasetReader) -> Record:
    states = {state.code: state for state in reading.entries(STATES, "state", UsState)}
    places = [*reading.entries("places/us.toml", "place", Place), *reading.entries("places/ru.toml", "place", Place)]
    return Record(
        places=_by_id(places),
        ties=_by_id(_ties(reading)),
        sources=_by_id(reading.entries(SOURCES, "source", Source)),
        talking_points=_by_id(reading.entries(TALKING_POINTS, "talking_point", TalkingPoint)),
        ukraine_ties=_by_id(reading.entries(UKRAINE_TIES, "ukraine_tie", UkraineTie)),
        petition=reading.only(PETITION, Petition),
        other_places=OtherPlaces.of(reading.other_places()),
        states=states,
        regions=_by_id(reading.entries(REGIONS, "region", UsRegion)),
    )


def _ties(reading: DatasetReader) -> list[Tie]:
    files = sorted((reading.folder / "ties").glob("*.toml"))
    if not files:
        reading.fault("ties", "", "", "holds no files; restore them")
    return [tie for file in files for tie in reading.entries(f"ties/{file.name}", "tie", Tie)]


def _by_id(values: Iterable[Identified]) -> dict[str, Identified]:
    return {value.id: value for value in values}
