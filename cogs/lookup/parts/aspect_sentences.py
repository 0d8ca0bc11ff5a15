"""What is said of one aspect of a tie: the Chamber's list, its kind, its age among all. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.claims.claim_sentences import right_or_not
from cogs.wording.english import listed_apart, paragraph, plural, series_apart

NOT_ON_CHAMBER_LIST = (
    "It is not on the 2022 list of the U.S.–Russia Chamber of Commerce; that the two were paired was found elsewhere."
)
NO_SUSPENSION = "No suspension of it is on record, and so no condition for lifting one."
NOT_WHY_MADE = "What it was made for, and why these two places were paired, is not on record."
NO_CONDITION_OF_IT = "No condition for lifting a suspension of it is on record, nor why none was set."
NOT_WEIGHED = "Whose condition is harder to meet is not weighed here: each stands below as it was decided."
NOT_WHY_CONDITION = "Nothing on record says why the condition is as it is."
_MOST_NAMED = 8
AGE_NOT_KNOWN = "When it began is not known, so whether it was among the first cannot be said."


def on_chamber_list(spelling: str) -> str:
    """That a tie is on the list, and how it is written there."""
    return (
        f"It is on the 2022 list of the U.S.–Russia Chamber of Commerce, as “{spelling}”; "
        "the list does not say which ties still stood."
    )


def of_this_kind(noun: str) -> str:
    """What kind of relationship a tie is on record as."""
    return f"It is on record as a {noun}."


def condition_set_by(actor: str, dated: str) -> str:
    """Who set the condition for lifting a suspension."""
    return f"The condition stands in what was decided by {actor} on {dated}; whose idea it was is not on record."


def in_the_record(name: str, gist: str) -> str:
    """What the record says of what a body decided."""
    return f"Of {name} the record says: “{gist}”"


def none_earlier(since: int, without: int) -> str:
    """That a tie is the oldest by the years on record; ``without``: of how many the year is not known."""
    return paragraph((f"It began in {since}, and no tie on record is known to have begun before.", _unknown(without)))


def some_earlier(number: int, oldest: str, year: int, without: int) -> str:
    """How many ties began before a tie, and which of them first."""
    verb = "is" if number == 1 else "are"
    first = f"{plural(number, 'tie')} on record {verb} known to have begun earlier, {oldest} first ({year})."
    return paragraph((first, _unknown(without)))


def older_ones(since: int, older: Sequence[str], without: int) -> str:
    """The ties that were made before one, the oldest first, each with its year."""
    if not older:
        return none_earlier(since, without)
    verb = "is" if len(older) == 1 else "are"
    told = f"It began in {since}; {plural(len(older), 'tie')} on record {verb} known to be older: {_few(older)}."
    return paragraph((told, _unknown(without)))


def of_its_year(since: int, pairs: Sequence[str], without: int) -> str:
    """The other ties that were made in the year of one."""
    told = f"Of the same year are {_few(pairs)}" if pairs else "No other tie on record is known to be of that year"
    return paragraph((f"It began in {since}.", f"{told}.", _unknown(without)))


def age_now(since: int, years: int) -> str:
    """How old a tie is, by the year in which it was made."""
    return f"It began in {since}, about {plural(years, 'year')} ago."


def of_that_age(since: int, years: int, *, holds: bool | None) -> str:
    """Whether a tie is as old as a text says, and how old it is."""
    return paragraph((right_or_not(holds), age_now(since, years)))


def round_year(since: int, years: int) -> str:
    """When a tie was last so many tens of years old: ``It was 50 in 2025.``"""
    return f"It was {years} in {since + years}."


def of_that_time(since: int, *, holds: bool | None) -> str:
    """Whether a tie was made in the time that a text says."""
    return paragraph((right_or_not(holds), f"It began in {since}."))


def next_made(year: int, pairs: Sequence[str], *, earlier: bool) -> str:
    """Which ties came next after one, or right before it, by the year in which they were made."""
    which = "The one right before it" if earlier else "The next one after it"
    return f"{which}, by the years on record: {_few(pairs)} ({year})."


def none_next_made(since: int, *, earlier: bool) -> str:
    """That no tie came after one, or before it, by the years on record."""
    return f"It began in {since}, and no tie on record is known to have begun {'before' if earlier else 'after'} it."


def next_cut(noun: str, dated: str, pairs: Sequence[str], rough: Sequence[str], *, earlier: bool) -> str:
    """Which ties were suspended or ended next after one, or right before it; ``rough``: whose date is not a day."""
    unsure = f"Dated too roughly to place: {_few(rough)}." if rough else ""
    which = f"The {noun} right before it" if earlier else f"The next {noun} after it"
    return paragraph((f"{which} on record is of {dated}: {_few(pairs)}.", unsure))


def none_next_cut(noun: str, *, earlier: bool) -> str:
    """That nothing alike was done after, or before, what was done on a tie."""
    return f"No other {noun} {'before' if earlier else 'after'} it is on record."


def _few(pairs: Sequence[str]) -> str:
    shown = pairs[:_MOST_NAMED]
    return listed_apart([*shown, f"{len(pairs) - len(shown)} more"]) if len(shown) < len(pairs) else series_apart(shown)


def _unknown(without: int) -> str:
    return f"Of {plural(without, 'tie')} the year is not known." if without else ""
