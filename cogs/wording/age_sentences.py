"""What is said of how old a word is and when news was last searched for, a function a sentence. Pure."""

from __future__ import annotations

from datetime import date

from cogs.wording.dates import of_month, on, when
from cogs.wording.english import plural
from db.record.models import Act, PartialDate

# A word of so many years is told in years, a newer one in months.
_SEVERAL_YEARS = 2
# The age of news of fewer days is told in weeks.
_MONTHS_FROM = 61
NOBODY_SEARCHED_SINCE = "Nobody has searched for news since."
NOBODY_SEARCHED = "Nobody has searched for news yet."


# Phrases: how an act and a search stand inside a sentence.


def searched(found: PartialDate | None) -> str:
    """The last search in brackets: ``(searched 22 November 2026)``; that nobody has looked, where nobody has."""
    return f"(searched {when(found)})" if found else "(nobody has searched yet)"


# What goes with it.


def nothing_newer_found(looked: PartialDate) -> str:
    """That a search found nothing that changes what the deciding act says."""
    return f"Nothing found since changes that (searched {when(looked)})."


def no_later_decision_found(looked: PartialDate) -> str:
    """The same where something later is on record, or the question is whether a suspension was lifted."""
    return f"No later decision was found (searched {when(looked)})."


def age(act: Act, today: date, *, is_newer_of_two: bool = False) -> str:
    """How old the word of an act is: in months, or by the whole years that have passed and more, from two on.

    Its date is told with it where the act's own words do not give it. ``is_newer_of_two``: an earlier one is told too.
    """
    if is_newer_of_two:
        return f"The newer of these words is {how_long(act.date.last, today)} old."
    if act.said is not None and when(act.date) not in act.said:
        return f"As of {when(act.date)}, {how_long(act.date.last, today)} ago."
    return f"That was {how_long(act.date.last, today)} ago."


def how_long_by_weeks(since: date, until: date) -> str:
    """The same for news, whose first two months are told in weeks: ``7 weeks``, ``2 months``."""
    days = (until - since).days
    return plural(max(1, round(days / 7)), "week") if days < _MONTHS_FROM else how_long(since, until)


def how_long(since: date, until: date) -> str:
    """The time between two days as a phrase: ``5 months``, ``more than 4 years``."""
    years = until.year - since.year - ((until.month, until.day) <= (since.month, since.day))
    if years >= _SEVERAL_YEARS:
        return f"more than {years} years"
    return plural(max(1, round((until - since).days / 30.44)), "month")


# Of several ties.


def all_searched(found: PartialDate) -> str:
    """The one day, or month, of the last search for all of some ties."""
    return f"News was last searched for {on(found)}."


def all_searched_but(found: PartialDate, never: int) -> str:
    """The same where some were never searched for."""
    if never == 1:
        return f"News was last searched for {on(found)}; for 1 of them nobody has searched yet."
    return f"News was last searched for {on(found)}; for {never} of them nobody has searched yet."


def each_searched(earliest: PartialDate, latest: PartialDate) -> str:
    """The earliest and the latest of the last searches for each of some ties, by the month where that is one."""
    return f"News of each was last searched for {_between(earliest, latest)}."


def each_searched_but(earliest: PartialDate, latest: PartialDate, never: int) -> str:
    """The same where some were never searched for."""
    told = f"News of each was last searched for {_between(earliest, latest)}"
    if never == 1:
        return f"{told}; for 1 of them nobody has searched yet."
    return f"{told}; for {never} of them nobody has searched yet."


def _between(earliest: PartialDate, latest: PartialDate) -> str:
    first, last = (of_month(value.first) for value in (earliest, latest))
    return f"in {first}" if first == last else f"between {first} and {last}"
