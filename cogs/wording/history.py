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

OTHER_PAGES = "Other pages on record"
ONLY_WIKIPEDIA = "Only Wikipedia was found to name this pair."
SEARCHES = "Searches"
NEVER_SEARCHED = "Nobody has searched yet."
_CORRECTED = "Wrong, and corrected by another entry."
_PUT_BACK = "Another entry has taken its place."


def withdrawn(why: str) -> str:
    """That an entry was withdrawn, and why."""
    return f"Withdrawn: {full_stop(why)}"


def no_longer_counts(act: Act, *, replaced: bool) -> str:
    """Why an act no longer counts, ``replaced`` if a later entry took its place; empty where it counts."""
    if act.retracted:
        return paragraph([withdrawn(act.retracted), _PUT_BACK if replaced else ""])
    return _CORRECTED if replaced else ""


def corrects(why: str) -> str:
    """That an entry took the place of a wrong one, and what was wrong."""
    return f"Corrects an earlier entry: {full_stop(why)}"


def beginning(founded: str) -> Line:
    """The first entry of a history: when the tie was made."""
    return Line(f" {founded}", "Beginning.")


def act_entry(act: Act, marks: str, *, replaced: bool) -> Line:
    """One act of a history: its own words, who acted, what the record says of it, and all that stands beside it.

    ``replaced`` if a later entry took its place.
    """
    rest = act_rest(act)
    by_whom = f"By {_who(act)}: {rest}" if rest else _by(act)
    told = (
        act.said or "",
        by_whom,
        *_beside(act),
        no_longer_counts(act, replaced=replaced),
    )
    return _entry(act, paragraph(told), marks)


def brief_entry(act: Act, marks: str) -> Line:
    """The same without what its own words leave to be told (``act_rest``), and without what became of the entry; of an
    act that has no words of its own it is the whole.
    """
    by_whom = _by(act) if act.said else f"By {_who(act)}: {act_rest(act)}"
    return _entry(act, paragraph((act.said or "", by_whom, *_beside(act))), marks)


def act_rest(act: Act) -> str:
    """What the record says of an act beyond the act's own words, in whole sentences; empty where they tell it all."""
    rest = untold(act.summary, f"{act.said} {act.actor}") if act.said else act.summary
    return full_stop(rest) if rest else ""


def _entry(act: Act, told: str, marks: str) -> Line:
    return Line(f" {told}{marks}", f"{when(act.date)}: {ACT_KINDS[act.kind].label}.")


def _beside(act: Act) -> tuple[str, ...]:
    return (
        condition(act.condition) if act.condition else "",
        date_doubt(act),
        hearing_was_set(act) if act.hearing else "",
        "Disputes another entry." if act.disputes else "",
        corrects(act.replaces_why) if act.replaces_why else "",
    )


def _by(act: Act) -> str:
    """Who acted, as a sentence; empty where the act's own words tell that."""
    return f"By {_who(act)}." if _vote(act) or act.actor not in (act.said or "") else ""


def _who(act: Act) -> str:
    return f"{act.actor} ({vote})" if (vote := _vote(act)) else act.actor


def _vote(act: Act) -> str:
    return act.vote if act.vote and act.vote not in (act.said or "") else ""


def hearing_was_set(act: Act) -> str:
    """When a hearing was set, in a history."""
    told = f"Hearing: {hearing_when(act)}."
    return f"{told} It was canceled." if act.hearing_cancelled else told


def listing_entry(listing: Listing, marks: str) -> Line:
    """One page that decides nothing, with what it shows."""
    dated = when(listing.date) if listing.date else "Undated"
    return Line(f" {listing.says}{marks}", f"{dated}, {SHOWS[listing.shows].label}:")


def search_entry(search: Search) -> Line:
    """One search for news."""
    return Line(f" {search.where}; {SEARCH_OUTCOMES[search.outcome].word}.", f"{when(search.date)}:")
