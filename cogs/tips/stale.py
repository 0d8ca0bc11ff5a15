"""Ties of which nothing newer is known, to be looked at again: which come first, and where one could look. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from cogs.wording.names import short_name
from db.record.derivation import INVASION, Freshness, freshness, last_search
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.values import value

_MOST_PAGES = 3
_SEARCH = "https://duckduckgo.com/?"


@value
class WhereToLook:
    """Where to look: what it is, and its address."""

    name: str
    address: str


def stale_ties(register: Register, today: date) -> list[Tie]:
    """Ties whose word is older than 540 days, or of which none is known: the longest unsearched first, then the larger
    U.S. places. Nobody need look whether an ended one stands.
    """
    found = [tie for tie in register.record.ties.values() if _is_stale(tie, register, today)]
    return sorted(found, key=lambda tie: (searched_on(tie), -(register.place(tie.us).population or 0), tie.id))


def searched_on(tie: Tie) -> date:
    """The day of the last search; before any, the day since which one would look."""
    found = last_search(tie)
    return found.date.first if found else INVASION


def where_to_look(tie: Tie, register: Register, today: date) -> list[WhereToLook]:
    """The pages of the offices, pages that the record cites of the tie, newest first, and a search of the web."""
    return [*_pages(tie, register), _web_search(tie, register, today)]


def _is_stale(tie: Tie, register: Register, today: date) -> bool:
    status = register.status(tie.id)
    if status.standing is Standing.ENDED:
        return False
    return status.basis is None or freshness(status.basis, today) is Freshness.STALE


def _pages(tie: Tie, register: Register) -> Iterator[WhereToLook]:
    yield from (WhereToLook(known.office, known.page) for known in register.place(tie.us).recipients if known.page)
    cited = [name for listing in reversed(tie.listings) for name in listing.sources]
    cited += [name for act in reversed(tie.acts) for name in act.sources]
    sources = [register.record.sources[name] for name in dict.fromkeys(cited) if name in register.record.sources]
    yield from (WhereToLook(source.publisher, source.url) for source in sources[:_MOST_PAGES])


def _web_search(tie: Tie, register: Register, today: date) -> WhereToLook:
    us, ru = (short_name(register.place(side), register) for side in (tie.us, tie.ru))
    words = f'"{us}" "{ru}" sister city Russia {today.year}'
    return WhereToLook("The web, of this year", f"{_SEARCH}{urlencode({'q': words})}")
