"""The record's values to and from plain tables, as TOML, JSON and rows hold them, checked field by field. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Protocol, TypeVar, get_args, get_origin, get_type_hints

from db.record.models import PartialDate
from db.record.near_misses import near_miss
from db.record.values import value

T = TypeVar("T")
Plain = dict[str, Any]
Report = Callable[[str, str, str], None]

# A list of tables is named for one of them, as `[[tie.act]]` reads better than `[[tie.acts]]`.
_KEYS = {
    "acts": "act",
    "listings": "listing",
    "searches": "search",
    "recipients": "recipient",
    "copies": "copy",
    "holds_while": "while",
}
_PLAIN = frozenset({str, int, float, bool, NoneType})
_APART = {"acts", "listings", "searches"}
# What had another name once, and where to put it now.
_DIVIDED = {"notes": "; write note, which readers see, and editor_note, which only editors see"}
_QUOTED_DATE = 'write it in quotes, as exactly as it is known: "2022", "2022-04" or "2022-04-01"'


_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")

# How the fields of each kind of value are written: worked out once from its type hints.
_KNOWN: dict[type, tuple[_Slot, ...]] = {}


class _Unreadable(Exception):
    """A value that is not what its field asks for; the text says what to write instead."""


class Row(Protocol):
    """A row of a table, read by the names of its columns."""

    def __getitem__(self, column: str, /) -> Any: ...


@value
class _Slot:
    """How one field of a value is written: under which key, and either a simple value or a list of tables."""

    name: str
    key: str
    required: bool
    usual: Any
    read: Callable[[Any], Any]
    is_list: bool
    tables_of: type | None


def to_plain(value: Any) -> Plain:
    """A value of the record as a table of texts, numbers, lists and tables. What is empty or the usual is left out."""
    table: Plain = {}
    for slot in _slots(type(value)):
        found = getattr(value, slot.name)
        if found is not None and (slot.required or found != slot.usual):
            table[slot.key] = _plain(found)
    return table


def from_plain(kind: type[T], table: Mapping[str, Any], entry: str, report: Report) -> T | None:
    """The value that a table holds, or None after ``report(entry, field, message)`` of each of its faults."""
    sound = True

    def noted(where: str, field: str, message: str) -> None:
        nonlocal sound
        sound = False
        report(where, field, message)

    slots = _slots(kind)
    _report_unknown(table, [slot.key for slot in slots], entry, noted)
    found = {slot.name: _read(slot, table, entry, noted) for slot in slots}
    return kind(**found) if sound else None


def date_fields(kind: type) -> tuple[str, ...]:
    """The names of a value's own fields that hold a date, exact or partial."""
    return tuple(slot.name for slot in _slots(kind) if slot.read in {_partial_date, _day})


def to_row(value: Any) -> Plain:
    """A value as columns by field name: lists as JSON, flags as 0 or 1. Lists of acts, listings and searches, which
    have tables of their own, are left out.
    """
    return {slot.name: _column(getattr(value, slot.name)) for slot in _slots(type(value)) if slot.name not in _APART}


def from_row(kind: type[T], row: Row) -> T:
    """The value that ``to_row`` wrote; other columns are passed over. Raises ValueError for a row that is not sound."""

    def refuse(entry: str, field: str, message: str) -> None:
        raise ValueError(f"{entry}: {field}: {message}")

    table = {slot.key: _cell(slot, row[slot.name]) for slot in _slots(kind) if slot.name not in _APART}
    known = {key: value for key, value in table.items() if value is not None}
    value = from_plain(kind, known, entry_name(known, kind.__name__), refuse)
    assert value is not None
    return value


def _column(value: Any) -> Any:
    if isinstance(value, tuple):
        return json.dumps(_plain(value), ensure_ascii=False) if value else "[]"
    return int(value) if isinstance(value, bool) else _plain(value)


def _cell(slot: _Slot, found: Any) -> Any:
    if found is None:
        return None
    if slot.is_list:
        return json.loads(found)
    return bool(found) if slot.read is _yes_no else found


def entry_name(table: Mapping[str, Any], otherwise: str) -> str:
    """What to call an entry in a fault: its id, or its place in the file."""
    found = table.get("id", table.get("code"))
    return found if isinstance(found, str) and found else otherwise


def suggestion(typed: str, known: Iterable[str]) -> str:
    """``; did you mean "council"?`` where a known word is like the typed one, else nothing."""
    near = near_miss(typed, known)
    return f'; did you mean "{near}"?' if near else ""


def _report_unknown(table: Mapping[str, Any], known: list[str], entry: str, report: Report) -> None:
    for key in table:
        if key not in known:
            hint = _DIVIDED.get(key) or suggestion(key, known) or f"; the fields are {', '.join(known)}"
            report(entry, key, f"unknown field{hint}")


def _read(slot: _Slot, table: Mapping[str, Any], entry: str, report: Report) -> Any:
    if slot.key not in table:
        if slot.required:
            report(entry, slot.key, "missing")
        return slot.usual
    if slot.tables_of is not None:
        return _read_tables(slot, table[slot.key], entry, report)
    try:
        return slot.read(table[slot.key])
    except _Unreadable as error:
        report(entry, slot.key, str(error))
        return None


def _read_tables(slot: _Slot, found: Any, entry: str, report: Report) -> tuple[Any, ...]:
    assert slot.tables_of is not None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        report(entry, slot.key, f"must be tables, each under a [[….{slot.key}]] line")
        return ()
    read = (
        from_plain(slot.tables_of, item, entry_name(item, f"{entry}, {slot.key} {number}"), report)
        for number, item in enumerate(found, 1)
    )
    return tuple(value for value in read if value is not None)


def _plain(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum | PartialDate | date):
        return str(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    return to_plain(value) if is_dataclass(value) else value


def _slots(kind: type) -> tuple[_Slot, ...]:
    if kind not in _KNOWN:
        hints = get_type_hints(kind)
        _KNOWN[kind] = tuple(_slot(item.name, hints[item.name], item.default) for item in fields(kind))
    return _KNOWN[kind]


def _slot(name: str, hint: Any, default: Any) -> _Slot:
    optional = isinstance(hint, UnionType)
    wanted = next(part for part in get_args(hint) if part is not type(None)) if optional else hint
    inner = get_args(wanted)[0] if get_origin(wanted) is tuple else None
    tables_of = inner if is_dataclass(inner) else None
    missing = default is MISSING
    return _Slot(
        name=name,
        key=_KEYS.get(name, name),
        required=missing and not optional,
        usual=None if missing else default,
        read=_reader(wanted),
        is_list=inner is not None,
        tables_of=tables_of if isinstance(tables_of, type) else None,
    )


def _reader(wanted: Any) -> Callable[[Any], Any]:
    if get_origin(wanted) is tuple:
        inner = get_args(wanted)[0]
        return _choices_of(inner) if isinstance(inner, type) and issubclass(inner, StrEnum) else _texts
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return _choice_of(wanted)
    return _READERS[wanted]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Unreadable("must be a text in quotes")
    if not value.strip():
        raise _Unreadable("is empty; write it, or leave the field out")
    return value.strip()


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Unreadable('must be a list of texts: ["…", "…"]')
    return tuple(_text(item) for item in value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Unreadable("must be a whole number without quotes")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Unreadable("must be a number without quotes")
    return float(value)


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _Unreadable("must be true or false, without quotes")
    return value


def _partial_date(value: Any) -> PartialDate:
    if not isinstance(value, str):
        raise _Unreadable(_QUOTED_DATE)
    try:
        return PartialDate.parse(value)
    except ValueError:
        raise _Unreadable(f'"{value}" is not a date; {_QUOTED_DATE}') from None


def _day(value: Any) -> date:
    found = _partial_date(value)
    if len(str(found)) < len("2022-04-01"):
        raise _Unreadable(f'"{value}" is not a day; write it as "2022-04-01"')
    return found.first


def _time_of_day(value: Any) -> time:
    text = _text(value)
    if not _TIME.fullmatch(text):
        raise _Unreadable(f'"{text}" is not a time of day; write it as "18:30"')
    return time.fromisoformat(text)


def _choice_of(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    known = {str(item): item for item in kind}

    def read(value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in known:
            raise _Unreadable(f'"{value}" is not allowed; choose one of {", ".join(known)}')
        return known[value]

    return read


def _choices_of(kind: type[StrEnum]) -> Callable[[Any], tuple[StrEnum, ...]]:
    choice = _choice_of(kind)
    return lambda value: tuple(choice(item) for item in _texts(value))


_READERS: Mapping[type, Callable[[Any], Any]] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _yes_no,
    PartialDate: _partial_date,
    date: _day,
    time: _time_of_day,
}
