"""A list's filter as the parts of a custom id, and back: so that every page of a list can be made again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cogs.lookup.model import Order, TieFilter
from db.models import Authority, Standing
from db.register import Register

LONGEST_TEXT = 38

_STANDINGS = tuple(Standing)
_AUTHORITIES = tuple(Authority)
_ORDERS = tuple(Order)


def pack(chosen: TieFilter, register: Register) -> tuple[str, ...]:
    """A filter in at most 88 characters, colons between its parts counted. A name of its states may not fit."""
    text = " ".join(chosen.text.replace(":", " ").split())[:LONGEST_TEXT]
    where = chosen.where.replace(":", " ")
    return (
        _mask(chosen.states, sorted(register.record.states)),
        "".join(str(_STANDINGS.index(standing)) for standing in chosen.standings),
        "".join(str(_AUTHORITIES.index(authority)) for authority in chosen.authorities),
        _day(chosen.since),
        _day(chosen.until),
        str(_ORDERS.index(chosen.order)),
        text,
        where if len(where) + len(text) <= LONGEST_TEXT else "",
    )


def unpack(parts: Sequence[str], register: Register) -> TieFilter:
    """The filter that ``pack`` was given. Raises ValueError for anything that it did not make."""
    try:
        states, standings, authorities, since, until, order, text, where = parts
        return TieFilter(
            states=_unmask(states, sorted(register.record.states)),
            standings=tuple(_STANDINGS[int(digit)] for digit in standings),
            authorities=tuple(_AUTHORITIES[int(digit)] for digit in authorities),
            since=date.fromisoformat(since) if since else None,
            until=date.fromisoformat(until) if until else None,
            text=text,
            where=where,
            order=_ORDERS[int(order)],
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
    return f"{value:%Y%m%d}" if value else ""
