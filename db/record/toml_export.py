"""The record written as the files of `data/`, the same bytes each time, so that work can be reviewed and committed."""

from __future__ import annotations

import csv
import io
import shutil
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli_w

from db.record.codec import Plain, to_plain
from db.record.dataset.files import (
    OTHER_PLACE_FIELDS,
    OTHER_PLACES,
    PETITION,
    REGIONS,
    SOURCES,
    STATES,
    TALKING_POINTS,
    UKRAINE_TIES,
    place_file,
    tie_file,
)
from db.record.models import OtherPlace, Record
from db.record.other_places import ALIAS
from db.record.paths import DATA

_WIDTH = 120
# The files and folders of `data/` that are written from the record.
_FROM_RECORD = {
    *("places", "ties", SOURCES, TALKING_POINTS, UKRAINE_TIES),
    *(STATES, REGIONS, PETITION, OTHER_PLACES),
}


def export_toml(record: Record, folder: Path) -> None:
    """Write the record into a folder, made if missing, as the whole of `data/`, which ``load_dataset`` reads.

    Files of the same names are replaced, others left alone. The comment that heads each shipped file is kept, and what
    ships besides the record (letters, words) is copied. All is written beside first, so that a full disk leaves what
    was there. Raises OSError if the folder cannot be written.
    """
    texts = {name: f"{_header(name)}\n{tables}" for name, tables in _files(record).items()}
    texts[OTHER_PLACES] = _csv(record.other_places)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".export-", dir=folder) as beside:
        made = Path(beside)
        if not folder.resolve().is_relative_to(DATA):
            _copy_what_ships_besides(made)
        for name, text in texts.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_text(text, encoding="utf-8", newline="")
        for file in [file for file in made.rglob("*") if file.is_file()]:
            place = folder / file.relative_to(made)
            place.parent.mkdir(parents=True, exist_ok=True)
            file.replace(place)


def _copy_what_ships_besides(folder: Path) -> None:
    for shipped in DATA.rglob("*"):
        name = shipped.relative_to(DATA)
        if shipped.is_file() and name.parts[0] not in _FROM_RECORD:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shipped, folder / name)


def _files(record: Record) -> dict[str, str]:
    grouped: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for place in record.places.values():
        grouped[place_file(place), "place"].append(place)
    for tie in record.ties.values():
        grouped[tie_file(tie, record.places), "tie"].append(tie)
    grouped[SOURCES, "source"].extend(record.sources.values())
    grouped[TALKING_POINTS, "talking_point"].extend(record.talking_points.values())
    grouped[UKRAINE_TIES, "ukraine_tie"].extend(record.ukraine_ties.values())
    grouped[STATES, "state"].extend(record.states.values())
    grouped[REGIONS, "region"].extend(record.regions.values())
    files = {
        name: "\n".join(_table(key, to_plain(value)) for value in values) for (name, key), values in grouped.items()
    }
    return files | ({PETITION: _fields(to_plain(record.petition))} if record.petition else {})


def _table(key: str, table: Plain) -> str:
    """A ``[[key]]`` entry: its own fields first, then the tables within it, each under its own line."""
    inner = {
        name: value for name, value in table.items() if value and isinstance(value, list) and isinstance(value[0], dict)
    }
    own = {name: value for name, value in table.items() if name not in inner}
    nested = [_table(f"{key}.{name}", item) for name, items in inner.items() for item in items]
    return "\n".join([f"[[{key}]]\n{_fields(own)}", *nested])


def _fields(table: Plain) -> str:
    return "".join(_field(name, value) for name, value in table.items())


def _field(name: str, value: Any) -> str:
    """One field; a list stands in one line if it fits."""
    written = tomli_w.dumps({name: value})
    if not isinstance(value, list):
        return written
    first, *items, last = [line.strip(" ") for line in written.removesuffix("\n").split("\n")]
    line = f"{first}{' '.join(items).removesuffix(',')}{last}\n"
    return line if len(line) <= _WIDTH else written


def _header(name: str) -> str:
    shipped = DATA / name
    if not shipped.is_file():
        shipped = next(iter(sorted(shipped.parent.glob("*.toml"))))
    lines = shipped.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(_leading_comment(lines))


def _leading_comment(lines: list[str]) -> Iterable[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line


def _csv(places: Iterable[OtherPlace]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(OTHER_PLACE_FIELDS)
    for place in places:
        numbers = (place.lat, place.lon, place.population)
        writer.writerow([place.country, place.name, place.state, *numbers, ALIAS.join(place.aliases)])
    return out.getvalue()
