"""From a talking point as an editor typed it to the point and its source, or what is missing. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from itertools import count
from typing import TypeVar

from cogs.editing import point_sentences as sentences
from cogs.editing.draft_faults import DraftFault
from cogs.editing.parsing import read_optional, read_text
from cogs.editing.place_entry import find_side
from cogs.editing.source_entry import new_source, of_kind
from cogs.wording.date_parsing import EntryError, read_past
from cogs.wording.names import place_name
from db.record.dataset.point_rules import LONGEST_QUOTE, words_in
from db.record.grades import GRADES
from db.record.models import OTHER_SIDE, Country, PartialDate, Side, Source, TalkingPoint
from db.record.page_kinds import PageKind
from db.record.register import Register
from db.record.text import key
from db.record.values import value
from db.store.draft_models import PointInput

_T = TypeVar("_T")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@value
class CheckedPoint:
    """A talking point that can be recorded. ``new`` is its source if the record lacks it. ``is_thin``: a second editor
    has to confirm it.
    """

    point: TalkingPoint
    source: Source
    new: Source | None
    is_thin: bool


def check_entry(typed: PointInput, register: Register, today: date) -> tuple[CheckedPoint | None, list[str]]:
    """The point that was typed, or None and what is missing or wrong, a sentence each."""
    faults: list[str] = []

    def entered(read: Callable[[], _T]) -> _T | None:
        try:
            return read()
        except EntryError as error:
            faults.append(str(error))
            return None

    side = Side(typed.side)
    speaker = entered(lambda: read_text("speaker", typed.speaker))
    office = entered(lambda: read_text("office_then", typed.office_then))
    occasion = entered(lambda: read_optional("occasion", typed.occasion))
    quote = entered(lambda: _read_quote(typed))
    gist = entered(lambda: read_text("gist", typed.gist))
    day = entered(lambda: read_past(typed.date, today, "Give the day on which it was said."))
    place = entered(lambda: find_side(typed.place, Country.US, register) if typed.place.strip() else None)
    answers = entered(lambda: _read_answers(typed, side, register))
    source, new = _source(typed, register, today, faults)
    if speaker and quote and _is_known(speaker, quote, register):
        faults.append(sentences.is_known(speaker))
    if faults or speaker is None or gist is None or day is None or source is None:
        return None, faults
    point = TalkingPoint(
        id=free_id(speaker, day, register.record.talking_points),
        side=side,
        speaker=speaker,
        office=None,
        place=place.id if place else None,
        place_text=place_name(place, register) if place else None,
        date=day,
        gist=gist,
        quote=quote,
        source=source.id,
        occasion=occasion,
        office_then=office,
        fits_letter=typed.for_letters,
        answers=answers or (),
    )
    # What one editor may record alone: it is nobody's own interest that the words were said.
    needs_second = not GRADES[source.grade].weight or source.state_media
    return CheckedPoint(point, source, new, needs_second), []


def free_id(speaker: str, day: PartialDate, taken: Collection[str]) -> str:
    """The id of a new point, by the speaker's last name and the month: ``zelenskyy-2022-06``, or ``…-2``."""
    name = _NOT_SLUG.sub("-", key(speaker).split()[-1]).strip("-") or "point"
    plain = f"{name}-{str(day)[:7]}"
    return (
        plain
        if plain not in taken
        else next(other for number in count(2) if (other := f"{plain}-{number}") not in taken)
    )


def _read_quote(typed: PointInput) -> str | None:
    """The words themselves, without the marks around them. Raises EntryError for too many, and for none where they are
    to be quoted.
    """
    quote = read_optional("quote", typed.quote.strip().strip('“”"').strip())
    if quote is None:
        if typed.for_letters:
            raise EntryError(sentences.QUOTE_FOR_LETTERS)
        return None
    if (words := words_in(quote)) > LONGEST_QUOTE:
        raise EntryError(sentences.too_many_words(words, LONGEST_QUOTE))
    return quote


def _read_answers(typed: PointInput, side: Side, register: Register) -> tuple[str, ...]:
    if not typed.answers:
        return ()
    point = register.record.talking_points.get(typed.answers)
    if point is None or point.retired is not None:
        raise EntryError(sentences.NO_POINT)
    if OTHER_SIDE.get(side) is not point.side:
        raise EntryError(sentences.ANSWERS_SAME_SIDE)
    return (point.id,)


def _source(
    typed: PointInput, register: Register, today: date, faults: list[str]
) -> tuple[Source | None, Source | None]:
    """The source that its page is, and the same if it is new."""
    known = register.source_of_page(typed.page.address)
    if known is not None:
        return known, None
    page = of_kind(typed.page, PageKind(typed.page_kind), register) if typed.page_kind else typed.page
    found: list[DraftFault] = []
    source = new_source(page, 1, register, today, (), found)
    faults += [fault.text for fault in found]
    return (None, None) if found else (source, source)


def _is_known(speaker: str, quote: str, register: Register) -> bool:
    said = (key(speaker), key(quote))
    return any(
        (key(point.speaker), key(point.quote)) == said
        for point in register.record.talking_points.values()
        if point.quote
    )
