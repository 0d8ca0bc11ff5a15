"""What is said of one aspect of a tie: the Chamber's list, its kind, its age among all. Pure."""

from __future__ import annotations

from cogs.wording.english import paragraph, plural

NOT_ON_CHAMBER_LIST = (
    "It is not on the 2022 list of the U.S.–Russia Chamber of Commerce; that the two were paired was found elsewhere."
)
NO_SUSPENSION = "No suspension of it is on record, and so no condition for lifting one."
NOT_WHY_MADE = "What it was made for, and why these two places were paired, is not on record."
NO_CONDITION_OF_IT = "No condition for lifting a suspension of it is on record, nor why none was set."
NOT_WHY_CONDITION = "Nothing on record says why the condition is as it is."
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


def none_earlier(since: int, without: int) -> str:
    """That a tie is the oldest by the years on record; ``without``: of how many the year is not known."""
    return paragraph((f"It began in {since}, and no tie on record is known to have begun before.", _unknown(without)))


def some_earlier(number: int, oldest: str, year: int, without: int) -> str:
    """How many ties began before a tie, and which of them first."""
    verb = "is" if number == 1 else "are"
    first = f"{plural(number, 'tie')} on record {verb} known to have begun earlier, {oldest} first ({year})."
    return paragraph((first, _unknown(without)))


def _unknown(without: int) -> str:
    return f"Of {plural(without, 'tie')} the year is not known." if without else ""
