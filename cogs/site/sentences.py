"""What the public page says of itself, beside what the bot says too: a function a sentence. Pure.

What stands on one page only stands in its template, in ``data/site``.
"""

from __future__ import annotations

from datetime import date

from cogs.wording.dates import day, on
from cogs.wording.english import full_stop, plural
from cogs.wording.figure_sentences import numbered
from db.record.levels import LEVELS, Level
from db.record.models import PartialDate
from db.record.standings import STANDINGS

NAME = "Tiewatch"
ALL_TIES = "All ties"
HOW = "How the record is made"
UNKNOWN = "What is not known"
SIDES = "What named people said, on both sides"
DATA = "Data and feeds"
ABOUT = "About Tiewatch"
PRIVACY = "Privacy"
TERMS = "Terms of use"
NOT_FOUND = "There is no page at this address"
GONE = "No longer on record"
TOLD_NO_MORE = "No longer quoted"
WHY_TOLD_NO_MORE = "These were quoted here once. The editors took them out of use, for the reason given."
OPEN_PAGE = "Open page"
REPORT = "Report an error"
WHAT_IT_IS = (
    "How sister-city ties and others like them between the United States and Russia stand: what was decided "
    "or said, by whom, on what day, and where you can read it yourself."
)

ALSO_OF = "Also about:"

FEED_OF_ALL = "What came on record of all ties"
LICENSE = (
    "License: MIT. Positions and populations of places are from GeoNames, under CC BY 4.0. Quotations belong to those "
    "who are quoted."
)

# What each standing means, as a sentence of its own.
MEANINGS = {standing: facts.explanation for standing, facts in STANDINGS.items()}


def page_title(title: str) -> str:
    """The title of a page, as a browser and a search show it."""
    return f"{title} | {NAME}"


def of_level(level: Level) -> str:
    """That a tie is no sister-city tie but another; empty of one that is."""
    return "" if level is Level.SISTER_CITY else f"This is a {LEVELS[level].noun}, not a sister-city tie."


def recorded_as_of(asof: date | None) -> str:
    """Of which day the record is."""
    return f"The record as of {day(asof)}." if asof else "The record is undated."


def more_in_data(many: int) -> str:
    """That a list is not all."""
    return f"{numbered(many, 'more tie')}, on the pages of their states."


def gone_since(asof: date | None) -> str:
    """Until when what was at an address was there."""
    return f"It was here until {day(asof)}." if asof else "It was here once."


def corrected_by(count: int) -> str:
    """How many entries of a history were put right or withdrawn."""
    wrong = plural(count, "entry", "entries")
    return f"{wrong} of this history turned out wrong. What is struck through no longer counts."


def told_no_more(speaker: str, said: PartialDate | None, why: str) -> str:
    """Whose words are quoted no more, of which day, and why."""
    whose = f"{speaker}, {on(said)}" if said else speaker
    return f"{whose}: {full_stop(why)}"


def feed_of(what: str) -> str:
    """The title of a feed: of a state, or of a tie."""
    return f"What came on record: {what}"


def entry_title(title: str, *, corrected: bool, withdrawn: bool) -> str:
    """The title of a feed's entry, with what became of it."""
    if withdrawn:
        return f"Withdrawn: {title}"
    return f"Corrected: {title}" if corrected else title
