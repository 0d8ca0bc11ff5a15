"""The record as files to work with: JSON, CSV, SQLite, what their columns mean, and what came on record in which month.

All are made from the tables of ``db.record.public_data``: what is not named there is in none of them.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any

from cogs.kit.settings import ROOT
from cogs.site import addresses, sentences
from cogs.wording.act_sentences import act_told
from cogs.wording.calendar import calendar
from cogs.wording.english import series
from db.record.derivation import INVASION, acts_in_force
from db.record.hearings import hearings_of
from db.record.models import Act, Tie
from db.record.public_data import SCHEMA_VERSION, TABLES, Column, ColumnType, Row, Table, Value
from db.record.register import Register
from db.record.spreadsheets import plain_cell

JSON_FILE = "data/tiewatch.json"
SQLITE_FILE = "data/tiewatch.sqlite3"
DICTIONARY = "data/datapackage.json"
CHANGES = "data/changes.json"
LICENSE_FILE = "data/LICENSE.txt"
_SQL_TYPES = {
    ColumnType.TEXT: "TEXT",
    ColumnType.NUMBER: "NUMERIC",
    ColumnType.YES_NO: "INTEGER",
    ColumnType.LIST: "TEXT",
}


def csv_file(table: Table) -> str:
    """Where a table is as CSV."""
    return f"data/{table.name}.csv"


def month_file(month: str) -> str:
    """Where the changes of a month are, such as ``2026-11``."""
    return f"data/changes/{month}.json"


def as_json(register: Register, asof: date | None) -> Iterator[str]:
    """Everything in one file, piece by piece: a large record is never in memory twice."""
    head = {"schema_version": SCHEMA_VERSION, "as_of": str(asof) if asof else None, "license": sentences.LICENSE}
    yield _dumped(head)[:-1]
    for table in TABLES:
        yield f',\n"{table.name}": ['
        for number, row in enumerate(table.rows(register)):
            yield f"{',' if number else ''}\n{_dumped(row)}"
        yield "\n]"
    yield "\n}\n"


def as_csv(table: Table, register: Register) -> Iterator[str]:
    """A table as CSV, row by row: UTF-8 without a mark, line ends of RFC 4180, lists with blanks between."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    names: list[str | int | float] = [column.name for column in table.columns]
    for cells in chain([names], map(_cells, table.rows(register))):
        writer.writerow(cells)
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cells(row: Row) -> list[str | int | float]:
    return [_cell(value) for value in row.values()]


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    return plain_cell(value if isinstance(value, str) else " | ".join(value))


def write_sqlite(register: Register, file: Path) -> None:
    """Write the tables as an SQLite database; lists are JSON. The same record makes the same bytes."""
    with closing(sqlite3.connect(file, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = OFF")
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        for table in TABLES:
            columns = series(f'"{column.name}" {_SQL_TYPES[column.holds]}' for column in table.columns)
            marks = series("?" * len(table.columns))
            conn.execute(f'CREATE TABLE "{table.name}" ({columns})')
            rows = (tuple(map(_sql, row.values())) for row in table.rows(register))
            conn.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608 - our own names
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        conn.execute("COMMIT")


def _sql(value: Value) -> str | int | float | None:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


def dictionary(asof: date | None) -> str:
    """What the files hold, for programs: a Frictionless data package."""
    package = {
        "name": "tiewatch",
        "title": "Sister-city ties between the United States and Russia",
        "version": str(SCHEMA_VERSION),
        "created": str(asof) if asof else None,
        "licenses": [
            {"name": "MIT", "title": "MIT License"},
            {"name": "CC-BY-4.0", "title": "Positions and populations of places: GeoNames"},
        ],
        "resources": [
            {
                "name": table.name,
                "path": csv_file(table).removeprefix("data/"),
                "description": table.means,
                "schema": {"fields": [_field(column) for column in table.columns]},
            }
            for table in TABLES
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def license_text() -> str:
    """Under what terms the files may be used."""
    terms = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return f"{sentences.LICENSE}\n\n{terms}"


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": str(column.holds), "description": column.means}


def changes(register: Register) -> dict[str, list[dict[str, Any]]]:
    """What came on record since the invasion, by month, the oldest first; the months with most news last.

    It is the month in which an editor entered an act; of what came with the first record, that of the act itself.
    """
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for tie in register.record.ties.values():
        counting = {act.id for act in acts_in_force(tie.acts)}
        for act in tie.acts:
            if act.date.last >= INVASION or act.recorded_on:
                on = act.recorded_on or max(act.date.first, INVASION)
                found[f"{on:%Y-%m}"].append(_change(tie, act, on, in_force=act.id in counting))
    return {month: sorted(found[month], key=lambda change: (change["on"], change["act"])) for month in sorted(found)}


def _change(tie: Tie, act: Act, on: date, *, in_force: bool) -> dict[str, Any]:
    return {
        "on": on.isoformat(),
        "tie": tie.id,
        "act": act.id,
        "page": f"{addresses.tie_page(tie.id)}#{addresses.act_anchor(act.id)}",
        "kind": str(act.kind),
        "corrects": act.replaces,
        "withdrawn": act.retracted,
        "in_force": in_force,
        "told": act_told(act),
    }


def hearings_calendar(register: Register, page: str) -> bytes:
    """Every hearing that is on record, past ones too: a calendar that was subscribed to loses none."""
    found = (hearing for tie in register.record.ties.values() for hearing in hearings_of(tie, register))
    return calendar(sorted(found, key=lambda hearing: (hearing.ends, hearing.name)), register, page=page)


def month_json(month: str, found: Iterable[dict[str, Any]]) -> str:
    """The changes of a month."""
    return json.dumps({"schema_version": SCHEMA_VERSION, "month": month, "changes": list(found)}, **_WIDE) + "\n"


def months_json(found: dict[str, list[dict[str, Any]]]) -> str:
    """Which months have changes, and how many."""
    months = [
        {"month": month, "changes": len(items), "file": f"changes/{month}.json"} for month, items in found.items()
    ]
    return json.dumps({"schema_version": SCHEMA_VERSION, "months": months}, **_WIDE) + "\n"


_WIDE: dict[str, Any] = {"ensure_ascii": False, "indent": 1}


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
