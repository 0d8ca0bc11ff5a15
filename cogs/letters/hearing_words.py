"""The hearing that a statement is for: its day, its place, and the proposal that is heard. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from cogs.letters.letter_dates import dated, day
from cogs.letters.subject import LetterSubject
from cogs.wording.dates import clock_time
from cogs.wording.sentences import actor_and_more
from db.record.derivation import acts_in_force
from db.record.models import Act

# A body's name takes an article inside a sentence.
_BODY = re.compile(r"\b(?:Council|Assembly|Commission|Board|Committee|Supervisors|Commissioners|Aldermen|Legislature)$")


def coming(subject: LetterSubject, today: date) -> Act | None:
    """The proposal whose hearing comes next; None where none is on record as coming, or it is cancelled."""
    acts = acts_in_force(subject.tie.acts) if subject.tie else ()
    heard = [act for act in acts if act.hearing and act.hearing >= today and not act.hearing_cancelled]
    return min(heard, key=lambda act: act.hearing or today, default=None)


def hearing_day(act: Act | None) -> str:
    """The day of a hearing; empty where there is none."""
    return day(act.hearing) if act and act.hearing else ""


def proposal(act: Act | None) -> str:
    """What is heard, by whose it is and its date: ``the proposal of Mayor Ann Lee of November 20, 2026``."""
    if act is None:
        return ""
    who, _ = actor_and_more(act)
    who = f"the {who}" if _BODY.search(who) and not who.startswith(("The ", "the ")) else who
    closed = f"{who}," if "," in who else who
    return f"the proposal of {closed} of {dated(act.date)}"


def when_and_where(act: Act | None) -> tuple[str, ...]:
    """When a hearing is, as exactly as it is known, and where, each a line."""
    if act is None or act.hearing is None:
        return ()
    when = day(act.hearing)
    if act.hearing_time and act.hearing_zone:
        zone = datetime.combine(act.hearing, act.hearing_time, ZoneInfo(act.hearing_zone)).tzname()
        when = f"{when}, {clock_time(act.hearing_time)} {zone}"
    return (when, act.hearing_place) if act.hearing_place else (when,)
