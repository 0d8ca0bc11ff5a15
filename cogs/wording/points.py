"""What named people said, and what was said against it, as every feature tells it. Pure."""

from __future__ import annotations

import re

from cogs.wording.blocks import Line
from cogs.wording.dates import on
from cogs.wording.english import full_stop
from db.record.derivation import INVASION
from db.record.models import Side, TalkingPoint
from db.record.register import Register

OWN_WORDS = (
    "What stands in quotation marks was said word for word; the rest is told in the record's words. The number after "
    "each leads to the page it is from."
)
# The year of an office, as its text ends: "Mayor of Dallas in 2022".
_ITS_YEAR = re.compile(r",? in (\d{4})$")
SIDES = {Side.END: "For ending the ties", Side.KEEP: "For keeping the ties", Side.CONTEXT: "About the ties"}


def said(point: TalkingPoint, marks: str) -> Line:
    """What somebody said: who, in what office then, when, where, word for word where the words are known."""
    office = office_then(point)
    who = f"{point.speaker}, {office}" if office else point.speaker
    words = spoken(point)
    told = f" {words}{marks} ({point.occasion})" if point.occasion else f" {words}{marks}"
    return Line(told, f"{who}, {_dated(point)}:")


def office_then(point: TalkingPoint) -> str:
    """The office of a speaker then; its year goes without saying where the day of the words is told."""
    office = point.office_then or point.office or ""
    found = _ITS_YEAR.search(office)
    return office[: found.start()] if found and point.date and point.date.first.year == int(found[1]) else office


def _dated(point: TalkingPoint) -> str:
    """When it was said; of what was said before the invasion, that it was."""
    if point.date is None:
        return "undated"
    return f"{on(point.date)}, before the invasion" if point.date.last < INVASION else on(point.date)


def spoken(point: TalkingPoint) -> str:
    """What was said, word for word where the words are known, else what it came to."""
    return f"“{point.quote}”" if point.quote else full_stop(point.gist)


def in_reply(point: TalkingPoint, marks: str) -> Line:
    """What the other side said to the same."""
    return Line(f" {spoken(point)}{marks}", f"↳ On the other side, {point.speaker}:")


def reply_to(register: Register, point: TalkingPoint) -> TalkingPoint | None:
    """What the other side said against a point: what stands on its own before what does not."""
    known = register.record.talking_points
    answers = [other for name in point.answers if (other := known.get(name)) and other.retired is None]
    return max(answers, key=lambda other: (other.fits_letter, bool(other.quote)), default=None)


def quotable(point: TalkingPoint, register: Register) -> bool:
    """Whether a letter may quote it: it is in use, it stands on its own, and its source is no state medium."""
    source = register.record.sources.get(point.source)
    return bool(point.retired is None and point.quote and point.fits_letter and source and not source.state_media)
