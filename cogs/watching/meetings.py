"""How the meetings of a council stand after a reading, and what an agenda says of a tie. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from cogs.watching.page_text import has_phrase
from db.record.models import Tie
from db.record.register import Register
from db.record.values import value
from db.store.watched_models import KnownMeeting, Meeting, MeetingState

_SISTERS = re.compile(r"\b(?:sister|twin|friendship|partner) (?:cit(?:y|ies)|count(?:y|ies)|states?|towns?)\b")
_RUSSIA = re.compile(r"\brussian?s?\b")
# Names of places that people bear: they need a word of the matter beside them.
_NAMES_OF_PEOPLE = frozenset({"vladimir"})


@value
class Found:
    """What an agenda says: of which tie, where it is one, and the words that say so."""

    tie: Tie | None
    words: tuple[str, ...]


def after_reading(
    known: Iterable[KnownMeeting], read: Sequence[Meeting], today: date, *, is_whole: bool
) -> list[KnownMeeting]:
    """How all meetings stand after a good reading that found these: those that were read, and those that vanished.

    One that vanished before its day is cancelled, but only where the reading was ``is_whole`` and not bare; one whose
    day is over has passed, whatever is said of it by now.
    """
    before = {each.meeting.id: each for each in known}
    told = {meeting.id: meeting for meeting in read}
    stands = [_as_read(before.get(meeting.id), meeting, today) for meeting in told.values()]
    gone = [each for each in before.values() if each.meeting.id not in told]
    cancels = is_whole and bool(told)
    return stands + [replace(each, state=_vanished(each, today, cancels=cancels)) for each in gone]


def _as_read(before: KnownMeeting | None, meeting: Meeting, today: date) -> KnownMeeting:
    state = MeetingState.COMING
    if meeting.day < today:
        state = MeetingState.PASSED
    elif meeting.cancelled:
        state = MeetingState.CANCELLED
    if before is None:
        return KnownMeeting(meeting, state)
    return replace(before, meeting=meeting, state=state)


def _vanished(each: KnownMeeting, today: date, *, cancels: bool) -> MeetingState:
    if each.meeting.day < today and each.state is MeetingState.COMING:
        return MeetingState.PASSED
    if each.meeting.day > today and cancels and each.state is MeetingState.COMING:
        return MeetingState.CANCELLED
    return each.state


def search_agenda(words: str, place: str, register: Register) -> Found | None:
    """What an agenda of a U.S. place says of its ties: a partner's name, or a sister city and Russia."""
    sisters, russia = _SISTERS.search(words), _RUSSIA.search(words)
    matter = tuple(found[0] for found in (sisters, russia) if found)
    ties = register.ties_of(place)
    for tie in ties:
        partner = register.place(tie.ru)
        name = next((name for name in (partner.name, *partner.aliases) if has_phrase(words, name)), "")
        if name and (matter or name.casefold() not in _NAMES_OF_PEOPLE):
            return Found(tie, (name, *matter))
    if sisters and russia:
        return Found(ties[0] if len(ties) == 1 else None, matter)
    return None
