"""What must hold for the talking points: the quote and the words that lead to it, and who answers whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from db.record.dataset.texts import Note, check_text
from db.record.models import Side, TalkingPoint

Known = Callable[[str], bool]

LONGEST_QUOTE = 30
LONGEST_LEAD = 160
LONGEST_REASON = 300
_WORD = re.compile(r"[^\s—–]+")
_SIDES = {Side.END, Side.KEEP}


def check_point(point: TalkingPoint, points: Mapping[str, TalkingPoint], known: Known, note: Note) -> None:
    """Note the faults of a talking point as (entry, field, message).

    ``points`` are the sound ones; ``known`` says whether there is a point of an id, faulty or not.
    """
    if point.quote and (words := words_in(point.quote)) > LONGEST_QUOTE:
        note(point.id, "quote", f"has {words} words; at most {LONGEST_QUOTE} may be quoted")
    _check_quotation(point, note)
    check_text(point.id, "retired", point.retired, LONGEST_REASON, note)
    for number, other in enumerate(point.answers):
        if other in point.answers[:number]:
            note(point.id, "answers", f'names "{other}" twice')
        elif not known(other):
            note(point.id, "answers", f'no talking point "{other}"; correct the id')
        elif other in points and (message := _wrong_answer(point, points[other])):
            note(point.id, "answers", message)


def words_in(quote: str) -> int:
    """How many words a quotation has."""
    return len(_WORD.findall(quote))


def _check_quotation(point: TalkingPoint, note: Note) -> None:
    for field, text in (("lead", point.lead), ("occasion", point.occasion), ("office_then", point.office_then)):
        check_text(point.id, field, text, LONGEST_LEAD, note)
    if point.office_then is None:
        note(point.id, "office_then", "missing; write the office that the speaker held on that day, or who it was")
    if point.lead is not None and point.quote is None:
        note(point.id, "lead", "leads to a quote, and there is none; leave it out, or add the quote")
    if point.lead is not None and point.lead.endswith((".", ":")):
        note(point.id, "lead", "goes on into the quote; leave out the mark at its end")
    if point.fits_letter and point.quote is None:
        note(point.id, "fits_letter", "is about a quote, and there is none; leave it out, or add the quote")


def _wrong_answer(point: TalkingPoint, other: TalkingPoint) -> str:
    if {point.side, other.side} != _SIDES:
        return f'"{other.id}" is not on the other side; only end and keep answer each other'
    return "" if point.id in other.answers else f'"{other.id}" does not name it in turn; add "{point.id}" there'
