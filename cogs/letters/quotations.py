"""Talking points that a letter may quote, and how it quotes them: exactly, with speaker and date. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from cogs.letters import fact_sentences
from cogs.letters.local_fact import may_be_cited, named_in_words
from cogs.letters.requests import Request
from cogs.letters.subject import LetterSubject
from cogs.wording.english import paragraph
from cogs.wording.points import quotable
from db.record.models import Side, TalkingPoint
from db.record.register import Register

MOST_POINTS = 3
_STOPS = (".", "!", "?", "…")
_ORDER = {Side.END: 0, Side.CONTEXT: 1, Side.KEEP: 2}


def offered(subject: LetterSubject, ask: Request, register: Register) -> tuple[TalkingPoint, ...]:
    """The points that a letter may quote: this place's own first, those for ending a tie before the others.

    Each stands on its own (``fits_letter``), and its source is no state medium. Of one side those come first that
    answer most of the other side's. What was said about another place is left out, so that no office is shamed by its
    peers; a letter of thanks may quote who found a Ukrainian partner.
    """
    found = [point for point in register.record.points_in_use if quotable(point, register)]
    fitting = [point for point in found if _about(point, subject, ask)]
    return tuple(
        sorted(fitting, key=lambda point: (point.place is None, _ORDER[point.side], -len(point.answers), _age(point)))
    )


def for_keeping(subject: LetterSubject, register: Register) -> tuple[TalkingPoint, ...]:
    """What speaks for keeping a tie, and stands on its own: this place's own first, then the strongest."""
    found = [point for point in offered(subject, Request.END, register) if point.side is Side.KEEP]
    return tuple(sorted(found, key=lambda point: (point.place is None, -len(point.answers))))


def paragraphs(ids: Iterable[str], register: Register, *, spoken: bool = False) -> str:
    """The chosen points as they stand in the letter; those that are no longer known, or retired since, are passed
    over.

    ``spoken``: to be read aloud, so without the addresses of pages.
    """
    known = register.record.talking_points
    told = (quotation(known[name], register) for name in ids if name in known and known[name].retired is None)
    return "\n\n".join(text.split("\nhttp")[0] if spoken else text for text in told)


def quotation(point: TalkingPoint, register: Register) -> str:
    """``In March 2022 Lauren Poe, then Mayor of Gainesville, said of the tie: “…”``, and the page or what names it."""
    stop = "" if (point.quote or "").endswith(_STOPS) else "."
    said = fact_sentences.quoted(speaker(point), point.date, point.lead or "", f"“{point.quote}”{stop}")
    source = register.record.sources.get(point.source)
    if source is None:
        return said
    return f"{said}\n{source.url}" if may_be_cited(source) else paragraph([said, named_in_words(source)])


def speaker(point: TalkingPoint) -> str:
    """Who said it, with the office they held on that day."""
    office = point.office_then or point.office
    return f"{point.speaker}, {office}" if office else point.speaker


def _about(point: TalkingPoint, subject: LetterSubject, ask: Request) -> bool:
    if point.place is not None:
        return point.place == subject.place_id
    if point.place_text is None or _is_of_the_state(point.place_text, subject):
        return True
    return ask is Request.PARTNER and point.side is Side.CONTEXT


def _is_of_the_state(named: str, subject: LetterSubject) -> bool:
    """Whether what was said of a whole state ("Washington (state)") is of the letter's."""
    state, _, kind = named.partition(" (")
    return kind == "state)" and subject.full.endswith(f", {state}")


def _age(point: TalkingPoint) -> int:
    """The newer first, what is undated last."""
    return -point.date.first.toordinal() if point.date else 0
