"""Talking points that a letter may quote, and how it quotes them: exactly, with speaker and date. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from cogs.letters import sentences
from cogs.letters.requests import Request
from cogs.letters.subject import LetterSubject
from db.record.models import Side, TalkingPoint
from db.record.register import Register

MOST_POINTS = 3
_STOPS = (".", "!", "?", "…")
_ORDER = {Side.END: 0, Side.CONTEXT: 1, Side.KEEP: 2}


def offered(subject: LetterSubject, ask: Request, register: Register) -> tuple[TalkingPoint, ...]:
    """The points that a letter may quote, this place's own first.

    Each has the speaker's words, a date and a source that is no state medium. What was said about another place is
    left out, so that no office is shamed by its peers; a letter of thanks may quote who found a Ukrainian partner.
    """
    found = [point for point in register.record.talking_points.values() if _quotable(point, register)]
    fitting = [point for point in found if _about(point, subject, ask)]
    return tuple(sorted(fitting, key=lambda point: (point.place is None, _ORDER[point.side])))


def paragraphs(ids: Iterable[str], register: Register) -> str:
    """The chosen points as they stand in the letter; ids that are no longer known are passed over."""
    known = register.record.talking_points
    return "\n\n".join(quotation(known[name], register) for name in ids if name in known)


def quotation(point: TalkingPoint, register: Register) -> str:
    """``Lauren Poe, Mayor of Gainesville, said in March 2022: “…”`` and the address of the page."""
    stop = "" if (point.quote or "").endswith(_STOPS) else "."
    said = sentences.quoted(speaker(point, register), point.date, f"“{point.quote}”{stop}")
    source = register.record.sources.get(point.source)
    return f"{said}\n{source.url}" if source else said


def speaker(point: TalkingPoint, register: Register) -> str:
    """Who said it, with the office they held."""
    if point.office is None:
        return point.speaker
    place = register.record.places.get(point.place or "")
    office = f"{point.office} of {place.name}" if point.office == "Mayor" and place else point.office
    return f"{point.speaker}, {office}"


def _quotable(point: TalkingPoint, register: Register) -> bool:
    source = register.record.sources.get(point.source)
    return bool(point.quote and point.date and source and not source.state_media)


def _about(point: TalkingPoint, subject: LetterSubject, ask: Request) -> bool:
    if point.place is not None:
        return point.place == subject.place_id
    return point.place_text is None or (ask is Request.PARTNER and point.side is Side.CONTEXT)
