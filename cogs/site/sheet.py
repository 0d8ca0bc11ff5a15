"""One sheet for people: every tie in a row, in plain words, to be opened by a spreadsheet. Pure."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO

from cogs.pictures.shared_text import standing_told
from cogs.site import addresses
from cogs.site.site import Site
from cogs.wording.english import capital
from cogs.wording.leads import standing_label
from cogs.wording.sources import best_sources, kind_of_page
from db.record.authorities import AUTHORITIES
from db.record.derivation import last_search
from db.record.levels import LEVELS
from db.record.models import Act, PartialDate, Source, Tie
from db.record.register import Register
from db.record.spreadsheets import plain_cell
from db.record.values import value

SHEET = "data/tiewatch.csv"
# The mark by which Excel knows that a file is UTF-8.
_MARK = "\ufeff"


@value
class _Row:
    """What a row is made from. ``act`` is the decision or word behind the standing; ``source`` where to read it."""

    site: Site
    tie: Tie
    told: str
    act: Act | None
    source: Source | None


@value
class SheetColumn:
    """A column: what stands above it, what it holds, and how that is made."""

    name: str
    means: str
    cell: Callable[[_Row], str]


SHEET_COLUMNS = (
    SheetColumn(
        "U.S. place",
        "The city, county or state in the United States.",
        lambda row: row.site.register.place(row.tie.us).name,
    ),
    SheetColumn("State", "Its state.", lambda row: row.site.state_name(row.site.register.state_of(row.tie))),
    SheetColumn(
        "Partner in Russia",
        "The Russian place.",
        lambda row: row.site.register.place(row.tie.ru).name,
    ),
    SheetColumn(
        "Region of the partner",
        "The region in which that is.",
        lambda row: row.site.register.place(row.tie.ru).region or "",
    ),
    SheetColumn(
        "Kind of tie",
        "A sister-city tie, or one of another kind.",
        lambda row: capital(LEVELS[row.tie.level].noun),
    ),
    SheetColumn(
        "How it stands",
        "The standing, in the words of the tie's page.",
        lambda row: standing_label(row.site.register.status(row.tie.id)),
    ),
    SheetColumn(
        "Since, or last said on",
        "The day, month or year of the decision, or of the last word; empty where there is none.",
        lambda row: str(row.act.date) if row.act else "",
    ),
    SheetColumn(
        "Who decided or said it", "Whose decision or word that is.", lambda row: row.act.actor if row.act else ""
    ),
    SheetColumn(
        "As what",
        "What kind of body or office that is.",
        lambda row: AUTHORITIES[row.act.authority].label if row.act else "",
    ),
    SheetColumn("Vote", "How a vote went, where one is known.", lambda row: (row.act.vote or "") if row.act else ""),
    SheetColumn("In a sentence", "The first sentences of the tie's page.", lambda row: row.told),
    SheetColumn(
        "Newest source",
        "The newest page on which that is read.",
        lambda row: f"{row.source.publisher}: {row.source.title} ({kind_of_page(row.source)})" if row.source else "",
    ),
    SheetColumn(
        "Date of the source",
        "The date that the page shows; empty where it shows none.",
        lambda row: _date(row.source.published if row.source else None),
    ),
    SheetColumn("Address of the source", "Where to read it.", lambda row: row.source.url if row.source else ""),
    SheetColumn(
        "Last looked for news",
        "When somebody last searched; empty if nobody has.",
        lambda row: str(looked.date) if (looked := last_search(row.tie)) else "",
    ),
    SheetColumn(
        "Began",
        "The year in which the tie was made, where that is known.",
        lambda row: str(row.tie.since or ""),
    ),
    SheetColumn(
        "Page",
        "The tie's page here: its history, and all its sources.",
        lambda row: row.site.absolute(addresses.tie_page(row.tie.id)),
    ),
)


def sheet(site: Site) -> Iterator[str]:
    """The sheet, row by row: by state, then by place; dates as exactly as they are known, no cell a formula."""
    out = StringIO(newline="")
    rows = csv.writer(out)
    yield _MARK
    for cells in _rows(site):
        rows.writerow(map(plain_cell, cells))
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _rows(site: Site) -> Iterator[list[str]]:
    yield [column.name for column in SHEET_COLUMNS]
    for ties in site.by_state.values():
        for tie in sorted(ties, key=lambda tie: (_names(site.register, tie), tie.id)):
            row = _row(site, tie)
            yield [column.cell(row) for column in SHEET_COLUMNS]


def _row(site: Site, tie: Tie) -> _Row:
    (told, source), act = standing_told(tie, site.register), site.register.status(tie.id).newest
    return _Row(site, tie, told, act, _newest_source(site.register, act) or source)


def _newest_source(register: Register, act: Act | None) -> Source | None:
    """The newest page that tells of an act, of those with the best grade; None where there is none."""
    known = register.record.sources
    found = best_sources(known[name] for name in (act.sources if act else ()) if name in known)
    best = [source for source in found if source.grade is min(source.grade for source in found)]
    return max(best, key=lambda source: source.published.last if source.published else date.min, default=None)


def _names(register: Register, tie: Tie) -> tuple[str, str]:
    return register.place(tie.us).name, register.place(tie.ru).name


def _date(value: PartialDate | None) -> str:
    return str(value) if value else ""
