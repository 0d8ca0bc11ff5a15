"""What is said of a place that has no tie of its own to write about. Pure.

Names must be safe to show where a sentence goes into a message as it is.
"""

from __future__ import annotations

from cogs.wording.dates import when
from cogs.wording.english import paragraph
from db.record.models import UkraineTie

# American places.

WRITE_ANYWAY = "Or ask the mayor there whether there is any tie that the record misses."


def has_ukrainian_partner(place: str, partners: str) -> str:
    """That a place has a partner in Ukraine."""
    return f"{place} has a partner in Ukraine: {partners}."


def paired_with_crimea(place: str, partners: str) -> str:
    """An old pairing of a place with one in Crimea."""
    return (
        f"An old pairing of {place} with {partners} is on record, and lies idle. {partners} is in Crimea, which is "
        "Ukrainian and has been occupied by Russia since 2014: it is no tie with Russia, and there is nothing to end."
    )


def from_here(ties: str, write: str) -> str:
    """What can be done from a place without a tie."""
    return (
        f"{ties} lists the places that have one, and {write} takes another name. "
        "A partnership with a community in Ukraine can be asked of any mayor."
    )


def sign_petition(link: str) -> str:
    """The petition."""
    return f"Anyone can sign {link}."


def no_tie_with_russia(place: str) -> str:
    """That a place has none."""
    return f"No tie between {place} and Russia is on record."


def nearest_tie(tie: str) -> str:
    """The nearest place that has one."""
    return f"The nearest one on record is {tie}."


# Places in Ukraine and in Russia.


def in_ukraine(place: str, *, number: int, occupied: bool) -> str:
    """That a place is Ukrainian, before its partners in America, if any; of an occupied one, what they are."""
    told = [f"{place} is in Ukraine."]
    if occupied:
        told.append("Russia has occupied it since 2014. An old American pairing with it is no tie with Russia:")
    elif number:
        told.append(f"On record as its U.S. {'partner' if number == 1 else 'partners'}, each as its source has it:")
    else:
        told.append("No U.S. partner of it is on record here.")
    return paragraph(told)


_AS_OF_SOURCE = {
    "active": "active",
    "intent": "announced as an intention",
    "unknown": "whether it stands is not known",
}


def american_partner(tie: UkraineTie) -> str:
    """An American place that is partner of a Ukrainian one, as of its source."""
    place = f"The State of {tie.us_state}" if tie.is_of_state else f"{tie.us_name}, {tie.us_state}"
    status = _AS_OF_SOURCE.get(tie.status, tie.status)
    if tie.since:
        told = f"{place} (with {tie.ua_name}, since {when(tie.since)}; {status})."
    else:
        told = f"{place} (with {tie.ua_name}; {status})."
    return paragraph([told, "This rests on one weak source." if tie.weak else ""])


def in_russia(place: str) -> str:
    """That a place is Russian, and that no tie of it is on record."""
    return f"{place} is in Russia, and no tie between it and an American place is on record."


def offices_in_america(ties: str, write: str) -> str:
    """To whom letters go from here."""
    return (
        "Letters from here go to the American office that decides about a tie with Russia: a mayor and a council, or a "
        f"governor. {ties} lists the ties, and {write} takes the American place."
    )


def from_ukraine(place: str) -> str:
    """How somebody who lives in Ukraine is introduced."""
    return (
        f"Somebody in {place} can write to them, too: name the American place, and choose “I am writing from Ukraine” "
        "in the form."
    )
