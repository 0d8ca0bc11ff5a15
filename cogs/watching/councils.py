"""Reads the meetings of councils and their agendas, and hands in what is about a tie, as a machine's tip."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from cogs.fetching import Fetcher, FetchError
from cogs.watching import sentences
from cogs.watching.beside import beside
from cogs.watching.meetings import Found, after_reading, search_agenda
from cogs.watching.names import council_name
from cogs.watching.page_text import words_of, words_of_file
from cogs.watching.platforms import HORIZON, PLATFORMS, ReadMeetings, agenda_text
from db.record.register import Register
from db.store import councils, tips
from db.store.database import Database
from db.store.tip_models import NewTip, TipSubject
from db.store.watched_models import Council, KnownMeeting, Meeting, MeetingState, ReadingOutcome

BETWEEN = timedelta(hours=24)
# Of one council in one night: the next meetings are what matters.
MOST_AGENDAS = 10
AGENDAS_AHEAD = timedelta(days=45)


async def read_meetings(fetcher: Fetcher, council: Council, now: datetime) -> ReadMeetings:
    """Read a council's meetings from its platform."""
    facts = PLATFORMS[council.platform]
    try:
        page = await fetcher.ask(facts.asked(council.client, now.date()))
    except FetchError as error:
        return ReadMeetings(ReadingOutcome.UNREADABLE, str(error))
    if not page.ok:
        return ReadMeetings(ReadingOutcome.UNREADABLE, sentences.answered_with(page.status))
    if page.cut:
        return ReadMeetings(ReadingOutcome.UNREADABLE, sentences.TOO_LARGE)
    found = await beside(facts.read, page.body, page.content_type, council.client)
    last = now.date() + HORIZON
    return replace(found, meetings=tuple(meeting for meeting in found.meetings if meeting.day <= last))


async def read_one(database: Database, register: Register, fetcher: Fetcher, council: Council, now: datetime) -> int:
    """Read a council, keep what came of it, and hand in what is about a tie; how many tips were made."""
    found = await read_meetings(fetcher, council, now)
    read = replace(council, reading=council.reading.went(found.outcome, found.why, now, BETWEEN))
    known = await councils.meetings_of(database, council.place)
    stands = known
    if found.outcome is not ReadingOutcome.UNREADABLE:
        stands = after_reading(known, found.meetings, now.date(), is_whole=found.is_whole)
        stands = await _search(register, fetcher, council, stands, now)
        read = replace(read, reading=read.reading.spoke(_latest(stands)))
    made = 0
    async with database.transaction() as conn:
        await councils.save(conn, read)
        await councils.save_meetings(conn, council.place, stands, now)
        for new in _tips(register, council, known, stands):
            made += await tips.add(conn, new, now) is not None
    return made


def _latest(stands: Sequence[KnownMeeting]) -> datetime | None:
    """The beginning of the day of a council's latest meeting, one that is to come too; None where none is known."""
    days = [each.meeting.day for each in stands if each.state is not MeetingState.CANCELLED]
    return datetime.combine(max(days), time(), UTC) if days else None


async def _search(
    register: Register, fetcher: Fetcher, council: Council, stands: Sequence[KnownMeeting], now: datetime
) -> list[KnownMeeting]:
    """The same meetings, with what the agendas of the next ones say."""
    ahead = now.date() + AGENDAS_AHEAD
    coming = [each for each in stands if each.state is MeetingState.COMING and each.meeting.day <= ahead]
    coming = sorted(coming, key=lambda each: each.meeting.day)[:MOST_AGENDAS]
    searched = {each.meeting.id: await _searched(register, fetcher, council, each) for each in coming}
    return [searched.get(each.meeting.id, each) for each in stands]


async def _searched(register: Register, fetcher: Fetcher, council: Council, known: KnownMeeting) -> KnownMeeting:
    meeting = known.meeting
    words = words_of(meeting.text or meeting.title)
    agenda = await _agenda_words(fetcher, meeting) if meeting.agenda else ""
    words = f"{words} {agenda or ''}"
    found = await beside(search_agenda, words, council.place, register)
    if found is None and agenda is None:
        return known
    return replace(known, hit=_hit(found) if found else "", agenda_mark=_mark(words))


async def _agenda_words(fetcher: Fetcher, meeting: Meeting) -> str | None:
    """The words of a meeting's agenda; None where it cannot be read just now: the next night looks again."""
    try:
        page = await fetcher.ask(meeting.agenda)
    except FetchError:
        return None
    if not page.ok:
        return None
    text = agenda_text(page.body)
    return await beside(words_of_file, page.body, page.text if text is None else text)


def _hit(found: Found) -> str:
    """What was found, as it is kept: the tie's id, and the words."""
    return "\t".join((found.tie.id if found.tie else "", *found.words))


def _tips(
    register: Register, council: Council, known: Sequence[KnownMeeting], stands: Sequence[KnownMeeting]
) -> list[NewTip]:
    """A tip for every coming meeting with something about a tie, and for every such one that was cancelled since."""
    before = {each.meeting.id: each for each in known}
    made = []
    for each in stands:
        was = before.get(each.meeting.id)
        if each.hit and each.state is MeetingState.COMING:
            made.append(_tip(register, council, each))
        elif each.state is MeetingState.CANCELLED and was and was.hit and was.state is MeetingState.COMING:
            made.append(_cancelled(register, council, was))
    return made


def _tip(register: Register, council: Council, each: KnownMeeting) -> NewTip:
    tie, *words = each.hit.split("\t")
    meeting = each.meeting
    return NewTip(
        what=TipSubject.PROPOSED,
        tie=tie,
        place="" if tie else register.place(council.place).name,
        date=meeting.day.isoformat(),
        address=meeting.address,
        words=sentences.found_on_agenda(meeting.title, meeting.day, meeting.time, words),
        title=sentences.meeting_of(meeting.title, meeting.day),
        machine=council_name(council, register),
        fingerprint=_mark(f"{council.place} {meeting.id}"),
        content=_mark(f"{meeting.day} {each.hit}"),
    )


def _cancelled(register: Register, council: Council, was: KnownMeeting) -> NewTip:
    tie = was.hit.partition("\t")[0]
    meeting = was.meeting
    return NewTip(
        what=TipSubject.PAGE_CHANGED,
        tie=tie,
        place="" if tie else register.place(council.place).name,
        date=meeting.day.isoformat(),
        address=meeting.address,
        words=sentences.meeting_cancelled(meeting.title, meeting.day),
        machine=council_name(council, register),
        fingerprint=_mark(f"{council.place} {meeting.id} cancelled"),
        content=_mark(str(meeting.day)),
    )


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
