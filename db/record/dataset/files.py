"""The files of the dataset, read entry by entry. What is wrong is noted with its place, and reading goes on."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import tomli

from db.record.codec import entry_name, from_plain, suggestion
from db.record.models import Country, OtherPlace, Place, Tie
from db.record.other_places import ALIAS, FIELD
from db.record.paths import DATA
from db.record.values import value

T = TypeVar("T")

SOURCES, TALKING_POINTS, UKRAINE_TIES = "sources.toml", "talking_points.toml", "ukraine_ties.toml"
STATES, REGIONS, PETITION = "states.toml", "regions.toml", "petition.toml"
OTHER_PLACES, SHARED_NAMES = "other_places.csv", "shared_names.toml"
OTHER_PLACE_FIELDS = ("country", "name", "state", "lat", "lon", "population", "aliases")


@value
class Fault:
    """What is wrong, and where: the file in the folder, the entry's id or its number in the file, and the field."""

    file: str
    entry: str
    field: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.field, self.message) if part)


class DatasetError(Exception):
    """A dataset that cannot be used. ``faults`` holds all that is wrong with it; ``str()`` has a line for each."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@cache
def shared_names() -> frozenset[str]:
    """The names that two places truly share, as they ship, in plain spelling."""
    return frozenset(tomli.loads((DATA / SHARED_NAMES).read_text(encoding="utf-8"))["names"])


def place_file(place: Place) -> str:
    """The file that a place belongs in: ``places/us.toml``."""
    return f"places/{place.country.lower()}.toml"


def tie_file(tie: Tie, places: Mapping[str, Place]) -> str:
    """The file that a tie belongs in, by the state of its U.S. place: ``ties/OR.toml``."""
    return f"ties/{places[tie.us].state}.toml"


@dataclass(slots=True)
class DatasetReader:
    """A dataset while it is read. ``files`` says where each entry stands, faulty ones too, by its kind and id."""

    folder: Path
    faults: list[Fault] = field(default_factory=list)
    files: dict[tuple[str, str], str] = field(default_factory=dict)

    def fault(self, file: str, entry: str, field: str, message: str) -> None:
        """Note what is wrong with a field of an entry; an empty entry or field is left out of the line."""
        self.faults.append(Fault(file, entry, field, message))

    def noting(self, file: str) -> Callable[[str, str, str], None]:
        """What notes a fault of one file, as (entry, field, message)."""
        return lambda *where: self.fault(file, *where)

    def note(self, kind: str, entry: str, file: str) -> None:
        """Remember where an entry stands; a fault if its id is taken."""
        if (kind, entry) in self.files:
            self.fault(file, entry, "id", f"this id is used twice; the first is in {self.files[kind, entry]}")
        self.files.setdefault((kind, entry), file)

    def knows(self, kind: str, entry: str) -> bool:
        """Whether there is an entry of this kind and id, faulty or not."""
        return (kind, entry) in self.files

    def toml(self, file: str) -> dict[str, Any]:
        """A file's tables; none, and a fault, if it is missing, not UTF-8, not TOML or empty."""
        text = self._text(file)
        if text is None:
            return {}
        try:
            tables = tomli.loads(text)
        except tomli.TOMLDecodeError as error:
            self.fault(file, "", "", f"broken TOML: {error}")
            return {}
        if not tables:
            self.fault(file, "", "", "is empty; restore its entries")
        return tables

    def entries(self, file: str, kind: str, of: type[T]) -> Iterator[T]:
        """The sound entries of a file of ``[[kind]]`` tables, in its order."""
        tables = self.toml(file)
        for key in [key for key in tables if key != kind]:
            hint = suggestion(key, [kind]) or f"; this file holds [[{kind}]] entries"
            self.fault(file, "", key, f"unknown entry{hint}")
        found = tables.get(kind, [])
        if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
            self.fault(file, "", kind, f"write each entry under its own [[{kind}]] line")
            return
        for number, table in enumerate(found, 1):
            entry = entry_name(table, f"{kind} {number}")
            self.note(kind, entry, file)
            value = from_plain(of, table, entry, self.noting(file))
            if value is not None:
                yield value

    def only(self, file: str, of: type[T]) -> T | None:
        """The one value that a file holds, or None and its faults."""
        tables = self.toml(file)
        return from_plain(of, tables, "", self.noting(file)) if tables else None

    def other_places(self) -> Iterator[OtherPlace]:
        """The known places that are in no tie, from the CSV file."""
        text = self._text(OTHER_PLACES)
        if text is None:
            return
        rows = csv.reader(text.splitlines())
        if tuple(next(rows, ())) != OTHER_PLACE_FIELDS:
            self.fault(OTHER_PLACES, "line 1", "", f"the first line must be {','.join(OTHER_PLACE_FIELDS)}")
            return
        for row in rows:
            try:
                yield _other_place(row)
            except ValueError as error:
                self.fault(OTHER_PLACES, f"line {rows.line_num}", "", f"cannot be read: {error}")

    def _text(self, file: str) -> str | None:
        try:
            return (self.folder / file).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            self.fault(file, "", "", "is missing; restore it")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.fault(file, f"line {line}", "", "is not UTF-8; save the file in that encoding")
        except OSError as error:
            self.fault(file, "", "", f"cannot be read: {error.strerror}")
        return None


_COUNTRIES = {str(country): country for country in Country}


def _other_place(row: list[str]) -> OtherPlace:
    country, name, state, lat, lon, population, aliases = row
    if country not in _COUNTRIES:
        raise ValueError(f"country {country!r} is none of {', '.join(_COUNTRIES)}")
    if not name:
        raise ValueError("it has no name")
    if any(FIELD in each for each in row):
        raise ValueError("it has a control character")
    names = tuple(aliases.split(ALIAS)) if aliases else ()
    return OtherPlace(_COUNTRIES[country], name, state, float(lat), float(lon), int(population), names)
