"""What is said of when a tie began, a function a sentence. Pure."""

from __future__ import annotations

import re

from cogs.wording.english import ends_of_sentences, inside, small
from db.record.months import MONTHS

# A note of so few words is the date itself: "14 July 1975".
_BARE_DATE = 3
# A note that is the date, and where it is from: "13 September 1990, from a Volgograd outlet".
_DATE_AND_SOURCE = re.compile(
    rf"(?P<date>(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}})(?: \((?P<by>[^()]+)\)|, (?P<from>from [^,;]+))"
)
# A note of so few words is a time, and no sentence: "Between 1987 and 1993".
_SHORT_NOTE = 4


# What goes with it.


def made_unknown(note: str) -> str:
    """That no year is known in which a tie began, and what is noted on it."""
    bare = note.rstrip(".")
    if not bare:
        return "When the tie began is not known."
    if len(bare.split()) <= _SHORT_NOTE:
        return f"The year in which the tie began is not known: {inside(bare)}."
    return f"No one year is on record in which the tie began. {note}"


def made(year: int, note: str, marks: str) -> str:
    """When a tie began; a note that is only the date says it more exactly, and a short one stands in brackets."""
    bare = note.rstrip(".")
    if str(year) in bare and len(bare.split()) <= _BARE_DATE:
        return f"The tie began {_on_date(bare)}{marks}."
    if found := _DATE_AND_SOURCE.fullmatch(bare):
        return f"The tie began {_on_date(found['date'])} ({found['by'] or found['from']}){marks}."
    if not note:
        return f"The tie began in {year}{marks}."
    if ends_of_sentences(note) or (";" in note and not note.startswith("From ")):
        return f"The tie began in {year}{marks}. {note}"
    if "(" in note:
        return f"The tie began in {year}{marks}: {inside(note)}"
    return f"The tie began in {year} ({inside(bare)}){marks}."


def _on_date(bare: str) -> str:
    """``14 July 1975``, ``Autumn 1992`` and ``By January 1992`` as they stand inside a sentence."""
    if bare[:1].isdigit() and not bare.isdigit():
        return f"on {bare}"
    if bare.startswith(("By ", "In ", "On ", "About ", "Before ", "After ")):
        return small(bare)
    if bare.endswith("s"):
        return f"in the {small(bare)}"
    return f"in {bare}" if bare.startswith(MONTHS) or bare.isdigit() else f"in {small(bare)}"
