"""A list of ties as a CSV file for a spreadsheet. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from db.record.derivation import last_search
from db.record.listings import only_wikipedia
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.shows import Shows
from db.record.spreadsheets import plain_cell

COLUMNS = (
    "tie",
    "us_place",
    "state",
    "russian_place",
    "russian_region",
    "level",
    "since",
    "standing",
    "as_of",
    "act",
    "decided_or_said_by",
    "authority",
    "vote",
    "condition",
    "sources",
    "last_search",
    "on_2022_list",
    "named_by_wikipedia_only",
)


def file_name(today: date) -> str:
    """``tiewatch-ties-2026-11-25.csv``."""
    return f"tiewatch-ties-{today.isoformat()}.csv"


def ties_csv(ties: Iterable[Tie], register: Register) -> bytes:
    """The ties, one a row under a row of names: UTF-8 with the mark by which Excel knows it, line ends of RFC 4180."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    rows.writerows([plain_cell(cell) for cell in _row(tie, register)] for tie in ties)
    return written.getvalue().encode("utf-8-sig")


def _row(tie: Tie, register: Register) -> tuple[str, ...]:
    us, ru = register.place(tie.us), register.place(tie.ru)
    status = register.status(tie.id)
    looked = last_search(tie)
    return (
        tie.id,
        us.name,
        us.state or "",
        ru.name,
        ru.region or "",
        str(tie.level),
        str(tie.since or ""),
        str(status.standing),
        *(_act(status.basis) if status.basis else ("",) * 6),
        _urls(status.basis.sources if status.basis else _listed(tie), register),
        str(looked.date) if looked else "",
        _yes_no(tie.on_2022_list),
        _yes_no(only_wikipedia(tie, register.record.sources)),
    )


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"


def _act(act: Act) -> tuple[str, ...]:
    return (str(act.date), str(act.kind), act.actor, str(act.authority), act.vote or "", act.condition or "")


def _listed(tie: Tie) -> list[str]:
    """The sources that show the pair of a tie whose standing no act tells."""
    pairs = (listing for listing in tie.listings if listing.shows is Shows.PAIR)
    return list(dict.fromkeys(name for listing in pairs for name in listing.sources))


def _urls(sources: Iterable[str], register: Register) -> str:
    found = (register.record.sources.get(name) for name in sources)
    return " ".join(source.url for source in found if source)
