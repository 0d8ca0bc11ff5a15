"""What must hold for the texts of the record that people read: their length and form, and what they must name."""

from __future__ import annotations

import re
from collections.abc import Callable

from db.record.models import Act, DateBasis, PartialDate, Place, Precision, Tie
from db.record.months import MONTHS

# The fault of a field: (entry, field, message).
Note = Callable[[str, str, str], None]

LONGEST_SAID = 220
LONGEST_DATE_NOTE = 120
LONGEST_NOTE = 300
LONGEST_EDITOR_NOTE = 600
_PUNCTUATION = re.compile(r"[.,'’ʼ/\-–()]+")
_UNTIDY = re.compile(r"\s{2}|[^\S ]")
_OF = re.compile(r"^(?:City|State) of ")
_BETWEEN = re.compile(r"[–/]| and ")
# What editors say to one another.
_INSTRUCTION = re.compile(
    r"(?:^|[.;:] )(?:say|write to|ask|confirm|check|read first|always|never|do not|don't)\b", re.IGNORECASE
)


def plain(name: str) -> str:
    """A name without case and punctuation, as names are compared."""
    return " ".join(_PUNCTUATION.sub(" ", name.casefold()).split())


def in_words(date: PartialDate) -> str:
    """A date as the texts of the record write it: ``4 April 2022``, ``April 2022``, ``2022``."""
    first = date.first
    month = f"{MONTHS[first.month - 1]} {first.year}"
    return {Precision.DAY: f"{first.day} {month}", Precision.MONTH: month, Precision.YEAR: str(first.year)}[
        date.precision
    ]


def check_text(entry: str, field: str, text: str | None, most: int, note: Note) -> None:
    """Note a text that is too long, or has breaks or blanks in a row."""
    if text is None:
        return
    if _UNTIDY.search(text):
        note(entry, field, "has a line break or several blanks in a row; write it in one line, with single blanks")
    if len(text) > most:
        note(entry, field, f"has {len(text)} characters; at most {most} are read")


def check_sentences(entry: str, field: str, text: str | None, most: int, note: Note) -> None:
    """Note a text that does not begin or end as a sentence does, besides what ``check_text`` notes."""
    check_text(entry, field, text, most, note)
    if text is None:
        return
    if text[0].upper() != text[0]:
        note(entry, field, "must begin with a capital, as a sentence does")
    if text[-1] not in ".?!":
        note(entry, field, "must end with a full stop, as a sentence does")


def check_notes(tie: Tie, note: Note) -> None:
    """Note the faults of what is said of a tie to readers and to editors."""
    check_sentences(tie.id, "note", tie.note, LONGEST_NOTE, note)
    check_sentences(tie.id, "editor_note", tie.editor_note, LONGEST_EDITOR_NOTE, note)
    found = _INSTRUCTION.search(tie.note or "")
    if found is not None:
        told = found.group().strip(".;: ")
        note(tie.id, "note", f'is for readers, and "{told}" is said to editors; put that into editor_note')


def check_wording(act: Act, places: tuple[Place | None, Place | None], note: Note) -> None:
    """Note the faults of an act's own sentence, which must be right read alone, and of how sure its date is.

    ``places`` are those of its tie, None for one that is not known.
    """
    check_sentences(act.id, "date_note", act.date_note, LONGEST_DATE_NOTE, note)
    is_reported = act.date_basis is DateBasis.REPORTED
    if is_reported and act.date_note is not None:
        note(act.id, "date_note", "belongs to a date_basis of inferred or meeting; write that too, or leave this out")
    if not is_reported and act.date_note is None:
        note(act.id, "date_note", f"is missing; a date that is {act.date_basis} needs a sentence for readers on why")
    check_sentences(act.id, "said", act.said, LONGEST_SAID, note)
    if act.said is None:
        return
    if in_words(act.date) not in act.said:
        note(act.id, "said", f'must give the date of the act, as "{in_words(act.date)}"')
    names = [name for place in places if place is not None for name in _parts_of(place)]
    if names and not any(name in plain(act.said) for name in names):
        note(act.id, "said", "names neither place of the tie; it must be right read alone")


def _parts_of(place: Place) -> list[str]:
    return [name for part in _BETWEEN.split(_OF.sub("", place.name)) if (name := plain(part))]
