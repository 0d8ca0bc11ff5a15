"""The lists that untyped custom ids named, which stand on messages from before the ids became routes. Pure.

They held places in tables. These are the tables as they were then, and must not grow with the record or the enums.
"""

from __future__ import annotations

from datetime import date

from cogs.lookup.model import SortOrder, TieFilter
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.standings import Standing

_STATES = (
    "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR "
    "PA RI SC SD TN TX UT VA VT WA WI WV WY"
).split()
_STANDINGS = "active suspended ended dormant disputed unconfirmed".split()
_AUTHORITIES = "council mayor state city_page association partner press".split()
_LEVELS = "sister_city friendship partnership sister_county sister_state".split()
_ORDERS = "record newest oldest".split()


def unpack(parts: str) -> TieFilter:
    """The filter of such an id, from what follows its name and page. Raises ValueError if it is not certain.

    Places that were ruled out stood there as short hashes, which do not say for certain which places they were.
    """
    states, standings, authorities, levels, since, until, order, without, text, where = parts.split(":")
    if without or len(order) != 2:
        raise ValueError(f"no list that is certain: {parts}")
    bits = int(states or "0", 16)
    return TieFilter(
        states=tuple(code for number, code in enumerate(_STATES) if bits >> number & 1),
        standings=tuple(Standing(_at(digit, _STANDINGS)) for digit in standings),
        authorities=tuple(Authority(_at(digit, _AUTHORITIES)) for digit in authorities),
        levels=tuple(Level(_at(digit, _LEVELS)) for digit in levels),
        since=_day(since),
        until=_day(until),
        founded=order[1] == "1",
        text=text,
        where=where,
        order=SortOrder(_at(order[0], _ORDERS)),
    )


def _at(digit: str, table: list[str]) -> str:
    try:
        return table[int(digit)]
    except IndexError:
        raise ValueError(f"no such place in the table: {digit}") from None


def _day(text: str) -> date | None:
    return date.fromordinal(int(text, 16)) if text else None
