"""A list's filter as the parts of a custom id, and back: so that every page of a list can be made again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zlib import crc32

from cogs.lookup.model import SortOrder, TieFilter
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.register import Register
from db.record.standings import Standing

LONGEST_TEXT = 28
MOST_WITHOUT = 3

_STANDINGS = tuple(Standing)
_AUTHORITIES = tuple(Authority)
_LEVELS = tuple(Level)
_ORDERS = tuple(SortOrder)


def pack(chosen: TieFilter, register: Register) -> tuple[str, ...]:
    """A filter in at most 91 characters, colons between its parts counted. A name of its states may not fit.

    Of the places that were ruled out the first three are kept.
    """
    text = " ".join(chosen.text.replace(":", " ").split())[:LONGEST_TEXT]
    where = chosen.where.replace(":", " ")
    return (
        _mask(chosen.states, sorted(register.record.states)),
        "".join(str(_STANDINGS.index(standing)) for standing in chosen.standings),
        "".join(str(_AUTHORITIES.index(authority)) for authority in chosen.authorities),
        "".join(str(_LEVELS.index(level)) for level in chosen.levels),
        _day(chosen.since),
        _day(chosen.until),
        f"{_ORDERS.index(chosen.order)}{int(chosen.founded)}",
        "".join(_mark(place) for place in chosen.without[:MOST_WITHOUT]),
        text,
        where if len(where) + len(text) <= LONGEST_TEXT else "",
    )


def unpack(parts: Sequence[str], register: Register) -> TieFilter:
    """The filter that ``pack`` was given. Raises ValueError for anything that it did not make."""
    try:
        states, standings, authorities, levels, since, until, order, without, text, where = parts
        return TieFilter(
            states=_unmask(states, sorted(register.record.states)),
            standings=tuple(_STANDINGS[int(digit)] for digit in standings),
            authorities=tuple(_AUTHORITIES[int(digit)] for digit in authorities),
            levels=tuple(_LEVELS[int(digit)] for digit in levels),
            since=_undo_day(since),
            until=_undo_day(until),
            founded=order[1] == "1",
            text=text,
            without=_marked(without, register),
            where=where,
            order=_ORDERS[int(order[0])],
        )
    except (ValueError, IndexError) as error:
        raise ValueError(f"no filter of a list: {parts}") from error


def _mask(chosen: Sequence[str], known: Sequence[str]) -> str:
    bits = sum(1 << known.index(code) for code in dict.fromkeys(chosen) if code in known)
    return f"{bits:x}" if bits else ""


def _unmask(mask: str, known: Sequence[str]) -> tuple[str, ...]:
    bits = int(mask or "0", 16)
    return tuple(code for number, code in enumerate(known) if bits >> number & 1)


def _day(value: date | None) -> str:
    return f"{value.toordinal():x}" if value else ""


def _undo_day(text: str) -> date | None:
    return date.fromordinal(int(text, 16)) if text else None


def _mark(place: str) -> str:
    """Four characters for the id of a place: short enough for a custom id, and as good as unique among the few."""
    return f"{crc32(place.encode()) & 0xFFFF:04x}"


def _marked(marks: str, register: Register) -> tuple[str, ...]:
    wanted = {marks[i : i + 4] for i in range(0, len(marks), 4)}
    return tuple(place for place in sorted(register.record.places) if _mark(place) in wanted) if wanted else ()
