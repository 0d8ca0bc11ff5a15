"""What is on record of a tie, entry by entry: its acts, the pages that decide nothing, the searches. Pure."""

from __future__ import annotations

from cogs.wording.act_sentences import date_doubt
from cogs.wording.blocks import Line
from cogs.wording.dates import hearing_when, when
from cogs.wording.english import full_stop, paragraph
from cogs.wording.notes import untold
from cogs.wording.sentences import condition
from db.record.act_kinds import ACT_KINDS
from db.record.models import Act, Listing, Search
from db.record.search_outcomes import SEARCH_OUTCOMES
from db.record.shows import SHOWS

PAGES_THAT_DECIDE_NOTHING = "Pages that decide nothing"
ONLY_WIKIPEDIA = "Only Wikipedia was found to name this pair."
SEARCHES = "Searches"
NEVER_SEARCHED = "Nobody has searched yet."
CORRECTED = "Wrong, and corrected by another entry."


def withdrawn(why: str) -> str:
    """That an entry was withdrawn, and why."""
    return f"Withdrawn: {full_stop(why)}"


def corrects(why: str) -> str:
    """That an entry took the place of a wrong one, and what was wrong."""
    return f"Corrects an earlier entry: {full_stop(why)}"


def beginning(founded: str) -> Line:
    """The first entry of a history: when the tie was made."""
    return Line(f" {founded}", "Beginning.")


def act_entry(act: Act, marks: str, *, corrected: bool) -> Line:
    """One act of a history: its own words, who acted, what the record says of it, and all that stands beside it.

    ``corrected`` if a later entry took its place.
    """
    told = (
        act.said or "",
        _by_whom(act),
        condition(act.condition) if act.condition else "",
        date_doubt(act),
        hearing_was_set(act) if act.hearing else "",
        "Disputes another entry." if act.disputes else "",
        corrects(act.replaces_why) if act.replaces_why else "",
        CORRECTED if corrected else "",
        withdrawn(act.retracted) if act.retracted else "",
    )
    return Line(f" {paragraph(told)}{marks}", f"{when(act.date)}: {ACT_KINDS[act.kind].label}.")


def _by_whom(act: Act) -> str:
    """Who acted and what the record says of it; nothing of it that the act's own words tell already."""
    vote = act.vote if act.vote and act.vote not in (act.said or "") else ""
    who = f"{act.actor} ({vote})" if vote else act.actor
    if not act.said:
        return f"By {who}: {full_stop(act.summary)}"
    rest = untold(act.summary, f"{act.said} {act.actor}")
    if rest:
        return f"By {who}: {full_stop(rest)}"
    return f"By {who}." if vote or act.actor not in act.said else ""


def hearing_was_set(act: Act) -> str:
    """When a hearing was set, in a history."""
    told = f"Hearing: {hearing_when(act)}."
    return f"{told} It was cancelled." if act.hearing_cancelled else told


def listing_entry(listing: Listing, marks: str) -> Line:
    """One page that decides nothing, with what it shows."""
    dated = when(listing.date) if listing.date else "Undated"
    return Line(f" {listing.says}{marks}", f"{dated}, {SHOWS[listing.shows].label}:")


def search_entry(search: Search) -> Line:
    """One search for news."""
    return Line(f" {search.where}; {SEARCH_OUTCOMES[search.outcome].word}.", f"{when(search.date)}:")
